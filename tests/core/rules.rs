//! The rules that a plan keeps by construction, those about missing values, and the findings of the seed documents'
//! own scenarios.

use crate::support::{answers, linked};
use azureml_k8s_wizard::analysis::check::{RULES, Severity, Subject, Verdict};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::scenario::resolve;
use serde_json::Value;

const ID: &str = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml";

/// The result of a rule for a scenario with the settings of its own plan.
fn verdict(rule: &str, link: &str) -> Option<Verdict> {
    let answers = linked(link);
    let outcome = outcome(&answers);
    let subject = Subject::new(&answers, &outcome.resolved.scenario, &outcome.plan);
    RULES.iter().find(|row| row.id.id() == rule).unwrap().verdict(&subject)
}

/// The result of a rule for a scenario with the settings of an existing command.
fn verdict_of(rule: &str, link: &str, settings: &[&str]) -> Option<Verdict> {
    let answers = linked(link);
    let resolved = resolve(&answers);
    let settings = settings.iter().map(|text| (*text).to_owned()).collect();
    let subject = Subject::with_settings(&answers, &resolved.scenario, settings);
    RULES.iter().find(|row| row.id.id() == rule).unwrap().verdict(&subject)
}

/// Rule, a link where a value is missing, one where it just is not, and the fields that fill the gap.
const MISSING: &[(&str, &str, &str, &[Field])] = &[
    ("https-needs-certificate", "", "cert-file=c.pem", &[Field::CertFile, Field::KeyFile]),
    (
        "https-needs-certificate",
        "edition=arc-preview",
        "edition=arc-preview&transport=http",
        &[Field::CertFile],
    ),
    ("https-needs-certificate", "certificate=secret", "certificate=secret&tls-secret=s", &[Field::TlsSecret]),
    ("certificate-needs-both-files", "cert-file=c.pem", "cert-file=c.pem&key-file=k.pem", &[Field::KeyFile]),
    ("certificate-needs-both-files", "key-file=k.pem", "", &[Field::CertFile]),
    ("https-needs-cname", "cert-file=c.pem", "cname=ml.example.org", &[Field::Cname]),
    ("https-needs-cname", "certificate=secret", "transport=http", &[Field::Cname]),
    (
        "identity-ids-required",
        "identity=user-assigned",
        "identity=user-assigned&identity-ids=ID",
        &[Field::IdentityIds],
    ),
    (
        "identity-ids-required",
        "edition=arc-preview&identity=user-assigned",
        "identity=system-assigned",
        &[Field::IdentityIds],
    ),
];

#[test]
fn a_missing_value_is_no_error_of_its_own_and_its_placeholder_is_named() {
    for (rule, broken, kept, fields) in MISSING {
        assert_eq!(verdict(rule, broken), Some(Verdict::Missing), "{rule}: {broken}");
        assert_eq!(verdict(rule, &kept.replace("ID", ID)), None, "{rule}: {kept}");
        let outcome = outcome(&linked(broken));
        assert!(outcome.findings.iter().all(|finding| finding.cause.id() != *rule), "{rule}: {broken}");
        let left = outcome.findings.iter().find(|finding| finding.cause.id() == "placeholders-left").unwrap();
        assert!(fields.iter().all(|field| left.fields.contains(field)), "{rule}: {:?}", left.fields);
    }
}

type BySettings = (&'static str, Severity, &'static str, &'static [&'static str], &'static [&'static str]);

/// Rule, severity, a link, settings that break it, and settings that just do not. Refused by the CLI is an error: two PEM
/// files beside a secret are accepted, and the secret is ignored.
const BY_SETTINGS: &[BySettings] = &[
    (
        "exposure-exclusive",
        Severity::Error,
        "edition=arc-preview",
        &["privateEndpointNodeport=True", "privateEndpointILB=true"],
        &["privateEndpointNodeport=True", "privateEndpointILB=False"],
    ),
    (
        "exposure-exclusive",
        Severity::Error,
        "",
        &["inferenceRouterServiceType=nodeport", "internalLoadBalancerProvider=azure"],
        &["inferenceRouterServiceType=LoadBalancer", "internalLoadBalancerProvider=azure"],
    ),
    (
        "certificate-one-source",
        Severity::Warning,
        "",
        &["sslSecret=s", "sslCertPemFile=c.pem", "sslKeyPemFile=k.pem"],
        &["sslSecret=s", "sslCname=c.example.org"],
    ),
    (
        "http-needs-opt-in",
        Severity::Error,
        "transport=http",
        &["enableInference=True", "allowInsecureConnections=Ture"],
        &["enableInference=True", "allowInsecureConnections=true"],
    ),
];

#[test]
fn settings_of_other_commands_can_break_what_a_plan_keeps() {
    for (rule, severity, link, broken, kept) in BY_SETTINGS {
        assert_eq!(verdict_of(rule, link, broken), Some(Verdict::Found(*severity)), "{rule}");
        assert_eq!(verdict_of(rule, link, kept), None, "{rule}");
    }
}

/// The Azure CLI writes `inferenceRouterHA=false` on fewer than three nodes, unless the command has the setting.
#[test]
fn high_availability_on_two_nodes_is_an_error_only_if_a_command_asks_for_it() {
    let of = |link: &str, settings: &[&str]| verdict_of("router-ha-nodes", link, settings);
    let (error, warning) = (Some(Verdict::Found(Severity::Error)), Some(Verdict::Found(Severity::Warning)));
    assert_eq!(of("node-count=2", &["enableInference=True", "inferenceRouterHA=True"]), error);
    assert_eq!(of("node-count=2", &["enableInference=True", "inferenceRouterHA=true"]), error);
    assert_eq!(of("node-count=2", &["enableInference=True"]), warning);
    assert_eq!(of("node-count=3", &["enableInference=True", "inferenceRouterHA=True"]), None);
    assert_eq!(of("node-count=2&workload=training", &["enableTraining=True"]), None);
    // A link cannot contain an explicit yes, because it is the default, and a plan does not write it.
    assert_eq!(verdict("router-ha-nodes", "node-count=2&router-ha=yes"), warning);
}

#[test]
fn no_plan_breaks_the_rules_about_single_settings() {
    let editions = ["current", "arc-preview"];
    let exposures = ["public", "internal", "node-port", "cluster-ip"];
    for edition in editions {
        for exposure in exposures {
            for transport in ["https", "http"] {
                for certificate in ["files", "secret"] {
                    let link = format!(
                        "edition={edition}&exposure={exposure}&transport={transport}&certificate={certificate}&cert-file=c&key-file=k&tls-secret=s&cname=a.b"
                    );
                    for (rule, ..) in BY_SETTINGS {
                        assert_eq!(verdict(rule, &link), None, "{rule}: {link}");
                    }
                }
            }
        }
    }
}

#[test]
fn every_rule_has_a_case_somewhere() {
    let here = MISSING.iter().map(|row| row.0).chain(BY_SETTINGS.iter().map(|row| row.0));
    let known: Vec<&str> = here.chain(crate::findings::CASES.iter().map(|row| row.0)).collect();
    for rule in RULES {
        assert!(known.contains(&rule.id.id()), "{} has no case", rule.id.id());
    }
}

/// The rows of `facts/rules.md`, with their severities in the editions that they name.
#[test]
fn every_row_of_the_facts_is_a_rule() {
    let rows: Vec<(&str, &str)> = include_str!("../data/rules.txt")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split_once('|').unwrap())
        .collect();
    for (id, editions) in &rows {
        let rule = RULES.iter().find(|rule| rule.id.id() == *id).unwrap_or_else(|| panic!("{id} is no rule"));
        let mut named: Vec<char> = rule
            .editions
            .iter()
            .map(|edition| match edition {
                azureml_k8s_wizard::model::choice::Edition::Current => 'c',
                azureml_k8s_wizard::model::choice::Edition::ArcPreview => 'p',
                azureml_k8s_wizard::model::choice::Edition::AksV1 => 'v',
            })
            .collect();
        named.sort_unstable();
        assert_eq!(named.into_iter().collect::<String>(), *editions, "{id}");
    }
    assert_eq!(rows.len(), RULES.len());
}

/// The findings that the documents do not have: that the edition is superseded, and two that the
/// product's later documentation says of exactly these commands.
const BEYOND: &[&str] =
    &["edition-unsupported", "load-balancer-on-arc", "internal-needs-aks", "placeholders-left"];

/// The warnings of the documents themselves.
const WARNED: &[&str] = &["http-public", "single-attachment"];

#[test]
fn the_scenarios_of_the_documents_have_the_warnings_of_the_documents() {
    let corpus: Vec<Value> = serde_json::from_str(include_str!("../data/seed-commands.json")).unwrap();
    for entry in &corpus {
        let mut pairs = vec![("edition", entry["edition"].as_str().unwrap())];
        let scenario = entry["scenario"].as_object().unwrap();
        pairs.extend(scenario.iter().map(|(id, value)| (id.as_str(), value.as_str().unwrap())));
        pairs.extend(match entry["step"].as_str().unwrap() {
            "attach-cluster" => Some(("task", "attach")),
            "detach-cluster" => Some(("task", "detach")),
            _ => None,
        });
        for finding in outcome(&answers(&pairs)).findings {
            let id = finding.cause.id();
            let expected = finding.severity == Severity::Info
                || BEYOND.contains(&id.as_str())
                || WARNED.contains(&id.as_str());
            assert!(expected, "{}: {id}", entry["id"]);
            assert_ne!(finding.severity, Severity::Error, "{}: {id}", entry["id"]);
        }
    }
}

#[test]
fn the_codes_of_the_health_check_stand_in_the_findings_that_prevent_them() {
    let message = |link: &str, id: &str| {
        let answers = linked(link);
        let outcome = outcome(&answers);
        let finding = outcome.findings.iter().find(|finding| finding.cause.id() == id).unwrap().clone();
        azureml_k8s_wizard::text::finding(&finding, &answers)
    };
    assert!(message("", "load-balancer-on-arc").contains("E40001"));
    assert!(message("node-count=2", "router-ha-nodes").contains("E40002"));
    assert!(message("exposure=internal", "internal-needs-aks").contains("E40003"));
    assert!(message("cert-file=c&key-file=k", "placeholders-left").contains("E40007"));
}
