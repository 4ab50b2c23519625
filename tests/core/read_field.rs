//! Kinds of faults in texts that people published, each with several inputs. The texts themselves are in
//! `tests/data/pasted`.

use crate::read::{CREATE, converges, ids, of};
use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::model::choice::{Choice as _, Edition, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::output::read_report::Report;
use azureml_k8s_wizard::parse::read::{Reading, migrated, read, repaired};
use rstest::rstest;

const ID: &str = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-k8s/providers/Microsoft.ContainerService/managedClusters/aks-one";
const ATTACH: &str = "az ml compute attach -g rg-ws -w mlw -n k8s --type Kubernetes ";

fn errors(reading: &Reading) -> Vec<String> {
    let errors = reading.findings.iter().filter(|finding| finding.severity == Severity::Error);
    errors.map(azureml_k8s_wizard::parse::read::Finding::id).collect()
}

fn text_of(reading: &Reading, field: Field) -> &str {
    reading.answers.text(field)
}

/// A: a repair is certain, or there is none.
#[rstest]
#[case("sslCertKeyFile=k.pem", Some("sslKeyPemFile=k.pem"))]
#[case("sslcertpemfile=c.pem", Some("sslCertPemFile=c.pem"))]
#[case("sslCertPemFle=c.pem", Some("sslCertPemFile=c.pem"))]
// Another word is not a misprint.
#[case("sslCertPfxFile=c.pfx", None)]
#[case("sslCertCrtFile=c.crt", None)]
fn a_repair_of_a_key_is_certain(#[case] setting: &str, #[case] expected: Option<&str>) {
    let text = [
        CREATE,
        "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b --config-protected ",
        setting,
    ]
    .concat();
    let fixed = converges(&text);
    match expected {
        Some(expected) => assert!(fixed.ends_with(expected), "{fixed}"),
        None => {
            assert_eq!(fixed, text);
            assert_eq!(of(&read(&text, None), "unknown-key").len(), 1);
        }
    }
}

#[rstest]
#[case("--config-protected sslCertPemFil=a.pem sslCertPemFile=b.pem sslKeyPemFile=k.pem")]
#[case("--config-protected sslCertPemFile=b.pem sslKeyPemFile=k.pem sslKeyPemfile=c.pem")]
fn a_repair_never_gives_a_key_twice(#[case] rest: &str) {
    let text =
        [CREATE, "--config enableInference=True inferenceRouterServiceType=NodePort sslCname=a.b ", rest]
            .concat();
    let reading = read(&text, None);
    assert_eq!(errors(&reading), ["misprinted-key"]);
    assert_eq!(repaired(&text, &reading), text);
    assert_eq!(text_of(&reading, Field::CertFile), "b.pem");
    assert_eq!(text_of(&reading, Field::KeyFile), "k.pem");
}

#[rstest]
#[case("--config enableTraining= cluster-type connectedClusters", "missing-hyphens")]
#[case("--config enableTraining= maybe", "no-pair")]
#[case("--config inferenceRouterServiceType= Loadbalanced enableTraining=True", "no-pair")]
fn a_value_that_a_setting_does_not_take_is_not_joined_to_it(#[case] rest: &str, #[case] id: &str) {
    let text = [CREATE, rest].concat();
    let reading = read(&text, None);
    assert!(errors(&reading).contains(&"missing-value".to_owned()), "{:?}", ids(&reading));
    assert_eq!(of(&reading, id).len(), 1, "{:?}", ids(&reading));
    assert_eq!(repaired(&text, &reading), text);
}

/// B: what the CLI takes is no error.
#[rstest]
#[case("az connectedk8s connect -n e -g rg --enable-private-link true --private-link-scope-resource-id /x")]
#[case("az connectedk8s connect -n e -g rg --enable-oidc-issuer true --enable-workload-identity false")]
#[case("az connectedk8s connect -n e -g rg --enable-oidc-issuer --self-hosted-issuer https://a.example")]
#[case("az connectedk8s update -n e -g rg --disable-proxy --auto-upgrade true")]
#[case("az configure --defaults group=rg workspace=mlw\naz ml compute show -n k8s")]
#[case("az configure -d group=rg\naz k8s-extension show -n e -c c -t managedClusters")]
#[case("az config set defaults.group=rg defaults.workspace=mlw\naz ml compute detach -n k8s --yes")]
#[case("export AZURE_DEFAULTS_GROUP=rg AZURE_DEFAULTS_WORKSPACE=mlw\naz ml compute show -n k8s")]
#[case("$env:AZURE_DEFAULTS_GROUP = 'rg'\naz k8s-extension show -n e -c c -t managedClusters")]
#[case("set AZURE_DEFAULTS_GROUP=rg\r\naz k8s-extension show -n e -c c -t managedClusters")]
#[case("%%bash\naz ml compute show -g {ws.resource_group} -w {ws.name} -n k8s")]
#[case("import os\nos.system(f\"az ml compute show -g {names['group']} -w {ws.name} -n k8s\")")]
#[case("!az ml compute show -g $rg -w {workspace.name} -n k8s")]
fn what_the_cli_takes_is_no_error(#[case] text: &str) {
    let reading = read(text, None);
    assert_eq!(errors(&reading), [""; 0], "{text}");
    assert!(reading.commands.iter().any(|command| command.understood), "{text}");
}

#[rstest]
#[case("az connectedk8s connect -n e -g rg --enable-private-link maybe")]
#[case("az connectedk8s connect -n e -g rg --enable-oidc-issuer=1")]
#[case("az ml compute show -n k8s")]
#[case("az configure --defaults group\naz k8s-extension show -n e -c c -t managedClusters -g rg")]
#[case("az configure --defaults group=''\naz k8s-extension show -n e -c c -t managedClusters")]
fn what_the_cli_does_not_take_stays_an_error(#[case] text: &str) {
    assert_ne!(errors(&read(text, None)), [""; 0], "{text}");
}

#[test]
fn a_default_gives_the_value_that_a_command_lacks() {
    let text = [
        "az configure --defaults group=rg-all workspace=mlw\n",
        "az k8s-extension create -n e -c aks-one -t managedClusters --extension-type Microsoft.AzureML.Kubernetes --config enableTraining=True\n",
        "az ml compute attach -n k8s --type Kubernetes --resource-id ",
        ID,
        " -g rg-ws",
    ]
    .concat();
    let reading = read(&text, None);
    assert_eq!(text_of(&reading, Field::Workspace), "mlw");
    assert_eq!(text_of(&reading, Field::WorkspaceResourceGroup), "rg-ws");
    assert_eq!(text_of(&reading, Field::ResourceGroup), "rg-all");
}

/// C: the edition is judged by evidence, and the evidence is named.
#[rstest]
#[case(&[ATTACH, "--resource-id ", ID].concat(), Edition::Current, None)]
#[case(&["az ml compute attach -g rg -w mlw -n k8s --type kubernetes --resource-id ", ID].concat(), Edition::Current, None)]
#[case(
    &[CREATE, "--config enableInference=True privateEndpointNodeport=True allowInsecureConnections=True"].concat(),
    Edition::ArcPreview,
    Some("privateEndpointNodeport=True")
)]
#[case(
    &[CREATE, "--config enableInference=True allowInsecureConnections=True"].concat(),
    Edition::ArcPreview,
    Some("without a type of service")
)]
#[case("az extension add --name k8s-extension --version 1.0.0", Edition::ArcPreview, Some("1.0.0"))]
#[case("az ml computetarget show -n a -g rg -w mlw", Edition::AksV1, Some("az ml computetarget show"))]
#[case(
    &[CREATE, "--config enableInference=True inferenceRouterServiceType=NodePort allowInsecureConnections=True"].concat(),
    Edition::Current,
    Some("inferenceRouterServiceType=NodePort")
)]
fn the_edition_is_judged_by_evidence(
    #[case] text: &str,
    #[case] edition: Edition,
    #[case] reason: Option<&str>,
) {
    let reading = read(text, None);
    assert_eq!(reading.edition, edition, "{text}");
    let told = azureml_k8s_wizard::text::edition_reason(&reading, text);
    match reason {
        Some(reason) => assert!(told.as_deref().is_some_and(|told| told.contains(reason)), "{told:?}"),
        None => assert_eq!(told, None),
    }
}

#[test]
fn a_migration_of_an_attachment_alone_invents_no_setting() {
    let text = [
        "az extension add --name k8s-extension --version 1.0.0\n",
        "az ml compute attach -g rg -w mlw -n k8s --type kubernetes --resource-id ",
        ID,
    ]
    .concat();
    let reading = read(&text, None);
    assert_eq!(reading.edition, Edition::ArcPreview);
    assert_eq!(migrated(&reading), None);
    let create = [CREATE, "--config enableTraining=True openshift=True"].concat();
    assert!(migrated(&read(&create, None)).is_some());
}

/// D: what the CLI refuses is an error.
#[rstest]
#[case("--config enableInference=True allowInsecureConnections=True", "missing-option")]
#[case("--config enableTraining=True --target-namespace t", "exclusive-options")]
#[case("--config enableTraining=True --config-file a.json", "exclusive-options")]
#[case("--config enableTraining=True a=b --config-protected a=b", "duplicate-key")]
#[case(
    "--config enableTraining=True --auto-upgrade true --auto-upgrade-minor-version false",
    "repeated-option"
)]
#[case(
    "--config enableInference=True inferenceRouterServiceType=NodePort allowInsecureConnections=True sslSecret=s",
    "missing-option"
)]
#[case(
    "--config enableTraining=True --config-protected a=b --config-protected-file b.json",
    "exclusive-options"
)]
fn what_the_cli_refuses_is_an_error(#[case] rest: &str, #[case] id: &str) {
    let reading = read(&[CREATE, rest].concat(), None);
    assert!(errors(&reading).contains(&id.to_owned()), "{rest}: {:?}", ids(&reading));
}

#[test]
fn an_option_that_is_repeated_with_the_same_value_is_a_warning() {
    let reading = read(&[CREATE, "--config enableTraining=True --scope Cluster"].concat(), None);
    assert_eq!((ids(&reading), errors(&reading)), (vec!["repeated-option".to_owned()], Vec::new()));
}

#[test]
fn a_text_that_installs_the_tools_of_the_preview_may_use_its_commands() {
    let create =
        [CREATE, "--config enableInference=True privateEndpointILB=True allowInsecureConnections=True"]
            .concat();
    assert_eq!(errors(&read(&create, None)), ["missing-option"]);
    let text = ["az extension add --name k8s-extension --version 1.0.0\n", &create].concat();
    assert_eq!(errors(&read(&text, None)), [""; 0]);
}

/// E: what is understood and not part of a plan is named.
#[rstest]
#[case(
    "--config enableTraining=True nginxIngress.enabled=false",
    "nginxIngress.enabled=false",
    Severity::Warning
)]
#[case(
    "--config enableTraining=True relayserver.enabled=true",
    "relayserver.enabled=true",
    Severity::Warning
)]
#[case(
    "--config enableTraining=True volcanoScheduler.schedulerConfigMap=v",
    "volcanoScheduler.schedulerConfigMap=v",
    Severity::Info
)]
#[case("--config enableTraining=True --release-train preview", "--release-train", Severity::Info)]
#[case("--config enableTraining=True --plan-name p", "--plan-name", Severity::Info)]
#[case(
    "--config enableTraining=True\naz connectedk8s connect -n c -g rg --proxy-https http://p:1",
    "--proxy-https",
    Severity::Info
)]
#[case(
    "--config enableTraining=True\naz connectedk8s connect -n c -g rg --kube-context k",
    "--kube-context",
    Severity::Info
)]
#[case(
    "--config enableTraining=True\naz connectedk8s connect -n c -g rg --enable-private-link true",
    "--enable-private-link",
    Severity::Info
)]
#[case(
    "--config enableTraining=True\naz connectedk8s connect -n c -g rg --distribution k3s",
    "--distribution",
    Severity::Info
)]
fn what_a_plan_does_not_contain_is_named(
    #[case] rest: &str,
    #[case] about: &str,
    #[case] severity: Severity,
) {
    let text = [CREATE, rest].concat();
    let reading = read(&text, None);
    let found = of(&reading, "not-carried-over");
    let [finding] = found.as_slice() else { panic!("{rest}: {:?}", ids(&reading)) };
    assert_eq!((text.get(finding.span.clone()), finding.severity), (Some(about), severity), "{rest}");
}

/// H: values in the same text are used.
#[rstest]
#[case("ID=$(az aks show -n aks-one -g rg-k8s --query id -o tsv)\n", "--resource-id $ID")]
#[case("ID=`az aks show -n aks-one -g rg-k8s --query 'id' -o tsv`\n", "--resource-id \"${ID}\"")]
#[case("", "--resource-id $(az aks show --name aks-one --resource-group rg-k8s --query id --output tsv)")]
#[case("ID=$(az aks show -n aks-one -g rg-k8s | jq -r .id)\n", "--resource-id $ID")]
#[case("C=aks-one; G=rg-k8s\nID=$(az aks show -n $C -g ${G} --query \"id\" -o tsv)\n", "--resource-id $ID")]
#[case("$aksId = az aks show -n aks-one -g rg-k8s --query id -o tsv\n", "--resource-id $aksId")]
#[case("$aks = az aks show -n aks-one -g rg-k8s | ConvertFrom-Json\n", "--resource-id $aks.id")]
#[case("$ID = (az aks show -n aks-one -g rg-k8s --query id -o tsv)\n", "--resource-id $ID")]
fn the_id_that_another_command_prints_is_known(#[case] before: &str, #[case] rest: &str) {
    let text = [before, ATTACH, rest].concat();
    let reading = read(&text, None);
    assert_eq!(ids(&reading), [""; 0], "{text}");
    let answers =
        [Field::Cluster, Field::ResourceGroup, Field::ClusterName].map(|field| text_of(&reading, field));
    assert_eq!(answers, ["aks", "rg-k8s", "aks-one"], "{text}");
}

#[rstest]
#[case("RG=\"${RG:-rg-a}\"\naz k8s-extension show -n e -t managedClusters -c c -g $RG", 1)]
#[case("az k8s-extension show -n e -t managedClusters -c c -g ${RG:-rg-a}", 1)]
#[case("az k8s-extension show -n e -t managedClusters -c c -g ${RG-rg-a}", 1)]
#[case("RG=rg-a\naz k8s-extension show -n e -t managedClusters -c c -g ${RG:-rg-b}", 0)]
#[case("RG=rg-abc\naz k8s-extension show -n e -t managedClusters -c c -g ${RG:0:4}", 0)]
#[case("ARGS=(-c c\n  -g rg-a) # two\naz k8s-extension show -n e -t managedClusters \"${ARGS[@]}\"", 0)]
#[case("ARGS=(-c c)\nARGS+=(-g \"rg-a\")\naz k8s-extension show -n e -t managedClusters ${ARGS[@]}", 0)]
#[case("$a = @('-n', 'e', '-c', \"c\", '-g', 'rg-a')\naz k8s-extension show -t managedClusters @a", 0)]
#[case(
    "param(\n  [Parameter(Mandatory)]\n  [string]$Name,\n  [string]$Group = 'rg-a'\n)\naz k8s-extension show -n e -t managedClusters -c c -g $Group",
    1
)]
#[case("RG ?= rg-a\nx:\n\taz k8s-extension show -n e -t managedClusters -c c -g $(RG)", 1)]
#[case("RG := rg-a\nx:\n\taz k8s-extension show -n e -t managedClusters -c c -g $${RG}", 0)]
fn a_value_of_the_same_text_is_used(#[case] text: &str, #[case] defaults: usize) {
    let reading = read(text, None);
    assert_eq!(text_of(&reading, Field::ResourceGroup), "rg-a", "{text}: {:?}", ids(&reading));
    assert_eq!(text_of(&reading, Field::ClusterName), "c", "{text}");
    assert_eq!(of(&reading, "variable-default").len(), defaults, "{text}");
    assert!(of(&reading, "variable-left").is_empty(), "{text}");
}

#[test]
fn a_variable_is_remarked_once() {
    let text =
        "az k8s-extension show -n e -t managedClusters -c c -g $RG\naz ml compute show -g $RG -w $WS -n $RG";
    let reading = read(text, None);
    assert_eq!(ids(&reading), ["variable-left", "variable-left"]);
    let fields: Vec<&str> = reading.findings[0].fields.iter().map(|field| field.id()).collect();
    assert_eq!(fields, ["resource-group", "workspace-resource-group", "compute-name"]);
}

/// I: every line is read, known to be without effect, or listed.
#[rstest]
#[case("set -euo pipefail\nif [[ -z \"$x\" ]]; then\n  az login\nelse\n  exit 1\nfi", &[])]
#[case("function deploy() {\n  az login\n}\ndeploy", &["deploy"])]
#[case("for c in a b; do\n  az login\ndone", &[])]
#[case("try {\n  az login\n} catch {\n  throw\n}", &[])]
#[case("@echo off\r\nsetlocal\r\naz login\r\ngoto :end\r\n:end", &[])]
#[case("if grep -q x y; then az login; fi", &["if grep -q x y"])]
#[case("job = command(code='.')\naz login", &["job = command(code='.')"])]
#[case("replicas: 3\naz login", &["replicas: 3"])]
fn a_line_is_read_known_or_listed(#[case] text: &str, #[case] listed: &[&str]) {
    let reading = read(text, None);
    let lines: Vec<&str> =
        reading.not_understood.iter().map(|span| text.get(span.clone()).unwrap()).collect();
    assert_eq!(lines, listed);
    assert!(reading.commands.iter().any(|command| command.name == "az login"), "{text}");
}

/// K: commands of the same family.
#[rstest]
#[case(
    "az ml computetarget update aks -n aksone -g rg -w mlw --load-balancer-type InternalLoadBalancer --load-balancer-subnet s",
    "aks-v1"
)]
#[case(
    "az ml computetarget attach kubernetes -n aksone -g rg -w mlw -i /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/r/providers/Microsoft.Kubernetes/connectedClusters/c --namespace default",
    "current"
)]
#[case("az connectedk8s show -n c -g rg", "current")]
#[case("az connectedk8s update -n c -g rg --proxy-https http://p:1", "current")]
#[case("az connectedk8s delete -n c -g rg --yes", "current")]
#[case(
    "az k8s-extension update -n e -c c -t connectedClusters -g rg --config installPromOp=False --yes",
    "current"
)]
#[case("az k8s-extension list -c c -t connectedClusters -g rg", "current")]
#[case("az ml compute update -n k8s -g rg -w mlw --identity-type SystemAssigned", "current")]
#[case("az ml compute list -g rg -w mlw --type kubernetes", "current")]
fn commands_of_the_same_family_are_read(#[case] text: &str, #[case] edition: &str) {
    let reading = read(text, None);
    assert!(reading.commands.iter().all(|command| command.understood), "{text}");
    assert_eq!(errors(&reading), [""; 0], "{text}");
    assert_eq!(reading.edition.id(), edition, "{text}");
}

/// L.
#[rstest]
#[case("openshift=True", "--config openshift=True")]
#[case("enableInference=False", "--config enableInference=False")]
#[case("nodeSelector.pool=ml", "--config nodeSelector.pool=ml")]
#[case("sslCertPemFile=c.pem", "--config-protected sslCertPemFile=c.pem")]
fn a_stray_setting_is_moved_behind_its_option(#[case] setting: &str, #[case] expected: &str) {
    let text = [CREATE, "--auto-upgrade true ", setting, " --config enableTraining=True"].concat();
    let reading = read(&text, None);
    let found = of(&reading, "stray-setting");
    let [finding] = found.as_slice() else { panic!("{:?}", ids(&reading)) };
    assert_eq!(text.get(finding.span.clone()), Some(setting));
    let fixed = converges(&text);
    assert!(fixed.contains(expected), "{fixed}");
}

#[rstest]
#[case("--scope cluster ")]
#[case("--release-namespace azureml ")]
fn an_option_of_create_is_taken_out_of_an_update(#[case] option: &str) {
    let text = ["az k8s-extension update -n e -c c -t managedClusters -g rg ", option, "--yes"].concat();
    assert_eq!(converges(&text), "az k8s-extension update -n e -c c -t managedClusters -g rg --yes");
}

#[test]
fn a_namespace_that_is_created_after_the_attachment_is_out_of_order() {
    let attach = [ATTACH, "--namespace ml --resource-id ", ID].concat();
    let make = "kubectl create namespace ml";
    assert_eq!(ids(&read(&[&attach, "\n", make].concat(), None)), ["out-of-order"]);
    assert_eq!(ids(&read(&[make, "\n", &attach].concat(), None)), [""; 0]);
    // The extension creates this one.
    let own = [ATTACH, "--namespace azureml --resource-id ", ID].concat();
    assert_eq!(ids(&read(&own, None)), [""; 0]);
}

/// M: a report stays small.
#[rstest]
#[case(&"$a ".repeat(200_000), 1)]
#[case(&[CREATE, "--config enableTraining=True ", &"--scope cluster ".repeat(50_000)].concat(), 1)]
#[case(&[CREATE, "--config ", &"a=b ".repeat(200_000)].concat(), 2)]
#[case(&"az vm create -n x\n".repeat(50_000), 0)]
#[case(&(0..60_000).map(|index| format!("--a{index}")).collect::<Vec<_>>().join(" "), 0)]
fn a_report_is_at_most_a_few_times_its_text(#[case] rest: &str, #[case] findings: usize) {
    let text = ["az account set -s 99999999-2222-3333-4444-555555555555 ", rest].concat();
    let text = if rest.starts_with("az ") { rest.to_owned() } else { text };
    let reading = read(&text, Some(Shell::Bash));
    let report = serde_json::to_string(&Report::new(&text, &reading)).unwrap();
    assert!(report.len() <= 3 * text.len(), "{} of {}", report.len(), text.len());
    if findings > 0 {
        assert_eq!(reading.findings.len(), findings, "{:?}", ids(&reading));
    }
}

#[test]
fn more_settings_than_any_chart_has_are_not_read() {
    let text = [CREATE, "--config enableTraining=True ", &"a=b ".repeat(10_000)].concat();
    let reading = read(&text, None);
    let found = of(&reading, "too-many");
    let [finding] = found.as_slice() else { panic!("{:?}", ids(&reading)) };
    assert_eq!(text.get(finding.span.clone()), Some("a=b"));
}

#[test]
fn alike_findings_are_one_with_its_places() {
    let text = "az k8s-extension show -n e -t connectedCluster -c c -g rg\n".repeat(3);
    let reading = read(&text, None);
    let found = of(&reading, "misprinted-value");
    let [finding] = found.as_slice() else { panic!("{:?}", ids(&reading)) };
    assert_eq!(finding.spans().count(), 3);
    assert_eq!(repaired(&text, &reading), text.replace("connectedCluster ", "connectedClusters "));
    let report = serde_json::to_value(Report::new(&text, &reading)).unwrap();
    let lines: Vec<i64> = report["findings"][0]["places"]
        .as_array()
        .unwrap()
        .iter()
        .map(|place| place["line"].as_i64().unwrap())
        .collect();
    assert_eq!(lines, [2, 3]);
}

#[test]
fn links_of_the_read_texts_can_be_read() {
    let reading = read(&[CREATE, "--config enableTraining=True"].concat(), None);
    assert_eq!(link::read(&link::write(&reading.answers)).answers, reading.answers);
}
