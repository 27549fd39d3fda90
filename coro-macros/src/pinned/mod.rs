//! The lowering to an `async` closure, which `rustc` makes a state machine of: bodies may borrow from themselves and await.
//!
//! ```text
//! [source]   fn f(a: A, mut b: B, #[resume] c: R) -> impl Coroutine<R, Yield = Y, Return = T> { yield_!(1) }
//! [lowered]  pinned({
//!                let mut b = b;
//!                let once = Once;
//!                async move |exchange: Exchange<_>| {
//!                    let exchange = exchange::<Either<Y, R>>(once, exchange);
//!                    let _ = (&b, &a);
//!                    let (first, mut place) = exchange.first().await;
//!                    let mut c: R = first;
//!                    let value: T = 'coroutine: {
//!                        match exchange.put(1, place).await { both => { let (argument, next) = both; place = next; argument } }
//!                    };
//!                    value
//!                }
//!            })
//! ```
//!
//! An `await` of the body hands on a place as well: `exchange.through(future).await`. A macro may hide one that does not. There
//! a yield asks for its place: `exchange.put(1, exchange.here().await).await`. A macro may hide a yield, which then may be in any future.
//! Such a body is `relayed({ .. async move |mut port: Port<'_, _>| .. })`, with `gate.suspend(1, &mut port).await`. So is one
//! that an attribute may get hold of which is not the language's own.

mod rewrite;
mod suspend;

use crate::{
    body::{Body, Flavor, Kind, Param, Resume},
    error::Errors,
    machine::desugar::body_label,
};
use proc_macro2::{Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use rewrite::{Hidden, Rewrite};
use syn::{Block, Pat, Path, Type, parse_quote_spanned, spanned::Spanned};

/// How a yield gets out of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Route {
    /// Each yield and `await` hands on the place for the next yield: there is nothing else that suspends the body.
    Place {
        /// There is one such place in the body.
        once: bool,
    },
    /// Each yield asks for its place.
    Here,
    /// Some future in the body may yield.
    Port,
}

impl Route {
    const fn of(hidden: Hidden) -> Self {
        match hidden {
            Hidden { yields: true, .. } | Hidden { strays: true, .. } => Self::Port,
            Hidden { suspends: true, .. } => Self::Here,
            Hidden { seen, .. } => Self::Place { once: seen == 1 },
        }
    }
}

/// The coroutine, or the future.
pub fn lower(mut body: Body, kind: Kind, errors: &mut Errors) -> TokenStream {
    let (block, macros, hidden) = rewrite(&body, kind, errors);
    let route = Route::of(hidden);
    body.block = block;
    let Parts { prologue, arguments } = Parts::of(&body.params);
    let value = value(&body, hidden.returns);
    let capture = body.by_move.then(|| quote_spanned!(Span::mixed_site()=> move));
    if kind == Kind::Future {
        return quote_spanned!(Span::mixed_site()=> { #prologue async #capture { #arguments #macros #value } });
    }
    let private = private(&body);
    let message = message_type(&body);
    let first = first(&private, &body.resume, route);
    let (param, told) = ends(&private, &message, route);
    let make = make(&body.krate, route);
    quote_spanned! {Span::mixed_site()=> #make({
        #prologue
        let once = #private::Once;
        async #capture |#param| {
            #told
            #arguments
            #first
            #macros
            #value
        }
    })}
}

/// The parameter of the closure, and what tells the compiler what goes through it.
///
/// A port's methods borrow it, and so one of a trait of the user's that takes any value would be preferred.
fn ends(private: &TokenStream, message: &TokenStream, route: Route) -> (TokenStream, TokenStream) {
    let span = Span::mixed_site();
    let (port, gate, exchange) = (port(span), gate(span), exchange(span));
    match route {
        Route::Place { .. } | Route::Here => (
            quote_spanned!(span=> #exchange: #private::Exchange<_>),
            quote_spanned!(span=> let #exchange = #private::exchange::<#message>(once, #exchange);),
        ),
        Route::Port => (
            quote_spanned!(span=> mut #port: #private::Port<'_, _>),
            quote_spanned!(span=> let #gate = #private::gate::<#message>(once, #private::Port::gate(&#port));),
        ),
    }
}

/// The function that makes the coroutine of the closure. It stands where the crate's name is said to.
fn make(krate: &Path, route: Route) -> TokenStream {
    let span = Span::mixed_site().located_at(krate.span());
    match route {
        Route::Place { .. } | Route::Here => quote_spanned!(span=> #krate::__private::pinned),
        Route::Port => quote_spanned!(span=> #krate::__private::relayed),
    }
}

/// The body with its yields rewritten, and what has to stand before it.
fn rewrite(body: &Body, kind: Kind, errors: &mut Errors) -> (Block, TokenStream, Hidden) {
    let mut block = body.block.clone();
    let (macros, hidden) = Rewrite::new(body, kind, Route::Place { once: false }, errors).apply(&mut block);
    let route = Route::of(hidden);
    if matches!(route, Route::Place { .. }) {
        return (block, macros, hidden);
    }
    let mut block = body.block.clone();
    let mut same_errors = Errors::default();
    let (macros, _) = Rewrite::new(body, kind, route, &mut same_errors).apply(&mut block);
    (block, macros, hidden)
}

/// The body's end of its slot, a name that the user cannot mention.
fn port(span: Span) -> Ident {
    Ident::new("port", Span::mixed_site().located_at(span))
}

/// What goes through the port.
fn gate(span: Span) -> Ident {
    Ident::new("gate", Span::mixed_site().located_at(span))
}

/// Where the next yield leaves its value.
fn place(span: Span) -> Ident {
    Ident::new("place", Span::mixed_site().located_at(span))
}

/// What the body yields through where the macro sees all of its yields.
fn exchange(span: Span) -> Ident {
    Ident::new("exchange", Span::mixed_site().located_at(span))
}

fn private(body: &Body) -> TokenStream {
    let krate = &body.krate;
    quote_spanned!(Span::mixed_site()=> #krate::__private)
}

struct Parts {
    /// Outside of the body: parameters that it changes.
    prologue: TokenStream,
    /// In the body: each parameter is captured, whole, and in the order in which a function drops them.
    arguments: TokenStream,
}

impl Parts {
    fn of(params: &[Param]) -> Self {
        let changed = params.iter().filter(|param| param.name != "self").filter_map(|param| {
            let (name, keyword) = (&param.name, param.mutability?);
            Some(quote!(let #keyword #name = #name;))
        });
        let names = params.iter().rev().map(|param| &param.name);
        let arguments = (!params.is_empty()).then(|| quote_spanned!(Span::mixed_site()=> let _ = (#(&#names,)*);));
        Self { prologue: changed.collect(), arguments: arguments.into_token_stream() }
    }
}

/// What goes in and out: `Either<Y, R>`, or less if `R` is `()`.
fn message_type(body: &Body) -> TokenStream {
    let (private, yielded, resumed) = (private(body), &body.yield_type, resumed_type(&body.resume));
    if is_unit(&resumed) {
        quote_spanned!(Span::mixed_site()=> #private::Item<#yielded>)
    } else {
        quote_spanned!(Span::mixed_site()=> #private::Either<#yielded, #resumed>)
    }
}

fn resumed_type(resume: &Resume) -> Type {
    match resume {
        Resume::Plain(ty) | Resume::First(_, ty) => ty.clone(),
        Resume::Rebind(params) => match &params[..] {
            [(_, ty)] => ty.clone(),
            several => {
                let types = several.iter().map(|(_, ty)| ty);
                parse_quote_spanned!(Span::mixed_site()=> (#(#types,)*))
            }
        },
    }
}

/// Binds what the coroutine was resumed with first, or drops it.
fn first(private: &TokenStream, resume: &Resume, route: Route) -> TokenStream {
    let (port, exchange, place) = (port(Span::mixed_site()), exchange(Span::mixed_site()), place(Span::mixed_site()));
    let bound = bind_first(resume);
    match route {
        Route::Place { once } => {
            let first = if once { quote!(first_of_one) } else { quote!(first) };
            quote_spanned!(Span::mixed_site()=> let (first, mut #place) = #exchange.#first().await; #bound)
        }
        Route::Here if matches!(resume, Resume::Plain(ty) if is_unit(ty)) => TokenStream::new(),
        Route::Here => quote_spanned!(Span::mixed_site()=> let first = #exchange.first().await.0; #bound),
        Route::Port => quote_spanned!(Span::mixed_site()=> let first = #private::Port::first(&mut #port); #bound),
    }
}

fn bind_first(resume: &Resume) -> TokenStream {
    match resume {
        Resume::Plain(_) => quote_spanned!(Span::mixed_site()=> ::core::mem::drop(first);),
        Resume::First(pat, ty) => quote_spanned!(Span::mixed_site()=> let #pat: #ty = first;),
        Resume::Rebind(params) => {
            let names = bound(params);
            let pat = pattern(params);
            quote_spanned!(Span::mixed_site()=> let (#(mut #names,)*) = match first { #pat => (#(#names,)*) };)
        }
    }
}

fn is_unit(ty: &Type) -> bool {
    matches!(ty, Type::Tuple(tuple) if tuple.elems.is_empty())
}

/// What the parameters that are bound anew match together.
fn pattern(params: &[(Pat, Type)]) -> TokenStream {
    match params {
        [(pat, _)] => pat.to_token_stream(),
        several => {
            let pats = several.iter().map(|(pat, _)| pat);
            quote!((#(#pats,)*))
        }
    }
}

/// The names in the parameters that are bound anew.
fn bound(params: &[(Pat, Type)]) -> Vec<Ident> {
    let mut names = Vec::new();
    for (pat, _) in params {
        rewrite::bound_in(pat, &mut names);
    }
    names
}

/// What the body evaluates to: its own value, or the last item of an iterator or a stream.
///
/// ```text
/// [lowered]  let value: Option<Y> = 'coroutine: { let _: () = { .. }; None }; value
///            let mut last = None::<Y>; async { last = 'coroutine: { .. }; }.await; last     where a macro may hide `return;`
/// ```
fn value(body: &Body, returns: bool) -> TokenStream {
    let (block, ty) = (&body.block, &body.return_type);
    let label = body_label(Span::mixed_site());
    match body.flavor {
        Flavor::Coroutine => quote_spanned! {Span::mixed_site()=>
            let value: #ty = #label: #block;
            value
        },
        Flavor::Iterator if returns => {
            let item = &body.yield_type;
            quote_spanned! {Span::mixed_site()=>
                let mut last = ::core::option::Option::None::<#item>;
                async {
                    last = #label: {
                        let _: () = #block;
                        ::core::option::Option::None
                    };
                }
                .await;
                last
            }
        }
        Flavor::Iterator => {
            let item = &body.yield_type;
            quote_spanned! {Span::mixed_site()=>
                let value: ::core::option::Option<#item> = #label: {
                    let _: () = #block;
                    ::core::option::Option::None
                };
                value
            }
        }
    }
}
