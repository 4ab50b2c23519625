//! The published scripts: one a module, each with what it imports, and a page that holds none itself.

use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

/// What the published page may load and do, wherever it lies. A page that is served with a policy of its own keeps both.
pub(crate) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self'; img-src 'self' data:; worker-src 'self'; manifest-src 'self'; base-uri 'none'; \
     form-action 'none'; require-trusted-types-for 'script'; trusted-types azureml-k8s-wizard";

/// Where wasm-bindgen puts the scripts that stand in Rust sources.
pub(crate) const SNIPPETS: &str = "snippets";

/// The script of the second module.
const SECOND: &str = "panels.js";

/// Makes one script of the page's and those that it imports, which starts itself, without what the page does not call:
/// `initSync`, which wasm-bindgen offers too.
///
/// # Errors
/// When the page is not as Trunk writes it, or esbuild refuses its script.
pub(crate) fn page(sh: &Shell, folder: &Path) -> Result<()> {
    let path = folder.join("index.html");
    let page = sh.read_file(&path)?;
    let script = imported(&page)?;
    let module = script.strip_suffix(".js").context("the page's script is no .js")?;
    let start = format!(
        "import init from './{script}';\ninit({{ module_or_path: new URL('{module}_bg.wasm', import.meta.url) }});"
    );
    esbuild(sh, folder, &start, &["--format=esm", &format!("--outfile={script}"), "--allow-overwrite"])?;
    Ok(sh.write_file(path, strict(&page, script)?)?)
}

/// Makes a function of the second module's script that gives a module of its own at each call: several wizards on a page
/// share nothing, and what belongs to one goes with it. It is called with the address that the module came from.
///
/// # Errors
/// When esbuild refuses the script.
pub(crate) fn second(sh: &Shell, folder: &Path) -> Result<()> {
    factory(sh, folder, SECOND, SECOND)
}

/// Makes such a function of a script of wasm-bindgen's.
///
/// # Errors
/// When esbuild refuses the script.
pub(crate) fn factory(sh: &Shell, folder: &Path, script: &str, to: &str) -> Result<()> {
    let all = format!("export * from './{script}'; export {{ default }} from './{script}';");
    let options = ["--format=iife", "--global-name=module", "--define:import.meta.url=address"];
    let bundled = esbuild(sh, folder, &all, &options)?;
    Ok(sh.write_file(
        folder.join(to),
        format!("export default (address) => {{\n{bundled}\nreturn module;\n}};\n"),
    )?)
}

/// Bundles what a script imports, from a folder's files.
fn esbuild(sh: &Shell, folder: &Path, script: &str, options: &[&str]) -> Result<String> {
    let _inside = sh.push_dir(folder);
    cmd!(sh, "esbuild --bundle --log-level=warning {options...}")
        .stdin(script)
        .quiet()
        .read()
        .context("esbuild cannot bundle a script")
}

/// The name of the script that a page starts with, as Trunk imports it.
fn imported(page: &str) -> Result<&str> {
    let from =
        page.split_once("import init from './").context("the page imports no script as Trunk writes it")?.1;
    Ok(from.split_once('\'').context("the name of the page's script has no end")?.0)
}

/// A page under the policy: its script is a file, and nothing is loaded ahead that the page asks for at once anyway.
fn strict(page: &str, script: &str) -> Result<String> {
    /// How Trunk begins the script that starts a page, and links to scripts that are loaded ahead.
    const START: &str = "<script type=\"module\">";
    const AHEAD: &str = "<link rel=\"modulepreload\" ";
    let (before, rest) = page.split_once(START).context("the page starts no script as Trunk writes it")?;
    let (_, after) = rest.split_once("</script>").context("the page's script has no end")?;
    let (head, links) = crate::minify::around(after, AHEAD)?;
    let before = guarded(before)?;
    Ok(format!("{before}<script type=\"module\" src=\"./{script}\"></script>{head}{links}"))
}

/// A page with the policy, before anything that it concerns.
///
/// # Errors
/// When the page does not name its charset.
pub(crate) fn guarded(page: &str) -> Result<String> {
    /// What has to come first of all.
    const CHARSET: &str = "<meta charset=\"utf-8\">";
    let (top, below) = page.split_once(CHARSET).context("the page names no charset")?;
    Ok(format!("{top}{CHARSET}<meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">{below}"))
}

#[cfg(test)]
mod tests {
    use super::{POLICY, imported, strict};

    #[test]
    fn the_page_names_its_script_and_holds_none() {
        let page = "<meta charset=\"utf-8\"><script src=\"guard.js\"></script><script type=\"module\">\n\
                    import init from './page-1.js';\n</script><link rel=\"modulepreload\" href=\"./page-1.js\">\
                    <link rel=\"modulepreload\" href=\"./snippets/a/inline0.js\"><link rel=\"preload\" href=\"./page-1_bg.wasm\">";
        assert_eq!(imported(page).unwrap(), "page-1.js");
        assert_eq!(
            strict(page, "page-1.js").unwrap(),
            format!(
                "<meta charset=\"utf-8\"><meta http-equiv=\"Content-Security-Policy\" content=\"{POLICY}\">\
                 <script src=\"guard.js\"></script><script type=\"module\" src=\"./page-1.js\"></script>\
                 <link rel=\"preload\" href=\"./page-1_bg.wasm\">"
            )
        );
        assert!(imported("<script>").is_err());
        assert!(strict("<script type=\"module\">", "page-1.js").is_err());
    }
}
