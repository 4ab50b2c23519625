//! English: what is wrong with commands that were pasted, what is right, what to do.

use crate::erratum::ErratumId;
use crate::locale::en_finding::shown;
use crate::read::ReadId;

/// The sentence of a finding: `pasted` is where it stands, `right` what would be right there.
#[expect(clippy::too_many_lines, reason = "a row a finding")]
pub(super) fn finding(id: ReadId, pasted: &str, right: &str, known: bool) -> String {
    let (it, right) = (shown(pasted), shown(right));
    let meant = if right.is_empty() { String::new() } else { format!(" Write {right}.") };
    match id {
        ReadId::MisprintedKey => {
            format!("There is no setting {it}. Keys are case-sensitive.{meant}")
        }
        ReadId::UnknownKey => {
            format!("{it}: the wizard does not know this setting. It is left out of the scenario.")
        }
        ReadId::MisprintedValue => format!("“{it}” is not a value that is taken here.{meant}"),
        ReadId::UnknownOption if right.ends_with('=') && !pasted.starts_with('-') => {
            format!(
                "“{it}” belongs to no option: {right} takes one value. Put a blank in the place of the =."
            )
        }
        ReadId::UnknownOption if right.is_empty() && !pasted.starts_with('-') => {
            format!("“{it}” belongs to no option. Quote a value with blanks, or take this out.")
        }
        ReadId::UnknownOption if right.is_empty() => format!("This command has no option {it}. Take it out."),
        ReadId::UnknownOption => format!("This command has no option {it}.{meant}"),
        ReadId::MissingOption if right.starts_with("--namespace ") => {
            format!("{right} is missing. The extension looks for its secret there.")
        }
        ReadId::MissingOption if right.starts_with('-') => {
            format!("{right} is missing. The command needs it.")
        }
        ReadId::MissingOption if right.contains(',') => {
            format!("The extension needs one of these settings: {right}.")
        }
        ReadId::MissingOption => format!("The setting {right} is missing. Inference needs it."),
        ReadId::MissingValue => format!("{right} has no value. Give it one."),
        ReadId::MisplacedKey if right == "--config" => {
            format!("{it} need not be kept secret. Put it behind --config, where it can be read later.")
        }
        ReadId::MisplacedKey => format!("{it} is taken from {right} alone. Put it there."),
        ReadId::RepeatedKey | ReadId::RepeatedOption => {
            format!("{right} is given twice. The last one counts; take the other out.")
        }
        ReadId::MixedEditions if pasted.starts_with("nodeSelector.") => {
            format!(
                "{it} is a setting of newer versions, which the preview does not document. It decides where pods run: without it they run on any node."
            )
        }
        ReadId::MixedEditions if right.is_empty() => {
            format!("{it} is a setting of another edition than the rest of the command. Take it out.")
        }
        ReadId::MixedEditions => {
            format!(
                "{it} is a setting of the preview, which newer versions of k8s-extension do not heed.{meant}"
            )
        }
        ReadId::WrongProvider if right.is_empty() => {
            format!("{it} is no type of cluster that can be attached. Take the id of an AKS or Arc cluster.")
        }
        ReadId::WrongProvider => format!("{it} is the wrong provider and type for this cluster.{meant}"),
        ReadId::WrongValue if right.is_empty() => "This is too long to be the value of a field.".to_owned(),
        ReadId::WrongValue => format!("“{it}” is not taken here. Right would be: {right}."),
        ReadId::UnbalancedQuote => {
            format!("The quote {it} is never closed on its line. Put the second one, or take this one out.")
        }
        ReadId::CurlyQuote => {
            format!(
                "{it} is a quote of a word processor, which the shell takes for a letter. Type straight quotes."
            )
        }
        ReadId::WebDash => format!("{it} has a dash of a word processor.{meant}"),
        ReadId::WebSpace => {
            format!(
                "{it} is a blank of a web page, which the shell does not take for one. Type plain blanks."
            )
        }
        ReadId::MissingContinuation => {
            format!(
                "The line ends behind {it} without a continuation, so the shell runs the command without its next line.{meant}"
            )
        }
        ReadId::VariableLeft => {
            let what =
                if known { "The field stays empty; fill it in." } else { "What it stands for is not read." };
            format!("{it} gets its value elsewhere. {what}")
        }
        ReadId::PlaceholderLeft => {
            let what = if known { "The field stays empty; fill it in." } else { "Fill it in." };
            format!("{it} is a placeholder. {what}")
        }
        ReadId::SettingsFile if !right.is_empty() => {
            format!(
                "What stands in the file {it} is not read. Give it as options to have it checked: {right}."
            )
        }
        ReadId::SettingsFile => {
            format!(
                "What stands in the file {it} is not read. Paste its settings as key=value to have them checked."
            )
        }
        ReadId::ConflictingValue => {
            format!("{it}: another command says {right}. The first one counts; make them the same.")
        }
        ReadId::NoPair if right.is_empty() => {
            format!("“{it}” is no key=value. Quote a value with blanks, or take this out.")
        }
        ReadId::NoPair => format!("“{it}” is no key=value.{meant}"),
        ReadId::LeftOut => {
            format!("{it} is another {right}. What this command says is left out; read it by itself.")
        }
    }
}

/// The sentence of a misprint: what stands there, what is right, why. Where commands have it in other places than the
/// documents, the reason holds there too.
pub(super) fn erratum(id: ErratumId, pasted: &str, right: &str, why: &str) -> String {
    let it = shown(pasted);
    match id {
        ErratumId::MissingSpace => {
            format!("{it}: Without a blank before it, the option becomes part of the value. Put one there.")
        }
        ErratumId::TlsEnableInference => {
            format!(
                "{it}: This setting is for inference, which nothing switches on. Write enableInference=True beside it."
            )
        }
        ErratumId::UpdateExtensionType => {
            format!("{it}: az k8s-extension update refuses this option. Take it out.")
        }
        ErratumId::Backticks => format!(
            "{it}: In double quotes bash runs what stands between backticks, and PowerShell takes them out. Right would be: {right}"
        ),
        _ => format!("{it}: {why} Right would be: {right}"),
    }
}

/// A subscription that is named and not given by its id.
pub(super) fn subscription(pasted: &str) -> String {
    format!(
        "“{}” is no subscription id. The Azure CLI takes a name too, but the wizard needs the id. az account show prints it.",
        shown(pasted.trim_matches(['"', '\'']))
    )
}
