//! English: the description of a field, and the search for fields.

use crate::i18n::{message, plural, texts};

texts! {
    /// The texts of field descriptions and of the search.
    AboutText "about" {
        Form "Form",
        Values "Values",
        Default "By default",
        DefaultNone "nothing",
        Example "For example",
        Editions "Editions",
        Id "In links and in the terminal",
        Settings "Settings of the extension",
        Sources "Documentation",
        SearchLabel "Name of a question, or key of a setting",
        SearchResults "Questions",
        SearchNotAsked "does not apply",
    }
}

/// How many questions were found.
pub(super) fn found(count: usize) -> String {
    if count == 0 {
        return message!("about.found-none", "No match.").text().to_owned();
    }
    plural!("about.found", "1 question", "{count} questions").fill(count, &[])
}
