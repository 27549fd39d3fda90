//! Arguments whose elided lifetimes meet in one local get one lifetime.
//!
//! `let longer = if a.len() > b.len() { a } else { b };` has a type with the lifetime that `a` and `b` have in common. Where the local
//! is kept, that lifetime is part of what the function returns, so it has to have a name (E0700). What the caller gets is bound by both
//! either way.

use crate::input::names::Names;
use std::collections::{BTreeSet, HashMap};
use syn::{
    Block, Expr, FnArg, Lifetime, Pat, Signature, Stmt, Type, parse_quote,
    spanned::Spanned,
    visit::{self, Visit},
    visit_mut::{self, VisitMut},
};

/// Numbers of arguments.
type Arguments = BTreeSet<usize>;

/// Names the elided lifetimes of arguments that meet in a local of `body`.
pub fn unite(sig: &mut Signature, body: &Block, names: &mut Names) {
    let mut flow = Flow::default();
    for (index, argument) in sig.inputs.iter().enumerate() {
        flow.argument(index, argument);
    }
    // What is assigned in a loop may flow into what stands before.
    for _ in 0..2 {
        flow.visit_block(body);
    }
    if flow.meeting.is_empty() {
        return;
    }
    let mut namer = Namer { depth: 0, by_depth: Vec::new(), names };
    for index in flow.meeting {
        namer.visit_fn_arg_mut(&mut sig.inputs[index]);
    }
    for lifetime in namer.by_depth.into_iter().rev() {
        sig.generics.params.insert(0, parse_quote!(#lifetime));
        sig.generics.lt_token.get_or_insert_with(Default::default);
        sig.generics.gt_token.get_or_insert_with(Default::default);
    }
}

#[derive(Default)]
struct Flow {
    /// By name: the arguments that it may borrow from. Shadowed names share an entry.
    from: HashMap<String, Arguments>,
    meeting: Arguments,
}

impl Flow {
    fn argument(&mut self, index: usize, argument: &FnArg) {
        let elides = match argument {
            FnArg::Receiver(receiver) => matches!(&receiver.reference, Some((_, None))),
            FnArg::Typed(typed) => elides(&typed.ty),
        };
        if elides {
            match argument {
                FnArg::Receiver(_) => self.add("self".to_owned(), Arguments::from([index])),
                FnArg::Typed(typed) => self.bind(&typed.pat, &Arguments::from([index])),
            }
        }
    }

    fn add(&mut self, name: String, arguments: Arguments) {
        let known = self.from.entry(name).or_default();
        known.extend(arguments);
        if known.len() > 1 {
            self.meeting.extend(known.iter());
        }
    }

    fn bind(&mut self, pat: &Pat, arguments: &Arguments) {
        struct Bound<'a>(&'a mut Flow, &'a Arguments);
        impl<'ast> Visit<'ast> for Bound<'_> {
            fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
                self.0.add(pat.ident.to_string(), self.1.clone());
                visit::visit_pat_ident(self, pat);
            }
        }
        if !arguments.is_empty() {
            Bound(self, arguments).visit_pat(pat);
        }
    }

    /// The arguments that the value of `expr` may borrow from.
    fn of(&self, expr: &Expr) -> Arguments {
        let all = |exprs: &mut dyn Iterator<Item = &Expr>| exprs.flat_map(|expr| self.of(expr)).collect();
        match expr {
            Expr::Path(path) => {
                path.path.get_ident().and_then(|name| self.from.get(&name.to_string())).cloned().unwrap_or_default()
            }
            Expr::Reference(reference) => self.of(&reference.expr),
            Expr::Field(field) => self.of(&field.base),
            Expr::Index(index) => self.of(&index.expr),
            Expr::Unary(unary) if matches!(unary.op, syn::UnOp::Deref(_)) => self.of(&unary.expr),
            Expr::Paren(paren) => self.of(&paren.expr),
            Expr::Try(question) => self.of(&question.expr),
            Expr::If(if_expr) => {
                let mut found = self.of_block(&if_expr.then_branch);
                found.extend(if_expr.else_branch.iter().flat_map(|(_, otherwise)| self.of(otherwise)));
                found
            }
            Expr::Match(match_expr) => all(&mut match_expr.arms.iter().map(|arm| &*arm.body)),
            Expr::Block(block) => self.of_block(&block.block),
            Expr::Array(array) => all(&mut array.elems.iter()),
            Expr::Tuple(tuple) => all(&mut tuple.elems.iter()),
            Expr::Call(call) => all(&mut call.args.iter()),
            Expr::Struct(literal) => all(&mut literal.fields.iter().map(|field| &field.expr)),
            Expr::MethodCall(call) if makes_its_own(&call.method.to_string()) => Arguments::new(),
            Expr::MethodCall(call) => {
                let mut found = self.of(&call.receiver);
                if joins(&call.method.to_string()) {
                    found.extend(call.args.iter().flat_map(|arg| self.of(arg)));
                }
                found
            }
            Expr::Macro(mac) if mac.mac.path.is_ident("vec") => {
                let parser = syn::punctuated::Punctuated::<Expr, syn::Token![,]>::parse_terminated;
                mac.mac.parse_body_with(parser).map_or_else(|_| Arguments::new(), |elems| all(&mut elems.iter()))
            }
            _ => Arguments::new(),
        }
    }

    fn of_block(&self, block: &Block) -> Arguments {
        match block.stmts.last() {
            Some(Stmt::Expr(tail, None)) => self.of(tail),
            _ => Arguments::new(),
        }
    }

    /// `arguments` flow into the local at the root of `place`.
    fn assign(&mut self, place: &Expr, arguments: Arguments) {
        match place {
            Expr::Path(path) if !arguments.is_empty() => {
                if let Some(name) = path.path.get_ident() {
                    self.add(name.to_string(), arguments);
                }
            }
            Expr::Field(field) => self.assign(&field.base, arguments),
            Expr::Index(index) => self.assign(&index.expr, arguments),
            _ => {}
        }
    }
}

impl<'ast> Visit<'ast> for Flow {
    fn visit_local(&mut self, local: &'ast syn::Local) {
        visit::visit_local(self, local);
        if let Some(init) = &local.init {
            let arguments = self.of(&init.expr);
            self.bind(&local.pat, &arguments);
        }
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Assign(assign) => self.assign(&assign.left, self.of(&assign.right)),
            Expr::MethodCall(call) if fills(&call.method.to_string()) => {
                let arguments = call.args.iter().flat_map(|arg| self.of(arg)).collect();
                self.assign(&call.receiver, arguments);
            }
            Expr::ForLoop(for_loop) => {
                let arguments = self.of(&for_loop.expr);
                if arguments.len() > 1 {
                    self.meeting.extend(arguments.iter());
                }
                self.bind(&for_loop.pat, &arguments);
            }
            Expr::Let(let_expr) => {
                let arguments = self.of(&let_expr.expr);
                self.bind(&let_expr.pat, &arguments);
            }
            Expr::Match(match_expr) => {
                let arguments = self.of(&match_expr.expr);
                match_expr.arms.iter().for_each(|arm| self.bind(&arm.pat, &arguments));
            }
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_item(&mut self, _: &'ast syn::Item) {}
}

/// Methods whose result borrows nothing.
fn makes_its_own(name: &str) -> bool {
    const OWN: &[&str] = &[
        "clone",
        "contains",
        "count",
        "eq",
        "find",
        "is_empty",
        "len",
        "max",
        "min",
        "parse",
        "position",
        "sum",
        "to_owned",
        "to_string",
        "to_vec",
    ];
    OWN.contains(&name) || name.starts_with("is_") || name.starts_with("to_")
}

/// Methods whose result has what is given in one type with the receiver.
fn joins(name: &str) -> bool {
    matches!(name, "chain" | "or" | "unwrap_or" | "min" | "max" | "zip")
}

/// Methods that put what is given into the receiver.
fn fills(name: &str) -> bool {
    matches!(name, "push" | "push_back" | "push_front" | "insert" | "extend" | "replace" | "append")
}

/// Whether a lifetime is left out of `ty`.
fn elides(ty: &Type) -> bool {
    struct Elided(bool);
    impl<'ast> Visit<'ast> for Elided {
        fn visit_type_reference(&mut self, reference: &'ast syn::TypeReference) {
            self.0 |= reference.lifetime.is_none();
            visit::visit_type_reference(self, reference);
        }
        fn visit_lifetime(&mut self, lifetime: &'ast Lifetime) {
            self.0 |= lifetime.ident == "_";
        }
        fn visit_type_bare_fn(&mut self, _: &'ast syn::TypeBareFn) {}
        fn visit_parenthesized_generic_arguments(&mut self, _: &'ast syn::ParenthesizedGenericArguments) {}
    }
    let mut elided = Elided(false);
    elided.visit_type(ty);
    elided.0
}

/// Lifetimes at one depth get one name: those inside a reference may not be shortened.
struct Namer<'a> {
    depth: usize,
    by_depth: Vec<Lifetime>,
    names: &'a mut Names,
}

impl Namer<'_> {
    fn lifetime(&mut self, span: proc_macro2::Span) -> Lifetime {
        while self.by_depth.len() <= self.depth {
            let name = self.names.lifetime(span);
            self.by_depth.push(name);
        }
        self.by_depth[self.depth].clone()
    }
}

impl VisitMut for Namer<'_> {
    fn visit_receiver_mut(&mut self, receiver: &mut syn::Receiver) {
        if let Some((_, lifetime @ None)) = &mut receiver.reference {
            *lifetime = Some(self.lifetime(receiver.self_token.span()));
        }
    }

    fn visit_type_reference_mut(&mut self, reference: &mut syn::TypeReference) {
        if reference.lifetime.is_none() {
            reference.lifetime = Some(self.lifetime(reference.and_token.span()));
        }
        self.depth += 1;
        visit_mut::visit_type_reference_mut(self, reference);
        self.depth -= 1;
    }

    fn visit_lifetime_mut(&mut self, lifetime: &mut Lifetime) {
        if lifetime.ident == "_" {
            *lifetime = self.lifetime(lifetime.span());
        }
    }

    fn visit_pat_mut(&mut self, _: &mut Pat) {}
    fn visit_type_bare_fn_mut(&mut self, _: &mut syn::TypeBareFn) {}
    fn visit_parenthesized_generic_arguments_mut(&mut self, _: &mut syn::ParenthesizedGenericArguments) {}
}
