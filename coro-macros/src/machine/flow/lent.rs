//! A `&mut` that is lent to what is kept, and kept itself: the compiler would say so of our state, and not of the user's code.
//!
//! ```text
//! for item in items.iter_mut() { yield *item; }      items: &mut Vec<u32>
//! items.push(1);
//! ```

use proc_macro2::Span;

use super::super::locals::{Local, Locals};
use super::super::sections::{Entry, Sections};
use super::{Event, Facts, Graph, Node};

/// What is lent to which local, and where it is used although that one is kept.
pub struct Lent {
    pub what: Local,
    pub to: Local,
    pub used: Span,
}

pub fn find(graph: &Graph, sections: &Sections, locals: &Locals, facts: &Facts) -> Vec<Lent> {
    let resumed = |section: &usize| matches!(sections.sections[*section].entry, Entry::Resume(_));
    let mut found: Vec<Lent> = Vec::new();
    for section in (0..sections.sections.len()).filter(resumed) {
        for (to, info) in locals.infos.iter().enumerate() {
            let Some(what) = info.lent.filter(|what| facts.is_live(section, *what)) else { continue };
            let is_new = facts.is_live(section, to) && !found.iter().any(|lent| lent.to == to);
            if is_new && let Some(used) = next_use(graph, graph.entries[section], what) {
                found.push(Lent { what, to, used });
            }
        }
    }
    found
}

/// Where `local` is read first, from `start` on.
fn next_use(graph: &Graph, start: Node, local: Local) -> Option<Span> {
    let mut seen = vec![false; graph.events.len()];
    let mut work = std::collections::VecDeque::from([start]);
    while let Some(node) = work.pop_front() {
        if core::mem::replace(&mut seen[node], true) {
            continue;
        }
        match graph.events[node] {
            Event::Use(other, mention, _) if other == local => return Some(graph.spans[mention]),
            Event::Assign(other, _) | Event::Declare(other) if other == local => continue,
            _ => work.extend(&graph.next[node]),
        }
    }
    None
}
