//! Loading the panels: a separate module, which is fetched when the user first needs it.

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
  // In an element, `WebAssembly` is the one that tells the element of a trap.
  const module = script.default(address, WebAssembly);
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

    /// The handle of the panels.
    #[derive(Clone)]
    pub type Panels;

    /// Frees the panels.
    #[wasm_bindgen(method)]
    pub fn free(this: &Panels);

    /// Takes over the scenario, the shell, the layout and the language of the page.
    #[wasm_bindgen(method)]
    pub fn update(this: &Panels, link: &str, shell: &str, layout: &str, language: &str);

    /// Opens the same scenario in the current edition.
    #[wasm_bindgen(method)]
    pub fn migrate(this: &Panels);

    /// Attaches the tips to a plan.
    #[wasm_bindgen(method)]
    pub fn tips(this: &Panels, plan: &Element);

    /// A part, by its id. The same id always gives the same element.
    #[wasm_bindgen(method)]
    pub fn part(this: &Panels, id: &str) -> Element;
}

/// Fetches and starts the panels. Their style sheet is added to the root of `shown`: the document or a shadow root. The
/// panels call `open_link` with a link to open, and `go_to` with the id of a field to go to. Both callbacks live as long
/// as the page.
///
/// # Errors
/// If the module cannot be fetched or started.
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
