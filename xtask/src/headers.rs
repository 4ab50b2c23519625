//! `_headers`: the HTTP headers for static hosts that read such a file (Netlify, Cloudflare Pages).

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::Result;

use crate::{bundle, checksums};

/// The file's name.
pub(crate) const FILE: &str = "_headers";

/// For a file whose name contains a hash of its content: the browser may cache it for a year.
const FOR_EVER: &str = "public, max-age=31536000, immutable";
/// For a file from which the others are found: the browser must revalidate it each time.
const ASK: &str = "no-cache";

/// The comment at the top of the file. The page deliberately allows framing by any site: it has no account, sends
/// nothing to a server, and only writes to the clipboard on a click. A frame can therefore trick a user into
/// nothing that the framing page could not do itself. A meta tag cannot set `frame-ancestors`.
const ALL: &str = "\
# For a site at whose root these files lie. In a folder, put its name before each path.
# Anybody may frame the page: it holds no account, sends nothing, and is made for being embedded. Anybody may take its files:
# other sites for the element, and a frame in a sandbox, which is no site, for itself.
";

/// Features that the page does not use. The clipboard is not among them: Copy writes to it, also in a frame if the host
/// page allows it.
const UNUSED: &[&str] = &[
    "accelerometer",
    "camera",
    "display-capture",
    "geolocation",
    "gyroscope",
    "magnetometer",
    "microphone",
    "midi",
    "payment",
    "usb",
];

/// Writes the file for a complete folder.
///
/// # Errors
/// When the folder cannot be read or written.
pub(crate) fn write(folder: &Path) -> Result<()> {
    let names: Vec<_> = checksums::files(folder)?.into_keys().collect();
    Ok(fs::write(folder.join(FILE), headers(&names)?)?)
}

/// Each path has only one rule for a header, because hosts join the values of several rules.
fn headers(names: &[String]) -> Result<String> {
    let mut text = ALL.to_owned();
    let unused: Vec<_> = UNUSED.iter().map(|feature| format!("{feature}=()")).collect();
    writeln!(text, "/*")?;
    writeln!(text, "  Content-Security-Policy: {}; frame-ancestors *", bundle::POLICY)?;
    writeln!(text, "  Permissions-Policy: {}", unused.join(", "))?;
    writeln!(text, "  Referrer-Policy: no-referrer")?;
    writeln!(text, "  X-Content-Type-Options: nosniff")?;
    writeln!(text, "  Access-Control-Allow-Origin: *")?;
    writeln!(text, "  Cross-Origin-Resource-Policy: cross-origin")?;
    let folders = names.iter().filter_map(|name| name.strip_suffix("index.html")).map(|folder| (folder, ASK));
    let files = names.iter().filter_map(|name| Some((name.as_str(), caching(name)?)));
    for (path, caching) in folders.chain(files) {
        writeln!(text, "/{path}\n  Cache-Control: {caching}")?;
    }
    Ok(text)
}

/// The caching rule for a file. `None` leaves it to the host.
fn caching(name: &str) -> Option<&'static str> {
    let file = name.rsplit('/').next().unwrap_or(name);
    let (stem, extension) = file.split_once('.')?;
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    // Trunk omits the leading zeros of a hash.
    let is_hash =
        |end: &str| (12..=16).contains(&end.len()) && end.bytes().all(|byte| byte.is_ascii_hexdigit());
    if stem.rsplit_once('-').is_some_and(|(_, end)| is_hash(end)) {
        return Some(FOR_EVER);
    }
    let finds_others = extension == "html" || matches!(file, "embed.js" | "offline.js" | "sw.js");
    finds_others.then_some(ASK)
}

#[cfg(test)]
mod tests {
    use super::{ASK, FOR_EVER, caching, headers};

    #[test]
    fn keeps_what_changes_its_name_and_asks_for_what_names_others() {
        let kept = [
            "page-2f1ea34e71be9e51.js",
            "page-2f1ea34e71be9e51_bg.wasm",
            "embed/style-2f1ea34e71be9e51.css",
            "icon-172814a62fb5233.svg",
        ];
        assert!(kept.iter().all(|name| caching(name) == Some(FOR_EVER)));
        assert!(["index.html", "embed/frame.html", "embed/embed.js", "sw.js"].iter().all(|name| caching(
            name
        ) == Some(
            ASK
        )));
        assert!(
            ["panels.js", "locales/de.json", "guard.js", "LICENSE", "panels_bg.wasm"]
                .iter()
                .all(|name| caching(name).is_none())
        );
    }

    #[test]
    fn no_path_has_conflicting_headers() {
        let names = ["embed/embed.js", "index.html", "page-2f1ea34e71be9e51.js"].map(str::to_owned);
        let text = headers(&names).unwrap();
        let paths: Vec<_> = text.lines().filter(|line| line.starts_with('/')).collect();
        assert_eq!(paths, ["/*", "/", "/embed/embed.js", "/index.html", "/page-2f1ea34e71be9e51.js"]);
        // Cloudflare Pages reads at most 2000 characters per line.
        assert!(text.lines().all(|line| line.len() < 2000));
    }
}
