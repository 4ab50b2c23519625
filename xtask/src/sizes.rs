//! The sizes of the published files and of the parts of the page.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::bench::Figure;
use crate::bench::budgets::Budgets;
use crate::{checksums, embed, locales};

/// The size on disk, and the sizes as compressed by a server.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    fn line(self, name: &str) -> String {
        format!("{:>10} {:>10} {:>10}  {name}", self.raw, self.gzip, self.brotli)
    }

    fn figures(self, id: &str) -> [Figure; 3] {
        [("raw", self.raw), ("gzip", self.gzip), ("brotli", self.brotli)].map(|(form, bytes)| {
            let bytes = f64::from(u32::try_from(bytes).unwrap_or(u32::MAX));
            Figure::exact(format!("payload.{id}.{form}"), "B", bytes)
        })
    }
}

/// The beginnings of the names of files that are not part of the first load: the panels, which the page fetches on
/// demand; the frame, which is a separate page; the offer of a new version, which is fetched only if there is one; and
/// the service worker, which the browser fetches by itself.
const LATER: [&str; 4] = ["panels", "frame", "offer.js", "sw.js"];

/// A published file and its compressed forms.
pub(crate) struct File {
    pub(crate) name: String,
    path: PathBuf,
    pub(crate) forms: Forms,
}

/// A content, and the same content as servers compress it.
pub(crate) struct Forms {
    pub(crate) raw: Vec<u8>,
    pub(crate) gzip: Vec<u8>,
    pub(crate) brotli: Vec<u8>,
}

impl Forms {
    fn of(raw: Vec<u8>) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(&raw)?;
        let mut brotli = Vec::new();
        // 11 and 22: the highest quality, and the largest window that every browser supports.
        brotli::CompressorWriter::new(&mut brotli, 4096, 11, 22).write_all(&raw)?;
        Ok(Self { gzip: gzip.finish()?, brotli, raw })
    }

    fn size(&self) -> Size {
        Size { raw: self.raw.len(), gzip: self.gzip.len(), brotli: self.brotli.len() }
    }
}

impl File {
    /// Reads and compresses a file.
    ///
    /// # Errors
    /// When the file cannot be read.
    pub(crate) fn read(name: String, path: PathBuf) -> Result<Self> {
        let raw = fs::read(&path).with_context(|| format!("{} cannot be read", path.display()))?;
        Ok(Self { name, path, forms: Forms::of(raw)? })
    }
}

/// Reads and compresses all files in a folder.
///
/// # Errors
/// When a file cannot be read.
pub(crate) fn measure(folder: &Path) -> Result<Vec<File>> {
    checksums::files(folder)?.into_iter().map(|(name, path)| File::read(name, path)).collect()
}

/// Prints a table of files.
///
/// # Errors
/// When a part of the page is over its budget.
pub(crate) fn print(files: &[File], budgets: &Budgets) -> Result<()> {
    println!("\n{:>10} {:>10} {:>10}  file", "raw", "gzip -9", "brotli 11");
    for file in files {
        println!("{}", file.forms.size().line(&file.name));
    }
    for (part, is_in) in PARTS {
        println!("{}", sum(files, is_in).line(part));
    }
    budgets.insist(&figures(files), "payload")
}

/// A part of the published files: its name, and the condition for its files.
type Part = (&'static str, fn(&Path) -> bool);

/// The parts that a user has to wait for together, and all files.
const PARTS: [Part; 6] = [
    // HTML, JavaScript, WebAssembly, CSS, SVG.
    ("first-load", in_first_load),
    ("panels", |path| !is_of_element(path) && is_named(path, "panels")),
    ("element-entry", |path| is_of_element(path) && path.ends_with(embed::ENTRY)),
    ("element", |path| is_of_element(path) && (is_named(path, "element") || is_named(path, "style"))),
    ("element-panels", |path| is_of_element(path) && is_named(path, "panels")),
    ("all", |_| true),
];

fn sum(files: &[File], is_in: fn(&Path) -> bool) -> Size {
    let sizes = files.iter().filter(|file| is_in(&file.path)).map(|file| file.forms.size());
    sizes.fold(Size::default(), Size::plus)
}

/// The figures of the parts, and of the largest language.
pub(crate) fn figures(files: &[File]) -> Vec<Figure> {
    let languages = files.iter().filter(|file| is_of_language(&file.path)).map(|file| file.forms.size());
    let heaviest = languages.max_by_key(|size| size.brotli).unwrap_or_default();
    let parts = PARTS.iter().map(|(part, is_in)| (*part, sum(files, *is_in)));
    parts.chain([("language", heaviest)]).flat_map(|(part, size)| size.figures(part)).collect()
}

fn is_named(path: &Path, beginning: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(beginning))
}

/// Whether the page needs the file before it can be used.
fn in_first_load(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let is_later = LATER.iter().any(|later| is_named(path, later));
    !is_later && !is_of_element(path) && matches!(extension, Some("html" | "js" | "wasm" | "css" | "svg"))
}

/// Whether the file belongs to the element, which has its own folder.
fn is_of_element(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == embed::FOLDER)
}

/// Whether the file contains translated texts of the page. The texts of the panels are in separate files.
fn is_of_language(path: &Path) -> bool {
    let is_more = path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".more.json"));
    !is_more && path.parent().is_some_and(|folder| folder.ends_with(locales::FOLDER))
}

#[cfg(test)]
mod tests {
    use super::{Forms, in_first_load, is_of_language};

    #[test]
    fn knows_what_a_language_adds() {
        assert!(is_of_language("dist/locales/de.json".as_ref()));
        assert!(!is_of_language("dist/locales/de.more.json".as_ref()));
        assert!(!is_of_language("dist/scenario.schema.json".as_ref()));
    }

    #[test]
    fn compresses() {
        let size = Forms::of(b"word ".repeat(1000)).unwrap().size();
        assert_eq!(size.raw, 5000);
        assert!(size.brotli < size.gzip && size.gzip < 100, "{size:?}");
        assert!(size.brotli > 0);
    }

    #[test]
    fn knows_what_a_first_load_is() {
        assert!(in_first_load("dist/page_bg.wasm".as_ref()));
        assert!(!in_first_load("dist/LICENSE".as_ref()));
        assert!(!in_first_load("dist/frame.js".as_ref()));
        assert!(!in_first_load("dist/embed/element_bg.wasm".as_ref()));
        assert!(!in_first_load("dist/panels_bg.wasm".as_ref()));
        assert!(in_first_load("dist/offline.js".as_ref()));
        assert!(!in_first_load("dist/sw.js".as_ref()));
    }
}
