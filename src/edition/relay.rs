//! The name of the Azure Relay namespace that the CLI creates for an Arc cluster: the letters and digits of
//! `CLUSTER-SUBSCRIPTION-GROUP-relay`. If there are more than 50, the first 44 and six digits of a checksum.
//! <https://github.com/Azure/azure-cli-extensions/blob/main/src/k8s-extension/azext_k8s_extension/partner_extensions/AzureMLKubernetes.py>

use crate::model::value::{ClusterName, ResourceGroupName, Value as _};

/// A longer name is cut and gets a checksum.
const MAX: usize = 50;
/// What is left of such a name.
const CUT: usize = 44;
/// The letters and digits of a subscription and of `relay`.
const FIXED: usize = 32 + 5;

/// Whether Azure allows the name: 6 to 50 letters (a–z), digits and hyphens, a letter first, a letter or digit last.
/// Length and end are always right. The subscription and the checksum consist of hexadecimal digits.
pub(crate) fn is_valid_namespace(cluster: &ClusterName, group: &ResourceGroupName) -> bool {
    // The CLI keeps what Python calls alphanumeric, in any script.
    let kept = |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<Vec<char>>();
    let (cluster, group) = (kept(cluster.as_str()), kept(group.as_str()));
    let is_cut = cluster.len() + FIXED + group.len() > MAX;
    let left = if is_cut { CUT.saturating_sub(cluster.len() + 32) } else { group.len() };
    cluster.first().is_some_and(char::is_ascii_alphabetic) && group.iter().take(left).all(char::is_ascii)
}
