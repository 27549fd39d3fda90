use super::*;
use crate::input::params::Params;
use quote::quote;

struct Facts {
    output: String,
    resume: String,
    yields: String,
    returns: String,
    derives: String,
    kind: Kind,
    boxing: Boxing,
    errors: String,
}

fn text(tokens: impl ToTokens) -> String {
    tokens.to_token_stream().to_string()
}

fn shown(resume: &Resume) -> String {
    match resume {
        Resume::Plain(ty) => format!("plain {}", text(ty)),
        Resume::First(_, ty) => format!("first {}", text(ty)),
        Resume::Rebind(all) => {
            let types: Vec<String> = all.iter().map(|(_, ty)| text(ty)).collect();
            format!("rebind {}", types.join(", "))
        }
    }
}

fn facts(signature: TokenStream) -> Facts {
    let mut sig: Signature = syn::parse2(signature.clone()).unwrap();
    let mut errors = Errors::default();
    let mut names = Names::of(signature);
    let Params { resume, .. } = Params::take(&mut sig, &mut names, &mut errors);
    let returns = Returns::take(&mut sig, Form::Movable, resume, &mut names, &mut errors);
    let derives: Vec<String> = returns.derives.iter().map(text).collect();
    Facts {
        output: text(sig.output),
        resume: shown(&returns.resume),
        yields: text(returns.yield_type),
        returns: text(returns.return_type),
        derives: derives.join(", "),
        kind: returns.kind,
        boxing: returns.boxing,
        errors: errors.into_compile_errors().to_string(),
    }
}

/// The return type as rustc reads it, the resume type as the closure reads it.
fn resumed(signature: TokenStream, output: &TokenStream, resume: &str) {
    let facts = facts(signature);
    assert_eq!((facts.output, &*facts.resume, &*facts.errors), (output.to_string(), resume, ""));
}

#[test]
fn an_iterator_yields_its_items_and_returns_nothing() {
    let facts = facts(quote!(fn f() -> impl Iterator<Item = &str> + '_));
    assert_eq!((&*facts.yields, &*facts.returns, &*facts.resume), ("& str", "()", "plain ()"));
    assert!(facts.kind == Kind::Iterator && facts.boxing == Boxing::Unboxed);
    assert_eq!(facts.output, quote!(-> impl Iterator<Item = &str> + '_).to_string());
}

#[test]
fn a_coroutine_says_all_three() {
    let facts = facts(quote!(fn f() -> impl coro::Coroutine<i64, Yield = Y, Return = Infallible>));
    assert_eq!((&*facts.yields, &*facts.returns, &*facts.resume), ("Y", "Infallible", "plain i64"));
    assert!(facts.kind == Kind::Coroutine && facts.errors.is_empty());
}

#[test]
fn what_is_left_out_is_inferred() {
    let facts = facts(quote!(fn f() -> impl Coroutine<Yield = impl Display, Return: Copy>));
    assert_eq!((&*facts.yields, &*facts.returns, &*facts.resume), ("_", "_", "plain ()"));
}

#[test]
fn boxes_are_seen_through() {
    for (output, boxing, flavor) in [
        (quote!(Box<dyn Iterator<Item = u8> + '_>), Boxing::Box, Kind::Iterator),
        (quote!(std::boxed::Box<(dyn Iterator<Item = u8> + Send)>), Boxing::Box, Kind::Iterator),
        (quote!(Pin<Box<dyn Coroutine<Yield = u8, Return = ()>>>), Boxing::PinBox, Kind::Coroutine),
        (quote!(Box<impl Iterator<Item = u8> + Clone>), Boxing::Box, Kind::Iterator),
    ] {
        let facts = facts(quote!(fn f() -> #output));
        assert!(facts.boxing == boxing && facts.kind == flavor, "{output}");
        assert_eq!((&*facts.yields, &*facts.errors), ("u8", ""));
    }
}

#[test]
fn the_resume_type_is_taken_from_the_arguments() {
    resumed(
        quote!(fn f(#[resume] piece: &[u8]) -> impl Coroutine<_, Yield = u8>),
        &quote!(-> impl for<'r0> Coroutine<&'r0 [u8], Yield = u8>),
        "first & [u8]",
    );
    resumed(
        quote!(fn f(#[resume(rebind)] a: &mut Io<'_>, #[resume(rebind)] b: u8) -> impl Coroutine<_, Yield = u8>),
        &quote!(-> impl for<'r0, 'r1> Coroutine<(&'r0 mut Io<'r1>, u8), Yield = u8>),
        "rebind & mut Io < '_ >, u8",
    );
    resumed(
        quote!(fn f(#[resume] a: u64) -> Box<dyn Coroutine<_, Yield = u8> + Send>),
        &quote!(-> Box<dyn Coroutine<u64, Yield = u8> + Send>),
        "first u64",
    );
}

#[test]
fn written_lifetimes_are_higher_ranked_too() {
    resumed(
        quote!(fn f() -> impl Coroutine<&[u8], Yield = u8>),
        &quote!(-> impl for<'r0> Coroutine<&'r0 [u8], Yield = u8>),
        "plain & [u8]",
    );
    resumed(
        quote!(fn f(#[resume] x: &'a X<'_, 't>) -> impl for<'a> Coroutine<_, Yield = u8>),
        &quote!(-> impl for<'a, 'r0> Coroutine<&'a X<'r0, 't>, Yield = u8>),
        "first & '_ X < '_ , 't >",
    );
}

#[test]
fn some_bounds_are_derived() {
    let facts = facts(quote!(fn f() -> impl Iterator<Item = u8> + Clone + fmt::Debug + Send + 'a + Hash + PartialEq<u8>));
    assert_eq!(facts.derives, ":: core :: clone :: Clone, :: core :: fmt :: Debug, :: core :: hash :: Hash");
    assert_eq!(facts.errors, "");
}

#[test]
fn a_trait_object_derives_nothing() {
    let facts = facts(quote!(fn f() -> Box<dyn Iterator<Item = u8> + Clone + Send>));
    assert!(facts.errors.contains("a `dyn` cannot be `Clone` as well"));
    assert_eq!(facts.output, quote!(-> Box<dyn Iterator<Item = u8> + Send>).to_string());
}

#[test]
fn other_return_types_are_refused() {
    for (output, message) in [
        (quote!(), "a coroutine returns"),
        (quote!(-> u32), "a coroutine returns"),
        (quote!(-> Box<u32>), "a coroutine returns"),
        (quote!(-> Rc<dyn Iterator<Item = u8>>), "a coroutine returns"),
        (quote!(-> dyn Iterator<Item = u8>), "cannot be returned by itself"),
        (quote!(-> impl Send), "has to say what a coroutine returns"),
        (quote!(-> impl Coroutine<u8> + Iterator<Item = u8>), "keep one of these bounds"),
        (quote!(-> impl AsyncIterator<Item = u8>), "return `impl Stream<..>`"),
        (quote!(-> impl Stream<Item = u8> + Clone), "only the movable form"),
        (quote!(-> impl Coroutine<_, Yield = u8>), "there is none; write the type"),
        (quote!(-> impl for<'a> Coroutine<&'a u8, Yield = &'a u8>), "cannot borrow from a resume argument"),
    ] {
        let errors = facts(quote!(fn f() #output)).errors;
        assert!(errors.contains(message), "{output}: {errors}");
    }
}

#[test]
fn streams_and_futures_are_resumed_with_nothing() {
    let stream = facts(quote!(fn f() -> impl Stream<Item = u8> + Send));
    assert_eq!((&*stream.yields, &*stream.returns, &*stream.resume, &*stream.errors), ("u8", "()", "plain ()", ""));
    assert!(stream.kind == Kind::Stream && stream.boxing == Boxing::Unboxed);
    let future = facts(quote!(fn f() -> Pin<Box<dyn Future<Output = u8> + '_>>));
    assert_eq!((&*future.yields, &*future.returns, &*future.resume, &*future.errors), ("()", "u8", "plain ()", ""));
    assert!(future.kind == Kind::Future && future.boxing == Boxing::PinBox);
}

#[test]
fn resume_arguments_need_a_resume_type() {
    let errors = |signature| facts(signature).errors;
    assert!(errors(quote!(fn f(#[resume] a: u8) -> impl Iterator<Item = u8>)).contains("resumed with nothing"));
    assert!(errors(quote!(fn f(#[resume] a: u8) -> impl Coroutine<Yield = u8>)).contains("the resume type is missing"));
    assert_eq!(errors(quote!(fn f(#[resume] a: ()) -> impl Iterator<Item = u8>)), "");
    assert_eq!(errors(quote!(fn f(#[resume(rebind)] a: ()) -> impl Coroutine<Yield = u8>)), "");
}
