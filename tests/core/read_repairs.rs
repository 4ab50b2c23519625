//! Repairs of existing commands: the exact result, and that it is no worse than before.

use crate::read::{converges, ids, of};
use azureml_k8s_wizard::output::read_report::Report;
use azureml_k8s_wizard::parse::read::{read, repair};
use rstest::rstest;

const H: &str = "az k8s-extension create -n arcml-extension --extension-type Microsoft.AzureML.Kubernetes --cluster-type managedClusters -c c1 -g rg ";

/// The text after the command, and the repaired text.
#[rstest]
#[case::certificate_in_two_options(
    "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b --config sslCertPemFile=a --config sslKeyPemFile=b",
    "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslCertPemFile=a --config-protected sslKeyPemFile=b"
)]
#[case::tied(
    "--config=sslCertPemFile=a --config=enableInference=True --config inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslKeyPemFile=b",
    "--config-protected=sslCertPemFile=a --config=enableInference=True --config inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslKeyPemFile=b"
)]
#[case::first_of_several(
    "--config sslCertPemFile=a sslKeyPemFile=b enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b",
    "--config-protected sslCertPemFile=a sslKeyPemFile=b --config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b"
)]
#[case::amid_others(
    "--config enableInference=True sslCertPemFile='/a b' inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslKeyPemFile=b",
    "--config enableInference=True --config-protected sslCertPemFile='/a b' --config inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslKeyPemFile=b"
)]
#[case::misspelt(
    "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b sslCertPEMFile=a sslKeyPemFile=b",
    "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslCertPemFile=a sslKeyPemFile=b"
)]
#[case::without_a_workload(
    "--config sslCertPemFile=a sslKeyPemFile=b inferenceRouterServiceType=NodePort sslCname=a.b",
    "--config-protected sslCertPemFile=a sslKeyPemFile=b --config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b"
)]
#[case::tied_with_more(
    "--config=enableTraining=True installVolcano=False",
    "--config enableTraining=True installVolcano=False"
)]
#[case::tied_of_the_preview(
    "--config=privateEndpointILB=True --config enableInference=True sslSecret=s sslCname=a.b.com",
    "--config=privateEndpointILB=True --config enableInference=True sslSecret=s sslCname=a.b.com"
)]
#[case::both_of_the_preview(
    "--config enableInference=True privateEndpointNodeport=True privateEndpointILB=True sslSecret=s sslCname=a.b.com",
    "--config enableInference=True privateEndpointNodeport=True privateEndpointILB=True sslSecret=s sslCname=a.b.com"
)]
#[case::blanks_around("--config enableTraining = True", "--config enableTraining=True")]
#[case::blank_before("--config enableTraining =True", "--config enableTraining=True")]
#[case::blank_behind("--config enableTraining= True --debug", "--config enableTraining=True --debug")]
#[case::colon("--config enableTraining:True", "--config enableTraining=True")]
#[case::secret_with_blanks(
    "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b sslKeyPemFile = k --config-protected sslCertPemFile=c",
    "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslKeyPemFile=k --config-protected sslCertPemFile=c"
)]
#[case::misspelt_option_too(
    "--confg sslCertPemFile=a enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslKeyPemFile=b",
    "--config-protected sslCertPemFile=a --config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b --config-protected sslKeyPemFile=b"
)]
fn a_command_becomes(#[case] rest: &str, #[case] fixed: &str) {
    assert_eq!(converges(&[H, rest].concat()), [H, fixed].concat());
}

/// Settings in a variable have no places of their own.
#[rstest]
#[case("--config $S")]
#[case("--config enableInference=True $S")]
#[case("--config=$S")]
fn settings_in_a_variable_stay_where_they_are(#[case] rest: &str) {
    let given = "S=\"enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b sslCertPemFile=a sslKeyPemFile=b\"\n";
    let text = [given, H, rest].concat();
    let found = read(&text, None);
    assert_eq!(of(&found, "misplaced-key").len(), 1, "{:?}", ids(&found));
    assert_eq!(of(&found, "misplaced-key")[0].edits, []);
    let fixed = converges(&text);
    assert_eq!(fixed, text.replace("--config=$S", "--config $S"));
}

#[test]
fn one_repair_fixes_a_misspelt_key_in_the_wrong_place() {
    let text = [H, "--config enableInference=True sslCertPEMFile=a"].concat();
    let found = read(&text, None);
    let [finding] = of(&found, "misplaced-key")[..] else { panic!("{:?}", ids(&found)) };
    assert_eq!(repair(finding, &text).unwrap(), "--config-protected sslCertPemFile=a");
}

/// Options that are joined to a value because a space is missing.
#[rstest]
#[case(
    "az k8s-extension show -n a -c c1 -t managedClusters-g rg",
    "az k8s-extension show -n a -c c1 -t managedClusters -g rg"
)]
#[case(
    "az k8s-extension update -n a -c c1 -t managedClusters-g rg --config installPromOp=False",
    "az k8s-extension update -n a -c c1 -t managedClusters -g rg --config installPromOp=False"
)]
#[case(
    "az k8s-extension create -n a --extension-type Microsoft.AzureML.Kubernetes-c c1 -t managedClusters -g rg --config enableTraining=True",
    "az k8s-extension create -n a --extension-type Microsoft.AzureML.Kubernetes -c c1 -t managedClusters -g rg --config enableTraining=True"
)]
#[case(
    "az k8s-extension create -n a --extension-type Microsoft.AzureML.Kubernetes -c c1 -t managedClusters --config enableTraining=True-g rg",
    "az k8s-extension create -n a --extension-type Microsoft.AzureML.Kubernetes -c c1 -t managedClusters --config enableTraining=True -g rg"
)]
fn a_short_option_that_is_joined_to_a_value_is_reported(#[case] text: &str, #[case] fixed: &str) {
    assert_eq!(ids(&read(text, None)), ["missing-space"]);
    assert_eq!(converges(text), fixed);
}

/// If the option exists already, the intended text is not known.
#[test]
fn a_value_that_ends_like_an_option_is_not_cut() {
    let text = "az k8s-extension show -n a -c c1 -t managedClusters-g -g rg";
    assert_eq!(ids(&read(text, None)), ["misprinted-value"]);
    assert_eq!(converges(text), text);
    let path = [H, "--config enableTraining=True nodeSelector.a=pool-n nodeSelector.b=c"].concat();
    assert_eq!(ids(&read(&path, None)), [""; 0]);
}

/// The report about a text of this length is at most this many times as long.
const LENGTH: usize = 200_000;
const TIMES: usize = 100;

#[rstest]
#[case("sslCertPemFile=x ")]
#[case("sslCertPemFile=x enableTraining=True ")]
#[case("--config sslCertPemFile=x ")]
#[case("--config=sslCname=x sslSecret=y ")]
#[case("--config-protected sslCertPEMFile=x sslCname=a ")]
#[case("sslSecret=s inferenceRouterServiceType=LoadBalancer ")]
#[case("foo ")]
#[case("foo = bar ")]
#[case("enableTraining = Ture ")]
#[case("“a”=b ")]
#[case("nodeSelector.a=b ")]
#[case("--name a-g ")]
#[case("-otable ")]
#[case("--query orchestrationVersion ")]
#[case(
    "\naz k8s-extension create -n e -c c -t managedClusters -g rg --extension-type Microsoft.AzureML.Kubernetes --config enableInference=True sslCertPemFile=a "
)]
#[case(
    "\naz k8s-extension update -n arcml-extension -c c1 -t managedClusters -g rg --config nodeSelector.a=b enableInference=True "
)]
fn a_report_is_not_much_longer_than_its_text(#[case] piece: &str) {
    let text = [H, "--config enableTraining=True ", &piece.repeat(LENGTH / piece.len())].concat();
    let length = serde_json::to_string(&Report::new(&text, &read(&text, None))).unwrap_or_default().len();
    assert!(length < TIMES * LENGTH, "{length}");
}
