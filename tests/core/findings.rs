//! Findings: each rule when it is broken and when it just is not, and a useful message for every bad text.

use crate::support::{answers, linked, with};
use azureml_k8s_wizard::analysis::check::{RULES, Severity};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::text;
use rstest::rstest;

fn found(link: &str, id: &str) -> Option<Severity> {
    let outcome = outcome(&linked(link));
    outcome.findings.iter().find(|finding| finding.cause.id() == id).map(|finding| finding.severity)
}

use Severity::{Error, Info, Warning};

const ONE: &str = "11111111-2222-3333-4444-555555555555";

/// Rule, severity, a link that breaks it, and one that just does not.
#[rustfmt::skip]
pub(crate) const CASES: &[(&str, Severity, &str, &str)] = &[
    ("edition-unsupported", Warning, "edition=arc-preview", ""),
    ("edition-unsupported", Warning, "edition=aks-v1", ""),
    ("openshift-needs-arc", Error, "cluster=aks&openshift=yes", "cluster=arc&openshift=yes"),
    ("openshift-scc-first", Info, "openshift=yes", "cluster=aks&openshift=yes"),
    ("openshift-selinux", Warning, "openshift=yes", "openshift=yes&edition=arc-preview"),
    ("same-subscription", Error, "subscription=11111111-2222-3333-4444-555555555555&workspace-subscription=99999999-2222-3333-4444-555555555555", "subscription=AAAAAAAA-2222-3333-4444-555555555555&workspace-subscription=aaaaaaaa-2222-3333-4444-555555555555"),
    ("internal-needs-aks", Error, "exposure=internal", "exposure=internal&cluster=aks"),
    ("internal-needs-aks", Warning, "edition=arc-preview&exposure=internal", "exposure=internal&workload=training"),
    ("load-balancer-on-arc", Warning, "cluster=arc", "cluster=aks"),
    ("load-balancer-on-arc", Warning, "edition=arc-preview", "edition=arc-preview&exposure=node-port"),
    ("http-public", Warning, "transport=http", "transport=http&exposure=node-port"),
    ("http-dev-only", Warning, "transport=http&exposure=node-port", "transport=http&workload=training"),
    ("node-port-url", Info, "exposure=node-port", "exposure=cluster-ip"),
    ("node-port-own-lb", Info, "exposure=cluster-ip", "exposure=internal"),
    ("router-ha-nodes", Warning, "node-count=2", "node-count=3"),
    ("router-ha-nodes", Warning, "node-count=1&router-ha=yes", "node-count=1&router-ha=no"),
    ("nvidia-plugin-present", Warning, "nvidia-plugin=yes&nvidia-plugin-present=yes", "nvidia-plugin-present=yes"),
    ("nvidia-plugin-present", Warning, "edition=arc-preview&nvidia-plugin-present=yes", "edition=arc-preview&nvidia-plugin-present=yes&nvidia-plugin=no"),
    ("log-analytics-cost", Warning, "edition=arc-preview&log-analytics=yes", "log-analytics=yes"),
    ("relay-do-not-touch", Info, "", "cluster=aks"),
    ("namespace-must-exist", Warning, "namespace=ml-team", "namespace=default"),
    ("extension-name-capital", Warning, "extension-name=trainingCompute", "extension-name=training-compute"),
    // The pattern of the interface: ^[a-zA-Z](?![a-zA-Z0-9-]*-\d+$)[a-zA-Z0-9\-]{2,23}$
    ("compute-name-digits", Warning, "compute-name=edge-1", "compute-name=edge1"),
    ("compute-name-digits", Warning, "edition=arc-preview&compute-name=k8s-02", "edition=arc-preview&compute-name=k8s-2a"),
    ("relay-name", Warning, "cluster-name=5g-site&resource-group=rg", "cluster-name=g5-site&resource-group=rg"),
    ("relay-name", Warning, "cluster-name=edge&resource-group=rg-é", "cluster=aks&cluster-name=edge&resource-group=rg-é"),
    // The group is cut off before the letter: 8 of the cluster, 32 of the subscription, 4 of the group.
    ("relay-name", Warning, "cluster-name=edge-site&resource-group=abcé5678", "cluster-name=edge-site&resource-group=abcdé678"),
    ("identity-only-first", Warning, "identity=user-assigned&identity-ids=ID1,ID2", "identity=user-assigned&identity-ids=ID1"),
    ("vcpus-production", Error, "edition=aks-v1&node-count=2", "edition=aks-v1"),
    ("vcpus-production", Error, "edition=aks-v1&node-count=3&vm-size=Standard_X1&vm-cores=3", "edition=aks-v1&node-count=3&vm-size=Standard_X1&vm-cores=4"),
    // A known size has its own number.
    ("vcpus-production", Error, "edition=aks-v1&node-count=2&vm-cores=64", "edition=aks-v1&vm-cores=1"),
    ("vcpus-production", Error, "edition=aks-v1&task=attach&node-count=2", "edition=aks-v1&task=attach"),
    ("nodes-production", Error, "edition=aks-v1&node-count=2&vm-size=Standard_D4_v2", "edition=aks-v1&node-count=3&vm-size=Standard_D4_v2"),
    ("nodes-production", Error, "edition=aks-v1&task=attach&node-count=2", "edition=aks-v1&task=attach&node-count=2&purpose=dev-test"),
    ("vcpus-dev-test", Warning, "edition=aks-v1&purpose=dev-test&vm-size=Standard_X1&vm-cores=1", "edition=aks-v1&purpose=dev-test"),
    ("dev-test-not-production", Warning, "edition=aks-v1&purpose=dev-test", "edition=aks-v1&purpose=dev-test&task=detach"),
    ("single-attachment", Warning, "edition=aks-v1&task=attach", "edition=aks-v1"),
    ("not-idempotent", Info, "edition=aks-v1", "edition=aks-v1&task=attach"),
    ("private-cluster-attach-only", Info, "edition=aks-v1", "edition=aks-v1&task=attach"),
    ("detach-keeps-cluster", Info, "edition=aks-v1&task=detach", "edition=aks-v1&task=create"),
    ("placeholders-left", Warning, "cluster=aks", "cluster=aks&workload=training&subscription=11111111-2222-3333-4444-555555555555&resource-group=rg&cluster-name=c&workspace=mlw"),
    ("invalid-compute-name", Warning, "compute-name=a-name-of-17-signs", "compute-name=a-name-of-16-sig"),
    ("invalid-compute-name", Error, "compute-name=k", "compute-name=k8"),
    // Azure's naming rules allow 2 to 16 characters, the page about AksCompute 3 to 24.
    ("invalid-compute-name", Warning, "edition=aks-v1&compute-name=a-name-of-17-signs", "edition=aks-v1&compute-name=a-name-of-16-sig"),
    ("invalid-compute-name", Error, "edition=aks-v1&compute-name=my_aks_compute_01", "edition=aks-v1&compute-name=k8s"),
    ("invalid-dns-service-ip", Error, "edition=aks-v1&service-cidr=10.0.0.0/16&dns-service-ip=10.0.0.1", "edition=aks-v1&service-cidr=10.0.0.0/16&dns-service-ip=10.0.0.10"),
    ("invalid-docker-bridge-cidr", Error, "edition=aks-v1&service-cidr=10.0.0.0/8&docker-bridge-cidr=10.17.0.1/16", "edition=aks-v1&service-cidr=10.0.0.0/16&docker-bridge-cidr=172.17.0.1/16"),
    ("invalid-exposure", Error, "edition=arc-preview&exposure=cluster-ip", "edition=arc-preview&exposure=cluster-ip&workload=training"),
    ("invalid-certificate", Error, "edition=arc-preview&certificate=secret", "edition=arc-preview&certificate=secret&transport=http"),
];

/// A link with the short names of identities written out.
fn fill(link: &str) -> String {
    let id = |name: &str| {
        format!(
            "/subscriptions/{ONE}/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/{name}"
        )
    };
    link.replace("ID1", &id("id-one")).replace("ID2", &id("id-two"))
}

#[test]
fn each_rule_is_found_where_it_is_broken_and_not_where_it_just_is_not() {
    for (rule, severity, broken, kept) in CASES {
        assert_eq!(found(&fill(broken), rule), Some(*severity), "{rule}: {broken}");
        assert_eq!(found(&fill(kept), rule), None, "{rule}: {kept}");
    }
    for rule in RULES {
        assert!(!rule.fields.is_empty() && !rule.editions.is_empty());
    }
}

#[test]
fn a_rule_concerns_fields_of_its_editions_alone() {
    for rule in RULES {
        for edition in rule.editions {
            assert!(
                rule.fields.iter().all(|field| field.row().editions.contains(edition)),
                "{} in {edition:?}",
                rule.id.id()
            );
        }
    }
}

/// Every text field, in answers under which it applies, with a text that no kind accepts.
#[test]
fn a_bad_text_in_any_field_is_found_and_its_placeholder_stands_where_it_would() {
    let bad = "\u{202E}; echo PWNED";
    let structures = [
        "certificate=secret&connected=no&auto-upgrade=no&identity=user-assigned",
        "",
        "edition=arc-preview",
        "edition=aks-v1&load-balancer=internal&vm-size=Standard_X1&workspace=mlw",
        "edition=aks-v1&task=attach",
    ];
    // Without effect on a command: they are for rules, or give an optional version.
    let silent = [Field::NodeCount, Field::VmCores];
    for field in Field::ALL.iter().filter(|field| matches!(field.row().kind, Kind::Text(_))) {
        let mut applied = false;
        for structure in structures {
            let answers = with(linked(structure), *field, bad);
            if !field.applies(&answers) {
                continue;
            }
            applied = true;
            let outcome = outcome(&answers);
            let finding = outcome
                .findings
                .iter()
                .find(|finding| finding.cause.id() == format!("invalid-{}", field.id()))
                .unwrap_or_else(|| panic!("{} in {structure}", field.id()));
            assert_eq!((finding.severity, finding.fields.as_slice()), (Error, &[*field][..]));
            let attaching = *field == Field::VmSize && structure.contains("attach");
            if !silent.contains(field) && !attaching {
                assert!(outcome.plan.placeholders().contains(field), "{} in {structure}", field.id());
            }
            let message = text::finding(finding, &answers);
            assert!(message.starts_with(text::field_label(*field)), "{message}");
            assert!(message.contains("For example: "), "{message}");
            assert!(
                !message.contains('\u{202E}'),
                "an invisible character is shown by its number: {message}"
            );
        }
        assert!(applied, "{} never applies", field.id());
    }
}

#[rstest]
#[case(
    "resource-group",
    "rg; x",
    "Resource group: “;” is not allowed here. Use 1 to 90 letters, digits, underscores, parentheses, hyphens and full stops, no full stop at the end. For example: rg-ml-prod"
)]
#[case(
    "namespace",
    "ml team",
    "Namespace: a space is not allowed here. Use 1 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends. For example: ml-team"
)]
#[case(
    "workspace",
    "ml",
    "Workspace: this is too short; it needs at least 3 characters. Use 3 to 33 letters (a–z), digits, hyphens and underscores, with a letter or digit first. For example: mlw-prod"
)]
#[case(
    "node-count",
    "007",
    "Number of nodes: leave out the leading zeros. Use a whole number from 1 to 65535. For example: 3"
)]
fn a_message_has_the_problem_the_allowed_form_and_an_example(
    #[case] id: &str,
    #[case] text: &str,
    #[case] message: &str,
) {
    let answers = answers(&[(id, text)]);
    let outcome = outcome(&answers);
    let finding =
        outcome.findings.iter().find(|finding| finding.cause.id() == format!("invalid-{id}")).unwrap();
    assert_eq!(text::finding(finding, &answers), message);
}

#[test]
fn a_value_of_another_edition_leaves_its_placeholder_and_opens_nothing() {
    let answers = answers(&[("edition", "arc-preview"), ("exposure", "cluster-ip"), ("transport", "http")]);
    let text = crate::support::step_text(
        &answers,
        "create-extension",
        azureml_k8s_wizard::model::choice::Layout::OneLine,
    );
    assert!(
        text.ends_with(
            "--config enableTraining=True enableInference=True <exposure> allowInsecureConnections=True"
        ),
        "{text}"
    );
}

/// Advice mentions only what the edition has.
#[test]
fn no_message_of_the_preview_suggests_cluster_ip() {
    for link in [
        "edition=arc-preview&exposure=internal",
        "edition=arc-preview",
        "edition=arc-preview&exposure=node-port",
    ] {
        let answers = linked(link);
        for finding in outcome(&answers).findings {
            let message = text::finding(&finding, &answers);
            assert!(!message.contains("ClusterIP") && !message.contains("E4000"), "{message}");
        }
    }
}

#[test]
fn errors_come_first() {
    let answers = linked("resource-group=%3B&exposure=internal&transport=http");
    let severities: Vec<Severity> =
        outcome(&answers).findings.iter().map(|finding| finding.severity).collect();
    assert!(severities.is_sorted() && severities.first() == Some(&Error) && severities.last() == Some(&Info));
}

#[test]
fn the_untouched_scenario_has_no_error_in_any_edition() {
    for edition in [Edition::Current, Edition::ArcPreview, Edition::AksV1] {
        let id = azureml_k8s_wizard::model::choice::Choice::id(edition);
        let outcome = outcome(&with(Answers::default(), Field::Edition, id));
        assert!(outcome.findings.iter().all(|finding| finding.severity != Error), "{id}");
    }
}
