//! The messages of findings: plain, true, and with a solution.

use crate::read::{CREATE, converges, ids, of};
use azureml_k8s_wizard::model::choice::Shell;
use azureml_k8s_wizard::parse::read::{read, repair};
use azureml_k8s_wizard::text;
use rstest::rstest;

const ATTACH: &str = "az ml compute attach -g rg -w mlw -n k8s --type Kubernetes ";
const SHOW: &str = "az k8s-extension show -n e -c c -t managedClusters ";
const UPDATE: &str = "az k8s-extension update -n e -c c -t managedClusters -g rg ";

/// A command, a finding in it, its message, and the repaired text.
#[rstest]
#[case::typo_true(
    [CREATE, "--config enableInference=True inferenceRouterServiceType=NodePort allowInsecureConnections=Ture"],
    "typo-true",
    "Ture: Any other value leaves HTTP off. Correct: True",
    Some("True")
)]
#[case::another_ture(
    [CREATE, "--config enableTraining=Ture"],
    "misprinted-value",
    "“Ture” is not a value that is accepted here. Write True.",
    Some("True")
)]
#[case::missing_space(
    [CREATE, "--config enableTraining=True--release-train stable"],
    "missing-space",
    "--release-train: Without a space before it, the option becomes part of the value. Insert one.",
    Some(" --release-train")
)]
#[case::inference_is_not_switched_on(
    [CREATE, "--config inferenceRouterServiceType=NodePort allowInsecureConnections=True"],
    "tls-enable-inference",
    "inferenceRouterServiceType=NodePort: This setting is for inference, which is not switched on. Write enableInference=True beside it.",
    Some("enableInference=True inferenceRouterServiceType=NodePort")
)]
#[case::update_takes_no_type(
    [UPDATE, "--extension-type Microsoft.AzureML.Kubernetes --config installPromOp=False"],
    "update-extension-type",
    "--extension-type: az k8s-extension update refuses this option. Remove it.",
    Some("")
)]
#[case::web_dash(
    [SHOW, "—resource-group rg"],
    "web-dash",
    "—resource-group contains a typographic dash. Write --resource-group.",
    Some("--resource-group")
)]
#[case::web_dash_of_a_letter(
    [SHOW, "–g rg"],
    "web-dash",
    "–g contains a typographic dash. Write -g.",
    Some("-g")
)]
#[case::web_dash_apart(
    [SHOW, "– resource-group rg"],
    "web-dash",
    "– resource-group contains a typographic dash. Write --resource-group.",
    Some("--resource-group")
)]
#[case::secret_without_its_namespace(
    ["kubectl create secret generic tls1 ", "--from-file=cert.pem=c --from-file=key.pem=k"],
    "missing-option",
    "--namespace azureml is missing. The extension looks for its secret there.",
    Some("tls1 --namespace azureml")
)]
#[case::availability_twice(
    [CREATE, "--config enableInference=True inferenceRouterServiceType=NodePort allowInsecureConnections=True inferenceLoadBalancerHA=False inferenceRouterHA=False"],
    "mixed-editions",
    "inferenceLoadBalancerHA=False is a setting of another edition than the rest of the command. Remove it.",
    None
)]
#[case::subscription_by_name(
    [SHOW, "-g rg --subscription \"Team's subscription\""],
    "invalid-subscription",
    "“Team's subscription” is not a subscription id. The Azure CLI also accepts a name, but the wizard needs the id. az account show prints it.",
    None
)]
#[case::file_of_a_compute(
    [ATTACH, "--resource-id $ID --file compute.yml"],
    "settings-file",
    "The contents of the file compute.yml are not read. Give them as options to have them checked: --resource-id, --namespace, --identity-type.",
    None
)]
#[case::file_of_settings(
    [CREATE, "--config-file settings.json"],
    "settings-file",
    "The contents of the file settings.json are not read. Paste its settings as key=value to have them checked.",
    None
)]
#[case::curly_at_the_end(
    [CREATE, "--config enableTraining=True \"installVolcano=False” --release-train stable"],
    "curly-quote",
    "” is a typographic quote, which the shell reads as a letter. Type straight quotes.",
    Some("\"")
)]
#[case::curly_before_another(
    [CREATE, "--config \"enableTraining=True” --release-train \"stable\""],
    "curly-quote",
    "” is a typographic quote, which the shell reads as a letter. Type straight quotes.",
    Some("\"")
)]
#[case::curly_single_at_the_end(
    [CREATE, "--config enableTraining=True 'installVolcano=False’ --release-train stable"],
    "curly-quote",
    "’ is a typographic quote, which the shell reads as a letter. Type straight quotes.",
    Some("'")
)]
#[case::curly_at_the_beginning(
    [CREATE, "--config “enableTraining=True\" --release-train stable"],
    "curly-quote",
    "“ is a typographic quote, which the shell reads as a letter. Type straight quotes.",
    Some("\"")
)]
fn a_message_has_the_problem_and_the_solution(
    #[case] text: [&str; 2],
    #[case] id: &str,
    #[case] message: &str,
    #[case] fixed: Option<&str>,
) {
    let text = text.concat();
    let reading = read(&text, None);
    let found = of(&reading, id);
    let [finding] = found.as_slice() else { panic!("{id} in {:?} of {text}", ids(&reading)) };
    assert_eq!(text::read_finding(finding, &text, &reading.answers), message);
    assert_eq!(repair(finding, &text).as_deref(), fixed, "{text}");
    assert!(of(&reading, "unbalanced-quote").is_empty());
    converges(&text);
}

#[test]
fn backticks_are_reported_for_their_shell() {
    let text = "az aks get-versions -l westus --query \"a[?default == `true`].b\" -o table";
    for shell in [Shell::Bash, Shell::PowerShell] {
        let reading = read(text, Some(shell));
        let message = text::read_finding(of(&reading, "backticks")[0], text, &reading.answers);
        assert_eq!(
            message,
            "\"a[?default == `true`].b\": In double quotes bash runs the text between backticks, and PowerShell removes them. Correct: 'a[?default == `true`].b'"
        );
    }
}

/// A quote that belongs to the quoted text.
#[rstest]
#[case("--output \"the “big” thing\"")]
#[case("--output 'it’s'")]
fn curly_quotes_inside_straight_ones_are_letters(#[case] rest: &str) {
    let text = [CREATE, "--config enableTraining=True ", rest].concat();
    assert_eq!(ids(&read(&text, None)), [""; 0]);
}
