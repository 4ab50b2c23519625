//! Generated regions between marks, in files that are otherwise written by hand.

use anyhow::{Context, Result, ensure};

/// The marks around a region in one kind of file.
pub(crate) struct Marks {
    /// Before the region's name.
    begin: &'static str,
    /// After the region's name.
    named: &'static str,
    /// After the region.
    end: &'static str,
}

/// `<!-- generated: name -->…<!-- end of generated -->`, within a line or around lines.
pub(crate) const MARKDOWN: Marks =
    Marks { begin: "<!-- generated: ", named: " -->", end: "<!-- end of generated -->" };

/// `// generated: name` and `// end of generated`, each on its own line.
pub(crate) const SCRIPT: Marks = Marks { begin: "// generated: ", named: "\n", end: "// end of generated\n" };

impl Marks {
    /// Returns the text with each region replaced by the result of `part` for its name.
    ///
    /// # Errors
    /// If the text has no region, a region has no end, or `part` does not know a name.
    pub(crate) fn filled(&self, text: &str, part: impl Fn(&str) -> Option<String>) -> Result<String> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once(self.begin) {
            let (name, after) = after.split_once(self.named).context("a mark has no end")?;
            let (_, after) =
                after.split_once(self.end).with_context(|| format!("no mark ends the region {name}"))?;
            let part = part(name).with_context(|| format!("there is no region {name} to generate"))?;
            filled.extend([before, self.begin, name, self.named, &part, self.end]);
            rest = after;
        }
        ensure!(!filled.is_empty(), "there is no region between marks");
        filled.push_str(rest);
        Ok(filled)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(name: &str) -> Option<String> {
        match name {
            "a" => Some("A".to_owned()),
            "b" => Some("B\n".to_owned()),
            _ => None,
        }
    }

    #[test]
    fn only_the_text_between_marks_is_replaced() {
        let text = "one <!-- generated: a -->old<!-- end of generated --> two\n\
                    <!-- generated: a --><!-- end of generated -->";
        let expected = "one <!-- generated: a -->A<!-- end of generated --> two\n\
                        <!-- generated: a -->A<!-- end of generated -->";
        assert_eq!(MARKDOWN.filled(text, part).unwrap(), expected);
        assert_eq!(MARKDOWN.filled(expected, part).unwrap(), expected);
        let text = "// one\n// generated: b\nold\n// end of generated\ntwo\n";
        let expected = "// one\n// generated: b\nB\n// end of generated\ntwo\n";
        assert_eq!(SCRIPT.filled(text, part).unwrap(), expected);
    }

    #[test]
    fn an_unusable_mark_is_an_error() {
        let error = |text| MARKDOWN.filled(text, part).unwrap_err().to_string();
        assert_eq!(error("nothing"), "there is no region between marks");
        assert_eq!(error("<!-- generated: a -->"), "no mark ends the region a");
        assert_eq!(
            error("<!-- generated: c --><!-- end of generated -->"),
            "there is no region c to generate"
        );
    }
}
