//! The second module: what few readers need, fetched from beside the first one when somebody asks for it.

use wasm_bindgen::prelude::*;
use web_sys::Element;

#[wasm_bindgen(inline_js = "
let started;
let failures = '';
const styled = (href, place) => new Promise((onload, onerror) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href, onload, onerror });
  (place.head ?? place).append(link);
});
const fetched = async (page, shown) => {
  // What changes with the page's own name is never an older file out of a cache, and a module that once did not come is
  // never asked for under the same name again: browsers remember that.
  const version = page.split('-').pop() + failures;
  const at = (file) => new URL(file + '?' + version, page).href;
  const address = at('panels.js');
  const style = styled(at('panels.css'), shown.getRootNode());
  const [script] = await Promise.all([import(address), style]);
  const module = script.default(address);
  await module.default({ module_or_path: at('panels_bg.wasm') });
  return module;
};
export const start = (page, shown) => started ??= fetched(page, shown).catch((error) => {
  started = undefined;
  failures += '-';
  throw error;
});
")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn start(page: &str, shown: &Element) -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    type Module;

    #[wasm_bindgen(method, catch, js_name = open)]
    fn open(
        this: &Module,
        open_link: &Closure<dyn FnMut(String)>,
        go_to: &Closure<dyn FnMut(String)>,
    ) -> Result<Panels, JsValue>;

    /// What the second module gives.
    #[derive(Clone)]
    pub type Panels;

    /// Ends it.
    #[wasm_bindgen(method)]
    pub fn free(this: &Panels);

    /// Takes over the scenario that stands in the page, how its commands are written, and the language.
    #[wasm_bindgen(method)]
    pub fn follow(this: &Panels, link: &str, shell: &str, layout: &str, language: &str);

    /// Opens the same scenario in the current edition.
    #[wasm_bindgen(method)]
    pub fn migrate(this: &Panels);

    /// Has the pieces of a plan tell what they are.
    #[wasm_bindgen(method)]
    pub fn tips(this: &Panels, plan: &Element);

    /// A part of it, by its id; always the same element.
    #[wasm_bindgen(method)]
    pub fn part(this: &Panels, id: &str) -> Element;
}

/// Fetches and starts the second module, with its style sheet where an element is shown: in the document, or in a shadow
/// root. It calls back with a link to open, and with the id of a field to go to; both stay alive as long as the page does.
///
/// # Errors
/// When it cannot be fetched, or is not what it should be.
pub async fn fetch(
    shown: &Element,
    open_link: impl FnMut(String) + 'static,
    go_to: impl FnMut(String) + 'static,
) -> Result<Panels, JsValue> {
    let module: Module = start(&super::address(), shown).await?.unchecked_into();
    let (open_link, go_to) = (Closure::new(open_link), Closure::new(go_to));
    let panels = module.open(&open_link, &go_to);
    open_link.forget();
    go_to.forget();
    panels
}
