//! The verdicts of the real Azure CLI on 91 commands (azure-cli 2.91.0, k8s-extension 1.7.0, ml 2.40.0), against what
//! reading the same commands reports.

use std::collections::BTreeMap;
use std::fs;

use crate::read::{ids, of};
use crate::support::data;
use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::parse::read::read;
use serde::Deserialize;

#[derive(Deserialize)]
struct Verdict {
    name: String,
    command: String,
    accepted: bool,
    deprecated_option: bool,
}

/// Commands that the CLI accepts and that are an error nevertheless, with the finding and the reason.
const STRICTER: &[(&str, &str, &str)] = &[
    (
        "ilb other",
        "wrong-value",
        "only `azure` makes an internal load balancer; with another value, the endpoint is public",
    ),
    ("ilb arc", "internal-needs-aks", "the extension's health check fails with E40003"),
    ("upd np+ilb", "exposure-exclusive", "the CLI refuses the same settings when it creates the extension"),
    ("att user no ids", "identity-ids-required", "Azure refuses a user-assigned identity without its id"),
    ("att bad rid", "wrong-value", "Azure finds no cluster at an id that is none"),
];

#[test]
fn what_the_cli_refuses_is_an_error_and_what_it_accepts_is_none() {
    let verdicts: Vec<Verdict> =
        serde_json::from_str(&fs::read_to_string(data("cli-verdicts.json")).unwrap()).unwrap();
    assert_eq!(verdicts.len(), 91);
    let mut stricter = BTreeMap::new();
    for verdict in &verdicts {
        let reading = read(&verdict.command, None);
        let errors: Vec<String> = reading
            .findings
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .map(azureml_k8s_wizard::parse::read::Finding::id)
            .collect();
        if verdict.accepted && !errors.is_empty() {
            stricter.insert(verdict.name.as_str(), errors.join(" "));
        } else {
            assert_eq!(errors.is_empty(), verdict.accepted, "{}: {:?}", verdict.name, ids(&reading));
        }
        assert_eq!(
            !of(&reading, "deprecated-option").is_empty(),
            verdict.deprecated_option,
            "{}: {:?}",
            verdict.name,
            ids(&reading)
        );
    }
    let expected: BTreeMap<&str, String> =
        STRICTER.iter().map(|(name, id, _)| (*name, (*id).to_owned())).collect();
    assert_eq!(stricter, expected);
}
