//! What a panic tells the page.

use std::panic;

use web_sys::js_sys::WebAssembly::RuntimeError;

/// Makes each panic an error with its message. Without this, its message would be `unreachable`. For the page itself, the
/// message is not worth the bytes.
pub fn tell_panics() {
    panic::set_hook(Box::new(|panicked| {
        wasm_bindgen::throw_val(RuntimeError::new(&panicked.to_string()).into());
    }));
}
