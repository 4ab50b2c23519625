//! The codes of the extension's health check, and the fields that each one concerns.
//! <https://learn.microsoft.com/azure/machine-learning/how-to-troubleshoot-kubernetes-extension>

use crate::base::ids::ids;
use crate::edition::resource::always;
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Exposure};
use crate::model::field::Field;
use crate::model::scenario::{Extension, Scenario};

ids! {
    /// The codes.
    HealthCode {
        /// The cluster provides no load balancer.
        LoadBalancer "E40001",
        /// The cluster has too few nodes for three routers.
        Nodes "E40002",
        /// An internal load balancer outside AKS.
        InternalLoadBalancer "E40003",
        /// Certificate, key and name do not match.
        Certificate "E40007",
        /// The cluster already has a Prometheus operator.
        PrometheusOperator "E45002",
        /// The cluster cannot reach Azure.
        Network "E45003",
        /// A role of a legacy router still exists.
        LegacyRole "E45004",
        /// A legacy router still exists.
        LegacyDeployment "E45005",
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
    check(HealthCode::LoadBalancer, &[Field::Exposure], |s| {
        matches!(s.exposure(), Some(Exposure::Public | Exposure::Internal))
    }),
    check(HealthCode::Nodes, &[Field::NodeCount, Field::RouterHa], |s| {
        s.workload.endpoint().is_some_and(|endpoint| endpoint.router_ha)
    }),
    check(HealthCode::InternalLoadBalancer, &[Field::Cluster, Field::Exposure], |s| {
        s.exposure() == Some(Exposure::Internal)
    }),
    check(
        HealthCode::Certificate,
        &[Field::Certificate, Field::CertFile, Field::KeyFile, Field::TlsSecret, Field::Cname],
        |s| s.has_endpoint() && !s.is_http(),
    ),
    check(HealthCode::PrometheusOperator, &[Field::PrometheusOperator], |s| s.prometheus_operator),
    check(HealthCode::Network, &[], always),
    check(HealthCode::LegacyRole, &[], Extension::has_endpoint),
    check(HealthCode::LegacyDeployment, &[], Extension::has_endpoint),
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
