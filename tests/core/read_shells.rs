//! Existing commands in their shells: quoting, variables, prompts, comments, and lines that are
//! not commands.

use crate::read::{CREATE, SUBSCRIPTION, ids, of};
use azureml_k8s_wizard::model::choice::Shell;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::parse::read::read;
use azureml_k8s_wizard::text;
use rstest::rstest;

/// The same command in the three shells.
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
    "PS C:\\Users\\dev> az k8s-extension create -n e -g rg -c c -t managedClusters `\r\n>> --extension-type Microsoft.AzureML.Kubernetes `  \r\n>> --config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b --config-protected 'sslCertPemFile=it''s.pem' sslKeyPemFile=C:\\certs\\tls.pem",
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
    "C:\\Users\\dev>az k8s-extension create -n e -g rg -c c -t managedClusters ^\r\n  --extension-type Microsoft.AzureML.Kubernetes ^\r\n  --config enableInference=True inferenceRouterServiceType=ClusterIP sslCname=a.b --config-protected \"sslCertPemFile=C:\\a b\\c.pem\" sslKeyPemFile=it's^&.pem",
    "C:\\a b\\c.pem",
    "it's&.pem"
)]
fn each_shell_is_detected_and_read_by_its_own_rules(
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
fn what_another_command_prints_is_known_and_that_command_is_read() {
    let text = "ID=$(az aks show -n my-aks -g rg-aks --query id -o tsv)\naz ml compute attach -g rg-ws -w mlw -n k8s --type Kubernetes --resource-id $ID";
    let reading = read(text, None);
    assert_eq!(
        link::write(&reading.answers),
        "v=1&cluster=aks&resource-group=rg-aks&cluster-name=my-aks&workspace=mlw&workspace-resource-group=rg-ws&compute-name=k8s"
    );
    assert_eq!(ids(&reading), [""; 0]);
    assert_eq!(reading.commands.len(), 2);
}

#[rstest]
#[case("$ az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("dev@host:~/src$ az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("[dev@host ~]$ az account set -s 99999999-2222-3333-4444-555555555555")]
#[case("PS /home/dev> az account set -s 99999999-2222-3333-4444-555555555555")]
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
        let message = text::read_finding(finding, &text, &reading.answers);
        assert!(
            !message.is_empty()
                && !message.chars().any(|c| c.is_control() || c == '\u{202E}' || c == '\u{200E}'),
            "{message:?}"
        );
    }
    let message = text::read_finding(of(&reading, "wrong-value")[0], &text, &reading.answers);
    assert!(message.contains("T[U+202E]rue"), "{message}");
}
