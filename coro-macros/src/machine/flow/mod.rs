//! Fifth pass: what is live where, and what is moved.
//!
//! The sections become a graph of events on locals. Worked example:
//!
//! ```text
//! let v = make();      declare v          live after: {v}
//! let n = v.len();     use v, declare n   live after: {v, n}
//! yield n;             use n by value     n is not live after: this moves it (or copies it, with nothing to drop)
//! consume(v);          use v by value     live at the resumption: {v}, so the suspension keeps v, and not n
//! ```

mod walk;

pub use walk::captures_by_value;

use proc_macro2::Span;

use super::locals::{Local, Locals, Mention};
use super::sections::{ExitId, SectionId, Sections};
use super::std_macros::OpenedMacros;

pub type Node = usize;

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Use {
    /// Moves or copies the whole local.
    Value,
    Reference,
    /// As `Reference`, and only to read.
    Shared,
    /// A part is read by value: it may be moved out of the local.
    Part,
    /// Inside a macro of unknown meaning.
    Opaque,
}

#[derive(Clone, Copy)]
pub enum Event {
    None,
    Use(Local, Mention, Use),
    Assign(Local, Span),
    Declare(Local),
    Exit(ExitId),
}

pub struct Graph {
    pub events: Vec<Event>,
    pub next: Vec<Vec<Node>>,
    pub section: Vec<SectionId>,
    pub entries: Vec<Node>,
    /// For each section, the sections that it may go to.
    pub targets: Vec<Vec<SectionId>>,
    changed: Vec<bool>,
    /// Locals written to as a whole other than by `=`: compound assignment, `&mut`.
    borrowed: Vec<(Local, Span)>,
    /// By mention: where it stands.
    spans: Vec<Span>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Init {
    Yes,
    No,
    Maybe,
}

/// What the rest of the pipeline wants to know.
pub struct Facts {
    live_at_entry: Vec<Vec<bool>>,
    init_at_entry: Vec<Vec<Init>>,
    init_at_exit: Vec<Vec<Init>>,
    /// By mention: the mention is the last use of its value, by value.
    pub moves: Vec<bool>,
    /// By mention: it only reads.
    pub reads: Vec<bool>,
    /// By section and local: mentioned there at all.
    mentioned: Vec<Vec<bool>>,
    /// By section and local: moved there, whole or perhaps in part.
    may_move: Vec<Vec<bool>>,
    must_move: Vec<Vec<bool>>,
    /// By section and local: mentioned in a macro of unknown meaning.
    opaque: Vec<Vec<bool>>,
    /// By section and local: assigned or declared there.
    written: Vec<Vec<bool>>,
    assigned: Vec<Vec<bool>>,
    pub by_value: Vec<bool>,
    /// By local: assigned, or borrowed with `&mut`, somewhere.
    changed: Vec<bool>,
    /// Mentions of a deferred `let` that a path reaches before it is assigned.
    pub unassigned: Vec<(Local, Span)>,
    /// Changes of a local that holds a value.
    pub reassigned: Vec<(Local, Span)>,
    pub targets: Vec<Vec<SectionId>>,
}

impl Facts {
    pub fn is_live(&self, section: SectionId, local: Local) -> bool {
        self.live_at_entry[section][local]
    }
    pub fn init(&self, section: SectionId, local: Local) -> Init {
        self.init_at_entry[section][local]
    }
    pub fn init_at_exit(&self, exit: ExitId, local: Local) -> Init {
        self.init_at_exit[exit][local]
    }
    pub fn is_mentioned(&self, section: SectionId, local: Local) -> bool {
        self.mentioned[section][local]
    }
    pub fn may_move(&self, section: SectionId, local: Local) -> bool {
        self.may_move[section][local]
    }
    /// Assigned or declared in the section.
    pub fn is_written(&self, section: SectionId, local: Local) -> bool {
        self.written[section][local]
    }
    pub fn written_anywhere(&self, local: Local) -> bool {
        self.changed[local] || self.assigned.iter().any(|section| section[local])
    }
    pub fn is_assigned(&self, section: SectionId, local: Local) -> bool {
        self.assigned[section][local]
    }
    /// Mentioned in a macro that may want it to be a plain variable.
    pub fn is_opaque(&self, section: SectionId, local: Local) -> bool {
        self.opaque[section][local]
    }
    /// Moved whole, by value, for the last time.
    pub fn moves_whole(&self, section: SectionId, local: Local) -> bool {
        self.must_move[section][local]
    }
}

pub fn analyse(sections: &Sections, locals: &Locals, macros: &OpenedMacros, params: &[Local]) -> Facts {
    let graph = walk::graph(sections, macros, locals);
    let live = liveness(&graph, locals.len());
    let mut moves = vec![false; locals.mention_count()];
    for (node, event) in graph.events.iter().enumerate() {
        if let Event::Use(local, mention, Use::Value) = *event {
            let info = &locals.infos[local];
            moves[mention] = !info.copy && !live.out(&graph, node, local);
        }
    }
    let (init, reached) = initialised(&graph, locals, &moves, params);
    let count = sections.sections.len();
    let table = || vec![vec![false; locals.len()]; count];
    let mut facts = Facts {
        live_at_entry: graph.entries.iter().map(|entry| live.before[*entry].clone()).collect(),
        init_at_entry: graph.entries.iter().map(|entry| init[*entry].clone()).collect(),
        init_at_exit: vec![Vec::new(); sections.exits],
        moves,
        reads: vec![false; locals.mention_count()],
        mentioned: table(),
        may_move: table(),
        must_move: table(),
        opaque: table(),
        written: table(),
        assigned: table(),
        by_value: vec![false; locals.len()],
        changed: graph.changed.clone(),
        unassigned: Vec::new(),
        reassigned: graph.borrowed.clone(),
        targets: graph.targets.clone(),
    };
    for (node, event) in graph.events.iter().enumerate() {
        match *event {
            Event::Use(local, mention, _) if locals.infos[local].deferred && reached[node] && init[node][local] != Init::Yes => {
                facts.unassigned.push((local, graph.spans[mention]));
            }
            Event::Assign(local, span) if reached[node] && (!locals.infos[local].deferred || init[node][local] != Init::No) => {
                facts.reassigned.push((local, span))
            }
            _ => {}
        }
        let section = graph.section[node];
        match *event {
            Event::Use(local, mention, usage) => {
                facts.mentioned[section][local] = true;
                facts.must_move[section][local] |= facts.moves[mention];
                facts.reads[mention] = matches!(usage, Use::Value | Use::Shared);
                facts.opaque[section][local] |= usage == Use::Opaque;
                facts.by_value[local] |= usage == Use::Value;
                facts.may_move[section][local] |=
                    facts.moves[mention] || (matches!(usage, Use::Part | Use::Opaque) && !locals.infos[local].copy);
            }
            Event::Assign(local, _) | Event::Declare(local) => {
                facts.mentioned[section][local] = true;
                facts.written[section][local] = true;
                facts.assigned[section][local] |= matches!(event, Event::Assign(..));
            }
            Event::Exit(exit) => {
                facts.init_at_exit[exit] = init[node].clone();
            }
            Event::None => {}
        }
    }
    for exit in 0..sections.exits {
        if facts.init_at_exit[exit].is_empty() {
            facts.init_at_exit[exit] = vec![Init::No; locals.len()];
        }
    }
    facts
}

struct Live {
    before: Vec<Vec<bool>>,
}

impl Live {
    fn out(&self, graph: &Graph, node: Node, local: Local) -> bool {
        graph.next[node].iter().any(|next| self.before[*next][local])
    }
}

/// Backwards: a local is live before a node if a path from there reads it before it is assigned.
fn liveness(graph: &Graph, locals: usize) -> Live {
    let mut live = Live { before: vec![vec![false; locals]; graph.events.len()] };
    let mut changed = true;
    while changed {
        changed = false;
        for node in (0..graph.events.len()).rev() {
            let mut before: Vec<bool> = (0..locals).map(|local| live.out(graph, node, local)).collect();
            match graph.events[node] {
                Event::Use(local, ..) => before[local] = true,
                Event::Assign(local, _) | Event::Declare(local) => before[local] = false,
                Event::None | Event::Exit(_) => {}
            }
            if before != live.before[node] {
                live.before[node] = before;
                changed = true;
            }
        }
    }
    live
}

/// Forwards: whether a local holds a value before a node.
fn initialised(graph: &Graph, locals: &Locals, moves: &[bool], params: &[Local]) -> (Vec<Vec<Init>>, Vec<bool>) {
    // Per local: may hold a value, may hold none. Neither: not reached.
    let mut before = vec![vec![(false, false); locals.len()]; graph.events.len()];
    let start = graph.entries[0];
    before[start] = (0..locals.len())
        .map(|local| {
            let held = params.contains(&local) || locals.infos[local].rebound;
            (held, !held)
        })
        .collect();
    let mut work = vec![start];
    let mut reached = vec![false; graph.events.len()];
    reached[start] = true;
    while let Some(node) = work.pop() {
        let mut after = before[node].clone();
        match graph.events[node] {
            Event::Use(local, mention, _) if moves[mention] => after[local] = (false, true),
            Event::Assign(local, _) => after[local] = (true, false),
            Event::Declare(local) => after[local] = (!locals.infos[local].deferred, locals.infos[local].deferred),
            _ => {}
        }
        for next in &graph.next[node] {
            let mut changed = !reached[*next];
            reached[*next] = true;
            for (known, new) in before[*next].iter_mut().zip(&after) {
                let joined = (known.0 | new.0, known.1 | new.1);
                changed |= joined != *known;
                *known = joined;
            }
            if changed {
                work.push(*next);
            }
        }
    }
    let decide = |state: &(bool, bool)| match state {
        (true, false) => Init::Yes,
        (true, true) => Init::Maybe,
        (false, _) => Init::No,
    };
    (before.iter().map(|states| states.iter().map(decide).collect()).collect(), reached)
}
