//! How much of a wizard is shown: all of it, or the part that a chapter of somebody's document is about.

use crate::model::field::{Field, WizardStep};
use crate::plan::StepId;

/// What is shown. What is not shown stays as it was answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The steps that ask; nothing where all do.
    steps: Option<Vec<WizardStep>>,
    /// The fields that are asked for; nothing where all are.
    fields: Option<Vec<Field>>,
    /// The steps of the plan; nothing where all are shown.
    plan: Option<Vec<StepId>>,
}

impl Scope {
    /// What stands for no part at all.
    pub const NONE: &'static str = "none";

    /// Reads three lists of ids, parted by commas: steps of the wizard, fields, steps of the plan. A list that is empty,
    /// or has no id that is known, leaves nothing out. Gives back what is no id, too.
    pub fn read(steps: &str, fields: &str, plan: &str) -> (Self, Vec<String>) {
        let mut unknown = Vec::new();
        let step = |id: &str| WizardStep::ALL.into_iter().find(|step| step.id() == id);
        let plan_step = |id: &str| StepId::ALL.iter().copied().find(|step| step.id() == id);
        let scope = Self {
            steps: listed(steps, step, &mut unknown),
            fields: listed(fields, Field::from_id, &mut unknown),
            plan: listed(plan, plan_step, &mut unknown),
        };
        (scope, unknown)
    }

    /// Whether everything is shown.
    pub fn is_whole(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a field is asked for. A part of a plan that is named alone stands alone.
    pub fn asks(&self, field: Field) -> bool {
        match (&self.steps, &self.fields) {
            (None, None) => self.plan.as_ref().is_none_or(Vec::is_empty),
            (steps, fields) => {
                steps.as_ref().is_none_or(|steps| steps.contains(&field.row().step))
                    && fields.as_ref().is_none_or(|fields| fields.contains(&field))
            }
        }
    }

    /// Whether a field is named, and so not folded away.
    pub fn names(&self, field: Field) -> bool {
        self.fields.as_ref().is_some_and(|fields| fields.contains(&field))
    }

    /// Whether anything is asked for.
    pub fn has_questions(&self) -> bool {
        Field::ALL.iter().any(|field| self.asks(*field))
    }

    /// Whether a step of the plan is shown.
    pub fn shows(&self, step: StepId) -> bool {
        self.plan.as_ref().is_none_or(|plan| plan.contains(&step))
    }

    /// Whether all of the plan is shown.
    pub fn has_whole_plan(&self) -> bool {
        self.plan.is_none()
    }

    /// Whether anything of a plan is shown.
    pub fn has_plan(&self) -> bool {
        self.plan.as_ref().is_none_or(|plan| !plan.is_empty())
    }
}

/// The ids of a list that are known.
fn listed<T>(list: &str, known: impl Fn(&str) -> Option<T>, unknown: &mut Vec<String>) -> Option<Vec<T>> {
    let mut found = Vec::new();
    for id in list.split(',').map(str::trim).filter(|id| !id.is_empty()) {
        match known(id) {
            Some(one) => found.push(one),
            None if id == Scope::NONE => return Some(Vec::new()),
            None => unknown.push(id.to_owned()),
        }
    }
    (!found.is_empty()).then_some(found)
}
