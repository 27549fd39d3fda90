//! What may stand before `fn`, and what may not.

use crate::error::Errors;
use syn::Signature;

/// Refuses the qualifiers under which a function cannot be a coroutine.
pub fn check(sig: &mut Signature, errors: &mut Errors) {
    // Callers are to see the type that will be returned once `async` is gone.
    if let Some(keyword) = sig.asyncness.take() {
        errors.push(keyword, "a coroutine cannot be an `async fn`; remove `async`, its return type says what it is");
    }
    if let Some(keyword) = &sig.constness {
        errors.push(keyword, "a coroutine cannot be a `const fn`; remove `const`");
    }
    if let Some(abi) = &sig.abi {
        errors.push(abi, "a coroutine cannot be `extern`; remove it, and resume the coroutine in an `extern` function");
    }
    if let Some(variadic) = sig.variadic.take() {
        errors.push(variadic, "a coroutine cannot be variadic; take a slice or an iterator");
        sig.inputs.pop_punct();
    }
}
