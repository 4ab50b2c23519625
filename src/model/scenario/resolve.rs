//! Resolves answers to a scenario. Each text is parsed exactly once, here, into the type that the scenario requires.

use super::{
    AksCompute, AksCreation, AksLoadBalancer, AksNetwork, AksSize, AksTask, AksTls, Certificate, ClusterKind,
    ClusterReference, Endpoint, Extension, Identity, Invalid, Resolved, Scenario, Slot, Transport, Upgrade,
    Workload, WorkspaceReference,
};
use crate::model::answers::Answers;
use crate::model::choice::{
    CertificateKind, Choice, Cluster, Edition, IdentityKind, LoadBalancer, Purpose, Task, TransportKind,
    WorkloadKind,
};
use crate::model::field::{Field, Kind, names_network, names_tls};
use crate::model::value::{PemPath, Problem, ResourceGroupName, SubscriptionId, Value};

/// Resolves answers to a scenario.
pub fn resolve(answers: &Answers) -> Resolved {
    let mut resolver = Resolver { answers, invalid: Vec::new() };
    let scenario = match answers.edition() {
        Edition::Current | Edition::ArcPreview => Scenario::Extension(Box::new(resolver.extension())),
        Edition::AksV1 => Scenario::AksCompute(Box::new(resolver.aks_compute())),
    };
    Resolved { scenario, invalid: resolver.invalid }
}

struct Resolver<'a> {
    answers: &'a Answers,
    invalid: Vec<Invalid>,
}

impl Resolver<'_> {
    fn refuse(&mut self, field: Field, problem: Problem) {
        let place = self.invalid.partition_point(|known| known.field < field);
        if self.invalid.get(place).is_none_or(|known| known.field != field) {
            self.invalid.insert(place, Invalid { field, problem });
        }
    }

    /// The value of a text field. A gap if it is empty, does not apply or is invalid.
    fn slot<T: Value>(&mut self, field: Field) -> Slot<T> {
        debug_assert_eq!(field.text_kind(self.answers.edition()), Some(T::KIND), "{}", field.id());
        let text = self.answers.text(field);
        let value = if text.is_empty() || !field.applies(self.answers) {
            None
        } else {
            T::parse(text).map_err(|problem| self.refuse(field, problem)).ok()
        };
        Slot { field, value }
    }

    /// The value of an optional text field. `None` if it is empty or does not apply.
    fn optional<T: Value>(&mut self, field: Field) -> Option<Slot<T>> {
        let asked = !self.answers.text(field).is_empty() && field.applies(self.answers);
        asked.then(|| self.slot(field))
    }

    /// The value of a choice. A gap if the edition does not offer it.
    fn choice<T: Choice>(&mut self, field: Field) -> Slot<T> {
        debug_assert_eq!(field.row().kind, Kind::Choice(T::IDS), "{}", field.id());
        let id = self.answers.text(field);
        let value = if field.offers(id, self.answers.edition()) {
            T::from_id(id)
        } else {
            self.refuse(field, Problem::NotInEdition);
            None
        };
        Slot { field, value }
    }

    /// A yes-or-no setting. Off if it does not apply.
    fn on(&self, field: Field) -> bool {
        field.applies(self.answers) && self.answers.yes(field)
    }

    fn extension(&mut self) -> Extension {
        let cluster = self.cluster();
        Extension {
            workload: self.workload(),
            node_count: self.optional(Field::NodeCount),
            nvidia_plugin: self.on(Field::NvidiaPlugin),
            log_analytics: self.on(Field::LogAnalytics),
            volcano: self.on(Field::Volcano),
            prometheus_operator: self.on(Field::PrometheusOperator),
            dcgm_exporter: self.on(Field::DcgmExporter),
            node_selector: self.optional(Field::NodeSelector),
            extension_name: self.slot(Field::ExtensionName),
            upgrade: if self.on(Field::AutoUpgrade) {
                Upgrade::Automatic
            } else {
                Upgrade::Fixed(self.optional(Field::ExtensionVersion))
            },
            workspace: self.workspace(&cluster.resource_group, &cluster.subscription),
            compute_name: self.slot(Field::ComputeName),
            namespace: self.slot(Field::Namespace),
            identity: match self.choice(Field::Identity).value {
                None | Some(IdentityKind::None) => Identity::None,
                Some(IdentityKind::SystemAssigned) => Identity::SystemAssigned,
                Some(IdentityKind::UserAssigned) => Identity::UserAssigned(self.slot(Field::IdentityIds)),
            },
            cluster,
        }
    }

    fn cluster(&mut self) -> ClusterReference {
        let kind = match self.choice(Field::Cluster).value {
            Some(Cluster::Aks) => ClusterKind::Aks,
            None | Some(Cluster::Arc) => ClusterKind::Arc {
                openshift: self.on(Field::Openshift),
                connect: (!self.on(Field::Connected)).then(|| self.slot(Field::Region)),
            },
        };
        ClusterReference {
            kind,
            subscription: self.slot(Field::Subscription),
            resource_group: self.slot(Field::ResourceGroup),
            name: self.slot(Field::ClusterName),
        }
    }

    fn workload(&mut self) -> Workload {
        match self.choice(Field::Workload).value {
            Some(WorkloadKind::Training) => Workload::Training,
            Some(WorkloadKind::Inference) => Workload::Inference(self.endpoint()),
            None | Some(WorkloadKind::Both) => Workload::Both(self.endpoint()),
        }
    }

    fn endpoint(&mut self) -> Endpoint {
        let transport = match self.choice(Field::Transport).value {
            Some(TransportKind::Http) => Transport::Http,
            None | Some(TransportKind::Https) => Transport::Https {
                certificate: match self.choice(Field::Certificate).value {
                    Some(CertificateKind::Secret) => Certificate::Secret {
                        name: self.slot(Field::TlsSecret),
                        cert: self.secret_file(Field::CertFile),
                        key: self.secret_file(Field::KeyFile),
                    },
                    // An edition without secrets supports only files.
                    None | Some(CertificateKind::Files) => Certificate::Files {
                        cert: self.slot(Field::CertFile),
                        key: self.slot(Field::KeyFile),
                    },
                },
                cname: if Field::Cname.applies(self.answers) {
                    self.slot(Field::Cname)
                } else {
                    Slot::gap(Field::Cname)
                },
            },
        };
        Endpoint { exposure: self.choice(Field::Exposure), transport, router_ha: self.on(Field::RouterHa) }
    }

    /// A file for a secret. kubectl splits `key=path`, and rejects a path that contains another `=`.
    fn secret_file(&mut self, field: Field) -> Slot<PemPath> {
        let mut slot = self.slot::<PemPath>(field);
        if slot.value.as_ref().is_some_and(|path| path.as_str().contains('=')) {
            slot.value = None;
            self.refuse(field, Problem::Character('='));
        }
        slot
    }

    fn workspace(
        &mut self,
        resource_group: &Slot<ResourceGroupName>,
        subscription: &Slot<SubscriptionId>,
    ) -> WorkspaceReference {
        WorkspaceReference {
            name: self.slot(Field::Workspace),
            resource_group: self
                .optional(Field::WorkspaceResourceGroup)
                .unwrap_or_else(|| resource_group.clone()),
            subscription: self.optional(Field::WorkspaceSubscription).unwrap_or_else(|| subscription.clone()),
        }
    }

    fn aks_compute(&mut self) -> AksCompute {
        let subscription = self.slot(Field::Subscription);
        let resource_group = self.slot(Field::ResourceGroup);
        let workspace = self.workspace(&resource_group, &subscription);
        let task = match self.choice(Field::Task).value {
            None | Some(Task::Create) => AksTask::Create(Box::new(AksCreation {
                workspace: (!self.answers.given(Field::Workspace).is_empty()).then(|| workspace.clone()),
                size: self.aks_size(),
                region: self.optional(Field::Region),
                load_balancer: self.aks_load_balancer(),
                network: self.aks_network(),
                tls: names_tls(self.answers).then(|| AksTls {
                    cname: self.slot(Field::Cname),
                    cert: self.slot(Field::CertFile),
                    key: self.slot(Field::KeyFile),
                }),
            })),
            Some(Task::Attach) => AksTask::Attach {
                size: self.aks_size(),
                region: self.optional(Field::Region),
                resource_group: resource_group.clone(),
                cluster_name: self.slot(Field::ClusterName),
                load_balancer: self.aks_load_balancer(),
            },
            Some(Task::Detach) => AksTask::Detach,
        };
        AksCompute { subscription, workspace, compute_name: self.slot(Field::ComputeName), task }
    }

    fn aks_load_balancer(&mut self) -> AksLoadBalancer {
        match self.choice(Field::LoadBalancer).value {
            None | Some(LoadBalancer::Public) => AksLoadBalancer::Public,
            Some(LoadBalancer::Internal) => {
                AksLoadBalancer::Internal(self.optional(Field::LoadBalancerSubnet))
            }
        }
    }

    fn aks_size(&mut self) -> AksSize {
        AksSize {
            purpose: self.choice(Field::Purpose).value.unwrap_or(Purpose::Production),
            node_count: self.optional(Field::NodeCount),
            vm_size: self.slot(Field::VmSize),
            vm_cores: self.optional(Field::VmCores),
        }
    }

    fn aks_network(&mut self) -> Option<AksNetwork> {
        if !names_network(self.answers) {
            return None;
        }
        let mut network = AksNetwork {
            vnet_name: self.slot(Field::VnetName),
            resource_group: self.slot(Field::VnetResourceGroup),
            subnet_name: self.slot(Field::SubnetName),
            service_cidr: self.slot(Field::ServiceCidr),
            dns_service_ip: self.slot(Field::DnsServiceIp),
            docker_bridge_cidr: self.slot(Field::DockerBridgeCidr),
        };
        if let Some(services) = &network.service_cidr.value {
            if let Some(Err(problem)) =
                network.dns_service_ip.value.as_ref().map(|ip| services.check_dns_service(ip))
            {
                network.dns_service_ip.value = None;
                self.refuse(Field::DnsServiceIp, problem);
            }
            if let Some(Err(problem)) =
                network.docker_bridge_cidr.value.as_ref().map(|cidr| services.check_apart(cidr))
            {
                network.docker_bridge_cidr.value = None;
                self.refuse(Field::DockerBridgeCidr, problem);
            }
        }
        Some(network)
    }
}
