//! The parts of a word: characters, escapes, quotes, variables, placeholders.

use super::super::finding::Span;
use super::super::word::{Builder, GapKind};
use super::statement::Statement;
use super::{Lexer, NAME, PLACEHOLDER, is_name, plain_length};
use crate::model::choice::Shell;

/// The name in `$(NAME)`, and the length of the expression.
fn named_in_parentheses(rest: &str) -> Option<(&str, usize)> {
    let inside = rest.strip_prefix("$(")?;
    let length = inside.bytes().take(NAME + 1).position(|byte| byte == b')')?;
    let name = inside.get(..length).filter(|name| name.split('.').all(is_name))?;
    Some((name, length + "$()".len()))
}

impl<'a> Lexer<'a> {
    /// The end of the placeholder that begins here: `<…>` around a name, and not a redirection. In the source of a web
    /// page, it is `&lt;…&gt;`.
    pub(super) fn placeholder(&self, end: usize) -> Option<usize> {
        let rest = self.text.get(self.at..end)?;
        let (inside, close) = match rest.strip_prefix("&lt;") {
            Some(inside) => (inside, "&gt;"),
            None => (rest.strip_prefix('<')?, ">"),
        };
        let length = inside.bytes().take(PLACEHOLDER).position(|byte| {
            matches!(byte, b'>' | b'<' | b'\n' | b'"' | b'|' | b'&' | b';' | b'`' | b'$' | b'=')
        })?;
        let (name, behind) = inside.split_at_checked(length)?;
        let is_name = name.chars().next().is_some_and(char::is_alphanumeric) && !name.ends_with(' ');
        (behind.starts_with(close) && is_name)
            .then(|| self.at + rest.len() - inside.len() + length + close.len())
    }

    /// The end of the template expression that begins here, and why its value is not known. A variable that is defined
    /// elsewhere is `{{ name }}` or `${{ name }}`. A placeholder is `{name}` or `[name]`.
    fn template(&self, end: usize) -> Option<(usize, GapKind)> {
        let rest = self.text.get(self.at..end)?;
        if let Some(inside) = rest.strip_prefix('$').unwrap_or(rest).strip_prefix("{{") {
            let bytes = inside.as_bytes();
            let length = bytes
                .iter()
                .take(PLACEHOLDER)
                .zip(bytes.iter().skip(1))
                .position(|pair| matches!(pair, (b'}', b'}') | (b'\n', _)))?;
            let is_closed = bytes.get(length) == Some(&b'}');
            return is_closed.then(|| (self.at + rest.len() - inside.len() + length + 2, GapKind::Variable));
        }
        let inside = rest.strip_prefix(['{', '['])?;
        // A text of Python may name a member: `{ws.name}`, `{names["group"]}`.
        let is_member = |byte: u8| rest.starts_with('{') && matches!(byte, b'.' | b'[' | b']' | b'\'' | b'"');
        let is_part = |byte: u8| {
            byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b' ' | 0x80..) || is_member(byte)
        };
        let length = inside.bytes().take(PLACEHOLDER).position(|byte| !is_part(byte))?;
        let (name, behind) = inside.split_at_checked(length)?;
        let is_name = name.starts_with(char::is_alphabetic) && !name.ends_with(' ');
        let place = self.at + length + 2;
        let is_closed = if rest.starts_with('{') {
            behind.starts_with('}')
        } else {
            // In the middle of a word, it is an index of a list.
            let is_edge =
                |c: Option<char>| c.is_none_or(|c| matches!(c, ' ' | '\t' | '\r' | '\n' | '"' | '\'' | '='));
            behind.starts_with(']')
                && is_edge(self.text.get(..self.at)?.chars().next_back())
                && is_edge(self.text.get(place..)?.chars().next())
        };
        (is_closed && is_name).then_some((place, GapKind::Placeholder))
    }

    /// Takes a placeholder or a template expression, if one begins here.
    fn takes_gap(&mut self, word: &mut Builder<'a>, end: usize, quoted: bool) -> bool {
        let gap = match self.peek() {
            Some('<' | '&') => self.placeholder(end).map(|end| (end, GapKind::Placeholder)),
            Some('{' | '[' | '$') => self.template(end),
            _ => None,
        };
        let Some((end, kind)) = gap else { return false };
        word.gap(kind, self.at, end, quoted);
        self.at = end;
        true
    }

    /// Takes one piece of a word: a character, a quoted text, a variable. A variable whose value contains spaces ends
    /// words, which are returned.
    pub(super) fn piece(
        &mut self,
        word: &mut Builder<'a>,
        c: char,
        statement: &mut Statement<'a>,
    ) -> Vec<Builder<'a>> {
        let width = c.len_utf8();
        if self.takes_gap(word, self.end, false) || self.escaped_quote(word, statement) {
            return Vec::new();
        }
        if let Some((name, end)) = self.quoted_elements() {
            return self.elements(word, name, end);
        }
        match c {
            '"' => self.double(word, statement, false),
            '\'' if self.shell != Shell::Cmd => self.single(word, statement, false),
            '“' | '”' | '„' | '‟' => self.double(word, statement, true),
            '‘' | '’' | '‚' | '‛' if self.shell == Shell::PowerShell || word.is_behind(&['=', ':', ',']) =>
            {
                self.single(word, statement, true);
            }
            '\\' if self.shell == Shell::Bash => self.escaped(word),
            '`' if self.shell == Shell::PowerShell => self.escaped(word),
            '^' if self.shell == Shell::Cmd => self.escaped(word),
            '`' if self.shell == Shell::Bash => {
                let inside = self.rest().get(1..).unwrap_or_default();
                let close = inside.find(['`', '\n']).filter(|at| inside.as_bytes().get(*at) == Some(&b'`'));
                let end = close.map_or(self.at + 1, |close| self.at + close + 2);
                // A single backtick is a remainder of Markdown.
                if close.is_some() {
                    let start = std::mem::replace(&mut self.at, end);
                    self.output(word, start, start + 1..end - 1, false);
                }
                self.at = end;
            }
            '(' if self.shell == Shell::PowerShell && word.is_untouched(self.at) => {
                let start = self.at;
                self.at = self.substitution(start);
                self.output(word, start, start + 1..self.at - 1, false);
            }
            '@' if self.shell == Shell::PowerShell && word.is_untouched(self.at) => {
                return self.splatted(word, statement);
            }
            '$' | '%' => return self.variable(word, statement, false),
            _ => {
                word.verbatim(self.at, self.at + width, false);
                self.at += width;
            }
        }
        Vec::new()
    }

    /// The name of an array in `"${NAME[@]}"`, and the end of that word.
    fn quoted_elements(&self) -> Option<(&'a str, usize)> {
        let inside = self.rest().strip_prefix("\"${").filter(|_| self.shell == Shell::Bash)?;
        let length = inside.bytes().take(NAME + 1).position(|byte| byte == b'[')?;
        let (name, behind) = inside.split_at_checked(length)?;
        let is_all = ["[@]}\"", "[*]}\""].iter().any(|end| behind.starts_with(end));
        let end = self.at + "\"${".len() + length + "[@]}\"".len();
        (is_all && is_name(name) && end <= self.end).then_some((name, end))
    }

    /// Adds the output of the commands in a range, in place of the pasted text from `start` to the present position.
    fn output(&mut self, word: &mut Builder<'a>, start: usize, code: Span, quoted: bool) {
        let end = self.at;
        match self.printed_id(code.start, code.end) {
            Some(pieces) => {
                self.filled_with(word, &pieces, start, true);
            }
            None => word.gap(GapKind::Variable, start, end, quoted),
        }
    }

    /// Takes a text in escaped quotes, inside a quoted text that is read as commands.
    fn escaped_quote(&mut self, word: &mut Builder<'a>, statement: &mut Statement<'a>) -> bool {
        const MARK: &str = "\\\"";
        if !self.quoted.as_ref().is_some_and(|quoted| quoted.is_double) {
            return false;
        }
        let Some(inside) = self.rest().strip_prefix(MARK) else { return false };
        let Some(length) = inside.find(MARK) else { return false };
        let close = self.at + MARK.len() + length;
        let end = std::mem::replace(&mut self.end, close);
        self.at += MARK.len();
        word.verbatim(self.at, self.at, true);
        while let Some(c) = self.peek() {
            if self.takes_gap(word, close, true) {
                continue;
            }
            match c {
                '$' | '%' => {
                    self.variable(word, statement, true);
                }
                _ => self.verbatim(word),
            }
        }
        self.end = end;
        self.at = close + MARK.len();
        true
    }

    /// Takes an escaped character.
    fn escaped(&mut self, word: &mut Builder<'a>) {
        self.at += 1;
        if let Some(c) = self.peek()
            && c != '\n'
        {
            word.verbatim(self.at, self.at + c.len_utf8(), false);
            self.at += c.len_utf8();
        }
    }

    /// The end of the substitution that this parenthesis opens. Its commands are recorded, to be read next.
    fn substitution(&mut self, open: usize) -> usize {
        let place = self.closings.partition_point(|(known, _)| *known < open);
        match self.closings.get(place) {
            Some((known, close)) if *known == open && *close < self.end => {
                // Of nested commands, only the outer ones are read.
                if self.outer.is_none() && open >= self.noted {
                    self.inner.push(open + 1..*close);
                }
                *close + 1
            }
            _ => open + 1,
        }
    }

    /// Takes a variable, or the substitution of another command's output.
    pub(super) fn variable(
        &mut self,
        word: &mut Builder<'a>,
        statement: &mut Statement<'a>,
        quoted: bool,
    ) -> Vec<Builder<'a>> {
        let (rest, start) = (self.rest(), self.at);
        if rest.starts_with('%') {
            let name = rest.get(1..).and_then(|rest| {
                let end = rest.bytes().take(NAME + 1).position(|byte| byte == b'%')?;
                rest.get(..end).filter(|name| self.shell == Shell::Cmd && is_name(name))
            });
            return match name {
                None => self.plain(word, quoted),
                Some(name) => self.filled(word, name, start + name.len() + 2, quoted),
            };
        }
        if self.shell == Shell::Cmd {
            return self.plain(word, quoted);
        }
        // In a makefile, `$$` is the `$` of the shell.
        if self.shell == Shell::Bash && (rest.starts_with("$${") || rest.starts_with("$$(")) {
            self.at += 1;
            return self.variable(word, statement, quoted);
        }
        if rest.starts_with("$(") {
            // `$(NAME)` is a variable in make and in Azure Pipelines.
            if let Some((name, end)) = named_in_parentheses(rest) {
                return self.filled(word, name, start + end, quoted);
            }
            self.at = self.substitution(start + 1);
            self.output(word, start, start + 2..self.at - 1, quoted);
            return Vec::new();
        }
        if let Some((inside, end)) = self.braces() {
            return self.expanded(word, statement, inside, end, quoted);
        }
        let is_part = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
        let inside = rest.get(1..).unwrap_or_default();
        let length = inside
            .bytes()
            .take(2 * NAME)
            .position(|byte| !(is_part(byte) || byte == b':' && self.shell == Shell::PowerShell))
            .unwrap_or(inside.len().min(2 * NAME));
        let (name, end) = match (length, inside.as_bytes().first()) {
            // `$@`, `$1`, `$?`.
            (0, Some(b'@' | b'*' | b'?' | b'#' | b'!' | b'{')) => (None, start + 2),
            (0, _) => return self.plain(word, quoted),
            _ => (inside.get(..length), start + 1 + length),
        };
        // The member of an object has no known text.
        let behind = self.text.get(end..self.end).unwrap_or_default();
        let member = behind
            .strip_prefix('.')
            .map(|rest| rest.bytes().take(NAME).take_while(|byte| is_part(*byte)).count());
        if let Some(length @ 1..) = member
            && self.shell == Shell::PowerShell
            && !quoted
        {
            let object = [name.unwrap_or_default(), ".", behind.get(1..=length).unwrap_or_default()].concat();
            return self.filled(word, &object, end + 1 + length, quoted);
        }
        let name = name.map(|name| name.rsplit(':').next().unwrap_or(name)).filter(|name| is_name(name));
        self.filled(word, name.unwrap_or_default(), end, quoted)
    }

    pub(super) fn plain(&mut self, word: &mut Builder<'a>, quoted: bool) -> Vec<Builder<'a>> {
        word.verbatim(self.at, self.at + 1, quoted);
        self.at += 1;
        Vec::new()
    }

    /// The position at which an open quote closes. It must close on the same line, or on a continuation of the line.
    fn close(&self, from: usize, closes: &[char], escape: Option<char>, doubles: bool) -> Option<usize> {
        let mut at = from;
        loop {
            let rest = self.text.get(at..self.end)?;
            let c = rest.chars().next()?;
            at += c.len_utf8();
            if c == '\n' {
                return None;
            }
            if Some(c) == escape {
                let next = rest.get(c.len_utf8()..)?.chars().next()?;
                at += next.len_utf8();
                if next == '\r' && self.text.get(at..)?.starts_with('\n') {
                    at += 1;
                }
            } else if escape.is_some() && rest.starts_with("$(") {
                let place = self.closings.partition_point(|(known, _)| *known < at);
                if let Some((known, close)) = self.closings.get(place)
                    && *known == at
                    && *close < self.end
                {
                    at = *close + 1;
                }
            } else if closes.contains(&c) {
                let is_doubled = doubles
                    && self.text.get(at..self.end)?.chars().next().is_some_and(|next| closes.contains(&next));
                if !is_doubled {
                    return Some(at - c.len_utf8());
                }
                at += self.text.get(at..)?.chars().next().map_or(0, char::len_utf8);
            }
        }
    }

    /// Takes a text in double quotes, straight or curly.
    fn double(&mut self, word: &mut Builder<'a>, statement: &mut Statement<'a>, is_curly: bool) {
        const CURLY: &[char] = &['“', '”', '„', '‟', '"'];
        let shell = self.shell;
        let open = self.at;
        let width = self.peek().map_or(1, char::len_utf8);
        let escape = match shell {
            Shell::Bash => Some('\\'),
            Shell::PowerShell => Some('`'),
            Shell::Cmd => None,
        };
        let is_any = is_curly || shell == Shell::PowerShell;
        let close = if is_any {
            self.close(open + width, CURLY, escape, shell == Shell::PowerShell)
        } else {
            let slip = self.closed_by_slip(open + width, CURLY, escape);
            slip.or_else(|| self.close(open + width, &['"'], escape, false))
        };
        let Some(close) = close else {
            self.unclosed(width, statement);
            return;
        };
        let outer = self.end;
        (self.at, self.end) = (open + width, close);
        // An empty text is a word, too.
        word.verbatim(self.at, self.at, true);
        while let Some(c) = self.peek() {
            if self.takes_gap(word, close, true) {
                continue;
            }
            match c {
                '\\' if shell == Shell::Bash => {
                    let next = self.rest().as_bytes().get(1).copied();
                    let is_escape = matches!(next, Some(b'"' | b'\\' | b'$' | b'`' | b'\n'));
                    if is_escape {
                        self.at += 1;
                    }
                    self.verbatim(word);
                }
                '`' if shell != Shell::Cmd => self.backtick(word),
                '$' | '%' => {
                    self.variable(word, statement, true);
                }
                // A doubled quote is a literal quote.
                c if shell == Shell::PowerShell && CURLY.contains(&c) => {
                    self.at += c.len_utf8();
                    self.verbatim(word);
                }
                _ => self.verbatim(word),
            }
        }
        self.end = outer;
        self.closed(open, close, width, statement, "\"");
    }

    pub(super) fn verbatim(&mut self, word: &mut Builder<'a>) {
        let Some(c) = self.peek() else { return };
        let first = c.len_utf8();
        let plain = plain_length(self.rest().get(first..).unwrap_or_default());
        word.verbatim(self.at, self.at + first + plain, true);
        self.at += first + plain;
    }

    /// Takes a backtick in double quotes. In bash it begins a substitution, in PowerShell it is an escape. Around a
    /// word, it is a literal of a query in either shell; a query reports it.
    fn backtick(&mut self, word: &mut Builder<'a>) {
        let inside = self.rest().get(1..).unwrap_or_default();
        let length = inside.bytes().take(NAME).position(|byte| !byte.is_ascii_alphanumeric());
        let is_literal =
            length.is_some_and(|length| length > 0 && inside.as_bytes().get(length) == Some(&b'`'));
        if let (true, Some(length)) = (is_literal, length) {
            let end = self.at + length + 2;
            word.gap(GapKind::Backticks, self.at, end, true);
            self.at = end;
        } else if self.shell == Shell::PowerShell {
            self.at += 1;
            self.verbatim(word);
        } else {
            let end = inside.find('`').map_or(self.at + 1, |close| self.at + close + 2);
            word.gap(GapKind::Variable, self.at, end, true);
            self.at = end;
        }
    }

    /// Takes a text in single quotes, straight or curly.
    fn single(&mut self, word: &mut Builder<'a>, statement: &mut Statement<'a>, is_curly: bool) {
        const CURLY: &[char] = &['‘', '’', '‚', '‛', '\''];
        let is_powershell = self.shell == Shell::PowerShell;
        let open = self.at;
        let width = self.peek().map_or(1, char::len_utf8);
        let close = if is_curly || is_powershell {
            self.close(open + width, CURLY, None, is_powershell)
        } else {
            let straight = self.close(open + width, &['\''], None, false);
            straight.or_else(|| self.closed_by_slip(open + width, CURLY, None))
        };
        let Some(close) = close else {
            if is_curly && !is_powershell {
                // An apostrophe.
                word.verbatim(open, open + width, false);
                self.at += width;
            } else {
                self.unclosed(width, statement);
            }
            return;
        };
        let outer = self.end;
        (self.at, self.end) = (open + width, close);
        word.verbatim(self.at, self.at, true);
        while let Some(c) = self.peek() {
            if self.takes_gap(word, close, true) {
                continue;
            }
            match c {
                c if is_powershell && CURLY.contains(&c) => {
                    // A doubled quote is a literal quote.
                    self.at += c.len_utf8();
                    self.verbatim(word);
                }
                _ => self.verbatim(word),
            }
        }
        self.end = outer;
        let straight = if self.shell == Shell::Cmd { "\"" } else { "'" };
        self.closed(open, close, width, statement, straight);
    }

    /// The position at which a curly quote closes a straight one. It must be the first possible one, at the end of the
    /// word.
    fn closed_by_slip(&self, from: usize, closes: &[char], escape: Option<char>) -> Option<usize> {
        let close = self.close(from, closes, escape, false)?;
        let mut behind = self.text.get(close..self.end)?.chars();
        let is_curly = behind.next().is_some_and(|c| c.len_utf8() > 1);
        let is_end = behind.next().is_none_or(|c| matches!(c, ' ' | '\t' | '\r' | '\n'));
        (is_curly && is_end).then_some(close)
    }

    fn unclosed(&mut self, width: usize, statement: &mut Statement<'_>) {
        statement.unbalanced.push(self.at..self.at + width);
        self.at += width;
    }

    /// Continues after a closed quote. Curly quotes are valid in PowerShell, and reported in other shells.
    fn closed(
        &mut self,
        open: usize,
        close: usize,
        width: usize,
        statement: &mut Statement<'_>,
        straight: &'static str,
    ) {
        self.at = close;
        let end = close + self.peek().map_or(0, char::len_utf8);
        self.at = end;
        if self.shell == Shell::PowerShell {
            return;
        }
        if width > 1 {
            statement.curly_quotes.push((open..open + width, straight));
        }
        if end - close > 1 {
            statement.curly_quotes.push((close..end, straight));
        }
    }
}
