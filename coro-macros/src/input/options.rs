//! The arguments of the attribute: `#[coroutine(static, crate = path)]`.

use crate::{body::Form, error::Errors};
use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Ident, Path, Result, Token,
    ext::IdentExt,
    parse::{Parse, ParseStream, Parser},
    punctuated::Punctuated,
    token,
};

const EXPECTED: &str = "unknown argument of `#[coroutine]`; there are `static`, `boxed` and `crate = path`";

const ONE_FORM: &str = "a coroutine is either `static` or `boxed`, once; remove one of these words";

pub struct Options {
    pub form: Form,
    pub krate: Path,
}

enum Argument {
    Crate(token::Crate, Path),
    Form(Form, Ident),
    Unknown(TokenStream),
}

impl Options {
    pub fn parse(arguments: TokenStream, krate: Path, errors: &mut Errors) -> Self {
        let mut options = Self { form: Form::Movable, krate };
        match Punctuated::<Argument, Token![,]>::parse_terminated.parse2(arguments) {
            Ok(arguments) => options.read(arguments, errors),
            Err(error) => errors.add(error),
        }
        options
    }

    fn read(&mut self, arguments: Punctuated<Argument, Token![,]>, errors: &mut Errors) {
        let mut renamed = false;
        for argument in arguments {
            match argument {
                Argument::Crate(keyword, _) if renamed => errors.push(keyword, "`crate` is given twice; remove one"),
                Argument::Crate(_, path) => {
                    self.krate = path;
                    renamed = true;
                }
                Argument::Unknown(tokens) => errors.push(tokens, EXPECTED),
                Argument::Form(_, word) if self.form != Form::Movable => errors.push(word, ONE_FORM),
                Argument::Form(form, _) => self.form = form,
            }
        }
    }
}

impl Parse for Argument {
    fn parse(input: ParseStream) -> Result<Self> {
        if input.peek(Token![crate]) {
            let keyword = input.parse()?;
            return Ok(Self::Crate(keyword, parse_crate_path(input)?));
        }
        match input.fork().call(Ident::parse_any) {
            Ok(word) if word == "static" => input.call(Ident::parse_any).map(|word| Self::Form(Form::Static, word)),
            Ok(word) if word == "boxed" => input.call(Ident::parse_any).map(|word| Self::Form(Form::Boxed, word)),
            _ => parse_to_comma(input).map(Self::Unknown),
        }
    }
}

fn parse_to_comma(input: ParseStream) -> Result<TokenStream> {
    let mut tokens = TokenStream::new();
    while !input.is_empty() && !input.peek(Token![,]) {
        tokens.extend([input.parse::<TokenTree>()?]);
    }
    Ok(tokens)
}

/// `= path`, as it follows `crate`.
pub fn parse_crate_path(input: ParseStream) -> Result<Path> {
    input.parse::<Token![=]>()?;
    if input.peek(syn::LitStr) {
        return Err(input.error("expected a path; write it without quotes"));
    }
    input.call(Path::parse_mod_style)
}

#[cfg(test)]
mod tests {
    use super::*;
    use quote::{ToTokens, quote};
    use syn::parse_quote;

    fn parse(arguments: TokenStream) -> (String, String) {
        let mut errors = Errors::default();
        let options = Options::parse(arguments, parse_quote!(::coro), &mut errors);
        (options.krate.to_token_stream().to_string(), errors.into_compile_errors().to_string())
    }

    #[test]
    fn the_crate_is_coro_unless_named() {
        assert_eq!(parse(quote!()), (":: coro".into(), String::new()));
        assert_eq!(parse(quote!(crate = crate::other)).0, "crate :: other");
        assert_eq!(parse(quote!(crate = other,)).0, "other");
    }

    #[test]
    fn what_is_not_understood_is_said() {
        assert!(parse(quote!(static, boxed)).1.contains("either `static` or `boxed`"));
        assert!(parse(quote!(crate = c, crate = d)).1.contains("given twice"));
        assert!(parse(quote!(yields = u8)).1.contains("unknown argument"));
        let (krate, both) = parse(quote!(7 + 1, static, static, crate = c));
        assert!(both.contains("unknown argument") && both.contains("once") && krate == "c");
        assert!(parse(quote!(crate = "c")).1.contains("without quotes"));
    }
}
