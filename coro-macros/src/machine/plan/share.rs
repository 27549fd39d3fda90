//! Yields that need no state of their own: what they are resumed with is the state of another section.
//!
//! ```text
//! for word in words {            head of the loop: `Head`
//!     let length = word.len();
//!     if length > 1 {
//!         yield length;          nothing follows in this turn of the loop: `Head` again
//!     } else {
//!         yield 0;               the same
//!     }
//! }
//! ```

use super::{Class, Plan};
use crate::machine::locals::{Local, Locals};
use crate::machine::sections::{Code, Entry, FrameId, FrameKind, Item, SectionId, Sections, Target, Value};

impl Plan {
    /// A resumption that only goes on with another section needs no state of its own, if what it leaves behind has nothing to drop, or
    /// a loop can hold that.
    pub(super) fn share_states(&mut self, sections: &mut Sections, locals: &Locals) {
        for id in 0..sections.sections.len() {
            let Some(target) = self.goes_on_with(sections, id) else { continue };
            let to = sections.sections[target].frame;
            let left = left(sections, id, to);
            if !self.is_better_shared(sections, &left, target) {
                continue;
            }
            let kept = left.iter().flat_map(|frame| &sections.frames[*frame].locals).map(|local| &locals.infos[*local]);
            if kept.into_iter().any(|info| !info.copy && !info.trivial) {
                if !self.may_leave(sections, locals, &left, target) {
                    continue;
                }
                self.leave(sections, &left, to);
            }
            self.alias[id] = target;
            remove(sections, id);
        }
        for id in 0..self.alias.len() {
            let mut target = id;
            while self.alias[target] != target {
                target = self.alias[target];
            }
            self.alias[id] = target;
        }
    }

    /// The section that a resumption goes on with, if it does nothing else, in a frame that holds its own.
    fn goes_on_with(&self, sections: &Sections, id: SectionId) -> Option<SectionId> {
        let section = &sections.sections[id];
        let (Entry::Resume(_), [rest @ .., Code::Goto { target, .. }]) = (section.entry, &section.code.code[..]) else {
            return None;
        };
        let path = sections.path(section.frame);
        let mut kept = path.iter().flat_map(|frame| &sections.frames[*frame].locals);
        let relays = kept.any(|local| self.classes[*local] == Class::Relay);
        let inside = sections.is_inside(section.frame, sections.sections[*target].frame);
        (rest.iter().all(is_nothing) && !relays && inside).then_some(*target)
    }

    /// A frame in which others wait keeps its state: as long as all wait in the same frame, the tags around it never change (measured:
    /// `steps` in benches).
    fn is_better_shared(&self, sections: &Sections, left: &[FrameId], target: SectionId) -> bool {
        let Some(frame) = left.last() else { return true };
        sections.frames[*frame].items.len() <= 2 || self.all_go_on_with(sections, *frame, target)
    }

    fn all_go_on_with(&self, sections: &Sections, frame: FrameId, target: SectionId) -> bool {
        let goes_on = |item: &Item| matches!(item, Item::Section(id) if self.goes_on_with(sections, *id) == Some(target));
        sections.frames[frame].items.iter().all(goes_on)
    }

    /// Whether what the frames `left` keep for its drop may as well be kept by the loop of `target`, which has no other state then.
    fn may_leave(&self, sections: &Sections, locals: &Locals, left: &[FrameId], target: SectionId) -> bool {
        let [around @ .., innermost] = left else { return false };
        let to = &sections.frames[sections.sections[target].frame];
        let dead = |local: &Local| matches!(self.classes[*local], Class::DropOnly { .. }) && !locals.infos[*local].vague;
        matches!(to.kind, FrameKind::Loop { .. })
            && to.items.len() == 2
            && around.iter().all(|frame| sections.frames[*frame].items.len() == 1)
            && self.all_go_on_with(sections, *innermost, target)
            && left.iter().all(|frame| sections.frames[*frame].locals.iter().all(dead))
    }

    /// Hands what the frames `left` keep to the loop `to`.
    fn leave(&mut self, sections: &mut Sections, left: &[FrameId], to: FrameId) {
        let mut leftovers = Vec::new();
        for frame in left {
            leftovers.append(&mut sections.frames[*frame].locals);
        }
        for local in &leftovers {
            self.classes[*local] = Class::Leftover;
            self.home[*local] = Some(to);
        }
        let innermost = left.last().expect("a frame is left");
        for item in &sections.frames[*innermost].items {
            if let Item::Section(section) = item {
                self.leftovers[*section].clone_from(&leftovers);
            }
        }
        sections.frames[to].locals.append(&mut leftovers);
    }
}

/// The frames that a section is in, inside of `to`.
fn left(sections: &Sections, id: SectionId, to: FrameId) -> Vec<FrameId> {
    let path = sections.path(sections.sections[id].frame);
    path.into_iter().filter(|frame| !sections.is_inside(to, *frame)).collect()
}

/// Takes a section out of its frame, and that out of its own, if it was all that was in it.
fn remove(sections: &mut Sections, id: SectionId) {
    let mut frame = sections.sections[id].frame;
    sections.frames[frame].items.retain(|item| !matches!(item, Item::Section(other) if *other == id));
    while sections.frames[frame].items.is_empty()
        && let Some(parent) = sections.frames[frame].parent
    {
        sections.frames[parent].items.retain(|item| !matches!(item, Item::Frame(other) if *other == frame));
        frame = parent;
    }
}

/// Code that only takes what it is given.
pub(super) fn is_nothing(code: &Code) -> bool {
    let unused = |value: &Value| matches!(value, Value::Argument | Value::LoopResult);
    match code {
        Code::Rebind(_) => true,
        Code::Eval(Value::Block { chunk, .. }, Target::Discard) => {
            chunk.code.iter().all(is_nothing) && chunk.tail.as_ref().is_none_or(unused)
        }
        Code::Eval(value, Target::Discard) => unused(value),
        _ => false,
    }
}
