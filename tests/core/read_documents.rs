//! Descriptions of resources that are not commands: forms that the wizard itself writes, and those of other tools.

use crate::read::{ids, of};
use crate::support::{answers, output_text};
use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::model::choice::Layout;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::parse::import;
use azureml_k8s_wizard::parse::read::{Reading, read};
use azureml_k8s_wizard::plan::OutputId;
use rstest::rstest;

const SUBSCRIPTION: &str = "11111111-2222-3333-4444-555555555555";
const IDENTITY: &str = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-id/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml";

fn of_field(reading: &Reading, id: &str) -> String {
    reading.answers.text(Field::from_id(id).unwrap()).to_owned()
}

/// The names of a scenario, which Python and YAML carry.
const NAMES: &[(&str, &str)] = &[
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg-k8s"),
    ("cluster-name", "c1"),
    ("workspace", "mlw"),
    ("workspace-resource-group", "rg-ws"),
    ("compute-name", "k8s"),
    ("namespace", "ml"),
];

#[rstest]
#[case(&[("edition", "current"), ("cluster", "aks")])]
#[case(&[("edition", "current"), ("cluster", "arc"), ("identity", "system-assigned")])]
#[case(&[("edition", "current"), ("cluster", "arc"), ("identity", "user-assigned"), ("identity-ids", IDENTITY)])]
#[case(&[("edition", "arc-preview"), ("cluster", "arc"), ("identity", "user-assigned"), ("identity-ids", IDENTITY)])]
#[case(&[("edition", "arc-preview"), ("cluster", "aks")])]
fn the_python_of_an_attachment_comes_back(#[case] choices: &[(&str, &str)]) {
    let pairs = [choices, NAMES].concat();
    let text = output_text(&answers(&pairs), "attach-compute", OutputId::Python, Layout::Lines);
    let reading = read(&text, None);
    for (id, expected) in &pairs {
        assert_eq!(of_field(&reading, id), *expected, "{id}: {text}");
    }
    assert!(reading.not_understood.is_empty(), "{text}");
    assert!(
        reading.findings.iter().all(|finding| finding.severity != Severity::Error),
        "{:?}",
        ids(&reading)
    );
}

#[rstest]
#[case(&[("task", "create"), ("purpose", "dev-test"), ("load-balancer", "internal"), ("node-count", "5"), ("vm-size", "Standard_D4_v2"), ("region", "westus2")])]
#[case(&[("task", "create"), ("vnet-name", "v1"), ("vnet-resource-group", "rg-net"), ("subnet-name", "s1"), ("service-cidr", "10.0.0.0/16"), ("dns-service-ip", "10.0.0.10"), ("docker-bridge-cidr", "172.17.0.1/16")])]
#[case(&[("task", "attach"), ("purpose", "dev-test"), ("cluster-name", "aks-one"), ("resource-group", "rg-k8s")])]
fn the_python_of_the_first_generation_comes_back(#[case] choices: &[(&str, &str)]) {
    let names = [("edition", "aks-v1"), ("workspace", "mlw"), ("compute-name", "k8s")];
    let pairs = [choices, &names].concat();
    let step = if choices[0].1 == "attach" { "attach-cluster" } else { "create-cluster" };
    let text = output_text(&answers(&pairs), step, OutputId::Python, Layout::Lines);
    let reading = read(&text, None);
    for (id, expected) in &pairs {
        assert_eq!(of_field(&reading, id), *expected, "{id}: {text}");
    }
}

#[rstest]
#[case("none", "")]
#[case("system-assigned", "")]
#[case("user-assigned", IDENTITY)]
fn the_yaml_of_a_compute_comes_back(#[case] identity: &str, #[case] identity_ids: &str) {
    let choices = [("cluster", "aks"), ("identity", identity), ("identity-ids", identity_ids)];
    let pairs = [&choices[..], NAMES].concat();
    let text = output_text(&answers(&pairs), "attach-compute", OutputId::ComputeYaml, Layout::Lines);
    let reading = read(&text, None);
    // The file does not name the workspace; its comment does.
    for (id, expected) in pairs.iter().filter(|(id, _)| !id.starts_with("workspace")) {
        assert_eq!(of_field(&reading, id), *expected, "{id}: {text}");
    }
    assert!(reading.not_understood.is_empty(), "{text}");
}

const BICEP: &str = "resource ml 'Microsoft.KubernetesConfiguration/extensions@2023-05-01' = {
  name: 'azureml'
  scope: aks
  properties: {
    extensionType: 'microsoft.azureml.kubernetes'
    autoUpgradeMinorVersion: false
    version: '1.1.88'
    configurationSettings: {
      enableTraining: 'True' // jobs
      enableInference: 'true'
      inferenceRouterServiceType: 'NodePort'
      sslCname: 'ml.example.org'
      sslSecret: 'tls'
      cluster_name: aks.id
    }
  }
}
";
const ARM: &str = r#"{
  "$schema": "https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#",
  "resources": [
    {
      "type": "Microsoft.KubernetesConfiguration/extensions",
      "apiVersion": "2023-05-01",
      "name": "azureml",
      "scope": "[concat('Microsoft.ContainerService/managedClusters/', parameters('cluster'))]",
      "properties": {
        "extensionType": "microsoft.azureml.kubernetes",
        "autoUpgradeMinorVersion": false,
        "version": "1.1.88",
        "configurationSettings": {
          "enableTraining": "True",
          "enableInference": "True",
          "inferenceRouterServiceType": "NodePort",
          "sslCname": "ml.example.org",
          "sslSecret": "tls",
          "cluster_name": "[parameters('id')]"
        }
      }
    }
  ]
}
"#;
const TERRAFORM: &str = r#"resource "azurerm_kubernetes_cluster_extension" "ml" {
  name           = "azureml"
  cluster_id     = azurerm_kubernetes_cluster.aks.id
  extension_type = "microsoft.azureml.kubernetes"
  version        = "1.1.88"
  auto_upgrade_minor_version = false
  configuration_settings = {
    "enableTraining"             = "True"
    "enableInference"            = "True"
    "inferenceRouterServiceType" = "NodePort"
    "sslCname"                   = "ml.example.org"
    "sslSecret"                  = "tls" # made before
    "cluster_name"               = azurerm_kubernetes_cluster.aks.id
  }
}
"#;
const AZAPI: &str = r#"resource "azapi_resource" "ml" {
  type      = "Microsoft.KubernetesConfiguration/extensions@2023-05-01"
  name      = "azureml"
  parent_id = azurerm_kubernetes_cluster.aks.id
  body = jsonencode({
    properties = {
      extensionType           = "microsoft.azureml.kubernetes"
      autoUpgradeMinorVersion = false
      version                 = "1.1.88"
      configurationSettings = {
        enableTraining             = "True"
        enableInference            = "True"
        inferenceRouterServiceType = "NodePort"
        sslCname                   = "ml.example.org"
        sslSecret                  = "tls"
        cluster_name               = azurerm_kubernetes_cluster.aks.id
      }
    }
  })
}
"#;
const REST: &str = "az rest --method put --url \"https://management.azure.com/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-k8s/providers/Microsoft.ContainerService/managedClusters/c1/providers/Microsoft.KubernetesConfiguration/extensions/azureml?api-version=2023-05-01\" --body '{\"properties\": {\"extensionType\": \"microsoft.azureml.kubernetes\", \"autoUpgradeMinorVersion\": false, \"version\": \"1.1.88\", \"configurationSettings\": {\"enableTraining\": \"True\", \"enableInference\": \"True\", \"inferenceRouterServiceType\": \"NodePort\", \"sslCname\": \"ml.example.org\", \"sslSecret\": \"tls\", \"cluster_name\": \"x\"}}}'";

/// One extension in five languages.
#[rstest]
#[case(BICEP)]
#[case(ARM)]
#[case(TERRAFORM)]
#[case(AZAPI)]
#[case(REST)]
fn an_extension_in_a_template_is_read_as_the_command_that_makes_it(#[case] text: &str) {
    assert_eq!(import::read(text), None, "{text}");
    let reading = read(text, None);
    let expected = [
        ("edition", "current"),
        ("workload", "both"),
        ("exposure", "node-port"),
        ("transport", "https"),
        ("certificate", "secret"),
        ("tls-secret", "tls"),
        ("cname", "ml.example.org"),
        ("extension-name", "azureml"),
        ("auto-upgrade", "no"),
        ("extension-version", "1.1.88"),
    ];
    for (id, expected) in expected {
        assert_eq!(of_field(&reading, id), expected, "{id}: {text}");
    }
    assert!(reading.not_understood.is_empty(), "{text}");
    assert!(
        reading.findings.iter().all(|finding| finding.severity != Severity::Error),
        "{:?}",
        ids(&reading)
    );
    let found = of(&reading, "missing-settings");
    let [lacking] = found.as_slice() else { panic!("{:?}", ids(&reading)) };
    let message = azureml_k8s_wizard::text::read_finding(lacking, text, &reading.answers);
    // The settings that every recorded request of the CLI has and that stand in none of the texts above.
    for key in ["clusterId", "cluster_name_friendly", "domain", "jobSchedulerLocation", "relayserver.enabled"]
    {
        assert!(message.contains(key), "{message}");
    }
    assert!(!message.contains(" cluster_name,"), "{message}");
}

#[rstest]
#[case(
    "resource c 'Microsoft.MachineLearningServices/workspaces/computes@2023-08-01-preview' = {\n  name: 'mlw/k8s'\n  properties: {\n    computeType: 'Kubernetes'\n    resourceId: '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-k8s/providers/Microsoft.Kubernetes/connectedClusters/c1'\n    properties: { namespace: 'ml' }\n  }\n  identity: { type: 'SystemAssigned' }\n}\n"
)]
#[case(
    "az rest -m put -u https://management.azure.com/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-ws/providers/Microsoft.MachineLearningServices/workspaces/mlw/computes/k8s?api-version=1 -b '{\"properties\":{\"computeType\":\"Kubernetes\",\"resourceId\":\"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-k8s/providers/Microsoft.Kubernetes/connectedClusters/c1\",\"properties\":{\"namespace\":\"ml\"}},\"identity\":{\"type\":\"SystemAssigned\"}}'"
)]
fn a_compute_in_a_template_is_read(#[case] text: &str) {
    let reading = read(text, None);
    let expected = [
        ("cluster", "arc"),
        ("cluster-name", "c1"),
        ("compute-name", "k8s"),
        ("namespace", "ml"),
        ("identity", "system-assigned"),
    ];
    for (id, expected) in expected {
        assert_eq!(of_field(&reading, id), expected, "{id}: {text}");
    }
    assert!(reading.not_understood.is_empty(), "{text}");
}

#[rstest]
#[case(
    "cli.knack.cli: Command arguments: ['ml', 'compute', 'attach', '-g', 'rg-ws', '-w', 'mlw', '-n', 'k8s', '--type', 'Kubernetes', '--resource-id', '/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-k8s/providers/Microsoft.Kubernetes/connectedClusters/c1', '--debug']"
)]
#[case(
    "subprocess.run([\"az\", \"ml\", \"compute\", \"attach\", \"-g\", \"rg-ws\", \"-w\", \"mlw\", \"-n\", \"k8s\", \"--type\", \"Kubernetes\", \"--resource-id\", cluster_id], check=True)"
)]
fn a_list_of_words_is_a_command(#[case] text: &str) {
    let reading = read(text, None);
    assert_eq!(
        (of_field(&reading, "workspace"), of_field(&reading, "compute-name")),
        ("mlw".to_owned(), "k8s".to_owned())
    );
    assert!(reading.not_understood.is_empty(), "{text}");
    assert!(
        reading.findings.iter().all(|finding| finding.severity != Severity::Error),
        "{:?}",
        ids(&reading)
    );
}

#[test]
fn what_az_printed_between_commands_fills_what_no_command_names() {
    let text = "az k8s-extension show -n azureml -t managedClusters -c c1 -g rg-k8s\n{\n  \"id\": \"/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-k8s/providers/Microsoft.ContainerService/managedClusters/c1/providers/Microsoft.KubernetesConfiguration/extensions/azureml\",\n  \"name\": \"azureml\",\n  \"extensionType\": \"microsoft.azureml.kubernetes\"\n}\naz login\n";
    let reading = read(text, None);
    assert_eq!(of_field(&reading, "subscription"), SUBSCRIPTION);
    assert!(reading.not_understood.is_empty() && reading.commands.len() >= 2);
    // JSON of another kind is listed once.
    let other = read("az login\n{\n  \"a\": 1\n}\n", None);
    assert_eq!(other.not_understood.len(), 1);
}

#[test]
fn a_manifest_of_instance_types_is_named() {
    let text = "apiVersion: amlarc.azureml.com/v1alpha1\nkind: InstanceType\nmetadata:\n  name: gpu\nspec:\n  nodeSelector:\n    pool: gpu\n";
    let reading = read(text, None);
    assert_eq!(ids(&reading), ["not-carried-over"]);
    assert!(reading.not_understood.is_empty());
}
