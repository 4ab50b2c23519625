//! English: the messages of findings: what is wrong, what is allowed, what to do.

use crate::analysis::check::{ATTACHED_COMPUTE_NAME_MAX, RuleId};
use crate::analysis::repair::Repair;
use crate::base::invisible::{is_invisible, number, visible};
use crate::i18n::{Message, listed, message, plural, sentences};
use crate::model::answers::Answers;
use crate::model::choice::{Edition, Shell};
use crate::model::field::{Field, Kind};
use crate::model::link::{Ignored, Reason};
use crate::model::scenario::Invalid;
use crate::model::value::{Problem, TextKind};
use crate::shell::Refusal;
use crate::text::field::{answer, choice_label, field_label, labelled};
use crate::text::page::counted;

#[expect(clippy::too_many_lines, reason = "a row a text")]
pub(super) fn allowed(kind: TextKind) -> Message {
    match kind {
        TextKind::SubscriptionId => {
            message!("form.subscription-id", "A subscription id is a GUID: 8-4-4-4-12 hexadecimal digits.")
        }
        TextKind::ResourceGroupName => {
            message!(
                "form.resource-group-name",
                "Use 1 to 90 letters, digits, underscores, parentheses, hyphens and full stops, no full stop at the end."
            )
        }
        TextKind::ClusterName => {
            message!(
                "form.cluster-name",
                "Use 1 to 63 letters (a–z), digits, hyphens and underscores, with a letter or digit at both ends."
            )
        }
        TextKind::Region => message!("form.region", "Write a region in lower-case letters and digits."),
        TextKind::WholeNumber => message!("form.whole-number", "Use a whole number from 1 to 65535."),
        TextKind::PemPath => {
            message!(
                "form.pem-path",
                "Use any path on one line, without control characters and without characters that change the writing direction. The Azure CLI reads @file as the contents of a file, so write ./@file for a path that begins with @."
            )
        }
        TextKind::SecretName => {
            message!(
                "form.secret-name",
                "Use up to 253 lower-case letters, digits, hyphens and full stops, with a letter or digit at both ends of each part between full stops."
            )
        }
        TextKind::DnsName => {
            message!(
                "form.dns-name",
                "Give the name alone, without scheme, port or path: letters, digits and hyphens, in parts of up to 63 characters with full stops between them. It may begin with *."
            )
        }
        TextKind::NodeSelector => {
            message!(
                "form.node-selector",
                "Give label=value, several separated by commas. Labels and values have up to 63 letters, digits, hyphens, underscores and full stops."
            )
        }
        TextKind::ExtensionName => {
            message!(
                "form.extension-name",
                "Use 1 to 53 letters (a–z, best in lower case), digits and hyphens, with a letter or digit at both ends."
            )
        }
        TextKind::ExtensionVersion => {
            message!(
                "form.extension-version",
                "A version begins with a digit; letters, digits, full stops, hyphens and plus signs may follow."
            )
        }
        TextKind::WorkspaceName => {
            message!(
                "form.workspace-name",
                "Use 3 to 33 letters (a–z), digits, hyphens and underscores, with a letter or digit first."
            )
        }
        TextKind::ComputeName => {
            message!(
                "form.compute-name",
                "Use 2 to 24 letters (a–z), digits and hyphens, with a letter first and a letter or digit last; up to 16 is safest."
            )
        }
        TextKind::AksComputeName => {
            message!(
                "form.aks-compute-name",
                "Use letters (a–z), digits and hyphens, with a letter first and a letter or digit last. Azure's naming rules allow 2 to 16 characters, the page about AksCompute 3 to 24: 3 to 16 suit both."
            )
        }
        TextKind::Namespace => {
            message!(
                "form.namespace",
                "Use 1 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends."
            )
        }
        TextKind::IdentityIds => {
            message!(
                "form.identity-ids",
                "Give full resource ids of user-assigned identities, several separated by commas."
            )
        }
        TextKind::VmSize => message!("form.vm-size", "Use letters, digits and underscores."),
        TextKind::VnetName => {
            message!(
                "form.vnet-name",
                "Use 2 to 64 letters (a–z), digits, underscores, hyphens and full stops; the first is a letter or digit, the last one of those or an underscore."
            )
        }
        TextKind::SubnetName => {
            message!(
                "form.subnet-name",
                "Use 1 to 80 letters (a–z), digits, underscores, hyphens and full stops; the first is a letter or digit, the last one of those or an underscore."
            )
        }
        TextKind::Cidr => message!("form.cidr", "Write an IPv4 range as address/bits."),
        TextKind::IpAddress => message!(
            "form.ip-address",
            "An IPv4 address is four numbers from 0 to 255 with full stops between them."
        ),
    }
}

pub(super) fn invalid(invalid: &Invalid, answers: &Answers) -> String {
    let (field, edition) = (invalid.field, answers.edition());
    let wrong = problem(&invalid.problem, field, answers);
    let label = field_label(field);
    match (field.text_kind(edition), field.example(edition)) {
        (Some(kind), Some(example)) => {
            let allowed = allowed(kind).text();
            message!("invalid.text", "{label}: {problem} {allowed} For example: {example}").fill(&[
                ("label", label),
                ("problem", &wrong),
                ("allowed", allowed),
                ("example", example),
            ])
        }
        _ => {
            let offered: Vec<String> = field.choices(edition).map(|id| choice(field, id)).collect();
            message!("invalid.choice", "{label}: {problem} Choose {values}.").fill(&[
                ("label", label),
                ("problem", &wrong),
                ("values", &listed(&offered)),
            ])
        }
    }
}

/// The name of a shell.
pub(super) fn shell(shell: Shell) -> &'static str {
    match shell {
        Shell::Bash => "bash",
        Shell::PowerShell => "PowerShell",
        Shell::Cmd => message!("shell.cmd", "Command Prompt").text(),
    }
}

pub(super) fn unwritable(in_shell: Shell, field: Field, refusal: Refusal) -> String {
    let (label, name) = (field_label(field), shell(in_shell));
    let what = match refusal {
        Refusal::Character(c) => character(c),
        Refusal::FinalBackslash => {
            message!("unwritable.final-backslash", "a backslash at the end").text().to_owned()
        }
    };
    let message = match field.row().kind {
        Kind::Text(TextKind::PemPath) => message!(
            "unwritable.path",
            "{label}: {shell} cannot pass {what} to every program unchanged, however it is quoted, so the \
            commands contain its placeholder. Use bash for this step, choose a value without it, or put the \
            setting into a JSON file for --config-protected-file."
        ),
        _ => message!(
            "unwritable.text",
            "{label}: {shell} cannot pass {what} to every program unchanged, however it is quoted, so the \
            commands contain its placeholder. Use bash for this step or choose a value without it."
        ),
    };
    message.fill(&[("label", label), ("shell", name), ("what", &what)])
}

/// The label of a value of a choice, with its id for users who type it.
fn choice(field: Field, id: &'static str) -> String {
    message!("value.with-id", "{label} ({id})").fill(&[("label", choice_label(field, id)), ("id", id)])
}

/// The current value of a choice, even if the edition does not have it.
fn chosen(field: Field, answers: &Answers) -> String {
    let Kind::Choice(ids) = field.row().kind else { return String::new() };
    let id = ids.iter().find(|id| **id == answers.text(field));
    id.map_or_else(String::new, |id| choice(field, id))
}

fn problem(cause: &Problem, field: Field, answers: &Answers) -> String {
    match cause {
        Problem::TooShort { min } => {
            message!("problem.too-short", "this is too short; it needs at least {min} characters.")
                .fill(&[("min", &min.to_string())])
        }
        Problem::TooLong { max, actual } => {
            message!("problem.too-long", "this has {actual} characters; the maximum is {max}.")
                .fill(&[("actual", &actual.to_string()), ("max", &max.to_string())])
        }
        Problem::Character(c) => message!("problem.character", "{character} is not allowed here.")
            .fill(&[("character", &character(*c))]),
        Problem::Start(c) => message!("problem.start", "it cannot begin with {character}.")
            .fill(&[("character", &character(*c))]),
        Problem::End(c) => {
            message!("problem.end", "it cannot end with {character}.").fill(&[("character", &character(*c))])
        }
        Problem::Invisible(c) => message!(
            "problem.invisible",
            "it contains the invisible character {character}. Type the value instead of pasting it."
        )
        .fill(&[("character", &character(*c))]),
        Problem::Empty => message!("problem.empty", "this is empty.").text().to_owned(),
        Problem::In { part, problem: of_part } => message!("problem.in", "in “{part}”, {problem}")
            .fill(&[("part", &shown(part)), ("problem", &problem(of_part, field, answers))]),
        Problem::Form => message!("problem.form", "this does not have the right form.").text().to_owned(),
        Problem::NoLeadingSlash => {
            message!("problem.no-leading-slash", "a resource id begins with a slash.").text().to_owned()
        }
        Problem::ResourceType => {
            message!("problem.resource-type", "this is the id of another type of resource.").text().to_owned()
        }
        Problem::Repeated(item) => {
            message!("problem.repeated", "{item} is given twice.").fill(&[("item", item)])
        }
        Problem::EmptyItem => {
            message!("problem.empty-item", "a part of it is empty; remove the extra separator.")
                .text()
                .to_owned()
        }
        Problem::LeadingZero => {
            message!("problem.leading-zero", "leave out the leading zeros.").text().to_owned()
        }
        Problem::Zero => message!("problem.zero", "zero is not enough.").text().to_owned(),
        Problem::TooGreat => message!("problem.too-great", "this number is too large.").text().to_owned(),
        Problem::OutsideRange => {
            message!("problem.outside-range", "the address lies outside the service range {range}.")
                .fill(&[("range", answers.text(Field::ServiceCidr))])
        }
        Problem::FirstOfRange => message!(
            "problem.first-of-range",
            "Kubernetes reserves the first address of the service range; use a later one."
        )
        .text()
        .to_owned(),
        Problem::Overlap => message!("problem.overlap", "the range overlaps the service range {range}.")
            .fill(&[("range", answers.text(Field::ServiceCidr))]),
        Problem::NotInEdition => {
            message!("problem.not-in-edition", "{value} does not exist in edition {edition}.")
                .fill(&[("value", &chosen(field, answers)), ("edition", &chosen(Field::Edition, answers))])
        }
    }
}

/// A visible form of any character.
fn character(c: char) -> String {
    if c == ' ' {
        message!("value.space", "a space").text().to_owned()
    } else if is_invisible(c) || c.is_whitespace() {
        number(c)
    } else {
        quoted(c.encode_utf8(&mut [0; 4]))
    }
}

/// A text in the quotation marks of the language.
fn quoted(text: &str) -> String {
    message!("value.quoted", "“{text}”").fill(&[("text", text)])
}

pub(super) fn long_compute_name(name: &str, edition: Edition) -> String {
    let allowed = match edition {
        Edition::AksV1 => message!(
            "invalid.long-compute-name.aks-v1",
            "{label}: this has {actual} characters. Azure's naming rules allow 2 to {max} for an attached compute, the page about AksCompute 3 to 24. A name of 3 to {max} characters suits both."
        ),
        Edition::Current | Edition::ArcPreview => long_name(),
    };
    allowed.fill(&[
        ("label", field_label(Field::ComputeName)),
        ("actual", &name.len().to_string()),
        ("max", &ATTACHED_COMPUTE_NAME_MAX.to_string()),
    ])
}

fn long_name() -> Message {
    message!(
        "invalid.long-compute-name",
        "{label}: this has {actual} characters. Azure's naming rules allow {max} for an attached compute; up to 24 may work, but a shorter name is safer."
    )
}

pub(super) fn summary(errors: usize, left: usize) -> String {
    let mut parts = Vec::new();
    if errors > 0 {
        parts.push(plural!("summary.problems", "1 problem.", "{count} problems.").fill(errors, &[]));
    }
    if left > 0 {
        parts.push(
            plural!("summary.left", "1 value to fill in.", "{count} values to fill in.").fill(left, &[]),
        );
    }
    if parts.is_empty() {
        return message!("summary.ready", "The commands are ready.").text().to_owned();
    }
    sentences(&parts)
}

pub(super) fn findings_heading(errors: usize, warnings: usize, left: usize) -> String {
    let counts = counted(&[
        (errors, plural!("findings.errors", "{count} error", "{count} errors")),
        (warnings, plural!("findings.warnings", "{count} note", "{count} notes")),
        (left, plural!("findings.left", "{count} value to fill in", "{count} values to fill in")),
    ]);
    if counts.is_empty() {
        return message!("findings.plain", "Worth a look").text().to_owned();
    }
    message!("findings.told", "Worth a look: {counts}").fill(&[("counts", &counts)])
}

pub(super) fn repair_label(repair: &Repair) -> String {
    let answer = shown(&answer(repair.field, &repair.text));
    match repair.field.row().kind {
        Kind::Text(_) => message!("repair.write", "Write “{text}”").fill(&[("text", &answer)]),
        Kind::Choice(_) => labelled(field_label(repair.field), &answer),
    }
}

pub(super) fn values_left(count: usize) -> String {
    plural!(
        "findings.values-left",
        "{count} value is still to fill in:",
        "{count} values are still to fill in:"
    )
    .fill(count, &[])
}

pub(super) fn placeholders_left(fields: &[Field], rules: &[RuleId], edition: Edition) -> String {
    let labels: Vec<&str> = fields.iter().map(|field| field_label(*field)).collect();
    let left = message!("findings.values-named", "{left} {fields}.")
        .fill(&[("left", &values_left(fields.len())), ("fields", &listed(&labels))]);
    rules.iter().fold(left, |text, rule| sentences(&[text.as_str(), rule_text(*rule, edition).text()]))
}

#[expect(clippy::too_many_lines, reason = "a row a text")]
pub(super) fn rule_text(rule: RuleId, edition: Edition) -> Message {
    match rule {
        RuleId::EditionUnsupported => match edition {
            Edition::AksV1 => {
                message!(
                    "rule.edition-unsupported.aks-v1",
                    "This edition uses the legacy CLI v1, out of support since 2025-09-30, and the Python SDK v1, out of support since 2026-06-30. For anything new, choose the current edition."
                )
            }
            Edition::ArcPreview | Edition::Current => {
                message!(
                    "rule.edition-unsupported.arc-preview",
                    "This edition is the 2021 preview. k8s-extension 1.2.0 replaced its keys, and its Python SDK v1 has been out of support since 2026-06-30. For anything new, choose the current edition."
                )
            }
        },
        RuleId::ExposureExclusive => {
            message!(
                "rule.exposure-exclusive",
                "NodePort and an internal load balancer exclude each other. Keep the settings of one of them."
            )
        }
        RuleId::CertificateOneSource => {
            message!(
                "rule.certificate-one-source",
                "Two PEM files and a secret are given. The Azure CLI uses the files and ignores the secret. Leave one of them out."
            )
        }
        RuleId::HttpNeedsOptIn => {
            message!("rule.http-needs-opt-in", "HTTP needs allowInsecureConnections=True.")
        }
        RuleId::HttpsNeedsCertificate if edition == Edition::Current => {
            message!(
                "rule.https-needs-certificate.current",
                "HTTPS needs a certificate and its key; if they and the CNAME do not match, the installation fails with E40007."
            )
        }
        RuleId::HttpsNeedsCertificate => {
            message!("rule.https-needs-certificate", "HTTPS needs a certificate and its key.")
        }
        RuleId::CertificateNeedsBothFiles => message!(
            "rule.certificate-needs-both-files",
            "A certificate and its key are two files. Both are needed."
        ),
        RuleId::HttpsNeedsCname => {
            message!(
                "rule.https-needs-cname",
                "HTTPS needs the CNAME of the endpoint, the one in its certificate (E40007)."
            )
        }
        RuleId::IdentityIdsRequired => {
            message!(
                "rule.identity-ids-required",
                "A user-assigned identity is named by its resource id. For an identity that Azure creates, choose system-assigned."
            )
        }
        RuleId::PrivateClusterAttachOnly => {
            message!(
                "rule.private-cluster-attach-only",
                "A private cluster, or one with a Standard load balancer, cannot be created this way: create it in AKS, then attach it."
            )
        }
        RuleId::OpenshiftNeedsArc => {
            message!(
                "rule.openshift-needs-arc",
                "OpenShift clusters, Azure Red Hat OpenShift included, are connected through Azure Arc. Choose \
                Arc as the cluster, or answer the question about OpenShift with no."
            )
        }
        RuleId::OpenshiftSccFirst => {
            message!(
                "rule.openshift-scc-first",
                "On OpenShift, grant the privileged SCC to the extension's service accounts before you install the extension."
            )
        }
        RuleId::OpenshiftSelinux => {
            message!(
                "rule.openshift-selinux",
                "On OpenShift, datasets of the Python SDK v1 need SELinux to be disabled on the worker nodes."
            )
        }
        RuleId::SameSubscription => {
            message!(
                "rule.same-subscription",
                "Cluster and workspace must be in the same subscription. A cluster elsewhere, AKS included, can be connected to Azure Arc in the workspace's subscription."
            )
        }
        RuleId::InternalNeedsAks if edition == Edition::ArcPreview => {
            message!(
                "rule.internal-needs-aks.arc-preview",
                "Among clusters connected through Arc, only AKS Engine makes internal load balancers. For \
                others, choose NodePort, with a load balancer of your own in front."
            )
        }
        RuleId::InternalNeedsAks => {
            message!(
                "rule.internal-needs-aks",
                "An internal load balancer works only on AKS (E40003). On an Arc cluster choose NodePort or \
                ClusterIP, with a load balancer of your own in front."
            )
        }
        RuleId::LoadBalancerOnArc if edition == Edition::ArcPreview => {
            message!(
                "rule.load-balancer-on-arc.arc-preview",
                "Many clusters outside Azure cannot create a load balancer; the extension then fails. If yours cannot, choose NodePort."
            )
        }
        RuleId::LoadBalancerOnArc => {
            message!(
                "rule.load-balancer-on-arc",
                "Many clusters outside Azure cannot create a load balancer; the extension then fails with E40001. If yours cannot, choose NodePort or ClusterIP."
            )
        }
        RuleId::HttpPublic => {
            message!(
                "rule.http-public",
                "Over HTTP on a public address, requests, responses and keys travel unencrypted. Choose HTTPS."
            )
        }
        RuleId::HttpDevOnly => message!("rule.http-dev-only", "HTTP is meant for development and test."),
        RuleId::NodePortUrl => {
            message!(
                "rule.node-port-url",
                "The scoring URL is http(s)://<NodeIP>:<NodePort>/<scoring_path>, with the address of any node. If that node is removed, use that of another."
            )
        }
        RuleId::NodePortOwnLb => {
            message!(
                "rule.node-port-own-lb",
                "To reach this endpoint from outside the cluster's network, put your own load balancer and TLS termination in front."
            )
        }
        RuleId::RouterHaNodes => {
            message!(
                "rule.router-ha-nodes",
                "High availability needs at least three nodes. On fewer, the Azure CLI switches it off when it creates the extension; a command that sets inferenceRouterHA=True fails with E40002."
            )
        }
        RuleId::NvidiaPluginPresent => {
            message!(
                "rule.nvidia-plugin-present",
                "The cluster has the NVIDIA device plug-in already. The documents of the 2021 preview warn that a second one makes the installation fail. Leave it out."
            )
        }
        RuleId::LogAnalyticsCost => {
            message!("rule.log-analytics-cost", "A Log Analytics workspace is created, which may cost money.")
        }
        RuleId::RelayDoNotTouch => match edition {
            Edition::ArcPreview => {
                message!(
                    "rule.relay-do-not-touch.arc-preview",
                    "The extension creates an Azure Relay and an Azure Service Bus resource in the cluster's resource group. Do not change them: a change breaks attached computes."
                )
            }
            Edition::Current | Edition::AksV1 => {
                message!(
                    "rule.relay-do-not-touch.current",
                    "The extension creates an Azure Relay resource in the cluster's resource group. Do not change it: a change breaks attached computes."
                )
            }
        },
        RuleId::NamespaceMustExist => {
            message!(
                "rule.namespace-must-exist",
                "Attaching neither creates nor checks the namespace. The plan creates it first; leave that step out if it exists."
            )
        }
        RuleId::ExtensionNameCapital => {
            message!(
                "rule.extension-name-capital",
                "The extension name has a capital letter. Helm, which installs the extension, wants lower case; Microsoft's page about interactive jobs prints a capital. Lower case is safe."
            )
        }
        RuleId::ComputeNameDigits => {
            message!(
                "rule.compute-name-digits",
                "The compute name ends with a hyphen and digits. The definition of Azure's interface excludes that from version 2025-12-01 on; write edge1 instead of edge-1."
            )
        }
        RuleId::RelayName => {
            message!(
                "rule.relay-name",
                "On an Arc cluster, the Azure CLI creates an Azure Relay namespace with a name made of the cluster's and the resource group's. These names give one that Azure does not allow: it must begin with a letter (a–z) and contain only such letters, digits and hyphens. Choose a cluster name that begins with a letter, and a resource group without letters outside a–z."
            )
        }
        RuleId::IdentityOnlyFirst => message!(
            "rule.identity-only-first",
            "Only the first of several user-assigned identities is used."
        ),
        RuleId::VcpusProduction => {
            message!(
                "rule.vcpus-production",
                "A production cluster needs at least 12 virtual CPUs, nodes times cores. Add nodes, choose a larger size, or choose development and test (dev-test) as the purpose."
            )
        }
        RuleId::NodesProduction => {
            message!(
                "rule.nodes-production",
                "A production cluster needs at least 3 nodes. Add nodes, or choose development and test (dev-test) as the purpose."
            )
        }
        RuleId::VcpusDevTest => message!(
            "rule.vcpus-dev-test",
            "At least 2 virtual CPUs are recommended for development and test."
        ),
        RuleId::DevTestNotProduction => {
            message!(
                "rule.dev-test-not-production",
                "A dev-test cluster has no fault tolerance and answers more slowly. It is not meant for production traffic."
            )
        }
        RuleId::SingleAttachment => {
            message!(
                "rule.single-attachment",
                "Attach a cluster once. A second attachment under another name breaks the first; to attach it \
                again, detach it first."
            )
        }
        RuleId::NotIdempotent => {
            message!(
                "rule.not-idempotent",
                "Creating takes about 10 minutes. Running it again under the same name is an error."
            )
        }
        RuleId::DetachKeepsCluster => {
            message!("rule.detach-keeps-cluster", "Detaching does not delete the AKS cluster.")
        }
    }
}

pub(super) fn ignored(ignored: &Ignored) -> String {
    let Ignored { key, value, reason } = ignored;
    let (key, value) = (shown(key), shown(value));
    match reason {
        Reason::UnknownField => {
            message!("ignored.unknown-field", "{key}: there is no such field.").fill(&[("key", &key)])
        }
        Reason::UnknownValue => {
            let allowed = match Field::from_id(&ignored.key).map(|field| field.row().kind) {
                Some(Kind::Choice(ids)) => ids.join(", "),
                Some(Kind::Text(_)) | None => String::new(),
            };
            message!("ignored.unknown-value", "{key}: “{value}” is not one of {allowed}.").fill(&[
                ("key", &key),
                ("value", &value),
                ("allowed", &allowed),
            ])
        }
        Reason::EmptyValue => {
            message!("ignored.empty-value", "{key}: no value is given.").fill(&[("key", &key)])
        }
        Reason::NotText => {
            message!("ignored.not-text", "{key}: {value} is not text. Put the value in double quotes.")
                .fill(&[("key", &key), ("value", &value)])
        }
        Reason::Repeated => message!("ignored.repeated", "{key}: “{value}” is overridden by a later value.")
            .fill(&[("key", &key), ("value", &value)]),
        Reason::UnknownVersion => message!(
            "ignored.unknown-version",
            "{key}: version “{value}” is not known. Everything that could be read was read."
        )
        .fill(&[("key", &key), ("value", &value)]),
    }
}

/// Shows untrusted text: without invisible characters, and shortened.
pub(super) fn shown(text: &str) -> String {
    const MAX: usize = 60;
    match text.char_indices().nth(MAX) {
        Some((end, _)) => visible(text.get(..end).unwrap_or_default()) + "…",
        None => visible(text),
    }
}
