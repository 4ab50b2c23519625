//! English: what there is to tell of a field, and the way to one.

use super::en::texts;

texts! {
    /// The texts of what there is to tell of a field, and of the search.
    AboutText {
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
    match count {
        0 => "Nothing is called that.".to_owned(),
        1 => "1 question".to_owned(),
        _ => format!("{count} questions"),
    }
}
