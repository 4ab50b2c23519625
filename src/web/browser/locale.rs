//! The texts of other languages: files next to the module, which are fetched when a language is needed.

use std::cell::RefCell;

use gloo_net::http::{Request, Response};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Url;
use web_sys::js_sys::{Array, JSON, Object};

use crate::i18n::{Catalog, Language};

/// A hash of all texts, so that no cache returns a file that is older than this module.
const VERSION: &str = env!("LOCALES_VERSION");

/// The language of the page's document if it is not English; otherwise the first of the browser's preferred languages
/// that the page supports. The document is published in English: another language was chosen by the operator of the
/// server.
pub fn preferred() -> Option<Language> {
    let window = web_sys::window()?;
    let document = window.document().and_then(|document| document.document_element());
    let tag = document.and_then(|document| document.get_attribute("lang"));
    let served =
        tag.and_then(|tag| Language::from_tag(&tag)).filter(|language| *language != Language::English);
    let languages = window.navigator().languages();
    served.or_else(|| languages.iter().find_map(|tag| Language::from_tag(&tag.as_string()?)))
}

thread_local! {
    /// The catalogs that were fetched. They are never freed: there are few, and each is fetched once.
    static KNOWN: RefCell<Vec<&'static Catalog>> = const { RefCell::new(Vec::new()) };
}

/// The catalog of a language: the texts of the page or the element and, with `with_more`, those of the panels. If the
/// latter cannot be fetched, the catalog lacks them.
pub async fn fetch(language: Language, with_more: bool) -> Option<&'static Catalog> {
    let is_known = |catalog: &&'static Catalog| catalog.language == language;
    if let Some(known) = KNOWN.with_borrow(|known| known.iter().copied().find(is_known)) {
        return Some(known);
    }
    let tag = language.tag();
    let mut messages = messages(tag).await?;
    if cfg!(feature = "files") && with_more {
        messages.extend(self::messages(&format!("{tag}.more")).await.unwrap_or_default());
    }
    let catalog = Catalog::new(language, messages);
    KNOWN.with_borrow_mut(|known| known.push(catalog));
    Some(catalog)
}

/// The keys and texts of a locale file; `None` if it is not a JSON object.
async fn messages(file: &str) -> Option<Vec<(String, String)>> {
    let file = format!("locales/{file}.json?{VERSION}");
    let address = Url::new_with_base(&file, &super::address()).ok()?.href();
    // Not `Request::get`, which appends to the query: the service worker identifies the file by this address.
    let request = web_sys::Request::new_with_str(&address).ok()?;
    let response = Request::from(request).send().await.ok().filter(Response::ok)?;
    let json = JSON::parse(&response.text().await.ok()?).ok()?;
    let entries = Object::entries(json.dyn_ref()?);
    let text = |entry: &Array, place| entry.get(place).as_string();
    let pair = |entry: JsValue| {
        let entry = entry.dyn_into().ok()?;
        Some((text(&entry, 0)?, text(&entry, 1)?))
    };
    Some(entries.iter().filter_map(pair).collect())
}

/// Sets the title of the document.
pub fn entitle(title: &str) {
    if let Some(document) = web_sys::window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}
