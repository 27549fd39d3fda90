//! The code for one yield.

use super::{Route, bound, exchange, gate, is_unit as is_unit_type, pattern, place, port, private};
use crate::{
    body::{Body, Kind, Resume},
    machine::desugar::{FIRST_IS_MISSING, reborrowed, usage},
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::{Expr, Macro, Path, Type, parse_quote_spanned, spanned::Spanned};

/// What to report, and where.
pub type Refused = (TokenStream, &'static str);

pub struct Suspend<'a> {
    kind: Kind,
    route: Route,
    krate: &'a Path,
    resume: &'a Resume,
    return_type: &'a Type,
    private: TokenStream,
    /// What a yield binds anew.
    rebound: Vec<Ident>,
}

impl<'a> Suspend<'a> {
    pub fn new(body: &'a Body, kind: Kind, route: Route) -> Self {
        let rebound = match &body.resume {
            Resume::Rebind(params) => bound(params),
            _ => Vec::new(),
        };
        let (krate, resume, return_type) = (&body.krate, &body.resume, &body.return_type);
        Self { kind, route, krate, resume, return_type, private: private(body), rebound }
    }

    pub fn binds(&self, name: &Ident) -> bool {
        self.rebound.contains(name)
    }

    /// `yield_!(..)`, `yield_all!(..)` or `yield_from!(..)`
    pub fn expand(&self, name: &str, args: &[Expr], mac: &Macro) -> Result<Expr, Refused> {
        let span = mac.span();
        match (name, args) {
            ("yield_", []) => self.yield_(None, span).map(Expr::Verbatim),
            ("yield_", [value]) => self.yield_(Some(value), span).map(Expr::Verbatim),
            ("yield_all", [items]) => {
                let tokens = self.yield_all(items.to_token_stream(), span);
                syn::parse2(tokens).map_err(|_| (mac.to_token_stream(), usage(name)))
            }
            ("yield_from", [inner, first @ ..]) if first.len() < 2 => {
                self.delegate(inner, first.first(), span).map(|tokens| parse_quote_spanned!(span=> (#tokens)))
            }
            _ => Err((mac.to_token_stream(), usage(name))),
        }
    }

    /// `yield value`
    pub fn yield_(&self, value: Option<&Expr>, span: Span) -> Result<TokenStream, Refused> {
        match value {
            Some(value) if self.kind == Kind::Future && !is_unit(value) => Err((value.to_token_stream(), FUTURE_YIELDS)),
            Some(value) => Ok(self.suspend(value.to_token_stream(), span)),
            None => Ok(self.suspend(quote_spanned!(span=> ()), span)),
        }
    }

    /// ```text
    /// [source]   yield_!(value)
    /// [lowered]  (match exchange.put(value, place).await { both => { let (argument, next) = both; place = next; argument } })
    ///            (match exchange.put(value, exchange.here().await).await { both => both.0 })      where macros may `await`
    ///            gate.suspend(value, &mut port).await                    where other macros hide yields
    ///            yield_now().await                                       in a future
    ///            match <one of these> { pat => (a, b) = (a, b) }         where `a` and `b` are bound anew
    /// ```
    ///
    /// What is matched is moved whole: of a temporary, what a pattern leaves is kept until the statement ends.
    fn suspend(&self, value: TokenStream, span: Span) -> TokenStream {
        let span = Span::mixed_site().located_at(span);
        let (exchange, gate, port, place, private) = (exchange(span), gate(span), port(span), place(span), &self.private);
        if self.kind == Kind::Future {
            return quote_spanned!(span=> #private::yield_now().await);
        }
        let argument = match self.route {
            Route::Place { .. } => quote_spanned! {span=>
                (match #exchange.put(#value, #place).await { both => { let (argument, next) = both; #place = next; argument } })
            },
            Route::Here => quote_spanned! {span=>
                (match #exchange.put(#value, #exchange.here().await).await { both => both.0 })
            },
            Route::Port => quote_spanned!(span=> #gate.suspend(#value, &mut #port).await),
        };
        match self.resume {
            Resume::Rebind(params) => {
                let (pat, names) = (pattern(params), &self.rebound);
                quote_spanned!(span=> { (#(#names,)*) = match #argument { #pat => (#(#names,)*) }; })
            }
            _ => argument,
        }
    }

    /// ```text
    /// [source]   future.await
    /// [lowered]  (match exchange.through(future).await { both => { let (value, next) = both; place = next; value } })
    /// ```
    pub fn await_(&self, future: &Expr, span: Span) -> Option<Expr> {
        if self.kind == Kind::Future || !matches!(self.route, Route::Place { .. }) {
            return None;
        }
        let span = Span::mixed_site().located_at(span);
        let (exchange, place) = (exchange(span), place(span));
        Some(Expr::Verbatim(quote_spanned! {span=>
            (match #exchange.through(#future).await { both => { let (value, next) = both; #place = next; value } })
        }))
    }

    fn yield_all(&self, items: TokenStream, span: Span) -> TokenStream {
        let span = Span::mixed_site().located_at(span);
        let suspend = self.suspend(quote_spanned!(span=> item), span);
        quote_spanned!(span=> for item in #items { #suspend; })
    }

    fn delegate(&self, inner: &Expr, first: Option<&Expr>, span: Span) -> Result<TokenStream, Refused> {
        if self.kind == Kind::Future {
            return Err((inner.to_token_stream(), FUTURE_DELEGATES));
        }
        let fixed = match (self.resume, first) {
            (Resume::Rebind(params), None) => reborrowed(params),
            (Resume::Plain(ty), None) if is_unit_type(ty) => quote!(()),
            (_, None) => return Err((inner.to_token_stream(), FIRST_IS_MISSING)),
            (_, Some(first)) => return Ok(self.yield_from_with(inner.to_token_stream(), first.to_token_stream(), span)),
        };
        Ok(self.yield_from(inner.to_token_stream(), &fixed, span))
    }

    /// ```text
    /// [source]   yield_from!(inner)
    /// [lowered]  match inner { delegate => {
    ///                let mut delegate = pin!(delegate);
    ///                loop { match resume(delegate.as_mut(), ()) { Yielded(item) => yield item, Complete(value) => break value } }
    ///            } }
    /// ```
    fn yield_from(&self, inner: TokenStream, argument: &TokenStream, span: Span) -> TokenStream {
        let span = Span::mixed_site().located_at(span);
        let krate = self.krate;
        let suspend = self.suspend(quote_spanned!(span=> item), span);
        quote_spanned! {span=>
            match #inner {
                delegate => {
                    let mut delegate = ::core::pin::pin!(delegate);
                    loop {
                        match #krate::Coroutine::<_>::resume(delegate.as_mut(), #argument) {
                            #krate::CoroutineState::Yielded(item) => { #suspend; }
                            #krate::CoroutineState::Complete(value) => break value,
                        }
                    }
                }
            }
        }
    }

    /// As `yield_from`, where what each yield evaluates to is the next argument.
    fn yield_from_with(&self, inner: TokenStream, first: TokenStream, span: Span) -> TokenStream {
        let span = Span::mixed_site().located_at(span);
        let krate = self.krate;
        let suspend = self.suspend(quote_spanned!(span=> item), span);
        quote_spanned! {span=>
            match (#inner, #first) {
                (delegate, mut argument) => {
                    let mut delegate = ::core::pin::pin!(delegate);
                    loop {
                        match #krate::Coroutine::<_>::resume(delegate.as_mut(), argument) {
                            #krate::CoroutineState::Yielded(item) => argument = #suspend,
                            #krate::CoroutineState::Complete(value) => break value,
                        }
                    }
                }
            }
        }
    }

    /// Tells the compiler what a `return` has to be that another macro hides.
    pub fn leave(&self) -> TokenStream {
        let (private, ty) = (&self.private, self.return_type);
        quote_spanned!(Span::mixed_site()=> if false { return #private::returned::<#ty>(); })
    }

    /// The yields as macros of the body, for where another macro hides them.
    pub fn macros(&self) -> TokenStream {
        let span = Span::mixed_site();
        let value = quote_spanned!(span=> $value);
        let suspend = self.suspend(value.clone(), span);
        let suspend_unit = self.suspend(quote_spanned!(span=> ()), span);
        if self.kind == Kind::Future {
            return quote_spanned!(span=> #[allow(unused_macros)] macro_rules! yield_ { () => { #suspend_unit }; });
        }
        let all = self.yield_all(value.clone(), span);
        let from = self.yield_from(value.clone(), &quote_spanned!(span=> ()), span);
        let from_with = self.yield_from_with(value, quote_spanned!(span=> $first), span);
        quote_spanned! {span=>
            #[allow(unused_macros, unused_macro_rules)] // which one is hidden is not known
            macro_rules! yield_ {
                () => { #suspend_unit };
                ($value:expr $(,)?) => { #suspend };
            }
            #[allow(unused_macros)] // likewise
            macro_rules! yield_all {
                ($value:expr $(,)?) => { #all };
            }
            #[allow(unused_macros, unused_macro_rules)] // likewise
            macro_rules! yield_from {
                ($value:expr $(,)?) => { #from };
                ($value:expr, $first:expr $(,)?) => { #from_with };
            }
        }
    }
}

const FUTURE_YIELDS: &str = "a future yields nothing but time; write `yield_!()`, or return `impl Stream<..>`";
const FUTURE_DELEGATES: &str = "a future yields nothing; write `.await`, or return `impl Stream<..>`";

fn is_unit(value: &Expr) -> bool {
    matches!(value, Expr::Tuple(tuple) if tuple.elems.is_empty())
}
