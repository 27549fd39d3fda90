//! A function marked `#[coroutine]`, from its tokens to the function that makes a machine.

use crate::{
    body::{self, Form},
    error::Errors,
    fallback,
    input::{
        attributes::is_inert,
        cfg::{Configured, Predicate},
        function::{Body, Function},
        function_like::crate_prefix,
        meetings,
        names::Names,
        options::Options,
        params::Params,
        qualifiers,
        returns::Returns,
    },
    machine, pinned,
    wrap::{self, Boxing, Wrapper},
};
use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;
use syn::{Block, Path, Result, visit::Visit, visit_mut::VisitMut};

pub struct Marked {
    pub mark: Mark,
    pub function: Function,
    pub site: Site,
    /// Whether what it stands in is handed on to a macro.
    pub is_handed_on: bool,
}

/// The attribute.
pub struct Mark {
    /// `crate = path`, as they were written.
    pub arguments: TokenStream,
    /// Where generated code is said to stand.
    pub at: Span,
}

#[derive(Clone)]
pub enum Site {
    /// Below the attribute itself.
    Attribute,
    /// Inside `coro!`, which names the crate.
    FunctionLike(Path),
}

impl Site {
    fn krate(&self, at: Span) -> Path {
        match self {
            Self::Attribute => default_crate(),
            Self::FunctionLike(krate) => located(krate.clone(), at),
        }
    }
}

/// `::coro`
pub fn default_crate() -> Path {
    syn::parse_quote_spanned!(Span::mixed_site()=> ::coro)
}

/// The same path, said to stand elsewhere: what rustc says of generated code, it says there.
fn located(mut path: Path, at: Span) -> Path {
    if let Some(colons) = &mut path.leading_colon {
        colons.spans = colons.spans.map(|span| span.located_at(at));
    }
    for segment in &mut path.segments {
        segment.ident.set_span(segment.ident.span().located_at(at));
    }
    path
}

impl Marked {
    pub fn expand(self) -> TokenStream {
        match Predicate::first_in(&self.function) {
            Some(predicate) => self.split(&predicate),
            None => self.lower(),
        }
    }

    /// Twice the function, of which rustc drops one.
    fn split(self, predicate: &Predicate) -> TokenStream {
        let holds = self.again(predicate.assume(&self.function));
        let not = self.again(predicate.deny(self.function.clone()));
        let (if_holds, if_not) = (predicate.attribute(), predicate.negated_attribute());
        quote_spanned!(Span::mixed_site()=> #if_holds #holds #if_not #not)
    }

    fn again(&self, copy: Result<Function>) -> TokenStream {
        let Mark { arguments, at } = &self.mark;
        let span = Span::mixed_site().located_at(*at);
        let krate = self.krate();
        match (copy, &self.site) {
            (Err(error), _) => self.refused(error.into()),
            (Ok(function), Site::Attribute) => {
                quote_spanned!(span=> #[#krate::coroutine(#arguments)] #function)
            }
            (Ok(function), Site::FunctionLike(_)) => {
                let prefix = crate_prefix(&krate);
                quote_spanned!(span=> #krate::coro! { #prefix #[coroutine(#arguments)] #function })
            }
        }
    }

    fn krate(&self) -> Path {
        Options::parse(self.mark.arguments.clone(), self.site.krate(self.mark.at), &mut Errors::default()).krate
    }

    /// The function with these errors and those of its signature.
    fn refused(&self, mut errors: Errors) -> TokenStream {
        let mut function = self.function.clone();
        let mut names = function.take_names();
        Signature::take(&mut function, Form::Movable, &mut names, &mut errors);
        fallback::function(&function, errors)
    }

    fn lower(self) -> TokenStream {
        let mut errors = Errors::default();
        let Mark { arguments, at } = self.mark;
        let options = Options::parse(arguments, self.site.krate(at), &mut errors);
        let mut function = self.function;
        let mut names = function.take_names();
        let signature = Signature::take(&mut function, options.form, &mut names, &mut errors);
        let Some(block) = take_block(&mut function, &mut errors) else {
            return fallback::function(&function, errors);
        };
        let Returns { kind, boxing, object, .. } = signature.returns;
        let wrapper = Wrapper { kind, form: options.form, boxing, object, krate: options.krate };
        if !wrapper.is_pinned() && wrapper.boxing == Boxing::Unboxed {
            meetings::unite(&mut function.sig, &block, &mut names);
        }
        let mut body = signature.into_body(block, &function, &wrapper.krate, names);
        body.is_handed_on |= self.is_handed_on;
        let lowered = if wrapper.is_pinned() { pinned::lower(body, kind, &mut errors) } else { machine::lower(body, &mut errors) };
        if errors.is_empty() { wrap::function(&function, &wrapper, lowered) } else { fallback::function(&function, errors) }
    }
}

/// What was taken out of a function's signature, which is left as rustc is to read it.
struct Signature {
    params: Vec<body::Param>,
    returns: Returns,
}

impl Signature {
    fn take(function: &mut Function, form: Form, names: &mut Names, errors: &mut Errors) -> Self {
        qualifiers::check(&mut function.sig, errors);
        let Params { mut start, resume } = Params::take(&mut function.sig, names, errors);
        start.iter_mut().for_each(|param| tell_once(param, &function.sig.generics));
        let returns = Returns::take(&mut function.sig, form, resume, names, errors);
        if form != Form::Movable || returns.kind.awaits() {
            restore_receiver(&mut function.sig, &start);
        }
        Self { params: start, returns }
    }

    fn into_body(self, block: Block, function: &Function, krate: &Path, names: Names) -> body::Body {
        let Returns { kind, resume, yield_type, return_type, derives, .. } = self.returns;
        body::Body {
            name: function.sig.ident.clone(),
            params: self.params,
            resume,
            block,
            yield_type,
            return_type,
            flavor: kind.flavor(),
            derives,
            krate: krate.clone(),
            names,
            by_move: true,
            is_handed_on: !function.attrs.iter().all(is_inert),
        }
    }
}

/// An argument whose type is a parameter bound by `FnOnce` is given that bound for its type.
fn tell_once(param: &mut body::Param, generics: &syn::Generics) {
    let Some(syn::Type::Path(ty)) = &param.ty else { return };
    let Some(name) = ty.path.get_ident() else { return };
    let is_once = |bounds: &syn::punctuated::Punctuated<syn::TypeParamBound, syn::Token![+]>| {
        bounds.iter().any(|bound| {
            matches!(bound, syn::TypeParamBound::Trait(bound) if bound.path.segments.last().is_some_and(|last| last.ident == "FnOnce"))
        })
    };
    let declared = generics.type_params().any(|parameter| parameter.ident == *name && is_once(&parameter.bounds));
    let bounded = generics.where_clause.iter().flat_map(|clause| &clause.predicates).any(|predicate| match predicate {
        syn::WherePredicate::Type(bound) => {
            matches!(&bound.bounded_ty, syn::Type::Path(ty) if ty.path.is_ident(name)) && is_once(&bound.bounds)
        }
        _ => false,
    });
    if declared || bounded {
        param.ty = Some(syn::parse_quote!(impl ::core::ops::FnOnce()));
    }
}

/// The body captures `self` itself, which has no other name that could be `mut`.
fn restore_receiver(sig: &mut syn::Signature, params: &[body::Param]) {
    if let Some(syn::FnArg::Receiver(receiver)) = sig.inputs.first_mut()
        && let Some(param) = params.iter().find(|param| param.name == "self")
        && receiver.reference.is_none()
    {
        receiver.mutability = param.mutability;
    }
}

/// The braces stay.
fn take_block(function: &mut Function, errors: &mut Errors) -> Option<Block> {
    match &mut function.body {
        Body::Block(block) => Some(Block { brace_token: block.brace_token, stmts: core::mem::take(&mut block.stmts) }),
        Body::Unparsed(.., error) => {
            errors.add(error.clone());
            None
        }
        Body::Missing(_) => {
            errors.push(
                &function.sig.ident,
                "a coroutine needs a body; remove `#[coroutine]` here and put it on the functions that implement this one",
            );
            None
        }
    }
}

impl Configured for Function {
    fn parse(tokens: TokenStream) -> Result<Self> {
        syn::parse2(tokens)
    }

    fn visit_with<'a>(&'a self, visitor: &mut impl Visit<'a>) {
        visitor.visit_signature(&self.sig);
        if let Body::Block(block) = &self.body {
            visitor.visit_block(block);
        }
    }

    fn visit_mut_with(&mut self, visitor: &mut impl VisitMut) {
        visitor.visit_signature_mut(&mut self.sig);
        if let Body::Block(block) = &mut self.body {
            visitor.visit_block_mut(block);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::input;
    use proc_macro2::TokenStream;
    use quote::quote;

    fn expanded(function: TokenStream) -> String {
        input::attribute(TokenStream::new(), function).to_string()
    }

    #[test]
    fn all_errors_come_at_once_and_the_signature_stays() {
        let text = expanded(quote!(
            pub const fn f((a, b): (u8, u8), #[resume] c: u8, #[resume] d: u8) -> impl Iterator<Item = u8> {}
        ));
        for part in ["`const fn`", "has one `#[resume]` argument", "resumed with nothing"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let head = quote!(pub const fn f((a, b): (u8, u8)) -> impl Iterator<Item = u8>).to_string();
        assert!(text.starts_with(&head), "{text}");
    }

    #[test]
    fn a_body_that_cannot_be_read_leaves_the_signature() {
        let text = expanded(quote!(fn f(a: u8) -> impl Iterator<Item = u8> { let = }));
        assert!(text.starts_with("fn f (a : u8) -> impl Iterator < Item = u8 > {"), "{text}");
        assert!(text.contains("compile_error"));
    }

    #[test]
    fn a_missing_body_stays_missing() {
        let text = expanded(quote!(
            fn f(&self) -> impl Iterator<Item = u8>;
        ));
        assert!(text.contains("a coroutine needs a body"));
        assert!(text.ends_with("fn f (& self) -> impl Iterator < Item = u8 > ;"), "{text}");
    }

    #[test]
    fn other_items_stay_as_they_are() {
        let text = expanded(quote!(
            struct S;
        ));
        assert!(text.contains("expected a function") && text.ends_with("struct S ;"), "{text}");
    }

    #[test]
    fn a_predicate_makes_two_functions() {
        let text = expanded(quote!(
            fn f() -> impl Iterator<Item = u8> {
                #[cfg(p)]
                a();
                b();
            }
        ));
        let two = quote!(
            #[cfg(p)]
            #[::coro::coroutine()]
            fn f() -> impl Iterator<Item = u8> {
                a();
                b();
            }
            #[cfg(not(p))]
            #[::coro::coroutine()]
            fn f() -> impl Iterator<Item = u8> {
                b();
            }
        );
        assert_eq!(text, two.to_string());
    }
}
