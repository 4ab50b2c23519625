//! Names. A rule consists of the allowed characters, the minimum and maximum length, and the characters allowed at the
//! ends.

use super::{Problem, TextKind, Value, checked_text};
use crate::base::invisible::is_invisible;

/// The rule of a kind of name.
pub(super) struct NameRule {
    /// The minimum and maximum number of characters.
    pub(super) length: (usize, usize),
    /// The characters allowed anywhere.
    pub(super) allowed: fn(char) -> bool,
    /// The characters allowed at the start.
    pub(super) start: fn(char) -> bool,
    /// The characters allowed at the end.
    pub(super) end: fn(char) -> bool,
}

impl NameRule {
    /// Checks a name. Characters come before lengths, because a stray space is more useful to know than a count.
    pub(super) fn check(&self, text: &str) -> Result<(), Problem> {
        if let Some(stray) = text.chars().find(|c| is_invisible(*c)) {
            return Err(Problem::Invisible(stray));
        }
        if let Some(stray) = text.chars().find(|c| !(self.allowed)(*c)) {
            return Err(Problem::Character(stray));
        }
        let (min, max) = self.length;
        let actual = text.chars().count();
        if actual == 0 {
            return Err(Problem::Empty);
        }
        if actual < min {
            return Err(Problem::TooShort { min });
        }
        if actual > max {
            return Err(Problem::TooLong { max, actual });
        }
        match (text.chars().next(), text.chars().next_back()) {
            (Some(first), _) if !(self.start)(first) => Err(Problem::Start(first)),
            (_, Some(last)) if !(self.end)(last) => Err(Problem::End(last)),
            _ => Ok(()),
        }
    }
}

pub(super) fn alphanumeric(c: char) -> bool {
    c.is_ascii_alphanumeric()
}
fn letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}
fn lower_alphanumeric(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit()
}
fn lower_alphanumeric_or_hyphen(c: char) -> bool {
    lower_alphanumeric(c) || c == '-'
}
fn alphanumeric_or_hyphen(c: char) -> bool {
    alphanumeric(c) || c == '-'
}
fn alphanumeric_hyphen_or_underscore(c: char) -> bool {
    alphanumeric(c) || matches!(c, '-' | '_')
}
fn alphanumeric_or_underscore(c: char) -> bool {
    alphanumeric(c) || c == '_'
}
fn network_name(c: char) -> bool {
    alphanumeric(c) || matches!(c, '_' | '-' | '.')
}
fn any(_: char) -> bool {
    true
}

/// A DNS-1123 label: 1–63 lower-case letters, digits and hyphens, with no hyphen at either end.
/// <https://kubernetes.io/docs/concepts/overview/working-with-objects/names/>
pub(super) const DNS_1123_LABEL: NameRule = NameRule {
    length: (1, 63),
    allowed: lower_alphanumeric_or_hyphen,
    start: lower_alphanumeric,
    end: lower_alphanumeric,
};

/// A DNS-1123 subdomain: parts of lower-case letters, digits and hyphens, separated by dots, with no hyphen at either
/// end of a part and at most 253 characters in total. Kubernetes does not limit the length of a part.
pub(super) fn dns_1123_subdomain(text: &str) -> Result<(), Problem> {
    let pattern = NameRule {
        length: (1, 253),
        allowed: |c| lower_alphanumeric_or_hyphen(c) || c == '.',
        start: lower_alphanumeric,
        end: lower_alphanumeric,
    };
    pattern.check(text)?;
    let part = NameRule { length: (1, 253), ..DNS_1123_LABEL };
    parts(text, '.', |text| part.check(text))
}

/// Checks each part of a text, and reports which part has the problem.
pub(super) fn parts(
    text: &str,
    separator: char,
    check: impl Fn(&str) -> Result<(), Problem>,
) -> Result<(), Problem> {
    text.split(separator).map(str::trim).try_for_each(|part| match check(part) {
        Err(Problem::Empty) => Err(Problem::EmptyItem),
        Err(problem) if part != text => Err(problem.of(part)),
        checked => checked,
    })
}

fn whole_number(text: &str) -> Result<(), Problem> {
    let rule = NameRule { length: (1, usize::MAX), allowed: |c| c.is_ascii_digit(), start: any, end: any };
    rule.check(text)?;
    if text == "0" {
        return Err(Problem::Zero);
    }
    if text.starts_with('0') {
        return Err(Problem::LeadingZero);
    }
    match text.parse::<u16>() {
        Ok(_) => Ok(()),
        Err(_) => Err(Problem::TooGreat),
    }
}

/// The namespace in which the extension is installed.
pub const EXTENSION_NAMESPACE: &str = "azureml";

impl Namespace {
    /// Whether this is `default`, which exists in every cluster.
    pub fn is_default(&self) -> bool {
        self.as_str() == "default"
    }

    /// Whether nobody has to create it: Kubernetes creates `default`, and the extension its own namespace.
    pub fn exists_by_itself(&self) -> bool {
        self.is_default() || self.as_str() == EXTENSION_NAMESPACE
    }
}

/// A region: lower-case letters and digits. There is no list, because Azure adds regions. The name that people see, such as
/// `East US 2`, is the same in other letters and with spaces.
/// <https://learn.microsoft.com/azure/reliability/regions-list>
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region(Box<str>);

impl Value for Region {
    const KIND: TextKind = TextKind::Region;

    fn parse(text: &str) -> Result<Self, Problem> {
        let name = text.replace(' ', "").to_ascii_lowercase();
        let rule = NameRule {
            length: (2, 50),
            allowed: lower_alphanumeric,
            start: |c| c.is_ascii_lowercase(),
            end: any,
        };
        rule.check(&name)?;
        Ok(Self(name.into()))
    }

    fn as_str(&self) -> &str {
        &self.0
    }
}

impl ComputeName {
    /// Whether the name ends with a hyphen and digits, such as `edge-1`.
    pub fn ends_in_hyphen_and_digits(&self) -> bool {
        let rest = self.as_str().trim_end_matches(|c: char| c.is_ascii_digit());
        rest.len() < self.as_str().len() && rest.ends_with('-')
    }
}

impl WholeNumber {
    /// The number, 1 to 65 535.
    pub fn get(&self) -> u16 {
        self.as_str().parse().unwrap_or(u16::MAX)
    }
}

checked_text! {
    /// A resource group: 1–90 letters and digits of any script, `_ ( ) - .`, not ending in a full stop.
    /// <https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules>
    ResourceGroupName by |text| NameRule {
        length: (1, 90),
        allowed: |c| c.is_alphanumeric() || matches!(c, '_' | '(' | ')' | '-' | '.'),
        start: any,
        end: |c| c != '.',
    }.check(text);
    /// An AKS or Arc cluster: 1–63 letters, digits, `_` and `-`, a letter or digit at both ends.
    ClusterName by |text| NameRule {
        length: (1, 63), allowed: alphanumeric_hyphen_or_underscore, start: alphanumeric, end: alphanumeric,
    }.check(text);
    /// A whole number, 1 to 65 535, without leading zeros.
    WholeNumber by whole_number;
    /// A Kubernetes secret: a DNS-1123 subdomain.
    SecretName by dns_1123_subdomain;
    /// An extension, which is a Helm release: 1–53 letters, digits and `-`, with no `-` at either end. Helm's releases are in
    /// lower case, but a page of Microsoft's prints a capital, so [`crate::analysis::check`] warns of one.
    /// <https://helm.sh/docs/chart_best_practices/conventions/>
    ExtensionName by |text| NameRule {
        length: (1, 53), allowed: alphanumeric_or_hyphen, start: alphanumeric, end: alphanumeric,
    }.check(text);
    /// A version of the extension: digits, letters, dots, `-` and `+`, starting with a digit.
    ExtensionVersion by |text| NameRule {
        length: (1, 64),
        allowed: |c| alphanumeric(c) || matches!(c, '.' | '-' | '+'),
        start: |c| c.is_ascii_digit(),
        end: alphanumeric,
    }.check(text);
    /// A workspace: 3–33 letters, digits, `-` and `_`, a letter or digit first.
    WorkspaceName by |text| NameRule {
        length: (3, 33), allowed: alphanumeric_hyphen_or_underscore, start: alphanumeric, end: any,
    }.check(text);
    /// A Kubernetes compute: 2–24 letters, digits and `-`, a letter first, a letter or digit last. Azure's naming rules
    /// allow at most 16 characters; [`crate::analysis::check`] warns of a longer name.
    ComputeName by |text| NameRule {
        length: (2, 24), allowed: alphanumeric_or_hyphen, start: letter, end: alphanumeric,
    }.check(text);
    /// An `AksCompute` target: 2–24 letters, digits and `-`, a letter first, a letter or digit last. Azure's naming rules allow
    /// 2–16 characters, the page about `AksCompute` 3–24; [`crate::analysis::check`] warns of a name that only one allows.
    AksComputeName by |text| NameRule {
        length: (2, 24), allowed: alphanumeric_or_hyphen, start: letter, end: alphanumeric,
    }.check(text);
    /// A namespace: a DNS-1123 label.
    Namespace by |text| DNS_1123_LABEL.check(text);
    /// A virtual machine size: letters, digits and `_`. There is no list, because Azure adds sizes.
    VmSize by |text| NameRule {
        length: (2, 64), allowed: alphanumeric_or_underscore, start: letter, end: alphanumeric,
    }.check(text);
    /// A virtual network: 2–64 letters, digits, `_ - .`, a letter or digit first, neither `-` nor `.` last.
    VnetName by |text| NameRule {
        length: (2, 64), allowed: network_name, start: alphanumeric, end: alphanumeric_or_underscore,
    }.check(text);
    /// A subnet: 1–80 characters, otherwise the same rule as for a virtual network.
    SubnetName by |text| NameRule {
        length: (1, 80), allowed: network_name, start: alphanumeric, end: alphanumeric_or_underscore,
    }.check(text);
}
