//! The parsed sources of the library.

use std::fs;
use std::path::{Path, PathBuf};

/// A module by its path from the root of the library, without `crate`.
pub(crate) type Module = Vec<String>;

/// Every source file except `src/lib.rs`, with its module.
pub(crate) fn files() -> Vec<(Module, syn::File)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    let parse = |path: PathBuf| {
        let relative = path.strip_prefix(&root).unwrap().with_extension("");
        let module = relative.iter().map(|part| part.to_str().unwrap().to_owned()).collect();
        (module, syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap())
    };
    paths.into_iter().filter(|path| !path.ends_with("src/lib.rs")).map(parse).collect()
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
}
