//! Reads a scenario file, which may be edited by hand, written by a shell's redirection, or of an older version.

use serde_json::value::RawValue;

use super::{MAX_BYTES, ScenarioFileError};
use crate::base::json::{members, string};
use crate::model::field::Field;
use crate::model::link::{
    self, CONVERTERS, Converter, Ignored, Pairs, Reading, Reason, VERSION_KEY, is_known,
};

/// Reads the bytes of a file: UTF-8, or UTF-16 with a byte order mark, which is what `>` writes in Windows PowerShell.
///
/// # Errors
/// When the file is not a scenario.
pub fn read_bytes(bytes: &[u8]) -> Result<Reading, ScenarioFileError> {
    if bytes.len() > MAX_BYTES {
        return Err(ScenarioFileError::TooLarge);
    }
    let units = |to_unit: fn([u8; 2]) -> u16| {
        let pairs = bytes.chunks_exact(2).filter_map(|pair| <[u8; 2]>::try_from(pair).ok());
        String::from_utf16(&pairs.map(to_unit).collect::<Vec<u16>>())
    };
    let text = match bytes {
        [0xFF, 0xFE, ..] => units(u16::from_le_bytes).ok(),
        [0xFE, 0xFF, ..] => units(u16::from_be_bytes).ok(),
        _ => str::from_utf8(bytes).ok().map(str::to_owned),
    };
    read(&text.ok_or(ScenarioFileError::NotText)?)
}

/// Reads the text of a file. Ignored members are listed in the order of the file, but those that are not strings come
/// first. A file without a version has the first version, as a link does.
///
/// # Errors
/// When the file is not a scenario.
pub fn read(text: &str) -> Result<Reading, ScenarioFileError> {
    read_with(text, CONVERTERS)
}

/// Reads a file of any version that has a converter.
fn read_with(text: &str, converters: &[Converter]) -> Result<Reading, ScenarioFileError> {
    if text.len() > MAX_BYTES {
        return Err(ScenarioFileError::TooLarge);
    }
    // Windows editors may write a byte order mark, which is not part of the JSON.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let file: &RawValue = serde_json::from_str(text)
        .map_err(|error| ScenarioFileError::NotJson { line: error.line(), column: error.column().max(1) })?;
    let mut ignored = Vec::new();
    let mut answers: Option<&RawValue> = None;
    let mut pairs: Pairs<'_> = Vec::new();
    for (key, value) in members(file).ok_or(ScenarioFileError::NotObject)? {
        let reason = match key.as_str() {
            "$schema" => continue,
            "version" if is_known(value.get(), converters) => {
                pairs.push((VERSION_KEY.into(), value.get().into()));
                continue;
            }
            "version" => return Err(ScenarioFileError::UnknownVersion(value.get().to_owned())),
            "answers" => match answers.replace(value) {
                None => continue,
                Some(earlier) => {
                    ignored.push(pair(key, earlier, Reason::Repeated));
                    continue;
                }
            },
            _ => Reason::UnknownField,
        };
        ignored.push(pair(key, value, reason));
    }
    let answers = answers.ok_or(ScenarioFileError::NoAnswers)?;
    for (key, value) in members(answers).ok_or(ScenarioFileError::AnswersNotObject)? {
        match string(value) {
            // The key of a link's version is not a field.
            _ if key == VERSION_KEY => ignored.push(pair(key, value, Reason::UnknownField)),
            Some(text) => pairs.push((key.into(), text.into())),
            None if Field::from_id(&key).is_none() => ignored.push(pair(key, value, Reason::UnknownField)),
            None => ignored.push(pair(key, value, Reason::NotText)),
        }
    }
    let mut reading = link::read_with(pairs, converters);
    ignored.append(&mut reading.ignored);
    Ok(Reading { answers: reading.answers, ignored })
}

/// A member without effect. The value is the text of a string, or the JSON of anything else.
fn pair(key: String, value: &RawValue, reason: Reason) -> Ignored {
    Ignored { key, value: string(value).unwrap_or_else(|| value.get().to_owned()), reason }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::link::MADE_UP;

    /// In the made-up older versions, the workspace is called `hub` and the transport `ssl`.
    #[test]
    fn an_older_file_goes_through_every_converter_up_to_today() {
        let today = read(r#"{"version": 1, "answers": {"workspace": "mlw", "transport": "http"}}"#);
        for older in [
            r#"{"version": 0.8, "answers": {"hub": "mlw", "ssl": "off"}}"#,
            r#"{"answers": {"hub": "mlw", "ssl": "off"}, "version": 0.8}"#,
            r#"{"version": 0.9, "answers": {"workspace": "mlw", "ssl": "off"}}"#,
            r#"{"version": 1, "answers": {"workspace": "mlw", "transport": "http"}}"#,
            // A file without a version has the first version.
            r#"{"answers": {"hub": "mlw", "ssl": "off"}}"#,
        ] {
            assert_eq!(read_with(older, MADE_UP), today, "{older}");
        }
    }

    #[test]
    fn a_file_is_read_in_the_words_of_its_own_version() {
        let ignored = |text: &str| -> Vec<String> {
            let reading = read_with(text, MADE_UP).unwrap();
            reading.ignored.into_iter().map(|pair| pair.key).collect()
        };
        assert_eq!(ignored(r#"{"version": 0.9, "answers": {"hub": "mlw", "ssl": "off"}}"#), ["hub"]);
        assert_eq!(ignored(r#"{"version": 1, "answers": {"hub": "mlw", "ssl": "off"}}"#), ["hub", "ssl"]);
        for unknown in ["2", "0.7", "\"0.8\""] {
            let file = ["{\"version\": ", unknown, ", \"answers\": {}}"].concat();
            let error = ScenarioFileError::UnknownVersion(unknown.to_owned());
            assert_eq!(read_with(&file, MADE_UP), Err(error));
        }
    }
}
