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
                "this is not text. A scenario is a JSON file in UTF-8; save it in that form."
            )
            .text().to_owned()
        }
        ScenarioFileError::NotJson { line, column } => message!(
            "scenario-file.not-json",
            "this is not valid JSON from line {line}, column {column} on. Look there, or just before, for a \
            missing or extra comma or quotation mark, or for a comment, which JSON does not have."
        )
        .fill(&[("line", &line.to_string()), ("column", &column.to_string())]),
        ScenarioFileError::NotObject => {
            message!(
                "scenario-file.not-object",
                "this is JSON, but not a scenario. One looks like {\"version\": 1, \"answers\": {\"cluster\": \
                \"aks\"}}."
            )
            .text().to_owned()
        }
        ScenarioFileError::UnknownVersion(version) => message!(
            "scenario-file.unknown-version",
            "version {version} is not known; it is the number 1, without quotation marks. A file of a later version needs a newer azureml-k8s."
        )
        .fill(&[("version", &shown(version))]),
        ScenarioFileError::NoAnswers => {
            message!(
                "scenario-file.no-answers",
                "it contains no answers. They belong under \"answers\": {\"version\": 1, \"answers\": \
                {\"cluster\": \"aks\"}}."
            )
            .text()
                .to_owned()
        }
        ScenarioFileError::AnswersNotObject => {
            message!(
                "scenario-file.answers-not-object",
                "the answers are not an object. They look like \"answers\": {\"cluster\": \"aks\"}, one text per \
                field."
            )
            .text().to_owned()
        }
    }
}
