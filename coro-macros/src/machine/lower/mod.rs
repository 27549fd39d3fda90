//! Third pass: from the resolved body to the IR. What suspends becomes statements in evaluation order.

mod control;
mod operands;
mod rest;
mod temporaries;

pub use operands::{is_comparison, is_compound, writes};
use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, ExprPath, Local as LetStmt, LocalInit, Pat, PatIdent, Token, parse_quote};

use super::ir::{Block, Dest, Kind, Stmt, Suspend};
use super::locals::{Local, Locals, decode};
use super::resolve::lent;
use super::std_macros::OpenedMacros;
use super::{make, suspends};
use crate::error::Errors;

pub struct Lower<'a> {
    pub locals: &'a mut Locals,
    pub krate: &'a syn::Path,
    pub macros: &'a OpenedMacros,
    pub errors: &'a mut Errors,
    pub items: Vec<syn::Item>,
    /// All of it, as it was written.
    pub body: &'a syn::Block,
    /// How many suspending blocks are open.
    pub depth: usize,
    pub labels: usize,
}

impl Lower<'_> {
    pub fn block(&mut self, block: syn::Block) -> Block {
        let mut lowered = Block::default();
        let last = block.stmts.len().wrapping_sub(1);
        if self.depth > 0 && block.stmts.iter().any(|stmt| matches!(stmt, syn::Stmt::Item(_))) {
            self.check_items(&block);
        }
        self.depth += 1;
        let suspends_last = block.stmts.iter().rposition(suspends::stmt);
        for (index, mut stmt) in block.stmts.into_iter().enumerate() {
            if suspends_last.is_some_and(|last| index < last) {
                self.check_guard(&stmt);
            }
            if let syn::Stmt::Local(local) = &mut stmt
                && suspends_last.is_some_and(|last| index < last)
            {
                self.note_lent(local);
                self.extend(local, &mut lowered.stmts);
            }
            self.stmt(stmt, index == last, &mut lowered);
        }
        self.depth -= 1;
        lowered
    }

    fn note_lent(&mut self, local: &LetStmt) {
        if let (Pat::Ident(pat), Some(init)) = (&local.pat, &local.init)
            && let Some((bound, _)) = decode(&pat.ident)
        {
            self.locals.infos[bound].lent = lent(&init.expr, self.locals);
        }
    }

    /// Macros that are known to declare a guard: it would end at the next yield.
    fn check_guard(&mut self, stmt: &syn::Stmt) {
        let mac = match stmt {
            syn::Stmt::Macro(mac) => &mac.mac,
            syn::Stmt::Expr(Expr::Macro(mac), _) => &mac.mac,
            _ => return,
        };
        let Some(name) = mac.path.segments.last().map(|last| &last.ident) else { return };
        if matches!(&*name.to_string(), "defer" | "defer_on_success" | "defer_on_unwind") {
            let message = format!(
                "what `{name}!` declares would end at the next yield: a coroutine does not see it; write the `let` and its guard yourself, or make the coroutine `boxed`"
            );
            self.errors.push(name, message);
        }
    }

    /// An item in an inner block becomes one of the whole function: it must not stand for something else there.
    fn check_items(&mut self, block: &syn::Block) {
        let (mut inside, mut everywhere) = (Vec::new(), Vec::new());
        identifiers(block.to_token_stream(), &mut inside);
        identifiers(self.body.to_token_stream(), &mut everywhere);
        for stmt in &block.stmts {
            let syn::Stmt::Item(item) = stmt else { continue };
            for name in item_names(item) {
                let count = |all: &[String]| all.iter().filter(|known| name == known.as_str()).count();
                if count(&everywhere) > count(&inside) {
                    let message = format!(
                        "`{name}` is named outside of this block too, where a coroutine would see this item; give it another name, or define it outside of the function"
                    );
                    self.errors.push(name, message);
                }
            }
        }
    }

    fn stmt(&mut self, stmt: syn::Stmt, is_last: bool, block: &mut Block) {
        match stmt {
            // It may be several statements, and then a value.
            syn::Stmt::Macro(mac) if is_last && mac.semi_token.is_none() => {
                let value = syn::Stmt::Macro(mac);
                block.tail = Some(parse_quote!({ #value }));
            }
            syn::Stmt::Item(item) if !matches!(item, syn::Item::Macro(_)) => self.items.push(item),
            syn::Stmt::Expr(expr, None) if is_last => {
                if suspends::expr(&expr) {
                    block.tail = self.place_in(expr, Dest::Tail, &mut block.stmts);
                } else {
                    block.tail = Some(expr);
                }
            }
            syn::Stmt::Local(local) if suspends::stmt(&syn::Stmt::Local(local.clone())) => self.let_stmt(local, &mut block.stmts),
            syn::Stmt::Expr(expr, semi) if suspends::expr(&expr) => {
                // Its branches say what type the value has that nobody wants.
                let dest = if semi.is_some() && control::is_open(&expr) { Dest::Let(make::wild()) } else { Dest::Discard };
                self.place_in(expr, dest, &mut block.stmts);
            }
            plain => block.stmts.push(Stmt::Plain(plain)),
        }
    }

    fn let_stmt(&mut self, local: LetStmt, out: &mut Vec<Stmt>) {
        let LetStmt { pat, init, let_token, .. } = local;
        let LocalInit { expr, diverge, .. } = init.expect("a `let` that suspends has an initialiser");
        let Some((_, otherwise)) = diverge else {
            match *expr {
                Expr::Reference(mut reference) if temporaries::is_extended(&reference) => {
                    let (extended, extended_pat) = self.temporary("temporary", reference.expr.span(), true);
                    let span = reference.expr.span();
                    self.place_in(*reference.expr, Dest::Let(extended_pat), out);
                    *reference.expr = self.mention(extended, span);
                    out.push(Stmt::Plain(parse_quote!(let #pat = #reference;)));
                }
                other => {
                    self.place_in(other, Dest::Let(pat), out);
                }
            }
            return;
        };
        let init = self.residual(*expr, out);
        if suspends::expr(&otherwise) {
            let otherwise = self.block(into_block(*otherwise));
            out.push(suspend(Kind::LetElse { pat, init, otherwise }, Dest::Discard));
        } else {
            let mut plain: syn::Stmt = parse_quote!(let #pat = #init else #otherwise;);
            if let syn::Stmt::Local(local) = &mut plain {
                local.let_token = let_token;
            }
            out.push(Stmt::Plain(plain));
        }
    }

    /// Evaluates `expr`, which suspends, into `dest`. A plain value for the enclosing block is returned, not emitted.
    fn place_in(&mut self, expr: Expr, dest: Dest, out: &mut Vec<Stmt>) -> Option<Expr> {
        match expr {
            Expr::Paren(paren) => self.place_in(*paren.expr, dest, out),
            Expr::Group(group) => self.place_in(*group.expr, dest, out),
            Expr::Yield(yielded) => {
                let span = yielded.yield_token.span;
                let mut operands = Vec::new();
                let value = yielded.expr.map(|value| {
                    let value = self.residual(*value, &mut operands);
                    self.hoist(value, &mut operands)
                });
                operands.push(suspend(Kind::Yield { value, span }, Dest::Tail));
                self.finish_operands(operands, dest, out);
                None
            }
            Expr::Block(block) => {
                let label = block.label.map(|label| label.name);
                self.scope(block.block, label, false, dest, out);
                None
            }
            Expr::Unsafe(block) => {
                self.scope(block.block, None, true, dest, out);
                None
            }
            Expr::If(if_expr) if control::if_needs_lowering(&if_expr) => self.if_expr(if_expr, dest, out),
            Expr::Match(match_expr) if match_expr.arms.iter().any(|arm| suspends::expr(&arm.body)) => {
                self.match_expr(match_expr, dest, out);
                None
            }
            Expr::Loop(loop_expr) => {
                self.loop_expr(loop_expr, dest, out);
                None
            }
            Expr::While(while_expr) => {
                self.while_loop(while_expr, dest, out);
                None
            }
            Expr::ForLoop(for_loop) if suspends::block(&for_loop.body) => {
                self.for_loop(for_loop, dest, out);
                None
            }
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_) | syn::BinOp::Or(_)) => {
                self.short_circuit(binary, dest, out)
            }
            other => {
                let extends = matches!(dest, Dest::Let(_)) && extends_temporaries(&other);
                let mut operands = Vec::new();
                let residual = self.residual(other, &mut operands);
                if operands.len() > 1 && !extends {
                    self.operand_scope(operands, residual, dest, out);
                    return None;
                }
                out.append(&mut operands);
                plain_into(residual, dest, out)
            }
        }
    }

    /// Closes a list of operand statements, the last of which holds the value.
    fn finish_operands(&mut self, mut operands: Vec<Stmt>, dest: Dest, out: &mut Vec<Stmt>) {
        if operands.len() == 1 {
            let Some(Stmt::Suspend(only)) = operands.pop() else { return };
            out.push(suspend(only.kind, dest));
        } else {
            let body = Block { stmts: operands, tail: None };
            out.push(suspend(Kind::Scope { label: None, body, is_unsafe: false, operands: true }, dest));
        }
    }

    fn operand_scope(&mut self, operands: Vec<Stmt>, residual: Expr, dest: Dest, out: &mut Vec<Stmt>) {
        let mut body = Block { stmts: operands, tail: Some(residual) };
        if matches!(dest, Dest::Discard) {
            let value = body.tail.take().expect("just set");
            body.stmts.push(Stmt::Plain(syn::Stmt::Expr(value, Some(Token![;](Span::mixed_site())))));
        }
        out.push(suspend(Kind::Scope { label: None, body, is_unsafe: false, operands: true }, dest));
    }

    fn scope(&mut self, block: syn::Block, label: Option<syn::Lifetime>, is_unsafe: bool, dest: Dest, out: &mut Vec<Stmt>) {
        let body = self.block(block);
        out.push(suspend(Kind::Scope { label, body, is_unsafe, operands: false }, dest));
    }

    /// A new local of ours, with its pattern.
    fn temporary(&mut self, name: &str, span: Span, mutable: bool) -> (Local, Pat) {
        let ident = Ident::new(name, Span::mixed_site().located_at(span));
        let local = self.locals.declare(ident, mutable);
        self.locals.infos[local].generated = true;
        let coded = self.locals.declaration(local, span);
        let mutability = mutable.then(|| Token![mut](span));
        let pat = PatIdent { attrs: Vec::new(), by_ref: None, mutability, ident: coded, subpat: None };
        (local, Pat::Ident(pat))
    }

    fn mention(&mut self, local: Local, span: Span) -> Expr {
        let path = self.locals.mention(local, span).into();
        Expr::Path(ExprPath { attrs: Vec::new(), qself: None, path })
    }

    fn fresh_label(&mut self, name: &str) -> syn::Lifetime {
        self.labels += 1;
        syn::Lifetime::new(&format!("'{name}{}", self.labels), Span::mixed_site())
    }
}

/// What `item` brings into scope.
fn item_names(item: &syn::Item) -> Vec<&Ident> {
    match item {
        syn::Item::Const(item) => vec![&item.ident],
        syn::Item::Static(item) => vec![&item.ident],
        syn::Item::Fn(item) => vec![&item.sig.ident],
        syn::Item::Struct(item) => vec![&item.ident],
        syn::Item::Enum(item) => vec![&item.ident],
        syn::Item::Type(item) => vec![&item.ident],
        syn::Item::Trait(item) => vec![&item.ident],
        syn::Item::Macro(item) => item.ident.iter().collect(),
        syn::Item::Use(item) => {
            let mut names = Vec::new();
            imported(&item.tree, &mut names);
            names
        }
        _ => Vec::new(),
    }
}

fn imported<'t>(tree: &'t syn::UseTree, names: &mut Vec<&'t Ident>) {
    match tree {
        syn::UseTree::Path(path) => imported(&path.tree, names),
        syn::UseTree::Name(name) => names.push(&name.ident),
        syn::UseTree::Rename(rename) => names.push(&rename.rename),
        syn::UseTree::Group(group) => group.items.iter().for_each(|tree| imported(tree, names)),
        syn::UseTree::Glob(_) => {}
    }
}

/// Every identifier in `tokens`, as often as it stands there.
fn identifiers(tokens: proc_macro2::TokenStream, found: &mut Vec<String>) {
    for token in tokens {
        match token {
            proc_macro2::TokenTree::Group(group) => identifiers(group.stream(), found),
            proc_macro2::TokenTree::Ident(ident) => found.push(ident.to_string()),
            _ => {}
        }
    }
}

pub fn suspend(kind: Kind, dest: Dest) -> Stmt {
    Stmt::Suspend(Suspend { kind, dest })
}

fn plain_into(value: Expr, dest: Dest, out: &mut Vec<Stmt>) -> Option<Expr> {
    match dest {
        Dest::Tail => return Some(value),
        Dest::Discard => out.push(Stmt::Plain(syn::Stmt::Expr(value, Some(Token![;](Span::mixed_site()))))),
        Dest::Let(pat) => out.push(Stmt::Plain(make::let_stmt(pat, value, None, Span::call_site()))),
    }
    None
}

fn into_block(expr: Expr) -> syn::Block {
    match expr {
        Expr::Block(block) if block.label.is_none() => block.block,
        other => {
            let brace_token = syn::token::Brace(Span::mixed_site());
            syn::Block { brace_token, stmts: vec![syn::Stmt::Expr(other, None)] }
        }
    }
}

/// Whether `let x = expr;` extends the life of a temporary in `expr`.
fn extends_temporaries(expr: &Expr) -> bool {
    match expr {
        Expr::Reference(_) => true,
        Expr::Paren(paren) => extends_temporaries(&paren.expr),
        Expr::Tuple(tuple) => tuple.elems.iter().any(extends_temporaries),
        Expr::Array(array) => array.elems.iter().any(extends_temporaries),
        Expr::Struct(literal) => literal.fields.iter().any(|field| extends_temporaries(&field.expr)),
        Expr::Cast(cast) => extends_temporaries(&cast.expr),
        _ => false,
    }
}
