//! Finds messages in the wizard's sources: `message!("name", "text")`, `plural!("name", "one", "other")`, and the sets of
//! `texts!`.
//!
//! A source is read as a tree of tokens, not as expressions: the arguments of a macro are tokens and nothing else, so that
//! one walk finds a message in code, in `vec![…]` and in any other macro.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::fmt;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use proc_macro2::{Span, TokenStream, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::{Attribute, Ident, LitStr, Macro, Token, braced};

use crate::BETWEEN_FORMS;

/// A message in English.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum English {
    /// A text.
    Text(String),
    /// A text that differs with a number: for one, and for any other.
    Plural(String, String),
}

impl English {
    /// The text as it stands in a compiled program.
    #[must_use]
    pub fn literal(&self) -> String {
        match self {
            Self::Text(text) => text.clone(),
            Self::Plural(one, other) => format!("{one}{BETWEEN_FORMS}{other}"),
        }
    }
}

/// A place in a source, printed as editors and terminals know it: `src/a.rs:3:14`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// The file.
    pub path: PathBuf,
    /// The line, from 1.
    pub line: usize,
    /// The character in that line, from 1.
    pub column: usize,
}

impl Place {
    fn new(path: &Path, span: Span) -> Self {
        let start = span.start();
        Self { path: path.to_owned(), line: start.line, column: start.column + 1 }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}", self.path.display(), self.line, self.column)
    }
}

/// Why messages were not found.
#[derive(Debug)]
pub enum ScanError {
    /// A folder cannot be listed.
    Folder(PathBuf, io::Error),
    /// A file cannot be read.
    File(PathBuf, io::Error),
    /// A file does not consist of Rust's tokens.
    Tokens(Place),
    /// A message is not written as it should be: where, and what is wrong there.
    Form(Place, String),
    /// Two messages have one name.
    Twice {
        /// The name.
        name: String,
        /// Where the first one is.
        first: Place,
        /// Where the second one is.
        second: Place,
    },
}

impl fmt::Display for ScanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(path, error) => write!(f, "cannot list {}: {error}", path.display()),
            Self::File(path, error) => write!(f, "cannot read {}: {error}", path.display()),
            Self::Tokens(place) => write!(f, "{place}: this is not Rust"),
            Self::Form(place, error) => write!(f, "{place}: this is not a message: {error}"),
            Self::Twice { name, first, second } => {
                write!(f, "{second}: the message {name} exists already, at {first}")
            }
        }
    }
}

impl std::error::Error for ScanError {}

/// Every message of the sources below a folder, by name.
///
/// # Errors
/// When a file cannot be read, a message is not written as it should be, or two have one name.
pub fn scan(folder: &Path) -> Result<BTreeMap<String, English>, ScanError> {
    let mut known: BTreeMap<String, (English, Place)> = BTreeMap::new();
    for path in sources(folder)? {
        let source = fs::read_to_string(&path).map_err(|error| ScanError::File(path.clone(), error))?;
        for (name, english, second) in scan_source(&path, &source)? {
            match known.entry(name) {
                Entry::Vacant(entry) => {
                    entry.insert((english, second));
                }
                Entry::Occupied(entry) => {
                    let (name, (_, first)) = entry.remove_entry();
                    return Err(ScanError::Twice { name, first, second });
                }
            }
        }
    }
    Ok(known.into_iter().map(|(name, (english, _))| (name, english)).collect())
}

/// The source files below a folder, in the order of their paths, so that an error is the same on every machine.
fn sources(folder: &Path) -> Result<Vec<PathBuf>, ScanError> {
    let failed = |error| ScanError::Folder(folder.to_owned(), error);
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if path.is_dir() {
            found.append(&mut sources(&path)?);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found.sort();
    Ok(found)
}

/// The messages of one source, each with the place of its name.
fn scan_source(path: &Path, source: &str) -> Result<Vec<(String, English, Place)>, ScanError> {
    let tokens: TokenStream = source
        .parse()
        .map_err(|error: proc_macro2::LexError| ScanError::Tokens(Place::new(path, error.span())))?;
    let mut found = Vec::new();
    walk(tokens, &mut found)
        .map_err(|error| ScanError::Form(Place::new(path, error.span()), error.to_string()))?;
    let placed = |(name, english, span)| (name, english, Place::new(path, span));
    Ok(found.into_iter().map(placed).collect())
}

/// A message: its name, what it says, and where its name stands.
type Found = (String, English, Span);

/// Adds the messages among these tokens and in their groups, at any depth.
fn walk(tokens: TokenStream, found: &mut Vec<Found>) -> syn::Result<()> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    for (place, tree) in trees.iter().enumerate() {
        if let Some(call @ [TokenTree::Ident(name), TokenTree::Punct(mark), TokenTree::Group(_)]) =
            trees.get(place..place + 3)
            && mark.as_char() == '!'
        {
            // A macro, rather than its tokens alone, knows where it ends, which is where something may be missing.
            let body = || syn::parse2::<Macro>(call.iter().cloned().collect());
            match name.to_string().as_str() {
                "message" => found.push(body()?.parse_body_with(message)?),
                "plural" => found.push(body()?.parse_body_with(plural)?),
                "texts" => found.extend(body()?.parse_body_with(texts)?),
                _ => {}
            }
        }
        if let TokenTree::Group(group) = tree {
            walk(group.stream(), found)?;
        }
    }
    Ok(())
}

/// `"name", "text"`
fn message(input: ParseStream<'_>) -> syn::Result<Found> {
    let name: LitStr = input.parse()?;
    let text = next(input)?;
    Ok((name.value(), English::Text(text), name.span()))
}

/// `"name", "one", "other"`
fn plural(input: ParseStream<'_>) -> syn::Result<Found> {
    let name: LitStr = input.parse()?;
    let (one, other) = (next(input)?, next(input)?);
    Ok((name.value(), English::Plural(one, other), name.span()))
}

/// The literal behind a comma.
fn next(input: ParseStream<'_>) -> syn::Result<String> {
    input.parse::<Token![,]>()?;
    Ok(input.parse::<LitStr>()?.value())
}

/// `Set "set" { First "text", Second "text", }`, each with doc comments before it.
fn texts(input: ParseStream<'_>) -> syn::Result<Vec<Found>> {
    input.call(Attribute::parse_outer)?;
    input.parse::<Ident>()?;
    let set = input.parse::<LitStr>()?.value();
    let block;
    braced!(block in input);
    let rows = block.parse_terminated(Row::parse, Token![,])?;
    let found = |Row(variant, text): Row| {
        let name = format!("{set}.{variant}");
        (name, English::Text(text.value()), variant.span())
    };
    Ok(rows.into_iter().map(found).collect())
}

/// A row of a set: what the text is called there, and the text.
struct Row(Ident, LitStr);

impl Parse for Row {
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        Ok(Self(input.parse()?, input.parse()?))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Names and texts.
    fn found(source: &str) -> Vec<(String, English)> {
        let found = scan_source(Path::new("a.rs"), source).unwrap();
        found.into_iter().map(|(name, english, _)| (name, english)).collect()
    }

    fn text(name: &str, text: &str) -> (String, English) {
        (name.to_owned(), English::Text(text.to_owned()))
    }

    /// What is said of a source that has an error in it.
    fn error(source: &str) -> String {
        scan_source(Path::new("src/a.rs"), source).unwrap_err().to_string()
    }

    #[test]
    fn finds_messages_in_each_of_their_forms() {
        let source = r#"
            fn a() { let a = message!("a.b", "It says \"no\".").said(); }
            const B: Plural = locale::plural!(
                "a.c",
                "one",
                "{count} others"
            );
            texts! {
                /// A set.
                Set "set" {
                    First "The first",
                    Second "The second",
                }
            }
        "#;
        let plural = English::Plural("one".to_owned(), "{count} others".to_owned());
        assert_eq!(
            found(source),
            [
                text("a.b", "It says \"no\"."),
                ("a.c".to_owned(), plural),
                text("set.First", "The first"),
                text("set.Second", "The second"),
            ]
        );
    }

    #[test]
    fn a_message_within_another_macro_is_found() {
        let source = r#"fn a() { vec![(1, message!("a", "A")), b!{ c => [message! { "b", "B" }] }] }"#;
        assert_eq!(found(source), [text("a", "A"), text("b", "B")]);
    }

    #[test]
    fn a_literal_is_what_the_compiler_makes_of_it() {
        let source =
            "message!(\"a\", r#\"A \"raw\" \\n\"#); message!(\"b\", \"\\u{2019}\\x41\\t \\\n      on\")";
        assert_eq!(found(source), [text("a", "A \"raw\" \\n"), text("b", "\u{2019}A\t on")]);
    }

    #[test]
    fn what_only_looks_like_a_message_is_none() {
        let source = r##"
            // message!("a", "A")
            /// `message!("b", "B")`
            macro_rules! message { ($name:literal, $text:literal) => { Message($text) }; }
            use message;
            const C: &str = r#"message!("c", "C")"#;
            fn d(message: bool) -> bool { message != (true) }
        "##;
        assert_eq!(found(source), []);
    }

    #[test]
    fn an_error_names_its_file_line_and_column() {
        let cases = [
            ("message!(name, \"A\")", "1:10: this is not a message: expected string literal"),
            ("fn a() {\n    message!(\"a\");\n}", "2:17: this is not a message: expected `,`"),
            (
                "\nplural!(\"a\", \"A\",)",
                "2:18: this is not a message: unexpected end of input, expected string literal",
            ),
            ("message!(\"ä\", \"A\", \"B\")", "1:18: this is not a message: unexpected token"),
            (
                "message!(\"a\", concat!(\"A\", \"B\"))",
                "1:15: this is not a message: expected string literal",
            ),
            ("message!(\"a\", b\"A\")", "1:15: this is not a message: expected string literal"),
            (
                "texts! {\n    Set {\n        First \"A\",\n    }\n}",
                "2:9: this is not a message: expected string literal",
            ),
            (
                "texts! { Set \"set\" { First \"A\" Second \"B\" } }",
                "1:32: this is not a message: expected `,`",
            ),
            ("vec![\n  message!(a)]", "2:12: this is not a message: expected string literal"),
            ("fn a() {\n  message!(\"a\", \"A\"\n}", "3:1: this is not Rust"),
        ];
        for (source, expected) in cases {
            assert_eq!(error(source), format!("src/a.rs:{expected}"), "{source}");
        }
    }

    #[test]
    fn two_messages_of_one_name_are_an_error_that_names_both() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        fs::create_dir(path("b")).unwrap();
        fs::write(path("a.rs"), "message!(\"other\", \"A\");\nmessage!(\"same.Name\", \"A\");").unwrap();
        fs::write(path("b/c.rs"), "texts! { Set \"same\" { Name \"B\", } }").unwrap();
        let error = scan(folder.path()).unwrap_err().to_string();
        let (first, second) = (path("a.rs"), path("b/c.rs"));
        assert_eq!(
            error,
            format!(
                "{}:1:23: the message same.Name exists already, at {}:2:10",
                second.display(),
                first.display()
            )
        );
        fs::remove_file(second).unwrap();
        assert_eq!(scan(folder.path()).unwrap().len(), 2);
        assert!(matches!(scan(&path("none")), Err(ScanError::Folder(..))));
    }
}
