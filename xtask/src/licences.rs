//! The licences of third-party code in the published files: the crates that the page is compiled from, and the standard
//! library, each with its licence texts.

mod standard;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use cargo_metadata::{DependencyKind, Metadata, MetadataCommand, Package, PackageId, TargetKind};
use spdx::expression::ExpressionReq;
use spdx::{AdditionItem, ExceptionId, Expression, Licensee, ParseMode};
use xshell::{Shell, cmd};

use crate::tools;

/// The name of the list. Each folder that is distributed separately contains a copy.
pub(crate) const FILE: &str = "LICENSES.txt";

/// The licences that the project accepts. Do not add one that no component needs.
const ACCEPTED: &[&str] = &["Apache-2.0 WITH LLVM-exception", "BSL-1.0", "MIT", "Unicode-3.0", "Zlib"];

/// The beginnings of the names of files that contain licences.
const NAMES: &[&str] = &["LICENSE", "LICENCE", "COPYING", "COPYRIGHT", "NOTICE", "UNLICENSE"];

/// A third-party component of the published files.
#[derive(Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Component {
    name: String,
    version: String,
    /// The licence as an SPDX expression.
    licence: String,
    /// The authors. Empty if the component's own licence texts name them.
    authors: Vec<String>,
    texts: Vec<String>,
}

/// Lists the components of the page and its panels.
///
/// # Errors
/// When Cargo cannot provide the dependencies, or a component has no licence that the project accepts.
pub(crate) fn list(sh: &Shell) -> Result<String> {
    let page = metadata(&sh.current_dir().join("Cargo.toml"), &["--features", "files,web"])?;
    let own = page.root_package().context("the workspace has no package of its own")?;
    let mut components = components(&page, &own.id)?;
    let sysroot = cmd!(sh, "rustc --print sysroot").quiet().read()?;
    let compiler = cmd!(sh, "rustc --version").quiet().read()?;
    components.extend(standard::components(Path::new(&sysroot), &compiler)?);
    ensure!(
        components.iter().any(|component| component.name == GENERATOR),
        "{GENERATOR} is said to have written scripts, and is none of the components"
    );
    components.sort();
    components.dedup();
    let licence = sh.read_file("LICENSE")?;
    Ok(format!("{}\n{licence}\n\n{}", head(own), written(&components)))
}

/// The generator of the scripts that belong to the modules.
const GENERATOR: &str = "wasm-bindgen";

fn head(own: &Package) -> String {
    let (name, version) = (&own.name, &own.version);
    let licence = own.license.as_deref().unwrap_or_default();
    format!(
        "{name} {version} is under the licence {licence}, which comes first. What is published holds code of the components that\n\
         follow. Each is under its own licence, whose texts are at the end, by number. {GENERATOR}, one of the components, has\n\
         also written parts of the scripts.\n"
    )
}

/// Cargo's metadata of a package and its dependencies for the browser.
fn metadata(manifest: &Path, options: &[&str]) -> Result<Metadata> {
    let filter = ["--filter-platform", tools::TARGET, "--no-default-features", "--locked"];
    MetadataCommand::new()
        .manifest_path(manifest)
        .other_options(filter.iter().chain(options).map(ToString::to_string).collect::<Vec<_>>())
        .exec()
        .with_context(|| format!("Cargo cannot say what {} is built from", manifest.display()))
}

/// All third-party packages that a package is compiled from. Build and development dependencies, procedural macros and
/// the workspace's own packages do not count.
fn components(metadata: &Metadata, root: &PackageId) -> Result<Vec<Component>> {
    let mut reached = Vec::new();
    reach(metadata, root, &mut reached)?;
    reached.retain(|package| !metadata.workspace_members.contains(&package.id));
    reached.into_iter().map(of_package).collect()
}

fn reach<'a>(metadata: &'a Metadata, id: &PackageId, reached: &mut Vec<&'a Package>) -> Result<()> {
    let package = metadata.packages.iter().find(|package| package.id == *id);
    let package = package.with_context(|| format!("Cargo does not know {id}"))?;
    let writes_code = package.targets.iter().any(|target| target.kind.contains(&TargetKind::ProcMacro));
    if writes_code || reached.iter().any(|known| known.id == *id) {
        return Ok(());
    }
    reached.push(package);
    let nodes = metadata.resolve.as_ref().map(|resolve| resolve.nodes.as_slice()).unwrap_or_default();
    let node = nodes.iter().find(|node| node.id == *id);
    for dependency in &node.with_context(|| format!("Cargo did not resolve {id}"))?.deps {
        if dependency.dep_kinds.iter().any(|kind| kind.kind == DependencyKind::Normal) {
            reach(metadata, &dependency.pkg, reached)?;
        }
    }
    Ok(())
}

fn of_package(package: &Package) -> Result<Component> {
    let name = package.name.to_string();
    let licence = package.license.as_deref().with_context(|| format!("{name} is under no licence"))?;
    let folder = package.manifest_path.parent().with_context(|| format!("{name} lies in no folder"))?;
    let texts = own_texts(folder.as_std_path())?;
    let authors = package.authors.iter().map(|author| without_address(author)).collect();
    Component { name, version: package.version.to_string(), licence: licence.to_owned(), authors, texts }
        .checked()
}

impl Component {
    /// Checks that the project accepts the licence. Adds the standard texts if the component has none of its own.
    fn checked(mut self) -> Result<Self> {
        let expression = accepted(&self.licence).with_context(|| self.name.clone())?;
        if self.texts.is_empty() {
            self.texts = expression.requirements().map(standard_text).collect::<Result<_>>()?;
        } else {
            self.authors.clear();
        }
        self.licence = expression.to_string();
        Ok(self)
    }
}

/// Parses the licence of a component, if the project accepts it.
fn accepted(licence: &str) -> Result<Expression> {
    // Some manifests use Cargo's former syntax, `MIT/Apache-2.0`.
    let licence = licence.replace('/', " OR ");
    let expression = Expression::parse_mode(&licence, ParseMode::STRICT)
        .with_context(|| format!("{licence:?} is no licence that SPDX knows"))?;
    let known = ACCEPTED.iter().map(|name| Licensee::parse(name)).collect::<Result<Vec<_>, _>>()?;
    ensure!(
        expression.evaluate(|wanted| known.iter().any(|known| known.satisfies(wanted))),
        "{licence} is not among the licences that the project accepts: {}",
        ACCEPTED.join(", ")
    );
    Ok(expression)
}

/// The licence texts in a component's folder.
fn own_texts(folder: &Path) -> Result<Vec<String>> {
    let entries = folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))?;
    let mut paths = entries.map(|entry| Ok(entry?.path())).collect::<Result<Vec<PathBuf>>>()?;
    paths.retain(|path| {
        path.is_file() && path.file_name().is_some_and(|name| is_licence(&name.to_string_lossy()))
    });
    paths.sort();
    let read = |path: &PathBuf| {
        let text = fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
        Ok(tidied(&text))
    };
    paths.iter().map(read).collect()
}

fn is_licence(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    NAMES.iter().any(|start| name.starts_with(start))
}

/// SPDX's text of a licence and of its exception.
fn standard_text(wanted: &ExpressionReq) -> Result<String> {
    let licence = wanted.req.license.id().with_context(|| format!("SPDX has no text of {}", wanted.req))?;
    let exception = wanted.req.addition.as_ref().and_then(AdditionItem::id);
    let parts = [Some(licence.text()), exception.map(ExceptionId::text)];
    let text = parts.into_iter().flatten().collect::<Vec<_>>().join("\n\n");
    Ok(tidied(&format!("{} (the standard text)\n\n{text}", wanted.req)))
}

/// Removes differences between editors and systems: byte order mark, line ends and trailing spaces.
fn tidied(text: &str) -> String {
    let lines: Vec<_> = text.trim_start_matches('\u{feff}').lines().map(str::trim_end).collect();
    lines.join("\n").trim_matches('\n').to_owned()
}

/// The name in `Somebody <somebody@example.org>`.
fn without_address(author: &str) -> String {
    author.split_once('<').map_or(author, |(name, _)| name).trim().to_owned()
}

/// Formats the components and the texts that they refer to. Identical texts are listed once.
fn written(components: &[Component]) -> String {
    let mut numbers = BTreeMap::new();
    let mut texts = Vec::new();
    let mut list = Vec::new();
    for Component { name, version, licence, authors, texts: own } in components {
        let mut line = format!("{name} {version}: {licence}");
        if !authors.is_empty() {
            line = format!("{line}, by {}", authors.join(", "));
        }
        let mut own_numbers = BTreeSet::new();
        for text in own {
            let next = numbers.len() + 1;
            let words: Vec<_> = text.split_whitespace().collect();
            let number = *numbers.entry(words.join(" ")).or_insert_with(|| {
                texts.push(format!("[{next}] {}\n\n{text}\n", "-".repeat(80)));
                next
            });
            own_numbers.insert(format!("[{number}]"));
        }
        list.push(format!("{line} {}", own_numbers.into_iter().collect::<Vec<_>>().join(" ")));
    }
    format!("{}\n\n\n{}", list.join("\n"), texts.join("\n\n"))
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::{
        Component, accepted, components, is_licence, metadata, own_texts, standard_text, tidied,
        without_address, written,
    };

    #[test]
    fn takes_accepted_licences_alone() {
        for licence in
            ["MIT", "MIT/Apache-2.0", "GPL-3.0-only OR Zlib", "(MIT OR Apache-2.0) AND Unicode-3.0"]
        {
            accepted(licence).unwrap();
        }
        for licence in ["", "GPL-3.0-only", "MIT AND MPL-2.0", "Apache-2.0 AND GPL-3.0-only", "as you like"] {
            assert!(accepted(licence).is_err(), "{licence}");
        }
        // If both licences are required, the exception is part of the second.
        accepted("MIT AND Apache-2.0 WITH LLVM-exception").unwrap();
    }

    #[test]
    fn writes_the_standard_text_with_its_exception() {
        let expression = accepted("MIT AND Apache-2.0 WITH LLVM-exception").unwrap();
        let texts: Vec<_> = expression.requirements().map(|wanted| standard_text(wanted).unwrap()).collect();
        assert!(
            texts[0].starts_with("MIT (the standard text)")
                && texts[0].contains("Permission is hereby granted")
        );
        assert!(texts[1].contains("Apache License") && texts[1].contains("compiling your source code"));
    }

    #[test]
    fn finds_the_texts_of_a_component_by_their_names() {
        let names =
            ["LICENSE-MIT", "license.md", "COPYING", "NOTICE", "UNLICENSE", "Licence.txt", "COPYRIGHT"];
        assert!(names.into_iter().all(is_licence));
        assert!(!["README.md", "src", "my-license"].into_iter().any(is_licence));
        let own = own_texts(&Path::new(env!("CARGO_MANIFEST_DIR")).join("..")).unwrap();
        assert_eq!(own.len(), 1);
        assert!(own[0].starts_with("MIT License\n\nCopyright"));
    }

    #[test]
    fn lists_each_text_once_and_says_who_wrote_what_brings_none() {
        let component = |name: &str, authors: &[&str], texts: &[&str]| Component {
            name: name.into(),
            version: "1.0.0".into(),
            licence: "MIT".into(),
            authors: authors.iter().map(ToString::to_string).collect(),
            texts: texts.iter().map(ToString::to_string).collect(),
        };
        let rule = "-".repeat(80);
        assert_eq!(
            written(&[
                component("a", &[], &["One text,\nof two lines", "Other"]),
                component("b", &["Ada", "Bo"], &["One text, of\ntwo lines", "One text, of two lines"]),
            ]),
            format!(
                "a 1.0.0: MIT [1] [2]\nb 1.0.0: MIT, by Ada, Bo [1]\n\
                 \n\n[1] {rule}\n\nOne text,\nof two lines\n\n\n[2] {rule}\n\nOther\n"
            )
        );
        assert_eq!(tidied("\u{feff}\n  a \r\nb\t\n\n"), "  a\nb");
        assert_eq!(without_address("Ada L. <ada@example.org>"), "Ada L.");
    }

    #[test]
    fn knows_what_the_page_is_built_from() {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml");
        let page = metadata(&manifest, &["--features", "files,web"]).unwrap();
        let found = components(&page, &page.root_package().unwrap().id).unwrap();
        let names: Vec<_> = found.iter().map(|component| component.name.as_str()).collect();
        assert!(
            ["leptos", "wasm-bindgen", "serde_json"].iter().all(|name| names.contains(name)),
            "{names:?}"
        );
        // Dependencies of the terminal program, of tests and builds, procedural macros, and this repository's packages.
        let others = ["lexopt", "proptest", "tree-sitter", "serde_derive", "azureml-k8s-wizard"];
        assert_eq!(others.iter().find(|name| names.contains(name)), None);
        assert!(found.iter().all(|component| !component.texts.is_empty()));
    }
}
