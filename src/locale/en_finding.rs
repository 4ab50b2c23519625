//! English: what is wrong, what is allowed, what to do.

use crate::answers::Answers;
use crate::check::{ATTACHED_COMPUTE_NAME_MAX, RuleId};
use crate::choice::{Edition, Shell};
use crate::field::{Field, Kind};
use crate::link::{Ignored, Reason};
use crate::locale::en::counted;
use crate::locale::{Text, answer, choice_label, field_label, text};
use crate::repair::Repair;
use crate::scenario::Invalid;
use crate::value::name::{is_invisible, number, visible};
use crate::value::{Problem, TextKind};
use crate::write::Refusal;

pub(super) fn allowed(kind: TextKind) -> &'static str {
    match kind {
        TextKind::SubscriptionId => "A subscription id is a GUID: 8-4-4-4-12 hexadecimal digits.",
        TextKind::ResourceGroupName => {
            "Use 1 to 90 letters, digits, underscores, parentheses, hyphens and full stops, no full stop at the end."
        }
        TextKind::ClusterName => {
            "Use 1 to 63 letters (a–z), digits, hyphens and underscores, with a letter or digit at both ends."
        }
        TextKind::Region => "A region is written in lower-case letters and digits.",
        TextKind::WholeNumber => "Use a whole number from 1 to 65535.",
        TextKind::PemPath => {
            "Use any path on one line, without control characters and without characters that change the writing direction. The Azure CLI reads @file as the contents of a file, so write ./@file for a path that begins with @."
        }
        TextKind::SecretName => {
            "Use up to 253 lower-case letters, digits, hyphens and full stops, with a letter or digit at both ends of each part between full stops."
        }
        TextKind::DnsName => {
            "Give the name alone, without scheme, port or path: letters, digits and hyphens, in parts of up to 63 characters with full stops between them. It may begin with *."
        }
        TextKind::NodeSelector => {
            "Give label=value, several separated by commas. Labels and values have up to 63 letters, digits, hyphens, underscores and full stops."
        }
        TextKind::ExtensionName => {
            "Use 1 to 53 lower-case letters, digits and hyphens, with a letter or digit at both ends."
        }
        TextKind::ExtensionVersion => {
            "A version begins with a digit; letters, digits, full stops, hyphens and plus signs may follow."
        }
        TextKind::WorkspaceName => {
            "Use 3 to 33 letters (a–z), digits, hyphens and underscores, with a letter or digit first."
        }
        TextKind::ComputeName => {
            "Use 2 to 24 letters (a–z), digits and hyphens, with a letter first and a letter or digit last; up to 16 is safest."
        }
        TextKind::AksComputeName => {
            "Use 3 to 24 letters (a–z), digits and hyphens, with a letter first and a letter or digit last."
        }
        TextKind::Namespace => {
            "Use 1 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends."
        }
        TextKind::IdentityIds => {
            "Give whole resource ids of user-assigned identities, several separated by commas."
        }
        TextKind::VmSize => "Use letters, digits and underscores.",
        TextKind::VnetName => {
            "Use 2 to 64 letters (a–z), digits, underscores, hyphens and full stops; the first is a letter or digit, the last one of those or an underscore."
        }
        TextKind::SubnetName => {
            "Use 1 to 80 letters (a–z), digits, underscores, hyphens and full stops; the first is a letter or digit, the last one of those or an underscore."
        }
        TextKind::Cidr => "An IPv4 range is written as address/bits.",
        TextKind::IpAddress => "An IPv4 address is four numbers from 0 to 255 with full stops between them.",
    }
}

pub(super) fn invalid(invalid: &Invalid, answers: &Answers) -> String {
    let (field, edition) = (invalid.field, answers.edition());
    let wrong = problem(&invalid.problem, field, answers);
    let label = field_label(field);
    match (field.text_kind(edition), field.example(edition)) {
        (Some(kind), Some(example)) => format!("{label}: {wrong} {} For example: {example}", allowed(kind)),
        _ => {
            let offered: Vec<String> = field.choices(edition).map(|id| choice(field, id)).collect();
            format!("{label}: {wrong} Choose {}.", offered.join(", "))
        }
    }
}

/// What a shell is called.
pub(super) fn shell(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => "bash",
        Shell::PowerShell => "PowerShell",
        Shell::Cmd => "Command Prompt",
    }
}

pub(super) fn unwritable(in_shell: Shell, field: Field, refusal: Refusal) -> String {
    let (label, name) = (field_label(field), shell(in_shell));
    let what = match refusal {
        Refusal::Character(c) => character(c),
        Refusal::FinalBackslash => "a backslash at the end".to_owned(),
    };
    let instead = match field.row().kind {
        Kind::Text(TextKind::PemPath) => {
            ", choose a value without it, or put the setting into a JSON file for --config-protected-file"
        }
        _ => " or choose a value without it",
    };
    format!(
        "{label}: {name} cannot hand {what} on to every program unharmed, however it is quoted, so its placeholder stands in the commands. Take bash for this step{instead}."
    )
}

/// A value of a choice as it is called, with its id for whoever types it.
fn choice(field: Field, id: &'static str) -> String {
    format!("{} ({id})", choice_label(field, id))
}

/// The value of a choice that stands, whether or not the edition has it.
fn chosen(field: Field, answers: &Answers) -> String {
    let Kind::Choice(ids) = field.row().kind else { return String::new() };
    let id = ids.iter().find(|id| **id == answers.text(field));
    id.map_or_else(String::new, |id| choice(field, id))
}

fn problem(cause: &Problem, field: Field, answers: &Answers) -> String {
    match cause {
        Problem::TooShort { min } => format!("this is too short; it needs at least {min} characters."),
        Problem::TooLong { max, actual } => format!("this has {actual} characters; the maximum is {max}."),
        Problem::Character(c) => format!("{} is not allowed here.", character(*c)),
        Problem::Start(c) => format!("it cannot begin with {}.", character(*c)),
        Problem::End(c) => format!("it cannot end with {}.", character(*c)),
        Problem::Invisible(c) => {
            format!(
                "it holds the invisible character {}. Type the value anew rather than pasting it.",
                character(*c)
            )
        }
        Problem::Empty => "this is empty.".to_owned(),
        Problem::In { part, problem: of_part } => {
            format!("in “{}”, {}", shown(part), problem(of_part, field, answers))
        }
        Problem::Form => "this does not have the right form.".to_owned(),
        Problem::NoLeadingSlash => "a resource id begins with a slash.".to_owned(),
        Problem::ResourceType => "this is the id of another type of resource.".to_owned(),
        Problem::Repeated(item) => format!("{item} is given twice."),
        Problem::EmptyItem => "a part of it is empty; look for a separator too many.".to_owned(),
        Problem::LeadingZero => "leave out the leading zeros.".to_owned(),
        Problem::Zero => "zero is not enough.".to_owned(),
        Problem::TooGreat => "this number is too great.".to_owned(),
        Problem::OutsideRange => {
            format!("the address lies outside the service range {}.", answers.text(Field::ServiceCidr))
        }
        Problem::FirstOfRange => {
            "Kubernetes keeps the first address of the service range for itself; take a later one.".to_owned()
        }
        Problem::Overlap => {
            format!("the range overlaps the service range {}.", answers.text(Field::ServiceCidr))
        }
        Problem::NotInEdition => {
            format!(
                "{} does not exist in edition {}.",
                chosen(field, answers),
                chosen(Field::Edition, answers)
            )
        }
    }
}

/// A character so that it can be seen, whatever it is.
fn character(c: char) -> String {
    if c == ' ' {
        "a space".to_owned()
    } else if is_invisible(c) || c.is_whitespace() {
        number(c)
    } else {
        format!("“{c}”")
    }
}

pub(super) fn long_compute_name(name: &str) -> String {
    format!(
        "{}: this has {} characters. Azure's naming rules allow {ATTACHED_COMPUTE_NAME_MAX} for an attached compute; up to 24 may work, but a shorter name is safer.",
        field_label(Field::ComputeName),
        name.len(),
    )
}

pub(super) fn summary(errors: usize, left: usize) -> String {
    let problems = match errors {
        0 => String::new(),
        1 => "1 problem. ".to_owned(),
        _ => format!("{errors} problems. "),
    };
    match (errors, left) {
        (0, 0) => "The commands are ready.".to_owned(),
        (_, 0) => problems,
        (_, 1) => problems + "1 value to fill in.",
        _ => format!("{problems}{left} values to fill in."),
    }
}

pub(super) fn findings_heading(errors: usize, warnings: usize, left: usize) -> String {
    let counts = [
        (errors, " error", " errors"),
        (warnings, " note", " notes"),
        (left, " value to fill in", " values to fill in"),
    ];
    counted(text(Text::FindingsHeading), ": ", &counts, "")
}

pub(super) fn repair_label(repair: &Repair) -> String {
    let answer = shown(&answer(repair.field, &repair.text));
    match repair.field.row().kind {
        Kind::Text(_) => ["Write “", &answer, "”"].concat(),
        Kind::Choice(_) => [field_label(repair.field), ": ", &answer].concat(),
    }
}

pub(super) fn values_left(count: usize) -> String {
    format!("{count} {} still to fill in:", if count == 1 { "value is" } else { "values are" })
}

pub(super) fn placeholders_left(fields: &[Field], rules: &[RuleId], edition: Edition) -> String {
    let labels: Vec<&str> = fields.iter().map(|field| field_label(*field)).collect();
    let left = format!("{} {}.", values_left(fields.len()), labels.join(", "));
    rules.iter().fold(left, |text, rule| text + " " + rule_text(*rule, edition))
}

pub(super) fn rule_text(rule: RuleId, edition: Edition) -> &'static str {
    match rule {
        RuleId::EditionUnsupported => match edition {
            Edition::AksV1 => {
                "This edition uses the legacy CLI v1, out of support since 2025-09-30, and the Python SDK v1, out of support since 2026-06-30. For anything new, choose the current edition."
            }
            Edition::ArcPreview | Edition::Current => {
                "This edition is the 2021 preview. k8s-extension 1.2.0 replaced its keys, and its Python SDK v1 has been out of support since 2026-06-30. For anything new, choose the current edition."
            }
        },
        RuleId::ExposureExclusive => {
            "NodePort and an internal load balancer exclude each other. Keep the settings of one of them."
        }
        RuleId::CertificateOneSource => {
            "The certificate comes from two PEM files or from a secret, not from both (E40007). Leave one of them out."
        }
        RuleId::HttpNeedsOptIn => "HTTP needs allowInsecureConnections=True.",
        RuleId::HttpsNeedsCertificate if edition == Edition::Current => {
            "HTTPS needs a certificate and its key; if they and the CNAME do not fit together, the installation fails with E40007."
        }
        RuleId::HttpsNeedsCertificate => "HTTPS needs a certificate and its key.",
        RuleId::CertificateNeedsBothFiles => "A certificate and its key are two files, and both are needed.",
        RuleId::HttpsNeedsCname => {
            "HTTPS needs the CNAME of the endpoint, the one in its certificate (E40007)."
        }
        RuleId::IdentityIdsRequired => {
            "A user-assigned identity is named by its resource id. For an identity that Azure makes, choose system-assigned."
        }
        RuleId::PrivateClusterAttachOnly => {
            "A private cluster, or one with a Standard load balancer, cannot be created this way: create it in AKS, then attach it."
        }
        RuleId::OpenshiftNeedsArc => {
            "OpenShift clusters, Azure Red Hat OpenShift included, come in through Azure Arc. Choose Arc as the cluster, or answer the question about OpenShift with no."
        }
        RuleId::OpenshiftSccFirst => {
            "On OpenShift, grant the privileged SCC to the extension's service accounts before you install the extension."
        }
        RuleId::OpenshiftSelinux => {
            "On OpenShift, datasets of the Python SDK v1 need SELinux to be disabled on the worker nodes."
        }
        RuleId::SameSubscription => {
            "Cluster and workspace must be in the same subscription. A cluster elsewhere, AKS included, can be connected to Azure Arc in the workspace's subscription."
        }
        RuleId::InternalNeedsAks if edition == Edition::ArcPreview => {
            "Of the clusters that come in through Arc, AKS Engine alone makes internal load balancers. For another, choose NodePort, with a load balancer of your own in front."
        }
        RuleId::InternalNeedsAks => {
            "An internal load balancer works on AKS alone (E40003). On an Arc cluster choose NodePort or ClusterIP, with a load balancer of your own in front."
        }
        RuleId::LoadBalancerOnArc if edition == Edition::ArcPreview => {
            "Many clusters outside Azure cannot make a load balancer; the extension then fails. If yours cannot, choose NodePort."
        }
        RuleId::LoadBalancerOnArc => {
            "Many clusters outside Azure cannot make a load balancer; the extension then fails with E40001. If yours cannot, choose NodePort or ClusterIP."
        }
        RuleId::HttpPublic => {
            "Over HTTP on a public address, requests, responses and keys travel unencrypted. Choose HTTPS."
        }
        RuleId::HttpDevOnly => "HTTP is meant for development and test.",
        RuleId::NodePortUrl => {
            "The scoring URL is http(s)://<NodeIP>:<NodePort>/<scoring_path>, with the address of any node. If that node goes away, put in another one's."
        }
        RuleId::NodePortOwnLb => {
            "To reach this endpoint from outside the cluster's network, put your own load balancer and TLS termination in front."
        }
        RuleId::RouterHaNodes => {
            "Three router replicas need at least three nodes (E40002). Switch high availability off, or add nodes."
        }
        RuleId::NvidiaPluginPresent => {
            "The cluster has the NVIDIA device plug-in already; a second one can make the installation fail. Leave it out."
        }
        RuleId::LogAnalyticsCost => "A Log Analytics workspace is created, which may cost money.",
        RuleId::RelayDoNotTouch => match edition {
            Edition::ArcPreview => {
                "The extension makes an Azure Relay and an Azure Service Bus resource in the cluster's resource group. Leave them as they are: a change breaks attached computes."
            }
            Edition::Current | Edition::AksV1 => {
                "The extension makes an Azure Relay resource in the cluster's resource group. Leave it as it is: a change breaks attached computes."
            }
        },
        RuleId::NamespaceMustExist => {
            "Attaching neither creates nor checks the namespace. The plan creates it first; leave that step out if it exists."
        }
        RuleId::IdentityOnlyFirst => "Only the first of several user-assigned identities is used.",
        RuleId::VcpusProduction => {
            "A production cluster needs at least 12 virtual CPUs, nodes times cores. Add nodes, take a larger size, or choose development and test (dev-test) as the purpose."
        }
        RuleId::VcpusDevTest => "At least 2 virtual CPUs are recommended for development and test.",
        RuleId::DevTestNotProduction => {
            "A dev-test cluster has no fault tolerance and answers more slowly. It is not meant for production traffic."
        }
        RuleId::SingleAttachment => {
            "Attach a cluster once. A second attachment under another name breaks the first; to attach it anew, detach it before."
        }
        RuleId::NotIdempotent => {
            "Creating takes about 10 minutes. Running it again under the same name is an error."
        }
        RuleId::DetachKeepsCluster => "Detaching does not delete the AKS cluster.",
    }
}

pub(super) fn ignored(ignored: &Ignored) -> String {
    let Ignored { key, value, reason } = ignored;
    let (key, value) = (shown(key), shown(value));
    match reason {
        Reason::UnknownField => format!("{key}: there is no such field."),
        Reason::UnknownValue => {
            let allowed = match Field::from_id(&ignored.key).map(|field| field.row().kind) {
                Some(Kind::Choice(ids)) => ids.join(", "),
                Some(Kind::Text(_)) | None => String::new(),
            };
            format!("{key}: “{value}” is not one of {allowed}.")
        }
        Reason::EmptyValue => format!("{key}: no value is given."),
        Reason::NotText => format!("{key}: {value} is no text. Put the value in double quotes."),
        Reason::Repeated => format!("{key}: “{value}” is followed by another value, which counts."),
        Reason::UnknownVersion => {
            format!("{key}: version “{value}” is not known here. What could be read was read.")
        }
    }
}

/// A stranger's text so that it can be shown: no invisible character, not endless.
pub(super) fn shown(text: &str) -> String {
    const MAX: usize = 60;
    match text.char_indices().nth(MAX) {
        Some((end, _)) => visible(text.get(..end).unwrap_or_default()) + "…",
        None => visible(text),
    }
}
