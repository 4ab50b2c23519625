//! English: scenario files and their schema.

use crate::i18n::message;
use crate::model::scenario_file::{MAX_BYTES, ScenarioFileError};
use crate::text::finding::shown;

pub(super) fn error(error: &ScenarioFileError) -> String {
    match error {
        ScenarioFileError::TooLarge => {
            message!(
                "scenario-file.too-large",
                "this is too large for a scenario; at most {max-bytes} bytes are read. Is it the right file?"
            )
            .fill(&[("max-bytes", &MAX_BYTES.to_string())])
        }
        ScenarioFileError::NotText => {
            message!(
                "scenario-file.not-text",
                "this is no text. A scenario is a file of JSON in UTF-8; save it in that form."
            )
            .text().to_owned()
        }
        ScenarioFileError::NotJson { line, column } => message!(
            "scenario-file.not-json",
            "this is no JSON from line {line}, column {column} on. Look there, or just before, for a comma or a quotation mark that is missing or one too many, or for a comment, which JSON does not have."
        )
        .fill(&[("line", &line.to_string()), ("column", &column.to_string())]),
        ScenarioFileError::NotObject => {
            message!(
                "scenario-file.not-object",
                "this is JSON, but no scenario. One looks like {\"version\": 1, \"answers\": {\"cluster\": \"aks\"}}."
            )
            .text().to_owned()
        }
        ScenarioFileError::UnknownVersion(version) => message!(
            "scenario-file.unknown-version",
            "version {version} is not known here; it is the number 1, without quotation marks. A file of a later version needs a newer azureml-k8s."
        )
        .fill(&[("version", &shown(version))]),
        ScenarioFileError::NoAnswers => {
            message!(
                "scenario-file.no-answers",
                "there are no answers in it. They stand under \"answers\": {\"version\": 1, \"answers\": {\"cluster\": \"aks\"}}."
            )
            .text()
                .to_owned()
        }
        ScenarioFileError::AnswersNotObject => {
            message!(
                "scenario-file.answers-not-object",
                "the answers are no object. They look like \"answers\": {\"cluster\": \"aks\"}, a text a field."
            )
            .text().to_owned()
        }
    }
}
