//! A plan as a bash script: what sets up, in order, and what cleans up only when asked for. It stops at the first
//! command that fails, and does not start at all while a placeholder is left. Findings and notes stand in it as
//! comments.

use super::{bash, output_text};
use crate::answers::Answers;
use crate::choice::{Edition, Layout, Shell};
use crate::link;
use crate::locale::{self, Text};
use crate::plan::{OutputId, Step};
use crate::result::Outcome;

/// The script of an outcome.
pub fn script(answers: &Answers, outcome: &Outcome, layout: Layout) -> String {
    let plan = &outcome.plan;
    let mut lines: Vec<String> = vec!["#!/usr/bin/env bash".into()];
    lines.push(comment(&[locale::text(Text::ScriptTitle)]));
    lines.push(comment(&[locale::text(Text::ScriptLink), " #", &link::write(answers)]));
    for finding in &outcome.findings {
        lines.push(comment(&[finding.severity.id(), ": ", &locale::finding(finding, answers)]));
    }
    lines.push("set -euo pipefail".into());
    let left = plan.placeholders();
    if !left.is_empty() {
        let names: Vec<&str> = left.iter().map(|field| field.id()).collect();
        let message = [locale::text(Text::ScriptPlaceholders), " ", &names.join(", ")].concat();
        lines.push(String::new());
        lines.push(["echo ", &bash::quoted(&message), " >&2"].concat());
        lines.push("exit 1".into());
    }
    let (clean_up, set_up): (Vec<&Step>, Vec<&Step>) = plan.steps.iter().partition(|step| step.cleans_up);
    push_function("set_up", &set_up, plan.edition, layout, &mut lines);
    push_function("clean_up", &clean_up, plan.edition, layout, &mut lines);
    lines.push(String::new());
    lines.push("case \"${1:-set-up}\" in".into());
    lines.push("  set-up) set_up ;;".into());
    lines.push("  clean-up) clean_up ;;".into());
    lines.push("  *) echo \"usage: $0 [set-up|clean-up]\" >&2; exit 2 ;;".into());
    lines.push("esac".into());
    lines.push(String::new());
    lines.join("\n")
}

/// A comment of one line, whatever is put into it.
fn comment(texts: &[&str]) -> String {
    let text = texts.concat();
    ["# ", &text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>()].concat()
}

/// A function that runs steps; one without any does nothing.
fn push_function(name: &str, steps: &[&Step], edition: Edition, layout: Layout, lines: &mut Vec<String>) {
    lines.push(String::new());
    lines.push([name, "() {"].concat());
    if steps.is_empty() {
        lines.push(":".into());
    }
    for step in steps {
        lines.push(comment(&[step.id.id(), ": ", locale::step_title(step.id)]));
        lines.extend(step.notes.iter().map(|note| comment(&["  ", locale::note(*note, edition)])));
        for output in step.outputs.iter().filter(|output| output.id() == OutputId::Cli) {
            lines.push(output_text(output, Shell::Bash, layout));
        }
    }
    lines.push("}".into());
}
