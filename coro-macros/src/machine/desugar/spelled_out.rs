//! What is spelled out so that a yield inside it is seen: destructuring assignments, `dbg!`, `matches!`; and patterns without a value.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::parse::Parser;
use syn::punctuated::Punctuated;
use syn::spanned::Spanned;
use syn::{Block, Expr, Macro, Pat, PatIdent, Stmt, Token, Type, UseTree, parse_quote, parse_quote_spanned};

/// Whether an assignment's target is a pattern of places.
pub(super) fn takes_apart(target: &Expr) -> bool {
    match target {
        Expr::Tuple(_) | Expr::Array(_) | Expr::Struct(_) => true,
        Expr::Call(call) => matches!(&*call.func, Expr::Path(_)),
        Expr::Paren(paren) => takes_apart(&paren.expr),
        _ => false,
    }
}

/// `[source]  (a, [b.c, ..]) = value`
///
/// `[lowered] { let (part0, [part1, ..]) = value; a = part0; b.c = part1; }`
pub(super) fn destructuring_assignment(assign: &syn::ExprAssign) -> Expr {
    let span = assign.eq_token.span;
    let mut places = Vec::new();
    let pat = place_pattern(&assign.left, &mut places);
    let value = &assign.right;
    let assigns = places.iter().map(|(part, place)| quote_spanned!(span=> #place = #part;));
    parse_quote_spanned!(span=> { let #pat = #value; #(#assigns)* })
}

fn place_pattern(target: &Expr, places: &mut Vec<(syn::Ident, Expr)>) -> TokenStream {
    let mut all = |elems: &Punctuated<Expr, Token![,]>| -> Vec<TokenStream> {
        elems.iter().map(|elem| place_pattern(elem, places)).collect()
    };
    match target {
        Expr::Paren(paren) => place_pattern(&paren.expr, places),
        Expr::Infer(_) => quote!(_),
        Expr::Range(range) if range.start.is_none() && range.end.is_none() => quote!(..),
        Expr::Tuple(tuple) => {
            let elems = all(&tuple.elems);
            quote!((#(#elems,)*))
        }
        Expr::Array(array) => {
            let elems = all(&array.elems);
            quote!([#(#elems),*])
        }
        Expr::Call(call) => {
            let (path, elems) = (&call.func, all(&call.args));
            quote!(#path(#(#elems),*))
        }
        Expr::Struct(literal) => {
            let path = &literal.path;
            let fields = literal.fields.iter().map(|field| {
                let (member, pat) = (&field.member, place_pattern(&field.expr, places));
                quote!(#member: #pat)
            });
            let fields: Vec<_> = fields.collect();
            let rest = literal.dot2_token.map(|_| quote!(..));
            quote!(#path { #(#fields,)* #rest })
        }
        place => {
            let part = syn::Ident::new(&format!("part{}", places.len()), Span::mixed_site());
            places.push((part.clone(), place.clone()));
            part.into_token_stream()
        }
    }
}

/// `[source]  let (a, (mut b, _));`
///
/// `[lowered] let a; let mut b;`
pub(super) fn split_deferred(block: &mut Block) {
    for index in (0..block.stmts.len()).rev() {
        if let Stmt::Local(local) = &block.stmts[index]
            && let Some(names) = one_by_one(local)
        {
            block.stmts.splice(index..=index, names);
        }
    }
}

fn one_by_one(local: &syn::Local) -> Option<Vec<Stmt>> {
    let mut found = Vec::new();
    let taken_apart = local.init.is_none() && !matches!(simple(&local.pat), Pat::Ident(_));
    (taken_apart && deferred_names(&local.pat, None, &mut found)).then(|| {
        let attrs = &local.attrs;
        let declare = |(pat, ty): (PatIdent, Option<Type>)| {
            let ty = ty.map(|ty| quote!(: #ty));
            parse_quote_spanned!(pat.ident.span()=> #(#attrs)* let #pat #ty;)
        };
        found.into_iter().map(declare).collect()
    })
}

fn simple(pat: &Pat) -> &Pat {
    match pat {
        Pat::Type(typed) => simple(&typed.pat),
        Pat::Paren(paren) => simple(&paren.pat),
        other => other,
    }
}

/// The names of a pattern of tuples, with their types where these are written; false if it is another pattern.
fn deferred_names(pat: &Pat, ty: Option<&Type>, found: &mut Vec<(PatIdent, Option<Type>)>) -> bool {
    match (pat, ty) {
        (Pat::Type(typed), _) => deferred_names(&typed.pat, Some(&typed.ty), found),
        (Pat::Paren(paren), ty) => deferred_names(&paren.pat, ty, found),
        (Pat::Wild(_), _) => true,
        (Pat::Ident(name), ty) if name.by_ref.is_none() && name.subpat.is_none() => {
            found.push((name.clone(), ty.cloned()));
            true
        }
        (Pat::Tuple(tuple), None) => tuple.elems.iter().all(|elem| deferred_names(elem, None, found)),
        (Pat::Tuple(tuple), Some(Type::Tuple(types))) if tuple.elems.len() == types.elems.len() => {
            tuple.elems.iter().zip(&types.elems).all(|(elem, ty)| deferred_names(elem, Some(ty), found))
        }
        _ => false,
    }
}

/// The names that `use coro::coro as name` gives.
pub(super) fn renamed(tree: &UseTree, names: &mut Vec<String>) {
    match tree {
        UseTree::Path(path) => renamed(&path.tree, names),
        UseTree::Rename(rename) if rename.ident == "coro" => names.push(rename.rename.to_string()),
        UseTree::Group(group) => group.items.iter().for_each(|tree| renamed(tree, names)),
        _ => {}
    }
}

/// `dbg!(x)`, keeping what std prints: the argument as the user wrote it.
pub fn dbg(mac: &Macro) -> Option<Expr> {
    let args = Punctuated::<Expr, Token![,]>::parse_terminated.parse2(mac.tokens.clone()).ok()?;
    let span = mac.path.span();
    let shown = args.iter().map(|arg| -> Expr {
        let text = arg.to_token_stream();
        parse_quote_spanned!(span=> match #arg {
            shown => {
                ::std::eprintln!("[{}:{}:{}] {} = {:#?}", ::core::file!(), ::core::line!(), ::core::column!(), ::core::stringify!(#text), &shown);
                shown
            }
        })
    });
    match args.len() {
        0 => None,
        1 => shown.into_iter().next(),
        _ => Some(parse_quote!((#(#shown),*))),
    }
}

pub fn matches_macro(mac: &Macro) -> Option<Expr> {
    let parser = |input: syn::parse::ParseStream| {
        let value: Expr = input.parse()?;
        input.parse::<Token![,]>()?;
        let pat = syn::Pat::parse_multi_with_leading_vert(input)?;
        let guard = if input.peek(Token![if]) {
            input.parse::<Token![if]>()?;
            Some(input.parse::<Expr>()?)
        } else {
            None
        };
        input.parse::<Option<Token![,]>>()?;
        Ok((value, pat, guard.map(|guard| quote!(if #guard))))
    };
    let (value, pat, guard) = parser.parse2(mac.tokens.clone()).ok()?;
    Some(parse_quote_spanned!(mac.path.span()=> match #value { #pat #guard => true, _ => false }))
}

/// The rebound parameters as arguments for another coroutine: `&mut` ones are reborrowed.
pub fn reborrowed(params: &[(syn::Pat, Type)]) -> TokenStream {
    let args: Vec<_> = params
        .iter()
        .map(|(pat, ty)| {
            let name = match pat {
                syn::Pat::Ident(pat) => pat.ident.to_token_stream(),
                other => other.to_token_stream(),
            };
            match ty {
                Type::Reference(reference) if reference.mutability.is_some() => quote!(&mut *#name),
                _ => name,
            }
        })
        .collect();
    if args.len() == 1 { quote!(#(#args)*) } else { quote!((#(#args),*)) }
}
