//! The licences of the standard library, from the notice that comes with the compiler.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use super::{Component, tidied, without_address};
use crate::tools;

/// The path of the notice within the toolchain's folder.
const NOTICE: &str = "share/doc/rust/COPYRIGHT-library.html";

/// The licences of the standard library's own code. LLVM's applies to the functions that the compiler inserts calls to,
/// and Unicode's to the character tables.
const LICENCE: &str = "(MIT OR Apache-2.0) AND Apache-2.0 WITH LLVM-exception AND Unicode-3.0";

/// The standard library's own code, and the third-party crates that its compiled form for the target contains.
///
/// # Errors
/// When the toolchain has no notice, or the notice has an unknown format.
pub(super) fn components(sysroot: &Path, compiler: &str) -> Result<Vec<Component>> {
    let path = sysroot.join(NOTICE);
    let notice = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let folder = sysroot.join("lib/rustlib").join(tools::TARGET).join("lib");
    let mut crates = BTreeSet::new();
    for entry in folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))? {
        crates.extend(crate_of(&entry?.file_name().to_string_lossy()));
    }
    listed(&notice, &crates, compiler).with_context(|| format!("{} has another form", path.display()))
}

/// The crate of a compiled library: `cfg_if` for `libcfg_if-0123.rlib`.
fn crate_of(file: &str) -> Option<String> {
    let name = file.strip_prefix("lib")?.strip_suffix(".rlib")?;
    Some(name.rsplit_once('-')?.0.to_owned())
}

fn listed(notice: &str, crates: &BTreeSet<String>, compiler: &str) -> Result<Vec<Component>> {
    let (_, notice) = notice.split_once("<h2 id=\"in-tree-files\">").context("no list of its own files")?;
    let (own, others) = notice.split_once("<h2 id=\"out-of-tree").context("no list of other crates")?;
    let mut components = vec![standard_library(own, compiler)?];
    for section in others.split("<h3>📦 ").skip(1) {
        let (title, section) = section.split_once("</h3>").context("a title has no end")?;
        let (name, version) = parted(title).with_context(|| format!("{title} has no version"))?;
        if crates.contains(&name.replace('-', "_")) {
            components.push(crate_of_others(name, version, section)?);
        }
    }
    ensure!(components.len() > 1, "it lists no crate that is compiled in");
    Ok(components)
}

/// The standard library's own code, with the authors and licences of its files.
fn standard_library(files: &str, compiler: &str) -> Result<Component> {
    let standard = Component {
        name: "Rust standard library".to_owned(),
        version: compiler.to_owned(),
        licence: LICENCE.to_owned(),
        ..Component::default()
    };
    let mut standard = standard.checked()?;
    let files = plain(files);
    let lines: Vec<_> = files.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    standard.texts.push(lines.join("\n"));
    Ok(standard)
}

fn crate_of_others(name: &str, version: &str, section: &str) -> Result<Component> {
    let field = |label: &str| {
        let (_, value) = section.split_once(&format!("<b>{label}:</b>"))?;
        Some(plain(value.split_once("</p>")?.0).trim().to_owned())
    };
    let texts = section.split("<pre>").skip(1).filter_map(|text| text.split("</pre>").next());
    Component {
        name: name.to_owned(),
        version: version.to_owned(),
        licence: field("License").with_context(|| format!("{name} has no licence"))?,
        authors: field("Authors").iter().map(|author| without_address(author)).collect(),
        texts: texts.map(plain).collect(),
    }
    .checked()
}

/// Splits `name-version` into the name and the version of a crate.
fn parted(title: &str) -> Option<(&str, &str)> {
    let mut parts = title.match_indices('-').map(|(place, _)| (title.get(..place), title.get(place + 1..)));
    let is_version = |version: &str| version.starts_with(|c: char| c.is_ascii_digit());
    parts.find_map(|(name, version)| Some((name?, version.filter(|version| is_version(version))?)))
}

/// Converts HTML to plain text.
fn plain(html: &str) -> String {
    let mut parts = html.split('<');
    let first = parts.next().unwrap_or_default();
    let rest = parts.map(|part| part.split_once('>').map_or(part, |(_, text)| text));
    let text: String = [first].into_iter().chain(rest).collect();
    let entities = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    tidied(&entities.iter().fold(text, |text, (entity, character)| text.replace(entity, character)))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::{components, crate_of, listed, parted};
    use xshell::{Shell, cmd};

    const NOTICE: &str = "<h2>Contents</h2>\n<h2 id=\"in-tree-files\">In-tree files</h2>\n\n<div>\n\
        <p><b>File/Directory:</b> <code>.</code></p>\n\n\n<p><b>Copyright:</b> The Project</p></div>\n\
        <h2 id=\"out-of-tree-dependencies\">Out-of-tree dependencies</h2>\n\
        <h3>📦 cfg-if-1.0.4</h3>\n<p><b>Authors:</b> Ada &#60;ada@example.org&#62;</p>\n<p><b>License:</b> MIT/Apache-2.0</p>\n\
        <pre>\nPermission is &#34;granted&#34;\n  to Q&#38;A </pre>\n<pre>Other</pre>\n\
        <h3>📦 bare-2.0.0</h3>\n<p><b>Authors:</b> Bo &#60;bo@example.org&#62;</p>\n<p><b>License:</b> Zlib</p>\n\
        <h3>📦 elsewhere-0.1.0</h3>\n<p><b>License:</b> MPL-2.0</p>\n";

    #[test]
    fn lists_what_is_compiled_in_with_its_texts() {
        let crates = BTreeSet::from(["cfg_if".to_owned(), "bare".to_owned(), "core".to_owned()]);
        let found = listed(NOTICE, &crates, "rustc 1.0.0").unwrap();
        let lines: Vec<_> =
            found.iter().map(|c| format!("{} {}: {}", c.name, c.version, c.licence)).collect();
        assert_eq!(
            lines,
            [
                "Rust standard library rustc 1.0.0: (MIT OR Apache-2.0) AND Apache-2.0 WITH LLVM-exception AND Unicode-3.0",
                "cfg-if 1.0.4: MIT OR Apache-2.0",
                "bare 2.0.0: Zlib"
            ]
        );
        assert_eq!(
            found[0].texts.last().unwrap(),
            "In-tree files\nFile/Directory: .\nCopyright: The Project"
        );
        assert_eq!(found[1].texts, ["Permission is \"granted\"\n  to Q&A", "Other"]);
        assert!(found[1].authors.is_empty());
        assert_eq!(found[2].authors, ["Bo"]);
        assert!(found[2].texts[0].starts_with("Zlib (the standard text)"));
    }

    #[test]
    fn a_notice_in_another_form_is_refused() {
        let crates = BTreeSet::from(["cfg_if".to_owned()]);
        for notice in [
            "",
            "<h2 id=\"in-tree-files\">",
            &NOTICE.replace("<b>License:</b>", ""),
            &NOTICE.replace("cfg-if", "other"),
        ] {
            assert!(listed(notice, &crates, "rustc").is_err(), "{notice}");
        }
        // Every crate that is compiled in has a licence that the project accepts.
        assert!(listed(NOTICE, &BTreeSet::from(["elsewhere".to_owned()]), "rustc").is_err());
    }

    #[test]
    fn names_are_distinguished_from_versions_and_hashes() {
        assert_eq!(parted("r-efi-alloc-2.1.0"), Some(("r-efi-alloc", "2.1.0")));
        assert_eq!(
            parted("wasi-0.11.1+wasi-snapshot-preview1"),
            Some(("wasi", "0.11.1+wasi-snapshot-preview1"))
        );
        assert_eq!(parted("std"), None);
        assert_eq!(crate_of("libcfg_if-2b7a15413ecdcf91.rlib").as_deref(), Some("cfg_if"));
        assert_eq!(crate_of("libcfg_if-2b7a15413ecdcf91.rmeta"), None);
    }

    #[test]
    fn knows_the_notice_of_this_compiler() {
        let sh = Shell::new().unwrap();
        let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read().unwrap();
        let found = components(sysroot.as_ref(), "rustc").unwrap();
        let names: Vec<_> = found.iter().map(|component| component.name.as_str()).collect();
        assert!(["dlmalloc", "hashbrown"].iter().all(|name| names.contains(name)), "{names:?}");
        assert!(!names.contains(&"windows-sys"), "{names:?}");
        assert!(found.iter().all(|component| !component.texts.is_empty()));
    }
}
