//! Programs that belong to the machine, not to the project: the browser, Node.js, Python, shells.

use std::path::PathBuf;

use anyhow::{Context, Result, bail, ensure};
use xshell::{Shell, cmd};

/// A browser, and the program that drives it for the tests.
#[derive(Debug)]
pub(crate) struct Browser {
    /// Chromium, or Chrome.
    pub(crate) chromium: PathBuf,
    /// The driver that belongs to it.
    pub(crate) driver: PathBuf,
}

/// Insists on programs that nothing here can install.
///
/// # Errors
/// When one is missing; each one that is missing gets a line of its own.
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

/// What the native tests hold the outputs against: a real Python, two real shells, and a reader of scripts.
///
/// # Errors
/// When one is missing and cannot be installed.
pub(crate) fn provide_interpreters(sh: &Shell) -> Result<()> {
    let missing: Vec<_> =
        ["dash", "shellcheck"].into_iter().filter(|program| which::which(program).is_err()).collect();
    if !missing.is_empty()
        && let Some(apt) = Apt::find(sh)
    {
        // The packages are called as the programs are.
        apt.install(sh, &missing)?;
    }
    require(&["python3", "bash", "dash", "shellcheck"])
}

/// Sees to it that Python can make virtual environments, for which Debian wants a package of its own.
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
/// The environment variables CHROMIUM and CHROMEDRIVER go before whatever is on the PATH.
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

/// Sees to it that Korean and Japanese are seen in pictures, where apt can: whoever looks at them finds what is missing.
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

/// Finds Firefox, or installs it. The environment variable FIREFOX goes before whatever is on the PATH.
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

/// Sees to it that there is Valgrind, which counts instructions.
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

/// Debian's package manager, and the right to use it.
#[derive(Debug)]
struct Apt {
    /// What goes before `apt-get`.
    sudo: &'static [&'static str],
}

impl Apt {
    /// Nothing where there is no apt-get, or where it would have to ask for a password.
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
