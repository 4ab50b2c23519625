"""Stand-in for azureml.core.compute."""

from recorder import given, principal, record, wants


class ComputeTarget:
    def __init__(self, workspace, name):
        wants(str, name=name)
        self.workspace, self.name, self.provisioning_state = workspace, name, "Succeeded"

    @staticmethod
    def attach(workspace, name, attach_configuration):
        return ask("attach", workspace, name, attach_configuration(workspace))

    @staticmethod
    def create(workspace, name, provisioning_configuration):
        return ask("create", workspace, name, provisioning_configuration(workspace))

    def wait_for_completion(self, show_output=False):
        record("wait")

    def serialize(self):
        return {"name": self.name, "identity": principal(self.name)}

    def detach(self):
        record("detach", workspace=self.workspace.request, name=self.name)


def ask(verb, workspace, name, compute):
    record(verb, workspace=workspace.request, name=name, compute=compute)
    return ComputeTarget(workspace, name)


class KubernetesCompute(ComputeTarget):
    @staticmethod
    def attach_configuration(resource_id=None, namespace=None, identity_type=None, identity_ids=None):
        wants(str, resource_id=resource_id, namespace=namespace, identity_type=identity_type)
        wants(list, identity_ids=identity_ids)
        identity = given({"type": identity_type, "ids": identity_ids}) or None
        compute = given({"resource_id": resource_id, "namespace": namespace or "default", "identity": identity})
        return lambda workspace: compute


class AksCompute(ComputeTarget):
    class ClusterPurpose:
        FAST_PROD = "FastProd"
        DEV_TEST = "DevTest"

    @staticmethod
    def provisioning_configuration(
        agent_count=None,
        vm_size=None,
        ssl_cname=None,
        ssl_cert_pem_file=None,
        ssl_key_pem_file=None,
        location=None,
        vnet_resourcegroup_name=None,
        vnet_name=None,
        subnet_name=None,
        service_cidr=None,
        dns_service_ip=None,
        docker_bridge_cidr=None,
        cluster_purpose=None,
        load_balancer_type=None,
        load_balancer_subnet=None,
    ):
        request = given(locals())
        wants(int, agent_count=request.get("agent_count"))
        wants(str, **{name: value for name, value in request.items() if name != "agent_count"})
        # Each of the two is taken whole or not at all.
        tls = {"ssl_cname", "ssl_cert_pem_file", "ssl_key_pem_file"}
        network = {"vnet_resourcegroup_name", "vnet_name", "subnet_name"}
        network |= {"service_cidr", "dns_service_ip", "docker_bridge_cidr"}
        for group in (tls, network):
            if group & set(request) not in (set(), group):
                raise ValueError(f"of {sorted(group)} some are missing")
        return lambda workspace: request

    @staticmethod
    def attach_configuration(
        resource_group=None,
        cluster_name=None,
        resource_id=None,
        cluster_purpose=None,
        load_balancer_type=None,
        load_balancer_subnet=None,
    ):
        wants(str, resource_group=resource_group, cluster_name=cluster_name, resource_id=resource_id)
        balanced = given({"load_balancer_type": load_balancer_type, "load_balancer_subnet": load_balancer_subnet})
        wants(str, **balanced)
        if load_balancer_subnet is not None and load_balancer_type != "InternalLoadBalancer":
            raise ValueError("a subnet needs an internal load balancer")
        if (resource_id is None) == (resource_group is None or cluster_name is None):
            raise ValueError("either a resource id, or a group and a name")

        def request(workspace):
            # By group and name a cluster is looked for in the workspace's own subscription.
            subscription = f"/subscriptions/{workspace.request['subscription']}"
            aks = f"providers/Microsoft.ContainerService/managedClusters/{cluster_name}"
            found = resource_id or f"{subscription}/resourceGroups/{resource_group}/{aks}"
            return given({"resource_id": found, "cluster_purpose": cluster_purpose, **balanced})

        return request
