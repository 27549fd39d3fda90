//! The locals of a body, and how a mention of one travels through the pipeline.
//!
//! Resolving replaces each mention `x` by a *coded* identifier that names the local and the mention. Coded identifiers survive
//! every later rearrangement, also inside macro tokens, until `render` turns them into `x`, `(*x)` and so on.

use std::collections::HashSet;

use proc_macro2::{Ident, Span};
use syn::{Expr, Type};

pub type Local = usize;
pub type Mention = usize;

pub struct LocalInfo {
    /// As the user wrote it; made unique by `names` where two stored locals share it.
    pub name: Ident,
    pub mutable: bool,
    /// `let x;`: assigned later.
    pub deferred: bool,
    /// Its type, where that is written, or shows.
    pub ty: Option<syn::Type>,
    /// Its type is seen to be `Copy` from the tokens alone, so mentioning it never moves.
    pub copy: bool,
    /// It looks like a number, a flag or a reference, as far as its initialiser shows: a closure borrows it that uses it by value.
    pub plain: bool,
    /// It leaves nothing to drop, though it may not be `Copy`: a closure that only borrows.
    pub trivial: bool,
    /// Whether it is `Copy` cannot be asked: a closure, whose captures are still being inferred, or a value such as `None`, whose type
    /// later code may decide.
    pub vague: bool,
    /// Later code decides its type: it began as `None` or an empty collection.
    pub open: bool,
    /// It may hold a `&mut`, as far as its type and what it comes from show: what is borrowed through it may outlive the turn only if
    /// it is moved out of the state first.
    pub reborrows: bool,
    /// Its type shows that it can be called once: a call moves it.
    pub once: bool,
    /// The locals that its initialiser mentions, directly or through other locals: what it may borrow.
    pub sources: Vec<Local>,
    /// The local that it is seen to borrow: `&x.name`, `x.as_ref()`.
    pub borrows: Option<Local>,
    /// The `&mut` that it certainly borrows through, as its initialiser shows.
    pub lent: Option<Local>,
    /// The iterator of a `for` loop, made of a range that is seen: its turns are cheap.
    pub counts: bool,
    /// A `#[resume(rebind)]` parameter: assigned by every resumption, kept by none.
    pub rebound: bool,
    /// It is taken out for a while and assigned again, though the user does not change it.
    pub returned: bool,
    /// Bound in `Vacant(entry)` or `Occupied(entry)`, the entry of a map.
    pub entry: Option<Entry>,
    /// A temporary that a method may consume or borrow: it is kept if it is offered, and else taken to be consumed.
    pub offered: bool,
    /// One of ours: its name carries the macro's hygiene.
    pub generated: bool,
}

/// An entry of a map.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Entry {
    /// `insert` consumes it.
    Vacant,
    /// `remove` consumes it.
    Occupied,
}

#[derive(Default)]
pub struct Locals {
    pub infos: Vec<LocalInfo>,
    mentions: Vec<Local>,
    declarations: HashSet<Mention>,
}

const PREFIX: &str = "__coro_local_";

impl Locals {
    pub fn declare(&mut self, name: Ident, mutable: bool) -> Local {
        self.infos.push(LocalInfo {
            name,
            mutable,
            deferred: false,
            ty: None,
            copy: false,
            plain: false,
            trivial: false,
            vague: false,
            reborrows: false,
            open: false,
            once: false,
            sources: Vec::new(),
            borrows: None,
            lent: None,
            counts: false,
            rebound: false,
            returned: false,
            entry: None,
            offered: false,
            generated: false,
        });
        self.infos.len() - 1
    }

    /// A coded identifier for a new mention of `local`.
    pub fn mention(&mut self, local: Local, span: Span) -> Ident {
        self.mentions.push(local);
        Ident::new(&format!("{PREFIX}{local}_{}", self.mentions.len() - 1), span)
    }

    /// A coded identifier for the place in a pattern where `local` is bound.
    pub fn declaration(&mut self, local: Local, span: Span) -> Ident {
        self.declarations.insert(self.mentions.len());
        self.mention(local, span)
    }

    pub fn is_declaration(&self, mention: Mention) -> bool {
        self.declarations.contains(&mention)
    }

    /// The coded identifier of a known mention.
    pub fn code(&self, local: Local, mention: Mention) -> Ident {
        Ident::new(&format!("{PREFIX}{local}_{mention}"), self.infos[local].name.span())
    }

    /// The type of the local that `expr` is a mention of, where it shows.
    pub fn type_of(&self, expr: &Expr) -> Option<Type> {
        let Expr::Path(path) = expr else { return None };
        let (local, _) = path.path.get_ident().and_then(decode)?;
        self.infos[local].ty.clone()
    }

    pub fn mention_count(&self) -> usize {
        self.mentions.len()
    }

    pub fn len(&self) -> usize {
        self.infos.len()
    }
}

/// The local and the mention that a coded identifier stands for.
pub fn decode(ident: &Ident) -> Option<(Local, Mention)> {
    decode_text(&ident.to_string())
}

pub fn decode_text(text: &str) -> Option<(Local, Mention)> {
    let (local, mention) = text.strip_prefix(PREFIX)?.split_once('_')?;
    Some((local.parse().ok()?, mention.parse().ok()?))
}

/// The local and the mention of it that `expr` is.
pub fn local_of(expr: &syn::Expr) -> Option<(Local, Mention)> {
    let syn::Expr::Path(path) = expr else { return None };
    path.path.get_ident().and_then(decode)
}

/// The name that a place, or a chain of calls, begins with.
pub fn root(place: &syn::Expr) -> Option<&Ident> {
    use syn::Expr;
    match place {
        Expr::Path(path) => path.path.get_ident(),
        Expr::Field(field) => root(&field.base),
        Expr::Index(index) => root(&index.expr),
        Expr::MethodCall(call) => root(&call.receiver),
        Expr::Paren(paren) => root(&paren.expr),
        Expr::Reference(reference) => root(&reference.expr),
        Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => root(&unary.expr),
        _ => None,
    }
}
