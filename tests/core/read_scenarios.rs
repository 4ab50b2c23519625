//! Several commands together: an update of an installation, another cluster, another product.

use crate::read::{ATTACH, ids, of};
use azureml_k8s_wizard::model::choice::Edition;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::parse::read::{Reading, read};
use azureml_k8s_wizard::text;
use rstest::rstest;

const H: &str = "az k8s-extension create -n arcml-extension --extension-type Microsoft.AzureML.Kubernetes --cluster-type managedClusters -c c1 -g rg ";
const U: &str = "az k8s-extension update -n arcml-extension --cluster-type managedClusters -c c1 -g rg ";
const HTTPS: &str = "inferenceRouterServiceType=NodePort sslCname=a.b sslSecret=s ";

fn answer(reading: &Reading, id: &str) -> String {
    Field::from_id(id).map_or("no such field", |field| reading.answers.text(field)).to_owned()
}

/// The command that creates, the update, a field and its answer.
#[rstest]
#[case(
    "enableTraining=True",
    "enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b sslSecret=s",
    "workload",
    "both"
)]
#[case(
    "enableTraining=True enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b sslSecret=s",
    "enableInference=False",
    "workload",
    "training"
)]
#[case(
    "enableInference=True inferenceRouterServiceType=NodePort allowInsecureConnections=True",
    "allowInsecureConnections=False sslCname=a.b sslSecret=s",
    "transport",
    "https"
)]
#[case("enableTraining=True nodeSelector.a=b", "nodeSelector.c=d", "node-selector", "a=b,c=d")]
#[case("enableTraining=True nodeSelector.a=b", "nodeSelector.a=d", "node-selector", "a=d")]
#[case(
    "enableTraining=True",
    r#""nodeSelector.kubernetes\.io/os=linux""#,
    "node-selector",
    "kubernetes.io/os=linux"
)]
#[case("enableTraining=True installPromOp=False", "installVolcano=False", "prometheus-operator", "no")]
fn an_update_starts_from_what_was_created(
    #[case] was: &str,
    #[case] is: &str,
    #[case] field: &str,
    #[case] text: &str,
) {
    let reading = read(&[H, "--config ", was, "\n", U, "--config ", is].concat(), None);
    assert_eq!(answer(&reading, field), text);
    let wrong = reading.findings.iter().filter(|found| !found.id().starts_with("http-"));
    assert_eq!(wrong.count(), 0, "{:?}", ids(&reading));
}

#[rstest]
#[case("inferenceRouterServiceType=NodePort internalLoadBalancerProvider=azure", "exposure-exclusive")]
#[case("internalLoadBalancerProvider=azure", "exposure-exclusive")]
#[case("sslSecret=s --config-protected sslCertPemFile=a sslKeyPemFile=b", "certificate-one-source")]
fn exclusive_settings_are_reported_in_an_update_too(#[case] rest: &str, #[case] id: &str) {
    let created = [H, "--config enableInference=True ", HTTPS, "\n"].concat();
    let with = [&created, U, "--config ", rest].concat();
    assert_eq!(of(&read(&with, None), id).len(), 1, "{with}");
}

/// The CLI accepts both, uses the files and ignores the secret: `scoringFe.sslSecret` is sent only without two files.
#[rstest]
#[case("sslCertPemFile=c.pem sslKeyPemFile=k.pem", "files")]
#[case("sslCertPemFile=c.pem", "secret")]
fn two_files_win_over_a_secret(#[case] files: &str, #[case] certificate: &str) {
    let text = [H, "--config enableInference=True ", HTTPS, "--config-protected ", files].concat();
    assert_eq!(answer(&read(&text, None), "certificate"), certificate);
}

#[test]
fn an_update_alone_is_judged_by_its_own_settings() {
    let both =
        [U, "--config inferenceRouterServiceType=NodePort internalLoadBalancerProvider=azure"].concat();
    assert_eq!(ids(&read(&both, None)), ["exposure-exclusive"]);
    assert_eq!(ids(&read(&[U, "--config sslCname=a.b"].concat(), None)), [""; 0]);
}

#[test]
fn each_command_that_creates_is_judged() {
    let right = [H, "--config enableInference=True ", HTTPS, "\n"].concat();
    let wrong =
        [H, "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b"].concat();
    let reading = read(&[right.as_str(), &wrong].concat(), None);
    let [found] = of(&reading, "https-needs-certificate")[..] else { panic!("{:?}", ids(&reading)) };
    assert_eq!(found.span.start, right.len());
}

#[rstest]
#[case("enableTraining=yes")]
#[case("enableTraining=1")]
#[case("enableTraining=")]
#[case("\"enableTraining=True installVolcano=False\"")]
#[case("enableTraining True")]
#[case("$SETTINGS")]
#[case("enableTraining=True enableInference=$INFERENCE")]
fn a_workload_that_is_not_known_is_not_judged(#[case] settings: &str) {
    let reading = read(&[H, "--config ", settings].concat(), None);
    let about =
        |id: &String| id.starts_with("https") || id.starts_with("certificate") || id.starts_with("load");
    assert!(!ids(&reading).iter().any(about), "{:?}", ids(&reading));
}

#[test]
fn a_cluster_whose_kind_is_not_known_is_not_judged() {
    for text in [
        "az k8s-extension create \"${args[@]}\"",
        "az k8s-extension create $X --config enableInference=True inferenceRouterServiceType=LoadBalancer sslCname=a.b sslSecret=s",
    ] {
        let reading = read(text, None);
        assert!(of(&reading, "load-balancer-on-arc").is_empty(), "{:?}", ids(&reading));
    }
}

#[test]
fn a_version_means_that_the_extension_does_not_upgrade_itself() {
    let rest = "--config enableTraining=True --version 1.1.29";
    let reading = read(&[H, rest].concat(), None);
    assert_eq!((answer(&reading, "auto-upgrade").as_str(), ids(&reading)), ("no", vec![]));
    let reading = read(&[H, rest, " --auto-upgrade true"].concat(), None);
    assert_eq!(ids(&reading), ["wrong-value"]);
    let reading = read(&[H, rest, " --auto-upgrade false"].concat(), None);
    assert_eq!(ids(&reading), [""; 0]);
}

#[rstest]
#[case("-otable")]
#[case("-ojson --debug")]
#[case("--no-wait -o=table")]
fn a_value_may_be_joined_to_an_option_of_one_letter(#[case] rest: &str) {
    let reading = read(&[H, "--config enableTraining=True ", rest].concat(), None);
    assert_eq!(ids(&reading), [""; 0]);
    let joined = "az k8s-extension show -nmy-ext -cc1 -tmanagedClusters -grg";
    let reading = read(joined, None);
    assert_eq!((ids(&reading), answer(&reading, "resource-group").as_str()), (vec![], "rg"));
    assert_eq!(answer(&reading, "extension-name"), "my-ext");
}

#[rstest]
#[case("foo", "foo")]
#[case("foo bar", "foo bar")]
#[case("enableTraining:True", "enableTraining:True")]
#[case("enableTraining = True", "enableTraining = True")]
fn a_word_that_is_no_pair_is_one_error(#[case] words: &str, #[case] about: &str) {
    let text = [H, "--config installPromOp=False ", words, " enableInference=False"].concat();
    let reading = read(&text, None);
    let [found] = of(&reading, "no-pair")[..] else { panic!("{:?}", ids(&reading)) };
    assert_eq!(text.get(found.span.clone()), Some(about));
    assert_eq!(found.severity.id(), "error");
}

#[test]
fn another_product_is_left_out() {
    let flux = "az k8s-extension show -n flux -c c1 -t managedClusters -g rg\naz k8s-extension create -n flux -c c1 -t managedClusters -g other --extension-type microsoft.flux --config x=y\n";
    let reading = read(&[flux, H, "--config enableTraining=True"].concat(), None);
    assert_eq!(ids(&reading), ["left-out"]);
    assert_eq!(reading.findings[0].severity.id(), "info");
    assert_eq!(answer(&reading, "extension-name"), "arcml-extension");
    assert_eq!(answer(&reading, "resource-group"), "rg");
    let machine = "az ml compute attach -g g2 -w w2 -n vm1 --type virtualmachine --resource-id /subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/r/providers/Microsoft.Compute/virtualMachines/v\n";
    let reading = read(&[machine, ATTACH].concat(), None);
    assert_eq!(ids(&reading), ["left-out"]);
    assert_eq!(
        (answer(&reading, "workspace").as_str(), answer(&reading, "cluster-name").as_str()),
        ("mlw", "c")
    );
}

#[test]
fn another_cluster_and_another_compute_are_left_out() {
    let other = H.replace("-c c1 -g rg", "-c c2 -g rg2");
    let text = [
        H,
        "--config enableTraining=True\n",
        &other,
        "--config enableInference=True inferenceRouterServiceType=NodePort",
    ]
    .concat();
    let reading = read(&text, None);
    assert_eq!(ids(&reading), ["left-out"]);
    assert_eq!(
        (answer(&reading, "resource-group").as_str(), answer(&reading, "workload").as_str()),
        ("rg", "training")
    );
    let second = ATTACH.replace("--name k8s", "--name two").replace("mlw", "other");
    let reading = read(&[ATTACH, "\n", &second, "--namespace team"].concat(), None);
    assert_eq!(ids(&reading), ["left-out"]);
    assert_eq!(
        (answer(&reading, "workspace").as_str(), answer(&reading, "compute-name").as_str()),
        ("mlw", "k8s")
    );
    assert_eq!(answer(&reading, "namespace"), "default");
}

#[test]
fn a_change_of_another_extension_is_left_out() {
    let flux = U.replace("arcml-extension", "flux");
    let text = [H, "--config enableTraining=True\n", &flux, "--config enableInference=True"].concat();
    let reading = read(&text, None);
    assert_eq!(ids(&reading), ["left-out"]);
    assert_eq!(answer(&reading, "extension-name"), "arcml-extension");
    assert_eq!(answer(&reading, "workload"), "training");
}

#[test]
fn missing_settings_of_endpoints_are_reported_where_an_update_creates_the_first() {
    let first = [H, "--config enableTraining=True\n"].concat();
    let text = [&first, U, "--config enableInference=True sslCname=a.b sslSecret=s"].concat();
    let reading = read(&text, None);
    let [found] = of(&reading, "missing-option")[..] else { panic!("{:?}", ids(&reading)) };
    assert_eq!(found.span.start, first.len());
}

#[test]
fn the_first_generation_is_not_lost_to_a_command_that_shows_a_compute() {
    let text = "az ml computetarget attach aks -n k8s -i /subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ContainerService/managedClusters/c -g rg -w mlw\naz ml compute show -n k8s -g rg -w mlw";
    let reading = read(text, None);
    assert_eq!(reading.edition, Edition::AksV1);
    assert_eq!(answer(&reading, "task"), "attach");
}

#[test]
fn both_preview_keys_are_reported_as_exclusive_and_neither_is_chosen() {
    let text = [H, "--config enableInference=True installPromOp=False privateEndpointNodeport=True privateEndpointILB=True sslSecret=s sslCname=a.b.com"].concat();
    let reading = read(&text, None);
    assert_eq!(of(&reading, "exposure-exclusive").len(), 1, "{:?}", ids(&reading));
    for found in of(&reading, "mixed-editions") {
        assert_eq!(found.edits, []);
    }
}

/// The preview's documents have no node selector. Without it pods run elsewhere, so that it is not taken out.
#[test]
fn a_node_selector_in_the_preview_is_reported_and_kept() {
    let text = [H, "--config enableInference=True privateEndpointNodeport=True allowInsecureConnections=True nodeSelector.pool=a"].concat();
    let reading = read(&text, None);
    let [found] = of(&reading, "mixed-editions")[..] else { panic!("{:?}", ids(&reading)) };
    assert_eq!((found.severity.id(), found.edits.len()), ("warning", 0));
    let message = text::read_finding(found, &text, &reading.answers);
    assert!(message.contains("where pods run") && !message.contains("Remove it"), "{message}");
    assert_eq!(answer(&reading, "node-selector"), "pool=a");
}
