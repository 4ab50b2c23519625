//! The terminal's output about two scenarios side by side, and about presets.

use std::process::Command;

use crate::support::{run, with_placeholders_as_words};
use azureml_k8s_wizard::analysis::compare::compare;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::preset::PRESETS;
use rstest::rstest;
use serde_json::{Value, json};

fn terminal(arguments: &[&str]) -> (Option<i32>, String, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_azureml-k8s")).args(arguments).output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code(), text(output.stdout), text(output.stderr))
}

fn stdout(arguments: &[&str]) -> String {
    let (status, stdout) = found(arguments);
    assert_eq!(status, Some(0), "{arguments:?}");
    stdout
}

/// The output and the status, which is 1 for errors.
fn found(arguments: &[&str]) -> (Option<i32>, String) {
    let (status, stdout, stderr) = terminal(arguments);
    assert_eq!(stderr, "", "{arguments:?}");
    (status, stdout)
}

fn report(from: &str, to: &str) -> Value {
    serde_json::from_str(&stdout(&["compare", "--format", "json", from, to])).unwrap()
}

const NAMES: &str = "resource-group=rg&cluster-name=c1&workspace=mlw";

#[test]
fn a_comparison_as_json() {
    let report = report(
        &format!("#cluster=aks&foo=1&router-ha=no&{NAMES}"),
        &format!("cluster=aks&namespace=ml&{NAMES}"),
    );
    assert_eq!(report["version"], 1);
    assert_eq!(
        report["from"],
        json!({"link": "v=1&cluster=aks&resource-group=rg&cluster-name=c1&router-ha=no&workspace=mlw", "preset": null, "ignored": [{"key": "foo", "value": "1", "reason": "unknown-field"}]})
    );
    assert_eq!(report["to"]["preset"], "production-https");
    let fields = report["fields"].as_array().unwrap();
    assert_eq!(
        (&fields[0]["field"], &fields[0]["was"], &fields[0]["is"]),
        (&json!("router-ha"), &json!("no"), &json!("yes"))
    );
    assert!(fields[0]["means"].as_str().unwrap().contains("three nodes"));
    assert_eq!(
        report["commands"][0],
        json!({"step": "create-extension", "change": "changed", "command": "az k8s-extension create", "options": [
            {"option": "--config", "key": "inferenceRouterHA", "change": "removed", "was": "False", "is": null}
        ]})
    );
    let update = &report["update"];
    assert!(update["text"].as_str().unwrap().ends_with("--config inferenceRouterHA=True"));
    assert_eq!(update["placeholders"], json!([]));
    assert_eq!(update["warnings"][0]["id"], "confirmation");
    assert!(update["warnings"][0]["source"]["url"].as_str().unwrap().ends_with("/custom.py"));
    assert_eq!(update["recreate"], json!([]));
    let untouched = &update["untouched"];
    assert_eq!(
        (&untouched["fields"], &untouched["detach"], &untouched["attach"]),
        (
            &json!(["namespace"]),
            &json!(["detach-compute"]),
            &json!(["create-namespace", "attach-compute", "verify-compute"])
        )
    );
}

#[test]
fn a_comparison_of_presets_as_json() {
    let back = report("preset:private-https", "production-https");
    assert_eq!(
        (&back["from"]["preset"], &back["to"]["preset"]),
        (&json!("private-https"), &json!("production-https"))
    );
    assert_eq!((&back["update"]["text"], &back["update"]["warnings"]), (&Value::Null, &json!([])));
    assert_eq!(back["update"]["recreate"][0]["id"], "internal-load-balancer");
    assert_eq!(back["update"]["delete"], json!(["delete-extension"]));
    assert_eq!(back["update"]["create"], json!(["create-extension", "verify-extension"]));
    let there = report("production-https", "preset:private-https");
    assert_eq!(there["update"]["placeholders"], json!(["resource-group", "cluster-name"]));
    assert_eq!(report("legacy-aks-compute", "arc-training")["update"], Value::Null);
    // A preset says nothing about names, so that none is lost.
    let named = report(&format!("cluster=aks&{NAMES}"), "private-https");
    assert_eq!(named["fields"].as_array().unwrap().len(), 1);
    assert_eq!(named["update"]["placeholders"], json!([]));
    let other = report("private-https", &format!("cluster=aks&exposure=internal&{NAMES}"));
    assert_eq!((&other["fields"], &other["update"]["text"]), (&json!([]), &Value::Null));
}

/// Everything except the command is a comment, for any typed text.
#[test]
fn the_text_is_one_that_a_shell_can_read() {
    let links = [
        format!("router-ha=no&a%0Aaz=%0Aaz+pwned&{NAMES}"),
        format!(
            "namespace=ml%0Aaz+pwned&cert-file=c.pem%0Aaz+pwned&key-file=$(az+pwned)&cname=%0Daz&{NAMES}"
        ),
        format!("exposure=internal&cluster=aks&identity=system-assigned&{NAMES}"),
    ];
    for from in &links {
        for to in links.iter().map(String::as_str).chain(PRESETS.iter().map(|preset| preset.id.id())) {
            for layout in ["lines", "one-line"] {
                // A name that contains a line break is an error of the new scenario.
                let (status, text) = found(&["compare", "--layout", layout, from, to]);
                assert!(matches!(status, Some(0 | 1)), "{from} → {to}");
                let (calls, output) = run("bash", &with_placeholders_as_words(&text), &[], None);
                assert!(output.status.success() && output.stderr.is_empty(), "{from} → {to}: {output:?}");
                assert!(calls.len() <= 1, "{calls:?}");
                for call in calls {
                    assert_eq!(call[..3], ["az", "k8s-extension", "update"]);
                }
            }
        }
    }
    assert!(stdout(&["compare", "arc-training", "arc-training"]).contains("# No differences.\n"));
}

/// From, to, the shell, and the errors of the new scenario: rules that it breaks, and values that the one command cannot
/// have in the shell.
#[rustfmt::skip]
const ERRORS: &[(&str, &str, &str, &[&str])] = &[
    ("", "exposure=internal", "bash", &["internal-needs-aks"]),
    ("exposure=internal", "", "bash", &[]),
    ("cluster=aks", "cluster=aks&exposure=internal", "bash", &[]),
    // The CLI switches high availability off by itself on two nodes.
    ("node-count=2&router-ha=no", "node-count=2", "bash", &[]),
    ("node-count=2", "node-count=2&router-ha=no", "bash", &[]),
    // The same for an impossible update and for equal scenarios.
    ("node-selector=a=b", "exposure=internal", "bash", &["internal-needs-aks"]),
    ("exposure=internal", "exposure=internal", "bash", &["internal-needs-aks"]),
    ("edition=aks-v1", "cname=-", "bash", &["invalid-cname"]),
    // In the preview it is only a warning.
    ("edition=arc-preview", "edition=arc-preview&exposure=internal", "bash", &[]),
    ("", "cert-file=50%25.pem", "bash", &[]),
    ("", "cert-file=50%25.pem", "powershell", &["unwritable-cert-file"]),
    ("", "cert-file=50%25.pem", "cmd", &["unwritable-cert-file"]),
    ("", "cert-file=50%25.pem&exposure=internal", "cmd", &["internal-needs-aks", "unwritable-cert-file"]),
    // A value that the command does not contain.
    ("cert-file=50%25.pem", "cert-file=50%25.pem&router-ha=no", "powershell", &[]),
    ("node-selector=a=b", "cert-file=50%25.pem", "powershell", &[]),
];

#[test]
fn errors_of_the_new_scenario_are_printed_above_the_command() {
    for (from, to, shell, expected) in ERRORS {
        let (from, to) = (format!("{from}&{NAMES}"), format!("{to}&{NAMES}"));
        let (status, json) = found(&["compare", "--shell", shell, "--format", "json", &from, &to]);
        let report: Value = serde_json::from_str(&json).unwrap();
        let findings = report["findings"].as_array().unwrap();
        let ids: Vec<&str> = findings.iter().map(|finding| finding["id"].as_str().unwrap()).collect();
        assert_eq!(
            (ids.as_slice(), status),
            (*expected, Some(i32::from(!expected.is_empty()))),
            "{from} → {to}"
        );
        // Each error as in a plan.
        let (_, plan) = found(&["plan", "--shell", shell, "--format", "json", "--link", &to]);
        let plan: Value = serde_json::from_str(&plan).unwrap();
        assert!(
            findings.iter().all(|finding| plan["findings"].as_array().unwrap().contains(finding)),
            "{json}"
        );
        let (text_status, text) = found(&["compare", "--shell", shell, &from, &to]);
        assert_eq!(text_status, status, "{from} → {to}");
        let lines: Vec<&str> = text.lines().collect();
        let command = lines.iter().position(|line| line.starts_with("az ")).unwrap_or(lines.len());
        for finding in findings {
            assert_eq!(finding["severity"], "error");
            let message = format!("error: {}", finding["message"].as_str().unwrap());
            let place = lines.iter().position(|line| line.ends_with(&message));
            assert!(place.is_some_and(|place| place < command), "{message}: {text}");
        }
        assert_eq!(text.matches("error: ").count(), findings.len(), "{text}");
    }
}

#[rstest]
#[case(&["compare"], "FROM and TO")]
#[case(&["compare", "arc-training"], "FROM and TO")]
#[case(&["compare", "a=1", "b=1", "c=1"], "FROM and TO")]
#[case(&["compare", "preset:nonsense", "arc-training"], "no preset nonsense")]
#[case(&["compare", "arc-trainning", "arc-training"], "no preset arc-trainning")]
#[case(&["compare", "--format", "script", "a=1", "b=1"], "json, text")]
#[case(&["compare", "--unknown"], "--unknown")]
#[case(&["presets", "x"], "x")]
#[case(&["presets", "--format", "markdown"], "json, text")]
#[case(&["plan", "--preset", "nonsense"], "no preset nonsense")]
#[case(&["plan", "--preset", "openshift", "--preset", "openshift"], "--preset can be given once")]
fn wrong_usage_is_one_line_and_status_two(#[case] arguments: &[&str], #[case] expected: &str) {
    let (status, stdout, stderr) = terminal(arguments);
    assert_eq!((status, stdout.as_str(), stderr.lines().count()), (Some(2), "", 1), "{stderr}");
    assert!(stderr.contains(expected), "{stderr}");
}

#[test]
fn presets_are_listed_with_their_links() {
    let presets: Value = serde_json::from_str(&stdout(&["presets", "--format", "json"])).unwrap();
    assert_eq!(
        presets[0],
        json!({
            "id": "proof-of-concept",
            "title": "Proof of concept",
            "help": "Training and inference on AKS over HTTP, one router. Not for production.",
            "link": "v=1&cluster=aks&transport=http&router-ha=no",
            "choices": [
                {"field": "cluster", "value": "aks"},
                {"field": "transport", "value": "http"},
                {"field": "router-ha", "value": "no"},
            ],
        })
    );
    assert_eq!(presets.as_array().unwrap().len(), PRESETS.len());
    assert_eq!(stdout(&["presets"]).lines().count(), PRESETS.len());
}

#[rstest]
#[case(&["--preset", "on-premises-gpu"], "v=1&exposure=node-port&nvidia-plugin=yes&dcgm-exporter=yes")]
#[case(&["--preset", "on-premises-gpu", "nvidia-plugin=no", "workspace=mlw"], "v=1&exposure=node-port&dcgm-exporter=yes&workspace=mlw")]
// A default that a link states takes precedence, too.
#[case(&["--link", "cluster=arc&namespace=ml", "--preset", "production-https"], "v=1&namespace=ml")]
#[case(&["--link", "cluster=arc&namespace=ml", "--preset", "production-https", "cluster=aks"], "v=1&cluster=aks&namespace=ml")]
fn a_plan_begins_with_a_preset(#[case] arguments: &[&str], #[case] link: &str) {
    let plan: Value =
        serde_json::from_str(&stdout(&[&["plan", "--format", "json"], arguments].concat())).unwrap();
    assert_eq!(plan["link"], link);
}

#[test]
fn a_comparison_with_nothing_is_one_with_the_defaults() {
    assert_eq!(compare(&Answers::default(), &Answers::default()).fields, []);
    assert_eq!(report("", "workload=training")["fields"][0]["was"], "both");
}

/// FROM or TO may be commands that have been run.
#[test]
fn commands_are_compared_with_a_link() {
    let commands = "az k8s-extension create --name ext --cluster-type managedClusters -c c1 -g rg \\\n  --extension-type Microsoft.AzureML.Kubernetes --config enableTraining=True installVolcano=False";
    let report = report(
        commands,
        "cluster=aks&cluster-name=c1&resource-group=rg&workload=training&extension-name=ext",
    );
    assert_eq!(
        report["from"]["link"],
        "v=1&cluster=aks&resource-group=rg&cluster-name=c1&workload=training&volcano=no&extension-name=ext"
    );
    assert_eq!(report["fields"][0]["field"], "volcano");
    assert!(report["update"]["text"].as_str().unwrap().ends_with("--config installVolcano=True"));
}
