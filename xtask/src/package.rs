//! The element's folder as an npm package: the same files with a manifest, types and integrity values.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use cargo_metadata::MetadataCommand;
use serde::Serialize;

use crate::{checksums, embed};

/// The additional files of the package, each with its source.
const BESIDE: [(&str, &str); 4] = [
    ("embed/README.md", "README.md"),
    ("embed/embed.d.ts", TYPES),
    ("embed/react.d.ts", REACT),
    ("LICENSE", "LICENSE"),
];

const TYPES: &str = "embed.d.ts";
const REACT: &str = "react.d.ts";
/// The manifest that npm reads.
const MANIFEST: &str = "package.json";

/// The content of the manifest.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Manifest<'a> {
    name: &'a str,
    version: String,
    description: Option<&'a str>,
    license: Option<&'a str>,
    r#type: &'a str,
    main: String,
    types: String,
    exports: BTreeMap<&'a str, serde_json::Value>,
    side_effects: [String; 1],
    files: Vec<String>,
}

/// Turns the element's folder, which must be complete, into a package.
///
/// # Errors
/// When a file is missing, or Cargo cannot provide the project's name.
pub(crate) fn write(root: &Path, folder: &Path) -> Result<()> {
    for (from, to) in BESIDE {
        fs::copy(root.join(from), folder.join(to)).with_context(|| format!("cannot copy {from}"))?;
    }
    checksums::vouch(folder)?;
    let project = MetadataCommand::new().manifest_path(root.join("Cargo.toml")).no_deps().exec()?;
    let own = project.root_package().context("the workspace has no package of its own")?;
    let here = |name: &str| format!("./{name}");
    let typed = |types: &str, script: Option<&str>| {
        let mut typed = serde_json::Map::from_iter([("types".to_owned(), here(types).into())]);
        typed.extend(script.map(|script| ("default".to_owned(), here(script).into())));
        typed.into()
    };
    let manifest = Manifest {
        name: &own.name,
        version: own.version.to_string(),
        description: own.description.as_deref(),
        license: own.license.as_deref(),
        r#type: "module",
        main: here(embed::ENTRY),
        types: here(TYPES),
        // Every file can also be imported by its own name.
        exports: BTreeMap::from([
            (".", typed(TYPES, Some(embed::ENTRY))),
            ("./react", typed(REACT, None)),
            ("./*", "./*".into()),
        ]),
        side_effects: [here(embed::ENTRY)],
        files: checksums::files(folder)?.into_keys().filter(|name| name != MANIFEST).collect(),
    };
    Ok(fs::write(folder.join(MANIFEST), format!("{}\n", serde_json::to_string_pretty(&manifest)?))?)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use serde_json::{Value, json};

    use super::{MANIFEST, write};

    #[test]
    fn a_package_names_all_that_is_in_it() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["embed.js", "element-1.js", MANIFEST] {
            fs::write(folder.path().join(name), "").unwrap();
        }
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
        write(&root, folder.path()).unwrap();
        let text = fs::read_to_string(folder.path().join(MANIFEST)).unwrap();
        let manifest: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(manifest["name"], "azureml-k8s-wizard");
        assert_eq!(manifest["version"], env!("CARGO_PKG_VERSION"));
        assert_eq!(manifest["exports"]["."], json!({ "types": "./embed.d.ts", "default": "./embed.js" }));
        let files = [
            "LICENSE",
            "README.md",
            "element-1.js",
            "embed.d.ts",
            "embed.js",
            "integrity.json",
            "react.d.ts",
        ];
        assert_eq!(manifest["files"], json!(files));
        for file in files {
            assert!(folder.path().join(file).is_file(), "{file}");
        }
    }
}
