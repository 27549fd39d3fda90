//! The lowering: from a function body to the expression that makes its machine.
//!
//! `desugar` -> `resolve` -> `lower` (IR) -> `build` (sections) -> `flow` (liveness) -> `plan` (where locals live) -> `emit`.

mod build;
mod copy;
mod desugar;
mod diverge;
mod emit;
mod flow;
mod ir;
mod locals;
mod lower;
mod plan;
mod resolve;
mod sections;
mod std_macros;
mod suspends;

use std::collections::HashSet;

use proc_macro2::{Ident, TokenStream, TokenTree};
use quote::ToTokens;
use syn::visit_mut::VisitMut;

use self::desugar::Desugar;
use self::locals::{Local, Locals};
use self::lower::Lower;
use self::resolve::Resolve;
use self::std_macros::OpenedMacros;
use crate::body::{Body, Param, Resume};
use crate::error::Errors;

pub fn lower(body: Body, errors: &mut Errors) -> TokenStream {
    lower_with(body, errors, Vec::new())
}

/// As `lower`; `captured` names enter the start state of a `coro!` closure.
fn lower_with(mut body: Body, errors: &mut Errors, captured: Vec<Ident>) -> TokenStream {
    let mut used = HashSet::new();
    identifiers(body.block.to_token_stream(), &mut used);
    let params: Vec<Param> = core::mem::take(&mut body.params);
    let mut block = body.block.clone();
    let mut macros = OpenedMacros::default();
    let mut desugar = Desugar {
        krate: &body.krate,
        resume: &body.resume,
        flavor: body.flavor,
        macros: &mut macros,
        errors,
        inside: None,
        in_guard: false,
    };
    desugar::desugar(&mut block, &mut desugar);
    let mut locals = Locals::default();
    let mut resolve = Resolve::new(&mut locals, &mut macros);
    let mut entering: Vec<Local> = Vec::new();
    for param in &params {
        let local = resolve.declare(&param.name, param.mutability.is_some());
        resolve.locals.infos[local].copy = param.ty.as_ref().is_some_and(copy::ty);
        entering.push(local);
    }
    for name in &captured {
        entering.push(resolve.declare(name, true));
    }
    let mut first = None;
    let mut rebound = Vec::new();
    match &body.resume {
        Resume::Plain(_) => {}
        Resume::First(pat, ty) => {
            let mut pat = pat.clone();
            let bound = resolve.pattern(&mut pat);
            if matches!(pat, syn::Pat::Ident(_)) {
                bound.iter().for_each(|local| resolve.locals.infos[*local].copy = copy::ty(ty));
            }
            first = Some(pat);
        }
        Resume::Rebind(params) => {
            for (pat, _) in params {
                let mut pat = pat.clone();
                for local in resolve.pattern(&mut pat) {
                    resolve.locals.infos[local].rebound = true;
                }
                rebound.push(pat);
            }
        }
    }
    resolve.visit_block_mut(&mut block);
    let local_macros = core::mem::take(&mut resolve.local_macros);
    let free = core::mem::take(&mut resolve.free);
    let mut lower = Lower { locals: &mut locals, macros: &macros, errors, items: Vec::new(), labels: 0 };
    let ir = lower.block(block);
    let items = lower.items;
    let mut sections = build::build(ir, entering.clone(), first, body.flavor);
    let facts = flow::analyse(&sections, &locals, &macros, &entering);
    let unit = match &body.resume {
        Resume::Plain(ty) | Resume::First(_, ty) => matches!(ty, syn::Type::Tuple(unit) if unit.elems.is_empty()) || copy::ty(ty),
        Resume::Rebind(_) => true,
    };
    let plan = plan::plan(&mut sections, &facts, &locals, unit);
    let _ = free;
    emit::emit(emit::Input {
        body: &body,
        sections: &sections,
        plan: &plan,
        facts: &facts,
        locals: &locals,
        macros: &macros,
        local_macros: &local_macros,
        params: &entering,
        items: &items,
        rebound: &rebound,
        used,
    })
}

fn identifiers(tokens: TokenStream, found: &mut HashSet<String>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => identifiers(group.stream(), found),
            TokenTree::Ident(ident) => {
                found.insert(ident.to_string());
            }
            _ => {}
        }
    }
}
