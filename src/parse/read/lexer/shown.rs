//! What a command in a substitution prints: `$(az aks show --name c --resource-group rg --query id)` is the id of that
//! cluster. Its subscription is not in the command, and stays a gap.

use super::super::word::{GapKind, Word};
use super::statement::Statement;
use super::variable::Piece;
use super::{Lexer, program};
use crate::model::choice::Cluster;
use crate::parse::resource::provider_of;

/// The commands that show a resource, the words after `az`, and the type of the resource.
const SHOWING: [(&[&str], &str); 4] = [
    (&["aks", "show"], provider_of(Cluster::Aks)),
    (&["connectedk8s", "show"], provider_of(Cluster::Arc)),
    (&["identity", "show"], "Microsoft.ManagedIdentity/userAssignedIdentities"),
    (&["ml", "workspace", "show"], "Microsoft.MachineLearningServices/workspaces"),
];

/// The value of an option of a command, by its names.
fn option<'w>(words: &'w [Word<'_>], names: &[&str]) -> Option<(&'w Word<'w>, usize)> {
    let at = words.iter().position(|word| {
        names.iter().any(|name| {
            let rest = word.text.strip_prefix(name);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        })
    })?;
    let word = words.get(at)?;
    match word.text.find('=') {
        Some(equals) => Some((word, equals + 1)),
        None => words.get(at + 1).map(|word| (word, 0)),
    }
}

/// The pieces of an option's value. A value that is not known is a gap.
fn pieces(words: &[Word<'_>], names: &[&str]) -> Piece {
    match option(words, names) {
        Some((word, from)) if word.gaps.is_empty() => {
            Piece::Text(word.text.get(from..).unwrap_or_default().to_owned())
        }
        _ => Piece::Gap(GapKind::Output),
    }
}

/// The id of the resource that a command shows, whatever it prints of it.
pub(super) fn object_id(words: &[Word<'_>]) -> Option<Vec<Piece>> {
    program(&words.first()?.text).filter(|program| *program == "az")?;
    let (_, provider) = SHOWING.iter().find(|(head, _)| {
        let names = words.get(1..=head.len()).unwrap_or_default();
        names.len() == head.len() && names.iter().zip(*head).all(|(word, name)| word.text == *name)
    })?;
    let text = |text: &str| Piece::Text(text.to_owned());
    Some(vec![
        text("/subscriptions/"),
        pieces(words, &["--subscription"]),
        text("/resourceGroups/"),
        pieces(words, &["--resource-group", "-g"]),
        text("/providers/"),
        text(provider),
        text("/"),
        pieces(words, &["--name", "-n"]),
    ])
}

/// The id that a command prints. `None` if it prints something else, or more.
pub(super) fn id(words: &[Word<'_>]) -> Option<Vec<Piece>> {
    let (query, from) = option(words, &["--query"])?;
    (query.text.get(from..) == Some("id")).then(|| object_id(words)).flatten()
}

impl Lexer<'_> {
    /// The id that the commands in a range print. `None` if they print something else.
    pub(super) fn printed_id(&mut self, start: usize, end: usize) -> Option<Vec<Piece>> {
        let code = self.text.get(start..end)?.trim_start();
        if self.is_inside || !code.starts_with("az") {
            return None;
        }
        let (at, outer_end, noted) = (self.at, self.end, self.noted);
        let (word_end, code_end) = (self.word_end, self.code_end);
        // The substitutions inside are read with the command itself.
        (self.at, self.end, self.noted, self.is_inside) = (start, end, usize::MAX, true);
        let mut statement = Statement::default();
        self.words(&mut statement, true);
        let behind = self.text.get(self.at..end).unwrap_or_default();
        // `jq` takes the id out of everything that the command prints.
        let takes_id = behind.contains("jq ") && behind.contains(".id");
        let printed = if takes_id { object_id(&statement.words) } else { id(&statement.words) };
        (self.at, self.end, self.noted, self.is_inside) = (at, outer_end, noted, false);
        (self.word_end, self.code_end) = (word_end, code_end);
        printed
    }
}
