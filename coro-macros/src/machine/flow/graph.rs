//! The graph of events that the walk makes and the other parts of the pass read.

use proc_macro2::Span;

use super::super::locals::{Local, Locals, Mention};
use super::super::offers::Offer;
use super::super::sections::{SectionId, Sections};
use super::offered::Outcome;
use super::parts::{self, Part};
use super::{Event, Node, Use};

pub struct Graph {
    pub events: Vec<Event>,
    pub next: Vec<Vec<Node>>,
    pub section: Vec<SectionId>,
    pub entries: Vec<Node>,
    /// For each section, the sections that it may go to.
    pub targets: Vec<Vec<SectionId>>,
    pub(super) changed: Vec<bool>,
    /// Locals written to as a whole other than by `=`: compound assignment, `&mut`.
    pub(super) borrowed: Vec<(Local, Span)>,
    /// By mention: where it stands.
    pub(super) spans: Vec<Span>,
    /// By mention: which part of the local is meant, if not all of it.
    pub(super) paths: Vec<Option<parts::Path>>,
    /// Mentions of parts that are assigned.
    pub(super) assigned_parts: Vec<Mention>,
    /// Mentions of parts that a compound assignment changes: numbers, or nearly always.
    pub(super) counted: Vec<Mention>,
    /// Scrutinees that some arms take apart, and others match as a whole that may have something to drop.
    pub(super) whole_elsewhere: Vec<Mention>,
    /// Parts that are read by value.
    pub(super) parts: Vec<Part>,
    /// What may be offered a local, and what becomes of its value.
    pub(super) offers: Vec<(Offer, Outcome)>,
    /// By local: it cannot borrow another one.
    pub(super) owned: Vec<bool>,
    /// By local: it is a flag, or a reference to one.
    pub(super) negated: Vec<bool>,
    /// Locals that are moved into others.
    pub(super) passed: Vec<(Local, Vec<Local>)>,
    /// Mentions of locals in `&x`, which may outlive the turn if `x` is a `&mut`.
    pub(super) looks: Vec<Mention>,
    /// Mentions of locals as the receivers of methods that may consume them.
    pub(super) receivers: Vec<Mention>,
}

impl Graph {
    pub(super) fn new(sections: &Sections, locals: &Locals) -> Self {
        Self {
            events: Vec::new(),
            next: Vec::new(),
            section: Vec::new(),
            entries: Vec::new(),
            targets: vec![Vec::new(); sections.sections.len()],
            changed: vec![false; locals.len()],
            borrowed: Vec::new(),
            spans: vec![Span::mixed_site(); locals.mention_count()],
            paths: vec![None; locals.mention_count()],
            assigned_parts: Vec::new(),
            counted: Vec::new(),
            whole_elsewhere: Vec::new(),
            parts: Vec::new(),
            offers: Vec::new(),
            owned: vec![false; locals.len()],
            negated: vec![false; locals.len()],
            passed: Vec::new(),
            looks: Vec::new(),
            receivers: Vec::new(),
        }
    }

    /// How a mention is used.
    pub(super) fn usage(&self, mention: Mention) -> Option<Use> {
        self.events.iter().find_map(|event| match *event {
            Event::Use(_, other, usage) if other == mention => Some(usage),
            _ => None,
        })
    }
}
