//! How much of a wizard is shown.

use azureml_k8s_wizard::model::field::{Field, WizardStep};
use azureml_k8s_wizard::plan::StepId;
use azureml_k8s_wizard::plan::scope::Scope;

fn asked(scope: &Scope) -> Vec<&'static str> {
    Field::ALL.iter().filter(|field| scope.asks(**field)).map(|field| field.id()).collect()
}

fn planned(scope: &Scope) -> Vec<&'static str> {
    StepId::ALL.iter().filter(|step| scope.shows(**step)).map(|step| step.id()).collect()
}

#[test]
fn without_a_list_everything_is_shown() {
    for lists in [["", "", ""], [" ", ",", ", ,"]] {
        let [steps, fields, plan] = lists;
        let (scope, unknown) = Scope::read(steps, fields, plan);
        assert!(
            scope.is_complete() && scope.has_questions() && scope.has_plan() && scope.has_complete_plan()
        );
        assert_eq!(asked(&scope).len(), Field::ALL.len());
        assert_eq!(planned(&scope).len(), StepId::ALL.len());
        assert!(unknown.is_empty());
    }
}

#[test]
fn a_step_asks_for_all_of_its_fields() {
    let (scope, _) = Scope::read("workload, endpoint", "", "");
    let of_steps = |field: &&Field| matches!(field.row().step, WizardStep::Workload | WizardStep::Endpoint);
    let wanted: Vec<_> = Field::ALL.iter().filter(of_steps).map(|field| field.id()).collect();
    assert_eq!(asked(&scope), wanted);
    assert!(wanted.contains(&"exposure") && wanted.contains(&"workload") && !wanted.contains(&"workspace"));
    assert!(scope.has_complete_plan() && !scope.is_complete());
}

#[test]
fn fields_are_asked_for_by_name_within_the_steps() {
    let (scope, _) = Scope::read("", "exposure,transport", "create-extension");
    assert_eq!(asked(&scope), ["exposure", "transport"]);
    assert_eq!(planned(&scope), ["create-extension"]);
    assert!(scope.names(Field::Exposure) && !scope.names(Field::Cname));
    let (both, _) = Scope::read("endpoint", "exposure,workspace", "");
    assert_eq!(asked(&both), ["exposure"]);
}

#[test]
fn a_part_of_a_plan_that_is_named_alone_stands_alone() {
    let (scope, _) = Scope::read("", "", "create-extension,verify-extension");
    assert_eq!(asked(&scope), [""; 0]);
    assert!(!scope.has_questions() && scope.has_plan() && !scope.has_complete_plan());
    assert_eq!(planned(&scope), ["create-extension", "verify-extension"]);
}

#[test]
fn questions_can_stand_without_a_plan() {
    let (scope, unknown) = Scope::read("", "", "none");
    assert!(scope.has_questions() && !scope.has_plan());
    assert!(unknown.is_empty());
    let (one, _) = Scope::read("", "region", "none");
    assert_eq!(asked(&one), ["region"]);
}

#[test]
fn an_unknown_id_is_reported_and_hides_nothing() {
    let (scope, unknown) = Scope::read("endpoints", "exposure,nodeport", "creat-extension");
    assert_eq!(unknown, ["endpoints", "nodeport", "creat-extension"]);
    assert_eq!(asked(&scope), ["exposure"]);
    assert!(scope.has_complete_plan());
}
