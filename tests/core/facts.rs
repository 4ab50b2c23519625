//! Facts of the documentation and of the Azure CLI that the plan tells where they matter: the notes of its steps.

use crate::support::{linked, output_text};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::output::script::script;
use azureml_k8s_wizard::plan::{NoteId, OutputId};
use azureml_k8s_wizard::text;

/// The steps of a plan that have a note.
fn noted(link: &str, note: &str) -> Vec<&'static str> {
    let outcome = outcome(&linked(link));
    let has = |notes: &[NoteId]| notes.iter().any(|known| known.id() == note);
    outcome.plan.steps.iter().filter(|step| has(&step.notes)).map(|step| step.id.id()).collect()
}

/// A note, a link whose plan has it, one whose plan just has not, the step, and what its text must contain.
#[rustfmt::skip]
const NOTES: &[(&str, &str, &str, &str, &[&str])] = &[
    // Recorded from the CLI: fewer than three nodes, training only too.
    ("few-nodes", "workload=training", "node-count=3", "create-extension", &["clusterPurpose=DevTest", "inferenceRouterHA=false"]),
    ("few-nodes", "node-count=2", "edition=arc-preview", "create-extension", &[]),
    // The limits of AKS.
    ("aks-limits", "cluster=aks", "cluster=arc", "create-extension", &["managed identity", "service principal", "linux/amd64", "three newest", "Baseline", "hyphen"]),
    ("aks-limits", "cluster=aks&workload=training", "cluster=aks&edition=arc-preview", "create-extension", &[]),
    ("aks-access", "cluster=aks", "cluster=arc", "create-extension", &["local accounts", "Trusted Access", "AzureMachineLearning", "region"]),
    // Clean-up.
    ("endpoints-first", "", "edition=arc-preview", "detach-compute", &["endpoints", "jobs", "several workspaces"]),
    ("deletion-time", "cluster=aks", "edition=arc-preview", "delete-extension", &["10 minutes"]),
    ("left-behind", "cluster=aks", "edition=arc-preview", "delete-extension", &["azureml", "secrets", "instance types", "custom resource", "taints", "role assignments", "DNS"]),
    ("relay-stays", "cluster=arc", "cluster=aks", "delete-extension", &["az relay namespace list", "50", "44", "6"]),
    // The legacy target.
    ("basic-load-balancer", "edition=aks-v1", "edition=aks-v1&task=attach", "create-cluster", &["Basic", "2025-09-30", "Standard"]),
    ("attach-roles", "edition=aks-v1&task=attach", "edition=aks-v1", "attach-cluster", &["Owner or Contributor", "Azure Kubernetes Service Cluster Admin Role"]),
    ("load-balancer-not-in-cli", "edition=aks-v1&task=attach&load-balancer=internal", "edition=aks-v1&task=attach", "attach-cluster", &["Python SDK"]),
    // The installation.
    ("extension-succeeded", "", "edition=aks-v1", "verify-extension", &["Installed", "healthcheck", "Completed"]),
    // k8s-extension below 1.4.4 imports what the Azure CLI no longer has from 2.52.0 on.
    ("tool-versions", "edition=arc-preview", "edition=none", "tools", &["2.24.0 to 2.51.0", "azure.mgmt.relay", "1.4.4"]),
];

#[test]
fn a_fact_stands_at_the_step_that_it_is_about() {
    for (note, with, without, step, contains) in NOTES {
        assert_eq!(noted(with, note), [*step], "{note}: {with}");
        if *without != "edition=none" {
            assert!(noted(without, note).is_empty(), "{note}: {without}");
        }
        let id = *NoteId::ALL.iter().find(|known| known.id() == *note).unwrap();
        let told = text::note(id, linked(with).edition());
        for part in *contains {
            assert!(told.contains(part), "{note}: {part} in {told}");
        }
    }
}

/// The page about `AksCompute` attaches with both arguments; the command has options for neither.
#[test]
fn a_cluster_is_attached_with_an_internal_load_balancer_in_python() {
    let answers = linked(
        "edition=aks-v1&task=attach&load-balancer=internal&load-balancer-subnet=default&cluster-name=c&resource-group=rg&workspace=w",
    );
    let python = output_text(&answers, "attach-cluster", OutputId::Python, Layout::Lines);
    assert!(python.contains("load_balancer_type=\"InternalLoadBalancer\""), "{python}");
    assert!(python.contains("load_balancer_subnet = \"default\""), "{python}");
    let outcome = outcome(&answers);
    let step = outcome.plan.steps.iter().find(|step| step.id.id() == "attach-cluster").unwrap();
    assert_eq!(step.outputs.first().map(|output| output.id), Some(OutputId::Python));
    // A script runs commands, so it refuses to do something else than was asked for.
    let script = script(&answers, &outcome, Shell::Bash, Layout::Lines).unwrap();
    assert!(script.contains("attach the cluster with the Python SDK"), "{script}");
}
