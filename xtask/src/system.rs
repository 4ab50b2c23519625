//! Programs that belong to the machine rather than the project: browsers, Node.js, Python, shells.

use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

/// A browser, and the program that drives it in tests.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Chromium, or Chrome.
    pub(crate) chromium: PathBuf,
    /// The matching driver.
    pub(crate) driver: PathBuf,
}

/// Checks for programs that xtask cannot install.
///
/// # Errors
/// When one is missing. Each missing program is listed on its own line.
pub(crate) fn require(programs: &[&str]) -> Result<()> {
    let missing: Vec<_> = programs.iter().filter(|program| which::which(program).is_err()).collect();
    if missing.is_empty() {
        return Ok(());
    }
    for program in &missing {
        eprintln!("{program} is missing: install it and see that it is on the PATH");
    }
    bail!("{} missing", if missing.len() == 1 { "a program is" } else { "some programs are" });
}

/// Ensures that the native tests can check the outputs with real programs: Python, two shells and shellcheck.
///
/// # Errors
/// When one is missing and cannot be installed.
pub(crate) fn provide_interpreters(sh: &Shell) -> Result<()> {
    let missing: Vec<_> =
        ["dash", "shellcheck"].into_iter().filter(|program| which::which(program).is_err()).collect();
    if !missing.is_empty()
        && let Some(apt) = Apt::find(sh)
    {
        // The packages have the same names as the programs.
        apt.install(sh, &missing)?;
    }
    require(&["python3", "bash", "dash", "shellcheck"])
}

/// Ensures that Python can create virtual environments, which requires a separate package on Debian.
///
/// # Errors
/// When it cannot, and the package cannot be installed.
pub(crate) fn provide_venv(sh: &Shell) -> Result<()> {
    require(&["python3"])?;
    let able = || cmd!(sh, "python3 -c 'import ensurepip, venv'").quiet().ignore_stderr().run().is_ok();
    if able() {
        return Ok(());
    }
    if let Some(apt) = Apt::find(sh) {
        apt.install(sh, &["python3-venv"])?;
    }
    ensure!(
        able(),
        "python3 cannot make virtual environments: install what it lacks (on Debian the package python3-venv)"
    );
    Ok(())
}

/// Finds Chromium and its driver, or installs them.
///
/// The environment variables CHROMIUM and CHROMEDRIVER take precedence over the PATH.
///
/// # Errors
/// When one is missing and cannot be installed.
pub(crate) fn provide_browser(sh: &Shell) -> Result<Browser> {
    if let Some(browser) = find_browser() {
        return Ok(browser);
    }
    if let Some(apt) = Apt::find(sh) {
        println!("installing Chromium and its driver (about a minute)");
        apt.install(sh, &["chromium", "chromium-driver"])?;
    }
    find_browser().context(
        "the browser tests need Chromium and ChromeDriver: install both (on Debian the packages chromium and \
         chromium-driver), or set CHROMIUM and CHROMEDRIVER to their paths",
    )
}

/// Ensures that screenshots can show Korean and Japanese, if apt is available. Otherwise the missing glyphs are visible
/// in the screenshots.
///
/// # Errors
/// When the package cannot be installed.
pub(crate) fn provide_fonts(sh: &Shell) -> Result<()> {
    let has = |lang: &str| cmd!(sh, "fc-list :lang={lang}").quiet().ignore_stderr().read();
    let is_missing = ["ko", "ja"].into_iter().any(|lang| has(lang).is_ok_and(|fonts| fonts.is_empty()));
    match Apt::find(sh) {
        Some(apt) if is_missing => apt.install(sh, &["fonts-noto-cjk"]),
        _ => Ok(()),
    }
}

/// Finds Firefox, or installs it. The environment variable FIREFOX takes precedence over the PATH.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn provide_firefox(sh: &Shell) -> Result<PathBuf> {
    if let Some(firefox) = find_firefox() {
        return Ok(firefox);
    }
    if let Some(apt) = Apt::find(sh) {
        println!("installing Firefox (about a minute)");
        apt.install(sh, &["firefox-esr"])?;
    }
    find_firefox().context(
        "the smoke run needs Firefox: install it (on Debian the package firefox-esr), or set FIREFOX to its path",
    )
}

/// Ensures that Valgrind, which counts instructions, is installed.
///
/// # Errors
/// When it is missing and cannot be installed.
pub(crate) fn provide_valgrind(sh: &Shell) -> Result<()> {
    if which::which("valgrind").is_err()
        && let Some(apt) = Apt::find(sh)
    {
        apt.install(sh, &["valgrind"])?;
    }
    require(&["valgrind"])
}

fn find_firefox() -> Option<PathBuf> {
    find("FIREFOX", &["firefox-esr", "firefox"])
}

fn find_browser() -> Option<Browser> {
    let chromium =
        find("CHROMIUM", &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"])?;
    let driver = find("CHROMEDRIVER", &["chromedriver"])?;
    Some(Browser { chromium, driver })
}

fn find(variable: &str, names: &[&str]) -> Option<PathBuf> {
    match std::env::var_os(variable) {
        Some(path) if !path.is_empty() => Some(path.into()),
        _ => names.iter().find_map(|name| which::which(name).ok()),
    }
}

/// Debian's package manager, with permission to use it.
#[derive(Debug)]
struct Apt {
    /// The words before `apt-get`.
    sudo: &'static [&'static str],
}

impl Apt {
    /// `None` if there is no apt-get, or if it would ask for a password.
    fn find(sh: &Shell) -> Option<Self> {
        which::which("apt-get").ok()?;
        let root = cmd!(sh, "id -u").quiet().read().is_ok_and(|id| id == "0");
        if root {
            return Some(Self { sudo: &[] });
        }
        let sudo = cmd!(sh, "sudo -n true").quiet().ignore_stderr().run().is_ok();
        sudo.then_some(Self { sudo: &["sudo", "-n"] })
    }

    fn install(&self, sh: &Shell, packages: &[&str]) -> Result<()> {
        // Both `env` and `sudo` take variables before the command's name.
        let sudo = self.sudo;
        cmd!(sh, "env {sudo...} DEBIAN_FRONTEND=noninteractive apt-get update").run()?;
        cmd!(
            sh,
            "env {sudo...} DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends {packages...}"
        )
        .run()?;
        Ok(())
    }
}
