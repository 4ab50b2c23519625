//! From an older edition to `current`: renamed settings, and that nothing is lost.

use crate::support::linked;
use azureml_k8s_wizard::analysis::migration::{Migration, migration};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::shell::plain;

fn migrated(link: &str) -> Migration {
    migration(&linked(link)).unwrap()
}

/// The settings of a plan, `key=value`.
fn settings(answers: &Answers) -> Vec<String> {
    outcome(answers).settings().iter().flat_map(|(_, words)| words).map(plain).collect()
}

fn change(migration: &Migration, id: &str) -> (Option<String>, Option<String>) {
    let change = migration.changes.iter().find(|change| change.id.id() == id);
    change.map_or((None, None), |change| (change.was.clone(), change.is.clone()))
}

fn pair(was: &str, is: &str) -> (Option<String>, Option<String>) {
    let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    (text(was), text(is))
}

#[test]
fn current_is_there_already() {
    assert_eq!(migration(&Answers::default()), None);
}

/// The table "From `arc-preview` to `current`", row by row: a link, the row, the old text, the new text.
#[rustfmt::skip]
const ROWS: &[(&str, &str, &str, &str)] = &[
    ("", "exposure", "", "inferenceRouterServiceType=LoadBalancer"),
    ("exposure=internal", "exposure", "privateEndpointILB=True", "inferenceRouterServiceType=LoadBalancer internalLoadBalancerProvider=azure"),
    ("exposure=node-port", "exposure", "privateEndpointNodeport=True", "inferenceRouterServiceType=NodePort"),
    ("workload=training", "exposure", "", ""),
    ("router-ha=no", "router-ha", "inferenceLoadBalancerHA=False", "inferenceRouterHA=False"),
    ("", "router-ha", "", ""),
    ("", "cname", "", "sslCname=<cname>"),
    ("transport=http", "cname", "", ""),
    ("", "nvidia-plugin", "", "installNvidiaDevicePlugin=True"),
    ("nvidia-plugin=no", "nvidia-plugin", "installNvidiaDevicePlugin=False", ""),
    ("log-analytics=yes", "log-analytics", "logAnalyticsWS=True", ""),
    ("openshift=yes", "openshift", "openshift=True", ""),
];

#[test]
fn each_key_of_the_preview_is_listed_with_its_successor() {
    for (link, id, was, is) in ROWS {
        let migration = migrated(&format!("edition=arc-preview&{link}"));
        assert_eq!(change(&migration, id), pair(was, is), "{link}: {id}");
        // What the row states is there.
        let settings = settings(&migration.answers);
        for word in is.split(' ').filter(|word| !word.is_empty()) {
            assert!(settings.iter().any(|setting| setting == word), "{link}: {word} in {settings:?}");
        }
    }
}

#[test]
fn an_old_scenario_means_the_same_in_current() {
    let answers = migrated("edition=aks-v1&load-balancer=internal&purpose=dev-test&node-count=2").answers;
    let expected = [
        ("edition", "current"),
        ("cluster", "aks"),
        ("workload", "inference"),
        ("exposure", "internal"),
        ("transport", "http"),
        ("router-ha", "no"),
        ("node-count", "2"),
    ];
    for (id, value) in expected {
        assert_eq!(answers.text(Field::from_id(id).unwrap()), value, "{id}");
    }
    let tls = migrated("edition=aks-v1&cname=ml.example.org&cert-file=c.pem&key-file=k.pem").answers;
    assert_eq!(
        settings(&tls),
        [
            "enableInference=True",
            "inferenceRouterServiceType=LoadBalancer",
            "sslCname=ml.example.org",
            "sslCertPemFile=c.pem",
            "sslKeyPemFile=k.pem"
        ]
    );
    // An attached cluster has no row about endpoints.
    assert_eq!(migrated("edition=aks-v1&task=attach").answers.text(Field::Transport), "https");
    let internal = migrated("edition=aks-v1&task=attach&load-balancer=internal").answers;
    assert_eq!((internal.text(Field::Exposure), internal.text(Field::Transport)), ("internal", "https"));
}

/// A text that a field accepts.
fn example(field: Field, edition: Edition) -> String {
    match field.row().kind {
        Kind::Choice(ids) => ids.last().unwrap().to_string(),
        Kind::Text(_) => field.example(edition).unwrap().to_owned(),
    }
}

#[test]
fn no_answer_is_lost() {
    for edition in [Edition::ArcPreview, Edition::AksV1] {
        let id = if edition == Edition::AksV1 { "aks-v1" } else { "arc-preview" };
        for task in ["create", "attach"] {
            let mut answers = Answers::default();
            for field in Field::ALL.iter().filter(|field| field.row().editions.contains(&edition)) {
                answers.set(*field, &example(*field, edition)).unwrap();
            }
            answers.set(Field::Edition, id).unwrap();
            answers.set(Field::Task, task).unwrap();
            let migration = migration(&answers).unwrap();
            for (field, text) in answers.differing().filter(|(field, _)| *field != Field::Edition) {
                assert_eq!(migration.answers.text(field), text, "{} of {id}", field.id());
                let has_effect = !field.applies(&answers) || field.applies(&migration.answers);
                let is_reported = migration.lost.contains(&field)
                    || [Field::Task, Field::Purpose, Field::LoadBalancer].contains(&field);
                assert!(has_effect || is_reported, "{} of {id} is lost without a report", field.id());
            }
            // A field without a counterpart is reported once, and the link contains all of it.
            assert!(migration.lost.iter().all(|field| !field.applies(&migration.answers)));
            assert_eq!(linked(&link::write(&migration.answers)), migration.answers);
        }
    }
}
