//! The service worker. It caches one version of the published page, always as a complete set.

use std::path::Path;

use anyhow::{Context, Result};
use sha2::{Digest as _, Sha256};
use xshell::{Shell, cmd};

use crate::{checksums, locales};

/// The source of the worker, without the version and the list of files.
const SOURCE: &str = "public/sw.js";
/// The published path. The worker's scope is its own folder and the folders below it.
const PUBLISHED: &str = "sw.js";
/// The page's document, and the address that it is cached under, because some hosts redirect from the file name.
const DOCUMENT: [&str; 2] = ["index.html", "./"];

/// The extensions of files that a page requests. The files of its languages come in addition.
const ASKED_FOR: &[&str] = &["css", "html", "js", "png", "svg", "wasm", "webmanifest"];

/// The worker of a development build. It caches nothing, and unregisters a published page's worker at the same address.
const NONE: &str = "addEventListener('install', () => skipWaiting());\n\
                    addEventListener('activate', (event) => event.waitUntil(registration.unregister()));\n";

/// Writes the worker of a version. All other files must be final. `locales` is the version of the page's texts.
///
/// # Errors
/// When a file cannot be read, or esbuild rejects the worker.
pub(crate) fn publish(sh: &Shell, folder: &Path, locales: &str) -> Result<()> {
    let names: Vec<String> = checksums::files(folder)?.into_keys().filter(|name| is_kept(name)).collect();
    let source = sh.read_file(SOURCE)?;
    let mut version = Sha256::new_with_prefix(&source);
    let mut kept = Vec::new();
    for name in &names {
        let content = sh.read_binary_file(folder.join(name))?;
        let address = address(name, &names, locales);
        version.update(&address);
        version.update(Sha256::digest(&content));
        kept.push([
            address,
            if name == DOCUMENT[0] { String::new() } else { checksums::integrity(&content) },
        ]);
    }
    let document = sh.read_file(folder.join(DOCUMENT[0]))?;
    let in_document: Vec<&String> = names.iter().filter(|name| document.contains(name.as_str())).collect();
    let worker = cmd!(sh, "esbuild --minify --log-level=warning")
        .stdin(source)
        .quiet()
        .read()
        .context("esbuild refuses the worker")?;
    let lines = [
        format!("const VERSION=\"{:.16}\";", format!("{:x}", version.finalize())),
        format!("const FILES={};", serde_json::to_string(&kept)?),
        format!("const NAMED={};", serde_json::to_string(&in_document)?),
        worker,
        String::new(),
    ];
    Ok(sh.write_file(folder.join(PUBLISHED), lines.join("\n"))?)
}

/// Writes the worker of a development build.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn withdraw(sh: &Shell, folder: &Path) -> Result<()> {
    Ok(sh.write_file(folder.join(PUBLISHED), NONE)?)
}

/// Whether a page requests a file. The other files are for publishers and editors.
fn is_kept(name: &str) -> bool {
    let (folder, extension) = (folder(name), name.rsplit('.').next().unwrap_or_default());
    name != PUBLISHED
        && (ASKED_FOR.contains(&extension) || folder.ends_with(&format!("{}/", locales::FOLDER)))
}

/// The folder of a file, with a trailing slash.
fn folder(name: &str) -> &str {
    name.rsplit_once('/').map_or("", |(folder, _)| name.get(..=folder.len()).unwrap_or_default())
}

/// The address by which a page requests a file. `browser/panels.rs` and `browser/locale.rs` add the query.
fn address(name: &str, names: &[String], locales: &str) -> String {
    let folder = folder(name);
    let file = name.strip_prefix(folder).unwrap_or(name);
    let version = if folder.ends_with(&format!("{}/", locales::FOLDER)) {
        Some(locales)
    } else if file.starts_with("panels") {
        script(names, folder).and_then(|script| script.rsplit('-').next())
    } else {
        None
    };
    match version {
        _ if name == DOCUMENT[0] => DOCUMENT[1].to_owned(),
        Some(version) => format!("{name}?{version}"),
        None => name.to_owned(),
    }
}

/// The script of a folder's main module, whose name contains a hash.
fn script<'a>(names: &'a [String], folder: &str) -> Option<&'a str> {
    let is_it = |name: &&str| {
        let stem = name.strip_prefix(folder).and_then(|file| file.strip_suffix(".js"));
        stem.is_some_and(|stem| stem.contains('-') && !stem.contains('/'))
    };
    names.iter().map(String::as_str).find(is_it)
}

#[cfg(test)]
mod tests {
    use super::{address, is_kept, script};

    #[test]
    fn keeps_what_a_page_asks_for() {
        for name in [
            "index.html",
            "page-1_bg.wasm",
            "locales/de.more.json",
            "icons/icon-192.png",
            "embed/locales/de.json",
        ] {
            assert!(is_kept(name), "{name}");
        }
        for name in
            ["sw.js", "_headers", "SHA256SUMS", "LICENSES.txt", "scenario.schema.json", "embed/package.json"]
        {
            assert!(!is_kept(name), "{name}");
        }
    }

    #[test]
    fn addresses_are_those_that_the_page_asks_for() {
        let names: Vec<String> = [
            "embed/element-ab.js",
            "embed/element-cd_bg.wasm",
            "guard.js",
            "page-12.js",
            "page-12_bg.wasm",
            "panels.js",
            "panels_bg.wasm",
        ]
        .map(str::to_owned)
        .into();
        assert_eq!(script(&names, ""), Some("page-12.js"));
        let address = |name| address(name, &names, "77");
        assert_eq!(address("index.html"), "./");
        assert_eq!(address("guard.js"), "guard.js");
        assert_eq!(address("page-12_bg.wasm"), "page-12_bg.wasm");
        assert_eq!(address("panels_bg.wasm"), "panels_bg.wasm?12.js");
        assert_eq!(address("embed/panels.css"), "embed/panels.css?ab.js");
        assert_eq!(address("embed/locales/ko.more.json"), "embed/locales/ko.more.json?77");
    }
}
