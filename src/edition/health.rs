//! The codes of the extension's health check, and the fields that each one concerns.
//! <https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-kubernetes-extension>
//! Codes that this page does not have are in the repository of the extension, E45006 in an issue.
//! <https://github.com/Azure/AML-Kubernetes/blob/master/docs/troubleshooting.md>
//! <https://github.com/Azure/azure-sdk-for-python/issues/33480>

use crate::base::ids::ids;
use crate::edition::resource::always;
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Exposure};
use crate::model::field::Field;
use crate::model::scenario::{Extension, Scenario};

ids! {
    /// The codes.
    HealthCode {
        /// The check does not know the cause.
        Unknown "E40000",
        /// The cluster provides no load balancer.
        LoadBalancer "E40001",
        /// The cluster has too few nodes for three routers.
        Nodes "E40002",
        /// An internal load balancer outside AKS.
        InternalLoadBalancer "E40003",
        /// No current page explains it.
        Unexplained4 "E40004",
        /// No current page explains it.
        Unexplained5 "E40005",
        /// No current page explains it.
        Unexplained6 "E40006",
        /// Certificate, key and name do not match.
        Certificate "E40007",
        /// A component is not healthy.
        Component "E45001",
        /// The cluster already has a Prometheus operator.
        PrometheusOperator "E45002",
        /// The cluster cannot reach Azure.
        Network "E45003",
        /// A role of a legacy router still exists. A job that needs training has the same code without it.
        LegacyRole "E45004",
        /// A legacy router still exists.
        LegacyDeployment "E45005",
        /// The instance types could not be validated.
        InstanceTypes "E45006",
        /// The check itself crashed.
        Crash "E49999",
    }
}

/// A code and the fields that it concerns.
pub struct HealthCheck {
    /// The code.
    pub code: HealthCode,
    fields: &'static [Field],
    when: fn(&Extension) -> bool,
}

impl HealthCheck {
    /// The fields to check, among those that apply. Empty for a cause outside of the scenario.
    pub fn fields(&self, answers: &Answers) -> impl Iterator<Item = Field> {
        self.fields.iter().copied().filter(|field| field.applies(answers))
    }
}

const fn check(code: HealthCode, fields: &'static [Field], when: fn(&Extension) -> bool) -> HealthCheck {
    HealthCheck { code, fields, when }
}

const CHECKS: &[HealthCheck] = &[
    check(HealthCode::Unknown, &[], always),
    check(HealthCode::LoadBalancer, &[Field::Exposure], |s| {
        matches!(s.exposure(), Some(Exposure::Public | Exposure::Internal))
    }),
    check(HealthCode::Nodes, &[Field::NodeCount, Field::RouterHa], |s| {
        s.workload.endpoint().is_some_and(|endpoint| endpoint.router_ha)
    }),
    check(HealthCode::InternalLoadBalancer, &[Field::Cluster, Field::Exposure], |s| {
        s.exposure() == Some(Exposure::Internal)
    }),
    check(HealthCode::Unexplained4, &[], always),
    check(HealthCode::Unexplained5, &[], always),
    check(HealthCode::Unexplained6, &[], always),
    check(
        HealthCode::Certificate,
        &[Field::Certificate, Field::CertFile, Field::KeyFile, Field::TlsSecret, Field::Cname],
        |s| s.has_endpoint() && !s.is_http(),
    ),
    check(HealthCode::Component, &[], always),
    check(HealthCode::PrometheusOperator, &[Field::PrometheusOperator], |s| s.prometheus_operator),
    check(HealthCode::Network, &[], always),
    check(HealthCode::LegacyRole, &[Field::Workload], Extension::has_endpoint),
    check(HealthCode::LegacyDeployment, &[], Extension::has_endpoint),
    check(HealthCode::InstanceTypes, &[], always),
    check(HealthCode::Crash, &[], always),
];

/// The codes that can occur in a scenario. Empty for an edition whose documents list none.
pub fn checks(edition: Edition, scenario: &Scenario) -> Vec<&'static HealthCheck> {
    match (edition, scenario) {
        (Edition::Current, Scenario::Extension(scenario)) => {
            CHECKS.iter().filter(|check| (check.when)(scenario)).collect()
        }
        _ => Vec::new(),
    }
}
