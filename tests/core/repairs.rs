//! Repairs: the corrected text, if it is certain.

use crate::support::{answers, nasty};
use azureml_k8s_wizard::analysis::check::{Finding, Severity};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::analysis::repair::{Repair, is_repairable, repair};
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::text::repair_label;
use rstest::rstest;

fn found<'a>(findings: &'a [Finding], id: &str) -> &'a Finding {
    findings.iter().find(|finding| finding.cause.id() == id).unwrap_or_else(|| panic!("{id} is not found"))
}

fn offered(answers: &Answers, id: &str) -> Option<Repair> {
    repair(found(&outcome(answers).findings, id), answers)
}

#[rstest]
#[case("region", "“West Europe”", "West Europe")]
#[case("resource-group", "rg-ml.", "rg-ml")]
#[case("resource-group", "“rg-ml”", "rg-ml")]
#[case("resource-group", "rg\u{200b}-ml", "rg-ml")]
#[case("cluster-name", "'edge-1',", "edge-1")]
#[case("namespace", "ML-Team", "ml-team")]
#[case("cname", "https://ML.Contoso.com/", "ML.Contoso.com")]
#[case("cname", "ml.contoso.com.", "ml.contoso.com")]
#[case("subscription", "{11111111-2222-3333-4444-555555555555}", "11111111-2222-3333-4444-555555555555")]
#[case(
    "subscription",
    "/subscriptions/11111111-2222-3333-4444-555555555555",
    "11111111-2222-3333-4444-555555555555"
)]
#[case("node-count", "03", "3")]
#[case("node-selector", "pool=ml,", "pool=ml")]
fn a_text_loses_what_is_no_part_of_it(#[case] id: &str, #[case] typed: &str, #[case] written: &str) {
    let answers = answers(&[("connected", "no"), (id, typed)]);
    let field = Field::from_id(id).unwrap();
    let repair = offered(&answers, &format!("invalid-{id}")).unwrap();
    assert_eq!((repair.field, repair.text.as_str()), (field, written));
    assert_eq!(repair_label(&repair), format!("Write “{written}”"));
    // Offering a repair changes nothing.
    assert_eq!(answers.typed(field), typed);
    assert_eq!(repair.apply(&answers).typed(field), written);
}

#[rstest]
#[case("cluster-name", "my cluster")]
#[case("cluster-name", "-c")]
#[case("cluster-name", "c;rm -rf /")]
#[case("resource-group", "rg/ml")]
#[case("subscription", "my subscription")]
#[case("namespace", "ml_team")]
#[case("node-count", "0")]
#[case("node-count", "three")]
#[case("cname", "contoso")]
#[case("cert-file", "@c.pem")]
#[case("cert-file", "a\u{7}b.pem")]
#[case("region", "(Europe) West")]
fn what_can_mean_several_things_is_left_to_its_reader(#[case] id: &str, #[case] typed: &str) {
    let answers = answers(&[("connected", "no"), (id, typed)]);
    let findings = outcome(&answers).findings;
    for finding in findings.iter().filter(|finding| finding.cause.id() == format!("invalid-{id}")) {
        assert_eq!(repair(finding, &answers), None, "{typed}");
    }
}

#[test]
fn a_choice_is_repaired_if_one_value_is_left() {
    let secret = answers(&[("edition", "arc-preview"), ("certificate", "secret")]);
    let repair = offered(&secret, "invalid-certificate").unwrap();
    assert_eq!((repair.field, repair.text.as_str()), (Field::Certificate, "files"));
    assert_eq!(repair_label(&repair), "Certificate: PEM files");
    let cluster_ip = answers(&[("edition", "arc-preview"), ("exposure", "cluster-ip")]);
    assert_eq!(offered(&cluster_ip, "invalid-exposure"), None);
    let nodes = answers(&[("cluster", "aks"), ("node-count", "2")]);
    let repair = offered(&nodes, "router-ha-nodes").unwrap();
    assert_eq!((repair.field, repair.text.as_str()), (Field::RouterHa, "no"));
    let openshift = answers(&[("cluster", "aks"), ("openshift", "yes")]);
    assert_eq!(offered(&openshift, "openshift-needs-arc"), None);
}

#[test]
fn an_extension_name_gets_lower_case() {
    let answers = answers(&[("extension-name", "trainingCompute")]);
    let repair = offered(&answers, "extension-name-capital").unwrap();
    assert_eq!((repair.field, repair.text.as_str()), (Field::ExtensionName, "trainingcompute"));
}

#[test]
fn of_several_identities_the_first_is_kept() {
    let id = |name: &str| {
        format!(
            "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}"
        )
    };
    let two = format!("{} , {}", id("one"), id("two"));
    let answers = answers(&[("identity", "user-assigned"), ("identity-ids", &two)]);
    let repair = offered(&answers, "identity-only-first").unwrap();
    assert_eq!((repair.field, repair.text), (Field::IdentityIds, id("one")));
}

/// Texts that are almost right, in every field.
const ALMOST: &[&str] = &[
    "Name.",
    "'name'",
    "NAME",
    "a b",
    "name,",
    "03",
    "{11111111-2222-3333-4444-555555555555}",
    "10.0.0.0/16.",
    "10.0.0.10,",
    "https://ML.example.org/",
    "a=b,",
    "subscriptions/x",
    "West Europe",
    "\"West US\"",
    "n\u{ad}ame",
];

/// Scenarios of every form, in which the rules that can be mended are broken one by one.
fn matrix() -> Vec<Answers> {
    let mut all = Vec::new();
    for edition in ["current", "arc-preview", "aks-v1"] {
        for cluster in ["arc", "aks"] {
            for workload in ["training", "inference", "both"] {
                for more in [
                    &[][..],
                    &[("node-count", "2")],
                    &[("nvidia-plugin", "yes"), ("nvidia-plugin-present", "yes")],
                    &[("certificate", "secret"), ("exposure", "cluster-ip")],
                    &[("openshift", "yes"), ("exposure", "internal"), ("transport", "http")],
                    &[("identity", "user-assigned"), ("connected", "no"), ("auto-upgrade", "no")],
                    &[
                        ("subscription", "11111111-2222-3333-4444-555555555555"),
                        ("workspace-subscription", "22222222-2222-3333-4444-555555555555"),
                    ],
                    &[("task", "attach"), ("purpose", "dev-test")],
                    &[
                        ("load-balancer", "internal"),
                        ("service-cidr", "10.0.0.0/16"),
                        ("docker-bridge-cidr", "10.0.0.1/16"),
                    ],
                ] {
                    let first = [("edition", edition), ("cluster", cluster), ("workload", workload)];
                    all.push(answers(&[&first[..], more].concat()));
                }
            }
        }
    }
    all
}

fn assert_repairs_work(answers: &Answers) -> usize {
    let before = outcome(answers).findings;
    let mut count = 0;
    for finding in &before {
        let Some(repair) = repair(finding, answers) else { continue };
        // The page fetches the repair for no other finding.
        assert!(is_repairable(&finding.cause), "{finding:?}");
        count += 1;
        let fixed = repair.apply(answers);
        let after = outcome(&fixed).findings;
        assert!(after.iter().all(|known| known.cause.id() != finding.cause.id()), "{finding:?} {repair:?}");
        for error in after.iter().filter(|known| known.severity == Severity::Error) {
            assert!(before.contains(error), "{finding:?} {repair:?} brought {error:?}");
        }
        // A finding about one field changes no other field.
        for field in Field::ALL {
            let is_edited = repair.field == *field;
            assert_eq!(is_edited, fixed.typed(*field) != answers.typed(*field), "{}", field.id());
        }
        assert!(finding.fields.contains(&repair.field), "{finding:?} {repair:?}");
    }
    count
}

#[test]
fn every_offered_repair_fixes_its_finding_and_causes_no_error() {
    let mut offered = 0;
    for (place, scenario) in matrix().into_iter().enumerate() {
        offered += assert_repairs_work(&scenario);
        let is_asked = |field: &&Field| matches!(field.row().kind, Kind::Text(_)) && field.applies(&scenario);
        for field in Field::ALL.iter().filter(is_asked) {
            // A different text in every scenario, and each text in each field over all of them.
            let text = ALMOST[(place + *field as usize) % ALMOST.len()];
            let mut answers = scenario.clone();
            answers.set(*field, text).unwrap();
            offered += assert_repairs_work(&answers);
        }
    }
    assert!(offered > 500, "{offered}");
}

#[test]
fn texts_that_break_careless_writers_are_repaired_to_legal_ones_or_left() {
    for text in nasty() {
        for id in ["resource-group", "cluster-name", "cname", "namespace", "identity-ids", "node-selector"] {
            assert_repairs_work(&answers(&[("identity", "user-assigned"), (id, text)]));
        }
    }
}
