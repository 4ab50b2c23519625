//! Which texts of a plan may be copied, and what prevents it.

use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::analysis::outcome::{Outcome, outcome};
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::output::copying::{Verdict, copy_verdict};
use azureml_k8s_wizard::output::tokens::output_tokens;
use azureml_k8s_wizard::plan::{OutputId, StepId};
use azureml_k8s_wizard::shell::{Token, TokenKind};

use crate::support::linked;

const COMPLETE: &str = "cluster=aks&workload=training&subscription=11111111-2222-3333-4444-555555555555&resource-group=rg&cluster-name=c1&workspace=mlw";

fn of(link: &str) -> Outcome {
    outcome(&linked(link))
}

fn tokens(outcome: &Outcome, step: StepId, form: OutputId, shell: Shell) -> Vec<Token> {
    let outputs = &outcome.plan.step(step).unwrap_or_else(|| panic!("no {}", step.id())).outputs;
    let output = outputs.iter().find(|output| output.id == form).unwrap();
    output_tokens(output, shell, Layout::Lines)
}

fn verdict(outcome: &Outcome, step: StepId) -> Verdict {
    copy_verdict(outcome, Some(step), &tokens(outcome, step, OutputId::Cli, Shell::Bash))
}

#[test]
fn a_complete_scenario_may_be_copied_in_every_form_of_every_step() {
    let outcome = of(COMPLETE);
    for step in &outcome.plan.steps {
        for output in &step.outputs {
            let tokens = output_tokens(output, Shell::Bash, Layout::Lines);
            assert_eq!(copy_verdict(&outcome, Some(step.id), &tokens), Verdict::Allowed, "{}", step.id.id());
        }
    }
}

#[test]
fn a_missing_value_prevents_copying_only_where_it_is_missing() {
    let outcome = of(
        "cluster=aks&workload=training&subscription=11111111-2222-3333-4444-555555555555&resource-group=rg&cluster-name=c1",
    );
    assert_eq!(verdict(&outcome, StepId::VerifyExtension), Verdict::Allowed);
    assert_eq!(verdict(&outcome, StepId::VerifyCompute), Verdict::Placeholders(vec![Field::Workspace]));
}

#[test]
fn a_text_that_cannot_be_used_stops_all_of_a_step_that_it_stands_in_and_no_other() {
    let outcome = of(&COMPLETE.replace("=rg", "=a b"));
    let pods = tokens(&outcome, StepId::VerifyExtension, OutputId::Cli, Shell::Bash);
    let pods: Vec<Token> = pods.into_iter().skip_while(|token| token.text != "kubectl").collect();
    assert!(!pods.is_empty());
    let verdict_of_pods = copy_verdict(&outcome, Some(StepId::VerifyExtension), &pods);
    assert_eq!(verdict_of_pods, Verdict::Errors(vec![Field::ResourceGroup]));
    assert_eq!(verdict(&outcome, StepId::Tools), Verdict::Allowed);
}

#[test]
fn an_error_without_a_command_stops_the_step_of_the_choice() {
    let outcome = of(
        "cluster=arc&workload=inference&transport=http&exposure=internal&resource-group=rg&cluster-name=c1",
    );
    assert_eq!(
        verdict(&outcome, StepId::CreateExtension),
        Verdict::Errors(vec![Field::Cluster, Field::Exposure])
    );
    assert_eq!(verdict(&outcome, StepId::VerifyExtension), Verdict::Allowed);
}

#[test]
fn a_value_that_a_shell_cannot_carry_is_an_error_in_that_shell_alone() {
    let link = COMPLETE.replace("=rg", "=rg(prod)");
    let bash = of(&link).written_for(Shell::Bash);
    assert_eq!(verdict(&bash, StepId::VerifyExtension), Verdict::Allowed);
    let powershell = of(&link).written_for(Shell::PowerShell);
    let tokens = tokens(&powershell, StepId::VerifyExtension, OutputId::Cli, Shell::PowerShell);
    assert_eq!(
        copy_verdict(&powershell, Some(StepId::VerifyExtension), &tokens),
        Verdict::Errors(vec![Field::ResourceGroup])
    );
}

#[test]
fn contents_that_the_wizard_never_sees_are_a_gap_that_no_field_fills() {
    let outcome =
        of("cluster=aks&certificate=secret&tls-secret=s&cname=ml.example.org&cert-file=c.pem&key-file=k.pem");
    let manifest = tokens(&outcome, StepId::TlsSecret, OutputId::Manifest, Shell::Bash);
    assert_eq!(copy_verdict(&outcome, Some(StepId::TlsSecret), &manifest), Verdict::Placeholders(Vec::new()));
}

#[test]
fn every_error_stops_a_step_and_names_its_fields() {
    for link in [
        "cluster=aks&openshift=yes",
        "cluster=arc&exposure=internal",
        "subscription=11111111-2222-3333-4444-555555555555&workspace-subscription=21111111-2222-3333-4444-555555555555",
        "compute-name=1",
        "node-selector=x",
        "edition=arc-preview&exposure=cluster-ip",
        "edition=aks-v1&task=create&node-count=1",
        "edition=aks-v1&task=attach&vm-cores=1&node-count=1",
    ] {
        let outcome = of(link);
        let errors = outcome.findings.iter().filter(|finding| finding.severity == Severity::Error);
        let mut count = 0;
        for error in errors {
            count += 1;
            let is_stopped = outcome.plan.steps.iter().any(|step| {
                matches!(copy_verdict(&outcome, Some(step.id), &[]), Verdict::Errors(fields)
                    if error.fields.iter().all(|field| fields.contains(field)))
            });
            assert!(is_stopped, "{link}: {}", error.cause.id());
        }
        assert!(count > 0, "{link} has no error");
    }
}

#[test]
fn a_text_of_no_step_is_judged_by_the_values_in_it() {
    let outcome = of("resource-group=a b");
    let of_field = |field| [Token { kind: TokenKind::Placeholder(field), text: "<x>".into() }];
    let text = [Token { kind: TokenKind::Fixed, text: "az <x>".into() }];
    assert_eq!(copy_verdict(&outcome, None, &text), Verdict::Allowed);
    assert_eq!(
        copy_verdict(&outcome, None, &of_field(Field::ResourceGroup)),
        Verdict::Errors(vec![Field::ResourceGroup])
    );
    assert_eq!(
        copy_verdict(&outcome, None, &of_field(Field::Workspace)),
        Verdict::Placeholders(vec![Field::Workspace])
    );
}

#[test]
fn a_setting_is_known_by_its_key_and_nothing_else_is_taken_for_one() {
    let outcome = of("cluster=aks&cname=ml.example.org&router-ha=no&node-selector=a%3Db");
    let keys = |form| {
        let tokens = tokens(&outcome, StepId::CreateExtension, form, Shell::Bash);
        tokens.iter().filter_map(Token::setting).map(str::to_owned).collect::<Vec<_>>()
    };
    let keys_of_commands = keys(OutputId::Cli);
    assert!(keys_of_commands.contains(&"inferenceRouterHA".to_owned()), "{keys_of_commands:?}");
    assert!(keys_of_commands.contains(&"sslCname".to_owned()), "{keys_of_commands:?}");
    let attach = tokens(&outcome, StepId::AttachCompute, OutputId::Python, Shell::Bash);
    assert_eq!(attach.iter().find_map(Token::setting), None);
}
