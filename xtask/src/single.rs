//! `cargo xtask dist --single`: one HTML file that contains the complete wizard and runs from a folder without a
//! server.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use lol_html::html_content::{ContentType, Element};
use lol_html::{RewriteStrSettings, element, rewrite_str};

use crate::{checksums, licences, locales};

/// The folder for the file and its checksum, relative to the checkout. The file is not published with the page, because
/// it cannot run under the headers that a host would send.
pub(crate) const FOLDER: &str = "target/single";
/// The file's name.
const FILE: &str = "azureml-k8s-wizard.html";

/// The script that maps file names to the files embedded in the page.
const ADDRESSES: &str = include_str!("single.js");
/// The placeholder for the embedded files in that script.
const FILES: &str = "FILES";

/// Creates the single file from a complete folder.
///
/// # Errors
/// When the page differs from what the build writes, or a file is missing.
pub(crate) fn write(folder: &Path, to: &Path) -> Result<()> {
    let read = |name: &str| {
        let path = folder.join(name.trim_start_matches("./"));
        fs::read(&path).with_context(|| format!("cannot read {}", path.display()))
    };
    let page = String::from_utf8(read("index.html")?)?;
    let module = |name: &String| name.starts_with("page-") && name.ends_with("_bg.wasm");
    let beside =
        |name: &String| module(name) || name.starts_with("panels") || name.starts_with(locales::FOLDER);
    let mut files = BTreeMap::new();
    for name in checksums::files(folder)?.into_keys().filter(beside) {
        let content = read(&name)?;
        files.insert(name, content);
    }
    ensure!(files.keys().any(module), "there is no module of the page");
    let licences = fs::read_to_string(folder.join(licences::FILE))?;
    let single = joined(&page, &addresses(&files)?, &licences, &read)?;
    fs::create_dir_all(to)?;
    fs::write(to.join(FILE), single)?;
    checksums::sum(to)
}

/// The script that runs before the page's own, with the files that the page's script requests by name.
fn addresses(files: &BTreeMap<String, Vec<u8>>) -> Result<String> {
    let mut encoded = BTreeMap::new();
    for (name, content) in files {
        encoded.insert(name, (kind(name)?, BASE64_STANDARD.encode(content)));
    }
    Ok(ADDRESSES.replacen(FILES, &serde_json::to_string(&encoded)?, 1))
}

/// The MIME type of a file.
fn kind(name: &str) -> Result<&'static str> {
    match name.rsplit_once('.').map(|(_, extension)| extension) {
        Some("css") => Ok("text/css"),
        Some("js") => Ok("text/javascript"),
        Some("json") => Ok("application/json"),
        Some("svg") => Ok("image/svg+xml"),
        Some("wasm") => Ok("application/wasm"),
        _ => bail!("nobody knows what {name} is"),
    }
}

/// The inline scripts and styles of the page.
#[derive(Default)]
struct Inside {
    scripts: Vec<String>,
    styles: Vec<String>,
}

/// Inlines the files that the page links to, under a policy that allows no network request.
fn joined(
    page: &str,
    addresses: &str,
    licences: &str,
    read: &dyn Fn(&str) -> Result<Vec<u8>>,
) -> Result<String> {
    let mut inside = Inside { scripts: vec![addresses.to_owned()], ..Inside::default() };
    let text = |name: &str| Ok::<_, anyhow::Error>(String::from_utf8(read(name)?)?);
    let named = |element: &Element, attribute: &str| {
        element
            .get_attribute(attribute)
            .with_context(|| format!("a {} has no {attribute}", element.tag_name()))
    };
    let script = element!("script", |element| {
        let script = text(&named(element, "src")?)?;
        can_stand(&script)?;
        // The page's own script is a module, so it runs after the document is parsed and finds its files.
        let kind = element.get_attribute("type").map(|kind| format!(" type=\"{kind}\"")).unwrap_or_default();
        element.replace(&format!("<script{kind}>{script}</script>"), ContentType::Html);
        inside.scripts.push(script);
        Ok(())
    });
    let link = element!("link", |element| {
        let address = named(element, "href")?;
        match named(element, "rel")?.as_str() {
            "stylesheet" => {
                let style = text(&address)?;
                can_stand(&style)?;
                element.replace(&format!("<style>{style}</style>"), ContentType::Html);
                inside.styles.push(style);
            }
            "icon" => {
                let icon = BASE64_STANDARD.encode(read(&address)?);
                element.set_attribute("href", &format!("data:{};base64,{icon}", kind(&address)?))?;
            }
            // Other links are only useful with a server.
            _ => element.remove(),
        }
        Ok(())
    });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(script).append_element_content_handler(link);
    let page = rewrite_str(page, settings)?;
    let policy = policy(&inside);
    let mut is_under_policy = false;
    let meta = element!("meta[http-equiv=Content-Security-Policy]", |element| {
        element.set_attribute("content", &policy)?;
        element.after(&format!("<script>{addresses}</script>"), ContentType::Html);
        is_under_policy = true;
        Ok(())
    });
    let body = element!("body", |element| {
        can_stand(licences)?;
        // Browsers do not run a script of this type.
        element.append(&format!("<script type=\"text/plain\">\n{licences}</script>\n"), ContentType::Html);
        Ok(())
    });
    let settings =
        RewriteStrSettings::new().append_element_content_handler(meta).append_element_content_handler(body);
    let page = rewrite_str(&page, settings)?;
    ensure!(is_under_policy, "the page is under no policy");
    Ok(page)
}

/// Checks that a text can be inlined in a script or style element.
fn can_stand(text: &str) -> Result<()> {
    let text = text.to_ascii_lowercase();
    ensure!(
        !["</script", "</style", "<!--"].iter().any(|end| text.contains(end)),
        "what is to stand in the page would end there"
    );
    Ok(())
}

/// The policy of the file: it may run and show its own content, and nothing else.
fn policy(inside: &Inside) -> String {
    let sources =
        |texts: &[String]| texts.iter().map(|text| checksums::source(text)).collect::<Vec<_>>().join(" ");
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval' blob:; style-src {} blob:; connect-src blob:; img-src data:; \
         worker-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
        sources(&inside.scripts),
        sources(&inside.styles)
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use anyhow::{Result, bail};

    use super::{addresses, joined};
    use crate::checksums::source;

    fn read(name: &str) -> Result<Vec<u8>> {
        Ok(match name {
            "guard.js" => "guard()".into(),
            "./page-1.js" => "start()".into(),
            "./style-1.css" => "a{}".into(),
            "./icon.svg" => "<svg/>".into(),
            "./bad.js" => "'</SCRIPT>'".into(),
            _ => bail!("there is no {name}"),
        })
    }

    const PAGE: &str = "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"x\"><script src=\"guard.js\" defer></script>\
        <link rel=\"icon\" href=\"./icon.svg\"/><link rel=\"stylesheet\" href=\"./style-1.css\"><link rel=\"manifest\" href=\"./m.json\">\
        <script type=\"module\" src=\"./page-1.js\"></script></head><body>Text</body></html>";

    #[test]
    fn holds_what_the_page_names_under_a_policy_of_its_own() {
        let policy = format!(
            "default-src 'none'; script-src {} {} {} 'wasm-unsafe-eval' blob:; style-src {} blob:; connect-src blob:; img-src data:; \
             worker-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
            source("files()"),
            source("guard()"),
            source("start()"),
            source("a{}")
        );
        assert_eq!(
            joined(PAGE, "files()", "Free\n", &read).unwrap(),
            format!(
                "<html><head><meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><script>files()</script>\
                 <script>guard()</script><link rel=\"icon\" href=\"data:image/svg+xml;base64,PHN2Zy8+\" /><style>a{{}}</style>\
                 <script type=\"module\">start()</script></head><body>Text<script type=\"text/plain\">\nFree\n</script>\n</body></html>"
            )
        );
    }

    #[test]
    fn refuses_what_cannot_stand_in_a_page() {
        for page in [
            "<meta charset=\"utf-8\">".to_owned(),
            PAGE.replace("guard", "bad"),
            PAGE.replace("guard", "./bad"),
            PAGE.replace("guard", "none"),
        ] {
            assert!(joined(&page, "files()", "Free", &read).is_err(), "{page}");
        }
        assert!(joined(PAGE, "files()", "Free</script>", &read).is_err());
    }

    #[test]
    fn files_stand_in_a_script_by_name_and_kind() {
        let files = BTreeMap::from([("a.json".to_owned(), b"<&>".to_vec()), ("b.js".to_owned(), Vec::new())]);
        let script = addresses(&files).unwrap();
        assert!(script.contains(
            r#"const files = {"a.json":["application/json","PCY+"],"b.js":["text/javascript",""]};"#
        ));
        assert!(addresses(&BTreeMap::from([("a.exe".to_owned(), Vec::new())])).is_err());
    }
}
