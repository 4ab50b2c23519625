//! Python for the workspace's side: `azure-ai-ml` for `current`, `azureml-core` for the editions before it.

use super::compute::identity_ids;
use super::kubernetes::{ExtensionEdition, cluster_id};
use crate::plan::{Piece, Python, Word};
use crate::scenario::{Extension, Identity, Slot, WorkspaceReference};
use crate::value::Value;

/// `azureml-core` 1.61.0 imports a module that setuptools 81 no longer has.
const V1_PACKAGES: &str = "azureml-core 'setuptools<81'";
const V2_PACKAGES: &str = "azure-ai-ml azure-identity";
const BLANK: &str = "";

/// Attaches the cluster.
pub(super) fn attach(edition: &ExtensionEdition, scenario: &Extension) -> Python {
    if edition.is_preview { attach_v1(scenario) } else { attach_v2(scenario) }
}

/// Prints the compute, and what permissions are granted to.
pub(super) fn show(edition: &ExtensionEdition, scenario: &Extension) -> Python {
    if edition.is_preview {
        found_v1(&scenario.workspace, &scenario.compute_name).code(&[V1_STATUS])
    } else {
        let file = client(&["from azure.ai.ml import MLClient"], &scenario.workspace).text(
            "compute = ml_client.compute.get(",
            Word::slot(&scenario.compute_name),
            ")",
        );
        printed(file, &scenario.identity)
    }
}

/// Takes the cluster off the workspace.
pub(super) fn detach(edition: &ExtensionEdition, scenario: &Extension) -> Python {
    if edition.is_preview {
        detach_v1(&scenario.workspace, &scenario.compute_name)
    } else {
        // The SDK has no method of the name detach.
        client(&["from azure.ai.ml import MLClient"], &scenario.workspace).text(
            "ml_client.compute.begin_delete(",
            Word::slot(&scenario.compute_name),
            ", action=\"Detach\").result()",
        )
    }
}

/// The beginning of a file for `azure-ai-ml`.
fn client(imports: &[&'static str], workspace: &WorkspaceReference) -> Python {
    Python::new(V2_PACKAGES, imports)
        .code(&["from azure.identity import DefaultAzureCredential", BLANK, "ml_client = MLClient("])
        .code(&["    DefaultAzureCredential(),"])
        .text("    subscription_id=", Word::slot(&workspace.subscription), ",")
        .text("    resource_group_name=", Word::slot(&workspace.resource_group), ",")
        .text("    workspace_name=", Word::slot(&workspace.name), ",")
        .code(&[")"])
}

fn attach_v2(scenario: &Extension) -> Python {
    let imports: [&'static str; 2] = match scenario.identity {
        Identity::None => {
            ["from azure.ai.ml import MLClient", "from azure.ai.ml.entities import KubernetesCompute"]
        }
        Identity::SystemAssigned => [
            "from azure.ai.ml import MLClient",
            "from azure.ai.ml.entities import IdentityConfiguration, KubernetesCompute",
        ],
        Identity::UserAssigned(_) => [
            "from azure.ai.ml import MLClient",
            "from azure.ai.ml.entities import IdentityConfiguration, KubernetesCompute, ManagedIdentityConfiguration",
        ],
    };
    let mut file = client(&imports, &scenario.workspace)
        .code(&["compute = KubernetesCompute("])
        .text("    name=", Word::slot(&scenario.compute_name), ",")
        .text("    resource_id=", cluster_id(&scenario.cluster), ",")
        .text("    namespace=", Word::slot(&scenario.namespace), ",");
    match &scenario.identity {
        Identity::None => {}
        Identity::SystemAssigned => {
            file = file.code(&["    identity=IdentityConfiguration(type=\"system_assigned\"),"]);
        }
        Identity::UserAssigned(ids) => {
            file = file.code(&[
                "    identity=IdentityConfiguration(",
                "        type=\"user_assigned\",",
                "        user_assigned_identities=[",
            ]);
            for id in identity_ids(ids) {
                file = file.text("            ManagedIdentityConfiguration(resource_id=", id, "),");
            }
            file = file.code(&["        ],", "    ),"]);
        }
    }
    let file = file.code(&[")", "compute = ml_client.compute.begin_create_or_update(compute).result()"]);
    printed(file, &scenario.identity)
}

/// The end of a file that has a compute of `azure-ai-ml`.
fn printed(file: Python, identity: &Identity) -> Python {
    let file = file.code(&["print(compute.name, compute.provisioning_state)"]);
    match identity {
        Identity::None => file,
        Identity::SystemAssigned => {
            file.code(&["# Permissions are granted to:", "print(compute.identity.principal_id)"])
        }
        Identity::UserAssigned(_) => file.code(&[
            "# Permissions are granted to:",
            "for identity in compute.identity.user_assigned_identities:",
            // azure-ai-ml 1.35.2 gives back the service's own spelling.
            "    print(getattr(identity, \"principalId\", identity.principal_id))",
        ]),
    }
}

const V1_WORKSPACE: &str = "from azureml.core import Workspace";
/// Holds the state and, unlike `get_status().serialize()`, the principal id.
const V1_STATUS: &str = "print(compute.serialize())";

/// A file for `azureml-core` as far as the workspace: the one that is named, else the one of `config.json`.
fn workspace_v1(imports: &[&'static str], workspace: Option<&WorkspaceReference>) -> Python {
    let file = Python::new(V1_PACKAGES, &[V1_WORKSPACE]).code(imports).code(&[BLANK]);
    match workspace {
        None => file.code(&["ws = Workspace.from_config()"]),
        Some(workspace) => file
            .code(&["ws = Workspace.get("])
            .text("    name=", Word::slot(&workspace.name), ",")
            .text("    subscription_id=", Word::slot(&workspace.subscription), ",")
            .text("    resource_group=", Word::slot(&workspace.resource_group), ",")
            .code(&[")"]),
    }
}

/// A file for `azureml-core` as far as a compute that exists.
fn found_v1<T: Value>(workspace: &WorkspaceReference, compute_name: &Slot<T>) -> Python {
    workspace_v1(&[], Some(workspace)).text("compute = ws.compute_targets[", Word::slot(compute_name), "]")
}

pub(super) fn detach_v1<T: Value>(workspace: &WorkspaceReference, compute_name: &Slot<T>) -> Python {
    found_v1(workspace, compute_name).code(&["compute.detach()"])
}

fn attach_v1(scenario: &Extension) -> Python {
    let name = || Word::slot(&scenario.compute_name);
    let mut file = workspace_v1(
        &["from azureml.core.compute import ComputeTarget, KubernetesCompute"],
        Some(&scenario.workspace),
    )
    .text("if ", name(), " in ws.compute_targets:")
    .text("    compute = ws.compute_targets[", name(), "]")
    .code(&["    print(\"found, and not attached again:\", compute.name)", "else:"])
    .code(&["    configuration = KubernetesCompute.attach_configuration("])
    .text("        resource_id=", cluster_id(&scenario.cluster), ",")
    .text("        namespace=", Word::slot(&scenario.namespace), ",");
    match &scenario.identity {
        Identity::None => {}
        Identity::SystemAssigned => file = file.code(&["        identity_type=\"SystemAssigned\","]),
        Identity::UserAssigned(ids) => {
            file = file.code(&["        identity_type=\"UserAssigned\",", "        identity_ids=["]);
            for id in identity_ids(ids) {
                file = file.text("            ", id, ",");
            }
            file = file.code(&["        ],"]);
        }
    }
    let file = file
        .code(&["    )"])
        .text("    compute = ComputeTarget.attach(ws, ", name(), ", configuration)")
        .code(&["    compute.wait_for_completion(show_output=True)"]);
    match scenario.identity {
        Identity::None => file.code(&[V1_STATUS]),
        _ => file.code(&["# Permissions are granted to the principalId in it.", V1_STATUS]),
    }
}

/// Arguments of a call, a line each: `name=value,`.
pub(super) type Arguments = Vec<(&'static str, Piece)>;

/// Makes a configuration of `AksCompute` and hands it on: `method` is one of its own, `hand_on` what takes the
/// configuration.
pub(super) fn aks_compute<T: Value>(
    workspace: Option<&WorkspaceReference>,
    compute_name: &Slot<T>,
    method: &'static str,
    arguments: Arguments,
    hand_on: &'static str,
) -> Python {
    let mut file = workspace_v1(&["from azureml.core.compute import AksCompute, ComputeTarget"], workspace)
        .code(&[method]);
    for (name, value) in arguments {
        file = file.line(vec![
            Piece::Code("    "),
            Piece::Code(name),
            Piece::Code("="),
            value,
            Piece::Code(","),
        ]);
    }
    file.code(&[")"])
        .text(hand_on, Word::slot(compute_name), ", configuration)")
        .code(&["compute.wait_for_completion(show_output=True)", "print(compute.provisioning_state)"])
}
