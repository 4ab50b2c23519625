//! The script in bash.

use super::Language;
use crate::model::choice::Shell;

/// The templates of bash.
pub(super) const BASH: Language = Language {
    shell: Shell::Bash,
    // Texts in single quotes are meant literally, dollars, backslashes and curly quotes too: shellcheck need not ask.
    start: include_str!("bash/start.sh"),
    variable: "__name__='__value__'",
    home_variable: "__name__=\"$HOME\"/'__value__'",
    limits: include_str!("bash/limits.sh"),
    guard: include_str!("bash/guard.sh"),
    missing: "if [[ -z $__name__ || $__name__ == '<'* ]]; then unfilled+=(__id__); fi",
    // A subshell switches the trap off, so that a failure is reported once.
    functions: include_str!("bash/functions.sh"),
    context: include_str!("bash/context.sh"),
    pem: include_str!("bash/pem.sh"),
    wait: include_str!("bash/wait.sh"),
    actions: include_str!("bash/actions.sh"),
    no_steps: ":",
    refusal: include_str!("bash/refusal.sh"),
    reason: "echo '__reason__' >&2",
    check_context: "check_context",
    check_pem: "check_pem \"$__name__\"",
    begin: "step=__id__\necho \"== $step:\" '__title__'",
    until: "wait_for __state__ __ask__",
    run: "__run__",
    unless: "__other__ >/dev/null 2>&1 || __run__",
    exists: "__run__ || __other__",
    // `!` alone never ends a script, so `false` does.
    gone: "__run__ || ! __other__ >/dev/null 2>&1 || false",
    apply: include_str!("bash/apply.sh"),
    conflict: include_str!("bash/conflict.sh"),
    pattern: "__pattern__",
    between_patterns: " | ",
};
