//! `cargo xtask shots`: takes screenshots of the page for visual review.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{dist, system, test};

/// The folder of the screenshots, relative to the checkout.
const FOLDER: &str = "target/shots";

/// Builds the page as published and takes its screenshots in a language, or only those whose names contain a text.
///
/// # Errors
/// When something cannot be installed, the build fails, or the language or screenshot does not exist.
pub(crate) fn run(sh: &Shell, lang: &str, only: Option<&str>) -> Result<()> {
    let browser = system::provide_browser(sh)?;
    system::provide_fonts(sh)?;
    dist::run(sh, dist::Wanted::default())?;
    let folder = sh.current_dir().join(FOLDER);
    let _e2e = sh.push_dir(test::E2E);
    test::install_packages(sh)?;
    Ok(cmd!(sh, "node shots.mjs {folder} {lang} {only...}").env("CHROMIUM", browser.chromium).run()?)
}
