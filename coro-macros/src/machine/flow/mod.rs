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

mod bits;
mod graph;
mod lent;
mod offered;
mod parts;
mod walk;

pub use lent::Lent;
pub use offered::{Outcome, Question};
pub use parts::{Part, is_deref};
pub use walk::{borrows, captures_by_value};

use proc_macro2::Span;

use self::bits::Sets;
use self::graph::Graph;
use super::apart::Apart;
use super::locals::{Local, Locals, Mention};
use super::sections::{ExitId, FrameId, FrameKind, SectionId, Sections};
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
    /// Taken apart by value by a pattern that binds a local first: it holds nothing any more, unless it is read after all.
    Gone(Local, Mention, Option<Local>),
    Exit(ExitId),
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Init {
    Yes,
    No,
    Maybe,
}

/// What the rest of the pipeline wants to know.
pub struct Facts {
    live: Live,
    held: Held,
    /// By section, and by exit: where in the graph it is.
    entries: Vec<Node>,
    exits: Vec<Option<Node>>,
    /// By mention: the mention is the last use of its value, by value.
    pub moves: Vec<bool>,
    /// By mention: the receiver of a method that may move the local, or may not.
    pub offered: Vec<Option<Outcome>>,
    /// By section: something is offered a local there.
    offers: Vec<bool>,
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
    declared: Vec<Vec<bool>>,
    pub by_value: Vec<bool>,
    /// By local: assigned, or borrowed with `&mut`, somewhere.
    changed: Vec<bool>,
    /// Mentions of a deferred `let` that a path reaches before it is assigned.
    pub unassigned: Vec<(Local, Span)>,
    /// Changes of a local that holds a value.
    pub reassigned: Vec<(Local, Span)>,
    pub targets: Vec<Vec<SectionId>>,
    /// Scrutinees that some arms take apart, and others leave whole to be read.
    pub apart: Vec<Apart>,
    /// Parts that are read by value, and not read again.
    pub parts: Vec<Part>,
    /// By exit: which of them have been read.
    parted: Vec<Vec<usize>>,
    /// By section and local: borrowed there in a way that may be mutable.
    lent: Vec<Vec<bool>>,
    /// What is lent to something that is kept, and used while it is.
    pub lent_twice: Vec<Lent>,
}

impl Facts {
    pub fn is_lent(&self, section: SectionId, local: Local) -> bool {
        self.lent[section][local]
    }
    pub fn is_live(&self, section: SectionId, local: Local) -> bool {
        self.live.0.has(self.entries[section], local)
    }
    pub fn init(&self, section: SectionId, local: Local) -> Init {
        self.held.init(self.entries[section], local)
    }
    pub fn init_at_exit(&self, exit: ExitId, local: Local) -> Init {
        self.exits[exit].map_or(Init::No, |node| self.held.init(node, local))
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
    pub fn is_declared(&self, section: SectionId, local: Local) -> bool {
        self.declared[section][local]
    }
    /// Mentioned in a macro that may want it to be a plain variable.
    pub fn is_opaque(&self, section: SectionId, local: Local) -> bool {
        self.opaque[section][local]
    }
    /// Whether something is offered a local in the section.
    pub fn offers(&self, section: SectionId) -> bool {
        self.offers[section]
    }
    /// The part that `mention` reads by value, for the last time.
    pub fn part(&self, mention: Mention) -> Option<&Part> {
        self.parts.iter().find(|part| part.mention == mention)
    }
    /// The parts of `local` that have been read by value, on every path to `exit`.
    pub fn parted(&self, exit: ExitId, local: Local) -> impl Iterator<Item = &Part> {
        self.parted[exit].iter().map(|part| &self.parts[*part]).filter(move |part| part.local == local)
    }
    /// Moved whole, by value, for the last time.
    pub fn moves_whole(&self, section: SectionId, local: Local) -> bool {
        self.must_move[section][local]
    }
}

pub fn analyse(sections: &Sections, locals: &Locals, macros: &OpenedMacros, params: &[Local]) -> Facts {
    let mut graph = walk::graph(sections, macros, locals);
    let live = liveness(&graph, locals.len());
    let mut moves = moves(&graph, locals, &live);
    let offered = offered::find(&graph, sections, locals, &live, &moves);
    offered::move_others(&graph, locals, &offered, &mut moves);
    graph.parts.retain(|part| offered[part.mention].is_none());
    let (held, reached) = initialised(&graph, locals, (&moves, &offered), &live, params);
    let count = sections.sections.len();
    let table = || vec![vec![false; locals.len()]; count];
    let mut facts = Facts {
        entries: graph.entries.clone(),
        exits: vec![None; sections.exits],
        moves,
        offered,
        offers: vec![false; count],
        reads: vec![false; locals.mention_count()],
        mentioned: table(),
        may_move: table(),
        must_move: table(),
        opaque: table(),
        written: table(),
        assigned: table(),
        declared: table(),
        by_value: vec![false; locals.len()],
        changed: graph.changed.clone(),
        unassigned: Vec::new(),
        reassigned: graph.borrowed.clone(),
        targets: graph.targets.clone(),
        apart: Vec::new(),
        parted: Vec::new(),
        parts: parts::last(&graph, locals, &live, &reached),
        lent: table(),
        lent_twice: Vec::new(),
        live,
        held,
    };
    facts.check(&graph, locals, &reached);
    facts.note_events(&graph, sections, locals, &reached);
    facts.lent_twice = lent::find(&graph, sections, locals, &facts);
    facts.parted = parts::at_exits(&graph, &facts.parts, sections.exits);
    facts
}

/// Whether `section` is run again and again: to move what it keeps would cost something at each turn.
fn in_loop(sections: &Sections, section: SectionId) -> bool {
    let is_loop = |frame: &FrameId| matches!(sections.frames[*frame].kind, FrameKind::Loop { .. });
    sections.path(sections.sections[section].frame).iter().any(is_loop)
}

/// By mention: whether it is the last use of its value, by value.
fn moves(graph: &Graph, locals: &Locals, live: &Live) -> Vec<bool> {
    let mut moves = vec![false; locals.mention_count()];
    for (node, event) in graph.events.iter().enumerate() {
        if let Event::Use(local, mention, Use::Value) = *event {
            let whole = graph.whole_elsewhere.contains(&mention);
            moves[mention] = !locals.infos[local].copy && !live.out(graph, node, local) && !whole;
        }
    }
    moves
}

impl Facts {
    fn note_events(&mut self, graph: &Graph, sections: &Sections, locals: &Locals, reached: &[bool]) {
        for (node, event) in graph.events.iter().enumerate() {
            let section = graph.section[node];
            match *event {
                Event::Use(local, mention, usage) => {
                    // By value, a `&mut` is borrowed through.
                    self.reads[mention] = usage == Use::Shared || usage == Use::Value && !locals.infos[local].reborrows;
                    self.by_value[local] |= usage == Use::Value;
                    self.offers[section] |= self.offered[mention].is_some();
                    self.lent[section][local] |= locals.infos[local].reborrows && graph.looks.contains(&mention);
                    self.note_use(section, local, self.moves[mention] || self.offered[mention].is_some(), usage);
                    let last = || graph.receivers.contains(&mention) && !self.live.out(graph, node, local);
                    let may_move = matches!(usage, Use::Part | Use::Opaque) || !in_loop(sections, section) && last();
                    self.may_move[section][local] |= may_move && !locals.infos[local].copy;
                }
                Event::Assign(local, _) | Event::Declare(local) => {
                    self.mentioned[section][local] = true;
                    self.written[section][local] = true;
                    self.assigned[section][local] |= matches!(event, Event::Assign(..));
                    self.declared[section][local] |= matches!(event, Event::Declare(_));
                }
                Event::Exit(exit) => {
                    self.exits[exit] = Some(node);
                }
                Event::Gone(local, scrutinee, binds) => {
                    let stays = self.live.out(graph, node, local) || locals.infos[local].copy;
                    if reached[node] && !stays && !self.moves[scrutinee] {
                        self.apart.push(Apart { section, local, scrutinee, binds });
                    }
                }
                Event::None => {}
            }
        }
    }

    fn note_use(&mut self, section: SectionId, local: Local, moves: bool, usage: Use) {
        self.mentioned[section][local] = true;
        self.must_move[section][local] |= moves;
        self.may_move[section][local] |= moves;
        self.opaque[section][local] |= usage == Use::Opaque;
        // By value and read later: a pattern that takes a `&mut` apart borrows through it.
        self.lent[section][local] |= usage == Use::Reference || usage == Use::Value && !moves;
    }

    /// Notes what the compiler would say of plain variables.
    fn check(&mut self, graph: &Graph, locals: &Locals, reached: &[bool]) {
        for (node, event) in graph.events.iter().enumerate().filter(|(node, _)| reached[*node]) {
            match *event {
                Event::Use(local, mention, _) if locals.infos[local].deferred && self.held.init(node, local) != Init::Yes => {
                    self.unassigned.push((local, graph.spans[mention]));
                }
                Event::Assign(local, span) if !locals.infos[local].deferred || self.held.init(node, local) != Init::No => {
                    self.reassigned.push((local, span));
                }
                _ => {}
            }
        }
    }
}

/// By node: the locals that are live before it.
struct Live(Sets);

impl Live {
    fn out(&self, graph: &Graph, node: Node, local: Local) -> bool {
        graph.next[node].iter().any(|next| self.0.has(*next, local))
    }
}

/// Backwards: a local is live before a node if a path from there reads it before it is assigned.
fn liveness(graph: &Graph, locals: usize) -> Live {
    let mut live = Sets::none(graph.events.len(), locals);
    for (node, event) in graph.events.iter().enumerate() {
        if let Event::Use(local, ..) = event {
            live.set(node, *local, true);
        }
    }
    let mut changed = true;
    while changed {
        changed = false;
        for node in (0..graph.events.len()).rev() {
            let given = match graph.events[node] {
                Event::Assign(local, _) | Event::Declare(local) => Some((local, false)),
                _ => None,
            };
            for next in &graph.next[node] {
                changed |= live.flow(*next, node, given);
            }
        }
    }
    Live(live)
}

/// By node: which locals may hold a value before it, and which may hold none. Where neither: it is not reached.
struct Held {
    full: Sets,
    empty: Sets,
}

impl Held {
    fn init(&self, node: Node, local: Local) -> Init {
        match (self.full.has(node, local), self.empty.has(node, local)) {
            (true, false) => Init::Yes,
            (true, true) => Init::Maybe,
            (false, _) => Init::No,
        }
    }
}

/// Forwards: whether a local holds a value before a node, and which nodes are reached.
fn initialised(
    graph: &Graph,
    locals: &Locals,
    (moves, offered): (&[bool], &[Option<Outcome>]),
    live: &Live,
    params: &[Local],
) -> (Held, Vec<bool>) {
    let nodes = graph.events.len();
    let mut held = Held { full: Sets::none(nodes, locals.len()), empty: Sets::none(nodes, locals.len()) };
    let start = graph.entries[0];
    for local in 0..locals.len() {
        let full = params.contains(&local) || locals.infos[local].rebound;
        held.full.set(start, local, full);
        held.empty.set(start, local, !full);
    }
    let mut work = vec![start];
    let mut reached = vec![false; nodes];
    reached[start] = true;
    while let Some(node) = work.pop() {
        let holds = |local, full: bool| (Some((local, full)), Some((local, !full)));
        let (full, empty) = match graph.events[node] {
            Event::Use(local, mention, _) if moves[mention] => holds(local, false),
            Event::Use(local, mention, _) if offered[mention].is_some() => (None, Some((local, true))),
            Event::Assign(local, _) => holds(local, true),
            Event::Declare(local) => holds(local, !locals.infos[local].deferred),
            Event::Gone(local, ..) if !locals.infos[local].copy && !live.0.has(node, local) => holds(local, false),
            _ => (None, None),
        };
        for next in &graph.next[node] {
            let first = !core::mem::replace(&mut reached[*next], true);
            let more_full = held.full.flow(node, *next, full);
            let more_empty = held.empty.flow(node, *next, empty);
            if first || more_full || more_empty {
                work.push(*next);
            }
        }
    }
    (held, reached)
}
