//! The controls beside the title: search, shortcuts, colours, language.

use leptos::wasm_bindgen::JsValue;

use crate::i18n::{Language, text};
use crate::text::Text;
use crate::web::browser;
use crate::web::commands::radio;
use crate::web::dom::{ElementView, element, element_of};
use crate::web::state::{DialogId, Theme, Wizard};

/// The buttons that open dialogs, and the choices of colours and language.
pub(in crate::web) fn head(wizard: Wizard) -> ElementView {
    let button = |label: Text, dialog: DialogId| {
        element("button")
            .attribute("type", "button")
            .attribute("aria-haspopup", "dialog")
            .message(label)
            .on("click", move |_| wizard.open_dialog(Some(dialog)))
    };
    let themes = Theme::ALL.into_iter().map(|theme| {
        let label = match theme {
            Theme::Auto => Text::ThemeAuto,
            Theme::Light => Text::ThemeLight,
            Theme::Dark => Text::ThemeDark,
        };
        let is_chosen = move || wizard.theme() == theme;
        radio("theme", theme.id(), text(label), is_chosen, move || wizard.colour(theme.id()))
    });
    let languages = Language::all().map(|language| {
        let tag = language.tag();
        element("option").attribute("value", tag).attribute("lang", tag).text(language.own_name())
    });
    let language = element("select")
        .attribute("data-focus", "language")
        .children(languages)
        .live_property("value", move || JsValue::from_str(wizard.wanted_language().tag()))
        .on("change", move |event| {
            if let Some(language) = Language::from_tag(&browser::value(&event)) {
                wizard.choose_language(language);
            }
        });
    wizard.come_back_to_language();
    element_of("div", "head")
        .child(button(Text::SearchOpen, DialogId::Search))
        .child(button(Text::KeysOpen, DialogId::Keys))
        // A host page has its own colours.
        .maybe((!wizard.is_embedded()).then(|| {
            element_of("fieldset", "layout")
                .child(element("legend").message(Text::ThemeLabel))
                .children(themes)
        }))
        .child(
            element_of("label", "switch").child(element("span").message(Text::LanguageLabel)).child(language),
        )
}
