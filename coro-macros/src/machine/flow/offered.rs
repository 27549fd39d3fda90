//! Which locals are offered to methods that may consume them.

use super::super::locals::{Local, Locals, Mention};
use super::super::offers::Offer;
use super::super::sections::{Entry, SectionId, Sections};
use super::{Event, Graph, Live, Node, Use};

/// What becomes of the value of what may be offered a local.
#[derive(Clone)]
pub enum Outcome {
    /// It is thrown away where it stands.
    Unused,
    /// The same, by `let _ = ..`.
    Ignored,
    /// It leaves the coroutine, or is a flag or a number: it does not borrow a local.
    Free,
    /// It is put into these locals: it borrows no other one if one of them is kept across a suspension, or leaves the coroutine.
    Bound(Vec<Local>),
    /// As its type says.
    Asked(Question),
}

/// What is asked about the type of a value that is put into locals.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Question {
    /// One that would be kept for its drop, and so cannot borrow what is kept beside it.
    Kept,
    /// One that looks as if it borrowed nothing, but may be a reference.
    Reference,
    /// One of which nothing is known.
    Number,
}

/// By mention: what becomes of the value of what the local is offered to, if it is offered.
pub fn find(graph: &Graph, sections: &Sections, locals: &Locals, live: &Live, moves: &[bool]) -> Vec<Option<Outcome>> {
    let mut offered: Vec<Option<Outcome>> = vec![None; moves.len()];
    let owned = owned(graph, sections, locals, live);
    let last = last_mentions(graph, locals, live);
    for (offer, outcome) in &graph.offers {
        let outcome = match outcome {
            Outcome::Bound(bound) => bound_to(bound, offer.ends, graph, sections, &owned),
            other => other.clone(),
        };
        if offer.receivers.iter().any(|receiver| offered[*receiver].is_some()) || !is_clear(offer, graph, moves) {
            continue;
        }
        let may = |receiver: &&Mention| {
            last.contains(receiver) && !moves[**receiver] && !may_store(offer, **receiver, graph, locals, (moves, &owned))
        };
        if let Some(receiver) = offer.receivers.iter().rev().find(may) {
            offered[*receiver] = Some(outcome.clone());
        }
    }
    offered
}

/// What is put into these locals is free of borrows where each of them is kept, or leaves; elsewhere its type is asked.
fn bound_to(bound: &[Local], ends: bool, graph: &Graph, sections: &Sections, kept: &[bool]) -> Outcome {
    let in_frame = |local: &Local| sections.frames.iter().any(|frame| frame.locals.contains(local));
    match bound {
        [_, ..] if bound.iter().all(|local| kept[*local]) => Outcome::Free,
        [_, ..] if bound.iter().all(|local| kept[*local] || graph.negated[*local]) => Outcome::Asked(Question::Reference),
        _ if ends => Outcome::Asked(Question::Reference),
        [only] if in_frame(only) => Outcome::Asked(Question::Kept),
        _ => Outcome::Asked(Question::Number),
    }
}

/// Whether something else in what is offered `receiver` could keep what it borrows from it: `list.push(name.short())`.
fn may_store(offer: &Offer, receiver: Mention, graph: &Graph, locals: &Locals, (moves, owned): (&[bool], &[bool])) -> bool {
    let keeps = |(local, mention): &(Local, Mention)| {
        let info = &locals.infos[*local];
        let fixed = match graph.usage(*mention) {
            Some(Use::Reference) => false,
            Some(Use::Shared | Use::Part) => true,
            _ => info.copy || moves[*mention],
        };
        *mention != receiver && !info.trivial && !info.generated && !owned[*local] && !fixed
    };
    // Another operand borrows it: it cannot be consumed.
    let (target, _) = offer.mentions.iter().find(|(_, mention)| *mention == receiver).copied().unzip();
    let borrows = |(local, _): &(Local, Mention)| target.is_some() && locals.infos[*local].borrows == target;
    if offer.mentions.iter().chain(&offer.captured).any(borrows) {
        return true;
    }
    let is_own = |local: Local| offer.captured.iter().any(|(other, mention)| *other == local && locals.is_declaration(*mention));
    let captures = |(local, _): &(Local, Mention)| !locals.infos[*local].copy && !owned[*local] && !is_own(*local);
    offer.mentions.iter().any(keeps) || offer.captured.iter().any(captures)
}

/// A temporary that is not offered to the method that may consume it is taken to be consumed.
pub fn move_others(graph: &Graph, locals: &Locals, offered: &[Option<Outcome>], moves: &mut [bool]) {
    for event in &graph.events {
        if let Event::Use(local, mention, _) = *event {
            moves[mention] |= locals.infos[local].offered && offered[mention].is_none();
        }
    }
}

/// By local: whether it cannot borrow another one, as it is kept across a suspension, leaves the coroutine, or is a number; or because what
/// it is taken apart into does.
fn owned(graph: &Graph, sections: &Sections, locals: &Locals, live: &Live) -> Vec<bool> {
    let resumed = |section: &SectionId| matches!(sections.sections[*section].entry, Entry::Resume(_));
    let resumptions: Vec<Node> = (0..sections.sections.len()).filter(resumed).map(|section| graph.entries[section]).collect();
    let is_kept = |local: Local| resumptions.iter().any(|entry| live.0.has(*entry, local));
    let mut owned: Vec<bool> = (0..locals.len()).map(|local| graph.owned[local] || is_kept(local)).collect();
    // What goes on into another local was bound before it, or nearly always.
    for (from, into) in graph.passed.iter().rev() {
        owned[*from] |= !into.is_empty() && into.iter().all(|local| owned[*local]);
    }
    owned
}

/// Mentions after which nothing reads the local, if it may have something to drop.
fn last_mentions(graph: &Graph, locals: &Locals, live: &Live) -> Vec<Mention> {
    let last = graph.events.iter().enumerate().filter_map(|(node, event)| match *event {
        Event::Use(local, mention, _) => {
            let info = &locals.infos[local];
            let drops = !info.copy && !info.trivial && !info.rebound;
            (drops && !live.out(graph, node, local)).then_some(mention)
        }
        _ => None,
    });
    last.collect()
}

/// Whether nothing that is moved inside would look as if the receiver were: what is moved out of a plain variable is put aside before,
/// where it is mentioned once.
fn is_clear(offer: &Offer, graph: &Graph, moves: &[bool]) -> bool {
    let once = |local: Local| offer.mentions.iter().filter(|mention| mention.0 == local).count() == 1;
    let moved = |mention: Mention| moves[mention] || graph.parts.iter().any(|part| part.mention == mention);
    !offer.captured.iter().any(|(_, captured)| moved(*captured))
        && offer.mentions.iter().all(|(local, mention)| !moved(*mention) || once(*local))
}
