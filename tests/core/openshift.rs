//! OpenShift: the accounts that need the privileged SCC are those of the documents (`tests/data/accounts.json`), in each
//! of the ways to grant and to revoke it.

use crate::scenarios::{Axis, EDITIONS};
use crate::support::{Call, Pairs, answers, output, output_text, product, run, step, step_text, text, words};
use crate::yaml::{comments, read};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::Layout;
use azureml_k8s_wizard::plan::OutputId;
use serde_json::{Value, json};

const HOMES: Axis<'_> = &[
    &[("openshift", "yes")],
    &[("openshift", "yes"), ("namespace", "ml-team")],
    // Names that a YAML reader could take for something else.
    &[("openshift", "yes"), ("namespace", "null"), ("extension-name", "0")],
    &[("openshift", "yes"), ("namespace", "1e3"), ("extension-name", "no"), ("connected", "no")],
    // Gaps: their placeholders are in the places of the names.
    &[("openshift", "yes"), ("namespace", "!"), ("extension-name", "!")],
];

/// The accounts that the documents name, in alphabetical order.
pub(crate) fn documented(pairs: &[(&str, &str)]) -> Vec<String> {
    let table: Vec<Value> = serde_json::from_str(include_str!("../data/accounts.json")).unwrap();
    let name = |id: &str| match text(pairs, id).as_str() {
        "!" => format!("<{id}>"),
        text => text.to_owned(),
    };
    let namespace = name("namespace");
    let mut accounts: Vec<String> = table
        .iter()
        .filter(|row| row[text(pairs, "edition")] == true)
        .map(|row| row["account"].as_str().unwrap())
        .filter(|account| namespace != "default" || !account.contains("{NS}"))
        .map(|account| account.replace("{NS}", &namespace).replace("{EXT}", &name("extension-name")))
        .collect();
    accounts.sort();
    accounts
}

/// The accounts that role bindings grant the SCC, in alphabetical order.
pub(crate) fn granted(documents: &[Value]) -> Vec<String> {
    let [role, bindings @ ..] = documents else { panic!("no documents") };
    assert_eq!(
        (&role["apiVersion"], &role["kind"]),
        (&json!("rbac.authorization.k8s.io/v1"), &json!("ClusterRole"))
    );
    assert_eq!(
        role["rules"],
        json!([{
            "apiGroups": ["security.openshift.io"],
            "resources": ["securitycontextconstraints"],
            "resourceNames": ["privileged"],
            "verbs": ["use"],
        }])
    );
    bound(bindings, role["metadata"]["name"].as_str().unwrap())
}

/// The accounts that role bindings bind to a role, in alphabetical order.
pub(crate) fn bound(bindings: &[Value], role: &str) -> Vec<String> {
    let role_ref = json!({"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": role});
    let mut accounts = Vec::new();
    let mut namespaces = Vec::new();
    for binding in bindings {
        assert_eq!(binding["apiVersion"], "rbac.authorization.k8s.io/v1");
        assert_eq!((&binding["kind"], &binding["roleRef"]), (&json!("RoleBinding"), &role_ref));
        let namespace = binding["metadata"]["namespace"].as_str().unwrap();
        assert!(!namespaces.contains(&namespace), "two bindings in {namespace}");
        namespaces.push(namespace);
        for subject in binding["subjects"].as_array().unwrap() {
            let name = subject["name"].as_str().unwrap();
            assert_eq!(subject, &json!({"kind": "ServiceAccount", "name": name, "namespace": namespace}));
            accounts.push(format!("system:serviceaccount:{namespace}:{name}"));
        }
    }
    accounts.sort();
    accounts
}

/// The name of the role.
pub(crate) const ROLE: &str = "azureml-privileged-scc";

/// The accounts of the extension among these. Azure Arc's agent keeps working while the cluster is connected.
pub(crate) fn without_agent(mut accounts: Vec<String>) -> Vec<String> {
    accounts.retain(|account| !account.starts_with("system:serviceaccount:azure-arc:"));
    accounts
}

fn sorted(mut texts: Vec<String>) -> Vec<String> {
    texts.sort();
    texts
}

fn scenarios() -> Vec<Pairs<'static>> {
    product(&[EDITIONS, HOMES])
}

#[test]
fn the_tables_are_as_long_as_the_documents() {
    let count = |edition, namespace| documented(&[("edition", edition), ("namespace", namespace)]).len();
    assert_eq!(count("arc-preview", "default"), 11);
    assert_eq!(count("arc-preview", "ml-team"), 11);
    assert_eq!(count("current", "default"), 10);
    assert_eq!(count("current", "ml-team"), 11);
}

/// Granting and revoking, each in three ways.
#[test]
fn each_form_names_exactly_the_accounts_of_the_documents() {
    let steps = [("openshift-scc", "add-scc-to-user"), ("delete-extension", "remove-scc-from-user")];
    let cases: Vec<_> = scenarios()
        .into_iter()
        .flat_map(|pairs| steps.map(|(step, verb)| (pairs.clone(), step, verb)))
        .collect();
    let texts = |id| -> Vec<String> {
        cases.iter().map(|(pairs, step, _)| output_text(&answers(pairs), step, id, Layout::Lines)).collect()
    };
    let [lines, bindings, commands] =
        [OutputId::SccUsers, OutputId::SccRolebinding, OutputId::SccOc].map(texts);
    let read = read(&lines.iter().chain(&bindings).map(String::as_str).collect::<Vec<_>>());
    let (lists, documents) = read.split_at(cases.len());
    for (index, (pairs, _, verb)) in cases.iter().enumerate() {
        let is_grant = *verb == "add-scc-to-user";
        let documented = documented(pairs);
        // The agent of Azure Arc keeps it in all three.
        let documented = if is_grant { documented } else { without_agent(documented) };
        let users = commands[index].lines().map(|line| {
            let call = words(line);
            let [fixed @ .., user] = call.as_slice() else { panic!("{line}") };
            assert_eq!(fixed, ["oc", "adm", "policy", verb, "privileged"], "{pairs:?}");
            user.clone()
        });
        assert_eq!(sorted(users.collect()), documented, "{pairs:?}");
        let [Value::Array(users)] = lists[index].as_slice() else { panic!("no list: {}", lines[index]) };
        let users = users.iter().map(|user| user.as_str().unwrap().to_owned()).collect();
        assert_eq!(sorted(users), documented, "{pairs:?}");
        assert_eq!(lines[index].lines().count(), documented.len(), "a line each, to paste: {}", lines[index]);
        let bound = if is_grant { granted(&documents[index]) } else { bound(&documents[index], ROLE) };
        assert_eq!(bound, documented, "{pairs:?}");
    }
}

/// The bindings are in namespaces that must exist. Revoking removes no namespace and nothing else in one.
#[test]
fn namespaces_are_made_first_and_never_removed() {
    let call = |line: &str| line.split(' ').map(str::to_owned).collect::<Call>();
    for edition in ["current", "arc-preview"] {
        let answers = answers(&[("edition", edition), ("openshift", "yes"), ("namespace", "ml-team")]);
        let text = |step| output_text(&answers, step, OutputId::SccRolebinding, Layout::Lines);
        let (grant, removal) = (text("openshift-scc"), text("delete-extension"));
        let mut before = comments(&grant);
        assert_eq!(before.pop(), Some(call("oc apply --filename scc-rolebinding.yaml")));
        for document in &read(&[&grant])[0] {
            // That of Azure Arc's agents came with connecting the cluster.
            let home = document["metadata"]["namespace"].as_str().filter(|home| *home != "azure-arc");
            let made = home.map(|home| call(&format!("oc create namespace {home}")));
            assert!(made.is_none_or(|made| before.contains(&made)), "{edition}: {grant}");
        }
        assert_eq!(
            comments(&removal),
            [call("oc delete --ignore-not-found --filename scc-rolebinding-removal.yaml")]
        );
        let kinds: Vec<Value> =
            read(&[&removal])[0].iter().map(|document| document["kind"].clone()).collect();
        assert!(kinds.iter().all(|kind| kind == "ClusterRole" || kind == "RoleBinding"), "{kinds:?}");
    }
}

#[test]
fn the_scc_comes_before_the_extension_and_goes_after_it() {
    for pairs in scenarios() {
        let steps = outcome(&answers(&pairs)).plan.steps;
        let place = |id: &str| steps.iter().position(|step| step.id.id() == id);
        assert!(place("openshift-scc") < place("create-extension"), "{pairs:?}");
        assert!(place("openshift-scc") > place("connect-cluster"), "{pairs:?}");
        let removal: Vec<OutputId> = steps.last().unwrap().outputs.iter().map(|output| output.id).collect();
        assert_eq!(removal.first(), Some(&OutputId::Cli), "the extension goes first");
    }
}

#[test]
fn off_openshift_nothing_is_granted() {
    const NONE: Axis<'_> = &[
        &[],
        &[("openshift", "no")],
        &[("cluster", "aks")],
        // A different finding reports this error: such a cluster is connected through Arc.
        &[("cluster", "aks"), ("openshift", "yes")],
    ];
    const SCC: &[OutputId] = &[OutputId::SccUsers, OutputId::SccOc, OutputId::SccRolebinding];
    for pairs in product(&[EDITIONS, NONE, &[&[("namespace", "ml-team")]]]) {
        for step in outcome(&answers(&pairs)).plan.steps {
            assert_ne!(step.id.id(), "openshift-scc", "{pairs:?}");
            assert!(!step.outputs.iter().any(|output| SCC.contains(&output.id)), "{pairs:?}");
        }
    }
}

/// The preview gets a setting for OpenShift. The newer CLI detects OpenShift.
#[test]
fn the_preview_has_a_setting_for_openshift() {
    for (edition, openshift, expected) in [
        ("arc-preview", "yes", Some("openshift=True")),
        ("arc-preview", "no", None),
        ("current", "yes", None),
    ] {
        let answers = answers(&[("edition", edition), ("openshift", openshift)]);
        let words = words(&step_text(&answers, "create-extension", Layout::OneLine));
        let setting = words.iter().find(|word| word.to_lowercase().contains("openshift"));
        assert_eq!(setting.map(String::as_str), expected, "{edition} {openshift}");
    }
}

#[test]
fn every_command_is_one_that_a_shell_can_run_again() {
    let answers = answers(&[("openshift", "yes"), ("namespace", "ml-team"), ("extension-name", "ml-ext")]);
    let step = step(&answers, "openshift-scc");
    assert_eq!(output(&step, OutputId::SccOc).commands().len(), 11);
    let text = output_text(&answers, "openshift-scc", OutputId::SccOc, Layout::Lines);
    let (calls, output) = run("dash", &text, &[], None);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    assert!(calls.iter().all(|call| call.len() == 6 && call[0] == "oc"), "{calls:?}");
}

/// A compute may live in the namespace of the extension, or of the agents of Azure Arc: then it has no binding of its
/// own, which would take the place of the other one.
#[test]
fn a_namespace_that_is_shared_has_one_binding_with_all_its_accounts() {
    for (namespace, accounts, in_namespace) in [("azureml", 10, 9), ("azure-arc", 11, 2)] {
        let answers = answers(&[("openshift", "yes"), ("namespace", namespace)]);
        let text = |id| output_text(&answers, "openshift-scc", id, Layout::Lines);
        let users: std::collections::BTreeSet<String> =
            text(OutputId::SccUsers).lines().map(str::to_owned).collect();
        assert_eq!(
            (users.len(), text(OutputId::SccUsers).lines().count()),
            (accounts, accounts),
            "{users:?}"
        );
        assert_eq!(text(OutputId::SccOc).lines().count(), accounts);
        let bindings = text(OutputId::SccRolebinding);
        let documents = &crate::yaml::read(&[&bindings])[0];
        let here: Vec<_> = documents
            .iter()
            .filter(|document| {
                document["kind"] == "RoleBinding" && document["metadata"]["namespace"] == namespace
            })
            .collect();
        assert_eq!(here.len(), 1, "{bindings}");
        assert_eq!(here[0]["subjects"].as_array().unwrap().len(), in_namespace, "{bindings}");
        assert_eq!(documents.len(), 3, "a role and two bindings");
    }
}
