//! The user's preferences for how plans are written: shell, layout, forms and language. The browser stores them as
//! text; anything that cannot be read is ignored.

use crate::i18n::Language;
use crate::model::choice::{Choice as _, Layout, Shell};
use crate::plan::OutputId;

/// How plans are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preferences {
    /// The shell of the commands.
    pub shell: Shell,
    /// The layout of commands.
    pub layout: Layout,
    /// The chosen language. `None` means the browser's language.
    pub language: Option<Language>,
    /// The chosen forms, most recent first. Steps offer different forms, so a choice only affects the steps that offer
    /// that form.
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
    /// Reads a text that [`Preferences::write`] has written.
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

    /// Writes the preferences as form-urlencoded pairs, with the most recently chosen form last.
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

    /// Prefers a form wherever a step offers it.
    pub fn choose(&mut self, form: OutputId) {
        let mut last = Some(form);
        for place in &mut self.forms {
            std::mem::swap(place, &mut last);
            if last == Some(form) || last.is_none() {
                return;
            }
        }
    }

    /// The form to show out of those that a step offers: the most recently chosen one, or else the first. `None` if
    /// there are none.
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
        // Chooses each form once, then some of them again.
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
