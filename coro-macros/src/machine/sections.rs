//! The second form: the body cut into sections, each entered in one place and left by suspending, jumping or ending.
//!
//! A section is what runs between an entry (the start, a resumption, the head of a loop, a merge of several paths) and the next
//! suspension or merge. Sections live in frames: a frame is opened by a scope whose locals must outlive a suspension, or by a loop.
//! The frames are what the emitted enums nest by; a local never moves once its frame is open.

use proc_macro2::Span;
use syn::{Expr, Lifetime, Pat, Type};

use super::locals::Local;

pub type SectionId = usize;
pub type FrameId = usize;
pub type SlotId = usize;
/// A place where a section is left for another one.
pub type ExitId = usize;

pub const ROOT: FrameId = 0;

#[derive(Default)]
pub struct Sections {
    pub sections: Vec<Section>,
    pub frames: Vec<Frame>,
    /// Where the values of branches meet, with their type where it is written: it may unify them.
    pub slots: Vec<Option<Type>>,
    pub exits: usize,
}

pub struct Section {
    /// The frame whose enum holds this section's state.
    pub frame: FrameId,
    pub entry: Entry,
    pub code: Chunk,
    /// Frames below the enclosing block's that this section leaves by taking them by value.
    pub leaves: Vec<FrameId>,
}

#[derive(Clone, Copy)]
pub enum Entry {
    Start,
    /// The resumption after a yield.
    Resume(Span),
    /// Where several paths meet.
    Merge,
    /// The head of the loop that owns this frame.
    Head,
    /// What follows the loop that owns this frame, in the same turn.
    LoopExit(FrameId),
}

pub struct Frame {
    pub parent: Option<FrameId>,
    pub kind: FrameKind,
    pub locals: Vec<Local>,
    /// In source order.
    pub items: Vec<Item>,
}

pub enum FrameKind {
    Root,
    Group,
    /// `result`: the type of what it breaks with, where that is written.
    Loop {
        label: Lifetime,
        keyword: &'static str,
        exit: Option<SectionId>,
        result: Option<Box<Type>>,
    },
}

#[derive(Clone, Copy)]
pub enum Item {
    Section(SectionId),
    Frame(FrameId),
}

/// Straight code with a value.
#[derive(Default)]
pub struct Chunk {
    pub code: Vec<Code>,
    pub tail: Option<Value>,
    /// Control does not reach the end.
    pub diverges: bool,
}

#[allow(clippy::large_enum_variant, reason = "each is made once and read a few times")]
pub enum Code {
    Plain(syn::Stmt),
    Eval(Value, Target),
    LetElse {
        pat: Pat,
        init: Expr,
        otherwise: Chunk,
    },
    Suspend {
        value: Option<Expr>,
        target: SectionId,
        span: Span,
        exit: ExitId,
    },
    /// Go on with another section in the same turn.
    Goto {
        target: SectionId,
        exit: ExitId,
    },
    /// The scope of these frames begins here, as far as the section sees it: what it took of them is dropped at the end of this block.
    Rebind(Vec<FrameId>),
    /// The coroutine ends with this value.
    Finish(Option<Value>),
}

#[derive(Clone)]
pub enum Target {
    Discard,
    Let(Pat),
    Slot(SlotId),
    /// The value must be `!`: the `else` of a `let`.
    Never,
}

pub enum Value {
    Plain(Expr),
    /// What this turn was resumed with.
    Argument,
    Slot(SlotId),
    /// What the loop that was just left breaks with.
    LoopResult,
    /// `is_users`: its braces are the user's, with the meaning that they have in the user's edition.
    Block {
        label: Option<Lifetime>,
        is_unsafe: bool,
        is_users: bool,
        chunk: Box<Chunk>,
    },
    /// A loop that runs within one turn.
    Loop {
        label: Lifetime,
        chunk: Box<Chunk>,
    },
    If {
        cond: Expr,
        then: Box<Chunk>,
        otherwise: Option<Box<Chunk>>,
    },
    Match {
        scrutinee: Expr,
        arms: Vec<ArmValue>,
    },
}

pub struct ArmValue {
    pub attrs: Vec<syn::Attribute>,
    pub pat: Pat,
    pub guard: Option<Expr>,
    pub chunk: Chunk,
}

impl Sections {
    pub fn new_exit(&mut self) -> ExitId {
        self.exits += 1;
        self.exits - 1
    }

    pub fn goto(&mut self, target: SectionId) -> Code {
        Code::Goto { target, exit: self.new_exit() }
    }

    /// The frames from the root to `frame`, both included.
    pub fn path(&self, frame: FrameId) -> Vec<FrameId> {
        let mut path = vec![frame];
        let mut at = frame;
        while let Some(parent) = self.frames[at].parent {
            path.push(parent);
            at = parent;
        }
        path.reverse();
        path
    }

    pub fn is_inside(&self, frame: FrameId, ancestor: FrameId) -> bool {
        let mut at = frame;
        while at != ancestor {
            let Some(parent) = self.frames[at].parent else { return false };
            at = parent;
        }
        true
    }

    /// The innermost loop frame around `frame` that is called `label`.
    pub fn find_loop(&self, frame: FrameId, label: &Lifetime) -> Option<FrameId> {
        self.path(frame)
            .into_iter()
            .rev()
            .find(|frame| matches!(&self.frames[*frame].kind, FrameKind::Loop { label: known, .. } if known.ident == label.ident))
    }

    pub fn head(&self, loop_frame: FrameId) -> Option<SectionId> {
        self.frames[loop_frame].items.iter().find_map(|item| match item {
            Item::Section(section) if matches!(self.sections[*section].entry, Entry::Head) => Some(*section),
            _ => None,
        })
    }
}
