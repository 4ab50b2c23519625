//! Subscriptions and resource ids.

use super::name::{NameRule, ResourceGroupName, alphanumeric};
use super::{Checked, Problem, Value, checked_text, items, unique_items};

fn guid(text: &str) -> Result<(), Problem> {
    if let Some(stray) = text.chars().find(|c| !c.is_ascii_hexdigit() && *c != '-') {
        return Err(Problem::Character(stray));
    }
    if text.split('-').map(str::len).eq([8, 4, 4, 4, 12]) { Ok(()) } else { Err(Problem::Form) }
}

/// `/subscriptions/<GUID>/resourceGroups/<rg>/providers/Microsoft.ManagedIdentity/userAssignedIdentities/<name>`.
/// Azure compares the segments case-insensitively.
fn identity_id(text: &str) -> Result<(), Problem> {
    let Some(rest) = text.strip_prefix('/') else {
        return Err(if text.to_ascii_lowercase().starts_with("subscriptions/") {
            Problem::NoLeadingSlash
        } else {
            Problem::Form
        });
    };
    let segments: Vec<&str> = rest.split('/').collect();
    let [subscriptions, subscription, groups, group, providers, provider, kind, name] = segments.as_slice()
    else {
        return Err(Problem::Form);
    };
    let fixed = [(subscriptions, "subscriptions"), (groups, "resourceGroups"), (providers, "providers")];
    if !fixed.iter().all(|(segment, name)| segment.eq_ignore_ascii_case(name)) {
        return Err(Problem::Form);
    }
    if !provider.eq_ignore_ascii_case("Microsoft.ManagedIdentity")
        || !kind.eq_ignore_ascii_case("userAssignedIdentities")
    {
        return Err(Problem::ResourceType);
    }
    guid(subscription).map_err(|problem| problem.of(subscription))?;
    ResourceGroupName::parse(group).map_err(|problem| problem.of(group))?;
    let rule = NameRule {
        length: (3, 128),
        allowed: |c| alphanumeric(c) || matches!(c, '-' | '_'),
        start: alphanumeric,
        end: |_| true,
    };
    rule.check(name).map_err(|problem| problem.of(name))
}

fn identity_ids(text: &str) -> Result<(), Problem> {
    unique_items(text, |id| identity_id(id).map(|()| id), str::eq_ignore_ascii_case)
}

checked_text! {
    /// A subscription: a GUID, 8-4-4-4-12 hexadecimal digits.
    SubscriptionId by guid;
    /// Resource ids of user-assigned identities, separated by commas.
    IdentityIds by identity_ids;
}

impl IdentityIds {
    /// The ids, at least one.
    pub fn iter(&self) -> impl Iterator<Item = Checked<'_>> {
        items(self.as_str()).map(Checked::new)
    }
}

impl SubscriptionId {
    /// Whether both are the same subscription. Azure compares case-insensitively.
    pub fn is_same(&self, other: &Self) -> bool {
        self.as_str().eq_ignore_ascii_case(other.as_str())
    }
}
