//! How much of a wizard is shown, and where: the page shows all of it, an element of somebody else's page what its author
//! asks for.

/// The page's own module has no element, so that none of this is code there.
#[cfg(not(feature = "files"))]
mod page {
    use crate::model::field::Field;
    use crate::plan::StepId;
    use crate::web::dom::ElementView;
    use crate::web::state::wizard::Wizard;

    impl Wizard {
        /// Whether it stands in somebody else's page.
        pub fn is_embedded(self) -> bool {
            false
        }

        /// A part of the page that readers of a screen go to at once.
        pub fn landmark(self, part: ElementView) -> ElementView {
            part
        }

        /// Whether a field is asked for, where it applies.
        pub fn asks(self, _: Field) -> bool {
            true
        }

        /// Whether a field is named by whoever shows a part, and so not folded away.
        pub fn names(self, _: Field) -> bool {
            false
        }

        /// Whether a step of the plan is shown.
        pub fn shows(self, _: StepId) -> bool {
            true
        }

        /// Whether all of the plan is shown.
        pub fn has_whole_plan(self) -> bool {
            true
        }

        /// Whether anything is asked for.
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

    /// What a result depends on.
    #[derive(Clone, PartialEq, Eq)]
    pub struct State {
        /// The link to the answers.
        pub link: String,
        /// The shell and the layout.
        pub written: (Shell, Layout),
        /// The language that is spoken, if any is by now.
        pub language: Option<Language>,
        /// Whether steps say where documents are wrong.
        pub errata: bool,
    }

    impl Wizard {
        /// Whether it stands in somebody else's page.
        pub fn is_embedded(self) -> bool {
            self.environment.try_with_value(|environment| environment.is_embedded).unwrap_or_default()
        }

        /// A part that is a landmark on the page. Somebody else's page has its own, and may have several wizards.
        pub fn landmark(self, part: ElementView) -> ElementView {
            if self.is_embedded() { part.attribute("role", "group") } else { part }
        }

        /// Whether a field is asked for, where it applies.
        pub fn asks(self, field: Field) -> bool {
            self.scope(|scope| scope.asks(field))
        }

        /// Whether a field is named by whoever shows a part, and so not folded away.
        pub fn names(self, field: Field) -> bool {
            self.scope(|scope| scope.names(field))
        }

        /// Whether a step of the plan is shown.
        pub fn shows(self, step: StepId) -> bool {
            self.scope(|scope| scope.shows(step))
        }

        /// Whether all of the plan is shown.
        pub fn has_whole_plan(self) -> bool {
            self.scope(Scope::has_whole_plan)
        }

        /// Whether anything is asked for.
        pub fn has_questions(self) -> bool {
            self.scope(Scope::has_questions)
        }

        /// Reads how much is shown.
        pub fn scope<T: Default>(self, read: impl FnOnce(&Scope) -> T) -> T {
            self.environment.try_with_value(|environment| read(&environment.scope)).unwrap_or_default()
        }

        /// Stands in somebody else's page from now on, and takes over what is remembered of plans there. Its colours are
        /// that page's, and its language is not what was once chosen elsewhere.
        pub fn embed(self) {
            self.recall();
            self.view.update(|view| view.appearance.theme = Theme::Auto);
            self.environment.update_value(|environment| environment.is_embedded = true);
        }

        /// Shows a part from now on. To be said before it is built.
        pub fn show_only(self, scope: Scope) {
            self.environment.update_value(|environment| environment.scope = scope);
        }

        /// Takes over a link, and gives back what it could not use.
        pub fn set_link(self, text: &str) -> Vec<Ignored> {
            let Reading { answers, ignored } = link::read(text);
            self.adopt(answers);
            self.environment.update_value(|environment| environment.ignored.clone_from(&ignored));
            ignored
        }

        /// Takes over a field's text.
        ///
        /// # Errors
        /// When it takes values of a list, and this is none of them.
        pub fn set_field(self, field: Field, text: &str) -> Result<(), NotInList> {
            let answers = self.evaluation.try_with_untracked(|evaluation| evaluation.answers.clone());
            let Some(mut answers) = answers else { return Ok(()) };
            answers.set(field, text)?;
            self.set_answers(answers);
            Ok(())
        }

        /// Writes for a shell without remembering that. Whether there is such a shell.
        pub fn set_shell(self, id: &str) -> bool {
            let shell = Shell::from_id(id);
            if let Some(shell) = shell {
                self.change_preferences(|known| known.shell = shell);
            }
            shell.is_some()
        }

        /// The result in the form of the contract.
        pub fn report(self) -> Report {
            let (shell, layout) = untrack(|| self.shell_and_layout());
            let style = Style { shell, layout, errata: untrack(|| self.shows_errata()) };
            let ignored =
                self.environment.with_value(|environment: &Environment| environment.ignored.clone());
            self.peek_answers(|answers| {
                self.peek_outcome(|outcome| Report::new(answers, outcome, &ignored, style))
            })
        }

        /// What a result depends on, as it stands by now.
        pub fn state(self) -> State {
            State {
                link: self.link(),
                written: self.shell_and_layout(),
                language: self.language(),
                errata: self.shows_errata(),
            }
        }

        /// Lets go of the second module.
        pub fn close(self) {
            let panels = self.environment.try_update_value(|environment| environment.panels.take()).flatten();
            if let Some(panels) = panels {
                panels.free();
            }
        }
    }
}
