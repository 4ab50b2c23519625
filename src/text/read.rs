//! English: findings in pasted commands: what is wrong, what is correct, what to do.

use crate::edition::setting::SettingKey;
use crate::i18n::{message, plural, sentences};
use crate::model::choice::Edition;
use crate::parse::read::{Evidence, ReadId};
use crate::plan::ErratumId;
use crate::text::finding::shown;

/// The message of a finding: `pasted` is the pasted text, `right` the correct text.
#[expect(clippy::too_many_lines, reason = "a row a finding")]
pub(super) fn finding(id: ReadId, pasted: &str, right: &str, known: bool) -> String {
    // A list of keys is the wizard's own text, and is not shortened.
    let keys = right;
    let (it, right) = (shown(pasted), shown(right));
    let meant = if right.is_empty() {
        String::new()
    } else {
        message!("read.meant", " Write {right}.").fill(&[("right", &right)])
    };
    match id {
        ReadId::MisprintedKey if SettingKey::formerly(pasted).is_some() => {
            message!(
                "read.misprinted-key.former",
                "{it} is a name that documents printed for {right}. No version accepts it.{meant}"
            )
            .fill(&[("it", &it), ("right", &right), ("meant", &meant)])
        }
        ReadId::MisprintedKey if right.is_empty() => {
            message!(
                "read.misprinted-key.second",
                "There is no setting {it}. It may be a second, misspelled form of a setting that the command has already. Remove it."
            )
            .fill(&[("it", &it)])
        }
        ReadId::MisprintedKey => {
            message!(
                "read.misprinted-key",
                "There is no setting {it}. Keys are case-sensitive.{meant}"
            )
            .fill(&[("it", &it), ("meant", &meant)])
        }
        ReadId::UnknownKey => {
            message!(
                "read.unknown-key",
                "{it}: the wizard does not know this setting. It is left out of the scenario."
            )
            .fill(&[("it", &it)])
        }
        ReadId::MisprintedValue => message!(
            "read.misprinted-value",
            "“{it}” is not a value that is accepted here.{meant}"
        )
        .fill(&[("it", &it), ("meant", &meant)]),
        ReadId::UnknownOption if right.ends_with('=') && !pasted.starts_with('-') => {
            message!(
                "read.unknown-option.tied",
                "“{it}” belongs to no option: {right} takes one value. Write a space in place of the =."
            )
            .fill(&[("it", &it), ("right", &right)])
        }
        ReadId::UnknownOption if right.is_empty() && !pasted.starts_with('-') => {
            message!(
                "read.unknown-option.stray",
                "“{it}” belongs to no option. Quote a value with spaces, or remove this."
            )
            .fill(&[("it", &it)])
        }
        ReadId::UnknownOption if right.is_empty() => message!(
            "read.unknown-option.none",
            "This command has no option {it}. Remove it."
        )
        .fill(&[("it", &it)]),
        ReadId::UnknownOption => message!(
            "read.unknown-option.meant",
            "This command has no option {it}.{meant}"
        )
        .fill(&[("it", &it), ("meant", &meant)]),
        ReadId::MissingOption if right.starts_with("--namespace ") => {
            message!(
                "read.missing-option.namespace",
                "{right} is missing. The extension looks for its secret there."
            )
            .fill(&[("right", &right)])
        }
        ReadId::MissingOption if right.starts_with('-') => {
            message!(
                "read.missing-option.option",
                "{right} is missing. The command needs it."
            )
            .fill(&[("right", &right)])
        }
        ReadId::MissingOption if right.contains(',') => {
            message!(
                "read.missing-option.any",
                "The extension needs one of these settings: {right}."
            )
            .fill(&[("right", &right)])
        }
        ReadId::MissingOption => message!(
            "read.missing-option.setting",
            "The setting {right} is missing. The Azure CLI refuses inference without it."
        )
        .fill(&[("right", &right)]),
        ReadId::MissingValue => message!(
            "read.missing-value",
            "{right} has no value. Give it one."
        )
        .fill(&[("right", &right)]),
        ReadId::MisplacedKey if right == "--config" => {
            message!(
                "read.misplaced-key.open",
                "{it} need not be kept secret. Put it after --config, where it can be read later."
            )
            .fill(&[("it", &it)])
        }
        ReadId::MisplacedKey => message!(
            "read.misplaced-key.protected",
            "{it} is accepted only in {right}. Put it there."
        )
        .fill(&[("it", &it), ("right", &right)]),
        ReadId::RepeatedKey | ReadId::RepeatedOption => {
            message!(
                "read.repeated-key",
                "{right} is given twice. The last one counts; remove the other."
            )
            .fill(&[("right", &right)])
        }
        ReadId::MixedEditions if SettingKey::NodeSelector.label_in(pasted).is_some() => {
            message!(
                "read.mixed-editions.node-selector",
                "{it} is a setting of newer versions, which the preview does not document. It decides where pods run: without it they run on any node."
            )
            .fill(&[("it", &it)])
        }
        ReadId::MixedEditions if right.is_empty() => {
            message!(
                "read.mixed-editions.other",
                "{it} is a setting of another edition than the rest of the command. Remove it."
            )
            .fill(&[("it", &it)])
        }
        ReadId::MixedEditions => {
            message!(
                "read.mixed-editions.preview",
                "{it} is a setting of the preview, which newer versions of k8s-extension ignore.{meant}"
            )
            .fill(&[("it", &it), ("meant", &meant)])
        }
        ReadId::WrongProvider if right.is_empty() => {
            message!(
                "read.wrong-provider.none",
                "{it} is not a type of cluster that can be attached. Use the id of an AKS or Arc cluster."
            )
            .fill(&[("it", &it)])
        }
        ReadId::WrongProvider => message!(
            "read.wrong-provider.meant",
            "{it} is the wrong provider and type for this cluster.{meant}"
        )
        .fill(&[("it", &it), ("meant", &meant)]),
        ReadId::WrongValue if right.is_empty() => message!(
            "read.wrong-value.too-long",
            "This is too long to be the value of a field."
        )
        .text().to_owned(),
        ReadId::WrongValue => message!(
            "read.wrong-value.meant",
            "“{it}” is not accepted here. Correct: {right}."
        )
        .fill(&[("it", &it), ("right", &right)]),
        ReadId::UnbalancedQuote => {
            message!(
                "read.unbalanced-quote",
                "The quote {it} is never closed on its line. Add the second one, or remove this one."
            )
            .fill(&[("it", &it)])
        }
        ReadId::CurlyQuote => {
            message!(
                "read.curly-quote",
                "{it} is a typographic quote, which the shell reads as a letter. Type straight quotes."
            )
            .fill(&[("it", &it)])
        }
        ReadId::WebDash => message!(
            "read.web-dash",
            "{it} contains a typographic dash.{meant}"
        )
        .fill(&[("it", &it), ("meant", &meant)]),
        ReadId::WebSpace => {
            message!(
                "read.web-space",
                "{it} is a special space from a web page, which the shell does not read as a space. Type plain \
                spaces."
            )
            .fill(&[("it", &it)])
        }
        ReadId::MissingContinuation => {
            message!(
                "read.missing-continuation",
                "The line ends after {it} without a continuation, so the shell runs the command without its next line.{meant}"
            )
            .fill(&[("it", &it), ("meant", &meant)])
        }
        ReadId::VariableLeft => {
            let what =
                if known { message!(
                    "read.variable-left.field",
                    "The field stays empty; fill it in."
                )
                .text() } else { message!("read.variable-left.unread", "Its value is not read.").text() };
            message!(
                "read.variable-left",
                "{it} gets its value elsewhere. {what}"
            )
            .fill(&[("it", &it), ("what", what)])
        }
        ReadId::PlaceholderLeft => {
            let what = if known { message!(
                "read.placeholder-left.field",
                "The field stays empty; fill it in."
            )
            .text() } else { message!("read.placeholder-left.fill", "Fill it in.").text() };
            message!(
                "read.placeholder-left",
                "{it} is a placeholder. {what}"
            )
            .fill(&[("it", &it), ("what", what)])
        }
        ReadId::SettingsFile if !right.is_empty() => {
            message!(
                "read.settings-file.meant",
                "The contents of the file {it} are not read. Give them as options to have them checked: {right}."
            )
            .fill(&[("it", &it), ("right", &right)])
        }
        ReadId::SettingsFile => {
            message!(
                "read.settings-file.paste",
                "The contents of the file {it} are not read. Paste its settings as key=value to have them \
                checked."
            )
            .fill(&[("it", &it)])
        }
        ReadId::ConflictingValue => {
            message!(
                "read.conflicting-value",
                "{it}: another command has {right}. The first one is used; make them the same."
            )
            .fill(&[("it", &it), ("right", &right)])
        }
        ReadId::NoPair if right.is_empty() => {
            message!(
                "read.no-pair.stray",
                "“{it}” is not key=value. Quote a value with spaces, or remove this."
            )
            .fill(&[("it", &it)])
        }
        ReadId::NoPair => message!(
            "read.no-pair.meant",
            "“{it}” is not key=value.{meant}"
        )
        .fill(&[("it", &it), ("meant", &meant)]),
        ReadId::DeprecatedOption => message!(
            "read.deprecated-option",
            "The Azure CLI calls {it} deprecated.{meant}"
        )
        .fill(&[("it", &it), ("meant", &meant)]),
        ReadId::ExclusiveOptions => message!(
            "read.exclusive-options",
            "The Azure CLI refuses {it} together with {right}. Use one of them."
        )
        .fill(&[("it", &it), ("right", &right)]),
        ReadId::OverwrittenValue => message!(
            "read.overwritten-value",
            "The Azure CLI replaces “{it}” with {right} and does not report it. Remove it."
        )
        .fill(&[("it", &it), ("right", &right)]),
        ReadId::NotCarriedOver => not_carried_over(&it, &right),
        ReadId::DuplicateKey => message!(
            "read.duplicate-key",
            "{right} is both a setting and a protected setting. The Azure CLI refuses that; remove one of them."
        )
        .fill(&[("right", &right)]),
        ReadId::MissingHyphens => message!(
            "read.missing-hyphens",
            "“{it}” is the name of an option without its hyphens.{meant}"
        )
        .fill(&[("it", &it), ("meant", &meant)]),
        ReadId::StraySetting => message!(
            "read.stray-setting",
            "{it} is a setting of the extension, and it follows no option. Put it after {right}."
        )
        .fill(&[("it", &it), ("right", &right)]),
        ReadId::OutOfOrder => message!(
            "read.out-of-order",
            "The namespace {it} is created after the cluster is attached. Create it first: attaching neither creates nor checks the namespace."
        )
        .fill(&[("it", &it)]),
        ReadId::TooMany => message!(
            "read.too-many",
            "A command with more than {right} settings is not read completely. The further settings are left out."
        )
        .fill(&[("right", &right)]),
        ReadId::MissingSettings => message!(
            "read.missing-settings",
            "The Azure CLI adds settings by itself, and this template lacks them: {right}. Without them, the installation can fail."
        )
        .fill(&[("right", keys)]),
        ReadId::VariableDefault => message!(
            "read.variable-default",
            "The text does not set {it}. Its default, {right}, is used."
        )
        .fill(&[("it", &it), ("right", &right)]),
        ReadId::LeftOut => {
            let what = match right.as_str() {
                "cluster" => message!("read.left-out.cluster", "cluster").text(),
                "extension" => message!("read.left-out.extension", "extension").text(),
                "compute" => message!("read.left-out.compute", "compute").text(),
                "product" => message!("read.left-out.product", "product").text(),
                "type of compute" => message!("read.left-out.compute-type", "type of compute").text(),
                other => other,
            };
            message!(
                "read.left-out",
                "{it} is another {what}. This command is left out; read it separately."
            )
            .fill(&[("it", &it), ("what", what)])
        }
    }
}

/// The other places of a finding, as `line:column`.
pub(super) fn places(named: &str, more: usize) -> String {
    let also = message!("read.places", "Also at {places}.").fill(&[("places", named)]);
    if more == 0 {
        return also;
    }
    let more =
        plural!("read.places-more", "And at 1 more place.", "And at {count} more places.").fill(more, &[]);
    sentences(&[&also, &more])
}

/// Why commands belong to an edition.
pub(super) fn edition_reason(evidence: Evidence, edition: Edition, pasted: &str) -> String {
    let message = match (evidence, edition) {
        (Evidence::Setting, Edition::Current) => message!(
            "read.edition.setting-current",
            "Edition: the current product, because it has the setting {it} and the preview does not."
        ),
        (Evidence::Setting, _) => message!(
            "read.edition.setting-preview",
            "Edition: the 2021 preview, because {it} is one of its settings."
        ),
        (Evidence::NoServiceType, _) => message!(
            "read.edition.no-service-type",
            "Edition: the 2021 preview, because {it} turns inference on without a type of service. Later versions refuse that."
        ),
        (Evidence::ToolVersion, _) => message!(
            "read.edition.tool-version",
            "Edition: the 2021 preview, because {it} is a version of k8s-extension from that time."
        ),
        (Evidence::FirstSdk, _) => message!(
            "read.edition.first-sdk",
            "Edition: the 2021 preview, because {it} belongs to azureml-core, the Python SDK of that time."
        ),
        (Evidence::LegacyCommand, _) => message!(
            "read.edition.legacy-command",
            "Edition: legacy AksCompute, because {it} belongs to the first generation of the Azure CLI for machine learning."
        ),
        (Evidence::VersionsCommand, _) => message!(
            "read.edition.versions-command",
            "Edition: legacy AksCompute, because only its documents use {it}."
        ),
    };
    message.fill(&[("it", &shown(pasted))])
}

/// The message of something that is read, but is not part of a plan. `what` is the first name of an option, or the key of
/// a setting.
fn not_carried_over(it: &str, what: &str) -> String {
    let means = match what {
        "--proxy-https" | "--proxy-http" | "--proxy-skip-range" | "--proxy-cert" => message!(
            "read.not-carried-over.proxy",
            "The plan connects the cluster without a proxy. Add the option to the plan's command."
        ),
        "--release-train" => {
            message!("read.not-carried-over.train", "The plan installs from the stable release train.")
        }
        "InstanceType" => {
            message!("read.not-carried-over.instance-type", "Apply it with kubectl, as before.")
        }
        "--kube-config" | "--kube-context" => {
            message!("read.not-carried-over.context", "The plan uses the current context of kubectl.")
        }
        "--enable-private-link" | "--private-link-scope-resource-id" => message!(
            "read.not-carried-over.private-link",
            "The plan connects the cluster without a private link. The documentation of Azure Arc does not list Azure Machine Learning among the extensions that a private link supports."
        ),
        _ if SettingKey::from_id(what) == Some(SettingKey::NginxIngressEnabled) => message!(
            "read.not-carried-over.ingress",
            "Without it, the Azure CLI installs the ingress controller on AKS, and leaves it out on Azure Arc. Add the setting to the plan's command to keep it."
        ),
        _ if SettingKey::from_id(what) == Some(SettingKey::RelayserverEnabled) => message!(
            "read.not-carried-over.relay",
            "Without it, the Azure CLI creates an Azure Relay for an Azure Arc cluster, and none for AKS. Add the setting to the plan's command to keep it."
        ),
        _ if SettingKey::from_id(what).is_some() => message!(
            "read.not-carried-over.setting",
            "Without it, the Azure CLI or the extension decides. Add the setting to the plan's command to keep it."
        ),
        _ => message!("read.not-carried-over.option", "Add it to the plan's command if you need it."),
    };
    message!(
        "read.not-carried-over",
        "The wizard has no question for {it}, so the plan leaves it out. {means}"
    )
    .fill(&[("it", it), ("means", means.text())])
}

/// The message of a misprint: the pasted text, the correct text, the reason. The reason also applies where a command has the
/// misprint in a different place than the documentation.
pub(super) fn erratum(id: ErratumId, pasted: &str, right: &str, why: &str) -> String {
    let it = shown(pasted);
    match id {
        ErratumId::MissingSpace => {
            message!(
                "read.misprint.missing-space",
                "{it}: Without a space before it, the option becomes part of the value. Insert one."
            )
            .fill(&[("it", &it)])
        }
        ErratumId::TlsEnableInference => {
            message!(
                "read.misprint.tls-enable-inference",
                "{it}: This setting is for inference, which is not switched on. Write enableInference=True \
                beside it."
            )
            .fill(&[("it", &it)])
        }
        ErratumId::UpdateExtensionType => {
            message!(
                "read.misprint.update-extension-type",
                "{it}: az k8s-extension update refuses this option. Remove it."
            )
            .fill(&[("it", &it)])
        }
        ErratumId::Backticks => message!(
            "read.misprint.backticks",
            "{it}: In double quotes bash runs the text between backticks, and PowerShell removes them. Correct: \
            {right}"
        )
        .fill(&[("it", &it), ("right", right)]),
        _ => message!(
            "read.misprint.other",
            "{it}: {why} Correct: {right}"
        )
        .fill(&[("it", &it), ("why", why), ("right", right)]),
    }
}

/// A subscription that is given by its name instead of its id.
pub(super) fn subscription(pasted: &str) -> String {
    message!(
        "read.subscription",
        "“{pasted}” is not a subscription id. The Azure CLI also accepts a name, but the wizard needs the id. az \
        account show prints it."
    )
    .fill(&[("pasted", &shown(pasted.trim_matches(['"', '\''])))])
}
