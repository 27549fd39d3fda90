//! The arguments of a function: what the machine starts with, and what each resumption brings.

use crate::{
    body::Param,
    error::Errors,
    input::{names::Names, patterns},
};
use syn::{Attribute, FnArg, Ident, Meta, Pat, PatType, Receiver, Signature, Type, punctuated::Punctuated};

#[derive(Default)]
pub struct Params {
    pub start: Vec<Param>,
    pub resume: ResumeArguments,
}

/// The arguments marked `#[resume]`; they are no longer in the signature.
#[derive(Default)]
pub struct ResumeArguments {
    pub mode: Mode,
    /// At most one, unless they are bound anew at each resumption.
    pub all: Vec<(Pat, Type)>,
}

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    #[default]
    First,
    Rebind,
}

impl Params {
    pub fn take(sig: &mut Signature, names: &mut Names, errors: &mut Errors) -> Self {
        let mut params = Self::default();
        let mut kept = Punctuated::new();
        for pair in core::mem::take(&mut sig.inputs).into_pairs() {
            let (argument, comma) = pair.into_tuple();
            if let Some(argument) = params.take_argument(argument, names, errors) {
                kept.push_value(argument);
                kept.push_punct(comma.unwrap_or_default());
            }
        }
        if sig.variadic.is_none() {
            kept.pop_punct();
        }
        sig.inputs = kept;
        params
    }

    fn take_argument(&mut self, argument: FnArg, names: &mut Names, errors: &mut Errors) -> Option<FnArg> {
        match argument {
            FnArg::Receiver(mut receiver) => {
                self.start.push(take_receiver(&mut receiver, errors));
                Some(FnArg::Receiver(receiver))
            }
            FnArg::Typed(mut typed) => {
                if let Some((attr, mode)) = take_mode(&mut typed.attrs, errors) {
                    self.resume.add(&attr, mode, typed, errors);
                    return None;
                }
                self.start.append(&mut patterns::take_params(&mut typed, names, errors));
                Some(FnArg::Typed(typed))
            }
        }
    }
}

fn take_receiver(receiver: &mut Receiver, errors: &mut Errors) -> Param {
    if let Some((attr, _)) = take_mode(&mut receiver.attrs, errors) {
        errors.push(attr, "`self` is no resume argument; mark another argument");
    }
    let mutability = if receiver.reference.is_none() { receiver.mutability.take() } else { None };
    Param { name: Ident::from(receiver.self_token), mutability, ty: Some((*receiver.ty).clone()) }
}

/// Takes every `#[resume ..]`: rustc knows no such attribute.
fn take_mode(attrs: &mut Vec<Attribute>, errors: &mut Errors) -> Option<(Attribute, Mode)> {
    let mut found = None;
    for attr in attrs.extract_if(.., |attr| attr.path().is_ident("resume")) {
        let mode = read_mode(&attr, errors);
        if found.is_some() {
            errors.push(&attr, "`#[resume]` is given twice; remove one");
        } else {
            found = Some((attr, mode));
        }
    }
    found
}

fn read_mode(attr: &Attribute, errors: &mut Errors) -> Mode {
    match &attr.meta {
        Meta::Path(_) => Mode::First,
        Meta::List(list) if list.tokens.to_string() == "rebind" => Mode::Rebind,
        _ => {
            errors.push(attr, "unknown form of `#[resume]`; write `#[resume]` or `#[resume(rebind)]`");
            Mode::First
        }
    }
}

impl ResumeArguments {
    fn add(&mut self, attr: &Attribute, mode: Mode, argument: PatType, errors: &mut Errors) {
        if self.all.is_empty() {
            self.mode = mode;
        } else if self.mode != mode {
            errors.push(attr, "`#[resume]` and `#[resume(rebind)]` do not mix; mark all of these arguments `#[resume(rebind)]`");
        } else if mode == Mode::First {
            errors.push(attr, "a coroutine has one `#[resume]` argument; make it a tuple, or mark each one `#[resume(rebind)]`");
        }
        if self.all.is_empty() || self.mode == Mode::Rebind {
            self.all.push((*argument.pat, *argument.ty));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proc_macro2::TokenStream;
    use quote::{ToTokens, quote};

    /// The arguments that stay, what the machine starts with, the resume arguments, the errors.
    fn take(signature: TokenStream) -> (String, String, String, String) {
        let mut sig: Signature = syn::parse2(signature.clone()).unwrap();
        let mut errors = Errors::default();
        let params = Params::take(&mut sig, &mut Names::of(signature), &mut errors);
        let start: Vec<String> = params.start.iter().map(|param| param.name.to_string()).collect();
        let shown = |pat: &Pat, ty: &Type| format!("{} : {}", pat.to_token_stream(), ty.to_token_stream());
        let ResumeArguments { mode, all } = params.resume;
        let mode = if mode == Mode::First { "first" } else { "rebind" };
        let resume: Vec<String> = all.iter().map(|(pat, ty)| format!("{mode} {}", shown(pat, ty))).collect();
        (sig.inputs.to_token_stream().to_string(), start.join(" "), resume.join(", "), errors.into_compile_errors().to_string())
    }

    fn facts(signature: TokenStream, inputs: TokenStream, start: &str, resume: &str) {
        assert_eq!(take(signature), (inputs.to_string(), start.to_owned(), resume.to_owned(), String::new()));
    }

    #[test]
    fn receivers_are_locals() {
        facts(quote!(fn f(&mut self, x: u8)), quote!(&mut self, x: u8), "self x", "");
        facts(quote!(fn f(mut self)), quote!(self), "self", "");
        facts(quote!(fn f(self: Box<Self>)), quote!(self: Box<Self>), "self", "");
    }

    #[test]
    fn resume_arguments_leave_the_signature() {
        facts(quote!(fn f(a: u8, #[resume] mut b: &[u8])), quote!(a: u8), "a", "first mut b : & [u8]");
        facts(quote!(fn f(#[resume(rebind)] b: u8, a: u8,)), quote!(a: u8), "a", "rebind b : u8");
        facts(quote!(fn f(#[resume(rebind)] b: u8, #[resume(rebind)] c: u16)), quote!(), "", "rebind b : u8, rebind c : u16");
    }

    #[test]
    fn other_attributes_stay() {
        facts(quote!(fn f(#[allow(unused)] a: u8)), quote!(#[allow(unused)] a: u8), "a", "");
    }

    #[test]
    fn misuse_is_said() {
        let error = |signature| take(signature).3;
        assert!(error(quote!(fn f(#[resume] a: u8, #[resume] b: u8))).contains("has one `#[resume]` argument"));
        assert!(error(quote!(fn f(#[resume] a: u8, #[resume(rebind)] b: u8))).contains("do not mix"));
        assert!(error(quote!(fn f(#[resume(again)] a: u8))).contains("unknown form"));
        assert!(error(quote!(fn f(#[resume] #[resume] a: u8))).contains("given twice"));
        assert!(error(quote!(fn f(#[resume] &self))).contains("no resume argument"));
    }
}
