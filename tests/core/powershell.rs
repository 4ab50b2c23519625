//! PowerShell: an independent grammar parses the output to exactly the intended commands; no PowerShell
//! itself is at hand. See `shells.rs` for any text in any field.

use std::collections::BTreeSet;

use crate::script::{AKS, FULL, FULL_CALLS};
use crate::support::{HOME, answers, with};
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::output::{self, tokens};
use rstest::rstest;
use tree_sitter::{Node, Parser, Tree};

fn tree(text: &str) -> Tree {
    let mut parser = Parser::new();
    parser.set_language(&tree_sitter_powershell::LANGUAGE.into()).unwrap();
    parser.parse(text, None).unwrap()
}

fn source(node: Node<'_>, text: &str) -> String {
    text.get(node.byte_range()).expect("a node's own range").to_owned()
}

fn below<'a>(node: Node<'a>, kind: &str, found: &mut Vec<Node<'a>>) {
    if node.kind() == kind {
        found.push(node);
    }
    let mut cursor = node.walk();
    for child in node.children(&mut cursor) {
        below(child, kind, found);
    }
}

/// The commands of a text in order, as words; an error if the text is not PowerShell. A string that expands keeps
/// its quotes.
pub(crate) fn parse(text: &str) -> Result<Vec<Vec<String>>, String> {
    let tree = tree(text);
    let mut read = Vec::new();
    below(tree.root_node(), "generic_token", &mut read);
    below(tree.root_node(), "redirection", &mut read);
    // The grammar accepts input from a file, which PowerShell does not have.
    let reads_file = read.iter().any(|node| source(*node, text).contains('<'));
    if tree.root_node().has_error() || reads_file {
        return Err(tree.root_node().to_sexp());
    }
    let mut commands = Vec::new();
    below(tree.root_node(), "command", &mut commands);
    Ok(commands.into_iter().map(|command| words(command, text)).collect())
}

fn words(command: Node<'_>, text: &str) -> Vec<String> {
    let source = |node| source(node, text);
    let mut words = vec![source(command.child_by_field_name("command_name").unwrap())];
    let Some(elements) = command.child_by_field_name("command_elements") else { return words };
    let mut cursor = elements.walk();
    for element in elements.named_children(&mut cursor) {
        match element.kind() {
            "command_argument_sep" | "redirection" => {}
            "generic_token" | "command_parameter" => words.push(source(element)),
            "array_literal_expression" => {
                let mut strings = Vec::new();
                below(element, "verbatim_string_characters", &mut strings);
                let text = source(element);
                match strings.as_slice() {
                    [string] if source(*string) == text => words.push(verbatim(&text)),
                    _ => words.push(text),
                }
            }
            other => panic!("{other}: {}", source(element)),
        }
    }
    words
}

/// Words in which the home folder is expanded as PowerShell does in double quotes, where nothing else is special but its
/// own escapes.
pub(crate) fn expanded(words: Vec<String>) -> Vec<String> {
    words.into_iter().map(|word| if word.starts_with('"') { expandable(&word) } else { word }).collect()
}

fn expandable(quoted: &str) -> String {
    let inner = quoted.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).expect("double quotes");
    let mut text = String::new();
    let mut characters = inner.chars();
    while let Some(c) = characters.next() {
        if let Some(rest) = characters.as_str().strip_prefix("{HOME}").filter(|_| c == '$') {
            text.push_str(HOME);
            characters = rest.chars();
        } else if c == '`' {
            let escaped = characters.next().expect("a character to escape");
            assert!(!escaped.is_ascii_alphanumeric(), "an escape with a meaning: {quoted}");
            text.push(escaped);
        } else {
            assert!(!matches!(c, '$' | '"' | '\u{201C}'..='\u{201E}'), "{c} is special: {quoted}");
            text.push(c);
        }
    }
    text
}

/// The text in single quotes. Two quotes of any kind are one, according to `about_Quoting_Rules`; the grammar knows the
/// straight ones alone, so that a typographic quote without its double is looked for here.
fn verbatim(quoted: &str) -> String {
    let inner = quoted.strip_prefix('\'').and_then(|rest| rest.strip_suffix('\'')).expect("single quotes");
    let mut characters = inner.chars();
    let mut text = String::new();
    while let Some(c) = characters.next() {
        if matches!(c, '\'' | '\u{2018}'..='\u{201B}') {
            assert_eq!(characters.next(), Some(c), "a quote ends the text: {quoted}");
        }
        text.push(c);
    }
    text
}

fn script(pairs: &[(&str, &str)]) -> String {
    let answers = answers(pairs);
    let outcome = outcome(&answers).written_for(Shell::PowerShell);
    output::script::script(&answers, &outcome, Shell::PowerShell, Layout::OneLine).unwrap()
}

/// The values at the top of a script.
fn assignments(script: &str) -> Vec<(String, String)> {
    let lines = script.lines().filter_map(|line| line.strip_prefix('$')?.split_once(" = '"));
    let pairs = lines.map(|(name, rest)| (name.to_owned(), verbatim(&format!("'{rest}"))));
    pairs.filter(|(name, _)| Field::from_id(&name.replace('_', "-")).is_some()).collect()
}

#[test]
fn the_reader_of_these_tests_finds_errors() {
    assert!(parse("az a 'b").is_err());
    assert!(parse("az a <b>").is_err() && parse("az a 'c'<b>").is_err());
    assert_eq!(parse("az a 'it''s' \"$x\"").unwrap(), [["az", "a", "it's", "\"$x\""]]);
    assert_eq!(parse("az a `\n  --b 'c d'\naz e").unwrap(), [vec!["az", "a", "--b", "c d"], vec!["az", "e"]]);
}

#[rstest]
#[case("ml.example.org", "ml.example.org")]
#[case("./a-b_c/d.pem", "./a-b_c/d.pem")]
#[case(r"C:\certs\tls.pem", r"C:\certs\tls.pem")]
#[case("a b", "'a b'")]
#[case("it's", "'it''s'")]
#[case("it\u{2019}s \u{2018}so\u{201B}", "'it\u{2019}\u{2019}s \u{2018}\u{2018}so\u{201B}\u{201B}'")]
#[case("\u{201C}a\u{201D}", "'\u{201C}a\u{201D}'")]
#[case("$HOME/`x", "\"${HOME}/``x\"")]
#[case("$HOME/it's \u{201D}$x", "\"${HOME}/it's `\u{201D}`$x\"")]
#[case(r"$env:UserProfile\certs\tls.pem", "\"${HOME}/certs/tls.pem\"")]
#[case("~jo/x", "'~jo/x'")]
#[case("a/$HOME/x", "'a/$HOME/x'")]
#[case("~/a&b", "<key-file>")]
#[case("a,b;c", "'a,b;c'")]
#[case("~/x", "\"${HOME}/x\"")]
#[case("1.pem", "'1.pem'")]
#[case("{a}#b[c]*?", "'{a}#b[c]*?'")]
// The Command Prompt reads the arguments of az once more.
#[case("a&b", "<key-file>")]
#[case("a|b", "<key-file>")]
#[case("a<b", "<key-file>")]
#[case("a>b", "<key-file>")]
#[case("a^b", "<key-file>")]
#[case("%a%", "<key-file>")]
#[case("a!b", "<key-file>")]
#[case("a(b", "<key-file>")]
#[case("a)b", "<key-file>")]
#[case("a\"b", "<key-file>")]
#[case("a b\\", "<key-file>")]
fn a_value_stands_bare_or_quoted_or_not_at_all(#[case] path: &str, #[case] written: &str) {
    let answers = answers(&[("edition", "aks-v1"), ("cname", "x.y"), ("cert-file", "c"), ("key-file", path)]);
    let outcome = outcome(&answers).written_for(Shell::PowerShell);
    let step = outcome.plan.steps.iter().find(|step| step.id.id() == "create-cluster").unwrap();
    let text = tokens::output_text(&step.outputs[0], Shell::PowerShell, Layout::OneLine);
    assert_eq!(text.split_once("--ssl-key-file ").unwrap().1, written);
    // A value that cannot be written is reported, and other shells can write it.
    let is_reported = outcome.findings.iter().any(|finding| finding.cause.id() == "unwritable-key-file");
    assert_eq!(is_reported, written == "<key-file>");
    let bash = tokens::output_text(&step.outputs[0], Shell::Bash, Layout::OneLine);
    assert!(!bash.contains('<') || path.contains('<'), "{bash}");
}

#[test]
fn an_option_that_is_tied_to_its_value_is_quoted_with_it() {
    let answers = answers(&[
        ("certificate", "secret"),
        ("tls-secret", "s"),
        ("cert-file", "a b.pem"),
        ("key-file", "k.pem"),
        ("resource-group", "-rg"),
    ]);
    let plan = outcome(&answers).plan;
    let text = |id: &str| {
        let step = plan.steps.iter().find(|step| step.id.id() == id).unwrap();
        tokens::output_text(&step.outputs[0], Shell::PowerShell, Layout::Lines)
    };
    assert_eq!(
        text("tls-secret"),
        "kubectl create namespace azureml\nkubectl create secret generic s `\n  --namespace azureml `\n  '--from-file=cert.pem=a b.pem' `\n  '--from-file=key.pem=k.pem'"
    );
    assert!(text("verify-extension").contains("'--resource-group=-rg'"));
}

#[test]
fn a_script_parses_and_calls_what_the_one_for_bash_calls() {
    const FILES: &[(&str, &str)] = &[("cert-file", "~/tls.pem"), ("key-file", "k.pem"), ("cname", "a.b")];
    for pairs in
        [FULL, AKS, FILES, &[("edition", "arc-preview")], &[("edition", "aks-v1"), ("task", "attach")]]
    {
        let script = script(pairs);
        // These are ASCII, and have no mark.
        let commands = parse(&script).unwrap_or_else(|tree| panic!("{tree}\n{script}"));
        let programs = ["az", "kubectl", "oc"];
        let mut called: BTreeSet<String> = BTreeSet::new();
        for command in commands.iter().filter(|command| programs.contains(&command[0].as_str())) {
            let head = command.iter().take_while(|word| !word.starts_with('-') && !word.starts_with('"'));
            called.insert(head.cloned().collect::<Vec<_>>().join(" "));
        }
        if pairs == FULL {
            let values = ["azureml-privileged-scc", "ml-team", "endpoint-tls"];
            for (step, verb) in FULL_CALLS {
                // A variable contains the value there.
                let verb: Vec<&str> = verb.split(' ').filter(|word| !values.contains(word)).collect();
                assert!(called.contains(&verb.join(" ")), "{step}: {verb:?} not in {called:#?}");
            }
        }
        // Functions that are called exist.
        let functions: BTreeSet<&str> = script
            .lines()
            .filter_map(|line| line.trim().strip_prefix("function ")?.split([' ', '(']).next())
            .collect();
        let known =
            ["Write-Output", "Set-StrictMode", "Start-Sleep", "Test-Path", "Convert-Path", "Where-Object"];
        for command in &commands {
            let name = command[0].as_str();
            let is_known = programs.contains(&name) || known.contains(&name) || functions.contains(name);
            assert!(is_known || name.starts_with('$'), "{name} of {command:?}");
        }
    }
}

/// The home folder is expanded where the path stands, at the top. Both files are read before the first step.
#[test]
fn a_script_reads_its_pem_files_first() {
    let script = script(&[("cert-file", "~/it's $x.pem"), ("key-file", "k.pem"), ("cname", "a.b")]);
    assert!(script.contains("\n$cert_file = \"$HOME/\" + 'it''s $x.pem'\n$key_file = 'k.pem'\n"), "{script}");
    let (before, set_up) = script.split_once("function Start-SetUp {\n").unwrap();
    assert!(before.contains("function Confirm-Pem([string] $path)"));
    let first = set_up.split_once("Start-Step").unwrap().0;
    assert!(first.contains("  Confirm-Pem $cert_file\n  Confirm-Pem $key_file\n"), "{first}");
}

#[test]
fn a_script_holds_each_value_once_at_its_top() {
    let script = script(FULL);
    let values = assignments(&script);
    for (id, value) in
        FULL.iter().filter(|(id, _)| !["openshift", "connected", "certificate", "identity"].contains(id))
    {
        let name = id.replace('-', "_");
        assert!(values.contains(&(name.clone(), (*value).to_owned())), "{name} = {value} not in {values:?}");
        let uses = ["${", &name, "}"].concat();
        assert!(script.contains(&uses), "{uses} is not used");
    }
    assert!(!script.contains("unfilled"), "nothing is missing");
}

#[test]
fn a_script_does_nothing_while_a_value_is_missing_or_cannot_be_carried() {
    let pairs = [AKS, &[("workload", "inference"), ("cert-file", "50%.pem"), ("key-file", "k.pem")]].concat();
    let script = script(&pairs);
    let values = assignments(&script);
    for (name, id) in [("cert_file", "cert-file"), ("cname", "cname")] {
        assert!(values.contains(&(name.to_owned(), format!("<{id}>"))), "{values:?}");
        let guard = format!("if (-not ${name} -or ${name}.StartsWith('<')) {{ $unfilled += '{id}' }}");
        assert!(script.contains(&guard), "{script}");
    }
    assert!(!script.contains("$unfilled += 'key-file'") && !script.contains("50%.pem'\n"), "{script}");
    let (before, guard) = script.split_once("if ($unfilled.Count -gt 0) {").expect("a guard");
    assert!(!before.contains("az ") && guard.split_once('}').unwrap().0.contains("exit 1"), "{script}");
}

/// Windows PowerShell takes a file without the mark for one of an older encoding.
#[test]
fn a_script_with_characters_beyond_ascii_has_a_byte_order_mark() {
    let plain = answers(&[("edition", "aks-v1"), ("task", "detach"), ("workspace", "mlw")]);
    let text = |answers| {
        let outcome = outcome(answers).written_for(Shell::PowerShell);
        output::script::script(answers, &outcome, Shell::PowerShell, Layout::Lines).unwrap()
    };
    let other = with(plain.clone(), Field::ResourceGroup, "gruppe-ä");
    assert!(text(&other).starts_with("\u{FEFF}# "), "one mark, and the text");
    assert!(text(&plain).is_ascii() && text(&plain).starts_with("# "), "no mark");
    assert_eq!(text(&plain).starts_with('\u{FEFF}'), !text(&plain).is_ascii());
}
