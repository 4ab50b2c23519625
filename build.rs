//! Compiles the translations into the terminal program, and sets the version of all texts that the page requests its
//! locale files by.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// The folder of the translations: one file per language, named after its tag.
const TRANSLATIONS: &str = "public/locales";
/// The folder of the sources that define the messages.
const SOURCES: &str = "src";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TRANSLATIONS}");
    println!("cargo::rerun-if-changed={SOURCES}");
    // As text: what a failing `main` returns is printed in its debug form.
    let english = messages::scan(Path::new(SOURCES)).map_err(|error| error.to_string())?;
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let mut files: Vec<PathBuf> =
        fs::read_dir(TRANSLATIONS)?.map(|entry| Ok(entry?.path())).collect::<Result<_, std::io::Error>>()?;
    files.sort();
    let (mut version, mut catalogs) = (Vec::new(), String::new());
    for path in files {
        let translation = messages::read(&fs::read_to_string(&path)?)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let compiled = messages::compile(&english, &translation)
            .map_err(|error| format!("{}: {error}", path.display()))?;
        let tag = path.file_stem().and_then(|stem| stem.to_str()).ok_or("a translation has no name")?;
        let json = messages::json(&compiled);
        fs::write(out.join(format!("{tag}.json")), &json)?;
        writeln!(catalogs, "    ({tag:?}, include_str!({:?})),", format!("{tag}.json"))?;
        version.push(json);
    }
    fs::write(out.join("catalogs.rs"), format!("&[\n{catalogs}]\n"))?;
    println!("cargo::rustc-env=LOCALES_VERSION={}", messages::version(&version));
    Ok(())
}
