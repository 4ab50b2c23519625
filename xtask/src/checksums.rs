//! Checksums that reveal whether a file has been changed: a list next to the files, and integrity values that the
//! browser verifies.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// The list of a folder's checksums, in the format of `sha256sum --check`.
pub(crate) const SUMS: &str = "SHA256SUMS";
/// The integrity values by file, for a page to use in the attribute `integrity`.
pub(crate) const INTEGRITY: &str = "integrity.json";

/// Writes the checksums of all other files in a folder.
///
/// # Errors
/// When a file cannot be read, or its name is not valid UTF-8.
pub(crate) fn sum(folder: &Path) -> Result<()> {
    let mut sums = String::new();
    for (name, path) in files(folder)? {
        if name != SUMS {
            writeln!(sums, "{:x}  {name}", Sha256::digest(fs::read(path)?))?;
        }
    }
    Ok(fs::write(folder.join(SUMS), sums)?)
}

/// Writes the integrity values of all scripts, style sheets and modules in a folder.
///
/// # Errors
/// When a file cannot be read, or its name is not valid UTF-8.
pub(crate) fn vouch(folder: &Path) -> Result<()> {
    let mut values = BTreeMap::new();
    for (name, path) in files(folder)? {
        if matches!(path.extension().and_then(|end| end.to_str()), Some("css" | "js" | "wasm")) {
            values.insert(name, integrity(&fs::read(path)?));
        }
    }
    Ok(fs::write(folder.join(INTEGRITY), format!("{}\n", serde_json::to_string_pretty(&values)?))?)
}

/// A short hash of a content, for use in a file name.
pub(crate) fn short(content: &[u8]) -> String {
    format!("{:x}", Sha256::digest(content)).chars().take(16).collect()
}

/// The integrity value of a content.
pub(crate) fn integrity(content: &[u8]) -> String {
    format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(content)))
}

/// The source expression that allows an inline script or style sheet in a Content Security Policy.
pub(crate) fn source(text: &str) -> String {
    format!("'sha256-{}'", BASE64_STANDARD.encode(Sha256::digest(text)))
}

/// All files in a folder and its subfolders, by relative path. The paths use the same separator and order on every
/// system.
///
/// # Errors
/// When a folder cannot be read, or a name is not valid UTF-8.
pub(crate) fn files(folder: &Path) -> Result<BTreeMap<String, PathBuf>> {
    let mut found = BTreeMap::new();
    let entries = folder.read_dir().with_context(|| format!("cannot read {}", folder.display()))?;
    for entry in entries {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.with_context(|| format!("{} has no name that is a text", path.display()))?;
        if path.is_dir() {
            found.extend(files(&path)?.into_iter().map(|(inner, path)| (format!("{name}/{inner}"), path)));
        } else {
            found.insert(name.to_owned(), path);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::Command;

    use super::{INTEGRITY, SUMS, integrity, short, source, sum, vouch};

    #[test]
    fn sha256sum_accepts_a_folder_until_one_of_its_files_changes() {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str| folder.path().join(name);
        fs::create_dir(file("inner")).unwrap();
        for (name, content) in
            [("b.js", "b"), ("a b.txt", "a"), ("inner/c.css", "c"), (SUMS, "of another time")]
        {
            fs::write(file(name), content).unwrap();
        }
        sum(folder.path()).unwrap();
        let check = || {
            let mut run = Command::new("sha256sum");
            let output = run.args(["--check", "--strict", SUMS]).current_dir(folder.path()).output().unwrap();
            (output.status.success(), String::from_utf8(output.stdout).unwrap())
        };
        assert_eq!(check(), (true, "a b.txt: OK\nb.js: OK\ninner/c.css: OK\n".into()));
        fs::write(file("inner/c.css"), "d").unwrap();
        assert!(!check().0);
    }

    #[test]
    fn vouches_for_what_a_browser_runs() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["embed.js", "style.css", "README.md"] {
            fs::write(folder.path().join(name), "abc").unwrap();
        }
        vouch(folder.path()).unwrap();
        // SHA-384 of "abc", as FIPS 180 prints it, in base64.
        let value = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(
            fs::read_to_string(folder.path().join(INTEGRITY)).unwrap(),
            format!("{{\n  \"embed.js\": \"{value}\",\n  \"style.css\": \"{value}\"\n}}\n")
        );
        assert_eq!(source("abc"), "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='");
    }

    #[test]
    fn integrity_values_have_the_form_that_browsers_expect() {
        // Both values were computed with openssl.
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
        assert_eq!(short(b""), "e3b0c44298fc1c14");
    }
}
