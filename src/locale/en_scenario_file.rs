//! English: scenario files and their schema.

use crate::locale::en_finding::shown;
use crate::locale::message::message;
use crate::scenario_file::schema::SchemaText;
use crate::scenario_file::{MAX_BYTES, ScenarioFileError};

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
            .said().to_owned()
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
            .said().to_owned()
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
            .said()
                .to_owned()
        }
        ScenarioFileError::AnswersNotObject => {
            message!(
                "scenario-file.answers-not-object",
                "the answers are no object. They look like \"answers\": {\"cluster\": \"aks\"}, a text a field."
            )
            .said().to_owned()
        }
    }
}

pub(super) fn schema(text: SchemaText) -> &'static str {
    match text {
        SchemaText::Title => "Scenario of azureml-k8s",
        SchemaText::File => {
            "What a Kubernetes cluster is to do for an Azure Machine Learning workspace: the answers that the commands follow from. azureml-k8s plan --scenario FILE prints them."
        }
        SchemaText::Schema => "Where this schema lies, for the editor.",
        SchemaText::Version => "The version of the words that the answers are given in.",
        SchemaText::Answers => {
            "A text a field. What is left out has its default. Texts are not checked here as closely as by azureml-k8s plan."
        }
    }
}
