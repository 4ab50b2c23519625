//! The values of each field that is a list of choices, one enum per list. The ids of the variants are the values that
//! links, form controls and the terminal use, so they are spelled only here.

/// A value from a list of choices.
pub trait Choice: Copy + PartialEq + Sized + 'static {
    /// Every value with its id, in the order in which they are offered.
    const ALL: &'static [(Self, &'static str)];
    /// The ids of [`Choice::ALL`], in the same order.
    const IDS: &'static [&'static str];

    /// The value with this id, if there is one.
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
    /// The generation of the product that a plan is for.
    Edition {
        /// Kubernetes compute, with the extension settings of k8s-extension 1.2.3 and newer.
        Current = "current",
        /// The 2021 preview, with `privateEndpointILB` and related settings.
        ArcPreview = "arc-preview",
        /// The legacy `AksCompute` target of the first Python SDK and CLI.
        AksV1 = "aks-v1",
    }
    /// How Azure knows the cluster.
    Cluster {
        /// Through Azure Arc: a cluster anywhere, including OpenShift.
        Arc = "arc",
        /// Azure Kubernetes Service.
        Aks = "aks",
    }
    /// A yes-or-no question.
    YesNo {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
    }
    /// What the cluster runs.
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
        /// A load balancer with an address in the virtual network.
        Internal = "internal",
        /// A port on every node.
        NodePort = "node-port",
        /// An address that is reachable only inside the cluster.
        ClusterIp = "cluster-ip",
    }
    /// Whether traffic to an endpoint is encrypted.
    TransportKind {
        /// Encrypted.
        Https = "https",
        /// Unencrypted.
        Http = "http",
    }
    /// Where the endpoint's certificate comes from.
    CertificateKind {
        /// Two PEM files on the machine that runs the command.
        Files = "files",
        /// A Kubernetes secret in the cluster.
        Secret = "secret",
    }
    /// The identity of the compute.
    IdentityKind {
        /// No identity.
        None = "none",
        /// An identity that Azure creates and deletes together with the compute.
        SystemAssigned = "system-assigned",
        /// An existing identity.
        UserAssigned = "user-assigned",
    }
    /// A task for an `AksCompute` target.
    Task {
        /// Create a new AKS cluster through the workspace.
        Create = "create",
        /// Attach an existing AKS cluster.
        Attach = "attach",
        /// Detach the cluster from the workspace.
        Detach = "detach",
    }
    /// The purpose of an `AksCompute` cluster.
    Purpose {
        /// Production: at least 12 virtual CPUs.
        Production = "production",
        /// Development and test.
        DevTest = "dev-test",
    }
    /// The load balancer of an `AksCompute` cluster.
    LoadBalancer {
        /// A public address.
        Public = "public",
        /// An address in the virtual network.
        Internal = "internal",
    }
    /// The shells for which commands can be written.
    Shell {
        /// bash, also zsh and dash.
        Bash = "bash",
        /// PowerShell, on Windows and elsewhere.
        PowerShell = "powershell",
        /// The Command Prompt of Windows.
        Cmd = "cmd",
    }
    /// The layout of a command.
    Layout {
        /// One option per line.
        Lines = "lines",
        /// The complete command on one line.
        OneLine = "one-line",
    }
    /// The formats in which the terminal prints a plan.
    PlanFormat {
        /// The complete result, for programs.
        Json = "json",
        /// The commands, as text that the shell can read.
        Text = "text",
        /// The run-book.
        Markdown = "markdown",
        /// A script for bash or PowerShell.
        Script = "script",
        /// The answers as a file for a repository.
        Scenario = "scenario",
    }
    /// The formats in which the terminal prints anything but a plan.
    ReportFormat {
        /// For programs.
        Json = "json",
        /// For people.
        Text = "text",
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
