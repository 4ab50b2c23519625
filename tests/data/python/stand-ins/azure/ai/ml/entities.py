"""Stand-in for azure.ai.ml.entities. The real KubernetesCompute takes and drops any other keyword; this one refuses it."""

from recorder import given, wants

TYPES = {"system_assigned": "SystemAssigned", "user_assigned": "UserAssigned"}


class ManagedIdentityConfiguration:
    def __init__(self, *, client_id=None, resource_id=None, object_id=None, principal_id=None):
        wants(str, resource_id=resource_id)
        self.resource_id, self.principal_id = resource_id, principal_id


class IdentityConfiguration:
    def __init__(self, *, type, user_assigned_identities=None):
        wants(list, user_assigned_identities=user_assigned_identities)
        self.type, self.user_assigned_identities = TYPES[type], user_assigned_identities

    def request(self):
        ids = self.user_assigned_identities
        return given({"type": self.type, "ids": [identity.resource_id for identity in ids] if ids else None})


class KubernetesCompute:
    def __init__(self, *, name, resource_id, namespace="default", properties=None, identity=None, description=None):
        wants(str, name=name, resource_id=resource_id, namespace=namespace)
        self.name, self.resource_id, self.namespace, self.identity = name, resource_id, namespace, identity

    def request(self):
        identity = self.identity and self.identity.request()
        return given({"resource_id": self.resource_id, "namespace": self.namespace, "identity": identity})
