//! Read from Azure of clusters, workspaces and identities, as answers. The texts in `tests/data/import` have the shape that
//! the Azure CLI and the portal print, with made-up names; beside each stands what it says, written by hand.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use crate::support::{answers, data, linked, times};
use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::base::source;
use azureml_k8s_wizard::edition::role::RoleId;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::parse::any::{Unreadable, read_any};
use azureml_k8s_wizard::parse::import::{Finding, Import, ResourceKind, State, read};
use azureml_k8s_wizard::text;
use proptest::prelude::*;
use rstest::rstest;
use serde_json::{Value, json};

const SUBSCRIPTION: &str = "00000000-0000-0000-0000-000000000000";
const AKS: &str = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso/providers/Microsoft.ContainerService/managedClusters/aks-contoso";
const ARC: &str = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-contoso/providers/Microsoft.Kubernetes/connectedClusters/arc-contoso";
const WORKSPACE: &str = "/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg-ml/providers/Microsoft.MachineLearningServices/workspaces/mlw-contoso";

fn import(text: &str) -> Import {
    read(text).unwrap_or_else(|| panic!("{text} is nothing of Azure's"))
}

/// The link to the answers of a text, imported into empty answers.
fn link_of(text: &str) -> String {
    link::write(&import(text).onto(&Answers::default()).answers)
}

/// The ids of the findings in a text, imported into empty answers.
fn found(text: &str) -> Vec<String> {
    import(text).onto(&Answers::default()).findings.iter().map(Finding::id).collect()
}

fn text_of(name: &str) -> String {
    fs::read_to_string(data(&format!("import/{name}.txt"))).unwrap()
}

#[test]
fn what_azure_prints_is_read_as_it_was_meant() {
    let mut count = 0;
    for entry in fs::read_dir(data("import")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        count += 1;
        let import = import(&fs::read_to_string(&path).unwrap());
        let expected: Value =
            serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
        let filled = import.onto(&Answers::default());
        let resources: Vec<&str> = import.resources.iter().copied().map(ResourceKind::id).collect();
        let findings: Vec<Value> =
            filled.findings.iter().map(|finding| json!({"id": finding.id(), "text": finding.text})).collect();
        let about = path.display();
        assert_eq!(json!(resources), expected["resources"], "{about}");
        assert_eq!(link::write(&filled.answers), expected["link"], "{about}");
        assert_eq!(json!(findings), expected["findings"], "{about}");
    }
    assert_eq!(count, 24);
}

#[rstest]
#[case::as_azure_writes_it(AKS.to_owned())]
#[case::in_lower_case(AKS.replace("resourceGroups", "resourcegroups").replace("Microsoft.ContainerService/managedClusters", "microsoft.containerservice/managedclusters"))]
#[case::in_upper_case_where_azure_decides_it(AKS.replace("/subscriptions/", "/SUBSCRIPTIONS/").replace("resourceGroups", "RESOURCEGROUPS").replace("providers", "PROVIDERS"))]
#[case::with_a_slash_at_the_end([AKS, "/"].concat())]
#[case::without_the_slash_at_the_start(AKS.trim_start_matches('/').to_owned())]
#[case::between_quotes(format!("\"{AKS}\"\n"))]
#[case::between_blanks(format!("  \n\t{AKS}\r\n\r\n"))]
#[case::of_an_agent_pool([AKS, "/agentPools/gpu"].concat())]
#[case::of_an_extension([AKS, "/providers/Microsoft.KubernetesConfiguration/extensions/azureml"].concat())]
#[case::as_json_and_nothing_else(format!("[\"{AKS}\"]"))]
#[case::in_an_object_of_its_own(format!("{{\"id\": \"{AKS}\"}}"))]
#[case::behind_the_command_that_printed_it(format!("$ az aks show -g rg-contoso -n aks-contoso --query id -o tsv\n{AKS}\n$ "))]
#[case::in_an_address_of_the_portal(format!("https://portal.azure.com/#@contoso.com/resource{AKS}/overview"))]
fn an_id_is_read_however_it_is_written(#[case] text: String) {
    let expected = format!(
        "v=1&cluster=aks&subscription={SUBSCRIPTION}&resource-group=rg-contoso&cluster-name=aks-contoso"
    );
    assert_eq!(link_of(&text), expected);
    assert_eq!(found(&text), [""; 0], "{text}");
}

#[test]
fn names_keep_their_letters_and_their_case() {
    let text = AKS.replace("rg-contoso", "RG_연구(ml)").replace("aks-contoso", "Aks_Contoso");
    let filled = import(&text).onto(&Answers::default()).answers;
    assert_eq!(filled.text(Field::ResourceGroup), "RG_연구(ml)");
    assert_eq!(filled.text(Field::ClusterName), "Aks_Contoso");
}

#[rstest]
#[case("")]
#[case("hello")]
#[case("az ml compute attach --resource-id /subscriptions/s/resourceGroups/g/providers/p/t/n")]
#[case("az aks show --name c --resource-group g")]
#[case("{ az account show; }")]
#[case("[ -f key.pem ] && az login")]
#[case("v=1&cluster=aks")]
#[case("https://contoso.com/subscriptions/x")]
fn what_is_not_of_azure_is_left_to_the_reader_of_commands(#[case] text: &str) {
    assert_eq!(read(text), None);
}

#[test]
fn what_is_put_on_top_leaves_the_rest_as_it_stands() {
    let before = answers(&[
        ("workload", "inference"),
        ("cname", "ml.contoso.com"),
        ("resource-group", "rg-before"),
        ("workspace", "mlw-before"),
        ("compute-name", "k8s-contoso"),
    ]);
    let filled = import(&text_of("aks-show")).onto(&before);
    assert_eq!(
        link::write(&filled.answers),
        format!(
            "v=1&cluster=aks&subscription={SUBSCRIPTION}&resource-group=rg-contoso&cluster-name=aks-contoso&node-count=5&workload=inference&cname=ml.contoso.com&workspace=mlw-before&compute-name=k8s-contoso"
        )
    );
    let fields: Vec<&str> = filled.fields.iter().map(|(field, _)| field.id()).collect();
    assert_eq!(fields, ["cluster", "subscription", "resource-group", "cluster-name", "node-count"]);
}

#[test]
fn the_group_of_a_workspace_is_filled_in_only_if_it_is_not_the_clusters() {
    let same = WORKSPACE.replace("rg-ml", "RG-Contoso");
    assert_eq!(
        link_of(&format!("{AKS}\n{WORKSPACE}")).split("&workspace").collect::<Vec<_>>()[1..],
        ["=mlw-contoso", "-resource-group=rg-ml"]
    );
    assert!(link_of(&format!("{AKS}\n{same}")).ends_with("&cluster-name=aks-contoso&workspace=mlw-contoso"));
    // In either order, and with or without a typed answer.
    assert_eq!(link_of(&format!("{same} {AKS}")), link_of(&format!("{AKS} {same}")));
    let before = answers(&[
        ("subscription", SUBSCRIPTION),
        ("resource-group", "rg-contoso"),
        ("workspace-resource-group", "rg-old"),
    ]);
    let filled = import(&same).onto(&before);
    assert_eq!(filled.answers.text(Field::WorkspaceResourceGroup), "");
    assert!(filled.fields.contains(&(Field::WorkspaceResourceGroup, String::new())));
}

#[test]
fn a_region_is_taken_where_the_scenario_asks_for_one() {
    let before = answers(&[("edition", "aks-v1"), ("task", "attach")]);
    let filled = import(&text_of("aks-list-of-two")).onto(&before);
    assert_eq!(filled.answers.text(Field::Region), "westeurope");
    assert!(filled.findings.iter().all(|finding| finding.id() != "not-asked"));
    // The preview does not need the number of nodes. In `current`, training does, too: the CLI looks at it.
    let preview = [("edition", "arc-preview"), ("node-count", "7")];
    let preview = import(&text_of("aks-show")).onto(&answers(&preview));
    assert_eq!(preview.answers.text(Field::NodeCount), "7");
    assert!(preview.findings.iter().any(|finding| finding.fields() == [Field::NodeCount]));
    let training =
        import(&text_of("aks-show")).onto(&answers(&[("workload", "training"), ("node-count", "7")]));
    assert_eq!(training.answers.text(Field::NodeCount), "5");
}

#[test]
fn a_cluster_of_aks_is_no_openshift_and_one_of_arc_is_connected() {
    let before = answers(&[("openshift", "yes"), ("connected", "no")]);
    let aks = import(AKS).onto(&before).answers;
    assert_eq!((aks.text(Field::Cluster), aks.text(Field::Openshift)), ("aks", "no"));
    let arc = import(ARC).onto(&before).answers;
    assert_eq!(
        (arc.text(Field::Cluster), arc.text(Field::Connected), arc.text(Field::Openshift)),
        ("arc", "yes", "yes")
    );
}

#[test]
fn a_legacy_compute_takes_no_cluster_of_azure_arc() {
    let before = answers(&[("edition", "aks-v1"), ("task", "attach"), ("cluster-name", "aks-before")]);
    let filled = import(&format!("{ARC}\n{WORKSPACE}")).onto(&before);
    assert_eq!(filled.answers.text(Field::ClusterName), "aks-before");
    assert_eq!(filled.answers.text(Field::Workspace), "mlw-contoso");
    assert_eq!(filled.findings.iter().map(Finding::id).collect::<Vec<_>>(), ["not-in-edition"]);
}

#[rstest]
#[case::cut_off("{\"id\": \"/subscriptions/0", &["cut-off"])]
#[case::broken("{\n  \"id\": \"x\",,\n}", &["not-json"])]
#[case::of_something_else("{\"cloudName\": \"AzureCloud\", \"tenantId\": \"x\"}", &["unknown-json"])]
#[case::no_object("[[1, null]]", &["unknown-json"])]
#[case::empty_list("[]", &["unknown-json"])]
#[case::numbers_for_texts("{\"id\": 5}", &["unknown-json"])]
#[case::an_id_of_nothing("/subscriptions/", &["unknown-resource"])]
#[case::a_subscription_alone("/subscriptions/00000000-0000-0000-0000-000000000000", &["unknown-resource"])]
#[case::behind_it_something_else("/subscriptions/x\nfoo bar\n", &["unknown-resource", "not-understood"])]
fn what_cannot_be_used_is_reported(#[case] text: &str, #[case] expected: &[&str]) {
    assert_eq!(found(text), expected);
    let filled = import(text).onto(&Answers::default());
    assert_eq!(filled.answers, Answers::default());
    for finding in &filled.findings {
        assert!(text::import_finding(finding, &filled.answers).len() > 20);
    }
}

#[test]
fn the_place_where_json_ceases_to_be_json_counts_from_the_start_of_the_text() {
    let text = "az aks show -n c\n{\n  \"id\": oops\n}";
    let finding = import(text).findings.remove(0);
    let message = text::import_finding(&finding, &Answers::default());
    assert!(message.contains("line 3, column 9"), "{message}");
}

#[test]
fn an_extension_that_upgrades_itself_gives_no_version() {
    let text = text_of("k8s-extension-show")
        .replace("\"autoUpgradeMinorVersion\": false", "\"autoUpgradeMinorVersion\": true");
    let answers = linked(&link_of(&text));
    assert_eq!((answers.text(Field::AutoUpgrade), answers.given(Field::ExtensionVersion)), ("yes", ""));
}

#[test]
fn nothing_but_what_is_asked_for_is_kept() {
    // Every text from Azure, except those of the keys that are read, is made recognisable.
    fn marked(value: &mut Value, key: &str) {
        const READ: &[&str] = &[
            "id",
            "name",
            "resourceGroup",
            "resource_group",
            "location",
            "distribution",
            "connectivityStatus",
            "extensionType",
            "version",
            "provisioningState",
            "releaseTrain",
            "code",
            "currentKubernetesVersion",
            "nodeTaints",
            "osType",
            "vmSize",
            "type",
            "isolation_mode",
            "enableInference",
            "enableTraining",
            "inferenceRouterServiceType",
        ];
        match value {
            Value::String(text) if !READ.contains(&key) => *text = format!("SECRET{text}"),
            Value::Object(members) => {
                for (key, value) in members {
                    marked(value, key);
                }
            }
            Value::Array(items) => items.iter_mut().for_each(|item| marked(item, key)),
            _ => {}
        }
    }
    for name in ["aks-show", "ml-workspace-show", "k8s-extension-show", "portal-json-view"] {
        let text = text_of(name);
        let mut value: Value = serde_json::from_str(&text).unwrap();
        marked(&mut value, "");
        let secret = value.to_string();
        assert!(secret.contains("SECRET"), "{name}");
        assert_eq!(import(&secret), import(&text), "{name}");
        assert!(!format!("{:?}", import(&secret)).contains("SECRET"), "{name}");
    }
}

#[test]
fn a_huge_text_is_read_and_reported_in_part() {
    let many = format!("[{}]", vec![format!("{{\"id\": \"{AKS}\"}}"); 2000].join(","));
    assert_eq!(import(&many).findings, []);
    let others: Vec<String> = (0..2000).map(|number| format!("{AKS}{number}")).collect();
    assert_eq!(import(&others.join("\n")).findings.len(), 100);
    for (open, close) in [("[", "]"), ("{\"properties\":", "}"), ("[{\"agentPoolProfiles\":[{\"count\":", "")]
    {
        let deep = [open.repeat(100_000), close.repeat(100_000)].concat();
        assert!(import(&deep).resources.is_empty());
    }
}

/// Texts that are nearly what Azure prints.
fn nearly() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("00000000-0000-0000-0000-000000000000".to_owned()),
        Just("rg-contoso".to_owned()),
        Just("openshift".to_owned()),
        "[a-zA-Z0-9._-]{0,70}",
        any::<String>(),
    ];
    let kind = prop_oneof![
        Just("Microsoft.ContainerService/managedClusters"),
        Just("microsoft.kubernetes/connectedclusters"),
        Just("Microsoft.MachineLearningServices/workspaces"),
        Just("Microsoft.ManagedIdentity/userAssignedIdentities"),
        Just("Microsoft.Kubernetes/managedClusters"),
        Just("Microsoft.MachineLearningServices/workspaces/w/computes"),
        Just("a/b"),
    ];
    let id = (word.clone(), word.clone(), kind, word.clone(), word.clone()).prop_map(
        |(subscription, group, kind, name, more)| {
            format!("/subscriptions/{subscription}/resourceGroups/{group}/providers/{kind}/{name}/{more}")
        },
    );
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        (0..200_000_u32).prop_map(|count| json!([{"count": 1}, {"count": count}])),
        Just(
            json!([{"name": "p", "vmSize": "Standard_D4ps_v5", "osType": "Linux", "nodeTaints": ["a=b:NoExecute"]}])
        ),
        (any::<bool>(), "[a-zA-Z]{0,8}").prop_map(|(serves, text)| json!({
            "enableInference": serves.to_string(),
            "enableTraining": "True",
            "inferenceRouterServiceType": text,
            "allowInsecureConnections": "true",
            "privateEndpointILB": text,
            "nodeSelector.pool": text,
            (text): "x",
        })),
        word.prop_map(Value::from),
        id.clone().prop_map(Value::from),
    ];
    let keys = vec![
        "name",
        "resourceGroup",
        "resource_group",
        "location",
        "agentPoolProfiles",
        "count",
        "totalNodeCount",
        "distribution",
        "connectivityStatus",
        "extensionType",
        "autoUpgradeMinorVersion",
        "version",
        "properties",
        "configurationSettings",
        "provisioningState",
        "compute_type",
        "resource_id",
        "namespace",
        "identity",
        "type",
        "value",
        "id",
    ];
    let members = proptest::collection::btree_map(proptest::sample::select(keys), leaf, 0..10);
    let object = (id.clone(), members.clone(), members).prop_map(|(id, mut members, properties)| {
        members.insert("properties", json!(properties));
        members.insert("id", json!(id));
        json!(members).to_string()
    });
    let piece = prop_oneof![2 => id, 3 => object, 1 => any::<String>()];
    proptest::collection::vec(piece, 1..5).prop_map(|pieces| pieces.join("\n"))
}

/// The findings in a text that are about this state.
fn with_state(text: &str, state: State) -> Vec<String> {
    let findings = import(text).onto(&Answers::default()).findings;
    findings.into_iter().filter(|finding| finding.id() == state.id()).map(|finding| finding.text).collect()
}

fn aks_with(more: &Value) -> String {
    let mut cluster = json!({"id": AKS, "name": "aks-contoso"});
    cluster.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    cluster.to_string()
}

#[test]
fn every_state_has_an_id_a_source_and_a_meaning() {
    let ids: BTreeSet<&str> = State::ALL.iter().map(|state| state.id()).collect();
    assert_eq!(ids.len(), State::ALL.len());
    for state in State::ALL {
        assert!(source::ALL.contains(&state.source()), "{}", state.id());
    }
}

/// The taints and who tolerates them, from <https://learn.microsoft.com/azure/machine-learning/reference-kubernetes>.
#[rstest]
#[case("ml.azure.com/amlarc=true:NoSchedule", false)]
#[case("ml.azure.com/amlarc-workload=true:NoExecute", false)]
#[case("ml.azure.com/workspace=mlw-contoso:NoSchedule", false)]
#[case("ml.azure.com/amlarc=false:NoSchedule", true)]
#[case("ml.azure.com/other=true:NoSchedule", true)]
#[case("CriticalAddonsOnly=true:NoSchedule", true)]
#[case("kubernetes.azure.com/scalesetpriority=spot:NoSchedule", true)]
#[case("sku=gpu:PreferNoSchedule", false)]
fn a_taint_is_reported_if_nothing_tolerates_it(#[case] taint: &str, #[case] is_reported: bool) {
    let pool = |name: &str, taints: &[&str]| json!({"name": name, "count": 3, "osType": "Linux", "vmSize": "Standard_D4s_v5", "nodeTaints": taints});
    let text = aks_with(&json!({"agentPoolProfiles": [pool("a", &[taint]), pool("b", &[])]}));
    let expected = if is_reported { vec![format!("a ({taint})")] } else { Vec::new() };
    assert_eq!(with_state(&text, State::Tainted), expected);
    let text = aks_with(&json!({"agentPoolProfiles": [pool("a", &[taint])]}));
    assert_eq!(with_state(&text, State::AllTainted), expected);
}

/// AKS writes the client id `msi` where a managed identity takes the place of a service principal.
#[rstest]
#[case(json!({"servicePrincipalProfile": {"clientId": "msi"}, "identity": {"type": "SystemAssigned"}}), false)]
#[case(json!({"servicePrincipalProfile": {"clientId": "msi"}, "identity": null}), false)]
#[case(json!({"servicePrincipalProfile": {"clientId": SUBSCRIPTION}, "identity": null}), true)]
#[case(json!({"servicePrincipalProfile": {"clientId": SUBSCRIPTION}, "identity": {"type": "None"}}), true)]
#[case(json!({"properties": {"servicePrincipalProfile": {"clientId": SUBSCRIPTION}}}), true)]
#[case(json!({}), false)]
fn a_service_principal_is_told_from_a_managed_identity(#[case] cluster: Value, #[case] is_reported: bool) {
    assert_eq!(with_state(&aks_with(&cluster), State::ServicePrincipal).len(), usize::from(is_reported));
}

/// Where the processor or the system of a pool is not known, nothing is claimed.
#[rstest]
#[case(json!([{"name": "a", "osType": "Linux", "vmSize": "Standard_D4ps_v5"}]), true)]
#[case(json!([{"name": "a", "osType": "Windows", "vmSize": "Standard_D4s_v5"}]), true)]
#[case(json!([{"name": "a", "osType": "Linux", "vmSize": "Standard_D4ps_v5"}, {"name": "b"}]), false)]
#[case(json!([{"name": "a", "osType": "Linux"}]), false)]
#[case(json!([{"name": "a", "vmSize": "Standard_D4s_v5"}]), false)]
#[case(json!([]), false)]
fn a_cluster_without_amd64_nodes_is_reported_if_that_is_certain(
    #[case] pools: Value,
    #[case] is_reported: bool,
) {
    let text = aks_with(&json!({"agentPoolProfiles": pools}));
    assert_eq!(with_state(&text, State::NoAmd64).len(), usize::from(is_reported));
}

/// The newest version on 2026-08-05 was 1.36, so that 1.34 was the oldest that is supported.
#[rstest]
#[case("1.33.9", true)]
#[case("v1.29.9+5865c5b", true)]
#[case("1.34.0", false)]
#[case("1.37.0", false)]
#[case("1", false)]
#[case("latest", false)]
fn an_old_version_of_kubernetes_is_reported(#[case] version: &str, #[case] is_reported: bool) {
    let text = aks_with(&json!({"kubernetesVersion": version}));
    assert_eq!(with_state(&text, State::OldKubernetes).len(), usize::from(is_reported));
}

#[test]
fn a_failure_is_told_with_the_meaning_of_its_codes() {
    let filled = import(&text_of("extension-list-failed")).onto(&Answers::default());
    let failed = filled.findings.iter().find(|finding| finding.id() == "extension-failed").unwrap();
    assert_eq!(failed.severity(), Severity::Error);
    let message = text::import_finding(failed, &filled.answers);
    assert!(message.contains("ExtensionOperationFailed") && message.contains("E45002: "), "{message}");
    assert!(message.contains("installPromOp=False"), "{message}");
}

#[test]
fn a_state_of_azure_arc_is_told_with_its_meaning() {
    for (status, expected) in [
        ("Offline", "offline"),
        ("Expired", "az connectedk8s delete"),
        ("Connecting", "Wait"),
        ("AgentNotInstalled", "AgentNotInstalled"),
    ] {
        let import = import(&json!({"id": ARC, "connectivityStatus": status}).to_string());
        let message = text::import_finding(&import.findings[0], &Answers::default());
        assert!(message.contains(expected), "{message}");
    }
}

#[test]
fn a_second_compute_changes_nothing() {
    let compute = |name: &str, kind: &str| json!({"id": format!("{WORKSPACE}/computes/{name}"), "name": name, "type": kind, "resource_id": AKS});
    let both = json!([compute("first", "kubernetes"), compute("second", "aks")]).to_string();
    assert_eq!(found(&both), ["left-out"]);
    assert_eq!(link_of(&both), link_of(&compute("first", "kubernetes").to_string()));
    // The id alone names the compute too.
    let id = format!("{WORKSPACE}/computes/first");
    assert!(link_of(&id).ends_with("&compute-name=first"), "{}", link_of(&id));
}

#[test]
fn settings_replace_what_the_page_says_of_the_extension() {
    let before = answers(&[
        ("edition", "arc-preview"),
        ("workload", "training"),
        ("exposure", "node-port"),
        ("nvidia-plugin", "yes"),
        ("namespace", "ml"),
    ]);
    let filled = import(&text_of("extension-show-with-settings")).onto(&before).answers;
    let texts = [Field::Edition, Field::Workload, Field::Exposure, Field::NvidiaPlugin, Field::Namespace]
        .map(|field| filled.text(field).to_owned());
    // A setting that Azure does not return has its default.
    assert_eq!(texts, ["current", "both", "public", "no", "ml"]);
}

#[test]
fn a_wrong_value_answers_nothing() {
    let before = answers(&[("exposure", "node-port"), ("transport", "http"), ("prometheus-operator", "no")]);
    let text = json!({
        "id": format!("{AKS}/providers/Microsoft.KubernetesConfiguration/extensions/azureml"),
        "extensionType": "microsoft.azureml.kubernetes",
        "configurationSettings": {
            "enableInference": "True",
            "inferenceRouterServiceType": "Gateway",
            "allowInsecureConnections": "perhaps",
            "installPromOp": "2",
            "inferenceRouterHA": "false",
        }
    });
    let filled = import(&text.to_string()).onto(&before);
    assert_eq!(filled.findings.iter().map(Finding::id).collect::<Vec<_>>(), ["wrong-value"; 3]);
    let texts = ["workload", "exposure", "transport", "prometheus-operator", "router-ha"]
        .map(|id| filled.answers.text(Field::from_id(id).unwrap()).to_owned());
    assert_eq!(texts, ["inference", "node-port", "http", "no", "no"]);
}

/// One scenario, in every form that a comparison takes.
#[rstest]
#[case::link("v=1&cluster=aks&transport=http")]
#[case::address("https://contoso.com/wizard/#cluster=aks&transport=http")]
#[case::answer_that_is_the_default("cluster=arc")]
#[case::scenario_file("{\"version\": 1, \"answers\": {\"cluster\": \"aks\", \"transport\": \"http\"}}")]
#[case::commands(
    "az k8s-extension create --cluster-type managedClusters --extension-type Microsoft.AzureML.Kubernetes --config enableTraining=True"
)]
#[case::id(AKS)]
fn a_scenario_is_read_in_every_form(#[case] text: &str) {
    let reading = read_any(text, None).unwrap();
    let expected = if text == "cluster=arc" { "arc" } else { "aks" };
    assert_eq!(reading.answers.text(Field::Cluster), expected);
    assert_eq!(reading.ignored, []);
}

/// Nothing of the kind that a comparison takes, so that no empty scenario stands for it.
#[rstest]
#[case::nothing("")]
#[case::blanks(" \n\t ")]
#[case::json_of_another_kind("{\"cloudName\": \"AzureCloud\", \"tenantId\": \"x\"}")]
#[case::json_that_is_cut_off("{\"id\": \"/subscriptions/0")]
#[case::empty_list("[]")]
#[case::list_of_numbers("[[1, 2]]")]
#[case::storage_account(
    "{\"id\": \"/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/st\"}"
)]
#[case::file_of_a_later_version("{\"version\": 99, \"answers\": {}}")]
#[case::file_with_a_list_of_answers("{\"version\": 1, \"answers\": []}")]
#[case::prose("The extension does not start.\nWhat now?")]
#[case::other_commands("git status\ncargo build")]
#[case::other_link("https://contoso.com/?a=1&b=2")]
#[case::yaml("kind: ConfigMap\nmetadata:\n  name: x")]
fn what_is_no_scenario_is_refused(#[case] text: &str) {
    let why: Unreadable = read_any(text, None).unwrap_err();
    assert!(text::unreadable(&why).len() > 20);
    let (stdout, status) = run_terminal("compare", &["preset:production-https", "-"], text);
    assert_eq!((stdout.as_str(), status), ("", Some(2)));
    let (stdout, status) = run_terminal("compare", &["-", "preset:production-https"], text);
    assert_eq!((stdout.as_str(), status), ("", Some(2)));
}

#[test]
fn what_azure_says_is_compared_as_it_is_read() {
    let input = text_of("extension-show-with-settings");
    let (stdout, status) =
        run_terminal("compare", &["--format", "json", "-", "preset:proof-of-concept"], &input);
    assert_eq!(status, Some(0));
    let report: Value = serde_json::from_str(&stdout).unwrap();
    // The extension is what the preset makes: AKS, both workloads, HTTP, one router.
    assert_eq!(report["from"]["link"], link_of(&input), "{report}");
    assert_eq!(report["fields"], json!([]), "{report}");
    let (_, status) = run_terminal("compare", &["-", "preset:production-https"], &input);
    assert_ne!(status, Some(2));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(times(400)))]

    #[test]
    fn whatever_is_pasted_fills_fields_with_what_they_take(text in nearly(), edition in 0..3_usize) {
        let (_, edition) = <Edition as azureml_k8s_wizard::model::choice::Choice>::ALL[edition];
        let before = answers(&[("edition", edition), ("cname", "ml.contoso.com")]);
        if let Some(import) = read(&text) {
            let filled = import.onto(&before);
            let invalid: BTreeSet<Field> =
                outcome(&filled.answers).resolved.invalid.iter().map(|invalid| invalid.field).collect();
            for (field, text) in &filled.fields {
                prop_assert!(!invalid.contains(field), "{}: {text}", field.id());
                prop_assert_eq!(filled.answers.given(*field), text);
            }
            prop_assert_eq!(filled.answers.text(Field::Cname), "ml.contoso.com");
            // A second import changes nothing.
            prop_assert_eq!(&import.onto(&filled.answers).answers, &filled.answers);
            for finding in &filled.findings {
                text::import_finding(finding, &filled.answers);
            }
        }
    }

    #[test]
    fn any_text_at_all_is_read_without_a_panic(text: String) {
        let _ = read(&text);
        let _ = read(&["[", &text].concat());
        let _ = read(&["{\"id\": \"", &text].concat());
        let _ = read(&["/subscriptions/", &text].concat());
        let _ = read_any(&text, None);
    }
}

fn terminal(arguments: &[&str], input: &str) -> (String, Option<i32>) {
    run_terminal("read", arguments, input)
}

fn run_terminal(command: &str, arguments: &[&str], input: &str) -> (String, Option<i32>) {
    use std::io::Write as _;
    let mut child = Command::new(env!("CARGO_BIN_EXE_azureml-k8s"))
        .arg(command)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // Wrong usage may end the program before it reads everything.
    let _ = child.stdin.take().unwrap().write_all(input.as_bytes());
    let output = child.wait_with_output().unwrap();
    (String::from_utf8(output.stdout).unwrap(), output.status.code())
}

#[test]
fn the_terminal_reads_what_az_prints() {
    let (text, status) = terminal(&["-"], &text_of("ml-workspace-show"));
    assert_eq!(status, Some(0));
    assert_eq!(
        text,
        format!(
            "warning: The workspace has a user-assigned identity. To attach the cluster, it needs these roles: Azure Relay Owner, Reader, Kubernetes Extension Contributor, {}. [workspace-identity]\n  https://learn.microsoft.com/azure/machine-learning/how-to-attach-kubernetes-to-workspace\n\nworkspace=mlw-contoso\nworkspace-resource-group=rg-ml\nworkspace-subscription={SUBSCRIPTION}\n\nlink: v=1&workspace=mlw-contoso&workspace-resource-group=rg-ml&workspace-subscription={SUBSCRIPTION}\n",
            RoleId::ClusterAdmin.id()
        )
    );
    let (text, status) = terminal(&["--format", "json", "-"], &text_of("aks-list-of-two"));
    assert_eq!(status, Some(1));
    let report: Value = serde_json::from_str(&text).unwrap();
    assert_eq!((&report["version"], &report["edition"]), (&json!(1), &json!("current")));
    assert_eq!(report["resources"], json!(["aks-cluster"]));
    assert_eq!(report["answers"][0], json!({"field": "cluster", "value": "aks"}));
    let finding = &report["findings"][1];
    assert_eq!((&finding["id"], &finding["severity"]), (&json!("left-out"), &json!("error")));
    assert_eq!((&finding["fields"], &finding["text"]), (&json!([]), &json!("aks-second")));
    let [few, other, region] = report["findings"].as_array().unwrap().as_slice() else { panic!("{report}") };
    assert_eq!((&few["id"], &few["fields"]), (&json!("few-nodes"), &json!(["node-count", "router-ha"])));
    assert!(few["source"]["url"].as_str().unwrap().ends_with("/AzureMLKubernetes.py"));
    assert_eq!(other["source"], Value::Null);
    assert_eq!(region["fields"], json!(["region"]));
    assert!(report["link"].as_str().unwrap().contains("cluster-name=aks-first"));
}
