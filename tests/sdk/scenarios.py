"""What the wizard is asked, and what shall reach Azure when its Python is run. Nothing here comes from its output."""

import json
from dataclasses import dataclass, field

from fake_azure import LOCATION, SYSTEM_PRINCIPAL, read_back, user_principal, workspace_path

SUBSCRIPTION = "11111111-1111-4111-8111-111111111111"
OTHER_SUBSCRIPTION = "22222222-2222-4222-8222-222222222222"
COMPUTE = "k8s-compute"


class AnyCase(str):
    """A resource id that the SDK spells in its own way, which Azure reads without regard to case."""

    def __ne__(self, other):
        return self.lower() != str(other).lower()


@dataclass
class Write:
    """A request that changes something."""

    method: str
    path: str
    body: object = None
    query: dict = field(default_factory=dict)


@dataclass
class Step:
    """A step of the plan whose Python is run."""

    id: str
    writes: list
    # What the reader needs from what is printed.
    prints: list = field(default_factory=list)
    # The computes afterwards with their states, which show whether the file has waited; None where it need not.
    leaves: object = None
    # The values that are not given: run as it is, the file shall end before it does anything.
    unfilled: list = field(default_factory=list)


@dataclass
class Scenario:
    """Answers, and the steps to be run one after the other in the same Azure."""

    title: str
    answers: dict
    workspace: dict
    steps: list
    # The computes that are there at the start.
    computes: dict = field(default_factory=dict)
    # Files in the folder that the steps are run in.
    files: dict = field(default_factory=dict)
    # Errors that the plan reports, where the scenario is one that it shall warn of.
    errors: list = field(default_factory=list)


def workspace(name, resource_group, subscription=SUBSCRIPTION):
    return {"subscription_id": subscription, "resource_group": resource_group, "workspace_name": name}


def path(of, compute):
    return f"{workspace_path(of)}/computes/{compute}"


def resource_id(kind, resource_group, name):
    return f"/subscriptions/{SUBSCRIPTION}/resourceGroups/{resource_group}/providers/{kind}/{name}"


ARC, AKS = "Microsoft.Kubernetes/connectedClusters", "Microsoft.ContainerService/managedClusters"
IDENTITY = "Microsoft.ManagedIdentity/userAssignedIdentities"


def kubernetes(edition, title, cluster, identity=None, ids=(), namespace="default", home=None, answers=None, **other):
    """`current` or `arc-preview`: attach, look, detach."""
    resource_group, name = "rg-k8s", "edge-1"
    answers = {
        "edition": edition,
        "cluster": cluster,
        "subscription": SUBSCRIPTION,
        "resource-group": resource_group,
        "cluster-name": name,
        "workspace": "mlw-1",
        **(answers or {}),
    }
    home = home or workspace("mlw-1", resource_group)
    kind = AKS if cluster == "aks" else ARC
    compute = answers.get("compute-name", COMPUTE)
    if namespace != "default":
        answers["namespace"] = namespace
    body = {
        "location": LOCATION,
        "properties": {
            "computeType": "Kubernetes",
            "resourceId": resource_id(kind, answers["resource-group"], answers["cluster-name"]),
            "properties": {"namespace": namespace},
        },
    }
    prints = [compute] if edition == "current" else []
    if identity == "system-assigned":
        answers["identity"] = identity
        body["identity"] = {"type": "SystemAssigned"}
        prints.append(SYSTEM_PRINCIPAL)
    elif identity == "user-assigned":
        answers.update({"identity": identity, "identity-ids": ",".join(ids)})
        body["identity"] = {"type": "UserAssigned", "userAssignedIdentities": {id: {} for id in ids}}
        prints += [user_principal(id) for id in ids]
    if edition == "current":
        body["properties"]["computeLocation"] = LOCATION
        action, gone = "Detach", {}
    else:
        # The SDK sends its whole configuration along, besides what the service reads.
        types = {None: None, "system-assigned": "SystemAssigned", "user-assigned": "UserAssigned"}
        extra = {"namespace": namespace, "identityType": types[identity], "identityIds": list(ids) or None}
        body["properties"].update(description="", **extra)
        action, gone = "detach", None
    there = {compute: "Succeeded"}
    steps = [
        Step("attach-compute", [Write("PUT", path(home, compute), body)], prints, there),
        Step("verify-compute", [], prints, there),
        Step(
            "detach-compute",
            [Write("DELETE", path(home, compute), query={"underlyingResourceAction": action})],
            leaves=gone,
        ),
    ]
    return Scenario(f"{edition}, {title}", answers, home, steps, **other)


def existing(home, name, state, properties):
    """A compute that somebody has attached before."""
    compute = {"id": path(home, name), "name": name, "tags": None, "location": LOCATION}
    return {name: {**compute, "properties": read_back(properties, state)}}


def found(state):
    """`arc-preview`: a compute of that name is there, so it is shown and not attached again."""
    other = {"resourceId": resource_id(ARC, "rg-k8s", "another"), "properties": {"namespace": "default"}}
    properties = {"computeType": "Kubernetes", **other}
    scenario = kubernetes("arc-preview", f"the compute is there and {state}", "arc")
    scenario.computes = existing(scenario.workspace, COMPUTE, state, properties)
    there = {COMPUTE: state}
    steps = [Step("attach-compute", [], [state], there), Step("verify-compute", [], [state], there)]
    scenario.steps = [*steps, scenario.steps[-1]]
    return scenario


def aks(title, task, sent, answers=None, home=None, named=True, **other):
    """`aks-v1`: create or attach, then detach."""
    home = home or workspace("mlw-1", "rg-ml")
    answers = {
        "edition": "aks-v1",
        "task": task,
        "subscription": SUBSCRIPTION,
        "compute-name": "aks-compute",
        **(answers or {}),
    }
    if named:
        answers.update({"workspace": home["workspace_name"], "workspace-resource-group": home["resource_group"]})
    compute = path(home, "aks-compute")
    put = Write("PUT", compute, {"location": LOCATION, "properties": {"computeType": "AKS", **sent}})
    steps = {
        "create": [Step("create-cluster", [put], ["Succeeded"], {"aks-compute": "Succeeded"})],
        "attach": [Step("attach-cluster", [put], ["Succeeded"], {"aks-compute": "Succeeded"})],
        "detach": [],
    }[task]
    delete = Write("DELETE", compute, query={"underlyingResourceAction": "detach"})
    steps.append(Step("detach-cluster", [delete]))
    return Scenario(f"aks-v1, {title}", answers, home, steps, **other)


def aks_attached(cluster, **properties):
    # The SDK says this about the load balancer whatever it is.
    balancer = {"loadBalancerType": "PublicIp", "loadBalancerSubnet": None}
    return {"resourceId": AnyCase(cluster), "properties": {**balancer, **properties}}


FIRST, SECOND = resource_id(IDENTITY, "rg-Id", "one"), resource_id(IDENTITY, "rg-Id", "Two_2")
ELSEWHERE = {
    "home": workspace("Mlw_2", "rg-ml"),
    "answers": {"workspace": "Mlw_2", "workspace-resource-group": "rg-ml"},
}
OTHER_HOME = {
    "home": workspace("mlw-1", "rg-ml", OTHER_SUBSCRIPTION),
    "answers": {"workspace-resource-group": "rg-ml", "workspace-subscription": OTHER_SUBSCRIPTION},
}
# Legal names that are easily lost on their way. The older SDK takes no parentheses.
ODD = "-Größe_(1).x"
ODD_V1 = "-Größe_1.x"
# A path with all that Python's texts could stumble over.
CERTIFICATE, KEY = """it's "my" $HOME\\new {cert}.pem""", "schlüssel #1.pem"
NETWORK = {
    "vnet-name": "vnet-1",
    "vnet-resource-group": "rg-net",
    "subnet-name": "subnet-1",
    "service-cidr": "10.0.0.0/16",
    "dns-service-ip": "10.0.0.10",
    "docker-bridge-cidr": "172.17.0.1/16",
}
NETWORK_SENT = {
    "subnetId": resource_id("Microsoft.Network/virtualNetworks", "rg-net", "vnet-1") + "/subnets/subnet-1",
    "serviceCidr": "10.0.0.0/16",
    "dnsServiceIP": "10.0.0.10",
    "dockerBridgeCidr": "172.17.0.1/16",
}
TLS = {"cname": "ml.example.com", "cert-file": CERTIFICATE, "key-file": KEY}
TLS_SENT = {"status": "Enabled", "cname": "ml.example.com", "cert": "the certificate", "key": "the key"}
TLS_FILES = {CERTIFICATE: "the certificate", KEY: "the key"}

SCENARIOS = [
    kubernetes("current", "Arc, no identity", "arc"),
    kubernetes("current", "AKS, its own identity", "aks", "system-assigned"),
    kubernetes("current", "Arc, one user-assigned identity", "arc", "user-assigned", [FIRST]),
    kubernetes("current", "AKS, two user-assigned identities", "aks", "user-assigned", [FIRST, SECOND]),
    kubernetes("current", "a namespace, a workspace in another group", "aks", namespace="team-a", **ELSEWHERE),
    kubernetes("current", "a workspace in another subscription", "arc", errors=["same-subscription"], **OTHER_HOME),
    kubernetes(
        "current",
        "odd names",
        "arc",
        home=workspace("mlw-1", ODD),
        answers={"resource-group": ODD, "cluster-name": "0_a-B", "compute-name": "K8-s"},
    ),
    kubernetes("arc-preview", "Arc, no identity", "arc"),
    kubernetes("arc-preview", "AKS, its own identity", "aks", "system-assigned"),
    kubernetes("arc-preview", "Arc, one user-assigned identity", "arc", "user-assigned", [FIRST]),
    kubernetes("arc-preview", "AKS, two user-assigned identities", "aks", "user-assigned", [FIRST, SECOND]),
    kubernetes("arc-preview", "a namespace, a workspace in another group", "aks", namespace="team-a", **ELSEWHERE),
    kubernetes("arc-preview", "a workspace in another subscription", "arc", errors=["same-subscription"], **OTHER_HOME),
    kubernetes(
        "arc-preview",
        "odd names",
        "arc",
        home=workspace("mlw-1", ODD_V1),
        answers={"resource-group": ODD_V1, "cluster-name": "0_a-B", "compute-name": "K8-s"},
    ),
    found("Succeeded"),
    found("Creating"),
    found("Failed"),
    aks("create with nothing but the defaults", "create", {}),
    aks(
        "create in the workspace of config.json",
        "create",
        {},
        named=False,
        files={"config.json": json.dumps(workspace("mlw-1", "rg-ml"))},
    ),
    aks(
        "create for development",
        "create",
        {"properties": {"clusterPurpose": "DevTest", "agentCount": 1}},
        {"purpose": "dev-test", "node-count": "1"},
    ),
    aks(
        "create with all there is",
        "create",
        {
            "computeLocation": "eastus",
            "properties": {
                "agentCount": 4,
                "agentVmSize": "Standard_D4_v2",
                "sslConfiguration": TLS_SENT,
                "aksNetworkingConfiguration": NETWORK_SENT,
                "loadBalancerType": "InternalLoadBalancer",
                "loadBalancerSubnet": "balancers",
            },
        },
        {
            "region": "eastus",
            "node-count": "4",
            "vm-size": "Standard_D4_v2",
            "load-balancer": "internal",
            "load-balancer-subnet": "balancers",
            **NETWORK,
            **TLS,
        },
        files=TLS_FILES,
    ),
    aks(
        "create with an internal load balancer",
        "create",
        {"properties": {"loadBalancerType": "InternalLoadBalancer"}},
        {"load-balancer": "internal"},
    ),
    aks(
        "attach",
        "attach",
        aks_attached(resource_id(AKS, "rg-aks", "prod-1")),
        {"resource-group": "rg-aks", "cluster-name": "prod-1"},
    ),
    aks(
        "attach for development, odd names",
        "attach",
        aks_attached(resource_id(AKS, ODD, "0_a-B"), clusterPurpose="DevTest"),
        {"resource-group": ODD, "cluster-name": "0_a-B", "purpose": "dev-test"},
    ),
    aks(
        "attach to a workspace in another subscription",
        "attach",
        aks_attached(resource_id(AKS, "rg-aks", "prod-1")),
        {"resource-group": "rg-aks", "cluster-name": "prod-1", "workspace-subscription": OTHER_SUBSCRIPTION},
        workspace("mlw-1", "rg-ml", OTHER_SUBSCRIPTION),
    ),
    aks(
        "detach",
        "detach",
        {},
        computes=existing(
            workspace("mlw-1", "rg-ml"),
            "aks-compute",
            "Succeeded",
            {"computeType": "AKS", "resourceId": resource_id(AKS, "rg-aks", "prod-1")},
        ),
    ),
    Scenario(
        "aks-v1, detach without a workspace",
        {"edition": "aks-v1", "task": "detach", "subscription": SUBSCRIPTION, "resource-group": "rg-ml"},
        workspace("mlw-1", "rg-ml"),
        [Step("detach-cluster", [], unfilled=["workspace"])],
    ),
]
