//! Two scenarios side by side: the answers and the commands.

use std::collections::BTreeSet;

use crate::support::linked;
use azureml_k8s_wizard::analysis::compare::{Comparison, FieldDifference, commands, compare};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::text;

fn compared(was: &str, is: &str) -> Comparison {
    compare(&linked(was), &linked(is))
}

type Row<'a> = (&'a str, Option<&'a str>, Option<&'a str>);

fn fields(comparison: &Comparison) -> Vec<Row<'_>> {
    let rows = comparison.fields.iter();
    rows.map(|row| (row.field.id(), row.was.as_deref(), row.is.as_deref())).collect()
}

/// Links with every difference that scenarios can have.
const LINKS: &[&str] = &[
    "",
    "workload=training",
    "workload=inference&transport=http&router-ha=no",
    "cluster=aks&exposure=internal&certificate=secret&tls-secret=tls&cname=ml.example.org",
    "cluster=aks&resource-group=rg&cluster-name=c1&workspace=mlw&namespace=ml&identity=system-assigned",
    "openshift=yes&exposure=cluster-ip&connected=no&region=westeurope",
    "node-selector=pool=ml,zone=1&auto-upgrade=no&extension-version=1.1.42",
    "edition=arc-preview",
    "edition=arc-preview&exposure=node-port&log-analytics=yes",
    "edition=aks-v1",
    "edition=aks-v1&task=attach&purpose=dev-test",
];

#[test]
fn equal_answers_differ_in_nothing() {
    for link in LINKS {
        let comparison = compared(link, link);
        assert_eq!((comparison.fields.len(), comparison.commands.len()), (0, 0), "{link}");
        if let Some(update) = comparison.update {
            assert_eq!((update.command, update.recreate, update.reattach), (None, None, None), "{link}");
        }
    }
    // A default that was typed, and a field without effect.
    let typed =
        compared("workload=training", "workload=training&namespace=default&exposure=internal&transport=http");
    assert_eq!((typed.fields.len(), typed.commands.len()), (0, 0));
}

#[test]
fn there_and_back_are_mirrors() {
    for was in LINKS {
        for is in LINKS {
            let (there, back) = (compared(was, is), compared(is, was));
            let mirrored: Vec<Row<'_>> =
                fields(&back).into_iter().map(|(field, was, is)| (field, is, was)).collect();
            assert_eq!(fields(&there), mirrored, "{was} ↔ {is}");
            assert_eq!(words(&there, false), words(&back, true), "{was} ↔ {is}");
        }
    }
}

/// Every difference of the commands as words, optionally mirrored.
fn words(comparison: &Comparison, mirror: bool) -> BTreeSet<Vec<String>> {
    let change = |id: &str| match (id, mirror) {
        ("added", true) => "removed".to_owned(),
        ("removed", true) => "added".to_owned(),
        _ => id.to_owned(),
    };
    let mut all = BTreeSet::new();
    for difference in &comparison.commands {
        for option in &difference.options {
            let (mut was, mut is) = (option.was.clone(), option.is.clone());
            if mirror {
                std::mem::swap(&mut was, &mut is);
            }
            all.insert(vec![
                difference.step.id().to_owned(),
                change(difference.change.id()),
                difference.command.clone(),
                option.option.to_owned(),
                option.key.clone().unwrap_or_default(),
                change(option.change.id()),
                was.unwrap_or_default(),
                is.unwrap_or_default(),
            ]);
        }
        if difference.options.is_empty() {
            all.insert(vec![
                difference.step.id().to_owned(),
                change(difference.change.id()),
                difference.command.clone(),
            ]);
        }
    }
    all
}

/// Two spellings of one region or one file change no command, and the difference says so.
#[test]
fn two_spellings_of_the_same_are_no_change() {
    for (was, is, said) in [
        ("connected=no&region=westeurope", "connected=no&region=West%20Europe", "same region"),
        ("cert-file=~/tls.pem", "cert-file=$HOME/tls.pem", "same file"),
        ("key-file=~/a/b.key", "key-file=%25USERPROFILE%25\\a\\b.key", "same file"),
    ] {
        let comparison = compared(was, is);
        assert_eq!(comparison.commands, [], "{was} → {is}");
        let [difference] = comparison.fields.as_slice() else { panic!("{was} → {is}") };
        let told = text::difference(difference);
        assert!(told.contains(said), "{told}");
        assert_eq!(comparison.update.unwrap().command, None, "{was} → {is}");
    }
    let other = compared("cert-file=~/tls.pem", "cert-file=~/tls2.pem");
    assert!(text::difference(&other.fields[0]).starts_with("Another certificate."));
}

#[test]
fn answers_differ_where_they_have_an_effect_in_either_scenario() {
    assert_eq!(
        fields(&compared("workload=training&cname=x", "cname=ml.example.org&transport=https&volcano=no")),
        [
            ("workload", Some("training"), Some("both")),
            ("exposure", None, Some("public")),
            ("transport", None, Some("https")),
            ("certificate", None, Some("files")),
            ("cname", None, Some("ml.example.org")),
            ("router-ha", None, Some("yes")),
            ("volcano", Some("yes"), Some("no")),
        ]
    );
    // The default of another edition is a different answer.
    let editions = compared("edition=arc-preview&workload=training", "workload=training");
    assert!(fields(&editions).contains(&("nvidia-plugin", Some("yes"), Some("no"))));
    assert!(fields(&editions).contains(&("log-analytics", Some("no"), None)));
    assert_eq!(fields(&compared("namespace=ml", "namespace=  ml ")), []);
}

/// Texts that a field accepts, in order.
fn values(field: Field) -> Vec<String> {
    match field.row().kind {
        Kind::Choice(ids) => ids.iter().map(|id| (*id).to_owned()).collect(),
        Kind::Text(_) => vec![field.example(Edition::Current).unwrap().to_owned()],
    }
}

#[test]
fn every_difference_means_something_of_its_own() {
    let mut messages: Vec<(String, Field)> = Vec::new();
    for field in Field::ALL {
        let answers = values(*field).into_iter().map(Some).chain([None]);
        for is in answers {
            let difference = FieldDifference { field: *field, was: None, is: is.clone() };
            let means = text::difference(&difference);
            assert!(means.ends_with('.') && means.len() > 10, "{}: {is:?}", field.id());
            if is.is_some() {
                messages.push((means.to_owned(), *field));
            }
        }
        // Another value of a choice has another meaning.
        let own: Vec<&String> =
            messages.iter().filter(|(_, known)| known == field).map(|(text, _)| text).collect();
        if matches!(field.row().kind, Kind::Choice(_)) {
            assert_eq!(own.iter().collect::<BTreeSet<_>>().len(), own.len(), "{}", field.id());
        }
    }
    let to_both = |was: &str| {
        let (was, is) = (Some(was.to_owned()), Some("both".to_owned()));
        text::difference(&FieldDifference { field: Field::Workload, was, is })
    };
    assert_ne!(to_both("training"), to_both("inference"));
}

/// The message about a name depends on what is known: a missing name is not a different one, nor is one in another case.
#[test]
fn a_name_is_another_only_where_it_is_known_to_be() {
    let names = [
        ("subscription", "11111111-2222-3333-4444-55555555555a"),
        ("resource-group", "rg"),
        ("cluster-name", "c1"),
        ("extension-name", "ext"),
        ("workspace", "mlw"),
        ("workspace-resource-group", "rg"),
        ("workspace-subscription", "11111111-2222-3333-4444-55555555555a"),
        ("compute-name", "one"),
    ];
    for (id, name) in names {
        let field = Field::from_id(id).unwrap();
        let means = |was: Option<&str>| {
            let (was, is) = (was.map(str::to_owned), Some(name.to_owned()));
            text::difference(&FieldDifference { field, was, is })
        };
        let others = [Some("zz-9"), Some(&*name.to_uppercase()), None].map(means);
        assert!(
            others[0].contains("other") || others[0].contains("new name") || others[0].contains("old one"),
            "{id}: {}",
            others[0]
        );
        assert!(others[1].contains("same name"), "{id}: {}", others[1]);
        // The extension has a name from the start.
        assert!(others[0] != others[2] || !Answers::default().text(field).is_empty(), "{id}");
    }
}

/// Two links, and the differences of their commands: step, change, command; then each option with its change.
#[rustfmt::skip]
const COMMANDS: &[(&str, &str, &[&str])] = &[
    ("", "router-ha=no", &[
        "create-extension changed az k8s-extension create | --config inferenceRouterHA added - False",
    ]),
    ("cname=a.example.org&cert-file=a.pem", "cname=b.example.org&cert-file=b.pem&exposure=node-port", &[
        "create-extension changed az k8s-extension create | --config inferenceRouterServiceType changed LoadBalancer NodePort | --config sslCname changed a.example.org b.example.org | --config-protected sslCertPemFile changed a.pem b.pem",
    ]),
    ("workload=training", "workload=training&cluster=aks", &[
        "tools removed az extension add | --upgrade removed - - | --name removed connectedk8s -",
        "providers removed az provider register | --namespace removed Microsoft.Kubernetes -",
        "providers removed az provider register | --namespace removed Microsoft.ExtendedLocation -",
        "providers removed az provider show | -n removed Microsoft.Kubernetes - | --query removed registrationState - | -o removed tsv -",
        "providers removed az provider show | -n removed Microsoft.ExtendedLocation - | --query removed registrationState - | -o removed tsv -",
        "create-extension changed az k8s-extension create | --cluster-type changed connectedClusters managedClusters",
        "verify-extension changed az k8s-extension show | --cluster-type changed connectedClusters managedClusters",
        "attach-compute changed az ml compute attach | --resource-id changed /subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.Kubernetes/connectedClusters/<cluster-name> /subscriptions/<subscription>/resourceGroups/<resource-group>/providers/Microsoft.ContainerService/managedClusters/<cluster-name>",
        "delete-extension changed az k8s-extension delete | --cluster-type changed connectedClusters managedClusters",
    ]),
    ("namespace=ml", "identity=system-assigned", &[
        "create-namespace removed kubectl create namespace ml",
        "attach-compute changed az ml compute attach | --namespace removed ml - | --identity-type added - SystemAssigned",
    ]),
    ("certificate=secret&tls-secret=tls&cert-file=a.pem&key-file=k.pem", "certificate=secret&tls-secret=tls&cert-file=b.pem&key-file=k.pem", &[
        "tls-secret changed kubectl create secret generic tls | --from-file cert.pem changed a.pem b.pem",
    ]),
    ("auto-upgrade=no&extension-version=1.1.42&workload=training", "workload=training", &[
        "create-extension changed az k8s-extension create | --auto-upgrade removed false - | --version removed 1.1.42 -",
    ]),
    ("edition=arc-preview&workload=training&nvidia-plugin=no", "workload=training", &[
        "tools changed az extension add | --version removed 1.0.0 - | --upgrade added - -",
        "create-extension changed az k8s-extension create | --config installNvidiaDevicePlugin removed False -",
        "attach-compute changed az ml compute attach | --type changed kubernetes Kubernetes | --no-wait removed - -",
    ]),
    // Labels in another order are the same labels.
    ("node-selector=a=1,b=2", "node-selector=b=2,a=1", &[]),
];

#[test]
fn commands_are_compared_option_by_option() {
    for (was, is, expected) in COMMANDS {
        let differences = commands(&outcome(&linked(was)).plan, &outcome(&linked(is)).plan);
        let text = |value: &Option<String>| value.clone().unwrap_or("-".to_owned());
        let found: Vec<String> = differences
            .iter()
            .map(|difference| {
                let mut line = vec![format!(
                    "{} {} {}",
                    difference.step.id(),
                    difference.change.id(),
                    difference.command
                )];
                line.extend(difference.options.iter().map(|option| {
                    let key = option.key.as_ref().map(|key| format!(" {key}")).unwrap_or_default();
                    let (was, is) = (text(&option.was), text(&option.is));
                    format!("{}{key} {} {was} {is}", option.option, option.change.id())
                }));
                line.join(" | ")
            })
            .collect();
        assert_eq!(&found, expected, "{was} → {is}");
    }
}
