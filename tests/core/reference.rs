//! The reference tables of a plan: sizes, roles, codes, sources, misprints.

use crate::support::linked;
use azureml_k8s_wizard::analysis::outcome::{Outcome, outcome};
use azureml_k8s_wizard::base::source;
use azureml_k8s_wizard::edition::erratum::ERRATA;
use azureml_k8s_wizard::edition::health::{self, HealthCode};
use azureml_k8s_wizard::edition::role;
use azureml_k8s_wizard::edition::size::{Amount, Tier, sizes};
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::output::reference::{TableId, table};
use azureml_k8s_wizard::output::sources;
use azureml_k8s_wizard::plan::ErratumId;
use azureml_k8s_wizard::text;

fn read(link: &str) -> (Answers, Outcome) {
    let answers = linked(link);
    let outcome = outcome(&answers);
    (answers, outcome)
}

const fn amount(cpu_request: u32, cpu_limit: u32, memory_request: u32, memory_limit: u32) -> Amount {
    Amount { cpu_request, cpu_limit, memory_request, memory_limit }
}

/// The documentation's table: workload, test and production.
const SIZES: &[(&str, Amount, Amount)] = &[
    ("inference", amount(1780, 8300, 2440, 12296), amount(3600, 12700, 4240, 15296)),
    ("training", amount(410, 4420, 1492, 10960), amount(410, 4420, 1492, 10960)),
    ("both", amount(1910, 10420, 2884, 15744), amount(3730, 14820, 4684, 18744)),
];

#[test]
fn the_components_sum_up_to_the_rows_of_the_documentation() {
    for (workload, test, production) in SIZES {
        for (router_ha, tier, expected) in [("no", Tier::Test, test), ("yes", Tier::Production, production)] {
            let (_, outcome) = read(&format!("workload={workload}&router-ha={router_ha}"));
            let sizes = sizes(Edition::Current, &outcome.resolved.scenario).unwrap();
            let row = sizes.tiers.iter().find(|row| row.tier == tier).unwrap();
            assert_eq!((row.amount, sizes.chosen), (*expected, *expected), "{workload} {tier:?}");
            assert_eq!(row.nodes, sizes.nodes, "{workload} {tier:?}");
        }
    }
}

#[test]
fn what_is_left_out_is_not_summed_and_each_node_counts() {
    let chosen = |link: &str| sizes(Edition::Current, &read(link).1.resolved.scenario).unwrap().chosen;
    let all = chosen("workload=training");
    // Three components of Volcano, and the Prometheus operator.
    let less = chosen("workload=training&volcano=no&prometheus-operator=no");
    assert_eq!((all.cpu_request - less.cpu_request, all.memory_limit - less.memory_limit), (210, 1792));
    // fluent-bit, on each node.
    let more = chosen("workload=inference&node-count=10&router-ha=no");
    let one = chosen("workload=inference&router-ha=no");
    assert_eq!((more.cpu_request - one.cpu_request, more.memory_request - one.memory_request), (90, 900));
    assert_eq!(chosen("node-count=65535").memory_limit, 18744 + (65535 - 3) * 300);
    assert_eq!(sizes(Edition::ArcPreview, &read("edition=arc-preview").1.resolved.scenario), None);
}

#[test]
fn roles_depend_on_the_cluster_and_on_the_identity() {
    let roles = |link: &str| -> Vec<&'static str> {
        let (_, outcome) = read(link);
        role::roles(outcome.plan.edition, &outcome.resolved.scenario)
            .iter()
            .map(|role| role.id.id())
            .collect()
    };
    assert_eq!(
        roles("cluster=arc"),
        [
            "Azure Relay Owner",
            "Reader",
            "Kubernetes Extension Contributor",
            "Azure Kubernetes Service Cluster Admin"
        ]
    );
    assert_eq!(
        roles("cluster=aks&identity=system-assigned"),
        [
            "Reader",
            "Kubernetes Extension Contributor",
            "Azure Kubernetes Service Cluster Admin",
            "Contributor",
            "AcrPull",
            "Storage Blob Data Reader"
        ]
    );
    assert!(roles("edition=aks-v1").is_empty());
}

#[test]
fn a_code_of_the_health_check_points_to_the_answers_that_count() {
    let codes = |link: &str| -> Vec<(&'static str, Vec<&'static str>)> {
        let (answers, outcome) = read(link);
        health::checks(outcome.plan.edition, &outcome.resolved.scenario)
            .iter()
            .map(|check| (check.code.id(), check.fields(&answers).map(Field::id).collect()))
            .collect()
    };
    let has =
        |link: &str, code: &str| codes(link).into_iter().find(|(known, _)| *known == code).map(|(_, f)| f);
    assert_eq!(has("", "E40001"), Some(vec!["exposure"]));
    assert_eq!(has("exposure=node-port", "E40001"), None);
    assert_eq!(has("", "E40002"), Some(vec!["node-count", "router-ha"]));
    assert_eq!(has("router-ha=no", "E40002"), None);
    assert_eq!(has("exposure=internal", "E40003"), Some(vec!["cluster", "exposure"]));
    assert_eq!(has("", "E40007"), Some(vec!["certificate", "cert-file", "key-file", "cname"]));
    assert_eq!(
        has("certificate=secret", "E40007"),
        Some(vec!["certificate", "cert-file", "key-file", "tls-secret", "cname"])
    );
    assert_eq!(has("transport=http", "E40007"), None);
    assert_eq!(has("", "E45002"), Some(vec!["prometheus-operator"]));
    assert_eq!(has("prometheus-operator=no", "E45002"), None);
    assert_eq!(has("workload=training", "E45003"), Some(vec![]));
    // Every code can occur.
    for code in HealthCode::ALL {
        let met = ["", "exposure=internal"].iter().any(|link| has(link, code.id()).is_some());
        assert!(met, "{} is never met", code.id());
    }
    assert!(codes("edition=arc-preview").is_empty());
}

#[test]
fn every_source_is_an_address_of_documentation_and_a_day() {
    let hosts = [
        "https://learn.microsoft.com/",
        "https://docs.redhat.com/",
        "https://kubernetes.io/docs/",
        "https://github.com/Azure/",
    ];
    for source in source::ALL {
        assert!(hosts.iter().any(|host| source.url.starts_with(host)), "{}", source.url);
        let path = source.url.split_once("://").unwrap().1;
        assert!(
            path.chars().all(|c| c.is_ascii_alphanumeric() || "/.-_()".contains(c)) && !path.contains("//"),
            "{}",
            source.url
        );
        let day: Vec<&str> = source.read.split('-').collect();
        assert!(matches!(day.as_slice(), [y, m, d] if y.len() == 4 && m.len() == 2 && d.len() == 2));
        // Read after the documents were written, and not later than today.
        assert!(("2025-01-01"..="2026-11-30").contains(&source.read), "{}", source.read);
        let others = source::ALL.iter().filter(|other| other.url == source.url);
        assert_eq!(others.count(), 1, "{} twice", source.url);
    }
}

#[test]
fn every_fact_of_a_plan_has_a_source() {
    for link in [
        "openshift=yes&namespace=ml",
        "edition=arc-preview&openshift=yes",
        "edition=aks-v1",
        "certificate=secret",
    ] {
        let (answers, outcome) = read(link);
        let sources = sources(&outcome);
        for step in &outcome.plan.steps {
            assert!(!step.sources.is_empty() && step.sources.iter().all(|source| sources.contains(source)));
        }
        for (setting, _) in outcome.settings() {
            assert!(sources.contains(&setting.source), "{}", setting.key.id());
        }
        for finding in &outcome.findings {
            let is_gap = finding.cause.id() == "placeholders-left";
            assert_eq!(finding.source().is_none(), is_gap, "{}", finding.cause.id());
        }
        let mut seen = sources.clone();
        seen.dedup();
        assert_eq!(seen.len(), sources.len());
        assert_eq!(table(TableId::Settings, &answers, &outcome).rows.is_empty(), link.contains("aks-v1"));
    }
}

#[test]
fn a_table_has_a_cell_for_each_column_and_rows_where_its_edition_has_it() {
    for link in [
        "",
        "openshift=yes&identity=system-assigned",
        "edition=arc-preview&log-analytics=yes",
        "edition=aks-v1&vm-size=Standard_X",
    ] {
        let (answers, outcome) = read(link);
        let edition = outcome.plan.edition;
        for id in TableId::ALL {
            let table = table(*id, &answers, &outcome);
            assert_eq!(table.rows.is_empty(), !id.is_of(edition), "{} of {link}", id.id());
            assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{} of {link}", id.id());
        }
        assert!(TableId::ALL.iter().any(|id| id.is_of(edition)));
    }
}

/// A misprint, a link whose plan has it, one whose plan just has not, and the step that it stands at.
#[rustfmt::skip]
const MISPRINTS: &[(&str, &str, &str, &str)] = &[
    ("typo-true", "edition=arc-preview&exposure=node-port&transport=http", "edition=arc-preview&transport=http", "create-extension"),
    ("missing-space", "edition=arc-preview", "edition=arc-preview&workload=inference", "create-extension"),
    ("typo-pem", "edition=arc-preview", "edition=arc-preview&transport=http", "create-extension"),
    ("typo-key", "edition=arc-preview", "", "create-extension"),
    ("aks-provider", "edition=arc-preview&cluster=aks", "edition=arc-preview", "attach-compute"),
    ("identity-slash", "edition=arc-preview&identity=user-assigned", "edition=arc-preview", "attach-compute"),
    ("identity-type", "identity=user-assigned", "identity=user-assigned&cluster=aks", "attach-compute"),
    ("verify-type", "edition=arc-preview", "", "verify-extension"),
    ("node-port-colon", "edition=arc-preview&exposure=node-port", "edition=arc-preview", "verify-extension"),
    ("python-reattach", "edition=arc-preview", "", "attach-compute"),
    ("python-unused", "edition=arc-preview", "", "attach-compute"),
    ("ko-translated-names", "edition=arc-preview", "", "verify-extension"),
    ("backticks", "edition=aks-v1", "edition=aks-v1&task=detach", "list-versions"),
    ("orchestrator-key", "edition=aks-v1", "", "list-versions"),
    ("arc-provider", "", "cluster=aks", "attach-compute"),
    ("cname-condition", "", "transport=http", "create-extension"),
    ("tls-enable-inference", "certificate=secret", "", "create-extension"),
    ("update-extension-type", "", "workload=training", "create-extension"),
    ("placeholder-redirect", "", "cluster=aks&workload=training&subscription=11111111-2222-3333-4444-555555555555&resource-group=rg&cluster-name=c&workspace=mlw", "sign-in"),
];

#[test]
fn a_misprint_stands_at_the_step_that_has_it_right() {
    let steps = |link: &str, id: &str| -> Vec<&'static str> {
        let (_, outcome) = read(link);
        let has = |errata: &[ErratumId]| errata.iter().any(|erratum| erratum.id() == id);
        outcome.plan.steps.iter().filter(|step| has(&step.errata)).map(|step| step.id.id()).collect()
    };
    for (id, with, without, step) in MISPRINTS {
        assert_eq!(steps(with, id), [*step], "{id}: {with}");
        assert!(steps(without, id).is_empty(), "{id}: {without}");
    }
    for row in ERRATA {
        assert!(MISPRINTS.iter().any(|(id, ..)| *id == row.id.id()), "{} has no case", row.id.id());
        let (printed, right, why) = text::erratum(row.id);
        assert_ne!(printed, right);
        assert!(why.ends_with('.'), "{why}");
    }
}

/// The plan never prints what it calls a misprint.
#[test]
fn no_command_has_a_misprint() {
    let structures = [
        "edition=arc-preview&identity=user-assigned",
        "edition=arc-preview&cluster=aks&exposure=node-port&transport=http",
        "edition=aks-v1",
        "identity=user-assigned",
        "certificate=secret",
    ];
    let words = [
        "=Ture",
        "PEM-ile",
        "ssKeyPMFile",
        "Microsoft.Kubernetes/managedclusters",
        "resouce",
        "orchestrationVersion",
        "\"orchestrators",
        "ContainerService/connectedClusters",
        ">--",
    ];
    for link in structures {
        let (_, outcome) = read(link);
        for output in outcome.plan.steps.iter().flat_map(|step| &step.outputs) {
            let text = azureml_k8s_wizard::output::tokens::output_text(
                output,
                azureml_k8s_wizard::model::choice::Shell::Bash,
                azureml_k8s_wizard::model::choice::Layout::OneLine,
            );
            for word in words {
                assert!(!text.contains(word), "{link}: {word} in {text}");
            }
        }
    }
}
