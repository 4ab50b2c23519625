//! Python for the workspace: `azure-ai-ml` for `current`, `azureml-core` for the older editions. Statements here that
//! go beyond the documentation were tested with versions 1.35.2 and 1.61.0.

use super::compute::{description, identity_ids};
use super::kubernetes::{ExtensionEdition, cluster_id};
use crate::model::scenario::{Extension, Identity, Slot, WorkspaceReference};
use crate::model::value::Value;
use crate::plan::{Python, Template, Word};

/// Attaches the cluster.
pub(super) fn attach(edition: &ExtensionEdition, scenario: &Extension) -> Python {
    if edition.is_preview { attach_v1(scenario) } else { attach_v2(scenario) }
}

/// Prints the compute and the principal that permissions are granted to.
pub(super) fn show(edition: &ExtensionEdition, scenario: &Extension) -> Python {
    let name = Word::slot(&scenario.compute_name);
    if edition.is_preview {
        return v1(V1_IMPORT, found_v1(Some(&scenario.workspace), name).text(V1_SHOW));
    }
    let get = client("", &scenario.workspace).word(
        "compute = ml_client.compute.get({compute-name})\n",
        "compute-name",
        name,
    );
    v2(get.text(shown(&scenario.identity)))
}

/// Detaches the cluster from the workspace.
pub(super) fn detach(edition: &ExtensionEdition, scenario: &Extension) -> Python {
    if edition.is_preview {
        return detach_v1(Some(&scenario.workspace), &scenario.compute_name);
    }
    // The SDK has no method called `detach`.
    v2(client("", &scenario.workspace).word(
        "ml_client.compute.begin_delete({compute-name}, action=\"Detach\").result()\n",
        "compute-name",
        Word::slot(&scenario.compute_name),
    ))
}

fn v2(code: Template) -> Python {
    Python { packages: "azure-ai-ml azure-identity", code }
}

/// The beginning of a file for `azure-ai-ml`, with further imports.
fn client(imports: &'static str, workspace: &WorkspaceReference) -> Template {
    Template::new("from azure.ai.ml import MLClient\n").text(imports).words(
        "\
from azure.identity import DefaultAzureCredential

ml_client = MLClient(
    DefaultAzureCredential(),
    subscription_id={subscription},
    resource_group_name={resource-group},
    workspace_name={workspace},
)
",
        names(workspace),
    )
}

/// The arguments that identify a workspace.
fn names(workspace: &WorkspaceReference) -> Vec<(&'static str, Word)> {
    vec![
        ("subscription", Word::slot(&workspace.subscription)),
        ("resource-group", Word::slot(&workspace.resource_group)),
        ("workspace", Word::slot(&workspace.name)),
    ]
}

fn attach_v2(scenario: &Extension) -> Python {
    let imports = match scenario.identity {
        Identity::None => "from azure.ai.ml.entities import KubernetesCompute\n",
        Identity::SystemAssigned => {
            "from azure.ai.ml.entities import IdentityConfiguration, KubernetesCompute\n"
        }
        Identity::UserAssigned(_) => {
            "from azure.ai.ml.entities import IdentityConfiguration, KubernetesCompute, ManagedIdentityConfiguration\n"
        }
    };
    let compute = client(imports, &scenario.workspace).words(
        "\
compute = KubernetesCompute(
    name={compute-name},
    resource_id={cluster-id},
    namespace={namespace},
",
        description(scenario),
    );
    let compute = match &scenario.identity {
        Identity::None => compute,
        Identity::SystemAssigned => {
            compute.text("    identity=IdentityConfiguration(type=\"system_assigned\"),\n")
        }
        Identity::UserAssigned(ids) => {
            let before = "    identity=IdentityConfiguration(
        type=\"user_assigned\",
        user_assigned_identities=[
";
            let ids = identity_ids(ids).into_iter().fold(compute.text(before), |compute, id| {
                compute.word("            ManagedIdentityConfiguration(resource_id={id}),\n", "id", id)
            });
            ids.text("        ],\n    ),\n")
        }
    };
    let attach = ")\ncompute = ml_client.compute.begin_create_or_update(compute).result()\n";
    v2(compute.text(attach).text(shown(&scenario.identity)))
}

/// The end of a file that gets a compute of `azure-ai-ml`. The state is a member of an enumeration, or a text if the SDK does
/// not know it.
fn shown(identity: &Identity) -> &'static str {
    match identity {
        Identity::None => {
            "\
state = compute.provisioning_state
print(compute.name, getattr(state, \"value\", state))
"
        }
        Identity::SystemAssigned => {
            "\
state = compute.provisioning_state
print(compute.name, getattr(state, \"value\", state))
# Permissions are granted to:
if compute.identity:
    print(compute.identity.principal_id)
"
        }
        // The SDK returns the service's own spelling.
        Identity::UserAssigned(_) => {
            "\
state = compute.provisioning_state
print(compute.name, getattr(state, \"value\", state))
# Permissions are granted to:
if compute.identity:
    for identity in compute.identity.user_assigned_identities or []:
        print(getattr(identity, \"principalId\", identity.principal_id))
"
        }
    }
}

/// A file for `azureml-core`. The package imports a module that setuptools 81 removed.
fn v1(imports: &'static str, code: Template) -> Python {
    Python { packages: "azureml-core 'setuptools<81'", code: Template::new(imports).then(code) }
}

const V1_IMPORT: &str = "from azureml.core import Workspace\n";
/// This contains the state and, unlike `get_status().serialize()`, the principal id.
const V1_SHOW: &str =
    "# Permissions are granted to the principalId in it, if there is one.\nprint(compute.serialize())\n";

/// The workspace of `azureml-core`: the named one, otherwise the one in `config.json`.
fn workspace_v1(workspace: Option<&WorkspaceReference>) -> Template {
    match workspace {
        None => Template::new("\nws = Workspace.from_config()\n"),
        Some(workspace) => Template::default().words(
            "
ws = Workspace.get(
    name={workspace},
    subscription_id={subscription},
    resource_group={resource-group},
)
",
            names(workspace),
        ),
    }
}

/// An existing compute of `azureml-core`.
fn found_v1(workspace: Option<&WorkspaceReference>, compute_name: Word) -> Template {
    let found = "compute = ws.compute_targets[{compute-name}]\n";
    workspace_v1(workspace).word(found, "compute-name", compute_name)
}

pub(super) fn detach_v1<T: Value>(workspace: Option<&WorkspaceReference>, compute_name: &Slot<T>) -> Python {
    v1(V1_IMPORT, found_v1(workspace, Word::slot(compute_name)).text("compute.detach()\n"))
}

fn attach_v1(scenario: &Extension) -> Python {
    let name = || ("compute-name", Word::slot(&scenario.compute_name));
    let configuration = workspace_v1(Some(&scenario.workspace)).words(
        "\
if {compute-name} in ws.compute_targets:
    compute = ws.compute_targets[{compute-name}]
    print(\"found, and not attached again:\", compute.name)
else:
    configuration = KubernetesCompute.attach_configuration(
        resource_id={cluster-id},
        namespace={namespace},
",
        vec![
            name(),
            ("cluster-id", cluster_id(&scenario.cluster)),
            ("namespace", Word::slot(&scenario.namespace)),
        ],
    );
    let configuration = match &scenario.identity {
        Identity::None => configuration,
        Identity::SystemAssigned => configuration.text("        identity_type=\"SystemAssigned\",\n"),
        Identity::UserAssigned(ids) => {
            let before = "        identity_type=\"UserAssigned\",\n        identity_ids=[\n";
            let ids = identity_ids(ids)
                .into_iter()
                .fold(configuration.text(before), |list, id| list.word("            {id},\n", "id", id));
            ids.text("        ],\n")
        }
    };
    let attach = "    )
    compute = ComputeTarget.attach(ws, {compute-name}, configuration)
    compute.wait_for_completion(show_output=True)
";
    v1(
        "from azureml.core import Workspace\nfrom azureml.core.compute import ComputeTarget, KubernetesCompute\n",
        configuration.words(attach, vec![name()]).text(V1_SHOW),
    )
}

/// Creates a configuration of `AksCompute` and passes it on. `configure` is the creating call up to its opening
/// bracket. `hand_on` is the receiving call up to the name.
pub(super) fn aks_compute<T: Value>(
    workspace: Option<&WorkspaceReference>,
    compute_name: &Slot<T>,
    configure: &'static str,
    arguments: Template,
    hand_on: &'static str,
) -> Python {
    let code = workspace_v1(workspace).text(configure).then(arguments).text(")\n").text(hand_on).word(
        "\
{compute-name}, configuration)
compute.wait_for_completion(show_output=True)
print(compute.provisioning_state)
",
        "compute-name",
        Word::slot(compute_name),
    );
    v1(
        "from azureml.core import Workspace\nfrom azureml.core.compute import AksCompute, ComputeTarget\n",
        code,
    )
}
