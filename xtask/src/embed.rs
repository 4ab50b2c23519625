//! The published element, in a self-contained folder, and the frame that shows it.

use std::path::Path;

use anyhow::{Context, Result};
use xshell::{Shell, cmd};

use crate::{bundle, checksums, locales};

/// The element's folder within the published page.
pub(crate) const FOLDER: &str = "embed";

/// The folder of its sources.
const SOURCES: &str = "embed";

/// The element's entry file, whose name never changes.
pub(crate) const ENTRY: &str = "embed.js";

/// The files of the frame in the page's folder.
const FRAME: [&str; 2] = ["frame.html", "frame.js"];

/// The files of the panels, which the element's folder contains a copy of.
const SECOND: [&str; 3] = ["panels.js", "panels_bg.wasm", "panels.css"];

/// Assembles scripts, styles and texts, which are minified afterwards. Must run while the folder contains the modules
/// as written by wasm-bindgen and shrunk.
///
/// # Errors
/// When a file is missing, or esbuild rejects a script.
pub(crate) fn assemble(sh: &Shell, folder: &Path, page_styles: &Path) -> Result<()> {
    let element = folder.join(FOLDER);
    sh.create_dir(&element)?;
    bundle::factory(sh, folder, "element.js", "embed/element.js")?;
    sh.remove_path(folder.join("element.js"))?;
    let module = element.join("element_bg.wasm");
    sh.copy_file(folder.join("element_bg.wasm"), &module)?;
    sh.remove_path(folder.join("element_bg.wasm"))?;
    locales::publish(sh, &element, Some(&module))?;
    let styles = sh.read_file(page_styles)? + &sh.read_file("style/embedded.css")?;
    sh.write_file(element.join("style.css"), independent(&styles)?)?;
    for name in FRAME {
        sh.copy_file(Path::new(SOURCES).join(name), folder.join(name))?;
    }
    let frame = folder.join("frame.html");
    let page = bundle::guarded(&sh.read_file(&frame)?)?;
    Ok(sh.write_file(frame, page)?)
}

/// Copies the panels into the element's folder, gives its files names that contain a hash, and writes these names and
/// the integrity values into the entry file. Must run after everything else has been minified.
///
/// # Errors
/// When a file is missing, or esbuild rejects the script.
pub(crate) fn finish(sh: &Shell, folder: &Path) -> Result<()> {
    let element = folder.join(FOLDER);
    for name in SECOND {
        sh.copy_file(folder.join(name), element.join(name))?;
    }
    let parts = [("SCRIPT", "element", ".js"), ("MODULE", "element", "_bg.wasm"), ("STYLE", "style", ".css")];
    let mut all = Vec::new();
    for name in parts.iter().map(|(_, stem, rest)| format!("{stem}{rest}")).chain(SECOND.map(str::to_owned)) {
        all.extend(sh.read_binary_file(element.join(name))?);
    }
    // All files share one version: the script requests the panels by its own version, so no cache can mix two versions.
    let version = checksums::short(&all);
    let mut defines = Vec::new();
    for (placeholder, stem, rest) in parts {
        let path = element.join(format!("{stem}{rest}"));
        let content = sh.read_binary_file(&path)?;
        let name = format!("{stem}-{version}{rest}");
        let value = serde_json::json!({ "name": name, "integrity": checksums::integrity(&content) });
        defines.push(format!("--define:__{placeholder}__={value}"));
        sh.copy_file(&path, element.join(name))?;
        sh.remove_path(path)?;
    }
    let (source, to) = (Path::new(SOURCES).join(ENTRY), element.join(ENTRY));
    cmd!(sh, "esbuild {source} {defines...} --minify --format=esm --log-level=warning --outfile={to}")
        .quiet()
        .run()
        .context("esbuild refuses the element's script")
}

/// The default root font size in pixels.
const ROOT: f64 = 16.0;

/// Makes style rules independent of the host page: the root font size becomes a custom property of the element, and
/// widths refer to the element instead of the window.
fn independent(styles: &str) -> Result<String> {
    let root = |number: f64| format!("calc({number} * var(--rem))");
    // Queries do not support custom properties, and resolve lengths to pixels anyway.
    let pixels = |number: f64| format!("{}px", number * ROOT);
    let mut parts = styles.split("@media");
    let mut out = lengths(parts.next().unwrap_or_default(), &root);
    for part in parts {
        let (query, rules) = part.split_once('{').context("a media query has no rules")?;
        let kind = if query.contains("(width ") { "@container" } else { "@media" };
        out.extend([kind, &lengths(query, &pixels), "{", &lengths(rules, &root)]);
    }
    Ok(out)
}

/// Replaces the unit `rem` in CSS by the given function, and `vw` by the width of the element.
fn lengths(styles: &str, rem: &dyn Fn(f64) -> String) -> String {
    let is_digit = |c: char| c.is_ascii_digit() || c == '.';
    let mut out = String::new();
    let mut rest = styles;
    while let Some(start) = rest.find(is_digit) {
        let (before, from) = rest.split_at(start);
        let (number, after) = from.split_at(from.find(|c| !is_digit(c)).unwrap_or(from.len()));
        let (unit, behind) =
            after.split_at(after.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(after.len()));
        rest = behind;
        out.push_str(before);
        // Digits within a name are not a number. A hyphen before a number is a sign unless it belongs to a name.
        let bare = before.strip_suffix('-').filter(|bare| bare.ends_with([' ', '(', ':', ',']));
        let is_number = bare.is_some() || before.ends_with([' ', '(', ':', ',', '/']);
        match (number.parse::<f64>(), unit) {
            (Ok(value), "rem") if is_number => {
                if bare.is_some() {
                    out.pop();
                }
                out.push_str(&rem(if bare.is_some() { -value } else { value }));
            }
            (Ok(_), "vw") if is_number => out.extend([number, "cqi"]),
            _ => out.extend([number, unit]),
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::independent;

    #[test]
    fn lengths_are_those_of_the_element() {
        let styles = ".a-2 { margin: 0 -0.25rem 1.5rem; width: min(34rem, calc(100vw - 2rem)); height: 12vh; color: #1e2 }\n\
                      @media (width >= 64rem) {\n.b { top: 1rem } }\n@media (height < 30rem) { .c { font: 1rem/1.5 x } }\n@media print { .c { size: 10.5pt } }";
        assert_eq!(
            independent(styles).unwrap(),
            ".a-2 { margin: 0 calc(-0.25 * var(--rem)) calc(1.5 * var(--rem)); width: min(calc(34 * var(--rem)), \
             calc(100cqi - calc(2 * var(--rem)))); height: 12vh; color: #1e2 }\n\
             @container (width >= 1024px) {\n.b { top: calc(1 * var(--rem)) } }\n@media (height < 480px) { .c { font: calc(1 * var(--rem))/1.5 x } }\n\
             @media print { .c { size: 10.5pt } }"
        );
    }
}
