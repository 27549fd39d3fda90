//! Errors are collected, not thrown one by one: the user sees all of them at once.

use core::fmt::Display;
use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::Error;

#[derive(Default)]
pub struct Errors(Option<Error>);

impl Errors {
    /// Reports `message` at `tokens`: lower case, what is wrong, then what to write instead.
    pub fn push(&mut self, tokens: impl ToTokens, message: impl Display) {
        self.add(Error::new_spanned(tokens, message));
    }

    pub fn add(&mut self, error: Error) {
        match &mut self.0 {
            Some(all) => all.combine(error),
            none => *none = Some(error),
        }
    }

    pub fn append(&mut self, errors: Self) {
        if let Some(error) = errors.0 {
            self.add(error);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_none()
    }

    /// One `compile_error!` for each report.
    pub fn into_compile_errors(self) -> TokenStream {
        self.0.map(Error::into_compile_error).unwrap_or_default()
    }
}

impl From<Error> for Errors {
    fn from(error: Error) -> Self {
        Self(Some(error))
    }
}
