//! `cargo xtask shots`: pictures of the page, to look at.

use anyhow::Result;
use xshell::{Shell, cmd};

use crate::{dist, system, test};

/// Where the pictures are, from the folder of the checkout.
const FOLDER: &str = "target/shots";

/// Builds the page as it is published and takes the pictures, or those with a text in their names.
///
/// # Errors
/// When something cannot be installed, the build fails, or no picture has such a name.
pub(crate) fn run(sh: &Shell, only: Option<&str>) -> Result<()> {
    let browser = system::provide_browser(sh)?;
    dist::run(sh, false)?;
    let folder = sh.current_dir().join(FOLDER);
    let _e2e = sh.push_dir(test::E2E);
    test::install_packages(sh)?;
    Ok(cmd!(sh, "node shots.mjs {folder} {only...}").env("CHROMIUM", browser.chromium).run()?)
}
