"""Stand-in for azure-ai-ml, with the parameters that version 1.35.2 has."""

from enum import Enum

from azure.identity import DefaultAzureCredential
from recorder import principal, record, wants

from .entities import IdentityConfiguration, KubernetesCompute, ManagedIdentityConfiguration


class ProvisioningState(str, Enum):
    """In the package it is of the client of the service, and has further members."""

    SUCCEEDED = "Succeeded"


class MLClient:
    def __init__(self, credential, subscription_id=None, resource_group_name=None, workspace_name=None):
        wants(DefaultAzureCredential, credential=credential)
        wants(str, subscription=subscription_id, group=resource_group_name, workspace=workspace_name)
        workspace = {"subscription": subscription_id, "group": resource_group_name, "name": workspace_name}
        self.compute = ComputeOperations(workspace)


class ComputeOperations:
    def __init__(self, workspace):
        self._workspace = workspace

    def begin_create_or_update(self, compute):
        record("put", workspace=self._workspace, name=compute.name, compute=compute.request())
        return Poller(given_back(compute))

    def begin_delete(self, name, *, action="Delete"):
        record("delete", workspace=self._workspace, name=name, action=action)
        return Poller(None)

    def get(self, name):
        record("get", workspace=self._workspace, name=name)
        return found(name)


class Poller:
    def __init__(self, outcome):
        self._outcome = outcome

    def result(self):
        record("wait")
        return self._outcome


def given_back(compute):
    """A compute with what the service adds."""
    compute.provisioning_state = ProvisioningState.SUCCEEDED
    if compute.identity:
        compute.identity.principal_id = principal(compute.name)
        for identity in compute.identity.user_assigned_identities or []:
            # The service's own spelling, beside the one that the package documents.
            identity.principalId = principal(identity.resource_id)
    return compute


def found(name):
    """A compute with both kinds of identity, so that each file finds its own."""
    identity = IdentityConfiguration(
        type="user_assigned", user_assigned_identities=[ManagedIdentityConfiguration(resource_id="an identity")]
    )
    return given_back(KubernetesCompute(name=name, resource_id="/", identity=identity))
