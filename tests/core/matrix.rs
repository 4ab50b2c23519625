//! Every combination of the choices that affect a plan gives a plan, and the extension gets exactly the settings that
//! `tests/data/settings.json` lists for it, no more.

use std::collections::{BTreeMap, BTreeSet};

use crate::support::answers;
use azureml_k8s_wizard::analysis::outcome::{Outcome, outcome};
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Choice as _, Layout, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::output::tokens::output_tokens;
use azureml_k8s_wizard::plan::{Body, OutputId, Plan, StepId};
use azureml_k8s_wizard::shell::{self, command_text};
use serde_json::Value;

const NAMES: &[(&str, &str)] = &[
    ("cert-file", "c.pem"),
    ("key-file", "k.pem"),
    ("tls-secret", "my-secret"),
    ("cname", "ml.example.org"),
];

/// The switches that add or remove a setting, one at a time, with none first.
const SWITCHES: &[&[(&str, &str)]] = &[
    &[],
    &[("router-ha", "no")],
    &[("nvidia-plugin", "yes")],
    &[("nvidia-plugin", "no")],
    &[("log-analytics", "yes")],
    &[("volcano", "no")],
    &[("prometheus-operator", "no")],
    &[("dcgm-exporter", "yes")],
    &[("node-selector", "pool=ml,zone=")],
    &[("openshift", "yes")],
    &[
        ("router-ha", "no"),
        ("volcano", "no"),
        ("prometheus-operator", "no"),
        ("dcgm-exporter", "yes"),
        ("log-analytics", "yes"),
    ],
];

/// Rules about settings that exclude each other, for commands that exist. No plan of the wizard's own breaks one.
const CONTRADICTIONS: &[&str] = &["exposure-exclusive", "certificate-one-source", "http-needs-opt-in"];

/// Every combination of the values of these choices.
fn combinations(ids: &[&'static str]) -> Vec<Vec<(&'static str, &'static str)>> {
    ids.iter().fold(vec![Vec::new()], |combinations, id| {
        let Kind::Choice(values) = Field::from_id(id).unwrap().row().kind else {
            panic!("{id} is no choice")
        };
        combinations
            .iter()
            .flat_map(|known: &Vec<_>| {
                values.iter().map(|value| known.iter().copied().chain([(*id, *value)]).collect::<Vec<_>>())
            })
            .collect()
    })
}

/// The choices that affect a plan, in every edition, then each switch by itself.
pub(crate) fn matrix() -> Vec<Vec<(&'static str, &'static str)>> {
    let endpoints = combinations(&["edition", "cluster", "workload", "exposure", "transport", "certificate"]);
    let clusters =
        combinations(&["edition", "cluster", "openshift", "connected", "identity", "auto-upgrade"]);
    let targets = combinations(&["edition", "task", "purpose", "load-balancer"]);
    let switched = combinations(&["edition", "cluster", "workload"]);
    let switched = switched.iter().flat_map(|choices| {
        SWITCHES.iter().map(|switches| choices.iter().chain(*switches).copied().collect::<Vec<_>>())
    });
    endpoints.into_iter().chain(clusters).chain(targets).chain(switched).collect()
}

/// Every shell in both layouts.
fn shells_and_layouts() -> impl Iterator<Item = (Shell, Layout)> {
    Shell::ALL.iter().flat_map(|(shell, _)| Layout::ALL.iter().map(|(layout, _)| (*shell, *layout)))
}

/// The values of an option of `create-extension`, as `key -> value`.
fn settings(plan: &Plan, option: &str) -> BTreeMap<String, String> {
    let step = plan.steps.iter().find(|step| step.id == StepId::CreateExtension).unwrap();
    let commands = crate::support::output(step, OutputId::Cli).commands();
    assert_eq!(commands.len(), 1);
    let words = crate::support::words(&command_text(&commands[0], Shell::Bash, Layout::OneLine));
    assert!(words.iter().filter(|word| *word == option).count() <= 1, "{option} twice in {words:?}");
    let Some(start) = words.iter().position(|word| word == option) else { return BTreeMap::new() };
    let mut settings = BTreeMap::new();
    for word in words[start + 1..].iter().take_while(|word| !word.starts_with("--")) {
        let (key, value) = word.split_once('=').unwrap_or_else(|| panic!("{word} is no key=value"));
        assert_eq!(settings.insert(key.to_owned(), value.to_owned()), None, "{key} twice in {words:?}");
    }
    settings
}

fn expected(table: &[Value], answers: &Answers, protected: bool) -> BTreeMap<String, String> {
    let text = |id: &str| answers.text(Field::from_id(id).unwrap());
    let listed = |list: &Value, text: &str| list.as_array().unwrap().iter().any(|item| item == text);
    table
        .iter()
        .filter(|row| row["edition"] == text("edition") && row["protected"] == protected)
        .filter(|row| listed(&row["workloads"], text("workload")))
        .filter(|row| row["when"].as_object().unwrap().iter().all(|(id, values)| listed(values, text(id))))
        .map(|row| (row["key"].as_str().unwrap().to_owned(), row["value"].as_str().unwrap().to_owned()))
        .collect()
}

#[test]
fn the_extension_gets_exactly_the_settings_that_the_documentation_lists() {
    let table: Vec<Value> = serde_json::from_str(include_str!("../data/settings.json")).unwrap();
    let mut seen: Vec<String> = Vec::new();
    for choices in combinations(&["edition", "cluster", "workload", "exposure", "transport", "certificate"]) {
        if choices.contains(&("edition", "aks-v1")) {
            continue;
        }
        // Not a value of that edition: see `a_value_of_another_edition_…` in tests/core/findings.rs.
        let unknown_exposure = choices.contains(&("edition", "arc-preview"))
            && choices.contains(&("exposure", "cluster-ip"))
            && !choices.contains(&("workload", "training"));
        if unknown_exposure {
            continue;
        }
        for switches in SWITCHES {
            let pairs: Vec<_> = choices.iter().chain(NAMES).chain(*switches).copied().collect();
            let answers = answers(&pairs);
            let Outcome { plan, findings, .. } = outcome(&answers);
            let contradiction =
                findings.iter().find(|finding| CONTRADICTIONS.contains(&finding.cause.id().as_str()));
            assert_eq!(contradiction, None, "{pairs:?}");
            for (option, protected) in [("--config", false), ("--config-protected", true)] {
                let settings = settings(&plan, option);
                assert_eq!(settings, expected(&table, &answers, protected), "{option} of {pairs:?}");
                seen.extend(settings.into_keys());
            }
        }
    }
    // Every row of the table was met.
    for row in &table {
        assert!(seen.iter().any(|key| row["key"] == key.as_str()), "{row} was never met");
    }
}

/// Texts in angle brackets that look like a field's id.
fn marks(text: &str) -> BTreeSet<&str> {
    text.split('<')
        .skip(1)
        .filter_map(|rest| rest.split_once('>'))
        .map(|(mark, _)| mark)
        .filter(|mark| mark.chars().all(|c| c.is_ascii_lowercase() || c == '-'))
        .collect()
}

#[test]
fn every_combination_gives_a_plan_whose_steps_and_outputs_stand_once() {
    let structures = [
        combinations(&["edition", "cluster", "workload", "exposure", "transport", "certificate"]),
        combinations(&["edition", "cluster", "openshift", "connected", "identity", "auto-upgrade"]),
        combinations(&["edition", "task", "purpose", "load-balancer"]),
    ];
    for choices in structures.iter().flatten() {
        let plan = outcome(&answers(choices)).plan;
        assert!(!plan.steps.is_empty(), "{choices:?}");
        for (index, step) in plan.steps.iter().enumerate() {
            assert!(
                !plan.steps[..index].iter().any(|other| other.id == step.id),
                "{choices:?}: {:?} twice",
                step.id
            );
            assert!(!step.outputs.is_empty(), "{choices:?}: nothing to do in {:?}", step.id);
            assert!(!step.sources.is_empty(), "{:?} has no source", step.id);
            for (index, output) in step.outputs.iter().enumerate() {
                assert!(
                    !step.outputs[..index].iter().any(|other| other.id == output.id),
                    "{choices:?}: {:?} twice in {:?}",
                    output.id,
                    step.id
                );
                for (shell, layout) in shells_and_layouts() {
                    let tokens = output_tokens(output, shell, layout);
                    let gaps = shell::placeholders(&tokens);
                    let ids: BTreeSet<&str> = gaps.iter().map(|gap| gap.id()).collect();
                    assert_eq!(marks(&shell::text(&tokens)), ids, "{choices:?}: {tokens:?}");
                    for gap in gaps {
                        assert!(gap.applies(&answers(choices)), "{choices:?}: {gap:?} cannot be filled in");
                    }
                }
            }
        }
        assert!(plan.steps.is_sorted_by_key(|step| step.cleans_up), "cleaning up comes last: {choices:?}");
    }
}

/// The page contains only the commands, and the panels contain the other outputs. Both have to report the same missing values.
#[test]
fn every_gap_of_a_plan_stands_in_a_command_too() {
    let structures = [
        combinations(&["edition", "cluster", "workload", "exposure", "transport", "certificate"]),
        combinations(&["edition", "cluster", "openshift", "connected", "identity", "auto-upgrade"]),
        combinations(&["edition", "task", "purpose", "load-balancer"]),
    ];
    let names: [&[(&str, &str)]; 3] = [
        &[],
        &[("namespace", "a b")],
        &[("workspace", "mlw"), ("vnet-name", "v"), ("cname", "a.example.org")],
    ];
    for (choices, names) in
        structures.iter().flatten().flat_map(|choices| names.map(|names| (choices, names)))
    {
        let pairs: Vec<_> = choices.iter().chain(names).copied().collect();
        let mut plan = outcome(&answers(&pairs)).plan;
        let all = plan.placeholders();
        for step in &mut plan.steps {
            step.outputs.retain(|output| matches!(output.body, Body::Commands(_)));
        }
        assert_eq!(plan.placeholders(), all, "{pairs:?}");
    }
}

#[test]
fn a_plan_with_every_name_given_has_no_placeholder() {
    let id = "11111111-2222-3333-4444-555555555555";
    let names: Vec<(&str, &str)> = NAMES
        .iter()
        .copied()
        .chain([
            ("subscription", id), ("resource-group", "rg"), ("cluster-name", "c1"), ("region", "westus2"),
            ("workspace", "mlw"), ("identity-ids", "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml"),
        ])
        .collect();
    let structures = [
        combinations(&[
            "edition",
            "cluster",
            "workload",
            "transport",
            "certificate",
            "connected",
            "identity",
        ]),
        combinations(&["edition", "task", "purpose", "load-balancer"]),
    ];
    for choices in structures.iter().flatten() {
        let pairs: Vec<_> = choices.iter().chain(&names).copied().collect();
        assert_eq!(outcome(&answers(&pairs)).plan.placeholders(), [], "{choices:?}");
    }
}

#[test]
fn connecting_comes_only_for_an_arc_cluster_that_is_not_connected() {
    let has = |pairs: &[(&str, &str)]| {
        outcome(&answers(pairs)).plan.steps.iter().any(|step| step.id == StepId::ConnectCluster)
    };
    assert!(has(&[("connected", "no")]));
    assert!(!has(&[]));
    assert!(!has(&[("connected", "no"), ("cluster", "aks")]));
}

#[test]
fn a_version_is_fixed_only_without_automatic_upgrades() {
    let text = |pairs: &[(&str, &str)]| {
        crate::support::step_text(&answers(pairs), "create-extension", Layout::Lines)
    };
    assert!(!text(&[("extension-version", "1.1.42")]).contains("1.1.42"));
    let fixed = text(&[("extension-version", "1.1.42"), ("auto-upgrade", "no")]);
    assert!(fixed.contains("--auto-upgrade false \\\n  --version 1.1.42"), "{fixed}");
    assert!(!text(&[("auto-upgrade", "no")]).contains("--version"));
}

#[test]
fn a_namespace_is_made_and_named_only_when_it_is_not_default() {
    let other = answers(&[("namespace", "ml-team")]);
    assert_eq!(
        crate::support::step_text(&other, "create-namespace", Layout::Lines),
        "kubectl create namespace ml-team"
    );
    assert!(
        crate::support::step_text(&other, "attach-compute", Layout::Lines).contains("--namespace ml-team")
    );
    assert!(!outcome(&Answers::default()).plan.steps.iter().any(|step| step.id == StepId::CreateNamespace));
    assert!(
        !crate::support::step_text(&Answers::default(), "attach-compute", Layout::Lines)
            .contains("--namespace")
    );
}

#[test]
fn the_workspace_is_in_the_clusters_group_and_subscription_unless_another_is_given() {
    let own = answers(&[("resource-group", "rg-cluster"), ("workspace-resource-group", "rg-workspace")]);
    assert!(
        crate::support::step_text(&own, "verify-compute", Layout::Lines)
            .contains("--resource-group rg-workspace")
    );
    assert!(
        crate::support::step_text(&own, "verify-extension", Layout::Lines)
            .contains("--resource-group rg-cluster")
    );
    let same = answers(&[("resource-group", "rg-cluster")]);
    assert!(
        crate::support::step_text(&same, "verify-compute", Layout::Lines)
            .contains("--resource-group rg-cluster")
    );
    let (one, other) = ("11111111-2222-3333-4444-55555555aaaa", "99999999-2222-3333-4444-555555555555");
    let apart = answers(&[("subscription", one), ("workspace-subscription", other)]);
    assert!(
        crate::support::step_text(&apart, "verify-compute", Layout::Lines)
            .contains(&format!("--subscription {other}"))
    );
    let spelled_otherwise =
        answers(&[("subscription", one), ("workspace-subscription", &one.to_uppercase())]);
    assert!(
        !crate::support::step_text(&spelled_otherwise, "verify-compute", Layout::Lines)
            .contains("--subscription")
    );
}

#[test]
fn creating_an_aks_compute_names_what_differs_from_the_default() {
    let aks = |pairs: &[(&str, &str)]| {
        let pairs: Vec<_> =
            [("edition", "aks-v1"), ("compute-name", "myaks")].iter().chain(pairs).copied().collect();
        crate::support::words(&crate::support::step_text(&answers(&pairs), "create-cluster", Layout::OneLine))
            .join(" ")
    };
    assert_eq!(aks(&[]), "az ml computetarget create aks -n myaks");
    assert_eq!(
        aks(&[
            ("workspace", "mlw"),
            ("resource-group", "rg"),
            ("region", "westus"),
            ("purpose", "dev-test"),
            ("node-count", "1"),
            ("vm-size", "Standard_D2_v2"),
            ("load-balancer", "internal"),
            ("load-balancer-subnet", "lb"),
        ]),
        "az ml computetarget create aks -n myaks -g rg -w mlw --location westus --cluster-purpose DevTest \
         --agent-count 1 --vm-size Standard_D2_v2 --load-balancer-type InternalLoadBalancer --load-balancer-subnet lb"
    );
    // The SDK accepts a complete network or none.
    assert_eq!(
        aks(&[("vnet-name", "net"), ("service-cidr", "10.0.0.0/16")]),
        "az ml computetarget create aks -n myaks --vnet-resourcegroup-name <vnet-resource-group> --vnet-name net \
         --subnet-name <subnet-name> --service-cidr 10.0.0.0/16 --dns-service-ip <dns-service-ip> \
         --docker-bridge-cidr <docker-bridge-cidr>"
    );
    // The same holds for the values that encrypt the endpoints.
    assert_eq!(
        aks(&[("cname", "ml.example.org"), ("cert-file", "c.pem")]),
        "az ml computetarget create aks -n myaks --ssl-cname ml.example.org --ssl-cert-file c.pem \
         --ssl-key-file <key-file>"
    );
    // An unusable workspace leaves a gap. The configured default does not replace it.
    assert!(aks(&[("workspace", "x y")]).contains("-w <workspace>"));
}

#[test]
fn the_resources_are_those_of_the_documents_for_each_workload() {
    let table: Vec<Value> = serde_json::from_str(include_str!("../data/resources.json")).unwrap();
    let on = "nvidia-plugin=yes&dcgm-exporter=yes";
    let off = "volcano=no&prometheus-operator=no";
    let settings = ["installNvidiaDevicePlugin", "installDcgmExporter", "installVolcano", "installPromOp"];
    for edition in ["current", "arc-preview"] {
        for cluster in ["arc", "aks"] {
            for workload in ["training", "inference", "both"] {
                for (switches, present) in
                    [("", [false, false, true, true]), (on, [true; 4]), (off, [false; 4])]
                {
                    let link = format!(
                        "edition={edition}&cluster={cluster}&workload={workload}&extension-name=ext&{switches}"
                    );
                    let answers = azureml_k8s_wizard::model::link::read(&link).answers;
                    let outcome = outcome(&answers);
                    let mut expected: Vec<(String, String)> = table
                        .iter()
                        .filter(|row| row["edition"] == edition && row[workload] == true)
                        .filter(|row| row["arc"] != true || cluster == "arc")
                        .filter(|row| row["aks"] != true || cluster == "aks")
                        .filter(|row| {
                            settings
                                .iter()
                                .zip(present)
                                .all(|(setting, present)| row["setting"] != *setting || present)
                        })
                        .map(|row| {
                            (
                                row["name"].as_str().unwrap().replace("{EXT}", "ext"),
                                row["kind"].as_str().unwrap().to_owned(),
                            )
                        })
                        .collect();
                    let mut resources: Vec<(String, String)> =
                        azureml_k8s_wizard::edition::resources(&outcome.plan, &outcome.resolved.scenario)
                            .into_iter()
                            .map(|resource| (resource.name, resource.kind.id().to_owned()))
                            .collect();
                    expected.sort();
                    resources.sort();
                    assert_eq!(resources, expected, "{link}");
                }
            }
        }
    }
}
