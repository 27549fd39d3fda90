//! `coro!(move |first: R| { .. })`

use crate::{
    body::{Body, Flavor, Form, Kind, Resume},
    error::Errors,
    fallback,
    input::{
        attributes::is_inert,
        cfg::{Configured, Predicate},
        function_like::crate_prefix,
        names::Names,
    },
    machine, pinned, wrap,
};
use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::{
    Attribute, Block, Expr, ExprClosure, Pat, PatType, Path, Result, ReturnType, Stmt, Token,
    parse::{ParseStream, Parser},
    parse_quote,
    token::Brace,
    visit::Visit,
    visit_mut::VisitMut,
};

/// Whether a closure follows, rather than items.
pub fn peek(input: ParseStream) -> bool {
    let ahead = input.fork();
    if ahead.call(Attribute::parse_outer).is_err() {
        return false;
    }
    let starts = |at: ParseStream| at.peek(Token![|]) || at.peek(Token![||]) || at.peek(Token![move]);
    if starts(&ahead) || (ahead.peek(Token![for]) && ahead.peek2(Token![<])) {
        return true;
    }
    let keyword = ahead.peek(Token![static]) || ahead.peek(Token![async]) || ahead.peek(Token![const]);
    let after = ahead.peek2(Token![|]) || ahead.peek2(Token![||]) || ahead.peek2(Token![move]);
    // `static async |..|` and the like are refused as closures, not as items.
    keyword && (after || (ahead.peek2(Token![async]) && ahead.peek3(Token![move])))
}

pub fn parse(input: ParseStream) -> Result<ExprClosure> {
    let attrs = input.call(Attribute::parse_outer)?;
    let closure = ExprClosure { attrs, ..input.parse()? };
    input.parse::<Option<Token![,]>>()?;
    if input.is_empty() {
        Ok(closure)
    } else {
        Err(syn::Error::new(input.span(), "`coro!` takes one closure; put what follows after the macro"))
    }
}

pub fn expand(krate: Path, closure: ExprClosure) -> TokenStream {
    match Predicate::first_in(&closure) {
        Some(predicate) => split(&krate, closure, &predicate),
        None => lower(krate, closure),
    }
}

/// `{ #[cfg(P)] { coro!(..) } #[cfg(not(P))] { coro!(..) } }`
fn split(krate: &Path, closure: ExprClosure, predicate: &Predicate) -> TokenStream {
    let span = Span::mixed_site();
    let prefix = crate_prefix(krate);
    let again = |copy: Result<ExprClosure>| match copy {
        Ok(closure) => quote_spanned!(span=> { #krate::coro!(#prefix #closure) }),
        Err(error) => fallback::expression(error.into()),
    };
    let (holds, not) = (again(predicate.assume(&closure)), again(predicate.deny(closure)));
    let (if_holds, if_not) = (predicate.attribute(), predicate.negated_attribute());
    quote_spanned!(span=> { #if_holds #holds #if_not #not })
}

fn lower(krate: Path, closure: ExprClosure) -> TokenStream {
    let mut errors = Errors::default();
    check_qualifiers(&closure, &mut errors);
    let attrs = closure.attrs.clone();
    let form = if closure.movability.is_some() { Form::Static } else { Form::Movable };
    let body = body(krate, closure, &mut errors);
    let machine = match form {
        Form::Movable => machine::lower(body, &mut errors),
        _ => pinned::lower(body, Kind::Coroutine, &mut errors),
    };
    if errors.is_empty() { wrap::closure(&attrs, form, &machine) } else { fallback::expression(errors) }
}

fn check_qualifiers(closure: &ExprClosure, errors: &mut Errors) {
    if let Some(binder) = &closure.lifetimes {
        errors.push(binder, "`for<..>` is not supported here; elide these lifetimes, each is one of its own");
    }
    if let Some(keyword) = &closure.constness {
        errors.push(keyword, "a coroutine cannot be `const`; remove `const`");
    }
    if let Some(keyword) = &closure.asyncness {
        errors.push(keyword, "a coroutine cannot be `async`; remove `async`");
    }
}

fn body(krate: Path, closure: ExprClosure, errors: &mut Errors) -> Body {
    let names = Names::of(closure.to_token_stream());
    let return_type = match closure.output {
        ReturnType::Default => parse_quote!(_),
        ReturnType::Type(_, ty) => *ty,
    };
    Body {
        name: syn::Ident::new("closure", Span::mixed_site()),
        params: Vec::new(),
        resume: resume(closure.inputs.into_iter(), errors),
        block: block(*closure.body),
        yield_type: parse_quote!(_),
        return_type,
        flavor: Flavor::Coroutine,
        derives: Vec::new(),
        krate,
        names,
        by_move: closure.capture.is_some(),
        is_handed_on: !closure.attrs.iter().all(is_inert),
    }
}

fn resume(mut inputs: impl Iterator<Item = Pat>, errors: &mut Errors) -> Resume {
    let first = inputs.next();
    if let Some(second) = inputs.next() {
        errors.push(second, "a coroutine closure has at most one argument; make it a tuple");
    }
    let (attrs, pat, ty) = match first {
        None => return Resume::Plain(parse_quote!(())),
        Some(Pat::Type(PatType { attrs, pat, ty, .. })) => (attrs, *pat, *ty),
        Some(Pat::Ident(mut pat)) => (core::mem::take(&mut pat.attrs), Pat::Ident(pat), parse_quote!(_)),
        Some(pat) => (Vec::new(), pat, parse_quote!(_)),
    };
    if is_rebound(&attrs, errors) { Resume::Rebind(vec![(pat, ty)]) } else { Resume::First(pat, ty) }
}

/// The one argument of a closure is its resume argument with or without `#[resume]`; `#[resume(rebind)]` says how.
fn is_rebound(attrs: &[syn::Attribute], errors: &mut Errors) -> bool {
    let mut rebound = false;
    for attr in attrs {
        let rebind = attr.parse_args::<syn::Ident>().is_ok_and(|word| word == "rebind");
        let plain = matches!(attr.meta, syn::Meta::Path(_));
        if attr.path().is_ident("resume") && (rebind || plain) {
            rebound |= rebind;
        } else {
            errors.push(attr, "only `#[resume]` and `#[resume(rebind)]` mean something here; remove this");
        }
    }
    rebound
}

fn block(body: Expr) -> Block {
    match body {
        Expr::Block(plain) if plain.attrs.is_empty() && plain.label.is_none() => plain.block,
        expr => Block { brace_token: Brace::default(), stmts: vec![Stmt::Expr(expr, None)] },
    }
}

impl Configured for ExprClosure {
    fn parse(tokens: TokenStream) -> Result<Self> {
        parse.parse2(tokens)
    }

    fn visit_with<'a>(&'a self, visitor: &mut impl Visit<'a>) {
        visitor.visit_expr_closure(self);
    }

    fn visit_mut_with(&mut self, visitor: &mut impl VisitMut) {
        visitor.visit_expr_closure_mut(self);
    }
}
