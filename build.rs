//! What other languages say, for the terminal, and the version of all of it, by which the page asks for its files.

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// Where translations stand, a file a language, called by its tag.
const TRANSLATIONS: &str = "public/locales";
/// Where messages stand.
const SOURCES: &str = "src";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={TRANSLATIONS}");
    println!("cargo::rerun-if-changed={SOURCES}");
    let english = messages::scan(Path::new(SOURCES))?;
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
