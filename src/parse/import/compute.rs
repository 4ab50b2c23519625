//! Computes of a workspace, and the parameters of the former GitHub action that created them.

use serde_json::value::RawValue;

use super::extension::explained;
use super::id::{self, Id};
use super::object::{Object, items, number, object};
use super::reader::{Reader, not_succeeded, plain};
use super::{Cause, ResourceKind, State};
use crate::base::json::members;
use crate::model::choice::{Choice as _, Edition, IdentityKind, LoadBalancer, Purpose, Task};
use crate::model::field::Field;

/// The parameters of the action that are texts of a field.
const PARAMETERS: [(&str, Field); 12] = [
    ("vm_size", Field::VmSize),
    ("vnet_name", Field::VnetName),
    ("vnet_resource_group_name", Field::VnetResourceGroup),
    ("subnet_name", Field::SubnetName),
    ("service_cidr", Field::ServiceCidr),
    ("dns_service_ip", Field::DnsServiceIp),
    ("docker_bridge_cidr", Field::DockerBridgeCidr),
    ("ssl_cname", Field::Cname),
    ("ssl_cert_pem_file", Field::CertFile),
    ("ssl_key_pem_file", Field::KeyFile),
    ("load_balancer_subnet", Field::LoadBalancerSubnet),
    ("name", Field::ComputeName),
];

impl Reader {
    /// Reads a compute. Its workspace has been taken already.
    pub(super) fn compute(&mut self, compute: &Object<'_>, name: &str) {
        self.workspace_region(compute);
        let kind = compute.text("computeType");
        // Azure's own `type` is the type of the resource.
        let kind = kind.or_else(|| compute.text("type").filter(|kind| !kind.contains('/')));
        let is = |name: &str| kind.as_ref().is_some_and(|kind| plain(kind) == name);
        let is_legacy = is("aks") || is("akscompute");
        if let Some(kind) = kind.as_ref().filter(|_| !is_legacy && !is("kubernetes")) {
            return self.find(Cause::OtherCompute, kind);
        }
        if !self.is_first_compute(name) {
            return;
        }
        if is_legacy {
            self.edition_is(Edition::AksV1);
        }
        self.compute_named(name);
        if let Some(state) = not_succeeded(compute) {
            let key = if compute.get("provisioning_errors").is_some() {
                "provisioning_errors"
            } else {
                "provisioningErrors"
            };
            let kind =
                if state.eq_ignore_ascii_case("Failed") { State::ComputeFailed } else { State::NotSucceeded };
            self.state(kind, &explained(&state, compute, key));
        }
        if let Some(id) = compute.any_text(["resource_id", "resourceId"]) {
            match id::read(&id) {
                Id::Of(kind @ (ResourceKind::AksCluster | ResourceKind::ArcCluster), place) => {
                    self.clusters_own(kind, place, &id);
                }
                Id::Wrong => self.find(Cause::WrongProvider, &id),
                Id::Of(..) | Id::Unknown => self.find(Cause::UnknownResource, &id),
            }
        }
        let inner = compute.object("properties");
        if is_legacy {
            self.state(State::LegacyCompute, name);
            self.set(Field::Task, Task::Attach.id());
            if let Some(inner) = &inner {
                self.legacy(inner, ["agentCount", "agentVmSize", "clusterPurpose"]);
            }
            return;
        }
        self.is_kubernetes = true;
        let namespace = compute.text("namespace").or_else(|| inner.as_ref()?.text("namespace"));
        if let Some(namespace) = namespace {
            self.set(Field::Namespace, &namespace);
        }
        if let Some(identity) = compute.object("identity") {
            self.identity(&identity);
        }
    }

    /// Reads the identity of a compute.
    fn identity(&mut self, identity: &Object<'_>) {
        let kind = identity.text("type").map(|kind| plain(&kind)).unwrap_or_default();
        if kind == "systemassigned" {
            self.set(Field::Identity, IdentityKind::SystemAssigned.id());
        }
        if kind.contains("userassigned")
            && let Some(value) = identity.any(["user_assigned_identities", "userAssignedIdentities"])
        {
            for id in identity_ids(value) {
                if let Id::Of(kind @ ResourceKind::Identity, place) = id::read(&id) {
                    self.resource(kind, place, &id);
                }
            }
        }
    }

    /// Reads the parameters of the former GitHub action `Azure/aml-compute`.
    pub(super) fn compute_action(&mut self, action: &Object<'_>, kind: &str) {
        if plain(kind) != "akscluster" {
            return self.find(Cause::OtherCompute, kind);
        }
        self.edition_is(Edition::AksV1);
        self.import.resources.push(ResourceKind::Compute);
        self.state(State::ComputeAction, "");
        self.set(Field::Task, Task::Create.id());
        self.region(action);
        self.legacy(action, ["agent_count", "", "cluster_purpose"]);
        for (key, field) in PARAMETERS {
            if let Some(text) = action.text(key) {
                self.set(field, &text);
            }
        }
        if let Some(kind) = action.text("load_balancer_type") {
            let is_internal = kind.eq_ignore_ascii_case("InternalLoadBalancer");
            let load_balancer = if is_internal { LoadBalancer::Internal } else { LoadBalancer::Public };
            self.set(Field::LoadBalancer, load_balancer.id());
        }
    }

    /// Reads number, size and purpose of the nodes of a legacy compute, under these keys.
    fn legacy(&mut self, of: &Object<'_>, [count, size, purpose]: [&str; 3]) {
        if let Some(count) = of.get(count).and_then(number) {
            self.set(Field::NodeCount, &count.to_string());
        }
        if let Some(size) = of.text(size) {
            self.set(Field::VmSize, &size);
        }
        if let Some(purpose) = of.text(purpose) {
            let is_test = purpose.eq_ignore_ascii_case("DevTest");
            self.set(Field::Purpose, (if is_test { Purpose::DevTest } else { Purpose::Production }).id());
        }
    }
}

/// The ids of user-assigned identities: the keys of an object, or a list of objects.
fn identity_ids(value: &RawValue) -> Vec<String> {
    if let Some(ids) = members(value) {
        return ids.into_iter().map(|(id, _)| id).collect();
    }
    let listed = items(value).unwrap_or_default().into_iter().filter_map(object);
    listed.filter_map(|identity| identity.any_text(["resource_id", "resourceId"])).collect()
}
