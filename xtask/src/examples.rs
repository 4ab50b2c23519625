//! `cargo xtask examples`: builds the pages and documentation sites of `examples/embed` with the published element in
//! them.

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::{dist, test, tools};

/// The output folder, with one subfolder per site, relative to the checkout.
const FOLDER: &str = "target/examples";
/// The folder of the sources.
const SOURCES: &str = "examples/embed";

/// An example site that contains the element.
#[derive(Debug)]
struct Site {
    name: &'static str,
    /// The path of the element within the published site.
    element: &'static str,
    /// Builds the current folder into the given folder.
    build: fn(&Shell, &str) -> Result<()>,
}

const SITES: &[Site] = &[
    Site { name: "plain", element: "embed", build: plain },
    Site { name: "mkdocs", element: "embed", build: mkdocs },
    Site { name: "docusaurus", element: "embed", build: docusaurus },
    Site { name: "sphinx", element: "_static/embed", build: sphinx },
];

/// Builds the page and its element as published, and then all sites or one of them.
///
/// # Errors
/// When something cannot be installed, a build fails, or the site does not exist.
pub(crate) fn run(sh: &Shell, only: Option<&str>) -> Result<()> {
    let sites: Vec<_> = SITES.iter().filter(|site| only.is_none_or(|name| name == site.name)).collect();
    ensure!(!sites.is_empty(), "there is no site {:?}", only.unwrap_or_default());
    dist::run(sh, dist::Wanted::default())?;
    build(sh, &sites)
}

/// Builds all sites with the element of an earlier build.
///
/// # Errors
/// When something cannot be installed, or a build fails.
pub(crate) fn build_all(sh: &Shell) -> Result<()> {
    build(sh, &SITES.iter().collect::<Vec<_>>())
}

fn build(sh: &Shell, sites: &[&Site]) -> Result<()> {
    // The fallbacks inside the element's tags.
    let terminal = ["cargo", "run", "--quiet", "--bin", "azureml-k8s", "--"];
    cmd!(sh, "sh {SOURCES}/copies.sh {SOURCES}/copies {terminal...}").run()?;
    let element = sh.current_dir().join(dist::FOLDER).join("embed");
    for site in sites {
        let published = sh.current_dir().join(FOLDER).join(site.name);
        sh.remove_path(&published)?;
        sh.create_dir(&published)?;
        {
            let _folder = sh.push_dir(SOURCES);
            let _folder = sh.push_dir(site.name);
            let folder = published.to_str().context("the path of the checkout is not UTF-8")?;
            (site.build)(sh, folder).with_context(|| format!("cannot build the site {}", site.name))?;
        }
        let beside = published.join(site.element);
        cmd!(sh, "cp -R {element} {beside}").run()?;
    }
    Ok(())
}

fn plain(sh: &Shell, published: &str) -> Result<()> {
    Ok(cmd!(sh, "cp -R . {published}").run()?)
}

fn mkdocs(sh: &Shell, published: &str) -> Result<()> {
    let python = tools::MKDOCS.provide(sh)?;
    cmd!(sh, "{python} -m mkdocs build --quiet --strict --site-dir {published}")
        // The theme prints a warning about the next version of MkDocs.
        .env("NO_MKDOCS_2_WARNING", "1")
        .run()?;
    Ok(())
}

fn docusaurus(sh: &Shell, published: &str) -> Result<()> {
    test::install_packages(sh)?;
    cmd!(sh, "npx --no -- docusaurus build --out-dir {published}")
        // Otherwise Docusaurus asks npm for a newer version of itself.
        .env("NO_UPDATE_NOTIFIER", "1")
        .run()?;
    Ok(())
}

fn sphinx(sh: &Shell, published: &str) -> Result<()> {
    let python = tools::SPHINX.provide(sh)?;
    // Sphinx's cache of the last build is not part of the site.
    let cache = format!("{published}.doctrees");
    Ok(cmd!(
        sh,
        "{python} -m sphinx --quiet --fail-on-warning --fresh-env --doctree-dir {cache} . {published}"
    )
    .run()?)
}
