//! How large the page is, file by file.

use std::fs;
use std::io::Write;
use std::path::Path;

use anyhow::{Result, ensure};
use flate2::Compression;
use flate2::write::GzEncoder;

use crate::{checksums, embed, locales};

/// Bytes as they lie on the disk, and as a server sends them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Size {
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(content: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(content)?;
        let mut brotli = Vec::new();
        // 11 and 22: the best quality, and the largest window that every browser takes.
        brotli::CompressorWriter::new(&mut brotli, 4096, 11, 22).write_all(content)?;
        Ok(Self { raw: content.len(), gzip: gzip.finish()?.len(), brotli: brotli.len() })
    }

    fn plus(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }

    fn line(self, name: &str) -> String {
        format!("{:>10} {:>10} {:>10}  {name}", self.raw, self.gzip, self.brotli)
    }
}

/// What a first load may weigh, in bytes through brotli.
const FIRST_LOAD_BUDGET: usize = 100_000;

/// What the texts of a language may add to a first load, in bytes through brotli.
const LANGUAGE_BUDGET: usize = 15_000;

/// How the names of files begin that are not waited for: those of the second module, which the page fetches when somebody
/// asks for it, of the frame, which is a page of its own, the offer of a next version, which is fetched when there is one,
/// and the service worker, which the browser fetches for itself.
const LATER: [&str; 4] = ["workbench", "frame", "offer.js", "sw.js"];

/// What a page that shows the element pays before it is scrolled to, in bytes through brotli.
const ENTRY_BUDGET: usize = 3_000;

/// Prints a table of all files in the folder.
///
/// # Errors
/// When the folder cannot be read, or a first load weighs more than it may.
pub(crate) fn print(folder: &Path) -> Result<()> {
    let files = checksums::files(folder)?;
    println!("\n{:>10} {:>10} {:>10}  file", "raw", "gzip -9", "brotli 11");
    let (mut all, mut first_load) = (Size::default(), Size::default());
    for (name, path) in &files {
        let size = Size::of(&fs::read(path)?)?;
        println!("{}", size.line(name));
        ensure!(
            !is_of_language(path) || size.brotli <= LANGUAGE_BUDGET,
            "{} weighs {} bytes (brotli), {LANGUAGE_BUDGET} is the most",
            path.display(),
            size.brotli
        );
        ensure!(
            !(is_of_element(path) && path.ends_with(embed::ENTRY)) || size.brotli <= ENTRY_BUDGET,
            "{} weighs {} bytes (brotli), {ENTRY_BUDGET} is the most",
            path.display(),
            size.brotli
        );
        all = all.plus(size);
        if in_first_load(path) {
            first_load = first_load.plus(size);
        }
    }
    println!("{}", all.line("all files"));
    println!("{}", first_load.line("first load (HTML, JavaScript, WebAssembly, CSS, SVG)"));
    ensure!(
        first_load.brotli <= FIRST_LOAD_BUDGET,
        "a first load weighs {} bytes (brotli), {FIRST_LOAD_BUDGET} is the most",
        first_load.brotli
    );
    Ok(())
}

/// Whether the page asks for the file before it can be used.
fn in_first_load(path: &Path) -> bool {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let name = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
    let is_later = LATER.iter().any(|later| name.starts_with(later));
    !is_later && !is_of_element(path) && matches!(extension, Some("html" | "js" | "wasm" | "css" | "svg"))
}

/// Whether it is the element's, which has a folder of its own.
fn is_of_element(path: &Path) -> bool {
    path.components().any(|part| part.as_os_str() == embed::FOLDER)
}

/// Whether it holds what the page says in another language; the second module has files of its own.
fn is_of_language(path: &Path) -> bool {
    let is_more = path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".more.json"));
    !is_more && path.parent().is_some_and(|folder| folder.ends_with(locales::FOLDER))
}

#[cfg(test)]
mod tests {
    use super::{Size, in_first_load, is_of_language};

    #[test]
    fn knows_what_a_language_adds() {
        assert!(is_of_language("dist/locales/de.json".as_ref()));
        assert!(!is_of_language("dist/locales/de.more.json".as_ref()));
        assert!(!is_of_language("dist/scenario.schema.json".as_ref()));
    }

    #[test]
    fn compresses() {
        let size = Size::of(&b"word ".repeat(1000)).unwrap();
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
        assert!(!in_first_load("dist/workbench_bg.wasm".as_ref()));
        assert!(in_first_load("dist/offline.js".as_ref()));
        assert!(!in_first_load("dist/sw.js".as_ref()));
    }
}
