//! What is emitted in case of errors: the item with its signature, so that nothing else breaks.
//!
//! A `compile_error!` in the place of a value has rustc's error type, which satisfies every return type and bound in silence.

use crate::{
    error::Errors,
    input::function::{Body, Function},
};
use proc_macro2::TokenStream;
use quote::{ToTokens, quote};

/// `fn f() -> impl Iterator<Item = u32> { compile_error!(..) }`
pub fn function(function: &Function, errors: Errors) -> TokenStream {
    if let Body::Missing(_) = function.body {
        return beside(function, errors);
    }
    function.with_body(&errors.into_compile_errors())
}

/// `{ compile_error!(..) }`
pub fn expression(errors: Errors) -> TokenStream {
    let errors = errors.into_compile_errors();
    quote!({ #errors })
}

/// The item as it was written, and the errors before it.
pub fn beside(item: impl ToTokens, errors: Errors) -> TokenStream {
    let errors = errors.into_compile_errors();
    quote!(#errors #item)
}
