//! The table of the terminal's commands and options. The help, the list of commands and the reference in `docs/terminal.md`
//! are written from it. A test runs every command with every option.

use crate::i18n::Language;
use crate::model::choice::{Choice, Layout, PlanFormat, ReportFormat, Shell, YesNo};

/// The name of the program.
pub const PROGRAM: &str = "azureml-k8s";

/// A command.
#[derive(Debug)]
pub struct CommandRow {
    /// Its name.
    pub name: &'static str,
    /// Its arguments, in the order of the synopsis.
    pub arguments: &'static [Argument],
    /// What it does.
    pub purpose: &'static str,
}

/// An argument of a command.
#[derive(Debug)]
pub enum Argument {
    /// An option.
    Option(&'static OptionRow),
    /// One of two options.
    Either(&'static OptionRow, &'static OptionRow),
    /// Positional arguments, as the synopsis writes them.
    Operands(&'static str),
}

/// An option. Each has a value.
#[derive(Debug, PartialEq, Eq)]
pub struct OptionRow {
    /// Its name.
    pub name: &'static str,
    /// The form of its value.
    pub takes: Takes,
    /// The value without the option; empty if there is none, or if it depends on the scenario.
    pub default: &'static str,
    /// What it is for.
    pub purpose: &'static str,
}

/// The form of an option's value.
#[derive(Debug, PartialEq, Eq)]
pub enum Takes {
    /// One of these ids.
    OneOf(&'static [&'static str]),
    /// A value that the help explains under this name.
    Name(&'static str),
}

const PRESET: OptionRow = OptionRow {
    name: "--preset",
    takes: Takes::Name("PRESET"),
    default: "",
    purpose: "start from the choices of a preset",
};
const LINK: OptionRow =
    OptionRow { name: "--link", takes: Takes::Name("LINK"), default: "", purpose: "start from a link" };
const SCENARIO: OptionRow = OptionRow {
    name: "--scenario",
    takes: Takes::Name("FILE"),
    default: "",
    purpose: "start from a scenario file; - is standard input",
};
const PLAN_FORMAT: OptionRow = OptionRow {
    name: "--format",
    takes: Takes::OneOf(PlanFormat::IDS),
    default: "text",
    purpose: "how to print the plan",
};
const REPORT_FORMAT: OptionRow = OptionRow {
    name: "--format",
    takes: Takes::OneOf(ReportFormat::IDS),
    default: "text",
    purpose: "how to print the result",
};
const SHELL: OptionRow = OptionRow {
    name: "--shell",
    takes: Takes::OneOf(Shell::IDS),
    default: "bash",
    purpose: "the shell to write commands for",
};
const READ_SHELL: OptionRow = OptionRow {
    name: "--shell",
    takes: Takes::OneOf(Shell::IDS),
    default: "",
    purpose: "the shell that the commands are written for; without it, the one that fits the text best",
};
const LAYOUT: OptionRow = OptionRow {
    name: "--layout",
    takes: Takes::OneOf(Layout::IDS),
    default: "lines",
    purpose: "one option per line, or each command on one line",
};
const LANG: OptionRow = OptionRow {
    name: "--lang",
    takes: Takes::Name("LANG"),
    default: "en",
    purpose: "the language of notes, findings, scripts and run-books",
};
const ERRATA: OptionRow = OptionRow {
    name: "--errata",
    takes: Takes::OneOf(YesNo::IDS),
    default: "",
    purpose: "whether steps list misprints of the documentation; without it, yes for arc-preview and aks-v1, and no for current",
};

/// The commands.
pub const COMMANDS: &[CommandRow] = &[
    CommandRow {
        name: "plan",
        arguments: &[
            Argument::Option(&PRESET),
            Argument::Either(&LINK, &SCENARIO),
            Argument::Operands("[FIELD=VALUE …]"),
            Argument::Option(&PLAN_FORMAT),
            Argument::Option(&SHELL),
            Argument::Option(&LAYOUT),
            Argument::Option(&LANG),
            Argument::Option(&ERRATA),
        ],
        purpose: "print the plan for a scenario",
    },
    CommandRow {
        name: "compare",
        arguments: &[
            Argument::Option(&REPORT_FORMAT),
            Argument::Option(&SHELL),
            Argument::Option(&LAYOUT),
            Argument::Option(&LANG),
            Argument::Operands("FROM TO"),
        ],
        purpose: "print how two scenarios differ, and the command that updates an installed extension",
    },
    CommandRow {
        name: "presets",
        arguments: &[Argument::Option(&REPORT_FORMAT), Argument::Option(&LANG)],
        purpose: "list the presets",
    },
    CommandRow {
        name: "fields",
        arguments: &[Argument::Option(&REPORT_FORMAT), Argument::Option(&LANG)],
        purpose: "list the fields",
    },
    CommandRow {
        name: "read",
        arguments: &[
            Argument::Option(&REPORT_FORMAT),
            Argument::Option(&READ_SHELL),
            Argument::Option(&LANG),
            Argument::Operands("TEXT …"),
        ],
        purpose: "read existing commands, or the JSON of az … show, and print the scenario and the findings",
    },
    CommandRow { name: "schema", arguments: &[], purpose: "print the JSON Schema of a scenario file" },
];

impl CommandRow {
    /// The options, in the order of the synopsis.
    pub fn options(&self) -> impl Iterator<Item = &'static OptionRow> {
        self.arguments
            .iter()
            .flat_map(|argument| match argument {
                Argument::Option(option) => [Some(*option), None],
                Argument::Either(one, other) => [Some(*one), Some(*other)],
                Argument::Operands(_) => [None, None],
            })
            .flatten()
    }

    /// The command in one line.
    pub fn synopsis(&self) -> String {
        let argument = |argument: &Argument| match argument {
            Argument::Option(option) => format!("[{}]", option.synopsis()),
            Argument::Either(one, other) => format!("[{} | {}]", one.synopsis(), other.synopsis()),
            Argument::Operands(operands) => (*operands).to_owned(),
        };
        let words = [PROGRAM, self.name].map(str::to_owned).into_iter();
        words.chain(self.arguments.iter().map(argument)).collect::<Vec<_>>().join(" ")
    }
}

impl OptionRow {
    fn synopsis(&self) -> String {
        match self.takes {
            Takes::OneOf(ids) => format!("{} {}", self.name, ids.join("|")),
            Takes::Name(name) => format!("{} {name}", self.name),
        }
    }
}

/// The names of the commands, separated by commas.
pub fn command_names() -> String {
    COMMANDS.iter().map(|command| command.name).collect::<Vec<_>>().join(", ")
}

/// The synopses, one per line.
pub fn synopses() -> String {
    let commands = COMMANDS.iter().map(|command| command.synopsis() + "\n").collect::<String>();
    format!("{commands}{PROGRAM} --help | --version\n")
}

/// The text that `--help` prints.
pub fn help() -> String {
    let languages = Language::all().map(Language::tag).collect::<Vec<_>>().join(", ");
    format!(
        "\
{PROGRAM}: exact commands that connect a Kubernetes cluster to an Azure Machine Learning workspace

{synopses}
A PRESET is an id that {PROGRAM} presets lists. A LINK is an address of the page, or the part of it after the #. A FILE is
a scenario as JSON; --format scenario writes one. FIELD=VALUE overrides the link or file, which overrides the preset.

FROM and TO are a link, a preset (PRESET or preset:PRESET), commands, the JSON of a scenario, or what az … show prints. A
preset has no names: it takes those of the other side.

A TEXT is one or more commands, a resource id, or the JSON of az aks show, az connectedk8s show, az k8s-extension show,
az ml workspace show or az ml compute show, or of their lists.

Use - in place of a FILE, FROM, TO or TEXT to read standard input.

A LANG is one of {languages}. Commands and ids are the same in each language.

Exit status: 0; 1 when a finding is an error; 2 for wrong usage.
",
        synopses = synopses()
    )
}
