//! The values of every field that is chosen from a list. An enum a list, and the ids of the enum's variants are
//! the values that links, form controls and the terminal use, so there is no second spelling of them anywhere.

/// A value that is chosen from a list.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every value with its id, in the order in which it is offered.
    const ALL: &'static [(Self, &'static str)];
    /// The ids of [`Choice::ALL`], in the same order.
    const IDS: &'static [&'static str];

    /// The value that an id names, if it names one.
    fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == id).map(|(choice, _)| *choice)
    }

    /// The value's id.
    fn id(self) -> &'static str {
        Self::ALL.iter().find(|(choice, _)| *choice == self).map_or("", |(_, id)| id)
    }
}

macro_rules! choices {
    ($($(#[$doc:meta])* $name:ident { $($(#[$variant_doc:meta])* $variant:ident = $id:literal,)+ })+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name { $($(#[$variant_doc])* $variant,)+ }

        impl Choice for $name {
            const ALL: &'static [(Self, &'static str)] = &[$((Self::$variant, $id),)+];
            const IDS: &'static [&'static str] = &[$($id,)+];
        }
    )+};
}

choices! {
    /// Which generation of the product the plan speaks.
    Edition {
        /// Kubernetes compute, with the extension settings of k8s-extension 1.2.3 and newer.
        Current = "current",
        /// The 2021 preview: `privateEndpointILB` and its kin.
        ArcPreview = "arc-preview",
        /// The legacy `AksCompute` target of the first Python SDK and CLI.
        AksV1 = "aks-v1",
    }
    /// How Azure knows the cluster.
    Cluster {
        /// Through Azure Arc: anywhere, OpenShift included.
        Arc = "arc",
        /// Azure Kubernetes Service.
        Aks = "aks",
    }
    /// A question with two answers.
    YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
    /// What the cluster is to do.
    WorkloadKind {
        /// Training jobs and batch inference.
        Training = "training",
        /// Real-time endpoints.
        Inference = "inference",
        /// Both.
        Both = "both",
    }
    /// How clients reach an endpoint.
    Exposure {
        /// A load balancer with a public address.
        Public = "public",
        /// A load balancer with an address of the virtual network.
        Internal = "internal",
        /// A port on every node.
        NodePort = "node-port",
        /// An address that only the cluster knows.
        ClusterIp = "cluster-ip",
    }
    /// Whether traffic to an endpoint is encrypted.
    TransportKind {
        /// Encrypted.
        Https = "https",
        /// Readable on its way.
        Http = "http",
    }
    /// Where the endpoint's certificate comes from.
    CertificateKind {
        /// Two PEM files on the machine that runs the command.
        Files = "files",
        /// A Kubernetes secret in the cluster.
        Secret = "secret",
    }
    /// The identity that the compute acts with.
    IdentityKind {
        /// None of its own.
        None = "none",
        /// One that Azure makes and removes with the compute.
        SystemAssigned = "system-assigned",
        /// One that exists by itself.
        UserAssigned = "user-assigned",
    }
    /// What to do with an `AksCompute` target.
    Task {
        /// Make a new AKS cluster through the workspace.
        Create = "create",
        /// Attach an AKS cluster that exists.
        Attach = "attach",
        /// Take the cluster off the workspace.
        Detach = "detach",
    }
    /// What an `AksCompute` cluster is for.
    Purpose {
        /// Production: at least 12 virtual CPUs.
        Production = "production",
        /// Development and test.
        DevTest = "dev-test",
    }
    /// The load balancer of an `AksCompute` cluster.
    LoadBalancer {
        /// With a public address.
        Public = "public",
        /// With an address of the virtual network.
        Internal = "internal",
    }
    /// The shells that commands can be written for.
    Shell {
        /// bash, also zsh and dash.
        Bash = "bash",
        /// PowerShell, on Windows and elsewhere.
        PowerShell = "powershell",
        /// The Command Prompt of Windows.
        Cmd = "cmd",
    }
    /// How a command is laid out.
    Layout {
        /// One option a line.
        Lines = "lines",
        /// The whole command on one line.
        OneLine = "one-line",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_is_not_in_the_list_is_no_choice() {
        assert_eq!(Exposure::from_id("cluster-ip"), Some(Exposure::ClusterIp));
        assert_eq!(Exposure::from_id("Cluster-IP"), None);
        assert_eq!(Exposure::from_id(""), None);
    }
}
