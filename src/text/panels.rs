//! English: the panels (the lazily loaded module).

use crate::i18n::{message, plural, texts};
use crate::model::saved::{LONGEST_NAME, MOST, NameError};

texts! {
    /// The texts of the panels.
    PanelText "panels" {
        KeyCopy "Copy the current step",
        KeyNext "Next step",
        KeyBack "Previous step",
        KeyHelp "This list",
        TipKeys "Left and Right arrow explain its parts. Enter goes to the question behind a part.",
        TipMissing "Not filled in yet.",
        TipWrong "The typed value is not valid here.",
        TipContents "The contents of this file go here. The wizard never sees them.",
        TipEdit "Click, or press Enter, to edit.",
        SavedHeading "Kept in this browser",
        SavedNone "Nothing is kept yet.",
        SavedWhere "Kept only on this machine, and only when you ask for it. At most ten.",
        SavedName "Name",
        SavedKeep "Keep this scenario",
        SavedOpen "Open",
        SavedRename "Rename",
        SavedDelete "Delete",
        SavedDone "Kept.",
        SavedReplaced "Kept. It replaced the one with this name.",
        SavedOpened "Opened. The browser's Back brings back what was here before.",
        SavedRenamed "Renamed.",
        FileSaved "Saved as scenario.json to your browser's download folder.",
        PictureDownload "Download SVG",
        PictureSaved "Saved as what-will-exist.svg to your browser's download folder.",
        PictureWords "The same in words",
        SavedDeleted "Deleted.",
        SavedUndo "Undo",
        SavedBack "Restored.",
        CompareIgnored "These parts of the pasted text could not be used:",
        CompareNothing "The pasted text contains no link and no command that the wizard knows.",
        SavedRefused "This browser does not allow the page to keep anything. Save the scenario as a file instead.",
        NewName "New name",
        Cancel "Cancel",
        FileHeading "As a file",
        FileHelp "A JSON file with the same answers as the link: for a repository, for a ticket, or if the link is \
            too long.",
        FileSave "Save as a file",
        FileOpen "Open a file",
        FileDrop "or drop one here",
        FileRead "The file is open. Check its texts before you run anything.",
        FileIgnored "Some of the file could not be used:",
        FileUnreadable "The browser could not read the file.",
        CompareWith "Compare this scenario with",
        ComparePresets "Presets",
        CompareSaved "Kept scenarios",
        CompareElse "Something else",
        ComparePasted "A link, or commands",
        ComparePaste "Link, commands, or JSON",
        CompareDirection "Direction",
        CompareTo "From the other to this scenario",
        CompareFrom "From this scenario to the other",
        ComparePick "Choose a preset, a kept scenario, or paste a link or commands.",
        CompareField "Answer",
        CompareMeans "What it means",
        CompareStep "Step",
        CompareCommand "Command",
        CompareChange "Change",
        CompareWarnings "Before you run it",
        CopyUpdate "Copy the update",
        ReadPaste "A command, an Azure resource id, or the JSON of az … show",
        ReadHelp "Commands for bash, PowerShell or the Command Prompt from a run-book, a ticket or a document become \
            a new scenario. The resource id of an AKS or Azure Arc cluster, a workspace or an identity, or the \
            output of az aks show, az connectedk8s show, az k8s-extension show, az ml workspace show or az ml \
            compute show, fills in this scenario. Nothing leaves this page.",
        ReadShell "Written for",
        ReadDetect "Detect automatically",
        ReadNothing "Paste something to see what the wizard reads in it.",
        ImportFound "Read from Azure",
        ImportNow "Present value",
        ImportFill "Fill in",
        ImportLeft "Left out, or worth knowing",
        ReadRepair "Repair everything that is certain",
        ReadRepaired "Repaired",
        ReadUse "Use this scenario",
        ReadCompare "Compare with this scenario",
        ReadMigrate "Use it in the current edition",
        ReadCopy "Copy the repaired commands",
        ReadFindings "What was found",
        ReadText "The commands, with what was found",
        ReadNotUnderstood "Not understood",
        ReadUnderstood "What was read",
        ReadTooLong "This is too long: the limit is one megabyte. Paste only the commands, or the JSON of one resource.",
        DownloadHelp "The complete plan as files. Your browser writes them; nothing is sent anywhere.",
        DownloadRefused "Nothing to download yet: this would fail. Fix it first:",
        DownloadGaps "Values are missing. You can download the files; the scripts and the Python files stop before they do anything until these are filled in:",
        DownloadNoScript "There is no script for the Command Prompt, because batch files have no reliable quoting. Choose \
            bash or PowerShell above for one.",
        DownloadAll "Download all as a zip",
        DownloadSaved "Saved to your browser's download folder.",
        FileRunBook "The plan as a run-book, in Markdown",
        FileScript "The complete plan as a script",
        FileScenario "The scenario, to open here again or to keep in a repository",
        UpdateReady "A new version of this wizard is available. Your scenario does not change.",
        UpdateNow "Reload now",
        UpdateLater "Later",
    }
}

pub(super) fn name_error(error: NameError) -> String {
    match error {
        NameError::Empty => message!("name.empty", "Enter a name first.").text().to_owned(),
        NameError::TooLong => {
            message!("name.too-long", "This name is too long; at most {longest-name} characters are allowed.")
                .fill(&[("longest-name", &LONGEST_NAME.to_string())])
        }
        NameError::Invisible => message!(
            "name.invisible",
            "This name contains an invisible character. Type it instead of pasting it."
        )
        .text()
        .to_owned(),
        NameError::Gone => message!("name.gone", "It is no longer kept.").text().to_owned(),
        NameError::Taken => {
            message!("name.taken", "Another scenario has this name. Choose another one.").text().to_owned()
        }
    }
}

pub(super) fn next_to_go(name: &str) -> String {
    message!("name.next-to-go", "{most} are kept. The next one replaces the oldest, “{name}”.")
        .fill(&[("most", &MOST.to_string()), ("name", name)])
}

/// The label of a button that saves a file.
pub(super) fn download(name: &str) -> String {
    message!("panels.download", "Download {name}").fill(&[("name", name)])
}

/// A position in a text.
pub(super) fn place(line: usize, column: usize) -> String {
    message!("read.place", "line {line}, column {column}")
        .fill(&[("line", &line.to_string()), ("column", &column.to_string())])
}

/// How many more there are than those shown.
pub(super) fn more(count: usize) -> String {
    plural!("read.more", "… and {count} more. Fix these first.", "… and {count} more. Fix these first.")
        .fill(count, &[])
}

pub(super) fn read_summary(edition: &str, shell: &str, errors: usize, warnings: usize) -> String {
    let found = if errors == 0 && warnings == 0 {
        message!("read.summary-fine", "No problems found.").text().to_owned()
    } else {
        let errors = plural!("read.errors", "1 error", "{count} errors").fill(errors, &[]);
        let warnings = plural!("read.warnings", "1 note", "{count} notes").fill(warnings, &[]);
        message!("read.summary-found", "{errors}, {warnings}.")
            .fill(&[("errors", &errors), ("warnings", &warnings)])
    };
    message!("read.summary", "Edition: {edition}. Written for {shell}. {found}").fill(&[
        ("edition", edition),
        ("shell", shell),
        ("found", &found),
    ])
}
