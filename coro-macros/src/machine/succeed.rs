//! Frames that succeed one another: what was moved away gives up its place.
//!
//! ```text
//! let first = large();    frame 1: first
//! yield;
//! let second = first;       frame 2, inside of frame 1: second       becomes a frame beside frame 1
//! yield;
//! ```
//!
//! Locals of one block are in frames that nest, so that they are dropped in order. Where all that the outer frame holds was moved when the
//! inner one is opened, the inner one takes its place.

use super::flow::{Facts, Init};
use super::locals::{Local, Locals};
use super::plan::exits;
use super::sections::{FrameId, FrameKind, Item, SectionId, Sections};

pub fn succeed(sections: &mut Sections, facts: &Facts, locals: &Locals) {
    for frame in 0..sections.frames.len() {
        let Some(parent) = sections.frames[frame].parent else { continue };
        let may = is_group(sections, frame) && is_group(sections, parent) && !holds_loop(sections, frame);
        if may && is_left_empty(sections, facts, locals, parent, frame) {
            promote(sections, parent, frame);
        }
    }
}

/// To go on with a loop costs more where it is not in place, and a loop is gone on with often.
fn holds_loop(sections: &Sections, frame: FrameId) -> bool {
    let is_loop = |inner: FrameId| matches!(sections.frames[inner].kind, FrameKind::Loop { .. });
    (0..sections.frames.len()).any(|inner| is_loop(inner) && sections.is_inside(inner, frame))
}

fn is_group(sections: &Sections, frame: FrameId) -> bool {
    matches!(sections.frames[frame].kind, FrameKind::Group)
}

/// Whether `outer` holds nothing any more wherever `inner` is opened, and nothing goes back to it.
fn is_left_empty(sections: &Sections, facts: &Facts, locals: &Locals, outer: FrameId, inner: FrameId) -> bool {
    let is_inside = |section: SectionId| sections.is_inside(sections.sections[section].frame, inner);
    let exits = exits(sections);
    let opening: Vec<_> = exits.iter().filter(|(from, target, _)| !is_inside(*from) && is_inside(*target)).collect();
    let goes_back = exits.iter().any(|(from, target, _)| {
        is_inside(*from) && !is_inside(*target) && sections.is_inside(sections.sections[*target].frame, outer)
    });
    let is_used = |local: Local| {
        (0..sections.sections.len())
            .any(|section| is_inside(section) && (facts.is_mentioned(section, local) || facts.is_live(section, local)))
    };
    let is_gone = |local: &Local| {
        let info = &locals.infos[*local];
        let moved = opening.iter().all(|(.., exit)| facts.init_at_exit(*exit, *local) == Init::No);
        (moved || info.copy || info.trivial) && !is_used(*local)
    };
    !goes_back && !sections.frames[outer].locals.is_empty() && sections.frames[outer].locals.iter().all(is_gone)
}

/// Puts `inner` beside `outer`, which it was in.
fn promote(sections: &mut Sections, outer: FrameId, inner: FrameId) {
    let parent = sections.frames[outer].parent.expect("a group is in another frame");
    sections.frames[outer].items.retain(|item| !matches!(item, Item::Frame(frame) if *frame == inner));
    sections.frames[inner].parent = Some(parent);
    let items = &mut sections.frames[parent].items;
    let at = items.iter().position(|item| matches!(item, Item::Frame(frame) if *frame == outer)).expect("listed in its parent");
    items.insert(at + 1, Item::Frame(inner));
}
