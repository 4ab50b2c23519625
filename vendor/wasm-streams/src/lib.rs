//! Stands in for the crate of this name, through `[patch.crates-io]`.
//!
//! Leptos brings it for bodies of requests to a server, of which the wizard has none. What that crate exports to
//! JavaScript stays in a module even so, with all that it needs: 3 kB of a first load. Here is the part that `server_fn`
//! compiles against. No stream carries anything: each is closed, or undefined, before anybody could read it.

use std::pin::Pin;
use std::task::{Context, Poll};

use futures_core::Stream;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::ReadableStream as RawStream;

/// A stream of the browser's that is never read.
#[derive(Debug)]
pub struct ReadableStream(RawStream);

impl ReadableStream {
    /// Takes a stream of the browser's.
    #[must_use]
    pub fn from_raw(raw: RawStream) -> Self {
        Self(raw)
    }

    /// A stream of the browser's in place of one of Rust's, which is dropped: `undefined`, or no body.
    pub fn from_stream<S>(stream: S) -> Self
    where
        S: Stream<Item = Result<JsValue, JsValue>> + 'static,
    {
        drop(stream);
        Self(JsValue::UNDEFINED.unchecked_into())
    }

    /// The stream of the browser's.
    #[must_use]
    pub fn into_raw(self) -> RawStream {
        self.0
    }

    /// What could be read of it: nothing.
    #[must_use]
    pub fn into_stream(self) -> Closed {
        Closed
    }
}

/// A stream that has ended.
#[derive(Debug)]
pub struct Closed;

impl Stream for Closed {
    type Item = Result<JsValue, JsValue>;

    fn poll_next(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        Poll::Ready(None)
    }
}
