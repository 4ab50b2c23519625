//! A plan as a bash script: what sets up, in order, and what cleans up only when asked for. It stops at the first
//! command that fails, and does not start at all while a placeholder is left.

use super::output_text;
use crate::choice::{Layout, Shell};
use crate::locale::{self, Text};
use crate::plan::{OutputId, Plan, Step};

/// The script. Titles and notes of steps stand in it as comments.
pub fn bash(plan: &Plan, link: &str) -> String {
    let mut lines: Vec<String> = vec![
        "#!/usr/bin/env bash".into(),
        ["# ", locale::text(Text::ScriptTitle)].concat(),
        ["# ", locale::text(Text::ScriptLink), " #", link].concat(),
        "set -euo pipefail".into(),
    ];
    let left = plan.placeholders();
    if !left.is_empty() {
        let names: Vec<&str> = left.iter().map(|field| field.id()).collect();
        lines.push(String::new());
        lines.push(
            ["echo '", locale::text(Text::ScriptPlaceholders), " ", &names.join(", "), "' >&2"].concat(),
        );
        lines.push("exit 1".into());
    }
    let (clean_up, set_up): (Vec<&Step>, Vec<&Step>) =
        plan.steps.iter().partition(|step| step.id.cleans_up());
    lines.push(String::new());
    lines.push("set_up() {".into());
    for step in set_up {
        push_step(step, &mut lines);
    }
    lines.push("}".into());
    lines.push(String::new());
    lines.push("clean_up() {".into());
    for step in clean_up {
        push_step(step, &mut lines);
    }
    lines.push("}".into());
    lines.push(String::new());
    lines.push("case \"${1:-set-up}\" in".into());
    lines.push("  set-up) set_up ;;".into());
    lines.push("  clean-up) clean_up ;;".into());
    lines.push("  *) echo \"usage: $0 [set-up|clean-up]\" >&2; exit 2 ;;".into());
    lines.push("esac".into());
    lines.push(String::new());
    lines.join("\n")
}

fn push_step(step: &Step, lines: &mut Vec<String>) {
    lines.push(["# ", step.id.id(), ": ", locale::step_title(step.id)].concat());
    for output in step.outputs.iter().filter(|output| output.id() == OutputId::Cli) {
        lines.push(output_text(output, Shell::Bash, Layout::Lines));
    }
}
