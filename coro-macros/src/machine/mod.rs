//! The lowering: from a function body to the expression that makes its machine.
//!
//! `desugar` -> `resolve` -> `lower` (IR) -> `build` (sections) -> `flow` (liveness) -> `plan` (where locals live) -> `emit`.

/// `quote!` with the macro's own hygiene: its variables and labels never meet the user's.
macro_rules! hygienic {
    ($($tokens:tt)*) => { ::quote::quote_spanned!(::proc_macro2::Span::mixed_site()=> $($tokens)*) };
}

mod access;
mod apart;
mod build;
mod captures;
mod copy;
pub mod desugar;
mod diverge;
mod emit;
mod flow;
mod ir;
mod locals;
mod lower;
mod make;
mod methods;
mod offers;
mod plan;
mod resolve;
mod sections;
mod split;
pub mod std_macros;
mod straight;
mod succeed;
mod suspends;
pub mod syntax;
mod units;

use proc_macro2::{Ident, TokenStream};
use syn::spanned::Spanned;
use syn::visit_mut::VisitMut;

use self::build::First;
use self::captures::{Capture, Captures};
use self::desugar::Desugar;
use self::locals::{Local, Locals};
use self::lower::Lower;
use self::resolve::Resolve;
use self::sections::Sections;
use self::std_macros::OpenedMacros;
use crate::body::{Body, Flavor, Param, Resume};
use crate::error::Errors;
use crate::hiding;
use crate::input::names::Names;

pub fn lower(body: Body, errors: &mut Errors) -> TokenStream {
    if body.name != CLOSURE {
        return lower_with(body, errors, Vec::new(), emit::emit);
    }
    let captures = captures(&body);
    let machine = lower_with(body, errors, captures.names.clone(), emit::emit);
    captures.changed(machine)
}

/// What the front end calls the bodies of `coro!` closures.
const CLOSURE: &str = "closure";

/// The free identifiers of a closure's body that enter its start state. The closure captures the others.
fn captures(body: &Body) -> Captures {
    let mut free = Vec::new();
    let copy = || Body {
        name: body.name.clone(),
        params: Vec::new(),
        resume: match &body.resume {
            Resume::Plain(ty) => Resume::Plain(ty.clone()),
            Resume::First(pat, ty) => Resume::First(pat.clone(), ty.clone()),
            Resume::Rebind(params) => Resume::Rebind(params.clone()),
        },
        block: body.block.clone(),
        yield_type: body.yield_type.clone(),
        return_type: body.return_type.clone(),
        derives: Vec::new(),
        krate: body.krate.clone(),
        names: Names::default(),
        ..*body
    };
    lower_with(copy(), &mut Errors::default(), Vec::new(), |lowered| {
        for name in lowered.free {
            if !free.contains(name) && (body.by_move || name != "self") {
                free.push(name.clone());
            }
        }
        TokenStream::new()
    });
    let mut captures = Captures::default();
    let names = free.iter().map(|name| Capture { name: name.clone(), is_lent: false }).collect();
    lower_with(copy(), &mut Errors::default(), names, |lowered| {
        captures = Captures::find(&lowered, &free);
        TokenStream::new()
    });
    captures
}

/// Runs the passes and hands what they found to `finish`. `captured` names enter the start state.
fn lower_with(
    mut body: Body,
    errors: &mut Errors,
    captured: Vec<Capture>,
    finish: impl FnOnce(emit::Input) -> TokenStream,
) -> TokenStream {
    let used = core::mem::take(&mut body.names);
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
        is_left: false,
        renamed: Vec::new(),
    };
    desugar::desugar(&mut block, &mut desugar);
    let is_left = desugar.is_left;
    let returns = hiding::may_return(&block);
    let mut locals = Locals::default();
    let mut resolve = Resolve::new(&mut locals, &mut macros);
    let mut entering = parameters(&mut resolve, &params);
    entering.extend(captured.iter().map(|capture| {
        let local = resolve.declare(&capture.name, true);
        resolve.locals.infos[local].reborrows = capture.is_lent;
        local
    }));
    let (first, rebound) = resume_argument(&mut resolve, &body.resume);
    resolve.visit_block_mut(&mut block);
    units::check(&mut block, body.flavor == Flavor::Iterator);
    if body.flavor == Flavor::Coroutine && !is_unit(&body.return_type) {
        diverge::end(&mut block);
    }
    let local_macros = core::mem::take(&mut resolve.local_macros);
    let free = core::mem::take(&mut resolve.free);
    let unit = match &body.resume {
        Resume::Plain(ty) | Resume::First(_, ty) => is_unit(ty) || copy::ty(ty),
        Resume::Rebind(_) => true,
    };
    let resolved = (!captured.is_empty()).then(|| block.clone());
    split::split(&mut block, &entering, &macros, &mut locals);
    let outline = Outline { body: &body, macros: &macros, entering: &entering, first, unit };
    let mut shape = outline.shape(block.clone(), &mut locals);
    if apart::mend(&mut block, &shape, &mut locals) {
        shape = outline.shape(block, &mut locals);
    }
    let Shape { sections, facts, plan, items, errors: found } = shape;
    errors.append(found);
    check_assignments(&facts, &plan, &locals, errors);
    check_lent(&facts, &locals, errors);
    check_macros(&local_macros, errors);
    finish(emit::Input {
        free: &free,
        resolved: resolved.as_ref(),
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
        returns,
        is_left: is_left || returns,
        used,
    })
}

fn parameters(resolve: &mut Resolve, params: &[Param]) -> Vec<Local> {
    let declare = |param: &Param| {
        let local = resolve.declare(&param.name, param.mutability.is_some());
        let info = &mut resolve.locals.infos[local];
        info.copy = param.ty.as_ref().is_some_and(copy::ty);
        info.once = param.ty.as_ref().is_some_and(copy::is_once);
        info.reborrows = param.ty.as_ref().is_some_and(copy::holds_mut);
        info.trivial = matches!(param.ty, Some(syn::Type::Reference(_)));
        info.ty.clone_from(&param.ty);
        local
    };
    params.iter().map(declare).collect()
}

/// What becomes of the first resume argument, and the patterns that every one is bound to.
fn resume_argument(resolve: &mut Resolve, resume: &Resume) -> (First, Vec<syn::Pat>) {
    match resume {
        Resume::Plain(ty) if is_unit(ty) => (First::Unit, Vec::new()),
        Resume::Plain(_) => (First::Drop, Vec::new()),
        Resume::First(pat, ty) => {
            let mut pat = pat.clone();
            if let syn::Pat::Wild(_) = pat {
                // As a parameter, it lives to the end.
                let name = Ident::new("_first", proc_macro2::Span::mixed_site().located_at(pat.span()));
                pat = syn::parse_quote!(#name);
            }
            let bound = resolve.pattern(&mut pat);
            if matches!(pat, syn::Pat::Ident(_)) {
                for local in bound {
                    resolve.locals.infos[local].copy = copy::ty(ty);
                    resolve.locals.infos[local].trivial = matches!(ty, syn::Type::Reference(_));
                }
            }
            (First::Bind(pat), Vec::new())
        }
        Resume::Rebind(params) => {
            let bind = |(pat, _): &(syn::Pat, syn::Type)| {
                let mut pat = pat.clone();
                for local in resolve.pattern(&mut pat) {
                    resolve.locals.infos[local].rebound = true;
                }
                pat
            };
            (First::Unit, params.iter().map(bind).collect())
        }
    }
}

/// What the passes after `resolve` go by.
struct Outline<'a> {
    body: &'a Body,
    macros: &'a OpenedMacros,
    entering: &'a [Local],
    first: First,
    /// The resume argument leaves nothing to drop.
    unit: bool,
}

/// What the passes after `resolve` find.
struct Shape {
    sections: Sections,
    facts: flow::Facts,
    plan: plan::Plan,
    items: Vec<syn::Item>,
    errors: Errors,
}

impl Outline<'_> {
    fn shape(&self, block: syn::Block, locals: &mut Locals) -> Shape {
        let mut errors = Errors::default();
        let mut lower = Lower {
            locals: &mut *locals,
            krate: &self.body.krate,
            macros: self.macros,
            errors: &mut errors,
            items: Vec::new(),
            body: &self.body.block,
            depth: 0,
            labels: 0,
        };
        let ir = lower.block(block);
        let items = lower.items;
        let mut sections = build::build(ir, self.entering.to_vec(), &self.first, self.body.flavor);
        let facts = flow::analyse(&sections, locals, self.macros, self.entering);
        succeed::succeed(&mut sections, &facts, locals);
        let plan = plan::plan(&mut sections, &facts, locals, self.unit);
        Shape { sections, facts, plan, items, errors }
    }
}

/// What rustc would say of a local that it cannot see as one: it lives in the state.
fn check_assignments(facts: &flow::Facts, plan: &plan::Plan, locals: &Locals, errors: &mut Errors) {
    let stored = |local: Local| plan.classes[local] != plan::Class::Plain;
    let mut reported = Vec::new();
    for (local, span) in &facts.unassigned {
        if stored(*local) && !reported.contains(local) {
            reported.push(*local);
            let name = &locals.infos[*local].name;
            let message =
                format!("`{name}` may be read here before it is assigned; assign it on every path, or where it is declared");
            errors.add(syn::Error::new(*span, message));
        }
    }
    for (local, span) in &facts.reassigned {
        let info = &locals.infos[*local];
        if stored(*local) && !info.mutable && !info.returned && !info.generated && !info.rebound && !reported.contains(local) {
            reported.push(*local);
            let name = &info.name;
            errors.add(syn::Error::new(
                *span,
                format!("cannot change `{name}`, which is not declared `mut`; write `mut {name}` where it is declared"),
            ));
        }
    }
}

/// What is kept borrows through a `&mut` that is kept as well.
fn check_lent(facts: &flow::Facts, locals: &Locals, errors: &mut Errors) {
    for lent in &facts.lent_twice {
        let (what, to) = (&locals.infos[lent.what], &locals.infos[lent.to]);
        let borrower = if to.generated { "the loop".to_owned() } else { format!("`{}`", to.name) };
        let message = format!(
            "`{}` is lent to {borrower}, which is kept across a yield, and used here after it: a coroutine that can be moved cannot keep both; use it before, keep an index, or make the coroutine `boxed` or `static`",
            what.name
        );
        errors.add(syn::Error::new(lent.used, message));
    }
}

/// Sections that use a macro of the body define it again, so its name has to tell which one it is.
fn check_macros(local_macros: &[resolve::LocalMacro], errors: &mut Errors) {
    for (index, known) in local_macros.iter().enumerate() {
        if local_macros[..index].iter().any(|other| other.name == known.name) {
            let name = &known.name;
            errors.push(name, format!("`{name}!` is defined twice in this coroutine; give each macro a name of its own"));
        }
    }
}

fn is_unit(ty: &syn::Type) -> bool {
    matches!(ty, syn::Type::Tuple(unit) if unit.elems.is_empty())
}
