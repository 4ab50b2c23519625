//! Commands that exist, read back: the documents' own commands with their misprints, every finding with a case that has
//! it and one that just has not, and every plan of the wizard's own.

use crate::support::{answers, linked, product};
use azureml_k8s_wizard::answers::Answers;
use azureml_k8s_wizard::check::Severity;
use azureml_k8s_wizard::choice::{Choice as _, Edition, Layout, Shell};
use azureml_k8s_wizard::erratum::ErratumId;
use azureml_k8s_wizard::field::Field;
use azureml_k8s_wizard::link;
use azureml_k8s_wizard::locale;
use azureml_k8s_wizard::plan::Body;
use azureml_k8s_wizard::read::place::Places;
use azureml_k8s_wizard::read::{Finding, ReadId, Reading, read, repaired};
use azureml_k8s_wizard::result::outcome;
use azureml_k8s_wizard::write;
use rstest::rstest;
use serde_json::Value;

const SUBSCRIPTION: &str = "99999999-2222-3333-4444-555555555555";
const OTHER_SUBSCRIPTION: &str = "11111111-2222-3333-4444-555555555555";

/// A command that creates an extension on AKS, without a mistake but for what follows it.
const CREATE: &str = "az k8s-extension create --name ext --cluster-type managedClusters --cluster-name c --resource-group rg --extension-type Microsoft.AzureML.Kubernetes --scope cluster ";
/// Settings without a mistake.
const SETTINGS: &str = "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=ml.example.org --config-protected sslCertPemFile=c.pem sslKeyPemFile=k.pem";
/// A command that attaches an AKS cluster, without a mistake but for what follows it.
const ATTACH: &str = "az ml compute attach --resource-group rg --workspace-name mlw --name k8s --type Kubernetes --resource-id /subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/c ";

fn ids(reading: &Reading) -> Vec<String> {
    reading.findings.iter().map(Finding::id).collect()
}

fn of<'r>(reading: &'r Reading, id: &str) -> Vec<&'r Finding> {
    reading.findings.iter().filter(|finding| finding.id() == id).collect()
}

fn seeds() -> Vec<Value> {
    serde_json::from_str(include_str!("../data/seed-commands.json")).unwrap()
}

#[test]
fn the_documents_commands_have_exactly_their_misprints() {
    for entry in seeds() {
        let reading = read(entry["printed"].as_str().unwrap(), None);
        let is_erratum = |id: &String| ErratumId::ALL.iter().any(|erratum| erratum.id() == id);
        let mut found: Vec<String> = ids(&reading).into_iter().filter(is_erratum).collect();
        found.sort();
        found.dedup();
        let mut expected: Vec<&str> =
            entry["errata"].as_array().unwrap().iter().map(|id| id.as_str().unwrap()).collect();
        expected.sort_unstable();
        assert_eq!(found, expected, "{}", entry["id"]);
        assert!(reading.commands.iter().all(|command| command.understood), "{}", entry["id"]);
        assert!(reading.not_understood.is_empty(), "{}", entry["id"]);
    }
}

/// What the documents' commands say, by the scenario that is noted beside each.
#[test]
fn the_documents_commands_say_their_scenario() {
    for entry in seeds() {
        let reading = read(entry["printed"].as_str().unwrap(), None);
        for (id, expected) in entry["scenario"].as_object().unwrap() {
            let text = reading.answers.text(Field::from_id(id).unwrap());
            assert_eq!(expected, text, "{id} of {}", entry["id"]);
        }
        let speaks = entry["step"] != "sign-in" && !entry["id"].as_str().unwrap().starts_with("verify-");
        // A command that both editions write, such as the one for training alone, is the current one's.
        let is_common =
            ["create-extension/training", "attach-cluster/show-id"].contains(&entry["id"].as_str().unwrap());
        if speaks && !is_common {
            assert_eq!(entry["edition"], reading.edition.id(), "{}", entry["id"]);
        }
    }
}

#[test]
fn the_documents_commands_are_mended_as_the_corpus_has_them() {
    for entry in seeds() {
        let text = entry["printed"].as_str().unwrap();
        let mended = repaired(text, &read(text, None));
        for (option, value) in entry["options"].as_object().unwrap() {
            let values = match value {
                Value::String(text) => vec![text.as_str()],
                Value::Array(values) => values.iter().map(|value| value.as_str().unwrap()).collect(),
                _ => vec![],
            };
            assert!(mended.contains(option.as_str()) || option == "--config", "{option} of {}", entry["id"]);
            for value in values {
                assert!(mended.contains(value), "{value} of {}: {mended}", entry["id"]);
            }
        }
        assert!(read(&mended, None).findings.iter().all(|finding| finding.edits.is_empty()), "{mended}");
    }
}

/// A pasted text, what follows its command, a finding in it with the text that it is about and what that becomes.
#[rstest]
#[case::misprinted_key(
    "--config enableInferenc=True",
    "misprinted-key",
    "enableInferenc",
    Some("enableInference")
)]
#[case::misprinted_case(
    "--config enableInference=True InferenceRouterHA=False inferenceRouterServiceType=NodePort",
    "misprinted-key",
    "InferenceRouterHA",
    Some("inferenceRouterHA")
)]
#[case::typo_key(
    "--config enableInference=True --config-protected ssKeyPMFile=k.pem",
    "typo-key",
    "ssKeyPMFile",
    Some("sslKeyPemFile")
)]
#[case::unknown_key("--config enableTraining=True frobnicate=1", "unknown-key", "frobnicate=1", None)]
#[case::typo_true("--config enableTraining=Ture", "typo-true", "Ture", Some("True"))]
#[case::misprinted_value(
    "--config enableTraining=True installPromOp=Flase",
    "misprinted-value",
    "Flase",
    Some("False")
)]
#[case::misprinted_service(
    "--config enableInference=True inferenceRouterServiceType=Loadbalancr",
    "misprinted-value",
    "Loadbalancr",
    Some("LoadBalancer")
)]
#[case::wrong_value("--config enableTraining=yes", "wrong-value", "yes", None)]
#[case::wrong_provider_value(
    "--config enableInference=True internalLoadBalancerProvider=aws",
    "wrong-value",
    "aws",
    None
)]
#[case::unknown_option(
    "--config enableTraining=True --release-trian stable",
    "unknown-option",
    "--release-trian",
    Some("--release-train")
)]
#[case::unknown_option_far(
    "--config enableTraining=True --frobnicate x",
    "unknown-option",
    "--frobnicate",
    None
)]
#[case::stray_word("--config-file x.json stray", "unknown-option", "stray", None)]
#[case::missing_value("--config enableTraining=True --version", "missing-value", "--version", None)]
#[case::missing_setting_value("--config enableTraining", "missing-value", "enableTraining", None)]
#[case::missing_workload("--config installPromOp=False", "missing-option", "az k8s-extension create", None)]
#[case::missing_service(
    "--config enableInference=True inferenceRouterHA=False",
    "missing-option",
    "az k8s-extension create",
    None
)]
#[case::misplaced_key(
    "--config enableInference=True sslCertPemFile=c.pem",
    "misplaced-key",
    "sslCertPemFile=c.pem",
    Some(" --config-protected sslCertPemFile=c.pem")
)]
#[case::misplaced_alone("--config sslCertPemFile=c.pem", "misplaced-key", "sslCertPemFile=c.pem", None)]
#[case::misplaced_plain(
    "--config enableInference=True --config-protected sslCertPemFile=c.pem sslCname=a.b",
    "misplaced-key",
    "sslCname=a.b",
    Some(" --config sslCname=a.b")
)]
#[case::repeated_key(
    "--config enableTraining=True enableTraining=False",
    "repeated-key",
    "enableTraining=False",
    None
)]
#[case::repeated_option("--config enableTraining=True --scope cluster", "repeated-option", "--scope", None)]
#[case::mixed_high_availability(
    "--config enableInference=True inferenceRouterServiceType=NodePort inferenceLoadBalancerHA=False",
    "mixed-editions",
    "inferenceLoadBalancerHA=False",
    Some("inferenceRouterHA=False")
)]
#[case::mixed_node_port(
    "--config enableInference=True privateEndpointNodeport=True installPromOp=False",
    "mixed-editions",
    "privateEndpointNodeport=True",
    Some("inferenceRouterServiceType=NodePort")
)]
#[case::mixed_internal(
    "--config enableInference=True privateEndpointILB=True inferenceRouterServiceType=LoadBalancer",
    "mixed-editions",
    "privateEndpointILB=True",
    Some("internalLoadBalancerProvider=azure")
)]
#[case::mixed_without_counterpart(
    "--config enableTraining=True installVolcano=False logAnalyticsWS=True",
    "mixed-editions",
    "logAnalyticsWS=True",
    None
)]
#[case::tls_enable_inference(
    "--config inferenceRouterServiceType=LoadBalancer sslSecret=s sslCname=a.b",
    "tls-enable-inference",
    "sslSecret=s",
    Some("enableInference=True inferenceRouterServiceType=LoadBalancer sslSecret=s")
)]
#[case::variable(
    "--config enableTraining=True --release-train $TRAIN --version $V",
    "variable-left",
    "$V",
    None
)]
#[case::settings_file("--config-file settings.json", "settings-file", "settings.json", None)]
#[case::unbalanced("--config 'enableTraining=True", "unbalanced-quote", "'", None)]
#[case::curly("--config “enableTraining=True”", "curly-quote", "“", Some("\""))]
#[case::single_curly("--config ‘enableTraining=True’", "curly-quote", "‘", Some("'"))]
#[case::en_dash("–-config enableTraining=True", "web-dash", "–-config", Some("--config"))]
#[case::em_dash("—config enableTraining=True", "web-dash", "—config", Some("--config"))]
#[case::lone_dash("– config enableTraining=True", "web-dash", "– config", Some("--config"))]
#[case::inner_dash(
    "--config enableTraining=True --release–train stable",
    "web-dash",
    "--release–train",
    Some("--release-train")
)]
#[case::no_break_space("--config\u{A0}enableTraining=True", "web-space", "\u{A0}", Some(" "))]
#[case::exclusive(
    "--config enableInference=True inferenceRouterServiceType=NodePort internalLoadBalancerProvider=azure",
    "exposure-exclusive",
    "inferenceRouterServiceType=NodePort",
    None
)]
#[case::one_source(
    "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b sslSecret=s --config-protected sslCertPemFile=c sslKeyPemFile=k",
    "certificate-one-source",
    "sslSecret=s",
    None
)]
#[case::no_certificate(
    "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b",
    "https-needs-certificate",
    "az k8s-extension create",
    None
)]
#[case::no_key(
    "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b --config-protected sslCertPemFile=c",
    "certificate-needs-both-files",
    "c",
    None
)]
#[case::no_cname(
    "--config enableInference=True inferenceRouterServiceType=ClusterIP sslSecret=s",
    "https-needs-cname",
    "az k8s-extension create",
    None
)]
#[case::http(
    "--config enableInference=True inferenceRouterServiceType=LoadBalancer allowInsecureConnections=True",
    "http-public",
    "allowInsecureConnections=True",
    None
)]
#[case::version(
    "--config enableTraining=True --version latest --auto-upgrade false",
    "invalid-extension-version",
    "latest",
    None
)]
#[case::cname(
    "--config enableInference=True inferenceRouterServiceType=ClusterIP sslSecret=s sslCname=https://a.b",
    "invalid-cname",
    "https://a.b",
    None
)]
fn a_mistake_in_a_command_that_creates_is_told_where_it_stands(
    #[case] rest: &str,
    #[case] id: &str,
    #[case] about: &str,
    #[case] repair: Option<&str>,
) {
    told(CREATE, rest, id, about, repair);
}

#[rstest]
#[case::identity_type(
    "--user-assigned-identities /subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/r/providers/Microsoft.ManagedIdentity/userAssignedIdentities/abc",
    "identity-type",
    "--user-assigned-identities",
    Some("--identity-type UserAssigned --user-assigned-identities")
)]
#[case::identity_slash(
    "--identity-type UserAssigned -i subscriptions/s/resourceGroups/r/providers/p/t/n",
    "identity-slash",
    "subscriptions/s/resourceGroups/r/providers/p/t/n",
    Some("/subscriptions/s/resourceGroups/r/providers/p/t/n")
)]
#[case::no_identity("--identity-type UserAssigned", "identity-ids-required", "UserAssigned", None)]
#[case::identity_misprinted(
    "--identity-type SystemAsigned",
    "misprinted-value",
    "SystemAsigned",
    Some("SystemAssigned")
)]
#[case::namespace("--namespace ml", "namespace-must-exist", "ml", None)]
#[case::namespace_placeholder(
    "--namespace <Kubernetes namespace to run AzureML workloads>",
    "placeholder-left",
    "<Kubernetes namespace to run AzureML workloads>",
    None
)]
#[case::other_subscription(
    "--subscription 11111111-2222-3333-4444-555555555555",
    "same-subscription",
    "11111111-2222-3333-4444-555555555555",
    None
)]
fn a_mistake_in_a_command_that_attaches_is_told_where_it_stands(
    #[case] rest: &str,
    #[case] id: &str,
    #[case] about: &str,
    #[case] repair: Option<&str>,
) {
    told(ATTACH, rest, id, about, repair);
}

#[rstest]
#[case::aks_provider(
    "/subscriptions/s/resourceGroups/r/providers/Microsoft.Kubernetes/managedclusters/c",
    "aks-provider",
    "Microsoft.Kubernetes/managedclusters",
    Some("Microsoft.ContainerService/managedClusters")
)]
#[case::arc_provider(
    "/subscriptions/s/resourceGroups/r/providers/Microsoft.ContainerService/connectedClusters/c",
    "arc-provider",
    "Microsoft.ContainerService/connectedClusters",
    Some("Microsoft.Kubernetes/connectedClusters")
)]
#[case::wrong_provider(
    "/subscriptions/s/resourceGroups/r/providers/Microsoft.K8s/connectedClusters/c",
    "wrong-provider",
    "Microsoft.K8s/connectedClusters",
    Some("Microsoft.Kubernetes/connectedClusters")
)]
#[case::wrong_type(
    "/subscriptions/s/resourceGroups/r/providers/Microsoft.Compute/virtualMachines/c",
    "wrong-provider",
    "Microsoft.Compute/virtualMachines",
    None
)]
#[case::no_slash(
    "subscriptions/s/resourceGroups/r/providers/Microsoft.Kubernetes/connectedClusters/c",
    "wrong-value",
    "subscriptions/s/resourceGroups/r/providers/Microsoft.Kubernetes/connectedClusters/c",
    Some("/subscriptions/s/resourceGroups/r/providers/Microsoft.Kubernetes/connectedClusters/c")
)]
#[case::no_id("aksresourceid", "wrong-value", "aksresourceid", None)]
fn a_mistake_in_a_resource_id_is_told_where_it_stands(
    #[case] resource: &str,
    #[case] id: &str,
    #[case] about: &str,
    #[case] repair: Option<&str>,
) {
    told(
        "az ml compute attach -g rg -w mlw -n k8s --type Kubernetes --resource-id ",
        resource,
        id,
        about,
        repair,
    );
}

#[rstest]
#[case::update_extension_type(
    "az k8s-extension update -n e -c c -t managedClusters --extension-type Microsoft.AzureML.Kubernetes -g rg",
    "update-extension-type",
    "--extension-type",
    Some("")
)]
#[case::backticks(
    "az aks get-versions -l westus --query \"a[?default == `true`].b\" -o table",
    "backticks",
    "\"a[?default == `true`].b\"",
    Some("'a[?default == `true`].b'")
)]
#[case::other_product(
    "az k8s-extension create -n e -c c -t managedClusters -g rg --extension-type Microsoft.Flux",
    "wrong-value",
    "Microsoft.Flux",
    None
)]
#[case::cluster_type(
    "az k8s-extension show -n e -c c -t connectedCluster -g rg",
    "misprinted-value",
    "connectedCluster",
    Some("connectedClusters")
)]
#[case::conflict(
    "az k8s-extension show -n e -c c -t managedClusters -g rg\naz k8s-extension delete -n e -c other -t managedClusters -g rg",
    "conflicting-value",
    "other",
    None
)]
#[case::missing_option(
    "az k8s-extension show -n e -c c -g rg",
    "missing-option",
    "az k8s-extension show",
    None
)]
#[case::missing_space(
    "az ml compute detach -n k8s --workspace-name <ws>--resource-group rg",
    "missing-space",
    "--resource-group",
    Some(" --resource-group")
)]
#[case::pem(
    "az k8s-extension update -n e -c c -t managedClusters -g rg --config-protected sslCertPemFile=<path-to-the-SSL-cert-PEM-ile>",
    "typo-pem",
    "<path-to-the-SSL-cert-PEM-ile>",
    Some("<path-to-the-SSL-cert-PEM-file>")
)]
#[case::secret_elsewhere(
    "kubectl create secret generic s -n default --from-file=cert.pem=c --from-file=key.pem=k",
    "wrong-value",
    "default",
    Some("azureml")
)]
#[case::head_dash(
    "az k8s–extension show -n e -c c -t managedClusters -g rg",
    "web-dash",
    "k8s–extension",
    Some("k8s-extension")
)]
#[case::legacy(
    "az ml computetarget detach -n myaks -g rg -w mlw",
    "edition-unsupported",
    "az ml computetarget detach",
    None
)]
fn a_mistake_in_other_commands_is_told_where_it_stands(
    #[case] text: &str,
    #[case] id: &str,
    #[case] about: &str,
    #[case] repair: Option<&str>,
) {
    told("", text, id, about, repair);
}

/// Asserts that a text has one finding of this id, about this part of it, and what its repair makes of that part.
fn told(before: &str, rest: &str, id: &str, about: &str, repair: Option<&str>) {
    let text = [before, rest].concat();
    let reading = read(&text, None);
    let found = of(&reading, id);
    let [finding] = found.as_slice() else { panic!("{id} in {:?} of {text}", ids(&reading)) };
    assert_eq!(text.get(finding.span.clone()), Some(about), "{id}: {text}");
    match repair {
        None => assert_eq!(finding.edits, [], "{text}"),
        Some(repair) => {
            let mut mended = text.clone();
            for edit in finding.edits.iter().rev() {
                mended.replace_range(edit.span.clone(), &edit.text);
            }
            assert!(mended.contains(repair), "{mended} has no {repair}");
            assert_ne!(mended, text);
            let again = read(&mended, Some(reading.shell));
            let same = of(&again, id)
                .into_iter()
                .find(|again| again.span.start == finding.span.start && !again.edits.is_empty());
            assert!(same.is_none(), "{id} is still to be mended in {mended}");
        }
    }
    converges(&text);
}

/// Asserts that nothing is left to mend in what has been mended.
fn converges(text: &str) {
    let reading = read(text, None);
    let mended = repaired(text, &reading);
    let again = read(&mended, Some(reading.shell));
    let left: Vec<&Finding> = again.findings.iter().filter(|finding| !finding.edits.is_empty()).collect();
    assert!(left.is_empty(), "{text}\n{mended}\n{left:?}");
}

/// Right beside a mistake, and none.
#[rstest]
#[case::case_of_values("--config enableTraining=tRUE installPromOp=FALSE")]
#[case::other_keys("--config enableTraining=True clusterId=x nginxIngress.enabled=true")]
#[case::labels("--config enableTraining=True nodeSelector.agentpool=a nodeSelector.zone=")]
#[case::blocks("--config enableTraining=True --configuration-settings installPromOp=False")]
#[case::beginning_of_an_option("--config enableTraining=True --release-t stable")]
#[case::equals_sign("--config=enableTraining=True")]
#[case::switches("--config enableTraining=True --auto-upgrade --no-wait -o table --debug")]
#[case::dashes_in_a_value("--config enableTraining=True --release-train a--b")]
#[case::quoted_curly("--config enableTraining=True --release-train '“a”'")]
#[case::apostrophe("--config enableTraining=True # don't")]
#[case::comment("--config enableTraining=True # --frobnicate")]
#[case::redirection("--config enableTraining=True 2>&1 | tee out.log")]
#[case::angle_redirection("--config enableTraining=True > out.log < in.txt")]
#[case::semicolon("--config enableTraining=True; echo done")]
#[case::full_https(
    "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=ml.example.org --config-protected sslCertPemFile=c.pem sslKeyPemFile=k.pem"
)]
fn what_is_right_is_not_told(#[case] rest: &str) {
    let reading = read(&[CREATE, rest].concat(), None);
    assert_eq!(ids(&reading), [""; 0], "{rest}");
    assert_eq!(reading.answers.text(Field::ClusterName), "c");
}

#[test]
fn a_command_that_attaches_without_a_mistake_has_no_finding() {
    for rest in ["", "--identity-type SystemAssigned --no-wait", "--namespace default"] {
        assert_eq!(ids(&read(&[ATTACH, rest].concat(), None)), [""; 0], "{rest}");
    }
    assert_eq!(ids(&read(&[CREATE, SETTINGS].concat(), None)), [""; 0]);
}

#[test]
fn a_placeholder_or_variable_is_not_missing() {
    let texts = [
        "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=<cname> sslSecret=<secret name>",
        "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=$CNAME --config-protected sslCertPemFile=$(pwd)/c.pem sslKeyPemFile=`pwd`/k.pem",
        "--config enableInference=True inferenceRouterServiceType=ClusterIP --config-protected-file secrets.json",
        "--config enableInference=True $MORE",
    ];
    for text in texts {
        let reading = read(&[CREATE, text].concat(), None);
        assert!(
            reading.findings.iter().all(|finding| finding.severity == Severity::Info),
            "{text}: {:?}",
            ids(&reading)
        );
        assert!(!reading.findings.is_empty());
        assert_eq!(reading.answers.text(Field::Cname), "");
    }
}

#[test]
fn places_count_lines_and_characters() {
    let text = "# ключ\r\naz k8s-extension show -n e -c c -g rg \\\r\n  -t connectedCluster\r\n";
    let reading = read(text, None);
    let finding = of(&reading, "misprinted-value")[0];
    let place = Places::new(text).of(finding.span.start);
    assert_eq!((place.line, place.column), (3, 6));
    assert_eq!(place.character, text.find("connectedCluster").unwrap() - "ключ".len() / 2);
}

/// The same command as the three shells write it.
#[rstest]
#[case(
    Shell::Bash,
    "az k8s-extension create -n e -g rg -c c -t managedClusters \\\n  --extension-type Microsoft.AzureML.Kubernetes \\  \n  --config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b --config-protected 'sslCertPemFile=/certs/it'\\''s a.pem' \"sslKeyPemFile=/certs/k\\$1.pem\"",
    "/certs/it's a.pem",
    "/certs/k$1.pem"
)]
#[case(
    Shell::Bash,
    "az k8s-extension create -n e -g rg -c c -t managedClusters --extension-type Microsoft.AzureML.Kubernetes --config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b --config-protected sslCertPemFile=/a\\ b.pem sslKeyPemFile=\"C:\\a b\\c.pem\"",
    "/a b.pem",
    "C:\\a b\\c.pem"
)]
#[case(
    Shell::PowerShell,
    "PS C:\\Users\\kim> az k8s-extension create -n e -g rg -c c -t managedClusters `\r\n>> --extension-type Microsoft.AzureML.Kubernetes `  \r\n>> --config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b --config-protected 'sslCertPemFile=it''s.pem' sslKeyPemFile=C:\\certs\\tls.pem",
    "it's.pem",
    "C:\\certs\\tls.pem"
)]
#[case(
    Shell::PowerShell,
    "$x = 'y'\naz k8s-extension create -n e -g rg -c c -t managedClusters --extension-type Microsoft.AzureML.Kubernetes --config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b --config-protected \"sslCertPemFile=C:\\a b\\`$c.pem\" ‘sslKeyPemFile=it’’s.pem’",
    "C:\\a b\\$c.pem",
    "it’s.pem"
)]
#[case(
    Shell::Cmd,
    "C:\\Users\\kim>az k8s-extension create -n e -g rg -c c -t managedClusters ^\r\n  --extension-type Microsoft.AzureML.Kubernetes ^\r\n  --config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b --config-protected \"sslCertPemFile=C:\\a b\\c.pem\" sslKeyPemFile=it's^&.pem",
    "C:\\a b\\c.pem",
    "it's&.pem"
)]
fn each_shell_is_told_and_read_by_its_own_rules(
    #[case] shell: Shell,
    #[case] text: &str,
    #[case] cert: &str,
    #[case] key: &str,
) {
    for given in [None, Some(shell)] {
        let reading = read(text, given);
        assert_eq!(reading.shell, shell, "{text}");
        assert_eq!(reading.answers.text(Field::CertFile), cert, "{text}");
        assert_eq!(reading.answers.text(Field::KeyFile), key, "{text}");
        assert_eq!(ids(&reading), [""; 0], "{text}");
    }
}

#[rstest]
#[case(
    "RG=rg-a\nCLUSTER='c b'\naz k8s-extension show -n e -t managedClusters -c \"$CLUSTER\" -g ${RG}",
    "rg-a",
    "c b"
)]
#[case(
    "export RG=rg-a CLUSTER=c-b; az k8s-extension show -n e -t managedClusters -c $CLUSTER -g \"${RG}\"",
    "rg-a",
    "c-b"
)]
#[case("A=rg\nRG=$A-a\nRG2=x az k8s-extension show -n e -t managedClusters -c c-b -g $RG", "rg-a", "c-b")]
#[case(
    "$RG = \"rg-a\"\n$env:CL='c-b'\naz k8s-extension show -n e -t managedClusters -c $env:CL -g $rg",
    "rg-a",
    "c-b"
)]
#[case(
    "set RG=rg-a\r\nset \"CL=c-b\"\r\naz k8s-extension show -n e -t managedClusters -c %CL% -g %rg%",
    "rg-a",
    "c-b"
)]
fn a_variable_that_the_text_gives_a_value_is_filled_in(
    #[case] text: &str,
    #[case] group: &str,
    #[case] cluster: &str,
) {
    let reading = read(text, None);
    assert_eq!(reading.answers.text(Field::ResourceGroup), group, "{text}");
    assert_eq!(reading.answers.text(Field::ClusterName), cluster, "{text}");
    assert!(of(&reading, "variable-left").is_empty() && reading.not_understood.is_empty(), "{text}");
}

#[test]
fn what_another_command_prints_is_a_gap_and_that_command_is_read() {
    let text = "ID=$(az aks show -n my-aks -g rg-aks --query id -o tsv)\naz ml compute attach -g rg-ws -w mlw -n k8s --type Kubernetes --resource-id $ID";
    let reading = read(text, None);
    assert_eq!(
        link::write(&reading.answers),
        "v=1&cluster=aks&resource-group=rg-aks&cluster-name=my-aks&workspace=mlw&workspace-resource-group=rg-ws&compute-name=k8s"
    );
    assert_eq!(ids(&reading), ["variable-left"]);
    assert_eq!(reading.commands.len(), 2);
}

#[rstest]
#[case("$ az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("kim@host:~/src$ az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("[kim@host ~]$ az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("PS /home/kim> az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("PS> az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("C:\\>az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("> az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("- az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("!az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("REM choose\r\naz account set -s 99999999-2222-3333-4444-555555555555")]
#[case("```azurecli\naz account set -s 99999999-2222-3333-4444-555555555555\n```")]
#[case("az login && az account set --subscription=99999999-2222-3333-4444-555555555555 || exit 1")]
#[case("sudo az.cmd account set --sub \"99999999-2222-3333-4444-555555555555\"")]
fn prompts_and_comments_are_left_out(#[case] text: &str) {
    let reading = read(text, None);
    assert_eq!(reading.answers.text(Field::Subscription), SUBSCRIPTION, "{text}");
    assert_eq!(ids(&reading), [""; 0], "{text}");
}

#[test]
fn what_is_not_understood_is_listed_and_no_error() {
    let text = "First, create it:\naz vm create -n x\nfoo --name 'bar\naz login\n";
    let reading = read(text, None);
    let listed: Vec<&str> =
        reading.not_understood.iter().map(|span| text.get(span.clone()).unwrap()).collect();
    assert_eq!(listed, ["First, create it:", "az vm create -n x", "foo --name 'bar"]);
    assert_eq!(ids(&reading), [""; 0]);
    let names: Vec<(&str, bool)> =
        reading.commands.iter().map(|command| (command.name.as_str(), command.understood)).collect();
    assert_eq!(names, [("az vm create", false), ("az login", true)]);
}

#[test]
fn nothing_that_cannot_be_seen_is_shown() {
    let text =
        [CREATE, "--config enableTraining=T\u{202E}rue \u{7}x=\u{1B}[31m --version \u{200E}1.0"].concat();
    let reading = read(&text, None);
    assert!(reading.findings.len() >= 3, "{:?}", ids(&reading));
    for finding in &reading.findings {
        let message = locale::read_finding(finding, &text, &reading.answers);
        assert!(
            !message.is_empty()
                && !message.chars().any(|c| c.is_control() || c == '\u{202E}' || c == '\u{200E}'),
            "{message:?}"
        );
    }
    let message = locale::read_finding(of(&reading, "wrong-value")[0], &text, &reading.answers);
    assert!(message.contains("T[U+202E]rue"), "{message}");
}

/// Every id has a case above; the ids of rules are those of `check`.
#[test]
fn every_finding_has_a_case() {
    let cases = include_str!("read.rs");
    for id in ReadId::ALL {
        assert!(cases.contains(&format!("\"{}\"", id.id())), "{} has no case", id.id());
    }
}

/// The names that a plan is filled in with.
const NAMES: &[(&str, &str)] = &[
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg.prod_1"),
    ("cluster-name", "c-1"),
    ("workspace", "mlw-1"),
    ("cert-file", "/certs/my tls.pem"),
    ("key-file", "C:\\keys\\it's.pem"),
    ("tls-secret", "my-secret"),
    ("cname", "*.ml.example.org"),
    (
        "identity-ids",
        "/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-1,/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-2",
    ),
];

/// Everything that a plan writes as commands, in every shell and layout.
fn written(answers: &Answers, shell: Shell, layout: Layout) -> String {
    let plan = outcome(answers).plan;
    let outputs = plan.steps.iter().flat_map(|step| &step.outputs);
    let commands = outputs.filter(|output| matches!(output.body, Body::Commands(_)));
    commands.map(|output| write::output_text(output, shell, layout) + "\n").collect()
}

/// The answers without those that no command carries.
fn carried(answers: &Answers) -> Answers {
    let mut carried = Answers::default();
    for (field, text) in answers.differing() {
        let is_carried = match field {
            // What is said to the wizard alone, or to the SDK.
            Field::NodeCount | Field::VmSize | Field::Purpose => answers.text(Field::Task) == "create",
            Field::NvidiaPluginPresent | Field::VmCores => false,
            // An AKS cluster never is.
            Field::Openshift => answers.text(Field::Cluster) == "arc",
            // The preview has files alone.
            Field::Certificate => answers.edition() == Edition::Current,
            _ => true,
        };
        if is_carried && (field.applies(answers) || field == Field::Edition) {
            carried.set(field, text).unwrap();
        }
    }
    carried
}

/// Asserts that a plan's own commands are read as the scenario that they were written for.
fn comes_back(pairs: &[(&str, &str)]) {
    let answers = answers(pairs);
    for (shell, _) in Shell::ALL {
        for layout in [Layout::Lines, Layout::OneLine] {
            let text = written(&answers, *shell, layout);
            // A text that bash reads the same may be taken for one of bash.
            let is_of_bash = text == written(&answers, Shell::Bash, layout);
            let reading = read(&text, Some(if is_of_bash { Shell::Bash } else { *shell }));
            assert_eq!(reading.edition, answers.edition(), "{text}");
            let mut expected = carried(&answers);
            // What a shell cannot carry is a placeholder in its commands.
            for (field, _) in write::refused(&outcome(&answers).plan, *shell) {
                expected.set(field, "").unwrap();
            }
            assert_eq!(link::write(&carried(&reading.answers)), link::write(&expected), "{text}");
            assert_eq!(written(&reading.answers, *shell, layout), text);
            assert!(reading.not_understood.is_empty(), "{text}");
            let mended = reading.findings.iter().find(|finding| !finding.edits.is_empty());
            assert_eq!(mended, None, "{text}");
        }
    }
}

#[test]
fn every_plan_with_an_extension_comes_back_as_it_was() {
    let axes: &[&[&[(&str, &str)]]] = &[
        &[&[("edition", "current")], &[("edition", "arc-preview")]],
        &[
            &[("cluster", "aks")],
            &[("cluster", "arc")],
            &[("cluster", "arc"), ("connected", "no"), ("region", "westeurope")],
            &[("cluster", "arc"), ("openshift", "yes")],
        ],
        &[&[("workload", "training")], &[("workload", "inference")], &[("workload", "both")]],
        &[
            &[("exposure", "public")],
            &[("exposure", "internal")],
            &[("exposure", "node-port")],
            &[("exposure", "cluster-ip")],
        ],
        &[&[("transport", "http")], &[("certificate", "files")], &[("certificate", "secret")]],
    ];
    for pairs in product(axes) {
        let pairs = [NAMES, &pairs].concat();
        let is_preview = pairs.contains(&("edition", "arc-preview"));
        // Values that the edition does not have leave a placeholder, and no command to read back.
        if is_preview
            && (pairs.contains(&("exposure", "cluster-ip")) || pairs.contains(&("certificate", "secret")))
        {
            continue;
        }
        comes_back(&pairs);
    }
}

#[test]
fn every_switch_of_a_plan_comes_back() {
    let switches: &[&[(&str, &str)]] = &[
        &[("router-ha", "no")],
        &[("nvidia-plugin", "yes")],
        &[("nvidia-plugin", "no")],
        &[("log-analytics", "yes")],
        &[("volcano", "no")],
        &[("prometheus-operator", "no")],
        &[("dcgm-exporter", "yes")],
        &[("node-selector", "agentpool=ml,topology.kubernetes.io/zone=")],
        &[("auto-upgrade", "no")],
        &[("auto-upgrade", "no"), ("extension-version", "1.1.42")],
        &[("extension-name", "ext-1"), ("compute-name", "k8s-1")],
        &[("namespace", "ml-team")],
        &[("namespace", "ml-team"), ("openshift", "yes"), ("connected", "no"), ("region", "eastus")],
        &[("identity", "system-assigned")],
        &[("identity", "user-assigned")],
        &[("workspace-resource-group", "rg-ws")],
        &[("workspace-subscription", OTHER_SUBSCRIPTION)],
        &[("workspace-subscription", OTHER_SUBSCRIPTION), ("workspace-resource-group", "rg-ws")],
    ];
    for edition in ["current", "arc-preview"] {
        for cluster in ["aks", "arc"] {
            for switch in switches {
                comes_back(&[NAMES, &[("edition", edition), ("cluster", cluster)], switch].concat());
            }
        }
    }
}

#[test]
fn every_plan_of_the_first_generation_comes_back() {
    let no_files: &[(&str, &str)] = &[("cert-file", ""), ("key-file", ""), ("cname", "")];
    let axes: &[&[&[(&str, &str)]]] = &[
        &[&[("task", "create")], &[("task", "attach")], &[("task", "detach")]],
        &[&[], &[("purpose", "dev-test"), ("node-count", "4")]],
        &[&[], &[("region", "westus2")]],
        &[
            &[],
            &[("load-balancer", "internal")],
            &[("load-balancer", "internal"), ("load-balancer-subnet", "snet")],
        ],
        &[&[], no_files],
        &[
            &[],
            &[
                ("vm-size", "Standard_D4s_v3"),
                ("vnet-name", "vnet"),
                ("vnet-resource-group", "rg-net"),
                ("subnet-name", "snet"),
                ("service-cidr", "10.0.0.0/16"),
                ("dns-service-ip", "10.0.0.10"),
                ("docker-bridge-cidr", "172.17.0.1/16"),
            ],
        ],
    ];
    for pairs in product(axes) {
        let mut pairs = [NAMES, &[("edition", "aks-v1")], pairs.as_slice()].concat();
        // Only what attaches names the cluster's group beside the workspace's.
        if pairs.contains(&("task", "attach")) {
            pairs.extend([
                ("workspace-resource-group", "rg-ws"),
                ("workspace-subscription", OTHER_SUBSCRIPTION),
            ]);
        }
        comes_back(&pairs);
    }
}

#[test]
fn a_plan_with_gaps_comes_back_with_gaps() {
    for link in [
        "",
        "edition=arc-preview",
        "edition=aks-v1",
        "cluster=aks&certificate=secret",
        "edition=aks-v1&task=attach",
    ] {
        let answers = linked(link);
        let text = written(&answers, Shell::Bash, Layout::Lines);
        let reading = read(&text, None);
        assert_eq!(link::write(&reading.answers), link::write(&answers), "{text}");
        assert!(
            reading.findings.iter().all(|finding| finding.severity != Severity::Error),
            "{:?}",
            ids(&reading)
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: 512, failure_persistence: None, ..Default::default() })]

    #[test]
    fn any_text_is_read_and_every_place_is_in_it(
        before in proptest::sample::select(&["", CREATE, ATTACH][..]),
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40),
        noise in "\\PC{0,6}",
        shell in proptest::option::of(proptest::sample::select(&[Shell::Bash, Shell::PowerShell, Shell::Cmd][..])),
    ) {
        let text = before.to_owned() + &pieces.concat() + &noise + &pieces.join(" ");
        let reading = read(&text, shell);
        let spans = reading.findings.iter().map(|finding| &finding.span);
        let spans = spans.chain(reading.commands.iter().map(|command| &command.span)).chain(&reading.not_understood);
        for span in spans {
            proptest::prop_assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
        }
        for finding in &reading.findings {
            let mut at = 0;
            for edit in &finding.edits {
                proptest::prop_assert!(edit.span.start >= at && text.get(edit.span.clone()).is_some(), "{text:?}");
                at = edit.span.end;
            }
            let _ = locale::read_finding(finding, &text, &reading.answers);
        }
        let mended = repaired(&text, &reading);
        let again = read(&mended, Some(reading.shell));
        let left = again.findings.iter().find(|finding| !finding.edits.is_empty());
        proptest::prop_assert_eq!(left, None, "{}\n{}", text, mended);
    }
}

/// Pieces of commands, right and wrong.
const PIECES: &[&str] = &[
    "az k8s-extension create ",
    "az k8s-extension update ",
    "az ml compute attach ",
    "kubectl create secret generic s ",
    "\n",
    "\r\n",
    " ",
    "\\\n",
    "`\n",
    "^\n",
    "'",
    "\"",
    "“",
    "’",
    "`",
    "$(",
    ")",
    "${",
    "}",
    "$RG",
    "%RG%",
    "RG=x y",
    ";",
    "--config ",
    "--config-protected ",
    "enableInference=True ",
    "enableTraining=Ture ",
    "sslKeyPemFile=k",
    "ssKeyPMFile=k ",
    "sslSecret=s ",
    "inferenceRouterServiceType=LoadBalancer ",
    "privateEndpointILB=True ",
    "inferenceLoadBalancerHA=False ",
    "--extension-type Microsoft.AzureML.Kubernetes ",
    "--resource-group ",
    "–name ",
    "—",
    "<a b>",
    "<",
    ">",
    "--",
    "=",
    ",",
    "--resource-id /subscriptions/s/resourceGroups/r/providers/Microsoft.Kubernetes/managedclusters/c ",
    "\u{A0}",
    "\u{200B}",
    "-i subscriptions/a ",
    "--user-assigned-identities ",
    "<path-PEM-ile>",
    "--query \"[?a == `true`]\" ",
    "# ",
    "> ",
    "é",
    "\u{202E}",
];
