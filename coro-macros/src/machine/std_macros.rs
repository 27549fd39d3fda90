//! The macros of std whose arguments are expressions: they are opened so that a yield or a local inside them is seen.
//!
//! An opened macro travels as a call of a coded callee, `__coro_macro_3(args)`, and is closed again by `render`.

use proc_macro2::{Delimiter, Ident, Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::{ParseStream, Parser};
use syn::punctuated::Punctuated;
use syn::{Expr, ExprCall, ExprPath, Lit, Macro, Path, Token};

/// How an argument is used by the macro.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Use {
    Value,
    Reference,
    /// Written to.
    Mutable,
}

pub struct OpenedMacro {
    pub path: Path,
    pub args: Vec<OpenedArg>,
    /// `vec![x; n]`
    pub repeat: bool,
    pub bracket: bool,
    /// Identifiers captured by the format string, not yet arguments.
    pub captures: Vec<Ident>,
    pub diverges: bool,
    /// `assert!(x)` without a message: what std would print of the condition.
    pub asserted: Option<TokenStream>,
}

#[derive(Clone)]
pub struct OpenedArg {
    pub name: Option<Ident>,
    /// Made from a capture in the format string, so left out again where the plain name will do.
    pub captured: bool,
    pub usage: Use,
}

const PREFIX: &str = "__coro_macro_";
const DIVERGES: &str = "_diverges";

/// Whether a coded callee stands for `panic!` or its like.
pub fn diverges(callee: &Ident) -> bool {
    let name = callee.to_string();
    name.starts_with(PREFIX) && name.ends_with(DIVERGES)
}

/// Whether a callee is coded.
pub fn is_opened(callee: &Expr) -> bool {
    matches!(callee, Expr::Path(path) if path.path.get_ident().is_some_and(|name| name.to_string().starts_with(PREFIX)))
}

#[derive(Default)]
pub struct OpenedMacros(Vec<OpenedMacro>);

impl OpenedMacros {
    pub fn get(&self, callee: &Expr) -> Option<&OpenedMacro> {
        self.index(callee).map(|index| &self.0[index])
    }

    pub fn get_mut(&mut self, callee: &Expr) -> Option<&mut OpenedMacro> {
        let index = self.index(callee)?;
        Some(&mut self.0[index])
    }

    fn index(&self, callee: &Expr) -> Option<usize> {
        let Expr::Path(path) = callee else { return None };
        path.path.get_ident()?.to_string().strip_prefix(PREFIX)?.split('_').next()?.parse().ok()
    }

    /// Opens `mac` if it is one of std's and its arguments parse.
    pub fn open(&mut self, mac: &Macro) -> Option<Expr> {
        let name = std_name(&mac.path)?;
        let (opened, args) = open(&name, mac)?;
        let span = mac.path.segments.last()?.ident.span();
        let suffix = if opened.diverges { DIVERGES } else { "" };
        let callee = Ident::new(&format!("{PREFIX}{}{suffix}", self.0.len()), span);
        self.0.push(opened);
        let func = Box::new(Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path: callee.into() }));
        let paren_token = syn::token::Paren(span);
        Some(Expr::Call(ExprCall { attrs: Vec::new(), func, paren_token, args }))
    }
}

fn std_name(path: &Path) -> Option<String> {
    let root = path.segments.first()?.ident.to_string();
    let known_root = path.segments.len() == 1 || matches!(&*root, "std" | "core" | "alloc");
    known_root.then(|| path.segments.last().map(|last| last.ident.to_string()))?
}

type Args = Punctuated<Expr, Token![,]>;

fn open(name: &str, mac: &Macro) -> Option<(OpenedMacro, Args)> {
    // How many arguments come before the format string, and how they are used.
    let (before, usage) = match name {
        "format" | "print" | "println" | "eprint" | "eprintln" | "format_args" | "panic" | "todo" | "unreachable"
        | "unimplemented" => (0, Use::Reference),
        "write" | "writeln" => (1, Use::Mutable),
        "assert" | "debug_assert" => (1, Use::Value),
        "assert_eq" | "assert_ne" | "debug_assert_eq" | "debug_assert_ne" => (2, Use::Reference),
        "vec" => return open_vec(mac),
        _ => return None,
    };
    let parsed = parse_format_args.parse2(mac.tokens.clone()).ok()?;
    let mut opened = OpenedMacro {
        path: mac.path.clone(),
        args: Vec::new(),
        repeat: false,
        bracket: false,
        captures: Vec::new(),
        diverges: matches!(name, "panic" | "todo" | "unreachable" | "unimplemented"),
        asserted: None,
    };
    let mut args = Args::new();
    for (index, (name, expr)) in parsed.into_iter().enumerate() {
        let usage = if index < before { usage } else { Use::Reference };
        opened.args.push(OpenedArg { name, captured: false, usage });
        args.push(expr);
    }
    if let Some(Expr::Lit(literal)) = args.iter().nth(before)
        && let Lit::Str(format) = &literal.lit
    {
        let named: Vec<_> = opened.args.iter().filter_map(|arg| arg.name.clone()).collect();
        opened.captures = captures(&format.value(), format.span());
        opened.captures.retain(|capture| !named.contains(capture));
    }
    if before == 1 && usage == Use::Value && args.len() == 1 {
        opened.asserted = Some(args[0].to_token_stream());
    }
    (args.len() >= before).then_some((opened, args))
}

fn open_vec(mac: &Macro) -> Option<(OpenedMacro, Args)> {
    let opened = |count: usize, repeat| OpenedMacro {
        path: mac.path.clone(),
        args: vec![OpenedArg { name: None, captured: false, usage: Use::Value }; count],
        repeat,
        bracket: true,
        captures: Vec::new(),
        diverges: false,
        asserted: None,
    };
    let repeat = |input: ParseStream| {
        let value: Expr = input.parse()?;
        input.parse::<Token![;]>()?;
        Ok((value, input.parse::<Expr>()?))
    };
    if let Ok((value, count)) = repeat.parse2(mac.tokens.clone()) {
        return Some((opened(2, true), Args::from_iter([value, count])));
    }
    let args = Args::parse_terminated.parse2(mac.tokens.clone()).ok()?;
    Some((opened(args.len(), false), args))
}

fn parse_format_args(input: ParseStream) -> syn::Result<Vec<(Option<Ident>, Expr)>> {
    let mut args = Vec::new();
    while !input.is_empty() {
        let named = input.peek(syn::Ident) && input.peek2(Token![=]) && !input.peek2(Token![==]);
        let name = if named {
            let name = input.parse()?;
            input.parse::<Token![=]>()?;
            Some(name)
        } else {
            None
        };
        args.push((name, input.parse()?));
        if input.is_empty() {
            break;
        }
        input.parse::<Token![,]>()?;
    }
    Ok(args)
}

/// The identifiers that a format string captures: `{x}`, `{x:?}`, `{:width$}`, `{:.prec$}`.
pub fn captures(format: &str, span: Span) -> Vec<Ident> {
    captured(format, span).into_iter().map(|(name, _)| name).collect()
}

/// The same, and whether each is a width or a precision, which is a `usize` and not a reference to one.
pub fn captured(format: &str, span: Span) -> Vec<(Ident, bool)> {
    let mut found: Vec<(Ident, bool)> = Vec::new();
    let mut add = |text: &str, counts: bool| {
        let is_name = text.starts_with(|c: char| c.is_alphabetic() || c == '_');
        let ident = if text == "self" { Ok(Ident::new("self", span)) } else { syn::parse_str::<Ident>(text) };
        if is_name && let Ok(mut ident) = ident {
            ident.set_span(span);
            match found.iter_mut().find(|known| known.0 == ident) {
                Some(known) => known.1 |= counts,
                None => found.push((ident, counts)),
            }
        }
    };
    let text = format.replace("{{", "").replace("}}", "");
    for piece in text.split('{').skip(1) {
        let Some((inside, _)) = piece.split_once('}') else { continue };
        let (argument, spec) = inside.split_once(':').unwrap_or((inside, ""));
        add(argument.trim(), false);
        for parameter in spec.split('$').rev().skip(1) {
            let start = parameter.rfind(|c: char| !c.is_alphanumeric() && c != '_').map_or(0, |at| at + 1);
            add(&parameter[start..], true);
        }
    }
    found
}

impl OpenedMacro {
    /// The macro call again, `args` being its rendered arguments (`None`: leave it out).
    pub fn close(&self, args: Vec<Option<TokenStream>>) -> TokenStream {
        let path = &self.path;
        let args = self.args.iter().zip(args).filter_map(|(opened, arg)| {
            let arg = arg?;
            Some(opened.name.as_ref().map_or_else(|| arg.clone(), |name| quote!(#name = #arg)))
        });
        let span = path.segments.last().map_or_else(Span::call_site, |last| last.ident.span());
        if let Some(condition) = &self.asserted {
            return quote_spanned!(span=> #path!(#(#args,)* "assertion failed: {}", ::core::stringify!(#condition)));
        }
        let inside = if self.repeat { quote!(#(#args);*) } else { quote!(#(#args),*) };
        let delimiter = if self.bracket { Delimiter::Bracket } else { Delimiter::Parenthesis };
        let mut group = proc_macro2::Group::new(delimiter, inside);
        group.set_span(span);
        quote_spanned!(span=> #path!#group)
    }
}
