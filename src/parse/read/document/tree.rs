//! Reads objects of JSON, Bicep and HCL alike: keys with texts, lists and objects. Expressions are kept as ranges.
//!
//! The three languages differ in the sign after a key, in the commas and in the quotes, and a reader that accepts all of
//! them needs no parser for each. It never fails: it returns what it understood.

use super::super::finding::Span;
use super::{Budget, Value};

/// The greatest depth of nested objects that is read.
const DEEPEST: usize = 32;

/// A value.
#[derive(Debug)]
pub(super) enum Tree {
    /// A text, a number, `true` or an expression.
    Leaf(Value),
    /// Key and value, in their order.
    Object(Vec<Entry>),
    /// A list.
    List(Vec<Tree>),
}

/// An entry of an object.
#[derive(Debug)]
pub(super) struct Entry {
    /// The key, and the labels of a block of HCL or Bicep.
    pub(super) words: Vec<String>,
    /// The value.
    pub(super) value: Tree,
    /// The range of key and value.
    pub(super) span: Span,
}

impl Entry {
    /// Whether this is its key, ignoring underscores and case: `configuration_settings` in Terraform is
    /// `configurationSettings` in Azure.
    fn is(&self, key: &str) -> bool {
        let plain = |text: &str| {
            text.chars().filter(|c| *c != '_').map(|c| c.to_ascii_lowercase()).collect::<String>()
        };
        self.words.first().is_some_and(|word| plain(word) == plain(key))
    }
}

impl Tree {
    pub(super) fn entries(&self) -> &[Entry] {
        match self {
            Self::Object(entries) => entries,
            Self::Leaf(_) | Self::List(_) => &[],
        }
    }

    pub(super) fn get(&self, key: &str) -> Option<&Self> {
        self.entries().iter().find(|entry| entry.is(key)).map(|entry| &entry.value)
    }

    pub(super) fn leaf(&self, key: &str) -> Option<&Value> {
        match self.get(key)? {
            Self::Leaf(value) => Some(value),
            Self::Object(_) | Self::List(_) => None,
        }
    }

    /// Calls a function for this value and every object in it.
    pub(super) fn walk<'t>(&'t self, visit: &mut impl FnMut(&'t Self)) {
        match self {
            Self::Leaf(_) => {}
            Self::Object(entries) => {
                visit(self);
                for entry in entries {
                    entry.value.walk(visit);
                }
            }
            Self::List(items) => items.iter().for_each(|item| item.walk(visit)),
        }
    }
}

/// Reads an entry, such as a complete `resource … {` block, or an object. Returns it with the position after it.
pub(super) fn read(text: &str, at: usize, budget: &mut Budget) -> Option<(Tree, usize)> {
    let mut parser = Parser { text, at, budget };
    parser.skip();
    let tree = if matches!(parser.peek(), Some(b'{' | b'[')) {
        parser.value(0)?
    } else {
        Tree::Object(vec![parser.entry(0)?])
    };
    Some((tree, parser.at))
}

/// Reads a text that is only an object: the body of a request. Ranges are those of `at`, where the text stands.
pub(super) fn read_body(text: &str, budget: &mut Budget) -> Option<Tree> {
    read(text, 0, budget).map(|(tree, _)| tree)
}

struct Parser<'a, 'b> {
    text: &'a str,
    at: usize,
    budget: &'b mut Budget,
}

impl Parser<'_, '_> {
    fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// Moves on by one byte. Returns `None` at the end, and when the budget is spent.
    fn step(&mut self) -> Option<()> {
        self.budget.spend(1)?;
        self.peek()?;
        self.at += 1;
        Some(())
    }

    /// Skips spaces, line ends, commas and comments.
    fn skip(&mut self) {
        loop {
            let rest = self.text.get(self.at..).unwrap_or_default();
            let length = match self.peek() {
                Some(b' ' | b'\t' | b'\r' | b'\n' | b',' | b';') => 1,
                Some(b'#') => rest.find('\n').unwrap_or(rest.len()),
                Some(b'/') if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
                Some(b'/') if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
                _ => return,
            };
            for _ in 0..length {
                if self.step().is_none() {
                    return;
                }
            }
        }
    }

    fn skip_spaces(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t')) && self.step().is_some() {}
    }

    fn word(&mut self) -> Option<String> {
        if let Some(quote @ (b'"' | b'\'')) = self.peek() {
            return Some(self.quoted(quote)?.text);
        }
        let start = self.at;
        while self.peek().is_some_and(|byte| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-' | b'.' | b'$' | 0x80..)
        }) {
            self.step()?;
        }
        let word = self.text.get(start..self.at)?;
        (!word.is_empty()).then(|| word.to_owned())
    }

    /// A text in quotes. An interpolation makes it unknown only in that part.
    fn quoted(&mut self, quote: u8) -> Option<Value> {
        let start = self.at;
        self.step()?;
        let mut bytes: Vec<u8> = Vec::new();
        loop {
            let byte = self.peek()?;
            match byte {
                b'\n' => return None,
                b'\\' => {
                    self.step()?;
                    match self.peek()? {
                        b'n' => bytes.push(b'\n'),
                        b't' => bytes.push(b'\t'),
                        other => bytes.push(other),
                    }
                }
                _ if byte == quote => break,
                _ => bytes.push(byte),
            }
            self.step()?;
        }
        self.step()?;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        // An expression of an ARM template.
        let is_expression = text.starts_with('[') && text.ends_with(']') && !text.starts_with("[[");
        Some(Value { text, span: start..self.at, is_known: !is_expression })
    }

    fn value(&mut self, depth: usize) -> Option<Tree> {
        if depth > DEEPEST {
            return None;
        }
        match self.peek()? {
            b'{' => {
                self.step()?;
                let mut entries = Vec::new();
                loop {
                    self.skip();
                    if self.peek()? == b'}' {
                        self.step()?;
                        return Some(Tree::Object(entries));
                    }
                    entries.push(self.entry(depth + 1)?);
                }
            }
            b'[' => {
                self.step()?;
                let mut items = Vec::new();
                loop {
                    self.skip();
                    if self.peek()? == b']' {
                        self.step()?;
                        return Some(Tree::List(items));
                    }
                    items.push(self.value(depth + 1)?);
                }
            }
            quote @ (b'"' | b'\'') => self.quoted(quote).map(Tree::Leaf),
            _ => self.expression(depth),
        }
    }

    /// A number, `true`, or an expression up to the end of its line. The argument of `jsonencode(…)` is read as a value.
    fn expression(&mut self, depth: usize) -> Option<Tree> {
        let start = self.at;
        let mut open = 0_usize;
        while let Some(byte) = self.peek() {
            match byte {
                b'(' if self.text.get(start..self.at) == Some("jsonencode") => {
                    self.step()?;
                    self.skip();
                    let value = self.value(depth + 1)?;
                    self.skip();
                    if self.peek() == Some(b')') {
                        self.step()?;
                    }
                    return Some(value);
                }
                b'(' | b'[' | b'{' => open += 1,
                b')' | b']' | b'}' | b'\n' | b',' if open == 0 => break,
                b')' | b']' | b'}' => open -= 1,
                _ => {}
            }
            self.step()?;
        }
        let text = self.text.get(start..self.at)?.trim_end();
        let span = start..start + text.len();
        if span.is_empty() {
            return None;
        }
        let is_literal =
            matches!(text, "true" | "false" | "null") || text.bytes().all(|byte| byte.is_ascii_digit());
        let value = if is_literal { Value::known(text, span) } else { Value::unknown(span) };
        Some(Tree::Leaf(value))
    }

    /// A key with its labels and its value.
    fn entry(&mut self, depth: usize) -> Option<Entry> {
        let start = self.at;
        let mut words = vec![self.word()?];
        loop {
            self.skip_spaces();
            match self.peek()? {
                b':' | b'=' => {
                    self.step()?;
                    self.skip();
                    let value = self.value(depth)?;
                    return Some(Entry { words, value, span: start..self.at });
                }
                b'{' => {
                    let value = self.value(depth)?;
                    return Some(Entry { words, value, span: start..self.at });
                }
                _ => words.push(self.word()?),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(text: &str) -> Tree {
        read(text, 0, &mut Budget::new(text)).unwrap().0
    }

    fn text(tree: &Tree, path: &[&str]) -> Option<String> {
        let (last, before) = path.split_last().unwrap();
        let at = before.iter().try_fold(tree, |at, key| at.get(key))?;
        at.leaf(last).map(|value| value.text.clone())
    }

    #[test]
    fn the_three_languages_give_the_same_tree() {
        let texts = [
            r#"{"properties": {"extensionType": "T", "autoUpgradeMinorVersion": true, "s": {"a.b": "1", "c": "x y"}}}"#,
            "{\n properties: {\n  extensionType: 'T' // why\n  autoUpgradeMinorVersion: true\n  s: {\n   'a.b': '1'\n   c: 'x y'\n  }\n }\n}",
            "{\n properties = {\n  extension_type = \"T\" # why\n  auto_upgrade_minor_version = true\n  s = { \"a.b\" = \"1\", c = \"x y\" }\n }\n}",
        ];
        for source in texts {
            let tree = tree(source);
            let properties = tree.get("properties").unwrap();
            assert_eq!(text(properties, &["extensionType"]).as_deref(), Some("T"), "{source}");
            assert_eq!(text(properties, &["autoUpgradeMinorVersion"]).as_deref(), Some("true"), "{source}");
            assert_eq!(text(properties, &["s", "a.b"]).as_deref(), Some("1"), "{source}");
            assert_eq!(text(properties, &["s", "c"]).as_deref(), Some("x y"), "{source}");
        }
    }

    #[test]
    fn a_block_keeps_its_labels_and_expressions_are_unknown() {
        let tree =
            tree("resource \"azapi_resource\" \"x\" {\n body = jsonencode({\n a = var.b\n c = \"d\" })\n}\n");
        let [block] = tree.entries() else { panic!() };
        assert_eq!(block.words, ["resource", "azapi_resource", "x"]);
        let body = block.value.get("body").unwrap();
        assert!(!body.leaf("a").unwrap().is_known);
        assert_eq!(text(body, &["c"]).as_deref(), Some("d"));
    }

    #[test]
    fn a_text_that_never_closes_ends() {
        for source in ["{".repeat(100_000), "{a: ".repeat(10_000), "[".repeat(1000), "{\"a\": \"b".to_owned()]
        {
            assert!(read(&source, 0, &mut Budget::new(&source)).is_none());
        }
    }
}
