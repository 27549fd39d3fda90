//! Sixth pass: where each local lives, and which enums, variants and states there are.

mod relays;
mod share;

use self::share::is_nothing;
use super::flow::{Facts, Init};
use super::locals::{Local, Locals};
use super::sections::{Code, Entry, ExitId, FrameId, FrameKind, Item, ROOT, SectionId, Sections, Value};

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Class {
    /// Lives in one section only.
    Plain,
    /// A field of its frame, used in place. `optional`: it may be absent while the frame is open.
    Kept { optional: bool },
    /// Kept for its drop alone, where there is one. `managed`: whether it is still there is known at run time only.
    DropOnly { managed: bool },
    /// As `DropOnly`, and the yield shares the state of its loop: what it leaves is dropped when the next turn of the loop begins.
    Leftover,
    /// Dead at every suspension, but handed from section to section within a turn.
    Relay,
}

pub struct Plan {
    pub classes: Vec<Class>,
    /// By local: the frame that declares it.
    pub home: Vec<Option<FrameId>>,
    /// By section: the frames that it takes by value, a suffix of its path. Those before are used in place.
    pub taken: Vec<Vec<FrameId>>,
    /// By section after a loop: the outermost frame that is closed with the loop.
    pub closed: Vec<Option<FrameId>>,
    /// By section: locals that a macro of unknown meaning mentions. They are plain variables there, and put back at its exits.
    pub swapped: Vec<Vec<Local>>,
    /// By section: the section whose state it shares.
    pub alias: Vec<SectionId>,
    /// By section that shares the state of its loop: the locals that are left for the next turn of the loop to drop.
    pub leftovers: Vec<Vec<Local>>,
    /// By frame: the only section in it that is ever waited in, if its states hold nothing. Which of them is next is a variable of the
    /// turn then, and not stored.
    pub untagged: Vec<Option<SectionId>>,
    /// By section: relayed locals that it declares, and nothing that goes on with it borrows: they are plain variables there, and
    /// dropped in order.
    pub owned: Vec<Vec<Local>>,
    /// Of these, those that a jump leaves behind empty: what their slots are for has to be told.
    pub tied: Vec<Vec<Local>>,
    /// By local: wrapped in an `Option` in the section that declares it.
    pub managed: Vec<bool>,
}

pub fn plan(sections: &mut Sections, facts: &Facts, locals: &Locals, unit_argument: bool) -> Plan {
    let mut plan = Plan {
        classes: vec![Class::Plain; locals.len()],
        home: vec![None; locals.len()],
        taken: vec![Vec::new(); sections.sections.len()],
        swapped: vec![Vec::new(); sections.sections.len()],
        closed: vec![None; sections.sections.len()],
        alias: (0..sections.sections.len()).collect(),
        leftovers: vec![Vec::new(); sections.sections.len()],
        untagged: vec![None; sections.frames.len()],
        owned: vec![Vec::new(); sections.sections.len()],
        tied: vec![Vec::new(); sections.sections.len()],
        managed: vec![false; locals.len()],
    };
    for frame in 0..sections.frames.len() {
        for local in sections.frames[frame].locals.clone() {
            plan.home[local] = Some(frame);
        }
    }
    plan.take(sections, facts, locals);
    for frame in 0..sections.frames.len() {
        let surroundings = Surroundings::of(sections, frame);
        for local in &sections.frames[frame].locals {
            plan.classify(&surroundings, facts, locals, frame, *local);
        }
    }
    plan.place_relays(sections, facts, locals);
    for frame in 0..sections.frames.len() {
        let Plan { classes, home, .. } = &plan;
        sections.frames[frame].locals.retain(|local| match classes[*local] {
            Class::Plain => false,
            Class::Relay => !locals.infos[*local].copy && home[*local] == Some(frame),
            _ => true,
        });
    }
    dissolve(sections);
    for (id, section) in sections.sections.iter().enumerate() {
        let path = sections.path(section.frame);
        plan.taken[id].retain(|frame| path.contains(frame));
    }
    if unit_argument {
        plan.share_states(sections, locals);
    }
    plan.take_merged(sections);
    plan.close_loops(sections, facts, locals);
    // What a section takes by value is a variable there anyway.
    for (swapped, taken) in plan.swapped.iter_mut().zip(&plan.taken) {
        swapped.retain(|local| !plan.home[*local].is_some_and(|home| taken.contains(&home)));
    }
    plan.untag(sections);
    plan.own(sections, facts, locals);
    plan
}

/// The sections inside of a frame.
struct Surroundings {
    inside: Vec<SectionId>,
    /// Those that a yield leads to.
    resumed: Vec<SectionId>,
    /// The exits that lead into the frame.
    entering: Vec<ExitId>,
}

impl Surroundings {
    fn of(sections: &Sections, frame: FrameId) -> Self {
        let all = 0..sections.sections.len();
        let is_inside = |section: SectionId| sections.is_inside(sections.sections[section].frame, frame);
        let inside: Vec<_> = all.filter(|section| is_inside(*section)).collect();
        let is_resumed = |section: &SectionId| matches!(sections.sections[*section].entry, Entry::Resume(_));
        let resumed = inside.iter().copied().filter(is_resumed).collect();
        let entering = exits(sections).into_iter().filter(|(from, target, _)| is_inside(*target) && !is_inside(*from));
        let entering = entering.map(|(.., exit)| exit).collect();
        Self { inside, resumed, entering }
    }
}

impl Plan {
    /// A section that never comes back to a frame, and may move something out of it, takes it by value.
    fn take(&mut self, sections: &Sections, facts: &Facts, locals: &Locals) {
        for (id, section) in sections.sections.iter().enumerate() {
            if matches!(section.entry, Entry::Start) {
                continue;
            }
            let path = sections.path(section.frame);
            let first = path.iter().position(|frame| {
                *frame != ROOT && {
                    let leaves =
                        facts.targets[id].iter().all(|target| !sections.is_inside(sections.sections[*target].frame, *frame));
                    let moves = sections.frames[*frame]
                        .locals
                        .iter()
                        .any(|local| facts.may_move(id, *local) || locals.infos[*local].reborrows && facts.is_lent(id, *local));
                    let forced = section.leaves.contains(frame) && !matches!(section.entry, Entry::LoopExit(_));
                    leaves && (moves || forced)
                }
            });
            if let Some(first) = first {
                self.taken[id] = path[first..].to_vec();
            }
        }
    }

    fn classify(&mut self, surroundings: &Surroundings, facts: &Facts, locals: &Locals, frame: FrameId, local: Local) {
        let Surroundings { inside, resumed, entering } = surroundings;
        let kept = resumed.iter().any(|section| facts.is_live(*section, local));
        let crosses = inside.iter().any(|section| facts.is_live(*section, local) || facts.is_mentioned(*section, local));
        // Its type may not be known yet where a probe would ask for it.
        let kept = kept || crosses && (locals.infos[local].deferred || locals.infos[local].vague);
        let opened: Vec<Init> = entering.iter().map(|exit| facts.init_at_exit(*exit, local)).collect();
        self.classes[local] = if kept {
            let unsure = inside.iter().any(|section| facts.init(*section, local) != Init::Yes)
                || opened.iter().any(|init| *init != Init::Yes)
                || inside.iter().any(|section| !self.taken[*section].contains(&frame) && facts.moves_whole(*section, local));
            let swapping = inside.iter().copied().filter(|section| {
                let in_place = !self.taken[*section].contains(&frame) && facts.init(*section, local) == Init::Yes;
                let wanted = facts.is_opaque(*section, local) || is_cursor(*section, local, facts, locals);
                in_place && wanted && !facts.moves_whole(*section, local)
            });
            let swapping: Vec<_> = swapping.collect();
            swapping.iter().for_each(|section| self.swapped[*section].push(local));
            Class::Kept { optional: unsure || !swapping.is_empty() }
        } else if crosses {
            for section in inside {
                let held = facts.is_live(*section, local) && facts.init(*section, local) == Init::Yes;
                let wanted = facts.is_opaque(*section, local) || is_cursor(*section, local, facts, locals);
                if held && wanted && !facts.moves_whole(*section, local) {
                    self.swapped[*section].push(local);
                }
            }
            Class::Relay
        } else if locals.infos[local].copy || locals.infos[local].trivial || opened.iter().all(|init| *init == Init::No) {
            Class::Plain
        } else {
            Class::DropOnly { managed: opened.iter().any(|init| *init != Init::Yes) }
        };
        self.managed[local] = match self.classes[local] {
            Class::Kept { optional } => optional && opened.contains(&Init::Maybe),
            Class::DropOnly { managed } => managed,
            _ => false,
        };
    }

    fn own(&mut self, sections: &Sections, facts: &Facts, locals: &Locals) {
        let exits = exits(sections);
        for (id, section) in sections.sections.iter().enumerate() {
            let path = if id == 0 { vec![ROOT] } else { sections.path(section.frame) };
            for local in 0..locals.len() {
                let info = &locals.infos[local];
                let holds = |home: &FrameId| !path.contains(home) && sections.frames[*home].locals.contains(&local);
                let Some(home) = self.home[local].filter(holds) else { continue };
                let here = facts.is_declared(id, local) || id == 0 && facts.init(id, local) == Init::Yes;
                if self.classes[local] != Class::Relay || info.rebound || info.deferred || !here {
                    continue;
                }
                let into: Vec<(SectionId, Init)> = exits
                    .iter()
                    .filter(|(from, target, _)| *from == id && sections.is_inside(sections.sections[*target].frame, home))
                    .map(|(_, target, exit)| (*target, facts.init_at_exit(*exit, local)))
                    .collect();
                let lent = |target: SectionId| {
                    (0..locals.len()).any(|other| locals.infos[other].sources.contains(&local) && facts.is_live(target, other))
                };
                let ends = |target: SectionId| matches!(sections.sections[target].entry, Entry::Resume(_)) || !lent(target);
                if into.iter().all(|(target, init)| *init != Init::Maybe && ends(*target)) {
                    self.owned[id].push(local);
                    if into.iter().any(|(_, init)| *init == Init::No) {
                        self.tied[id].push(local);
                    }
                }
            }
        }
    }

    fn untag(&mut self, sections: &Sections) {
        let waited: Vec<SectionId> = suspensions(sections).into_iter().map(|target| self.alias[target]).collect();
        for (frame, info) in sections.frames.iter().enumerate() {
            let states = info.items.iter().map(|item| match item {
                Item::Section(section) => Some(*section),
                Item::Frame(_) => None,
            });
            let Some(states) = states.collect::<Option<Vec<SectionId>>>() else { continue };
            let mut waiting = states.iter().filter(|state| waited.contains(state));
            if let (true, Some(only), None) = (frame != ROOT && states.len() > 1, waiting.next(), waiting.next()) {
                self.untagged[frame] = Some(*only);
            }
        }
    }

    /// Merged frames are taken together.
    fn take_merged(&mut self, sections: &Sections) {
        for taken in &mut self.taken {
            while let Some(first) = taken.first()
                && let Some(parent) = sections.frames[*first].parent
                && sections.is_merged(parent)
            {
                taken.insert(0, parent);
            }
        }
    }

    /// What follows a loop closes its frame, and those that hold nothing else. Where it needs what they hold, it takes them by value.
    fn close_loops(&mut self, sections: &Sections, facts: &Facts, locals: &Locals) {
        for frame in 0..sections.frames.len() {
            let FrameKind::Loop { exit: Some(exit), .. } = sections.frames[frame].kind else { continue };
            let leaves = &sections.sections[exit].leaves;
            let mut closed = vec![frame];
            let mut at = frame;
            while let Some(parent) = sections.frames[at].parent
                && (sections.is_merged(parent) || leaves.contains(&parent))
            {
                closed.push(parent);
                at = parent;
            }
            // Unless nothing follows, what is in scope behind the loop is dropped later than the loop.
            let goes_on = !ends_at_once(&sections.sections[exit].code);
            let needed = closed.iter().any(|closing| {
                let outlives = goes_on && *closing != frame && !leaves.contains(closing);
                sections.frames[*closing].locals.iter().any(|local| {
                    let info = &locals.infos[*local];
                    let drops = !info.copy && !info.trivial;
                    facts.is_mentioned(exit, *local) || self.classes[*local] == Class::Relay || outlives && drops
                })
            });
            let outermost = *closed.last().expect("the loop itself");
            if needed || self.taken[exit].contains(&outermost) {
                let path = sections.path(sections.sections[exit].frame);
                let taken = &self.taken[exit];
                let first = path.iter().position(|frame| closed.contains(frame) || taken.contains(frame));
                self.taken[exit] = first.map_or_else(Vec::new, |first| path[first..].to_vec());
            } else if self.taken[exit].is_empty() {
                self.closed[exit] = Some(outermost);
            }
        }
    }
}

/// Whether `section` may go on with what it borrows through a `&mut` in `local`, and not with `local` itself: then it has to be a
/// variable there, as what is borrowed through the state lives no longer than the turn.
fn is_cursor(section: SectionId, local: Local, facts: &Facts, locals: &Locals) -> bool {
    let ends = || facts.targets[section].iter().any(|target| !facts.is_live(*target, local));
    let info = &locals.infos[local];
    info.reborrows
        && !info.copy
        && facts.is_lent(section, local)
        && facts.is_live(section, local)
        && (facts.is_assigned(section, local) || ends())
}

impl Sections {
    /// The frame's only item is a frame: the two share a variant.
    pub fn is_merged(&self, frame: FrameId) -> bool {
        frame != ROOT && matches!(self.frames[frame].items[..], [Item::Frame(_)])
    }

    /// The frame's only item is a section: its variant is that section's state.
    pub fn single(&self, frame: FrameId) -> Option<SectionId> {
        match self.frames[frame].items[..] {
            [Item::Section(section)] if frame != ROOT => Some(section),
            _ => None,
        }
    }
}

/// Nothing is run but a jump, or the end.
fn ends_at_once(chunk: &super::sections::Chunk) -> bool {
    match &chunk.code[..] {
        [before @ .., Code::Goto { .. } | Code::Finish(None)] => before.iter().all(is_nothing),
        _ => false,
    }
}

/// Frames that keep nothing give their items to their parents.
fn dissolve(sections: &mut Sections) {
    for frame in (1..sections.frames.len()).rev() {
        let empty = matches!(sections.frames[frame].kind, FrameKind::Group) && sections.frames[frame].locals.is_empty();
        if !empty {
            continue;
        }
        let parent = sections.frames[frame].parent.expect("only the root has no parent");
        let items = core::mem::take(&mut sections.frames[frame].items);
        for item in &items {
            if let Item::Frame(child) = item {
                sections.frames[*child].parent = Some(parent);
            }
        }
        let siblings = &mut sections.frames[parent].items;
        let at =
            siblings.iter().position(|item| matches!(item, Item::Frame(child) if *child == frame)).expect("listed in its parent");
        siblings.splice(at..=at, items);
        for section in &mut sections.sections {
            if section.frame == frame {
                section.frame = parent;
            }
            section.leaves.retain(|left| *left != frame);
        }
    }
}

/// The sections that a yield leads to.
fn suspensions(sections: &Sections) -> Vec<SectionId> {
    let resumed = |(_, target, _): &(SectionId, SectionId, usize)| matches!(sections.sections[*target].entry, Entry::Resume(_));
    exits(sections).into_iter().filter(resumed).map(|(_, target, _)| target).collect()
}

/// Every exit: from which section, to which, and its number.
pub fn exits(sections: &Sections) -> Vec<(SectionId, SectionId, usize)> {
    let mut found = Vec::new();
    for (id, section) in sections.sections.iter().enumerate() {
        chunk_exits(&section.code, &mut |target, exit| found.push((id, target, exit)));
    }
    found
}

fn chunk_exits(chunk: &super::sections::Chunk, each: &mut impl FnMut(SectionId, usize)) {
    for code in &chunk.code {
        match code {
            Code::Suspend { target, exit, .. } | Code::Goto { target, exit } => each(*target, *exit),
            Code::Eval(value, _) | Code::Finish(Some(value)) => value_exits(value, each),
            Code::LetElse { otherwise, .. } => chunk_exits(otherwise, each),
            Code::Plain(_) | Code::Rebind(_) | Code::Finish(None) => {}
        }
    }
    if let Some(tail) = &chunk.tail {
        value_exits(tail, each);
    }
}

fn value_exits(value: &Value, each: &mut impl FnMut(SectionId, usize)) {
    match value {
        Value::Block { chunk, .. } | Value::Loop { chunk, .. } => chunk_exits(chunk, each),
        Value::If { then, otherwise, .. } => {
            chunk_exits(then, each);
            if let Some(otherwise) = otherwise {
                chunk_exits(otherwise, each);
            }
        }
        Value::Match { arms, .. } => arms.iter().for_each(|arm| chunk_exits(&arm.chunk, each)),
        Value::Plain(_) | Value::Argument | Value::Slot(_) | Value::LoopResult => {}
    }
}

impl Plan {
    /// The frames that a section uses in place: its path less what it takes.
    pub fn opened(&self, sections: &Sections, section: SectionId) -> Vec<FrameId> {
        if matches!(sections.sections[section].entry, Entry::Start) {
            return vec![ROOT];
        }
        let mut path = sections.path(sections.sections[section].frame);
        let taken = &self.taken[section];
        path.retain(|frame| !taken.contains(frame));
        if let Some(closed) = self.closed[section] {
            path.retain(|frame| !sections.is_inside(*frame, closed));
        }
        path
    }
}
