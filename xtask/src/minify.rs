//! Trunk's hook after each build. In a release build it minifies WebAssembly with binaryen, and JavaScript and CSS with
//! esbuild.
//!
//! Trunk's own minifier fails on the JavaScript that wasm-bindgen generates, and Trunk only runs `wasm-opt`, which
//! keeps every export. As a hook, this runs in both `serve --release` and `dist`, so both produce the same bytes.

use std::collections::BTreeSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use xshell::{Shell, cmd};

use crate::{bundle, checksums, embed, locales, offline, tools};

/// Replaces the files in Trunk's staging folder by minified ones.
///
/// # Errors
/// When the caller is not Trunk, or esbuild rejects a file.
pub(crate) fn run(sh: &Shell) -> Result<()> {
    let variable = |name| {
        std::env::var(name)
            .with_context(|| format!("{name} is not set: Trunk calls this, in a build of its own"))
    };
    let folder = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    if variable("TRUNK_PROFILE")? != "release" {
        tools::provide(sh, &[&tools::ESBUILD])?;
        locales::publish(sh, &folder, None)?;
        // The page requests the panels in this form in every build.
        bundle::second(sh, &folder)?;
        return offline::withdraw(sh, &folder);
    }
    tools::provide(sh, &[&tools::BINARYEN, &tools::ESBUILD])?;
    let modules = files(&folder, &["wasm"])?;
    for module in &modules {
        shrink(sh, module)?;
    }
    let is_of_page =
        |module: &&PathBuf| module.file_name().is_some_and(|name| name.to_string_lossy().starts_with("page"));
    let page = modules.iter().find(is_of_page).context("there is no module of the page")?;
    let texts = locales::publish(sh, &folder, Some(page))?;
    bundle::page(sh, &folder)?;
    bundle::second(sh, &folder)?;
    let styles = join_styles(sh, &folder)?;
    embed::assemble(sh, &folder, &styles)?;
    sh.remove_path(folder.join(bundle::SNIPPETS))?;
    let scripts = files(&folder, &["js", "css"])?;
    // Every script here is a module. With that option, esbuild also shortens top-level names.
    cmd!(sh, "esbuild {scripts...} --minify --format=esm --legal-comments=none --log-level=warning")
        .args(["--allow-overwrite".into(), flag("--outbase=", &folder), flag("--outdir=", &folder)])
        .quiet()
        .run()
        .context("esbuild failed")?;
    embed::finish(sh, &folder)?;
    offline::publish(sh, &folder, &texts)
}

fn flag(name: &str, value: &Path) -> std::ffi::OsString {
    let mut flag = std::ffi::OsString::from(name);
    flag.push(value);
    flag
}

/// Splits a page at the tags that start with this text: the text before the first one, and the rest without the tags.
pub(crate) fn around(page: &str, tag: &str) -> Result<(String, String)> {
    let mut parts = page.split(tag);
    let before = parts.next().unwrap_or_default().to_owned();
    let mut rest = String::new();
    for part in parts {
        rest.push_str(part.split_once('>').with_context(|| format!("a tag has no end: {tag}"))?.1);
    }
    Ok((before, rest))
}

/// Joins the page's style sheets in order. This needs one request instead of several, and the result is smaller after
/// brotli. Its name contains a hash of the content. Returns its path.
fn join_styles(sh: &Shell, folder: &Path) -> Result<PathBuf> {
    let path = folder.join("index.html");
    let mut page = sh.read_file(&path)?;
    let mut joined = String::new();
    for name in sheets(&page) {
        joined.push_str(&sh.read_file(folder.join(&name))?);
        sh.remove_path(folder.join(name))?;
    }
    let mut hasher = DefaultHasher::new();
    joined.hash(&mut hasher);
    let name = format!("style-{:016x}.css", hasher.finish());
    page = one_sheet(&page, &name)?;
    let styles = folder.join(name);
    sh.write_file(&styles, joined)?;
    sh.write_file(path, page)?;
    Ok(styles)
}

/// The start of a link to a style sheet as written by Trunk.
const SHEET: &str = "<link rel=\"stylesheet\" href=\"./";

/// The names of the style sheets of a page.
fn sheets(page: &str) -> Vec<String> {
    let links = page.split(SHEET).skip(1);
    links.filter_map(|rest| rest.split('"').next()).map(str::to_owned).collect()
}

/// Replaces the links to style sheets by a single one, in the place of the first.
fn one_sheet(page: &str, name: &str) -> Result<String> {
    let (before, rest) = around(page, SHEET)?;
    ensure!(!rest.is_empty(), "the page links to no style sheet as Trunk writes it");
    Ok(format!("{before}{SHEET}{name}\">{rest}"))
}

/// The features that rustc and wasm-bindgen assume and that every browser of the last years supports. Binaryen knows
/// more features, and would use them.
const FEATURES: &[&str] = &[
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// If this variable is set, modules keep their function names, for profiling time or size.
const NAMES: &str = "AZUREML_K8S_NAMES";

/// Shrinks a module. First, `wasm-metadce` removes the exports that the script does not call, and everything that only
/// they need. Then `wasm-opt` optimizes, and also shortens the names that module and script share.
fn shrink(sh: &Shell, module: &Path) -> Result<()> {
    let name = module.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let stem =
        name.strip_suffix("_bg.wasm").with_context(|| format!("{name} is no module of wasm-bindgen's"))?;
    let script_path = module.with_file_name(format!("{stem}.js"));
    let script = sh.read_file(&script_path)?;
    let exports = exports(&script);
    ensure!(!exports.is_empty(), "{stem}.js calls no export of {name}");
    let (graph, part) = (module.with_extension("graph.json"), module.with_extension("part.wasm"));
    sh.write_file(&graph, reachability(&exports))?;
    let names: &[&str] = if std::env::var_os(NAMES).is_some() { &["--debuginfo"] } else { &[] };
    cmd!(sh, "wasm-metadce {module} {FEATURES...} {names...} --graph-file {graph} -o {part}")
        .quiet()
        .ignore_stdout()
        .run()
        .context("wasm-metadce failed")?;
    // The stack grows down to the beginning of the memory, so no data lies below it.
    // The skipped passes shorten the code but make it less repetitive, so it is larger after brotli.
    let options = [
        "--low-memory-unused",
        "--skip-pass=local-cse",
        "--skip-pass=merge-blocks",
        "--skip-pass=merge-locals",
        "--skip-pass=merge-similar-functions",
        // The second run optimizes what the first has left.
        "-Oz",
        "-Oz",
        "--strip-producers",
        "--strip-target-features",
        "--minify-imports-and-exports-and-modules",
    ];
    let names = cmd!(sh, "wasm-opt {part} {FEATURES...} {names...} {options...} -o {module}")
        .quiet()
        .read()
        .context("wasm-opt failed")?;
    sh.write_file(script_path, rename(&script, &serde_json::from_str(&names)?))?;
    sh.remove_path(graph)?;
    Ok(sh.remove_path(part)?)
}

/// The names that `wasm-opt` has changed.
#[derive(serde::Deserialize)]
struct Names {
    /// Module, old name, new name.
    imports: Vec<[String; 3]>,
    /// Old name, new name.
    exports: Vec<[String; 2]>,
}

/// The name that `wasm-opt` gives to the only module of imports.
const IMPORTS: &str = "\"a\"";

/// Renames imports and exports in a script generated by wasm-bindgen as `wasm-opt` has renamed them in its module.
/// Imports are stand-alone names; exports follow `wasm.`.
fn rename(script: &str, names: &Names) -> String {
    let mut renamed = String::new();
    let mut rest = script;
    while let Some(start) = rest.find(is_name) {
        let (before, from) = rest.split_at(start);
        let (name, after) = from.split_at(from.find(|c| !is_name(c)).unwrap_or(from.len()));
        renamed.push_str(before);
        let export = names.exports.iter().find(|[old, _]| renamed.ends_with("wasm.") && old == name);
        let import = names.imports.iter().find(|[_, old, _]| old == name);
        renamed.push_str(match (export, import) {
            (Some([_, new]), _) | (None, Some([.., new])) => new,
            (None, None) => name,
        });
        rest = after;
    }
    renamed.push_str(rest);
    let module = names.imports.first().map(|[module, ..]| format!("\"{module}\""));
    module.map_or_else(|| renamed.clone(), |module| renamed.replace(&module, IMPORTS))
}

fn is_name(c: char) -> bool {
    c.is_ascii_alphanumeric() || c == '_' || c == '$'
}

/// The exports that a script generated by wasm-bindgen calls, as `wasm.name`.
fn exports(script: &str) -> BTreeSet<&str> {
    let names =
        script.split("wasm.").skip(1).map(|rest| rest.split(|c| !is_name(c)).next().unwrap_or_default());
    names.filter(|name| !name.is_empty()).collect()
}

/// The graph for `wasm-metadce`, with these exports as roots.
fn reachability(exports: &BTreeSet<&str>) -> String {
    let node = |name: &&str| format!("{{\"name\": \"{name}\", \"export\": \"{name}\", \"root\": true}}");
    let nodes: Vec<String> = exports.iter().map(node).collect();
    format!("[{}]", nodes.join(", "))
}

/// The files with these extensions in a folder and its subfolders, sorted by path.
fn files(folder: &Path, extensions: &[&str]) -> Result<Vec<PathBuf>> {
    let is_wanted = |path: &PathBuf| {
        path.extension().is_some_and(|found| extensions.iter().any(|extension| found == *extension))
    };
    Ok(checksums::files(folder)?.into_values().filter(is_wanted).collect())
}

#[cfg(test)]
mod tests {
    use super::{Names, exports, one_sheet, reachability, rename, sheets};

    #[test]
    fn keeps_the_exports_that_the_script_calls() {
        let script = "wasm.__wbindgen_malloc(1); wasm.open(x); wasm = instance.exports; wasm.open()";
        assert_eq!(exports(script).into_iter().collect::<Vec<_>>(), ["__wbindgen_malloc", "open"]);
        assert_eq!(
            reachability(&exports("wasm.a() wasm.b")),
            r#"[{"name": "a", "export": "a", "root": true}, {"name": "b", "export": "b", "root": true}]"#
        );
    }

    #[test]
    fn renames_what_script_and_module_have_in_common_and_nothing_else() {
        let names = Names {
            imports: vec![["./page_bg.js".into(), "__wbg_open_1".into(), "a".into()]],
            exports: vec![["open".into(), "b".into()], ["memory".into(), "c".into()]],
        };
        let script = "const i = { __wbg_open_1: (x) => open(x) }; let memory = wasm.memory; wasm.open(wasm.opened);\n\
                      return { \"./page_bg.js\": i, __wbg_open_12: 1 };";
        assert_eq!(
            rename(script, &names),
            "const i = { a: (x) => open(x) }; let memory = wasm.c; wasm.b(wasm.opened);\n\
             return { \"a\": i, __wbg_open_12: 1 };"
        );
    }

    #[test]
    fn joins_the_style_sheets_of_the_page_in_their_order() {
        let page = "<link rel=\"icon\" href=\"./icon.svg\"/>\n<link rel=\"stylesheet\" href=\"./b-1.css\"/>\n\
                    <link rel=\"stylesheet\" href=\"./a-2.css\" integrity=\"x\"/></head>";
        assert_eq!(sheets(page), ["b-1.css", "a-2.css"]);
        assert_eq!(
            one_sheet(page, "style-3.css").unwrap(),
            "<link rel=\"icon\" href=\"./icon.svg\"/>\n<link rel=\"stylesheet\" href=\"./style-3.css\">\n</head>"
        );
        assert!(one_sheet("<p>", "style-3.css").is_err());
    }
}
