//! Reading existing commands: the documents' own commands with their misprints, every finding with a case that has
//! it and one that just has not.

use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::model::choice::Choice as _;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::parse::read::place::Places;
use azureml_k8s_wizard::parse::read::{Finding, ReadId, Reading, read, repair, repaired};
use azureml_k8s_wizard::plan::ErratumId;
use rstest::rstest;
use serde_json::Value;

pub(crate) const SUBSCRIPTION: &str = "99999999-2222-3333-4444-555555555555";
pub(crate) const OTHER_SUBSCRIPTION: &str = "11111111-2222-3333-4444-555555555555";

/// A command that creates an extension on AKS. Only the text after it may contain a mistake.
pub(crate) const CREATE: &str = "az k8s-extension create --name ext --cluster-type managedClusters --cluster-name c --resource-group rg --extension-type Microsoft.AzureML.Kubernetes --scope cluster ";
/// Settings without a mistake.
const SETTINGS: &str = "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=ml.example.org --config-protected sslCertPemFile=c.pem sslKeyPemFile=k.pem";
/// A command that attaches an AKS cluster. Only the text after it may contain a mistake.
pub(crate) const ATTACH: &str = "az ml compute attach --resource-group rg --workspace-name mlw --name k8s --type Kubernetes --resource-id /subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/c ";

pub(crate) fn ids(reading: &Reading) -> Vec<String> {
    reading.findings.iter().map(Finding::id).collect()
}

pub(crate) fn of<'r>(reading: &'r Reading, id: &str) -> Vec<&'r Finding> {
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

/// The answers of the documents' commands, from the scenario noted with each.
#[test]
fn the_documents_commands_give_their_scenario() {
    for entry in seeds() {
        let reading = read(entry["printed"].as_str().unwrap(), None);
        for (id, expected) in entry["scenario"].as_object().unwrap() {
            let text = reading.answers.text(Field::from_id(id).unwrap());
            assert_eq!(expected, text, "{id} of {}", entry["id"]);
        }
        let speaks = entry["step"] != "sign-in" && !entry["id"].as_str().unwrap().starts_with("verify-");
        // A command that both editions write, such as the one for training alone, is the current one's. So is one that
        // attaches: the CLI of today takes `--type kubernetes` in lower case as well.
        let id = entry["id"].as_str().unwrap();
        let is_common = ["create-extension/training", "attach-cluster/show-id"].contains(&id)
            || id.starts_with("attach-compute/");
        if speaks && !is_common {
            assert_eq!(entry["edition"], reading.edition.id(), "{}", entry["id"]);
        }
    }
}

#[test]
fn the_documents_commands_are_repaired_as_in_the_corpus() {
    for entry in seeds() {
        let text = entry["printed"].as_str().unwrap();
        let fixed = repaired(text, &read(text, None));
        for (option, value) in entry["options"].as_object().unwrap() {
            let values = match value {
                Value::String(text) => vec![text.as_str()],
                Value::Array(values) => values.iter().map(|value| value.as_str().unwrap()).collect(),
                _ => vec![],
            };
            assert!(fixed.contains(option.as_str()) || option == "--config", "{option} of {}", entry["id"]);
            for value in values {
                assert!(fixed.contains(value), "{value} of {}: {fixed}", entry["id"]);
            }
        }
        assert!(read(&fixed, None).findings.iter().all(|finding| finding.edits.is_empty()), "{fixed}");
    }
}

/// A pasted text, the text after its command, a finding with the text that it is about, and the repaired text.
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
#[case::typo_true("--config allowInsecureConnections=Ture", "typo-true", "Ture", Some("True"))]
#[case::another_ture("--config enableTraining=Ture", "misprinted-value", "Ture", Some("True"))]
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
    Some("--config-protected sslCertPemFile=c.pem")
)]
#[case::misplaced_alone(
    "--config sslCertPemFile=c.pem",
    "misplaced-key",
    "sslCertPemFile=c.pem",
    Some("--config-protected sslCertPemFile=c.pem")
)]
#[case::misplaced_plain(
    "--config enableInference=True --config-protected sslCertPemFile=c.pem sslCname=a.b",
    "misplaced-key",
    "sslCname=a.b",
    Some("--config sslCname=a.b")
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
#[case::variable("--config enableTraining=True --output $FORMAT --version $V", "variable-left", "$V", None)]
#[case::settings_file("--config-file settings.json", "settings-file", "settings.json", None)]
#[case::unbalanced("--config 'enableTraining=True", "unbalanced-quote", "'", None)]
#[case::curly("--config “enableTraining=True”", "curly-quote", "“", Some("\"enableTraining=True\""))]
#[case::single_curly("--config ‘enableTraining=True’", "curly-quote", "‘", Some("'enableTraining=True'"))]
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
fn a_mistake_in_a_command_that_creates_is_found_at_its_place(
    #[case] rest: &str,
    #[case] id: &str,
    #[case] about: &str,
    #[case] repair: Option<&str>,
) {
    assert_finding(CREATE, rest, id, about, repair);
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
fn a_mistake_in_a_command_that_attaches_is_found_at_its_place(
    #[case] rest: &str,
    #[case] id: &str,
    #[case] about: &str,
    #[case] repair: Option<&str>,
) {
    assert_finding(ATTACH, rest, id, about, repair);
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
fn a_mistake_in_a_resource_id_is_found_at_its_place(
    #[case] resource: &str,
    #[case] id: &str,
    #[case] about: &str,
    #[case] repair: Option<&str>,
) {
    assert_finding(
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
#[case::broken_line(
    "az k8s-extension show -n e -c c -g rg\n  -t managedClusters",
    "missing-continuation",
    "rg",
    Some("rg \\")
)]
#[case::backticks(
    "az aks get-versions -l westus --query \"a[?default == `true`].b\" -o table",
    "backticks",
    "\"a[?default == `true`].b\"",
    Some("'a[?default == `true`].b'")
)]
#[case::orchestrator_key(
    "az aks get-versions -l westus --query 'orchestrators[].orchestrationVersion' -o table",
    "orchestrator-key",
    "orchestrationVersion",
    Some("orchestratorVersion")
)]
#[case::other_product(
    "az k8s-extension create -n e -c c -t managedClusters -g rg --extension-type Microsoft.Flux",
    "left-out",
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
    "az k8s-extension show -n e -c c -t managedClusters -g rg\naz k8s-extension delete -n e -c c -t managedClusters -g other",
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
fn a_mistake_in_other_commands_is_found_at_its_place(
    #[case] text: &str,
    #[case] id: &str,
    #[case] about: &str,
    #[case] repair: Option<&str>,
) {
    assert_finding("", text, id, about, repair);
}

/// Asserts that a text has one finding of this id, about this part of it, and what its repair makes of that part.
fn assert_finding(before: &str, rest: &str, id: &str, about: &str, repaired_to: Option<&str>) {
    let text = [before, rest].concat();
    let reading = read(&text, None);
    let found = of(&reading, id);
    let [finding] = found.as_slice() else { panic!("{id} in {:?} of {text}", ids(&reading)) };
    assert_eq!(text.get(finding.span.clone()), Some(about), "{id}: {text}");
    match repaired_to {
        None => assert_eq!(finding.edits, [], "{text}"),
        Some(expected) => {
            let mut fixed = text.clone();
            for edit in finding.edits.iter().rev() {
                fixed.replace_range(edit.span.clone(), &edit.text);
            }
            assert_eq!(repair(finding, &text).as_deref(), Some(expected), "{fixed}");
            assert_ne!(fixed, text);
            let again = read(&fixed, Some(reading.shell));
            let same = of(&again, id)
                .into_iter()
                .find(|again| again.span.start == finding.span.start && !again.edits.is_empty());
            assert!(same.is_none(), "{id} is still to be repaired in {fixed}");
        }
    }
    converges(&text);
}

/// Asserts that nothing is left to repair in the repaired text, that repairing caused no new error, and
/// that it lost no answer. Returns the repaired text.
pub(crate) fn converges(text: &str) -> String {
    let reading = read(text, None);
    let fixed = repaired(text, &reading);
    let again = read(&fixed, Some(reading.shell));
    let left: Vec<&Finding> = again.findings.iter().filter(|finding| !finding.edits.is_empty()).collect();
    assert!(left.is_empty(), "{text}\n{fixed}\n{left:?}");
    let known = ids(&reading);
    for finding in again.findings.iter().filter(|finding| finding.severity == Severity::Error) {
        assert!(known.contains(&finding.id()), "{text}\n{fixed}\nhas {}", finding.id());
    }
    for (field, text) in reading.answers.differing() {
        assert_eq!(again.answers.typed(field), text, "{fixed}: {}", field.id());
    }
    fixed
}

#[rstest]
#[case("nodeselector.pool=ml")]
#[case("nodSelector.pool=ml")]
#[case("nodeSelectorr.pool=ml")]
fn a_label_after_a_misspelled_key_is_read_completely(#[case] setting: &str) {
    let reading = read(&[CREATE, "--config enableTraining=True ", setting].concat(), None);
    assert_eq!(ids(&reading), ["misprinted-key"], "{setting}");
    assert_eq!(reading.answers.text(Field::NodeSelector), "pool=ml", "{setting}");
}

/// Nearly a mistake, but correct.
#[rstest]
#[case::case_of_values("--config enableTraining=tRUE installPromOp=FALSE")]
#[case::other_keys("--config enableTraining=True nginxIngress.enabled=true servicebus.enabled=False")]
#[case::labels("--config enableTraining=True nodeSelector.agentpool=a nodeSelector.zone=")]
#[case::blocks("--config enableTraining=True --configuration-settings installPromOp=False")]
#[case::beginning_of_an_option("--config enableTraining=True --release-t stable")]
#[case::equals_sign("--config=enableTraining=True")]
#[case::switches("--config enableTraining=True --auto-upgrade --no-wait -o table --debug")]
#[case::dashes_in_a_value("--config enableTraining=True --output a--b")]
#[case::quoted_curly("--config enableTraining=True --output '“a”'")]
#[case::apostrophe("--config enableTraining=True # don't")]
#[case::comment("--config enableTraining=True # --frobnicate")]
#[case::redirection("--config enableTraining=True 2>&1 | tee out.log")]
#[case::angle_redirection("--config enableTraining=True > out.log < in.txt")]
#[case::semicolon("--config enableTraining=True; echo done")]
#[case::full_https(
    "--config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=ml.example.org --config-protected sslCertPemFile=c.pem sslKeyPemFile=k.pem"
)]
fn correct_text_has_no_finding(#[case] rest: &str) {
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

/// The text after the command that creates, for every finding about commands.
const ONE_OF_EACH: &[(ReadId, &str)] = &[
    (ReadId::MisprintedKey, "--config enableInferenc=True"),
    (ReadId::UnknownKey, "--config frobnicate=1"),
    (ReadId::MisprintedValue, "--config enableTraining=Flase"),
    (ReadId::UnknownOption, "--frobnicate"),
    (ReadId::MissingOption, "--config installPromOp=False"),
    (ReadId::MissingValue, "--config"),
    (ReadId::MisplacedKey, "--config sslCertPemFile=c"),
    (ReadId::RepeatedKey, "--config enableTraining=True enableTraining=False"),
    (ReadId::RepeatedOption, "--scope cluster"),
    (ReadId::MixedEditions, "--config enableInference=True inferenceRouterHA=True privateEndpointILB=True"),
    (
        ReadId::WrongProvider,
        "\naz ml compute attach --resource-id /subscriptions/s/resourceGroups/r/providers/p/t/c",
    ),
    (ReadId::WrongValue, "--config enableTraining=yes"),
    (ReadId::UnbalancedQuote, "--config 'a=b"),
    (ReadId::CurlyQuote, "--config “a=b”"),
    (ReadId::WebDash, "–-config a=b"),
    (ReadId::WebSpace, "--config\u{A0}a=b"),
    (ReadId::VariableLeft, "--version $V"),
    (ReadId::PlaceholderLeft, "--version <version>"),
    (ReadId::SettingsFile, "--config-file a.json"),
    (ReadId::ConflictingValue, "\naz k8s-extension show -g other"),
    (ReadId::NoPair, "--config foo"),
    (ReadId::MissingContinuation, "\n  --no-wait"),
    (ReadId::LeftOut, "\naz k8s-extension show -c other"),
    (ReadId::DeprecatedOption, "--config-settings enableTraining=True"),
    (ReadId::ExclusiveOptions, "--config enableTraining=True --config-file a.json"),
    (ReadId::OverwrittenValue, "--config domain=example.org"),
    (ReadId::NotCarriedOver, "--release-train preview"),
    (ReadId::DuplicateKey, "--config a=b --config-protected a=b"),
    (ReadId::MissingHyphens, "--config enableTraining=True auto-upgrade false"),
    (ReadId::StraySetting, "openshift=True"),
    (
        ReadId::OutOfOrder,
        "\naz ml compute attach -g rg -w mlw -n k8s --type Kubernetes --resource-id $ID --namespace ml\nkubectl create namespace ml",
    ),
    (
        ReadId::MissingSettings,
        "\nresource x 'Microsoft.KubernetesConfiguration/extensions@2023-05-01' = {\n  properties: {\n    extensionType: 'Microsoft.AzureML.Kubernetes'\n  }\n}",
    ),
    (ReadId::VariableDefault, "--version ${V:-1.2.3}"),
];

#[test]
fn every_finding_has_a_case() {
    // Another test has the case of too many settings.
    for id in ReadId::ALL.iter().filter(|id| **id != ReadId::TooMany) {
        let (_, rest) =
            ONE_OF_EACH.iter().find(|(known, _)| known == id).unwrap_or_else(|| panic!("{}", id.id()));
        let found = ids(&read(&[CREATE, rest].concat(), None));
        assert!(found.iter().any(|found| found == id.id()), "{} in {found:?}", id.id());
    }
}
