//! Which locals are offered to methods that may consume them.

use super::super::locals::{Local, Locals, Mention};
use super::super::offers::Offer;
use super::super::sections::{Entry, SectionId, Sections};
use super::{Event, Graph, Live, Node};

/// What becomes of the value of what may be offered a local.
#[derive(Clone)]
pub enum Outcome {
    /// It is thrown away where it stands.
    Unused,
    /// It leaves the coroutine, or is a flag or a number: it does not borrow a local.
    Free,
    /// It is put into these locals: it borrows no other one if one of them is kept across a suspension, or leaves the coroutine.
    Bound(Vec<Local>),
}

/// By mention: whether the local is offered there, and whether the value is thrown away.
pub fn find(graph: &Graph, sections: &Sections, locals: &Locals, live: &Live, moves: &[bool]) -> (Vec<bool>, Vec<bool>) {
    let mut offered = vec![false; moves.len()];
    let mut unused = vec![false; moves.len()];
    let owned = owned(graph, sections, locals, live);
    let last = last_mentions(graph, locals, live);
    for (offer, outcome) in &graph.offers {
        let free = match outcome {
            Outcome::Unused | Outcome::Free => true,
            Outcome::Bound(bound) => bound.iter().any(|local| owned[*local]),
        };
        let known = offer.receivers.iter().any(|receiver| offered[*receiver]);
        if !free || known || !is_clear(offer, moves) {
            continue;
        }
        if let Some(receiver) = offer.receivers.iter().find(|receiver| last.contains(receiver) && !moves[**receiver]) {
            offered[*receiver] = true;
            unused[*receiver] = matches!(outcome, Outcome::Unused);
        }
    }
    (offered, unused)
}

/// A temporary that is not offered to the method that may consume it is taken to be consumed.
pub fn move_others(graph: &Graph, locals: &Locals, offered: &[bool], moves: &mut [bool]) {
    for event in &graph.events {
        if let Event::Use(local, mention, _) = *event {
            moves[mention] |= locals.infos[local].offered && !offered[mention];
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
        owned[*from] |= into.iter().any(|local| owned[*local]);
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
fn is_clear(offer: &Offer, moves: &[bool]) -> bool {
    let once = |local: Local| offer.mentions.iter().filter(|mention| mention.0 == local).count() == 1;
    !offer.captured.iter().any(|captured| moves[*captured])
        && offer.mentions.iter().all(|(local, mention)| !moves[*mention] || once(*local))
}
