//! The script in PowerShell, from 5.1 on, on Windows and elsewhere.
//!
//! Programs are run in blocks that are passed to functions, since only their exit status shows whether one has failed.

use super::Language;
use crate::model::choice::Shell;

/// The templates of PowerShell.
pub(super) const POWERSHELL: Language = Language {
    shell: Shell::PowerShell,
    // The default of `$PSNativeCommandUseErrorActionPreference` differs between versions.
    start: include_str!("powershell/start.ps1"),
    variable: "$__name__ = '__value__'",
    home_variable: "$__name__ = \"$HOME/\" + '__value__'",
    limits: include_str!("powershell/limits.ps1"),
    guard: include_str!("powershell/guard.ps1"),
    missing: "if (-not $__name__ -or $__name__.StartsWith('<')) { $unfilled += '__id__' }",
    // What a program writes to its error stream is no failure in any version, and a program that is not found leaves the
    // exit status that was set before.
    functions: include_str!("powershell/functions.ps1"),
    context: include_str!("powershell/context.ps1"),
    pem: include_str!("powershell/pem.ps1"),
    wait: include_str!("powershell/wait.ps1"),
    actions: include_str!("powershell/actions.ps1"),
    no_steps: "",
    refusal: include_str!("powershell/refusal.ps1"),
    reason: "Write-Message '__reason__'",
    check_context: "Confirm-Context",
    check_pem: "Confirm-Pem $__name__",
    begin: "Start-Step '__id__' '__title__'",
    until: "Wait-State '__state__' { __ask__ }",
    run: "Invoke-Program { __run__ }",
    unless: "if (-not (Test-Program { __other__ })) { Invoke-Program { __run__ } }",
    exists: "Invoke-Program { __run__ } { __other__ }",
    gone: "Invoke-Removal { __run__ } { __other__ }",
    apply: include_str!("powershell/apply.ps1"),
    conflict: include_str!("powershell/conflict.ps1"),
    pattern: "'__pattern__'",
    between_patterns: ", ",
};
