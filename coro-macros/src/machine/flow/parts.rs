//! Parts that are read by value: `deck.cards`, `*boxed`. They may be moved out of a local that lives on.
//!
//! ```text
//! for card in deck.cards {     a part; what is read of `deck` later is another part
//!     yield card + deck.bonus;
//! }
//! ```

use quote::ToTokens;
use syn::{Expr, UnOp};

use super::super::locals::{Local, Locals, Mention, decode};
use super::{Event, Graph, Live, Node};

/// From a local to one of its parts: names of fields, and `*`.
pub type Path = Vec<String>;

/// A part of a local that is read by value.
#[derive(Clone)]
pub struct Part {
    pub local: Local,
    pub mention: Mention,
    pub place: Expr,
    pub node: Node,
}

impl Part {
    /// Whether `expr` is this mention of the part, all of it.
    pub fn is(&self, expr: &Expr) -> bool {
        place(&self.place) == place(expr)
    }
}

/// The local, the mention of it, and the path, if `expr` is a part of a local.
pub fn place(expr: &Expr) -> Option<(Local, Mention, Path)> {
    match expr {
        Expr::Field(field) => {
            let member = field.member.to_token_stream().to_string();
            let (local, mention, mut path) = place_or_local(&field.base)?;
            path.push(member);
            Some((local, mention, path))
        }
        Expr::Unary(unary) if matches!(unary.op, UnOp::Deref(_)) => {
            let (local, mention, mut path) = place_or_local(&unary.expr)?;
            path.push("*".to_owned());
            Some((local, mention, path))
        }
        Expr::Paren(paren) => place(&paren.expr),
        Expr::Group(group) => place(&group.expr),
        _ => None,
    }
}

fn place_or_local(expr: &Expr) -> Option<(Local, Mention, Path)> {
    match expr {
        Expr::Path(path) => path.path.get_ident().and_then(decode).map(|(local, mention)| (local, mention, Path::new())),
        other => place(other),
    }
}

/// Those of the parts that nothing reads again, nor the whole of their local.
pub fn last(graph: &Graph, locals: &Locals, live: &Live, reached: &[bool]) -> Vec<Part> {
    let last = graph.parts.iter().filter(|read| {
        let info = &locals.infos[read.local];
        let borrowed = info.trivial || info.reborrows && is_deref(&read.place);
        let may_be_moved = !info.copy && !borrowed && reached[read.node];
        may_be_moved && (!live.out(graph, read.node, read.local) || !is_read_again(graph, read))
    });
    last.cloned().collect()
}

/// `*x`: of a part, only a box lets go.
pub fn is_deref(place: &Expr) -> bool {
    matches!(place, Expr::Unary(_))
}

fn is_read_again(graph: &Graph, read: &Part) -> bool {
    let path = graph.paths[read.mention].as_ref().expect("a part has a path");
    let mut seen = vec![false; graph.events.len()];
    let mut work = graph.next[read.node].clone();
    while let Some(node) = work.pop() {
        if core::mem::replace(&mut seen[node], true) {
            continue;
        }
        match graph.events[node] {
            Event::Declare(local) | Event::Assign(local, _) if local == read.local => continue,
            Event::Use(local, mention, _) if local == read.local => {
                let other = graph.paths[mention].as_deref().unwrap_or_default();
                if graph.assigned_parts.contains(&mention) && other == path {
                    continue;
                }
                if other.iter().zip(path).all(|(a, b)| a == b) {
                    return true;
                }
            }
            _ => {}
        }
        work.extend(&graph.next[node]);
    }
    false
}

/// By exit: the parts that have been read on every path to it.
pub fn at_exits(graph: &Graph, parts: &[Part], exits: usize) -> Vec<Vec<usize>> {
    let mut found = vec![Vec::new(); exits];
    for (index, part) in parts.iter().enumerate() {
        let skipping = reached_without(graph, part);
        let after = reached_from(graph, part);
        for (node, event) in graph.events.iter().enumerate() {
            if let Event::Exit(exit) = *event
                && after[node]
                && !skipping[node]
            {
                found[exit].push(index);
            }
        }
    }
    found
}

/// The nodes that are reached from the declaration of the part's local without reading the part.
fn reached_without(graph: &Graph, part: &Part) -> Vec<bool> {
    let begins = |event: &Event| matches!(event, Event::Declare(local) | Event::Assign(local, _) if *local == part.local);
    let declared = (0..graph.events.len()).filter(|node| begins(&graph.events[*node]));
    flood(graph, part, declared.chain([graph.entries[0]]).collect())
}

fn reached_from(graph: &Graph, part: &Part) -> Vec<bool> {
    flood(graph, part, graph.next[part.node].clone())
}

/// The nodes that are reached from `work`, not through the part nor through a new value of its local.
fn flood(graph: &Graph, part: &Part, mut work: Vec<Node>) -> Vec<bool> {
    let mut seen = vec![false; graph.events.len()];
    while let Some(node) = work.pop() {
        if core::mem::replace(&mut seen[node], true) || node == part.node {
            continue;
        }
        let ends =
            |next: &&Node| !matches!(graph.events[**next], Event::Declare(local) | Event::Assign(local, _) if local == part.local);
        work.extend(graph.next[node].iter().filter(ends));
    }
    seen
}
