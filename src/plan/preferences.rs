//! How somebody likes plans to be written: for which shell, in which layout and form, in which language. A browser keeps it as a text;
//! what cannot be read of it is passed over.

use crate::i18n::Language;
use crate::model::choice::{Choice as _, Layout, Shell};
use crate::plan::OutputId;

/// How plans are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// For which shell.
    pub shell: Shell,
    /// How commands are laid out.
    pub layout: Layout,
    /// The language that was chosen; nothing where the browser's is taken.
    pub language: Option<Language>,
    /// The forms that were chosen, the last one first. Steps differ in the forms that they have, so that one choice says
    /// nothing of steps that do not have it.
    forms: [Option<OutputId>; OutputId::ALL.len()],
}

impl Default for Preferences {
    fn default() -> Self {
        Self { shell: Shell::Bash, layout: Layout::Lines, language: None, forms: [None; OutputId::ALL.len()] }
    }
}

const SHELL: &str = "shell";
const LAYOUT: &str = "layout";
const LANGUAGE: &str = "lang";
const FORM: &str = "form";

impl Preferences {
    /// Reads a text made by [`Preferences::write`].
    pub fn read(text: &str) -> Self {
        let mut read = Self::default();
        for (key, value) in form_urlencoded::parse(text.as_bytes()) {
            match &*key {
                SHELL => read.shell = Shell::from_id(&value).unwrap_or(read.shell),
                LAYOUT => read.layout = Layout::from_id(&value).unwrap_or(read.layout),
                LANGUAGE => read.language = Language::from_tag(&value),
                FORM => {
                    if let Some(form) = OutputId::ALL.iter().find(|form| form.id() == value) {
                        read.choose(*form);
                    }
                }
                _ => {}
            }
        }
        read
    }

    /// The text: form-urlencoded pairs, the form that was chosen last at the end.
    pub fn write(&self) -> String {
        let mut text = form_urlencoded::Serializer::new(String::new());
        text.append_pair(SHELL, self.shell.id()).append_pair(LAYOUT, self.layout.id());
        if let Some(language) = self.language {
            text.append_pair(LANGUAGE, language.tag());
        }
        for form in self.forms.iter().rev().flatten() {
            text.append_pair(FORM, form.id());
        }
        text.finish()
    }

    /// Takes a form, from now on, wherever a step has it.
    pub fn choose(&mut self, form: OutputId) {
        let mut last = Some(form);
        for place in &mut self.forms {
            std::mem::swap(place, &mut last);
            if last == Some(form) || last.is_none() {
                return;
            }
        }
    }

    /// The form to show of those that a step has: the one that was chosen last, else the first. Nothing of none.
    pub fn form_of(&self, forms: &[OutputId]) -> Option<OutputId> {
        let chosen = self.forms.iter().flatten().find(|form| forms.contains(form));
        chosen.or_else(|| forms.first()).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCC: [OutputId; 3] = [OutputId::SccRolebinding, OutputId::SccOc, OutputId::SccUsers];
    const ATTACH: [OutputId; 3] = [OutputId::Cli, OutputId::Python, OutputId::Studio];

    #[test]
    fn a_form_that_is_chosen_is_shown_wherever_a_step_has_it() {
        let mut preferences = Preferences::default();
        assert_eq!(preferences.form_of(&ATTACH), Some(OutputId::Cli));
        assert_eq!(preferences.form_of(&SCC), Some(OutputId::SccRolebinding));
        assert_eq!(preferences.form_of(&[]), None);
        preferences.choose(OutputId::Python);
        preferences.choose(OutputId::SccOc);
        assert_eq!(preferences.form_of(&ATTACH), Some(OutputId::Python));
        assert_eq!(preferences.form_of(&SCC), Some(OutputId::SccOc));
        preferences.choose(OutputId::Cli);
        assert_eq!(preferences.form_of(&ATTACH), Some(OutputId::Cli));
        assert_eq!(preferences.form_of(&SCC), Some(OutputId::SccOc));
    }

    #[test]
    fn what_was_chosen_comes_back_from_the_text() {
        let mut preferences = Preferences::default();
        assert_eq!(Preferences::read(&preferences.write()), preferences);
        preferences.shell = Shell::PowerShell;
        preferences.layout = Layout::OneLine;
        preferences.language = Some(Language::Korean);
        // Each of them, and some of them again.
        for form in OutputId::ALL.iter().chain(&SCC).chain(&ATTACH) {
            preferences.choose(*form);
            assert_eq!(Preferences::read(&preferences.write()), preferences);
        }
        assert_eq!(preferences.forms.iter().flatten().count(), OutputId::ALL.len());
    }

    #[test]
    fn whatever_stands_in_the_browser_gives_preferences() {
        for text in
            ["", "&&&", "shell", "shell=fish", "layout=%FF", "form=Python&form=", "lang=tlh", "colour=red"]
        {
            assert_eq!(Preferences::read(text), Preferences::default(), "{text}");
        }
    }
}
