//! Complete plans of edition `current` and of the steps that no document prints, each command written by hand from the
//! reference of its program.

use crate::support::{Parsed, answers, parse_call, run, step_text, with_placeholders_as_words, words};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::Layout;

const SUBSCRIPTION: &str = "11111111-2222-3333-4444-555555555555";
const OTHER: &str = "99999999-2222-3333-4444-555555555555";
const ID: &str = "/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-id/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-ml";
const NAMES: &[(&str, &str)] = &[
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg-cluster"),
    ("cluster-name", "c1"),
    ("workspace", "mlw"),
    ("workspace-resource-group", "rg-ml"),
];

/// Compares a complete plan, step by step: `# step` lines and the commands below each.
fn assert_plan(choices: &[(&str, &str)], expected: &str) {
    let pairs: Vec<_> = NAMES.iter().chain(choices).copied().collect();
    let answers = answers(&pairs);
    let mut steps: Vec<(&str, Vec<Parsed>)> = Vec::new();
    for line in expected.lines().map(str::trim).filter(|line| !line.is_empty()) {
        match (line.strip_prefix("# "), steps.last_mut()) {
            (Some(step), _) => steps.push((step, Vec::new())),
            (None, Some((_, commands))) => commands.push(parse_call(&words(line))),
            (None, None) => panic!("a command before the first step"),
        }
    }
    let ids: Vec<&str> = outcome(&answers).plan.steps.iter().map(|step| step.id.id()).collect();
    assert_eq!(ids, steps.iter().map(|(id, _)| *id).collect::<Vec<_>>(), "{choices:?}");
    for (id, commands) in &steps {
        let (calls, output) =
            run("bash", &with_placeholders_as_words(&step_text(&answers, id, Layout::Lines)), &[], None);
        assert!(output.status.success(), "{output:?}");
        assert_eq!(&calls.iter().map(parse_call).collect::<Vec<_>>(), commands, "{id} of {choices:?}");
    }
}

#[test]
fn aks_with_a_secret_behind_an_internal_load_balancer() {
    assert_plan(
        &[
            ("cluster", "aks"), ("workload", "inference"), ("exposure", "internal"), ("certificate", "secret"),
            ("tls-secret", "endpoint-tls"), ("cert-file", "c.pem"), ("key-file", "k.pem"),
            ("cname", "ml.contoso.com"), ("identity", "system-assigned"),
            ("namespace", "ml-team"), ("compute-name", "k8s-one"), ("extension-name", "ml-ext"),
            ("auto-upgrade", "no"), ("extension-version", "1.1.42"),
        ],
        "
        # sign-in
        az login
        az account set --subscription 11111111-2222-3333-4444-555555555555
        # tools
        az extension add --upgrade --name k8s-extension
        az extension add --upgrade --name ml
        # providers
        az provider register --namespace Microsoft.KubernetesConfiguration
        az provider show -n Microsoft.KubernetesConfiguration --query registrationState -o tsv
        # tls-secret
        kubectl create namespace azureml
        kubectl create secret generic endpoint-tls --namespace azureml --from-file=cert.pem=c.pem --from-file=key.pem=k.pem
        # create-extension
        az k8s-extension create --name ml-ext --extension-type Microsoft.AzureML.Kubernetes --cluster-type managedClusters --cluster-name c1 --resource-group rg-cluster --scope cluster --auto-upgrade false --version 1.1.42 --config enableInference=True inferenceRouterServiceType=LoadBalancer internalLoadBalancerProvider=azure sslSecret=endpoint-tls sslCname=ml.contoso.com
        # verify-extension
        az k8s-extension show --name ml-ext --cluster-type managedClusters --cluster-name c1 --resource-group rg-cluster
        kubectl get pods --namespace azureml
        # create-namespace
        kubectl create namespace ml-team
        # attach-compute
        az ml compute attach --resource-group rg-ml --workspace-name mlw --name k8s-one --type Kubernetes --resource-id /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-cluster/providers/Microsoft.ContainerService/managedClusters/c1 --namespace ml-team --identity-type SystemAssigned
        # verify-compute
        az ml compute show --name k8s-one --resource-group rg-ml --workspace-name mlw
        # detach-compute
        az ml compute detach --name k8s-one --resource-group rg-ml --workspace-name mlw
        # delete-extension
        az k8s-extension delete --name ml-ext --cluster-type managedClusters --cluster-name c1 --resource-group rg-cluster
        ",
    );
}

#[test]
fn arc_that_is_to_be_connected_with_training_and_a_user_assigned_identity() {
    let identities = format!("{ID}, {}", ID.replace("id-ml", "id-two"));
    assert_plan(
        &[
            ("workload", "training"), ("connected", "no"), ("region", "westus2"), ("identity", "user-assigned"),
            ("identity-ids", &identities), ("volcano", "no"), ("workspace-subscription", OTHER),
        ],
        &"
        # sign-in
        az login
        az account set --subscription 11111111-2222-3333-4444-555555555555
        # tools
        az extension add --upgrade --name k8s-extension
        az extension add --upgrade --name ml
        az extension add --upgrade --name connectedk8s
        # providers
        az provider register --namespace Microsoft.KubernetesConfiguration
        az provider register --namespace Microsoft.Kubernetes
        az provider register --namespace Microsoft.ExtendedLocation
        az provider show -n Microsoft.KubernetesConfiguration --query registrationState -o tsv
        az provider show -n Microsoft.Kubernetes --query registrationState -o tsv
        az provider show -n Microsoft.ExtendedLocation --query registrationState -o tsv
        # connect-cluster
        kubectl config current-context
        az connectedk8s connect --name c1 --resource-group rg-cluster --location westus2
        # create-extension
        az k8s-extension create --name arcml-extension --extension-type Microsoft.AzureML.Kubernetes --cluster-type connectedClusters --cluster-name c1 --resource-group rg-cluster --scope cluster --config enableTraining=True installVolcano=False
        # verify-extension
        az k8s-extension show --name arcml-extension --cluster-type connectedClusters --cluster-name c1 --resource-group rg-cluster
        kubectl get pods --namespace azureml
        # attach-compute
        az ml compute attach --resource-group rg-ml --workspace-name mlw --subscription OTHER --name k8s-compute --type Kubernetes --resource-id /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-cluster/providers/Microsoft.Kubernetes/connectedClusters/c1 --identity-type UserAssigned --user-assigned-identities ID,ID2
        # verify-compute
        az ml compute show --name k8s-compute --resource-group rg-ml --workspace-name mlw --subscription OTHER
        # detach-compute
        az ml compute detach --name k8s-compute --resource-group rg-ml --workspace-name mlw --subscription OTHER
        # delete-extension
        az k8s-extension delete --name arcml-extension --cluster-type connectedClusters --cluster-name c1 --resource-group rg-cluster
        "
        .replace("OTHER", OTHER)
        .replace("ID2", &ID.replace("id-ml", "id-two"))
        .replace("ies ID", &format!("ies {ID}")),
    );
}

#[test]
fn a_legacy_cluster_that_is_attached() {
    assert_plan(
        &[("edition", "aks-v1"), ("task", "attach"), ("compute-name", "myaks"), ("workspace-subscription", OTHER)],
        &"
        # sign-in
        az login
        az account set --subscription OTHER
        # tools
        az extension add --upgrade --name azure-cli-ml
        # attach-cluster
        az aks show -n c1 -g rg-cluster --query id --subscription 11111111-2222-3333-4444-555555555555
        az ml computetarget attach aks -n myaks -i /subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg-cluster/providers/Microsoft.ContainerService/managedClusters/c1 -g rg-ml -w mlw
        # detach-cluster
        az ml computetarget detach -n myaks -g rg-ml -w mlw
        "
        .replace("OTHER", OTHER),
    );
}

#[test]
fn a_region_shows_the_versions_before_attaching() {
    let answers = answers(&[("edition", "aks-v1"), ("task", "attach"), ("region", "westus")]);
    let text = step_text(&answers, "list-versions", Layout::OneLine);
    assert!(text.starts_with("az aks get-versions -l westus -o table\n"), "{text}");
}

#[test]
fn detaching_is_a_set_up_step_when_it_is_the_task() {
    let cleans_up = |task: &str| {
        let plan = outcome(&answers(&[("edition", "aks-v1"), ("task", task)])).plan;
        plan.steps.last().map(|step| (step.id.id(), step.cleans_up))
    };
    assert_eq!(cleans_up("detach"), Some(("detach-cluster", false)));
    assert_eq!(cleans_up("create"), Some(("detach-cluster", true)));
}

/// The newest k8s-extension does not know the preview's keys.
#[test]
fn the_preview_takes_a_k8s_extension_that_knows_its_keys() {
    let answers = answers(&[("edition", "arc-preview"), ("cluster", "aks")]);
    assert_eq!(
        step_text(&answers, "tools", Layout::OneLine),
        "az extension add --name k8s-extension --version 1.0.0\naz extension add --upgrade --name ml"
    );
}
