//! The state of the view: what is open, chosen or shown. None of it belongs to the scenario.
//!
//! It is one signal, because each type of signal adds code. Its parts are divided by concern.

use super::dialog::{DialogId, Theme};
use super::language::LanguageState;
use super::undo::Undoable;
use crate::model::field::{Field, WizardStep};
use crate::plan::preferences::Preferences;
use crate::web::panel_id::PanelId;

/// The state of the view.
#[derive(Clone, Copy)]
pub(super) struct ViewState {
    /// The questions.
    pub(super) questions: QuestionsView,
    /// The plan and the tables behind it.
    pub(super) plan: PlanView,
    /// The panels.
    pub(super) panels: PanelsView,
    /// Everything around the questions.
    pub(super) appearance: Appearance,
    /// The last change that can be undone or redone.
    pub(super) undoable: Option<Undoable>,
}

/// How the questions are shown.
#[derive(Clone, Copy)]
pub(super) struct QuestionsView {
    /// The step that was chosen; see [`Wizard::step`](super::Wizard::step) for the step that is shown.
    pub(super) step: WizardStep,
    /// The field that is being typed in, unless its text was already invalid: an unfinished name is not yet a wrong one.
    pub(super) typing: Option<Field>,
    /// The steps that have been shown and left.
    pub(super) left: [bool; WizardStep::ALL.len()],
    /// The steps whose advanced questions are unfolded.
    pub(super) unfolded: [bool; WizardStep::ALL.len()],
    /// Whether the presets are unfolded.
    pub(super) presets: bool,
    /// The field whose explanation is open.
    pub(super) explained: Option<Field>,
}

/// How the plan is shown.
#[derive(Clone, Copy)]
pub(super) struct PlanView {
    /// The open tables behind the plan, as one bit each.
    pub(super) open: u32,
    /// The button whose copying was refused last.
    pub(super) refused: Option<u32>,
    /// Whether steps show misprints of documents; `None` until the user decides.
    pub(super) errata: Option<bool>,
    /// The shell, the layout and the form of the plan, and the language.
    pub(super) preferences: Preferences,
    /// Counts how often a step has been ticked or unticked. Views of the progress depend on it.
    pub(super) ticks: u32,
}

/// How the panels are shown.
#[derive(Clone, Copy)]
pub(super) struct PanelsView {
    /// The panel that is open.
    pub(super) panel: Option<PanelId>,
    /// Whether the module has been loaded.
    pub(super) loading: Loading,
}

/// The parts around the questions: messages, dialogs, keys, colours, language.
#[derive(Clone, Copy)]
pub(super) struct Appearance {
    /// The current message for screen readers.
    pub(super) announcement: &'static str,
    /// The dialog that is open.
    pub(super) dialog: Option<DialogId>,
    /// Whether single keys are shortcuts.
    pub(super) keys: bool,
    /// The chosen colours.
    pub(super) theme: Theme,
    /// The language, and the one that is being loaded.
    pub(super) language: LanguageState,
}

impl Default for ViewState {
    fn default() -> Self {
        Self {
            questions: QuestionsView {
                step: WizardStep::Cluster,
                typing: None,
                left: Default::default(),
                unfolded: Default::default(),
                presets: false,
                explained: None,
            },
            plan: PlanView {
                open: 0,
                refused: None,
                errata: None,
                preferences: Preferences::default(),
                ticks: 0,
            },
            panels: PanelsView { panel: None, loading: Loading::NotRequested },
            appearance: Appearance {
                announcement: "",
                dialog: None,
                keys: true,
                theme: Theme::Auto,
                language: LanguageState::default(),
            },
            undoable: None,
        }
    }
}

/// Whether the module of the panels has been loaded.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Loading {
    /// Nothing has requested it yet.
    NotRequested,
    /// It is being loaded.
    InProgress,
    /// It is loaded.
    Done,
    /// It could not be loaded.
    Failed,
}
