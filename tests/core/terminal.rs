//! The terminal program as a script sees it: what it prints, and its exit status.

use std::process::{Command, Output};

use azureml_k8s_wizard::i18n::Language;
use azureml_k8s_wizard::output::usage::{COMMANDS, Takes};

use crate::support::run;
use rstest::rstest;
use serde_json::Value;

fn azureml_k8s(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_azureml-k8s")).args(arguments).output().unwrap()
}

fn stdout(arguments: &[&str]) -> String {
    let output = azureml_k8s(arguments);
    assert_eq!(String::from_utf8_lossy(&output.stderr), "");
    String::from_utf8(output.stdout).unwrap()
}

fn json(arguments: &[&str]) -> Value {
    serde_json::from_str(&stdout(arguments)).unwrap()
}

#[test]
fn a_plan_as_json_has_the_form_of_the_contract() {
    let result = json(&["plan", "--format", "json", "--link", "cluster=aks&workload=training&foo=1&cname=x"]);
    for key in ["version", "edition", "link", "findings", "ignored", "steps", "resources"] {
        assert!(!result[key].is_null(), "{key} is missing");
    }
    assert_eq!(result["version"], 1);
    let resources = result["resources"].as_array().unwrap();
    let volcano = resources.iter().find(|resource| resource["name"] == "volcano-scheduler").unwrap();
    assert_eq!((&volcano["kind"], &volcano["setting"]), (&"deployment".into(), &"installVolcano".into()));
    assert_eq!(result["edition"], "current");
    assert_eq!(result["link"], "v=1&cluster=aks&workload=training&cname=x");
    assert_eq!(
        result["ignored"],
        serde_json::json!([{"key": "foo", "value": "1", "reason": "unknown-field"}])
    );
    let finding = &result["findings"][0];
    assert_eq!((&finding["id"], &finding["severity"]), (&"placeholders-left".into(), &"warning".into()));
    assert_eq!(
        finding["fields"],
        serde_json::json!(["subscription", "resource-group", "cluster-name", "workspace"])
    );
    assert!(finding["message"].as_str().unwrap().starts_with("4 values"));
    let steps = result["steps"].as_array().unwrap();
    let ids: Vec<&str> = steps.iter().map(|step| step["id"].as_str().unwrap()).collect();
    assert_eq!(
        ids,
        [
            "sign-in",
            "tools",
            "providers",
            "create-extension",
            "verify-extension",
            "attach-compute",
            "verify-compute",
            "detach-compute",
            "delete-extension"
        ]
    );
    let output = &steps[3]["outputs"][0];
    assert_eq!((&output["id"], &output["language"]), (&"cli".into(), &"bash".into()));
    assert_eq!(output["placeholders"], serde_json::json!(["resource-group", "cluster-name"]));
    assert!(
        output["text"].as_str().unwrap().starts_with("az k8s-extension create \\\n  --name arcml-extension")
    );
    assert!(
        steps
            .iter()
            .all(|step| step["sources"][0].as_str().unwrap().starts_with("https://learn.microsoft.com/"))
    );
    assert!(steps[4]["notes"][0]["id"] == "extension-succeeded" && !steps[4]["notes"][0]["text"].is_null());
}

#[test]
fn a_field_on_the_command_line_takes_precedence_over_the_link() {
    let result = json(&[
        "plan",
        "--format=json",
        "cluster=arc",
        "namespace=",
        "--link",
        "#cluster=aks&namespace=ml&workload=training",
    ]);
    assert_eq!(result["link"], "v=1&workload=training");
}

#[rstest]
#[case(&["plan"], 0)]
#[case(&["plan", "resource-group=rg; x"], 1)]
#[case(&["plan", "exposure=internal"], 1)]
#[case(&["plan", "--link", "nonsense"], 0)]
#[case(&["fields"], 0)]
#[case(&["schema"], 0)]
#[case(&["--help"], 0)]
#[case(&["plan", "--help"], 0)]
#[case(&["--version"], 0)]
#[case(&["read", "az login"], 0)]
#[case(&["read", "no command at all"], 0)]
#[case(&["read", "az k8s-extension create"], 1)]
#[case(&["read", "--help"], 0)]
fn the_exit_status_is_one_when_a_finding_is_an_error(#[case] arguments: &[&str], #[case] status: i32) {
    let output = azureml_k8s(arguments);
    assert_eq!(output.status.code(), Some(status));
    assert!(output.stderr.is_empty() && !output.stdout.is_empty());
}

#[rstest]
#[case(&[], "a command is missing")]
#[case(&["draw"], "no command draw")]
#[case(&["plan", "cluster"], "FIELD=VALUE")]
#[case(&["plan", "foo=1"], "no field foo")]
#[case(&["plan", "cluster=gke"], "cluster takes arc, aks, not gke")]
#[case(&["plan", "--format", "yaml"], "json, text, markdown, script, scenario")]
#[case(&["plan", "--shell", "fish"], "--shell takes bash")]
#[case(&["plan", "--layout", "wide"], "lines, one-line")]
#[case(&["plan", "--link"], "--link")]
#[case(&["plan", "--link", "a", "--link", "b"], "one --link or one --scenario")]
#[case(&["plan", "--unknown"], "--unknown")]
#[case(&["plan", "a\nb=1"], "no field a[U+000A]b")]
#[case(&["plan", "a\u{202E}b=1"], "no field a[U+202E]b")]
#[case(&["fields", "--format", "script"], "json, text")]
#[case(&["read"], "the text to read is missing")]
#[case(&["read", "--shell", "fish", "az login"], "--shell takes bash")]
#[case(&["read", "--format", "markdown", "az login"], "json, text")]
fn wrong_usage_is_one_line_on_standard_error_and_status_two(
    #[case] arguments: &[&str],
    #[case] expected: &str,
) {
    let output = azureml_k8s(arguments);
    assert_eq!(output.status.code(), Some(2));
    assert!(output.stdout.is_empty());
    let line = String::from_utf8(output.stderr).unwrap();
    assert!(
        line.starts_with("azureml-k8s: ") && line.lines().count() == 1 && line.contains(expected),
        "{line}"
    );
}

#[test]
fn the_help_lists_the_commands_as_they_are_typed() {
    let help = stdout(&["--help"]);
    let plan = "azureml-k8s plan [--preset PRESET] [--link LINK | --scenario FILE] [FIELD=VALUE …] \
                [--format json|text|markdown|script|scenario] [--shell bash|powershell|cmd] \
                [--layout lines|one-line] [--lang LANG] [--errata yes|no]";
    let lines = [
        plan,
        "azureml-k8s read [--format json|text] [--shell bash|powershell|cmd] [--lang LANG] TEXT …",
        "azureml-k8s schema",
    ];
    assert!(lines.iter().all(|line| help.lines().any(|known| known == *line)), "{help}");
    assert!(help.contains("A LANG is one of en, ko, "), "{help}");
}

/// Each command of the table with each of its options: both are accepted, and a default equals the result without the option.
#[test]
fn every_option_of_the_table_is_taken_by_its_commands() {
    for command in COMMANDS {
        let mut given = vec![command.name];
        match command.name {
            "compare" => given.extend(["cluster=aks", "cluster=arc"]),
            "read" => given.push("az login"),
            _ => {}
        }
        let run = |option: &str, value: &str| {
            let output = azureml_k8s(&[&given[..], &[option, value]].concat());
            assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{given:?} {option} {value}");
            output.stdout
        };
        let alone = azureml_k8s(&given);
        assert!(alone.stderr.is_empty() && !alone.stdout.is_empty(), "{given:?}");
        for option in command.options() {
            let values: Vec<&str> = match option.takes {
                Takes::OneOf(ids) => ids.to_vec(),
                Takes::Name("PRESET") => vec!["private-https"],
                Takes::Name("LINK") => vec!["cluster=aks"],
                // Standard input is empty here and so not a scenario: the command fails, but not because of its option.
                Takes::Name("FILE") => {
                    let output = azureml_k8s(&["plan", option.name, "-"]);
                    assert!(String::from_utf8_lossy(&output.stderr).contains("standard input"));
                    continue;
                }
                Takes::Name("LANG") => Language::all().map(Language::tag).collect(),
                Takes::Name(name) => panic!("a value {name} is unknown"),
            };
            let mut printed: Vec<Vec<u8>> = values.iter().map(|value| run(option.name, value)).collect();
            if let Some(place) = values.iter().position(|value| *value == option.default) {
                assert_eq!(printed.swap_remove(place), alone.stdout, "{} {}", command.name, option.name);
            } else {
                assert_eq!(option.default, "", "{} {}", command.name, option.name);
            }
        }
    }
}

#[test]
fn every_field_is_listed_with_what_it_takes() {
    let fields = json(&["fields", "--format", "json"]);
    let ids: Vec<&str> =
        fields.as_array().unwrap().iter().map(|field| field["id"].as_str().unwrap()).collect();
    let contract = include_str!("../data/contract-fields.txt").lines();
    assert_eq!(ids, contract.map(|line| line.split('|').next().unwrap()).collect::<Vec<_>>());
    let field = |id: &str| fields.as_array().unwrap().iter().find(|field| field["id"] == id).unwrap().clone();
    let nvidia = field("nvidia-plugin");
    assert_eq!((&nvidia["kind"], &nvidia["default"]), (&"choice".into(), &"no".into()));
    assert_eq!(nvidia["defaults"], serde_json::json!([{"edition": "arc-preview", "default": "yes"}]));
    assert_eq!(field("node-selector")["editions"], serde_json::json!(["current"]));
    assert_eq!(field("cname")["editions"], serde_json::json!(["current", "aks-v1"]));
    assert_eq!(
        field("exposure")["values"],
        serde_json::json!(["public", "internal", "node-port", "cluster-ip"])
    );
    assert_eq!(field("workspace")["step"], "workspace");
    assert_eq!(stdout(&["fields"]).lines().count(), ids.len());
}

#[test]
fn the_commands_in_the_text_run_as_they_stand_in_either_layout() {
    let names = [
        "subscription=11111111-2222-3333-4444-555555555555",
        "resource-group=rg",
        "cluster-name=c",
        "workspace=mlw",
        "cert-file=/etc/tls/it's.pem",
        "key-file=$KEY",
        "cname=ml.example.org",
    ];
    let text = stdout(&[&["plan", "--format", "text"], &names[..]].concat());
    let (calls, output) = run("bash", &text, &[], None);
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    let create =
        calls.iter().find(|call| call.iter().skip(1).take(2).eq(["k8s-extension", "create"])).unwrap();
    assert!(
        create.contains(&"sslCertPemFile=/etc/tls/it's.pem".to_owned())
            && create.contains(&"sslKeyPemFile=$KEY".to_owned())
    );
    let one_line = stdout(&[&["plan", "--layout", "one-line"], &names[..]].concat());
    assert_eq!(run("dash", &one_line, &[], None).0, calls);
    assert!(!one_line.contains("\\\n"));
}

/// Also if a finding is an error: the script can be inspected, and stops by itself.
#[test]
fn a_script_is_printed_completely() {
    for (cluster, status) in [("aks", 0), ("arc", 1)] {
        let cluster = format!("cluster={cluster}");
        let output = azureml_k8s(&["plan", "--format", "script", "exposure=internal", &cluster]);
        let script = String::from_utf8(output.stdout).unwrap();
        assert_eq!((output.status.code(), output.stderr.len()), (Some(status), 0));
        assert!(script.starts_with("#!/usr/bin/env bash\n") && script.ends_with("\nesac\n"), "{script}");
    }
}

#[test]
fn a_closed_standard_output_is_reported_in_one_line() {
    let full = std::fs::File::options().write(true).open("/dev/full").unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_azureml-k8s")).arg("fields").stdout(full).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(String::from_utf8_lossy(&output.stderr).lines().count(), 1);
}

#[test]
fn commands_that_exist_are_read_as_json() {
    let create = "az k8s-extension create -n ext -c é1 -t managedClusters -g rg --extension-type Microsoft.AzureML.Kubernetes";
    let output =
        azureml_k8s(&["read", "--format", "json", create, "  --config enableTraining=True", "az vm list"]);
    // The settings stand on a line of their own, and the one before lacks its continuation.
    assert_eq!(output.status.code(), Some(1));
    let text = [
        create,
        " --config privateEndpointILB=True enableInference=Ture allowInsecureConnections=True\u{202E}",
    ]
    .concat();
    let output = azureml_k8s(&["read", "--format", "json", &text, "az vm list"]);
    let printed = String::from_utf8(output.stdout).unwrap();
    assert!(!printed.contains('\u{202E}'));
    let result: Value = serde_json::from_str(&printed).unwrap();
    assert_eq!(
        (&result["version"], &result["edition"], &result["shell"]),
        (&1.into(), &"arc-preview".into(), &"bash".into())
    );
    assert_eq!(
        result["link"],
        "v=1&edition=arc-preview&cluster=aks&resource-group=rg&cluster-name=%C3%A91&workload=inference&exposure=internal&extension-name=ext"
    );
    assert_eq!(
        result["commands"][0],
        serde_json::json!({"command": "az k8s-extension create", "understood": true, "start": 0, "end": text.chars().count(), "line": 1})
    );
    assert_eq!(result["commands"][1]["understood"], false);
    assert_eq!(result["not_understood"], serde_json::json!([{"line": 2, "text": "az vm list"}]));
    let findings = result["findings"].as_array().unwrap();
    let typo = findings.iter().find(|finding| finding["id"] == "misprinted-value").unwrap();
    let start = text.chars().collect::<String>().find("Ture").unwrap() - 1;
    assert_eq!((&typo["start"], &typo["end"]), (&start.into(), &(start + 4).into()));
    assert_eq!((&typo["line"], &typo["column"]), (&1.into(), &(start + 1).into()));
    assert_eq!(
        (&typo["text"], &typo["repair"], &typo["severity"]),
        (&"Ture".into(), &"True".into(), &"error".into())
    );
    assert_eq!(typo["fields"], serde_json::json!(["workload"]));
    let sources = findings.iter().filter_map(|finding| finding["source"]["url"].as_str());
    assert!(sources.clone().count() > 0 && sources.clone().all(|url| url.starts_with("https://")));
    assert!(result["repaired"].as_str().unwrap().contains("enableInference=True allow"));
    assert!(result["migration"]["link"].as_str().unwrap().starts_with("v=1&cluster=aks"));
    let clean = json(&["read", "--format", "json", "az account set -s 11111111-2222-3333-4444-555555555555"]);
    assert!(clean["repaired"].is_null() && clean["migration"].is_null());
    assert_eq!(clean["findings"], serde_json::json!([]));
}

#[test]
fn standard_input_is_read_and_a_finding_is_marked_under_its_line() {
    let mut child = Command::new(env!("CARGO_BIN_EXE_azureml-k8s"))
        .args(["read", "-"])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    let text = "az k8s-extension show -n e -c c -t connectedCluster -g rg\n";
    std::io::Write::write_all(&mut child.stdin.take().unwrap(), text.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!(output.status.code(), Some(1));
    let printed = String::from_utf8(output.stdout).unwrap();
    let lines: Vec<&str> = printed.lines().collect();
    assert!(lines[0].starts_with("1:36: error: ") && lines[0].ends_with("[misprinted-value]"), "{printed}");
    assert_eq!(lines[1], ["  ", text.trim_end()].concat());
    assert_eq!(lines[2], [" ".repeat(2 + 35), "^".repeat(16)].concat());
    assert!(lines.contains(&"link: v=1&resource-group=rg&cluster-name=c&extension-name=e"), "{printed}");
    assert_eq!(lines.last(), Some(&"az k8s-extension show -n e -c c -t connectedClusters -g rg"));
}
