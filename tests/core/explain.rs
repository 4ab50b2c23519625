//! Explanations of command words: every word that a plan prints has a sentence, and every sentence has a word.

use std::collections::HashSet;

use crate::matrix::matrix;
use crate::support::answers;
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::edition::setting::SettingKey;
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::plan::{Body, Command, Part, Plan, Program, Word};
use azureml_k8s_wizard::shell::plain;
use azureml_k8s_wizard::text::explain::{CommandWord, Explained, explain, explained};

/// Scenarios beside the matrix, with words that only they have.
const MORE: &[&[(&str, &str)]] = &[
    &[("namespace", "ml-team"), ("openshift", "yes"), ("identity", "user-assigned")],
    &[("auto-upgrade", "no"), ("extension-version", "1.1.42")],
    &[("workspace-subscription", "11111111-2222-3333-4444-555555555555")],
    &[("edition", "aks-v1"), ("task", "attach"), ("region", "westeurope")],
    &[
        ("edition", "aks-v1"),
        ("region", "westeurope"),
        ("workspace", "mlw"),
        ("node-count", "3"),
        ("vm-size", "Standard_D4s_v3"),
        ("load-balancer", "internal"),
        ("load-balancer-subnet", "lb"),
        ("vnet-name", "net"),
        ("cname", "ml.example.org"),
        ("purpose", "dev-test"),
    ],
];

fn commands(plan: &Plan) -> Vec<&Command> {
    let outputs = plan.steps.iter().flat_map(|step| &step.outputs);
    outputs
        .flat_map(|output| match &output.body {
            Body::Commands(commands) => commands.iter().collect(),
            Body::Yaml(file) => file.before.iter().chain([&file.apply]).collect(),
            _ => Vec::new(),
        })
        .collect()
}

/// The texts of a command that need a sentence: the program, the group, the command itself, options, settings.
fn texts(command: &Command) -> Vec<String> {
    let head = &command.head;
    let mut texts = vec![command.program.id().to_owned(), head.join(" ")];
    if command.program == Program::Az && head.len() > 1 {
        texts.push(head[0].to_owned());
        texts.extend((head[0] == "ml").then(|| head[..2].join(" ")));
    }
    for option in &command.options {
        texts.push(option.name.to_owned());
        if option.name.starts_with("--config") {
            let is_setting = |word: &&Word| matches!(word.parts().next(), Some(Part::Fixed(_)));
            texts.extend(option.values.iter().filter(is_setting).map(plain));
        }
    }
    texts
}

#[test]
fn every_word_of_every_plan_has_a_sentence_and_every_sentence_a_word() {
    let mut met = HashSet::new();
    let more = MORE.iter().map(|pairs| pairs.to_vec());
    for pairs in matrix().into_iter().chain(more) {
        let plan = outcome(&answers(&pairs)).plan;
        for command in commands(&plan) {
            for text in texts(command) {
                let word = explained(Some(command.program), &text);
                let word = word.unwrap_or_else(|| panic!("{text} of {command:?} has no sentence"));
                met.insert(word);
            }
        }
    }
    for word in Explained::all() {
        assert!(met.contains(&word), "no plan has {word:?}");
    }
}

#[test]
fn a_sentence_is_one_and_speaks_of_the_word_in_its_edition() {
    for edition in [Edition::Current, Edition::ArcPreview, Edition::AksV1] {
        for word in Explained::all() {
            let sentence = explain(edition, None, word.id()).unwrap();
            assert!(sentence.ends_with('.') && !sentence.contains(". "), "{sentence}");
            assert!(sentence.chars().next().is_some_and(char::is_uppercase), "{sentence}");
        }
    }
    let plug_in = |edition| explain(edition, Some(Program::Az), "installNvidiaDevicePlugin=True");
    assert_ne!(plug_in(Edition::Current), plug_in(Edition::ArcPreview));
}

#[test]
fn a_setting_is_known_by_its_key_and_an_option_by_its_program() {
    let known = |program, word| explained(program, word);
    assert_eq!(known(None, "enableTraining=True"), Some(Explained::Setting(SettingKey::EnableTraining)));
    assert_eq!(known(None, "enableTraining"), Some(Explained::Setting(SettingKey::EnableTraining)));
    assert_eq!(known(None, "nodeSelector.pool=a=b"), Some(Explained::Setting(SettingKey::NodeSelector)));
    assert_eq!(known(None, "--from-file=cert.pem=c.pem"), Some(Explained::Word(CommandWord::FromFile)));
    assert_eq!(known(Some(Program::Az), "--namespace"), Some(Explained::Word(CommandWord::AzNamespace)));
    assert_eq!(known(Some(Program::Kubectl), "--namespace"), Some(Explained::Word(CommandWord::Namespace)));
    for nothing in ["", "=", "rg-ml", "--", "nodeselector.pool=a", "enabletraining=True", "<exposure>"] {
        assert_eq!(known(None, nothing), None, "{nothing}");
    }
}
