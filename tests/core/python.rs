//! The Python files, run by real Python: each compiles, imports only what it uses, and asks Azure for exactly what the
//! scenario says. Stubs for Azure's packages record their calls (`tests/data/python`).

use std::collections::BTreeSet;
use std::process::Command;

use crate::scenarios::{
    Axis, CLUSTERS, EDITIONS, ID, IDENTITIES, NAMES, NAMESPACES, OTHER, SUBSCRIPTION, WORKSPACES, cluster_id,
    identity_ids, workspace,
};
use crate::support::{Pairs, answers, data, nasty_paths, product, python, text};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::{Field, Kind};
use azureml_k8s_wizard::model::value::TextKind;
use azureml_k8s_wizard::output::tokens::output_text;
use azureml_k8s_wizard::plan::OutputId;
use serde_json::{Value, json};

const CREATING: Axis<'_> = &[&[("edition", "aks-v1"), ("task", "create"), ("subscription", SUBSCRIPTION)]];
const PURPOSES: Axis<'_> = &[&[], &[("purpose", "dev-test")]];
const NODES: Axis<'_> = &[&[], &[("node-count", "5")]];
const SIZES: Axis<'_> = &[&[], &[("vm-size", "standard_d3_V2")], &[("vm-size", "Standard_DS4_v2")]];
const REGIONS: Axis<'_> = &[&[], &[("region", "westus2")]];
const LOAD_BALANCERS: Axis<'_> = &[
    &[],
    &[("load-balancer", "internal")],
    &[("load-balancer", "internal"), ("load-balancer-subnet", "lb.1_")],
];
const NETWORKS: Axis<'_> = &[
    &[],
    &[
        ("vnet-name", "net"),
        ("vnet-resource-group", "rg-(네트워크)"),
        ("subnet-name", "s"),
        ("service-cidr", "10.0.0.0/16"),
        ("dns-service-ip", "10.0.0.10"),
        ("docker-bridge-cidr", "172.17.0.1/16"),
    ],
];
const TLS: Axis<'_> = &[
    &[],
    &[
        ("cname", "*.ml.example.org"),
        ("cert-file", "it's \"{cert}\" $(id) 🔑.pem"),
        ("key-file", "C:\\tls\\key.pem"),
    ],
];
const AKS_WORKSPACES: Axis<'_> = &[
    &[],
    &[("workspace", "mlw"), ("resource-group", "rg-cluster")],
    &[("workspace", "mlw"), ("resource-group", "rg"), ("workspace-resource-group", "rg-ml")],
    &[("workspace", "mlw"), ("workspace-resource-group", "rg-ml"), ("workspace-subscription", OTHER)],
];

/// A written file, and the expected results.
struct Case {
    /// The scenario.
    pairs: Vec<(String, String)>,
    /// Its step.
    step: &'static str,
    text: String,
    /// The computes that the workspace has.
    there: Vec<String>,
    /// The expected calls.
    calls: Value,
    /// A text in the expected output.
    prints: Vec<String>,
}

/// The Python files of a plan, by step.
fn files(pairs: &[(&str, &str)]) -> Vec<(&'static str, String)> {
    let steps = outcome(&answers(pairs)).plan.steps;
    steps
        .iter()
        .flat_map(|step| step.outputs.iter().map(move |output| (step.id.id(), output)))
        .filter(|(_, output)| output.id == OutputId::Python)
        .map(|(id, output)| (id, output_text(output, Shell::Bash, Layout::Lines)))
        .collect()
}

/// The cases of a scenario: for each step with a file, the existing computes, the calls, the output.
type Wanted<'a> = Vec<(&'a str, Vec<String>, Value, Vec<String>)>;

fn cases(pairs: &[(&str, &str)], wanted: Wanted<'_>) -> Vec<Case> {
    let files = files(pairs);
    let steps: Vec<&str> = files.iter().map(|(step, _)| *step).collect();
    let wanted_steps: BTreeSet<&str> = wanted.iter().map(|(step, ..)| *step).collect();
    assert_eq!(steps.iter().copied().collect::<BTreeSet<_>>(), wanted_steps, "{pairs:?}");
    assert_eq!(steps.len(), wanted_steps.len(), "{pairs:?}");
    wanted
        .into_iter()
        .map(|(step, there, calls, prints)| {
            let (step, text) = files.iter().find(|(known, _)| *known == step).unwrap().clone();
            let pairs = pairs.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect();
            Case { pairs, step, text, there, calls, prints }
        })
        .collect()
}

fn run(files: &[(&str, &[String], bool)]) -> Vec<Value> {
    let files: Vec<Value> = files
        .iter()
        .map(|(text, there, packages)| json!({"text": text, "there": there, "packages": packages}))
        .collect();
    serde_json::from_str(&python(&[&data("python/run.py")], &json!(files).to_string())).unwrap()
}

/// Runs every file, and compares the results with the expected ones.
fn check(cases: &[Case]) {
    let files: Vec<_> = cases.iter().map(|case| (case.text.as_str(), case.there.as_slice(), true)).collect();
    let records = run(&files);
    assert_eq!(records.len(), cases.len());
    for (case, record) in cases.iter().zip(&records) {
        let Case { pairs, step, text, .. } = case;
        let about = format!("{step} of {pairs:?}\n{text}");
        assert_eq!(record["ended"], Value::Null, "{about}");
        assert_eq!(record["calls"], case.calls, "{about}");
        assert_eq!(record["unused"], json!([]), "{about}");
        for print in &case.prints {
            assert!(record["printed"].as_str().unwrap().contains(print), "no {print} in {record}: {about}");
        }
        assert_typed(pairs, record, &about);
    }
}

/// The variables of a file contain exactly the typed texts.
fn assert_typed(pairs: &[(String, String)], record: &Value, about: &str) {
    let pairs: Pairs<'_> = pairs.iter().map(|(id, text)| (id.as_str(), text.as_str())).collect();
    let constants = record["constants"].as_object().unwrap();
    assert!(!constants.is_empty() || !pairs.iter().any(|(id, _)| *id == "workspace"), "{about}");
    for (name, value) in constants {
        let id = name.replace('_', "-");
        // The second value of a field has a number after its name.
        let (id, index) = match (Field::from_id(&id), id.rsplit_once('-')) {
            (None, Some((id, number))) => (id.to_owned(), number.parse::<usize>().expect(about) - 1),
            _ => (id, 0),
        };
        let typed = text(&pairs, &id);
        let expected = match id.as_str() {
            "identity-ids" => json!(typed.split(',').nth(index).expect(about).trim()),
            "node-count" => json!(typed.parse::<u16>().unwrap()),
            _ => json!(typed),
        };
        assert_eq!(value, &expected, "{name}: {about}");
    }
}

/// The expected results of the files of a Kubernetes compute.
fn kubernetes(pairs: &[(&str, &str)]) -> Vec<Case> {
    let name = text(pairs, "compute-name");
    let ids = identity_ids(pairs);
    let mut compute = json!({"resource_id": cluster_id(pairs), "namespace": text(pairs, "namespace")});
    let kind = text(pairs, "identity");
    match kind.as_str() {
        "system-assigned" => compute["identity"] = json!({"type": "SystemAssigned"}),
        "user-assigned" => compute["identity"] = json!({"type": "UserAssigned", "ids": ids}),
        _ => {}
    }
    let of = json!({"workspace": workspace(pairs), "name": name});
    let with = |key: &str, value: Value| {
        let mut what = of.clone();
        what[key] = value;
        what
    };
    let wait = json!(["wait", {}]);
    let is_preview = text(pairs, "edition") == "arc-preview";
    // Permissions are granted to the principal of each identity that the compute has.
    let principals = |ids: &[String]| -> Vec<String> {
        match kind.as_str() {
            "none" => Vec::new(),
            "user-assigned" if !is_preview => ids.iter().map(|id| format!("principal of {id}")).collect(),
            _ => vec![format!("principal of {name}")],
        }
    };
    let there = || vec![name.clone()];
    // The note of the step promises this word.
    let succeeded = |mut prints: Vec<String>| {
        prints.push(format!("{name} Succeeded\n"));
        prints
    };
    cases(
        pairs,
        if is_preview {
            vec![
                (
                    "attach-compute",
                    vec![],
                    json!([["attach", with("compute", compute)], wait]),
                    principals(&ids),
                ),
                // An existing one is shown, and not attached again.
                ("attach-compute", there(), json!([]), there()),
                ("verify-compute", there(), json!([]), principals(&ids)),
                ("detach-compute", there(), json!([["detach", of]]), vec![]),
            ]
        } else {
            vec![
                (
                    "attach-compute",
                    vec![],
                    json!([["put", with("compute", compute)], wait]),
                    succeeded(principals(&ids)),
                ),
                (
                    "verify-compute",
                    there(),
                    json!([["get", of]]),
                    succeeded(principals(&["an identity".to_owned()])),
                ),
                (
                    "detach-compute",
                    there(),
                    json!([["delete", with("action", json!("Detach"))], wait]),
                    vec![],
                ),
            ]
        },
    )
}

/// The expected results of the files of an `AksCompute`.
fn aks_compute(pairs: &[(&str, &str)]) -> Vec<Case> {
    let text = |id| text(pairs, id);
    let (name, is_named) = (text("compute-name"), !text("workspace").is_empty());
    let workspace = workspace(pairs);
    let detach = json!([["detach", {"workspace": workspace, "name": name}]]);
    let mut compute = serde_json::Map::new();
    let mut wanted: Wanted<'_> = Vec::new();
    match text("task").as_str() {
        "attach" => {
            compute.insert("resource_id".into(), cluster_id(pairs).into());
            if text("purpose") == "dev-test" {
                compute.insert("cluster_purpose".into(), "DevTest".into());
            }
            if text("load-balancer") == "internal" {
                compute.insert("load_balancer_type".into(), "InternalLoadBalancer".into());
            }
            if !text("load-balancer-subnet").is_empty() {
                compute.insert("load_balancer_subnet".into(), text("load-balancer-subnet").into());
            }
            let attach = json!(["attach", {"workspace": workspace, "name": name, "compute": compute}]);
            wanted.push(("attach-cluster", vec![], json!([attach, ["wait", {}]]), vec![]));
        }
        "create" => {
            const ARGUMENTS: &[(&str, &str)] = &[
                ("region", "location"),
                ("cname", "ssl_cname"),
                ("cert-file", "ssl_cert_pem_file"),
                ("key-file", "ssl_key_pem_file"),
                ("vnet-name", "vnet_name"),
                ("vnet-resource-group", "vnet_resourcegroup_name"),
                ("subnet-name", "subnet_name"),
                ("service-cidr", "service_cidr"),
                ("dns-service-ip", "dns_service_ip"),
                ("docker-bridge-cidr", "docker_bridge_cidr"),
                ("load-balancer-subnet", "load_balancer_subnet"),
            ];
            for (id, argument) in ARGUMENTS.iter().filter(|(id, _)| !text(id).is_empty()) {
                compute.insert((*argument).into(), text(id).into());
            }
            if let Ok(count) = text("node-count").parse::<u16>() {
                compute.insert("agent_count".into(), count.into());
            }
            if !text("vm-size").eq_ignore_ascii_case("Standard_D3_v2") {
                compute.insert("vm_size".into(), text("vm-size").into());
            }
            if text("purpose") == "dev-test" {
                compute.insert("cluster_purpose".into(), "DevTest".into());
            }
            if text("load-balancer") == "internal" {
                compute.insert("load_balancer_type".into(), "InternalLoadBalancer".into());
            }
            // Without a workspace it is the one of config.json.
            let home = if is_named { workspace.clone() } else { json!("config.json") };
            let create = json!(["create", {"workspace": home, "name": name, "compute": compute}]);
            wanted.push(("create-cluster", vec![], json!([create, ["wait", {}]]), vec![]));
        }
        _ => {}
    }
    wanted.push(("detach-cluster", vec![name.clone()], detach, vec![]));
    let mut cases = cases(pairs, wanted);
    // Detaching needs a named workspace and group: see the test about gaps.
    if text("workspace").is_empty() || workspace["group"] == "" {
        cases.retain(|case| case.step != "detach-cluster");
    }
    cases
}

#[test]
fn the_files_of_a_kubernetes_compute_ask_for_it_as_it_is_described() {
    let scenarios = product(&[EDITIONS, CLUSTERS, NAMES, IDENTITIES, NAMESPACES, WORKSPACES]);
    check(&scenarios.iter().flat_map(|pairs| kubernetes(pairs)).collect::<Vec<_>>());
}

#[test]
fn the_files_of_an_aks_compute_ask_for_it_as_it_is_described() {
    const ATTACHING: Axis<'_> = &[&[("edition", "aks-v1"), ("task", "attach")]];
    const DETACHING: Axis<'_> = &[&[("edition", "aks-v1"), ("task", "detach")]];
    let creating = [CREATING, PURPOSES, NODES, SIZES, REGIONS, LOAD_BALANCERS, NETWORKS, TLS, AKS_WORKSPACES];
    let mut scenarios = product(&creating);
    scenarios.extend(product(&[ATTACHING, NAMES, PURPOSES, NODES, SIZES, REGIONS, WORKSPACES]));
    scenarios.extend(product(&[ATTACHING, NAMES, PURPOSES, LOAD_BALANCERS, WORKSPACES]));
    scenarios.extend(product(&[DETACHING, NAMES, WORKSPACES]));
    check(&scenarios.iter().flat_map(|pairs| aks_compute(pairs)).collect::<Vec<_>>());
}

/// A path may contain any text that a shell can pass.
#[test]
fn any_path_reaches_azure_to_the_letter() {
    let more = ["{}", "{0}", "{cname}", "'''", "\"\"\"", "\\N{DASH}", "\\x41", "a\\", "\u{10FFFF}.pem"];
    let paths: Vec<&str> = nasty_paths().into_iter().chain(more).collect();
    let scenarios = paths.iter().zip(paths.iter().cycle().skip(1)).map(|(cert, key)| {
        let names = [
            ("edition", "aks-v1"),
            ("subscription", SUBSCRIPTION),
            ("resource-group", "rg"),
            ("workspace", "mlw"),
            ("cname", "ml.example.org"),
            ("cert-file", *cert),
            ("key-file", *key),
        ];
        names.to_vec()
    });
    check(&scenarios.flat_map(|pairs| aks_compute(&pairs)).collect::<Vec<_>>());
}

#[test]
fn a_path_below_the_home_folder_reaches_azure_expanded() {
    let pairs = [
        ("edition", "aks-v1"),
        ("subscription", SUBSCRIPTION),
        ("resource-group", "rg"),
        ("workspace", "mlw"),
        ("cname", "ml.example.org"),
        ("cert-file", "~/it's {my}.pem"),
        ("key-file", "$HOME/tls.key"),
    ];
    let files = files(&pairs);
    let (_, text) = files.iter().find(|(step, _)| *step == "create-cluster").unwrap();
    let record = &run(&[(text.as_str(), &[][..], true)])[0];
    assert_eq!((&record["ended"], &record["unused"]), (&Value::Null, &json!([])), "{text}");
    let compute = &record["calls"][0][1]["compute"];
    let home = std::env::var("HOME").unwrap();
    assert_eq!(compute["ssl_cert_pem_file"], json!(format!("{home}/it's {{my}}.pem")));
    assert_eq!(compute["ssl_key_pem_file"], json!(format!("{home}/tls.key")));
    // At the top it stands as people write it.
    assert_eq!(record["constants"]["key_file"], json!("~/tls.key"));
}

/// A complete scenario of the editions that attach a cluster with the extension.
const KUBERNETES: Axis<'_> = &[&[
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg"),
    ("cluster-name", "c1"),
    ("workspace", "mlw"),
    ("workspace-resource-group", "rg-ml"),
    ("workspace-subscription", OTHER),
    ("namespace", "ml-team"),
    ("identity", "user-assigned"),
    ("identity-ids", ID),
    ("compute-name", "k8s"),
]];

/// Complete scenarios of the legacy edition.
const AKS_COMPUTE: Axis<'_> = &[
    &[
        ("edition", "aks-v1"),
        ("subscription", SUBSCRIPTION),
        ("resource-group", "rg"),
        ("workspace", "mlw"),
        ("region", "westus2"),
        ("node-count", "5"),
        ("vm-size", "Standard_DS4_v2"),
        ("compute-name", "aks"),
        ("load-balancer", "internal"),
        ("load-balancer-subnet", "lb"),
        ("cname", "ml.example.org"),
        ("cert-file", "c.pem"),
        ("key-file", "k.pem"),
        ("vnet-name", "net"),
        ("vnet-resource-group", "rg-net"),
        ("subnet-name", "s"),
        ("service-cidr", "10.0.0.0/16"),
        ("dns-service-ip", "10.0.0.10"),
        ("docker-bridge-cidr", "172.17.0.1/16"),
    ],
    &[
        ("edition", "aks-v1"),
        ("task", "attach"),
        ("subscription", SUBSCRIPTION),
        ("resource-group", "rg"),
        ("workspace", "mlw"),
        ("cluster-name", "c1"),
        ("compute-name", "aks"),
    ],
];

/// A file with one gap, and the field that fills it with its text; the case is that of the file without the gap.
struct Gap {
    complete: Case,
    field: &'static str,
    typed: &'static str,
    text: String,
}

/// For each field of complete scenarios, the text is removed, or replaced by an unusable one.
fn gaps() -> Vec<Gap> {
    let mut gaps = Vec::new();
    for complete in product(&[EDITIONS, KUBERNETES]).into_iter().chain(product(&[AKS_COMPUTE])) {
        let is_text = |id: &str| matches!(Field::from_id(id).unwrap().row().kind, Kind::Text(_));
        for (field, typed) in complete.iter().copied().filter(|(id, _)| is_text(id)) {
            let cases = if complete.contains(&("edition", "aks-v1")) {
                aks_compute(&complete)
            } else {
                kubernetes(&complete)
            };
            let variable = format!("{} = ", field.replace('-', "_"));
            let before = gaps.len();
            for case in
                cases.into_iter().filter(|case| case.text.lines().any(|line| line.starts_with(&variable)))
            {
                // No field accepts an invisible character.
                let pairs: Pairs<'_> = complete.iter().copied().chain([(field, "\u{202E}")]).collect();
                let (_, text) = files(&pairs).into_iter().find(|(step, _)| *step == case.step).unwrap();
                gaps.push(Gap { complete: case, field, typed, text });
            }
            assert!(gaps.len() > before, "{field} stands in no file of {complete:?}");
        }
    }
    gaps
}

#[test]
fn a_file_with_a_gap_names_it_and_imports_nothing() {
    let gaps = gaps();
    let files: Vec<_> = gaps.iter().map(|gap| (gap.text.as_str(), &[][..], false)).collect();
    for (gap, record) in gaps.iter().zip(run(&files)) {
        let Gap { field, text, .. } = gap;
        assert_eq!(record["imported"], json!([]), "{text}");
        let message = record["ended"].as_str().unwrap_or_else(|| panic!("it runs on: {text}"));
        assert!(message.lines().count() == 1 && message.ends_with(&format!(": {field}")), "{message}");
    }
}

/// Run by Python itself: one line on standard error, and a status that is not zero.
#[test]
fn a_file_with_gaps_ends_with_one_line_and_status_one() {
    for (step, text) in files(&[]) {
        let output = Command::new(std::env::var_os("PYTHON").unwrap_or("python3".into()))
            .args(["-I", "-c", &text])
            .output()
            .unwrap();
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), stderr.lines().count()), (Some(1), 1), "{step}: {stderr}");
        for field in ["subscription", "resource-group", "workspace"] {
            assert!(stderr.contains(field), "{stderr}");
        }
        assert!(output.stdout.is_empty());
    }
}

/// Fills in gaps as a user would, and checks that each file then works.
fn check_filled(gaps: impl Iterator<Item = Gap>, fill: impl Fn(&str, &str, &str) -> String) {
    let cases: Vec<Case> = gaps
        .map(|Gap { complete, field, typed, text }| Case {
            text: fill(&text, &format!("<{field}>"), typed),
            ..complete
        })
        .collect();
    assert!(!cases.is_empty());
    let files: Vec<_> = cases.iter().map(|case| (case.text.as_str(), case.there.as_slice(), true)).collect();
    for (case, record) in cases.iter().zip(run(&files)) {
        assert_eq!(record["ended"], Value::Null, "{} of {:?}\n{}", case.step, case.pairs, case.text);
        assert_eq!(record["calls"], case.calls, "{}", case.text);
    }
}

fn is_number(gap: &Gap) -> bool {
    Field::from_id(gap.field).unwrap().row().kind == Kind::Text(TextKind::WholeNumber)
}

#[test]
fn a_gap_that_is_filled_in_where_it_stands_is_none_any_more() {
    check_filled(gaps().into_iter().filter(|gap| !is_number(gap)), |text, mark, typed| {
        text.replacen(mark, typed, 1)
    });
}

/// The SDK expects a number, but a user who fills in a gap need not know about types.
#[test]
fn a_number_that_is_filled_in_where_it_stands_is_a_number() {
    check_filled(gaps().into_iter().filter(is_number), |text, mark, typed| text.replacen(mark, typed, 1));
}

/// Like "replace all" in an editor.
#[test]
fn a_gap_that_is_filled_in_everywhere_is_none_any_more() {
    check_filled(gaps().into_iter().filter(|gap| !is_number(gap)), |text, mark, typed| {
        text.replace(mark, typed)
    });
}
