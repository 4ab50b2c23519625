//! `cargo xtask test`: runs every check, cheapest first.

use std::path::PathBuf;
use std::time::Instant;

use anyhow::{Context, Result};
use serde::Deserialize;
use xshell::{Shell, cmd};

use crate::cli::Scope;
use crate::dist::Wanted;
use crate::system::Browser;
use crate::{dist, examples, system, tools};

/// Cargo's options for building the page.
const WEB: &[&str] = &["--target", "wasm32-unknown-unknown", "--no-default-features", "--features", "web"];

/// Options to run Chromium as root, without a display, and without its own network requests.
const CHROMIUM_OPTIONS: &[&str] = &[
    "no-sandbox",
    "disable-gpu",
    "disable-quic",
    "no-first-run",
    "disable-background-networking",
    "disable-component-update",
    "disable-sync",
];

/// A step: its name and its function.
type Step = (&'static str, fn(&Shell) -> Result<()>);

const FORMAT: Step = ("format", format);
const CLIPPY: Step = ("clippy, native", clippy);
const CLIPPY_WEB: Step = ("clippy, page", clippy_web);
const NATIVE: Step = ("tests, native", native);
const BROWSER: Step = ("tests, in the browser", browser);
const PAGE: Step = ("page, as published", page);
const WEIGHT: Step = ("page, as published, and its weight", weight);
const HOSTS: Step = ("docs hosts", examples::build_all);
const END_TO_END: Step = ("tests, end to end", end_to_end);
const FIREFOX: Step = ("smoke run in Firefox", firefox);
const LONG: Step = ("properties, many times as many cases", long);
const SDK: Step = ("tests, in the Azure SDKs", sdk);

/// Runs the steps in order.
///
/// # Errors
/// With the name of the first step that fails. The steps after it do not run.
pub(crate) fn run(sh: &Shell, scope: Scope) -> Result<()> {
    let steps: &[Step] = match scope {
        Scope::Full => &[FORMAT, CLIPPY, CLIPPY_WEB, NATIVE, BROWSER, WEIGHT, HOSTS, END_TO_END, FIREFOX],
        Scope::Quick => &[FORMAT, CLIPPY, CLIPPY_WEB, NATIVE],
        Scope::EndToEnd => &[WEIGHT, HOSTS, END_TO_END],
        Scope::Firefox => &[PAGE, HOSTS, FIREFOX],
        Scope::Long => &[LONG],
        Scope::Sdk => &[SDK],
    };
    if matches!(scope, Scope::Full | Scope::Quick | Scope::Long) {
        system::provide_interpreters(sh)?;
    }
    let (start, count) = (Instant::now(), steps.len());
    for (index, (name, step)) in steps.iter().enumerate() {
        let number = index + 1;
        println!("\n=== {number}/{count} {name}");
        let start = Instant::now();
        let outcome = step(sh);
        let word = if outcome.is_ok() { "passed" } else { "FAILED" };
        println!("=== {number}/{count} {name}: {word} after {:.1} s", start.elapsed().as_secs_f64());
        outcome.with_context(|| format!("the step \"{name}\" failed"))?;
    }
    println!("\n=== all {count} steps passed after {:.1} s", start.elapsed().as_secs_f64());
    Ok(())
}

fn format(sh: &Shell) -> Result<()> {
    Ok(cmd!(sh, "cargo fmt --all --check").run()?)
}

fn clippy(sh: &Shell) -> Result<()> {
    Ok(cmd!(sh, "cargo clippy --workspace --all-targets -- -D warnings").run()?)
}

fn clippy_web(sh: &Shell) -> Result<()> {
    tools::provide_target(sh)?;
    cmd!(sh, "cargo clippy {WEB...} --lib --bin page --test web -- -D warnings").run()?;
    // The panels and the element contain code that the page leaves to them.
    Ok(cmd!(sh, "cargo clippy {WEB...} --features files --lib --bin panels --bin element -- -D warnings")
        .run()?)
}

fn native(sh: &Shell) -> Result<()> {
    let python = tools::PYYAML.provide(sh)?;
    Ok(cmd!(sh, "cargo test --workspace").env("PYTHON", python).run()?)
}

/// The default factor for the number of cases in a long run. `AZUREML_K8S_TIMES` overrides it.
const TIMES: &str = "20";

fn long(sh: &Shell) -> Result<()> {
    let python = tools::PYYAML.provide(sh)?;
    let times = std::env::var_os("AZUREML_K8S_TIMES").unwrap_or(TIMES.into());
    let properties =
        ["shells::", "links::", "read::", "read_back::", "quoting::", "updates::", "scenario_file::"];
    let run = cmd!(sh, "cargo test --profile bench --test core -- {properties...}");
    Ok(run.env("PYTHON", python).env("AZUREML_K8S_TIMES", times).run()?)
}

fn browser(sh: &Shell) -> Result<()> {
    let browser = system::provide_browser(sh)?;
    tools::provide_target(sh)?;
    tools::provide(sh, &[&tools::WASM_BINDGEN])?;
    let capabilities = write_capabilities(sh, &browser)?;
    cmd!(sh, "cargo test {WEB...} --test web")
        .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", "wasm-bindgen-test-runner")
        .env("CHROMEDRIVER", browser.driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", capabilities)
        // The runner allows all tests together 20 seconds, which a busy machine can exceed.
        .env("WASM_BINDGEN_TEST_TIMEOUT", "120")
        .run()?;
    Ok(())
}

/// Writes the file that tells the test runner which browser to start with which options.
fn write_capabilities(sh: &Shell, browser: &Browser) -> Result<PathBuf> {
    let binary = browser.chromium.to_str().context("the path of Chromium is not UTF-8")?;
    let binary = binary.replace('\\', r"\\").replace('"', r#"\""#);
    let options = CHROMIUM_OPTIONS.join(r#"", ""#);
    let file = sh.current_dir().join("target/webdriver.json");
    sh.write_file(
        &file,
        format!("{{\"goog:chromeOptions\": {{\"binary\": \"{binary}\", \"args\": [\"{options}\"]}}}}\n"),
    )?;
    Ok(file)
}

/// Builds the page and the single file for the steps that follow.
fn page(sh: &Shell) -> Result<()> {
    dist::run(sh, Wanted { single: true, ..Wanted::default() })
}

/// The same, and checks the size budgets.
fn weight(sh: &Shell) -> Result<()> {
    dist::run(sh, Wanted { sizes: true, single: true, ..Wanted::default() })
}

fn end_to_end(sh: &Shell) -> Result<()> {
    let browser = system::provide_browser(sh)?;
    let _folder = sh.push_dir(E2E);
    install_packages(sh)?;
    cmd!(sh, "npx --no -- playwright test").env("CHROMIUM", browser.chromium).run()?;
    Ok(())
}

fn firefox(sh: &Shell) -> Result<()> {
    let firefox = system::provide_firefox(sh)?;
    let _folder = sh.push_dir(E2E);
    install_packages(sh)?;
    for walk in ["firefox.mjs", "hosts-firefox.mjs"] {
        cmd!(sh, "node {walk}").env("FIREFOX", &firefox).run()?;
    }
    Ok(())
}

/// The folder of the programs that test the published page.
pub(crate) const E2E: &str = "tests/e2e";

/// Installs the packages in the `package-lock.json` of the current folder, unless they are installed.
///
/// # Errors
/// When Node.js is missing, or the packages cannot be installed.
pub(crate) fn install_packages(sh: &Shell) -> Result<()> {
    system::require(&["node", "npm", "npx"])?;
    // npm leaves no trace that distinguishes an interrupted install from a complete one.
    let stamp = "node_modules/.installed";
    let wanted = sh.read_file("package-lock.json")?;
    if sh.path_exists(stamp) && sh.read_file(stamp)? == wanted {
        return Ok(());
    }
    cmd!(sh, "npm ci").run()?;
    Ok(sh.write_file(stamp, wanted)?)
}

fn sdk(sh: &Shell) -> Result<()> {
    let python = tools::AZURE_SDKS.provide(sh)?;
    let messages =
        cmd!(sh, "cargo build --bin azureml-k8s --message-format json-render-diagnostics").read()?;
    let program = executable(&messages, "azureml-k8s").context("Cargo does not say where azureml-k8s is")?;
    Ok(cmd!(sh, "{python} tests/sdk/run.py {program}").run()?)
}

/// The path of a target that Cargo has built, taken from its messages: one JSON object per line. For a benchmark, Cargo
/// also builds the programs of its package.
pub(crate) fn executable(messages: &str, name: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Artifact {
        target: Target,
        executable: Option<String>,
    }
    #[derive(Deserialize)]
    struct Target {
        name: String,
    }
    let artifacts = messages.lines().filter_map(|line| serde_json::from_str::<Artifact>(line).ok());
    artifacts.filter(|artifact| artifact.target.name == name).find_map(|artifact| artifact.executable)
}

#[cfg(test)]
mod tests {
    use super::executable;

    #[test]
    fn finds_a_program_in_the_messages_of_cargo() {
        let messages = r#"{"reason":"compiler-artifact","target":{"name":"native"},"executable":null,"fresh":true}
{"reason":"compiler-artifact","target":{"name":"native"},"executable":"C:\\a b\\native-1","fresh":true}
{"reason":"compiler-artifact","target":{"name":"azureml-k8s"},"executable":"/a b/azureml-k8s","fresh":true}
{"reason":"build-finished","success":true}"#;
        assert_eq!(executable(messages, "azureml-k8s").as_deref(), Some("/a b/azureml-k8s"));
        assert_eq!(executable(messages, "native").as_deref(), Some(r"C:\a b\native-1"));
        assert_eq!(executable(messages, "page"), None);
    }
}
