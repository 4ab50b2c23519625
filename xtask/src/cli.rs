//! The command line.

use lexopt::prelude::{Long, Short, Value, ValueExt};

use crate::bench::Part;
use crate::dist::Wanted;

/// The text for `--help` and for a usage error.
pub(crate) const USAGE: &str = "\
usage: cargo xtask <command>

  serve [--release] [--port N]   build the page and serve it on http://127.0.0.1:8080 (or N)
  test [--quick | --e2e]         check everything; --quick: only the checks that need no browser;
                                 --e2e: only the end-to-end tests
  test --firefox                 only the smoke run in Firefox
  test --long                    try twenty times as many texts in shells, links and pasted commands, which
                                 takes minutes and checking everything leaves out (AZUREML_K8S_TIMES: another factor)
  test --sdk                     run the written Python in the Azure SDKs (some hundred megabytes),
                                 which checking everything leaves out
  dist [--sizes] [--single] [--twice]
                                 build the page for publishing into dist/, with licences, headers and checksums;
                                 --sizes: how large each file is; --single: besides, all of it as one file that runs
                                 without a server, target/single/azureml-k8s-wizard.html; --twice: build the commit
                                 again in another folder, and see that the same files come out
  examples [--only NAME]         build the page for publishing, and the sites of examples/embed with the element in them, into
                                 target/examples/; --only: plain, mkdocs, docusaurus or sphinx alone
  generate [--check]             write the files that are generated from the wizard's tables: the English catalog, the element's
                                 types, the schema of scenario files, lists of languages, the terminal reference;
                                 --check: only report which files differ
  shots [--lang LANG] [--only NAME]
                                 build the page as published and take pictures of every step of it, in themes, widths and
                                 states, into target/shots/, with index.html to look at them all;
                                 --lang: in another language, such as ja; --only: those with NAME in their names, such as dark-320 or findings
  bench [PART ...] [--keep LABEL]
                                 measure, against the budgets in bench/budgets.json: payload, native, start, keys, lighthouse (all
                                 five unless some are named), memory (ten minutes of use at random); as a table, and as JSON in
                                 target/bench/figures.json; --keep: add a line to bench/history.jsonl, of the commit";

/// The default port of `serve`.
const PORT: u16 = 8080;

/// The default language of the page.
const ENGLISH: &str = "en";

/// A parsed command.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Command {
    /// Show the help.
    Help,
    /// Build the page, serve it, and build it again after each change.
    Serve {
        /// Whether to serve the same bytes that `dist` publishes, without automatic reloading.
        release: bool,
        /// The port on 127.0.0.1.
        port: u16,
    },
    /// Check the project.
    Test(Scope),
    /// Build the page for publishing.
    Dist(Wanted),
    /// Build the example sites that contain the element.
    Examples {
        /// The name of the only site to build.
        only: Option<String>,
    },
    /// Take screenshots of the page.
    Shots {
        /// The language of the page.
        lang: String,
        /// A text that the names of the wanted screenshots contain.
        only: Option<String>,
    },
    /// Write the files that are generated from the wizard's tables.
    Generate {
        /// Only report which files differ.
        check: bool,
    },
    /// Measure against the budgets.
    Bench {
        /// The benchmarks to run.
        parts: Vec<Part>,
        /// The label under which the figures are added to the history.
        keep: Option<String>,
    },
    /// Trunk's hook: minify the files that Trunk has just built.
    Minify,
}

/// The parts of the project that `test` checks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everything except the Azure SDKs, which are large and rarely change.
    Full,
    /// The checks that need neither the page nor a browser.
    Quick,
    /// Only the end-to-end tests.
    EndToEnd,
    /// Only the smoke run in Firefox.
    Firefox,
    /// Only the property tests, with many more cases.
    Long,
    /// Only the test that runs the generated Python in the Azure SDKs.
    Sdk,
}

/// Parses the command line.
///
/// # Errors
/// When an argument is unknown.
pub(crate) fn parse(mut args: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let mut command = match args.next()? {
        None | Some(Long("help") | Short('h')) => return Ok(Command::Help),
        Some(Value(name)) => match name.string()?.as_str() {
            "serve" => Command::Serve { release: false, port: PORT },
            "test" => Command::Test(Scope::Full),
            "dist" => Command::Dist(Wanted::default()),
            "examples" => Command::Examples { only: None },
            "generate" => Command::Generate { check: false },
            "shots" => Command::Shots { lang: ENGLISH.to_owned(), only: None },
            "bench" => Command::Bench { parts: Vec::new(), keep: None },
            "minify" => Command::Minify,
            "help" => Command::Help,
            other => return Err(format!("there is no command {other:?}").into()),
        },
        Some(other) => return Err(other.unexpected()),
    };
    while let Some(arg) = args.next()? {
        match (&mut command, arg) {
            (_, Long("help") | Short('h')) => return Ok(Command::Help),
            (Command::Serve { release, .. }, Long("release")) => *release = true,
            (Command::Serve { port, .. }, Long("port")) => *port = args.value()?.parse()?,
            (Command::Test(scope @ Scope::Full), Long("quick")) => *scope = Scope::Quick,
            (Command::Test(scope @ Scope::Full), Long("e2e")) => *scope = Scope::EndToEnd,
            (Command::Test(scope @ Scope::Full), Long("firefox")) => *scope = Scope::Firefox,
            (Command::Test(scope @ Scope::Full), Long("long")) => *scope = Scope::Long,
            (Command::Test(scope @ Scope::Full), Long("sdk")) => *scope = Scope::Sdk,
            (Command::Dist(wanted), Long("sizes")) => wanted.sizes = true,
            (Command::Dist(wanted), Long("single")) => wanted.single = true,
            (Command::Dist(wanted), Long("twice")) => wanted.twice = true,
            (Command::Generate { check }, Long("check")) => *check = true,
            (Command::Shots { lang, .. }, Long("lang")) => *lang = args.value()?.string()?,
            (Command::Bench { keep, .. }, Long("keep")) => *keep = Some(args.value()?.string()?),
            (Command::Bench { parts, .. }, Value(name)) => {
                let name = name.string()?;
                parts.push(
                    Part::from_name(&name).ok_or_else(|| format!("there is no part {name:?} to measure"))?,
                );
            }
            (Command::Examples { only } | Command::Shots { only, .. }, Long("only")) => {
                *only = Some(args.value()?.string()?);
            }
            (_, other) => return Err(other.unexpected()),
        }
    }
    if let Command::Bench { parts, .. } = &mut command
        && parts.is_empty()
    {
        // The memory benchmark takes ten minutes, so it only runs on request.
        parts.extend(Part::ALL.map(|(part, _)| part).into_iter().filter(|part| *part != Part::Memory));
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::{Command, Part, Scope, Wanted, parse};

    fn parsed(args: &[&str]) -> Option<Command> {
        parse(lexopt::Parser::from_args(args)).ok()
    }

    #[test]
    fn reads_commands_with_their_options() {
        assert_eq!(parsed(&["serve"]), Some(Command::Serve { release: false, port: 8080 }));
        assert_eq!(
            parsed(&["serve", "--port", "9000", "--release"]),
            Some(Command::Serve { release: true, port: 9000 })
        );
        assert_eq!(parsed(&["test", "--quick"]), Some(Command::Test(Scope::Quick)));
        assert_eq!(parsed(&["test", "--e2e"]), Some(Command::Test(Scope::EndToEnd)));
        assert_eq!(parsed(&["test", "--firefox"]), Some(Command::Test(Scope::Firefox)));
        assert_eq!(parsed(&["test", "--sdk"]), Some(Command::Test(Scope::Sdk)));
        assert_eq!(parsed(&["test", "--long"]), Some(Command::Test(Scope::Long)));
        let dist = |sizes, single, twice| Some(Command::Dist(Wanted { sizes, single, twice }));
        assert_eq!(parsed(&["dist"]), dist(false, false, false));
        assert_eq!(parsed(&["dist", "--sizes"]), dist(true, false, false));
        assert_eq!(parsed(&["dist", "--twice", "--single"]), dist(false, true, true));
        let shots = |lang: &str, only: Option<&str>| {
            Some(Command::Shots { lang: lang.to_owned(), only: only.map(str::to_owned) })
        };
        assert_eq!(parsed(&["shots"]), shots("en", None));
        assert_eq!(parsed(&["shots", "--only", "dark-320"]), shots("en", Some("dark-320")));
        assert_eq!(parsed(&["shots", "--lang", "ja"]), shots("ja", None));
        assert_eq!(parsed(&["generate"]), Some(Command::Generate { check: false }));
        assert_eq!(parsed(&["generate", "--check"]), Some(Command::Generate { check: true }));
        assert_eq!(parsed(&["examples"]), Some(Command::Examples { only: None }));
        assert_eq!(
            parsed(&["examples", "--only", "mkdocs"]),
            Some(Command::Examples { only: Some("mkdocs".to_owned()) })
        );
        let bench = |parts: &[Part], keep: Option<&str>| {
            Some(Command::Bench { parts: parts.to_vec(), keep: keep.map(str::to_owned) })
        };
        let usual = [Part::Payload, Part::Native, Part::Start, Part::Keys, Part::Lighthouse];
        assert_eq!(parsed(&["bench"]), bench(&usual, None));
        assert_eq!(parsed(&["bench", "keys", "memory"]), bench(&[Part::Keys, Part::Memory], None));
        assert_eq!(parsed(&["bench", "payload", "--keep", "less"]), bench(&[Part::Payload], Some("less")));
        assert_eq!(parsed(&["dist", "--help"]), Some(Command::Help));
        assert_eq!(parsed(&[]), Some(Command::Help));
    }

    #[test]
    fn refuses_what_does_not_exist() {
        for args in [
            &["deploy"][..],
            &["serve", "--sizes"],
            &["test", "--quick", "--e2e"],
            &["test", "--sdk", "--quick"],
            &["test", "--only", "dark-320"],
            &["shots", "--only"],
            &["examples", "--lang", "ja"],
            &["test", "--check"],
            &["dist", "--sdk"],
            &["bench", "speed"],
            &["bench", "--keep"],
            &["serve", "--single"],
            &["serve", "--port", "70000"],
            &["--port"],
        ] {
            assert_eq!(parsed(args), None, "{args:?}");
        }
    }
}
