//! `cargo xtask shots`: pictures of the page, to look at.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{dist, system, test};

/// Where the pictures are, from the folder of the checkout.
const FOLDER: &str = "target/shots";

/// Builds the page as it is published and takes the pictures in a language, or those with a text in their names.
///
/// # Errors
/// When something cannot be installed, the build fails, or there is no such language or picture.
pub(crate) fn run(sh: &Shell, lang: &str, only: Option<&str>) -> Result<()> {
    let browser = system::provide_browser(sh)?;
    system::provide_fonts(sh)?;
    dist::run(sh, dist::Wanted::default())?;
    let folder = sh.current_dir().join(FOLDER);
    let _e2e = sh.push_dir(test::E2E);
    test::install_packages(sh)?;
    Ok(cmd!(sh, "node shots.mjs {folder} {lang} {only...}").env("CHROMIUM", browser.chromium).run()?)
}
