//! Fourth pass: from the IR to sections.
//!
//! The path that runs from a section's entry is emitted in place, in the user's own structure. What follows a resumption becomes a
//! section of its own; where it joins the path that did not suspend, a merge section follows.

mod lends;
mod scope;

use syn::{Lifetime, Pat, Type};

use self::scope::{Scope, target};
pub use self::scope::{bound, bound_in, is_break_to};
use super::ir::{Block, Dest, Kind, Stmt, Suspend};
use super::locals::Local;
use super::sections::{
    ArmValue, Chunk, Code, Entry, Frame, FrameId, FrameKind, Item, ROOT, Section, SectionId, Sections, Target, Value,
};
use super::{diverge, straight};
use crate::body::Flavor;

pub struct Build {
    out: Sections,
    /// The frame that new sections and frames go to.
    frame: FrameId,
    /// Inside of a loop that runs within one turn.
    is_straight: bool,
}

/// A section under construction, its end open.
struct Open {
    section: SectionId,
    chunk: Chunk,
}

/// A block or construct that has been built: what runs in place, and the sections whose ends are its end.
struct Built {
    inline: Chunk,
    tails: Vec<Open>,
}

/// What becomes of the first resume argument.
pub enum First {
    Unit,
    Drop,
    Bind(Pat),
}

pub fn build(body: Block, params: Vec<Local>, first: &First, flavor: Flavor) -> Sections {
    let mut build = Build { out: Sections::default(), frame: ROOT, is_straight: false };
    build.new_frame(None, FrameKind::Root, Vec::new());
    let start = build.new_section(Entry::Start);
    let mut declared = params;
    if let First::Bind(pat) = first {
        declared.extend(bound(pat));
    }
    let Built { mut inline, tails } = build.block(body, flavor == Flavor::Iterator, declared, start);
    match first {
        First::Unit => {}
        First::Drop => inline.code.insert(0, Code::Eval(Value::Argument, Target::Discard)),
        First::Bind(pat) => inline.code.insert(0, Code::Eval(Value::Argument, Target::Let(pat.clone()))),
    }
    for open in tails.into_iter().chain([Open { section: start, chunk: inline }]) {
        build.finish(open);
    }
    build.out
}

/// The type that a `let` is given.
fn written_type(dest: &Dest) -> Option<Type> {
    match dest {
        Dest::Let(Pat::Type(typed)) => Some((*typed.ty).clone()),
        _ => None,
    }
}

impl Build {
    fn new_frame(&mut self, parent: Option<FrameId>, kind: FrameKind, locals: Vec<Local>) -> FrameId {
        self.out.frames.push(Frame { parent, kind, locals, items: Vec::new() });
        let frame = self.out.frames.len() - 1;
        if let Some(parent) = parent {
            self.out.frames[parent].items.push(Item::Frame(frame));
        }
        frame
    }

    fn new_section(&mut self, entry: Entry) -> SectionId {
        self.out.sections.push(Section { frame: self.frame, entry, code: Chunk::default(), leaves: Vec::new() });
        let section = self.out.sections.len() - 1;
        if !matches!(entry, Entry::LoopExit(_)) {
            self.out.frames[self.frame].items.push(Item::Section(section));
        }
        section
    }

    fn close(&mut self, open: Open) {
        self.out.sections[open.section].code = open.chunk;
    }

    fn finish(&mut self, mut open: Open) {
        if open.chunk.diverges {
            open.chunk.evaluate(Target::Discard);
        } else {
            let value = match open.chunk.tail.take() {
                Some(tail) if diverge::may_hold_temporary(&tail) => {
                    // The edition decides whether the temporaries of a tail outlive the locals: it has to stay one.
                    let mut code = core::mem::take(&mut open.chunk.code);
                    code.insert(0, Code::Rebind(self.out.path(self.out.sections[open.section].frame)));
                    let chunk = Box::new(Chunk { code, tail: Some(tail), diverges: false });
                    Some(Value::Block { label: None, is_unsafe: false, is_users: true, chunk })
                }
                tail => tail,
            };
            open.chunk.push(Code::Finish(value));
            open.chunk.diverges = true;
        }
        self.close(open);
    }

    /// Builds `block` as the continuation of `home`. `declared`: locals that its scope begins with.
    fn block(&mut self, block: Block, discard: bool, declared: Vec<Local>, home: SectionId) -> Built {
        let outer = self.frame;
        let mut scope = Scope { open: Open { section: home, chunk: Chunk::default() }, inline: None, declared, discard };
        let last = block.stmts.len().wrapping_sub(1);
        let has_tail = block.tail.is_some();
        let mut built = None;
        for (index, stmt) in block.stmts.into_iter().enumerate() {
            match stmt {
                Stmt::Plain(plain) => scope.plain(plain),
                Stmt::Suspend(suspend) => {
                    let is_tail = index == last && !has_tail && !matches!(suspend.dest, Dest::Let(_));
                    built = self.suspend(suspend, is_tail, &mut scope);
                }
            }
        }
        self.frame = outer;
        if let Some(tail) = block.tail {
            scope.tail(tail);
        }
        let mut tails: Vec<Open> = built.unwrap_or_default();
        let inline = match scope.inline {
            None => scope.open.chunk,
            Some(inline) => {
                if scope.open.chunk.diverges {
                    self.close(scope.open);
                } else {
                    tails.push(scope.open);
                }
                inline
            }
        };
        Built { inline, tails }
    }

    /// Builds a suspending statement; in tail position the sections that end with it are returned.
    fn suspend(&mut self, suspend: Suspend, is_tail: bool, scope: &mut Scope) -> Option<Vec<Open>> {
        if !scope.declared.is_empty() {
            let locals = core::mem::take(&mut scope.declared);
            self.frame = self.new_frame(Some(self.frame), FrameKind::Group, locals);
        }
        let Suspend { kind, dest } = suspend;
        let kind = match kind {
            Kind::Loop { label, body, .. } if straight::is_straight(&label, &body) => Kind::Straight { label, body },
            other => other,
        };
        let operands = matches!(&kind, Kind::Scope { operands: true, .. });
        let dest = match dest {
            Dest::Tail if scope.discard || matches!(&kind, Kind::If { otherwise: None, .. }) => Dest::Discard,
            other => other,
        };
        if let Dest::Let(pat) = &dest {
            scope.declared.extend(bound(pat));
        }
        if let Kind::LetElse { pat, init, otherwise } = kind {
            scope.declared.extend(bound(&pat));
            let Built { inline, tails } = self.block(otherwise, false, Vec::new(), scope.open.section);
            scope.open.chunk.push(Code::LetElse { pat, init, otherwise: inline });
            for mut tail in tails {
                tail.chunk.evaluate(Target::Never);
                self.close(tail);
            }
            return None;
        }
        if !self.is_straight && !matches!(dest, Dest::Discard) && lends::by_a_branch(&kind, &self.unstored(scope.open.section)) {
            self.store_first(scope);
        }
        let first = self.out.sections.len();
        let label = match &kind {
            Kind::Scope { label, .. } => label.clone(),
            Kind::Straight { label, .. } => Some(label.clone()),
            _ => None,
        };
        let Built { inline, mut tails } = self.construct(kind, matches!(dest, Dest::Discard), scope.open.section);
        if let Some(label) = label {
            tails.extend(self.sections_that_break(&label, first, &tails));
        }
        if let Some(ty) = written_type(&dest) {
            tails.iter().for_each(|tail| self.tell_result(tail, &ty));
        }
        let single = tails.len() == 1 && inline.diverges && self.may_continue(&tails[0], operands);
        if tails.is_empty() {
            if matches!(dest, Dest::Tail) {
                scope.open.chunk.splice_tail(inline, false);
            } else {
                scope.open.chunk.splice(inline, target(&dest));
            }
            None
        } else if is_tail {
            scope.open.chunk.splice_tail(inline, matches!(dest, Dest::Discard));
            if matches!(dest, Dest::Discard) {
                tails.iter_mut().for_each(|tail| tail.chunk.evaluate(Target::Discard));
            }
            Some(tails)
        } else if single {
            scope.open.chunk.splice(inline, Target::Discard);
            let mut tail = tails.into_iter().next().expect("one tail");
            let leaves = self.frames_below(tail.section);
            if !leaves.is_empty() && !matches!(self.out.sections[tail.section].entry, Entry::LoopExit(_)) {
                tail.chunk.code.insert(0, Code::Rebind(leaves.clone()));
            }
            self.out.sections[tail.section].leaves.extend(leaves);
            tail.chunk.evaluate(target(&dest));
            scope.go_on(self, tail);
            None
        } else {
            self.merge(inline, tails, dest, scope);
            None
        }
    }

    /// If `tail` is what follows a loop, what that breaks with is of this type.
    fn tell_result(&mut self, tail: &Open, ty: &Type) {
        if let (Entry::LoopExit(frame), Some(Value::LoopResult)) = (self.out.sections[tail.section].entry, &tail.chunk.tail)
            && let FrameKind::Loop { result, .. } = &mut self.out.frames[frame].kind
        {
            *result = Some(Box::new(ty.clone()));
        }
    }

    /// The frames that a section is in, below the one that is being built.
    fn frames_below(&self, section: SectionId) -> Vec<FrameId> {
        let path = self.out.path(self.out.sections[section].frame);
        path.into_iter().skip_while(|frame| *frame != self.frame).skip(1).collect()
    }

    fn may_continue(&self, tail: &Open, operands: bool) -> bool {
        operands || self.out.sections[tail.section].frame == self.frame
    }

    fn merge(&mut self, inline: Chunk, tails: Vec<Open>, dest: Dest, scope: &mut Scope) {
        let slot = (!matches!(dest, Dest::Discard)).then(|| {
            self.out.slots.push(written_type(&dest));
            self.out.slots.len() - 1
        });
        let into = || slot.map_or(Target::Discard, Target::Slot);
        let merge = self.new_section(Entry::Merge);
        let falls = !inline.diverges;
        scope.open.chunk.splice(inline, into());
        if falls {
            scope.open.chunk.push(self.out.goto(merge));
        }
        scope.open.chunk.diverges = true;
        for mut tail in tails {
            // What diverges has no value: its type would be taken for `()`.
            let target = if tail.chunk.diverges { Target::Discard } else { into() };
            let inner: Vec<FrameId> = self.frames_below(tail.section);
            if !inner.is_empty() && !tail.chunk.diverges {
                tail.chunk.code.insert(0, Code::Rebind(inner));
            }
            tail.chunk.evaluate(target);
            if !tail.chunk.diverges {
                tail.chunk.push(self.out.goto(merge));
            }
            tail.chunk.diverges = true;
            self.close(tail);
        }
        let mut open = Open { section: merge, chunk: Chunk::default() };
        if let Some(slot) = slot {
            open.chunk.tail = Some(Value::Slot(slot));
            if !matches!(dest, Dest::Tail) {
                open.chunk.evaluate(target(&dest));
            }
        }
        scope.go_on(self, open);
    }

    /// Closed sections from `first` on that break out of `label`: opens each again, and wraps it in the label.
    fn sections_that_break(&mut self, label: &Lifetime, first: SectionId, tails: &[Open]) -> Vec<Open> {
        let open: Vec<_> = tails.iter().map(|tail| tail.section).collect();
        let mut found = Vec::new();
        for section in first..self.out.sections.len() {
            if !open.contains(&section) && diverge::breaks(&self.out.sections[section].code, label) {
                let code = core::mem::take(&mut self.out.sections[section].code);
                let block = Value::Block { label: Some(label.clone()), is_unsafe: false, is_users: true, chunk: Box::new(code) };
                found.push(Open { section, chunk: Chunk::value(block, false) });
            }
        }
        found
    }

    fn construct(&mut self, kind: Kind, discard: bool, home: SectionId) -> Built {
        match kind {
            Kind::Yield { value, span } => {
                let target = self.new_section(Entry::Resume(span));
                let exit = self.out.new_exit();
                let inline = Chunk { code: vec![Code::Suspend { value, target, span, exit }], tail: None, diverges: true };
                let resumed = Chunk { code: Vec::new(), tail: Some(Value::Argument), diverges: false };
                Built { inline, tails: vec![Open { section: target, chunk: resumed }] }
            }
            Kind::If { cond, then, otherwise } => {
                let then = self.block(then, discard, bound_in(&cond), home);
                let otherwise = otherwise.map(|otherwise| self.block(otherwise, discard, Vec::new(), home));
                let mut tails = then.tails;
                let diverges = then.inline.diverges && otherwise.as_ref().is_some_and(|built| built.inline.diverges);
                let otherwise = otherwise.map(|built| {
                    tails.extend(built.tails);
                    Box::new(built.inline)
                });
                Built { inline: Chunk::value(Value::If { cond, then: Box::new(then.inline), otherwise }, diverges), tails }
            }
            Kind::Match { scrutinee, arms } => {
                let mut tails = Vec::new();
                let mut diverges = true;
                let arms = arms.into_iter().map(|arm| {
                    let built = self.block(arm.body, discard, bound(&arm.pat), home);
                    tails.extend(built.tails);
                    diverges &= built.inline.diverges;
                    ArmValue { attrs: arm.attrs, pat: arm.pat, guard: arm.guard, chunk: built.inline }
                });
                let arms = arms.collect();
                Built { inline: Chunk::value(Value::Match { scrutinee, arms }, diverges), tails }
            }
            Kind::Scope { label, body, is_unsafe, operands } => {
                let first = self.out.sections.len();
                let Built { inline, tails } = self.block(body, discard, Vec::new(), home);
                if is_unsafe {
                    self.wrap_unsafe(first, &tails);
                }
                let breaks = |chunk: &Chunk| label.as_ref().is_some_and(|label| diverge::breaks(chunk, label));
                let wrap = |chunk: Chunk| {
                    let diverges = chunk.diverges && !breaks(&chunk);
                    Chunk::value(
                        Value::Block { label: label.clone(), is_unsafe, is_users: !operands, chunk: Box::new(chunk) },
                        diverges,
                    )
                };
                let tails = tails.into_iter().map(|tail| Open { section: tail.section, chunk: wrap(tail.chunk) }).collect();
                Built { inline: wrap(inline), tails }
            }
            Kind::Loop { label, keyword, body } => self.loop_construct(label, keyword, body),
            Kind::Straight { label, body } => self.straight_loop(label, body, home),
            Kind::LetElse { .. } => unreachable!("handled as a statement"),
        }
    }

    /// Sections from `first` on that are closed stand in an `unsafe` block.
    fn wrap_unsafe(&mut self, first: SectionId, tails: &[Open]) {
        for section in first..self.out.sections.len() {
            if tails.iter().all(|tail| tail.section != section) {
                let chunk = Box::new(core::mem::take(&mut self.out.sections[section].code));
                let block = Value::Block { label: None, is_unsafe: true, is_users: true, chunk };
                self.out.sections[section].code =
                    Chunk { code: vec![Code::Eval(block, Target::Discard)], tail: None, diverges: true };
            }
        }
    }

    fn straight_loop(&mut self, label: Lifetime, body: Block, home: SectionId) -> Built {
        let outer = core::mem::replace(&mut self.is_straight, true);
        let Built { mut inline, tails } = self.block(body, true, Vec::new(), home);
        self.is_straight = outer;
        for mut tail in tails {
            assert!(tail.chunk.diverges, "a resumption goes on with a straight loop");
            tail.chunk.evaluate(Target::Discard);
            self.close(tail);
        }
        inline.evaluate(Target::Discard);
        let diverges = !diverge::breaks(&inline, &label);
        Built { inline: Chunk::value(Value::Loop { label, chunk: Box::new(inline) }, diverges), tails: Vec::new() }
    }

    fn loop_construct(&mut self, label: Lifetime, keyword: &'static str, body: Block) -> Built {
        let outer = self.frame;
        let kind = FrameKind::Loop { label: label.clone(), keyword, exit: None, result: None };
        let frame = self.new_frame(Some(outer), kind, Vec::new());
        self.frame = frame;
        let first = self.out.sections.len();
        let head = self.new_section(Entry::Head);
        let Built { inline, tails } = self.block(body, true, Vec::new(), head);
        for mut open in tails.into_iter().chain([Open { section: head, chunk: inline }]) {
            open.chunk.evaluate(Target::Discard);
            if !open.chunk.diverges {
                open.chunk.push(self.out.goto(head));
            }
            open.chunk.diverges = true;
            self.close(open);
        }
        self.frame = outer;
        let leaves = (first..self.out.sections.len()).any(|section| diverge::breaks(&self.out.sections[section].code, &label));
        let mut tails = Vec::new();
        if leaves {
            let section = self.new_section(Entry::LoopExit(frame));
            if let FrameKind::Loop { exit, .. } = &mut self.out.frames[frame].kind {
                *exit = Some(section);
            }
            let chunk = Chunk { code: Vec::new(), tail: Some(Value::LoopResult), diverges: false };
            tails.push(Open { section, chunk });
        }
        let enter = self.out.goto(head);
        Built { inline: Chunk { code: vec![enter], tail: None, diverges: true }, tails }
    }
}
