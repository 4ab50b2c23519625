"""An Azure in this process: it answers where urllib3 would open a connection, and writes down what it is asked to do.

All above that one function is real: both SDKs, their ways to sign in, requests, urllib3. An answer holds what the SDKs
read of it, spelled as the REST reference spells it.
"""

import base64
import io
import json
import socket
import time
from urllib.parse import parse_qs, unquote, urlsplit

import urllib3
from urllib3.connectionpool import HTTPConnectionPool

LOCATION = "westeurope"
TENANT = "99999999-9999-4999-8999-999999999999"
CLIENT = "88888888-8888-4888-8888-888888888888"
# Whom permissions are granted to when the identity is the compute's own.
SYSTEM_PRINCIPAL = "77777777-7777-4777-8777-777777777777"

SIGN_IN = "login.microsoftonline.com"
MANAGEMENT = "management.azure.com"
# The older SDK reads computes from here, and writes them to the one above. It asks where each of the services is.
DATA_PLANE = "westeurope.api.azureml.ms"
SERVICES = ["api", "experimentation", "history", "hyperdrive", "modelmanagement", "studio"]

# How both SDKs sign in without anybody to ask: as a service principal.
ENVIRONMENT = {
    "AZURE_TENANT_ID": TENANT,
    "AZURE_CLIENT_ID": CLIENT,
    "AZURE_CLIENT_SECRET": "none",
    "AZUREML_SERVICE_PRINCIPAL_TENANT_ID": TENANT,
    "AZUREML_SERVICE_PRINCIPAL_ID": CLIENT,
    "AZUREML_SERVICE_PRINCIPAL_PASSWORD": "none",
    "AZUREML_CURRENT_CLOUD": "AzureCloud",
}


def user_principal(identity):
    """Whom permissions are granted to when the identity is this one."""
    return "66666666-6666-4666-8666-" + identity.encode().hex()[-12:]


def workspace_path(workspace):
    return (
        f"/subscriptions/{workspace['subscription_id']}/resourceGroups/{workspace['resource_group']}"
        f"/providers/Microsoft.MachineLearningServices/workspaces/{workspace['workspace_name']}"
    )


def read_back(properties, state):
    """A compute's properties as the service gives them back: every key is there."""
    whole = {
        "description": None,
        "provisioningErrors": None,
        "createdOn": "2024-01-01T00:00:00+00:00",
        "modifiedOn": "2024-01-01T00:00:00+00:00",
        # A cluster that is made along with its compute has no id at first.
        "isAttachedCompute": "resourceId" in properties,
        "resourceId": None,
        **properties,
        "provisioningState": state,
    }
    if properties["computeType"] == "AKS":
        keys = ["agentCount", "agentVmSize", "clusterPurpose", "clusterFqdn", "systemServices"]
        keys += ["loadBalancerType", "loadBalancerSubnet"]
        whole["properties"] = {**dict.fromkeys(keys), **properties.get("properties", {})}
    return whole


class FakeAzure:
    """A workspace and its computes, as plain data, so that the next process can go on with them."""

    def __init__(self, workspace, computes):
        self.home = workspace_path(workspace)
        self.workspace = workspace
        self.computes = computes
        # What was to be changed.
        self.writes = []
        # What nobody should have asked for.
        self.strays = []

    def install(self):
        """Takes the network's place; whoever goes past urllib3 finds no network at all."""

        def cut(*args, **_):
            self.strays.append(f"a connection of its own: {args[-1]!r}")
            raise OSError("the network is cut")

        socket.socket.connect = socket.socket.connect_ex = cut
        socket.getaddrinfo = socket.create_connection = cut

        def urlopen(pool, method, url, body=None, **_):
            return self.answer(method, f"{pool.scheme}://{pool.host}{url}", body)

        HTTPConnectionPool.urlopen = urlopen

    def answer(self, method, url, body):
        status, content, headers = self.route(method, urlsplit(url), body)
        if status is None:
            self.strays.append(f"{method} {url}")
            # The SDKs try again after most of the other errors.
            status, content = 400, {"error": {"code": "Stray", "message": f"not foreseen: {method} {url}"}}
        data = json.dumps(content).encode()
        return urllib3.HTTPResponse(
            body=io.BytesIO(data),
            headers={"Content-Type": "application/json", "Content-Length": str(len(data)), **headers},
            status=status,
            preload_content=False,
            request_method=method,
        )

    def route(self, method, address, body):
        """Status, content and headers; no status for what is not foreseen."""
        # The older SDK begins a path with two slashes.
        host, path = address.netloc, "/" + unquote(address.path).lstrip("/")
        if host == SIGN_IN:
            return 200, sign_in(path), {}
        if host == DATA_PLANE:
            if path == "/discovery":
                return 200, dict.fromkeys(SERVICES, f"https://{DATA_PLANE}"), {}
            path = path.removeprefix("/rp/workspaces")
        elif host != MANAGEMENT:
            return None, None, {}
        if path == "/subscriptions":
            one = {"subscriptionId": self.workspace["subscription_id"], "displayName": "one", "state": "Enabled"}
            return 200, {"value": [one]}, {}
        if path.startswith("/operations/"):
            return 200, self.finish(*path.removeprefix("/operations/").split("/")), {}
        if path == self.home:
            return 200, self.describe(), {}
        if path == f"{self.home}/computes":
            return 200, {"value": list(self.computes.values())}, {}

        home, _, name = path.rpartition("/computes/")
        if home != self.home:
            return None, None, {}
        if method == "GET":
            missing = {"error": {"code": "ResourceNotFound", "message": f"there is no compute {name}"}}
            return (200, self.computes[name], {}) if name in self.computes else (404, missing, {})
        if method not in ("PUT", "DELETE"):
            return None, None, {}
        query = {key: values[-1] for key, values in parse_qs(address.query).items()}
        body = json.loads(body) if body else None
        self.writes.append({"method": method, "path": path, "query": query, "body": body})
        operation = {"Azure-AsyncOperation": f"https://{MANAGEMENT}/operations/{method}/{name}?api-version=2020-01-01"}
        if method == "DELETE":
            return 202, {}, operation
        return 201, self.put(path, name, body), operation

    def put(self, path, name, body):
        compute = {"id": path, "name": name, "tags": None, **body}
        compute["properties"] = read_back(body["properties"], "Creating")
        if identity := body.get("identity"):
            if identity["type"] == "SystemAssigned":
                given = {"principalId": SYSTEM_PRINCIPAL, "tenantId": TENANT}
            else:
                ids = identity["userAssignedIdentities"]
                each = {id: {"principalId": user_principal(id), "clientId": CLIENT} for id in ids}
                given = {"userAssignedIdentities": each}
            compute["identity"] = {**identity, **given}
        self.computes[name] = compute
        return compute

    def finish(self, method, name):
        """An operation is done when somebody asks for it: a program that does not wait never sees it done."""
        if method == "DELETE":
            self.computes.pop(name, None)
        else:
            self.computes[name]["properties"]["provisioningState"] = "Succeeded"
        return {"status": "Succeeded"}

    def describe(self):
        properties = {"workspaceId": TENANT, "discoveryUrl": f"https://{DATA_PLANE}/discovery"}
        name = self.workspace["workspace_name"]
        return {"id": self.home, "name": name, "location": LOCATION, "properties": properties}


def sign_in(path):
    authority = f"https://{SIGN_IN}/{TENANT}"
    if path.endswith("/.well-known/openid-configuration"):
        return {
            "issuer": f"{authority}/v2.0",
            "authorization_endpoint": f"{authority}/oauth2/v2.0/authorize",
            "token_endpoint": f"{authority}/oauth2/v2.0/token",
        }
    # The older SDK looks into the token.
    parts = [{"alg": "none"}, {"tid": TENANT, "exp": int(time.time()) + 3600}, {}]
    token = ".".join(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts)
    return {"access_token": token, "token_type": "Bearer", "expires_in": 3600}
