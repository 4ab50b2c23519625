//! The table of setting keys: it has the keys that the documentation and the CLI know, and no other source contains the
//! text of a key.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::files;
use azureml_k8s_wizard::base::source;
use azureml_k8s_wizard::edition::setting::{
    self, Needs, SettingKey, SettingRow, Successor, Support, ValueForm,
};
use azureml_k8s_wizard::model::choice::{Choice as _, Edition};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::parse::read::{Finding, read};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use serde_json::Value;
use syn::visit::{self, Visit};
use syn::{Attribute, ItemMod, LitStr, Macro};

/// Keys that are also ordinary words: the files in which they mean something else, and what they mean there.
const OTHER_USES: &[(&str, &str, &str)] = &[
    ("analysis/migration", "openshift", "the id of a change"),
    ("edition/aks_v1", "cluster_name", "an argument of the Python SDK"),
    ("edition/aks_v1", "location", "an argument of the Python SDK"),
    ("model/field", "openshift", "the id of a field"),
    ("model/preset", "openshift", "the id of a preset"),
    ("parse/import/cluster", "openshift", "a distribution of Kubernetes"),
    ("parse/import/compute", "clusterPurpose", "a member of Azure's JSON"),
    ("parse/import/reader", "location", "a member of Azure's JSON"),
    ("parse/import/state", "openshift", "the id of a state"),
    ("parse/read/command/value", "openshift", "a distribution of Kubernetes"),
];

/// The macros whose texts are for people.
const MESSAGES: &[&str] = &["message", "plural", "texts"];

/// The string literals of a file, except in messages, documentation and unit tests.
#[derive(Default)]
struct Literals(Vec<String>);

impl Literals {
    fn of(file: &syn::File) -> Vec<String> {
        let mut literals = Self::default();
        literals.visit_file(file);
        literals.0
    }

    /// Reads the tokens of a macro.
    fn read_tokens(&mut self, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for (index, token) in tokens.iter().enumerate() {
            let before = |distance: usize| index.checked_sub(distance).and_then(|at| tokens.get(at));
            match token {
                TokenTree::Group(group) => {
                    let is_attribute = group.delimiter() == Delimiter::Bracket
                        && matches!(before(1), Some(TokenTree::Punct(punct)) if punct.as_char() == '#');
                    let is_message = matches!(
                        (before(2), before(1)),
                        (Some(TokenTree::Ident(name)), Some(TokenTree::Punct(punct)))
                            if punct.as_char() == '!' && MESSAGES.iter().any(|message| name == message)
                    );
                    if !is_attribute && !is_message {
                        self.read_tokens(group.stream());
                    }
                }
                TokenTree::Literal(literal) => {
                    if let Ok(text) = syn::parse_str::<LitStr>(&literal.to_string()) {
                        self.0.push(text.value());
                    }
                }
                TokenTree::Ident(_) | TokenTree::Punct(_) => {}
            }
        }
    }
}

impl<'ast> Visit<'ast> for Literals {
    fn visit_lit_str(&mut self, literal: &'ast LitStr) {
        self.0.push(literal.value());
    }

    fn visit_macro(&mut self, item: &'ast Macro) {
        let name = item.path.segments.last().map(|segment| segment.ident.to_string());
        if !name.is_some_and(|name| MESSAGES.contains(&name.as_str())) {
            self.read_tokens(item.tokens.clone());
        }
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        let is_test = |attribute: &Attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
        };
        if !item.attrs.iter().any(is_test) {
            visit::visit_item_mod(self, item);
        }
    }

    /// Documentation and conditions of the compiler.
    fn visit_attribute(&mut self, _: &'ast Attribute) {}
}

/// The keys that a text contains as words of their own.
fn keys_in(text: &str) -> BTreeSet<&'static str> {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-');
    let contains = |key: &str| {
        text.match_indices(key).any(|(start, _)| {
            let (before, behind) = (text.get(..start).unwrap(), text.get(start + key.len()..).unwrap());
            !before.ends_with(|c| is_part(c) || c == '.') && !behind.starts_with(is_part)
        })
    };
    SettingKey::ALL.iter().map(|key| key.id()).filter(|key| contains(key)).collect()
}

#[test]
fn the_text_of_a_key_stands_in_the_table_alone() {
    let table = ["edition", "setting", "table"];
    let mut found = BTreeMap::new();
    for (module, file) in files() {
        let is_test = module.last().is_some_and(|name| name == "tests");
        if module == table || is_test {
            continue;
        }
        for text in Literals::of(&file) {
            for key in keys_in(&text) {
                found.entry((module.join("/"), key)).or_insert(text.clone());
            }
        }
    }
    for (file, key, other_use) in OTHER_USES {
        assert!(found.remove(&((*file).to_owned(), *key)).is_some(), "{file} has no {key}, {other_use}");
    }
    assert_eq!(found, BTreeMap::new());
}

#[test]
fn a_key_is_found_however_it_is_written() {
    let file = |text: &str| {
        let literals = Literals::of(&syn::parse_file(text).unwrap());
        literals.iter().flat_map(|text| keys_in(text)).collect::<Vec<_>>()
    };
    for text in [
        r#"fn f() { g("enableTraining") }"#,
        r#"const A: &str = "one enableTraining=True";"#,
        r##"const A: &str = r#"enableTraining"#;"##,
        r#"fn f() { g(vec!["enableTraining"]) }"#,
        r#"fn f() { vec![message!("name", "text"), g("enableTraining")] }"#,
        r#"ids! { /** One. */ Key { One "enableTraining", } }"#,
        r#"fn f(key: &str) { match key { "enableTraining" => {} _ => {} } }"#,
    ] {
        assert_eq!(file(text), ["enableTraining"], "{text}");
    }
    assert_eq!(file(r#"const A: &str = "nodeSelector.pool=a";"#), ["nodeSelector"]);
    for text in [
        r#"fn f() { message!("name", "Write enableTraining=True.") }"#,
        r#"fn f() { vec![message!("name", "Write enableTraining=True.")] }"#,
        r#"ids! { #[doc = "enableTraining"] One { } }"#,
        r#"/// `enableTraining`
           #[cfg(test)] mod tests { const A: &str = "enableTraining"; }"#,
        r#"const A: &[&str] = &["enableTrainings", "--location", "a.domain", "cluster_names"];"#,
    ] {
        assert_eq!(file(text), [""; 0], "{text}");
    }
}

/// The rows of a file of facts.
fn rows(json: &str) -> Vec<Value> {
    serde_json::from_str(json).unwrap()
}

#[test]
fn an_edition_has_the_settings_that_its_documentation_lists() {
    for edition in [Edition::Current, Edition::ArcPreview] {
        let documented: BTreeSet<(String, bool)> = rows(include_str!("../data/settings.json"))
            .iter()
            .filter(|row| row["edition"] == edition.id())
            .map(|row| {
                let key = row["key"].as_str().unwrap();
                // One key for each label.
                let key = if key.starts_with("nodeSelector.") { "nodeSelector" } else { key };
                (key.to_owned(), row["protected"].as_bool().unwrap())
            })
            .collect();
        let settings = setting::settings(edition);
        assert_eq!(
            settings.map(|s| (s.key.id().to_owned(), s.protected)).collect::<BTreeSet<_>>(),
            documented
        );
    }
    assert_eq!(setting::settings(Edition::AksV1).count(), 0);
}

#[test]
fn a_key_that_is_not_asked_for_is_one_that_the_cli_or_a_page_names() {
    let facts = rows(include_str!("../data/known-settings.json"));
    let known: BTreeMap<&str, &SettingRow> =
        SettingKey::ALL.iter().filter(|key| key.asked().is_none()).map(|key| (key.id(), key.row())).collect();
    let named: BTreeSet<&str> = facts.iter().map(|row| row["key"].as_str().unwrap()).collect();
    assert_eq!(known.keys().copied().collect::<BTreeSet<_>>(), named);
    for fact in facts {
        let key = fact["key"].as_str().unwrap();
        let row = known[key];
        assert_eq!(row.protected, fact["protected"].as_bool().unwrap(), "{key}");
        let value = match row.value {
            ValueForm::Switch => "switch".into(),
            ValueForm::OneOf(words) => words.into(),
            ValueForm::Text => "text".into(),
            ValueForm::Path | ValueForm::Label => Value::Null,
        };
        assert_eq!(value, fact["value"], "{key}");
        let Support::Known(facts) = row.current else { panic!("{key} has no source") };
        assert!(source::ALL.contains(&facts.source), "{key}");
        assert_eq!(facts.source.name(), fact["source"], "{key}");
    }
}

#[test]
fn a_key_is_recognised_to_the_letter() {
    for key in SettingKey::ALL {
        assert_eq!(SettingKey::from_id(key.id()), Some(*key));
        assert_eq!(key.row().key, *key);
        assert_eq!(SettingKey::from_id(&key.id().to_uppercase()), None);
        assert_eq!(SettingKey::of_pair(&format!("{}=a=b", key.id())), Some(*key));
    }
    assert_eq!(SettingKey::of_pair("nodeSelector.pool=ml"), Some(SettingKey::NodeSelector));
    assert_eq!(SettingKey::of_pair("nodeSelectors.pool=ml"), None);
    assert_eq!(SettingKey::of_pair(""), None);
}

#[test]
fn a_setting_carries_the_workload_exactly_when_it_switches_training_or_inference_on() {
    for key in setting::asked() {
        let is_workload = matches!(key.id(), "enableTraining" | "enableInference");
        assert_eq!(key.asked().unwrap().field == Field::Workload, is_workload, "{}", key.id());
    }
}

#[test]
fn current_has_what_replaces_a_setting_of_the_preview() {
    let is_current = |key: SettingKey| key.row().is_of(Edition::Current);
    for key in setting::asked() {
        let row = key.row();
        let field = |key: SettingKey| key.asked().unwrap().field;
        match row.successor {
            Successor::Same => assert!(is_current(key), "{}", key.id()),
            Successor::Renamed(other) => {
                assert!(!is_current(key) && is_current(other), "{}", key.id());
                assert_eq!((field(key), row.value), (field(other), other.row().value), "{}", key.id());
            }
            Successor::WhenOn(settings) => {
                assert!(!is_current(key) && row.value == ValueForm::Switch, "{}", key.id());
                for (other, value) in settings {
                    assert!(is_current(*other), "{}", other.id());
                    assert_eq!(field(key), field(*other), "{}", other.id());
                    let ValueForm::OneOf(words) = other.row().value else { panic!("{}", other.id()) };
                    assert!(words.contains(value), "{}={value}", other.id());
                }
            }
            Successor::LeftOut => assert_eq!(row.current, Support::Accepted, "{}", key.id()),
        }
    }
}

const CREATE: &str = "az k8s-extension create --name e --cluster-type managedClusters --cluster-name c --resource-group g --extension-type Microsoft.AzureML.Kubernetes --scope cluster --config enableTraining=True";

#[test]
fn a_key_that_is_known_and_not_asked_for_is_not_called_unknown() {
    for key in SettingKey::ALL.iter().filter(|key| key.asked().is_none()) {
        let row = key.row();
        let value = match row.value {
            ValueForm::Switch => "true",
            ValueForm::OneOf(words) => words[0],
            ValueForm::Text | ValueForm::Path | ValueForm::Label => "x",
        };
        let option = if row.protected { "--config-protected " } else { "" };
        let reading = read(&format!("{CREATE} {option}{}={value}", key.id()), None);
        let expected = match key {
            // The CLI writes the same value on this kind of cluster.
            SettingKey::NginxIngressEnabled => &[][..],
            SettingKey::Domain => &["overwritten-value"],
            _ => &["not-carried-over"],
        };
        let ids: Vec<String> = reading.findings.iter().map(Finding::id).collect();
        assert_eq!(ids, expected, "{}", key.id());
        assert_eq!(
            row.needs == Needs::Training,
            key.id().starts_with("volcano") || key.id().starts_with("aml")
        );
    }
    for unknown in ["nginxIngress.enable=true", "scoringFe=true", "volcanoScheduler.x=y", "Domain=x"] {
        let findings = read(&format!("{CREATE} {unknown}"), None).findings;
        let ids: Vec<String> = findings.iter().map(Finding::id).collect();
        assert_eq!(ids, ["unknown-key"], "{unknown}");
    }
}
