//! The codes of the extension's health check, and the answers that each one points to.
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
        /// The cluster makes no load balancer.
        LoadBalancer "E40001",
        /// Too few nodes for three routers.
        Nodes "E40002",
        /// An internal load balancer outside AKS.
        InternalLoadBalancer "E40003",
        /// Certificate, key and name do not fit.
        Certificate "E40007",
        /// Another Prometheus operator.
        PrometheusOperator "E45002",
        /// The network.
        Network "E45003",
        /// A role of a legacy router is left.
        LegacyRole "E45004",
        /// A legacy router is there.
        LegacyDeployment "E45005",
    }
}

/// A code and what it points to.
pub struct HealthCheck {
    /// The code.
    pub code: HealthCode,
    fields: &'static [Field],
    when: fn(&Extension) -> bool,
}

impl HealthCheck {
    /// The answers to look at, of those that count; none for what lies outside the scenario.
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

/// The codes that a scenario can meet; none for an edition whose documents have none.
pub fn checks(edition: Edition, scenario: &Scenario) -> Vec<&'static HealthCheck> {
    match (edition, scenario) {
        (Edition::Current, Scenario::Extension(scenario)) => {
            CHECKS.iter().filter(|check| (check.when)(scenario)).collect()
        }
        _ => Vec::new(),
    }
}
