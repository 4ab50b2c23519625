//! The parts of a wizard that are shown. The page shows all of them; the element in a host page shows those that its
//! author chooses.

/// The module of the page contains no embedded wizard, so that these methods are constants and compile to no code.
#[cfg(not(feature = "files"))]
mod page {
    use crate::model::field::Field;
    use crate::plan::StepId;
    use crate::web::dom::ElementView;
    use crate::web::state::wizard::Wizard;

    impl Wizard {
        /// Whether the wizard is embedded in a host page.
        pub fn is_embedded(self) -> bool {
            false
        }

        /// Makes an element a landmark for screen readers. In the page, the element already is one.
        pub fn landmark(self, part: ElementView) -> ElementView {
            part
        }

        /// Whether the wizard asks for a field when it applies.
        pub fn asks(self, _: Field) -> bool {
            true
        }

        /// Whether the author of a host page has listed a field, so that it is not folded.
        pub fn names(self, _: Field) -> bool {
            false
        }

        /// Whether a step of the plan is shown.
        pub fn shows(self, _: StepId) -> bool {
            true
        }

        /// Whether all of the plan is shown.
        pub fn has_complete_plan(self) -> bool {
            true
        }

        /// Whether the wizard asks for any field.
        pub fn has_questions(self) -> bool {
            true
        }
    }
}

#[cfg(feature = "files")]
mod embedded {
    use leptos::prelude::*;

    use crate::i18n::Language;
    use crate::model::answers::NotInList;
    use crate::model::choice::{Choice as _, Layout, Shell};
    use crate::model::field::Field;
    use crate::model::link;
    use crate::model::link::{Ignored, Reading};
    use crate::output::Style;
    use crate::output::report::Report;
    use crate::plan::StepId;
    use crate::plan::scope::Scope;
    use crate::web::dom::ElementView;
    use crate::web::state::dialog::Theme;
    use crate::web::state::environment::Environment;
    use crate::web::state::wizard::Wizard;

    /// Everything that a result depends on.
    #[derive(Clone, PartialEq, Eq)]
    pub struct State {
        /// The link to the answers.
        pub link: String,
        /// The shell and the layout.
        pub written: (Shell, Layout),
        /// The current language; `None` until the first texts are loaded.
        pub language: Option<Language>,
        /// Whether steps show misprints of documents.
        pub errata: bool,
    }

    impl Wizard {
        /// Whether the wizard is embedded in a host page.
        pub fn is_embedded(self) -> bool {
            self.environment.try_with_value(|environment| environment.is_embedded).unwrap_or_default()
        }

        /// Makes an element a group instead of a landmark in a host page. A host page has its own landmarks, and may have
        /// several wizards.
        pub fn landmark(self, part: ElementView) -> ElementView {
            if self.is_embedded() { part.attribute("role", "group") } else { part }
        }

        /// Whether the wizard asks for a field when it applies.
        pub fn asks(self, field: Field) -> bool {
            self.scope(|scope| scope.asks(field))
        }

        /// Whether the author of a host page has listed a field, so that it is not folded.
        pub fn names(self, field: Field) -> bool {
            self.scope(|scope| scope.names(field))
        }

        /// Whether a step of the plan is shown.
        pub fn shows(self, step: StepId) -> bool {
            self.scope(|scope| scope.shows(step))
        }

        /// Whether all of the plan is shown.
        pub fn has_complete_plan(self) -> bool {
            self.scope(Scope::has_complete_plan)
        }

        /// Whether the wizard asks for any field.
        pub fn has_questions(self) -> bool {
            self.scope(Scope::has_questions)
        }

        /// Reads the scope.
        pub fn scope<T: Default>(self, read: impl FnOnce(&Scope) -> T) -> T {
            self.environment.try_with_value(|environment| read(&environment.scope)).unwrap_or_default()
        }

        /// Embeds the wizard in a host page, and restores the stored preferences and progress. The colours are those of
        /// the host page. The language is not the one that was stored elsewhere.
        pub fn embed(self) {
            self.recall();
            self.view.update(|view| view.appearance.theme = Theme::Auto);
            self.environment.update_value(|environment| environment.is_embedded = true);
        }

        /// Limits the wizard to a scope. Call this before the view is built.
        pub fn show_only(self, scope: Scope) {
            self.environment.update_value(|environment| environment.scope = scope);
        }

        /// Opens a link, and returns the pairs that it could not use.
        pub fn set_link(self, text: &str) -> Vec<Ignored> {
            let Reading { answers, ignored } = link::read(text);
            self.adopt(answers);
            self.environment.update_value(|environment| environment.ignored.clone_from(&ignored));
            ignored
        }

        /// Sets a field to a text.
        ///
        /// # Errors
        /// If the field takes values from a list and the text is not one of them.
        pub fn set_field(self, field: Field, text: &str) -> Result<(), NotInList> {
            let answers = self.evaluation.try_with_untracked(|evaluation| evaluation.answers.clone());
            let Some(mut answers) = answers else { return Ok(()) };
            answers.set(field, text)?;
            self.set_answers(answers);
            Ok(())
        }

        /// Sets the shell without storing it. Returns whether the id is that of a shell.
        pub fn set_shell(self, id: &str) -> bool {
            let shell = Shell::from_id(id);
            if let Some(shell) = shell {
                self.change_preferences(|known| known.shell = shell);
            }
            shell.is_some()
        }

        /// The result in the form that the contract defines.
        pub fn report(self) -> Report {
            let (shell, layout) = untrack(|| self.shell_and_layout());
            let style = Style { shell, layout, errata: untrack(|| self.shows_errata()) };
            let ignored =
                self.environment.with_value(|environment: &Environment| environment.ignored.clone());
            self.peek_answers(|answers| {
                self.peek_outcome(|outcome| Report::new(answers, outcome, &ignored, style))
            })
        }

        /// The current values that a result depends on.
        pub fn state(self) -> State {
            State {
                link: self.link(),
                written: self.shell_and_layout(),
                language: self.language(),
                errata: self.shows_errata(),
            }
        }

        /// Frees the panels.
        pub fn close(self) {
            let panels = self.environment.try_update_value(|environment| environment.panels.take()).flatten();
            if let Some(panels) = panels {
                panels.free();
            }
        }
    }
}
