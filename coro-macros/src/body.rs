//! What the front end (`input`) hands to the lowering (`machine`): one function body and all that is known of its surroundings.

use crate::input::names::Names;
use proc_macro2::Ident;
use syn::{Block, Pat, Path, Token, Type};

pub struct Body {
    /// The function's name; the emitted enums are named after it. `coro!` closures are called `closure`.
    pub name: Ident,
    /// The locals that the body starts with, in declaration order: what enters the start state.
    /// For a receiver the name is `self`: the lowering renames every mention of it.
    pub params: Vec<Param>,
    pub resume: Resume,
    pub block: Block,
    /// Written in the step closure's return type; `_` where it is to be inferred.
    /// Already fit for a closure signature: no `impl Trait` inside.
    pub yield_type: Type,
    pub return_type: Type,
    pub flavor: Flavor,
    /// Traits that the state enums derive (`Clone`, `Debug`, ...), as absolute paths.
    pub derives: Vec<Path>,
    /// How the generated code names this crate: `::coro` unless `#[coroutine(crate = ..)]` says otherwise.
    pub krate: Path,
    /// Every identifier of the user's tokens.
    pub names: Names,
    /// False only for a `coro!` closure without `move`.
    pub by_move: bool,
    /// Whether an attribute that may be a macro is given what we emit.
    pub is_handed_on: bool,
}

pub struct Param {
    pub name: Ident,
    pub mutability: Option<Token![mut]>,
    /// The written type, where there is one, or a bound that stands for it: what shows of it is used, such as that it is `Copy`.
    pub ty: Option<Type>,
}

/// What happens to the values that `resume` is given. Types are fit for a closure parameter:
/// higher-ranked lifetimes are already elided (`&'_ T`, `Io<'_>`).
pub enum Resume {
    /// No `#[resume]` parameter: the first value is dropped, `yield` evaluates to each later one.
    Plain(Type),
    /// `#[resume] pat: T` receives the first value, `yield` evaluates to each later one.
    First(Pat, Type),
    /// `#[resume(rebind)] pat: T`, one or more: bound anew at every resumption, `yield` is `()`.
    /// Several travel as one tuple.
    Rebind(Vec<(Pat, Type)>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Flavor {
    /// Resuming after the end panics; `?` returns the residual.
    Coroutine,
    /// Fused: resuming after the end completes again with `()`; `?` yields the residual and ends.
    Iterator,
}

/// What the caller gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Coroutine,
    Iterator,
    Stream,
    Future,
}

impl Kind {
    pub const fn flavor(self) -> Flavor {
        match self {
            Self::Coroutine | Self::Future => Flavor::Coroutine,
            Self::Iterator | Self::Stream => Flavor::Iterator,
        }
    }

    /// Whether an executor polls it.
    pub const fn awaits(self) -> bool {
        matches!(self, Self::Stream | Self::Future)
    }
}

/// How it is laid out, by the word in the attribute.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An enum of its states.
    Movable,
    /// A future that the caller pins.
    Static,
    /// A future that is pinned on the heap.
    Boxed,
}
