//! The scope of an element: the complete wizard, or the part that a chapter of the surrounding documentation covers.

use crate::model::field::{Field, WizardStep};
use crate::plan::StepId;

/// The parts that are shown. The answers to hidden questions are kept.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scope {
    /// The visible steps of the wizard. `None` means all.
    steps: Option<Vec<WizardStep>>,
    /// The visible fields. `None` means all.
    fields: Option<Vec<Field>>,
    /// The visible steps of the plan. `None` means all.
    plan: Option<Vec<StepId>>,
}

impl Scope {
    /// The keyword for an empty list.
    pub const NONE: &'static str = "none";

    /// Reads three comma-separated lists of ids: steps of the wizard, fields, steps of the plan. A list that is empty
    /// or contains no known id means all. Also returns the unknown ids.
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
    pub fn is_complete(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a field is shown. If only steps of the plan are listed, no field is shown.
    pub fn asks(&self, field: Field) -> bool {
        match (&self.steps, &self.fields) {
            (None, None) => self.plan.as_ref().is_none_or(Vec::is_empty),
            (steps, fields) => {
                steps.as_ref().is_none_or(|steps| steps.contains(&field.row().step))
                    && fields.as_ref().is_none_or(|fields| fields.contains(&field))
            }
        }
    }

    /// Whether the list contains the field, which is then not folded away.
    pub fn names(&self, field: Field) -> bool {
        self.fields.as_ref().is_some_and(|fields| fields.contains(&field))
    }

    /// Whether any field is shown.
    pub fn has_questions(&self) -> bool {
        Field::ALL.iter().any(|field| self.asks(*field))
    }

    /// Whether a step of the plan is shown.
    pub fn shows(&self, step: StepId) -> bool {
        self.plan.as_ref().is_none_or(|plan| plan.contains(&step))
    }

    /// Whether the complete plan is shown.
    pub fn has_complete_plan(&self) -> bool {
        self.plan.is_none()
    }

    /// Whether any step of the plan is shown.
    pub fn has_plan(&self) -> bool {
        self.plan.as_ref().is_none_or(|plan| !plan.is_empty())
    }
}

/// The known ids of a list. `None` means all.
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
