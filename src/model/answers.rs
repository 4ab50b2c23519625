//! The user's answers: one text per field, whether typed, chosen or read from a link. Answers are never wrong by
//! themselves: [`crate::model::scenario`] interprets them and reports those that cannot be used.

use crate::model::choice::{Choice, Edition, YesNo};
use crate::model::field::{Field, Kind};

/// The answers of one scenario.
#[derive(Clone, Debug, Default)]
pub struct Answers {
    /// In the order of the field table. A field without an answer is absent.
    texts: Vec<(Field, String)>,
}

/// The error for a value that is not in the list of its field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotInList {
    /// The field.
    pub field: Field,
    /// The values that the field accepts.
    pub allowed: &'static [&'static str],
}

impl Answers {
    /// The text exactly as typed, with surrounding spaces. Empty if there is no answer.
    pub fn typed(&self, field: Field) -> &str {
        self.texts.iter().find(|(known, _)| *known == field).map_or("", |(_, text)| text)
    }

    /// The effective text: without surrounding spaces, or the default if that leaves nothing.
    pub fn text(&self, field: Field) -> &str {
        match self.given(field) {
            "" if field == Field::Edition => Edition::Current.id(),
            "" => field.default(self.edition()),
            text => text,
        }
    }

    /// The text that was typed, without surrounding spaces. Empty if there is no answer.
    pub fn given(&self, field: Field) -> &str {
        self.typed(field).trim()
    }

    /// The value of a choice. `None` only if the field is not a choice of this type.
    pub fn choice<T: Choice>(&self, field: Field) -> Option<T> {
        T::from_id(self.text(field))
    }

    /// Whether a yes-or-no question is answered with yes.
    pub fn yes(&self, field: Field) -> bool {
        self.choice(field) == Some(YesNo::Yes)
    }

    /// The edition.
    pub fn edition(&self) -> Edition {
        Edition::from_id(self.given(Field::Edition)).unwrap_or(Edition::Current)
    }

    /// Sets a field to a text. An empty text removes the answer.
    ///
    /// # Errors
    /// When the text is not in the list of a choice. The answers are then unchanged.
    pub fn set(&mut self, field: Field, text: &str) -> Result<(), NotInList> {
        if let Kind::Choice(allowed) = field.row().kind
            && !text.is_empty()
            && !allowed.contains(&text)
        {
            return Err(NotInList { field, allowed });
        }
        self.texts.retain(|(known, _)| *known != field);
        if !text.is_empty() {
            let place = self.texts.partition_point(|(known, _)| *known < field);
            self.texts.insert(place, (field, text.to_owned()));
        }
        Ok(())
    }

    /// Whether both have the same choices, and a text that differs from its default in the same fields. Which fields
    /// the form shows, and which may be left empty, depends on nothing else.
    #[must_use]
    pub fn is_outlined_like(&self, other: &Self) -> bool {
        fn outline((field, text): (Field, &str)) -> (Field, &str) {
            (field, if matches!(field.row().kind, Kind::Choice(_)) { text } else { "" })
        }
        self.differing().map(outline).eq(other.differing().map(outline))
    }

    /// The fields whose text differs from the default, each with that text, in the order of the table.
    pub fn differing(&self) -> impl Iterator<Item = (Field, &str)> {
        let edition = self.edition();
        self.texts
            .iter()
            .map(|(field, text)| (*field, text.trim()))
            .filter(move |(field, text)| !text.is_empty() && *text != field.default(edition))
    }
}

/// Answers are equal if the effective text of every field is equal, whether it was typed or is the default.
impl PartialEq for Answers {
    fn eq(&self, other: &Self) -> bool {
        self.differing().eq(other.differing())
    }
}

impl Eq for Answers {}

#[cfg(test)]
mod tests {
    use super::*;

    impl Answers {
        fn with(mut self, field: Field, text: &str) -> Self {
            self.set(field, text).unwrap();
            self
        }
    }

    #[test]
    fn a_choice_outside_its_list_is_refused_and_changes_nothing() {
        let mut answers = Answers::default().with(Field::Cluster, "aks");
        let refused = answers.set(Field::Cluster, "gke").unwrap_err();
        assert_eq!(refused.allowed, ["arc", "aks"]);
        assert_eq!(answers.text(Field::Cluster), "aks");
    }

    #[test]
    fn letters_of_a_text_change_no_outline_and_all_else_does() {
        let answers = Answers::default().with(Field::Cluster, "aks").with(Field::ResourceGroup, "rg");
        let is_alike = |other: &Answers| answers.is_outlined_like(other);
        assert!(is_alike(&answers.clone().with(Field::ResourceGroup, " another ")));
        assert!(is_alike(&answers.clone().with(Field::Namespace, "default")), "a default that is typed");
        assert!(!is_alike(&answers.clone().with(Field::ResourceGroup, " ")));
        assert!(!is_alike(&answers.clone().with(Field::Namespace, "ml")));
        assert!(!is_alike(&answers.clone().with(Field::Cluster, "arc")));
        assert!(!is_alike(&answers.clone().with(Field::Edition, "arc-preview")));
    }

    #[test]
    fn blanks_around_a_text_are_kept_for_the_form_and_do_not_count() {
        let answers = Answers::default().with(Field::ResourceGroup, "  rg ml ");
        assert_eq!(answers.typed(Field::ResourceGroup), "  rg ml ");
        assert_eq!(answers.text(Field::ResourceGroup), "rg ml");
    }

    #[test]
    fn a_typed_default_is_equal_to_none() {
        let typed = Answers::default().with(Field::Namespace, "default");
        assert_eq!(typed, Answers::default());
        assert_eq!(typed.typed(Field::Namespace), "default");
    }

    #[test]
    fn the_default_of_the_nvidia_plugin_follows_the_edition() {
        let preview = Answers::default().with(Field::Edition, "arc-preview");
        assert!(preview.yes(Field::NvidiaPlugin));
        assert!(!Answers::default().yes(Field::NvidiaPlugin));
        assert_ne!(preview.clone().with(Field::NvidiaPlugin, "no"), preview);
    }
}
