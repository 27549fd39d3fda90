//! The graph of events: a walk over the sections in evaluation order.

mod captures;
mod changes;
mod exprs;
mod jumps;
mod offers;
mod owned;
mod remains;
mod replaced;

pub use captures::captures_by_value;
pub use remains::borrows;

use quote::ToTokens;
use syn::{Attribute, Expr, Macro, Pat, Stmt};

use super::super::build::bound;
use super::super::locals::{Local, Locals, Mention, decode};
use super::super::make;
use super::super::resolve::{MENTIONS, collect_mentions};
use super::super::sections::{Chunk, Code, SectionId, Sections, Target, Value};
use super::super::std_macros::OpenedMacros;
use super::offered::Outcome;
use super::{Event, Graph, Node, Use};

pub fn graph(sections: &Sections, macros: &OpenedMacros, locals: &Locals) -> Graph {
    let mut walk = Walk::new(sections, macros, locals);
    for section in 0..sections.sections.len() {
        walk.section = section;
        let entry = walk.detached(Event::None);
        walk.graph.entries.push(entry);
    }
    walk.end = walk.detached(Event::None);
    for (id, section) in sections.sections.iter().enumerate() {
        walk.section = id;
        walk.at = walk.graph.entries[id];
        walk.chunk(&section.code, Use::Value);
    }
    walk.graph
}

struct Label {
    name: Option<String>,
    is_loop: bool,
    leave: Node,
    again: Option<Node>,
}

struct Walk<'a> {
    graph: Graph,
    sections: &'a Sections,
    macros: &'a OpenedMacros,
    locals: &'a Locals,
    section: SectionId,
    at: Node,
    labels: Vec<Label>,
    inside_closure: bool,
    /// Inside a `move` closure, which captures a mentioned field alone.
    by_move: bool,
    end: Node,
    /// Inside a chain, before its last condition.
    condition_follows: bool,
    /// The receiver that the assignment around it replaces.
    replaced: Option<Mention>,
    /// Locals that the condition around binds: they are plain variables in the rest of it.
    binding: Vec<Local>,
}

impl<'a> Walk<'a> {
    fn new(sections: &'a Sections, macros: &'a OpenedMacros, locals: &'a Locals) -> Self {
        Self {
            graph: Graph::new(sections, locals),
            sections,
            macros,
            locals,
            section: 0,
            at: 0,
            labels: Vec::new(),
            inside_closure: false,
            by_move: false,
            end: 0,
            replaced: None,
            binding: Vec::new(),
            condition_follows: false,
        }
    }
}

impl Walk<'_> {
    fn detached(&mut self, event: Event) -> Node {
        self.graph.events.push(event);
        self.graph.next.push(Vec::new());
        self.graph.section.push(self.section);
        self.graph.events.len() - 1
    }

    fn push(&mut self, event: Event) -> Node {
        let node = self.detached(event);
        self.edge(self.at, node);
        self.at = node;
        node
    }

    fn edge(&mut self, from: Node, to: Node) {
        self.graph.next[from].push(to);
    }

    /// What follows is not reached from here.
    fn cut(&mut self) {
        self.at = self.detached(Event::None);
    }

    fn jump(&mut self, to: Node) {
        self.edge(self.at, to);
        self.cut();
    }

    fn go_to(&mut self, section: SectionId) {
        self.graph.targets[self.section].push(section);
        self.jump(self.graph.entries[section]);
    }

    fn chunk(&mut self, chunk: &Chunk, usage: Use) {
        for code in &chunk.code {
            self.code(code);
        }
        if let Some(tail) = &chunk.tail {
            self.value(tail, usage);
        }
    }

    /// A scrutinee. `*x` taken apart by value counts as moving `x` out of its box.
    fn scrutinee(&mut self, expr: &Expr, pats: &[&Pat]) {
        self.guarded_scrutinee(expr, pats, pats);
    }

    /// The same, where only the arms `sure` have no guard.
    fn guarded_scrutinee(&mut self, expr: &Expr, pats: &[&Pat], sure: &[&Pat]) {
        if let Expr::Path(path) = expr
            && let Some((_, mention)) = path.path.get_ident().and_then(decode)
            && remains::after(pats, sure)
        {
            self.graph.whole_elsewhere.push(mention);
        }
        let usage = usage_of_all(pats);
        let takes_apart = usage == Use::Value && pats.iter().any(|pat| !matches!(pat, Pat::Ident(_) | Pat::Wild(_) | Pat::Type(_)));
        match expr {
            Expr::Unary(unary) if takes_apart && matches!(unary.op, syn::UnOp::Deref(_)) => self.expr(&unary.expr, Use::Value),
            // Part of a part may stay where it is.
            _ if usage == Use::Value && !remains::is_taken_whole(pats, sure) => self.copied(expr),
            _ => self.expr(expr, usage),
        }
    }

    fn code(&mut self, code: &Code) {
        self.offers_of(code);
        match code {
            Code::Plain(stmt) => self.stmt(stmt),
            Code::Eval(value, target) => {
                match (value, target) {
                    (Value::Plain(expr), Target::Let(pat)) => self.scrutinee(expr, &[pat]),
                    _ => self.value(value, Use::Value),
                }
                if let Target::Let(pat) = target {
                    self.declare(pat);
                }
            }
            Code::LetElse { pat, init, otherwise } => {
                self.offer_matched(init, &[pat]);
                self.scrutinee(init, &[pat, &make::wild()]);
                let fork = self.at;
                self.chunk(otherwise, Use::Value);
                self.at = fork;
                self.taken_apart(init, pat);
                self.declare(pat);
            }
            Code::Suspend { value, target, exit, .. } => {
                if let Some(value) = value {
                    self.yielded(value);
                }
                self.push(Event::Exit(*exit));
                self.go_to(*target);
            }
            Code::Goto { target, exit } => {
                self.push(Event::Exit(*exit));
                self.go_to(*target);
            }
            Code::Rebind(_) => {}
            Code::Finish(value) => {
                if let Some(value) = value {
                    self.value(value, Use::Value);
                }
                self.jump(self.end);
            }
        }
    }

    fn value(&mut self, value: &Value, usage: Use) {
        match value {
            Value::Plain(expr) => self.expr(expr, usage),
            Value::Argument | Value::Slot(_) | Value::LoopResult => {}
            Value::Block { label, chunk, .. } => {
                let leave = self.detached(Event::None);
                let name = label.as_ref().map(|label| label.ident.to_string());
                self.labels.push(Label { name, is_loop: false, leave, again: None });
                self.chunk(chunk, usage);
                self.labels.pop();
                self.edge(self.at, leave);
                self.at = leave;
            }
            Value::Loop { label, chunk } => self.repeat(Some(label), |this, _| this.chunk(chunk, Use::Value)),
            Value::If { cond, then, otherwise } => {
                let (yes, no) = self.cond(cond);
                self.at = yes;
                self.chunk(then, usage);
                let after_then = self.at;
                self.at = no;
                if let Some(otherwise) = otherwise {
                    self.chunk(otherwise, usage);
                }
                self.join(after_then);
            }
            Value::Match { scrutinee, arms } => {
                let pats: Vec<&Pat> = arms.iter().map(|arm| &arm.pat).collect();
                let sure: Vec<&Pat> = arms.iter().filter(|arm| arm.guard.is_none()).map(|arm| &arm.pat).collect();
                self.offer_matched(scrutinee, &pats);
                self.guarded_scrutinee(scrutinee, &pats, &sure);
                let mut ends = Vec::new();
                let mut fork = self.at;
                for arm in arms {
                    fork = self.arm(fork, scrutinee, &arm.pat, arm.guard.as_ref());
                    self.chunk(&arm.chunk, usage);
                    ends.push(self.at);
                }
                self.join_all(&ends);
            }
        }
    }

    /// Enters an arm from `fork`; returns where the next arm is tried from.
    fn arm(&mut self, fork: Node, scrutinee: &Expr, pat: &Pat, guard: Option<&Expr>) -> Node {
        self.at = fork;
        if guard.is_none() {
            self.taken_apart(scrutinee, pat);
        }
        self.push(Event::None);
        self.declare(pat);
        let Some(guard) = guard else { return fork };
        let outer = self.binding.len();
        self.binding.extend(bound(pat));
        let (yes, no) = self.cond(guard);
        self.binding.truncate(outer);
        let next = self.detached(Event::None);
        self.edge(fork, next);
        self.edge(no, next);
        self.at = yes;
        self.taken_apart(scrutinee, pat);
        next
    }

    /// `pat` has matched: where it binds by value, the local that is the scrutinee is gone.
    fn taken_apart(&mut self, scrutinee: &Expr, pat: &Pat) {
        let local = match scrutinee {
            Expr::Path(path) => path.path.get_ident().and_then(decode),
            _ => None,
        };
        self.push(match local {
            Some((local, mention)) if usage_of_all(&[pat]) == Use::Value => {
                Event::Gone(local, mention, bound(pat).first().copied())
            }
            _ => Event::None,
        });
    }

    fn join(&mut self, other: Node) {
        let here = self.at;
        self.at = self.detached(Event::None);
        self.edge(here, self.at);
        self.edge(other, self.at);
    }

    fn join_all(&mut self, ends: &[Node]) {
        self.at = self.detached(Event::None);
        for end in ends {
            self.edge(*end, self.at);
        }
    }

    fn declare(&mut self, pat: &Pat) {
        for local in bound(pat) {
            self.push(Event::Declare(local));
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        match stmt {
            Stmt::Local(local) => {
                if let Some(init) = &local.init {
                    let rest = make::wild();
                    let rest = init.diverge.as_ref().map(|_| &rest);
                    if init.diverge.is_some() {
                        self.offer_matched(&init.expr, &[&local.pat]);
                    }
                    self.scrutinee(&init.expr, &[&local.pat].into_iter().chain(rest).collect::<Vec<_>>());
                    if let Some((_, otherwise)) = &init.diverge {
                        let fork = self.at;
                        self.expr(otherwise, Use::Value);
                        self.at = fork;
                        self.taken_apart(&init.expr, &local.pat);
                    }
                }
                self.declare(&local.pat);
            }
            Stmt::Expr(expr, _) => self.expr(expr, Use::Value),
            Stmt::Macro(mac) => self.opaque(&mac.mac, &mac.attrs),
            Stmt::Item(_) => {}
        }
    }

    fn block(&mut self, block: &syn::Block) {
        for (index, stmt) in block.stmts.iter().enumerate() {
            let is_tail = matches!(stmt, Stmt::Expr(_, None)) && index + 1 == block.stmts.len();
            if !is_tail {
                self.offer_statement(stmt);
            }
            self.stmt(stmt);
        }
    }

    fn opaque(&mut self, mac: &Macro, attrs: &[Attribute]) {
        let mut found = Vec::new();
        collect_mentions(mac.tokens.clone(), &mut |local, mention| found.push((local, mention)));
        for attr in attrs.iter().filter(|attr| attr.path().is_ident(MENTIONS)) {
            collect_mentions(attr.to_token_stream(), &mut |local, mention| found.push((local, mention)));
        }
        for (local, mention) in found {
            self.push(Event::Use(local, mention, Use::Opaque));
        }
    }

    /// Evaluates a condition; returns the nodes from which it holds and does not.
    fn cond(&mut self, cond: &Expr) -> (Node, Node) {
        let outer = self.binding.len();
        let nodes = self.part_of_cond(cond);
        self.binding.truncate(outer);
        nodes
    }

    fn part_of_cond(&mut self, cond: &Expr) -> (Node, Node) {
        match cond {
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => {
                let outer = core::mem::replace(&mut self.condition_follows, true);
                let (yes, no) = self.part_of_cond(&binary.left);
                self.condition_follows = outer;
                self.at = yes;
                let (both, no_right) = self.part_of_cond(&binary.right);
                let neither = self.detached(Event::None);
                self.edge(no, neither);
                self.edge(no_right, neither);
                (both, neither)
            }
            Expr::Let(let_expr) => {
                let rest = make::wild();
                // Where a condition follows that does not hold, what was bound is gone all the same.
                let rest = (!self.condition_follows).then_some(&rest);
                self.offer_matched(&let_expr.expr, &[&let_expr.pat]);
                self.scrutinee(&let_expr.expr, &[&*let_expr.pat].into_iter().chain(rest).collect::<Vec<_>>());
                let fork = self.at;
                self.taken_apart(&let_expr.expr, &let_expr.pat);
                self.declare(&let_expr.pat);
                self.binding.extend(bound(&let_expr.pat));
                (self.at, fork)
            }
            Expr::Paren(paren) => self.part_of_cond(&paren.expr),
            Expr::Group(group) => self.part_of_cond(&group.expr),
            other => {
                self.is_flag(other);
                self.offer(other, &Outcome::Free);
                self.copied(other);
                let fork = self.at;
                (fork, fork)
            }
        }
    }

    fn mention(&mut self, local: Local, mention: Mention, usage: Use) {
        self.push(Event::Use(local, mention, usage));
    }
}

/// How a scrutinee is used: by value if a pattern binds anything by value.
pub(super) fn usage_of_all(pats: &[&Pat]) -> Use {
    use syn::visit::{self, Visit};
    struct ByValue(bool);
    impl<'ast> Visit<'ast> for ByValue {
        fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
            self.0 |= pat.by_ref.is_none() && decode(&pat.ident).is_some();
            visit::visit_pat_ident(self, pat);
        }
    }
    let mut by_value = ByValue(false);
    pats.iter().for_each(|pat| by_value.visit_pat(pat));
    if by_value.0 { Use::Value } else { Use::Reference }
}
