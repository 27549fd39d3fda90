//! Control flow that suspends.

use proc_macro2::Span;
use quote::ToTokens;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    BinOp, Expr, ExprBinary, ExprForLoop, ExprIf, ExprLet, ExprLoop, ExprMatch, ExprWhile, Pat, RangeLimits, Token, Type,
    parse_quote, parse_quote_spanned,
};

use super::super::ir::{Arm, Block, Dest, Kind, Stmt};
use super::super::resolve::{collect_mentions, lent};
use super::super::{copy, make, suspends, syntax};
use super::{Lower, into_block, suspend};

/// Whether a branch suspends, or a condition that binds something: else only operands of the condition do.
pub fn if_needs_lowering(if_expr: &ExprIf) -> bool {
    suspends::block(&if_expr.then_branch)
        || if_expr.else_branch.as_ref().is_some_and(|(_, otherwise)| suspends::expr(otherwise))
        || binds(&if_expr.cond)
}

/// Whether the type of one branch is for the others to tell.
pub fn is_open(expr: &Expr) -> bool {
    match expr {
        Expr::If(if_expr) => {
            if_expr.else_branch.as_ref().is_some_and(|(_, otherwise)| ends_open(&if_expr.then_branch) || is_open(otherwise))
        }
        Expr::Match(match_expr) => match_expr.arms.iter().any(|arm| is_open(&arm.body)),
        Expr::Block(block) => ends_open(&block.block),
        Expr::Unsafe(block) => ends_open(&block.block),
        Expr::Paren(paren) => is_open(&paren.expr),
        Expr::Path(path) => path.path.segments.last().is_some_and(|last| last.ident == "None"),
        Expr::Call(call) => match &*call.func {
            Expr::Path(path) => {
                path.path.segments.last().is_some_and(|last| matches!(&*last.ident.to_string(), "Ok" | "Err" | "new" | "default"))
            }
            _ => false,
        },
        _ => false,
    }
}

fn ends_open(block: &syn::Block) -> bool {
    matches!(block.stmts.last(), Some(syn::Stmt::Expr(tail, None)) if is_open(tail))
}

fn binds(cond: &Expr) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_expr_let(&mut self, _: &'ast ExprLet) {
            self.0 = true;
        }
        fn visit_expr(&mut self, expr: &'ast Expr) {
            if matches!(expr, Expr::Let(_) | Expr::Binary(_) | Expr::Paren(_) | Expr::Group(_)) {
                visit::visit_expr(self, expr);
            }
        }
    }
    let mut finder = Finder(false);
    finder.visit_expr(cond);
    finder.0
}

/// The operands of a chain of `&&`.
fn conjuncts(cond: Expr, found: &mut Vec<Expr>) {
    match cond {
        Expr::Binary(ExprBinary { left, op: BinOp::And(_), right, .. }) => {
            conjuncts(*left, found);
            conjuncts(*right, found);
        }
        Expr::Group(group) => conjuncts(*group.expr, found),
        other => found.push(other),
    }
}

/// `0..n`, `(0..n).rev()`
fn is_range(items: &Expr) -> bool {
    match items {
        Expr::Range(_) => true,
        Expr::Paren(paren) => is_range(&paren.expr),
        Expr::MethodCall(call) => is_range(&call.receiver),
        _ => false,
    }
}

impl Lower<'_> {
    pub(super) fn if_expr(&mut self, if_expr: ExprIf, dest: Dest, out: &mut Vec<Stmt>) -> Option<Expr> {
        let ExprIf { cond, then_branch, else_branch, .. } = if_expr;
        if suspends::expr(&cond) && binds(&cond) {
            self.chain(*cond, then_branch, else_branch.map(|(_, otherwise)| *otherwise), dest, out);
            return None;
        }
        let mut operands = Vec::new();
        let mut cond = self.condition(*cond, &mut operands);
        if suspends::block(&then_branch) {
            self.hold_rest_of_condition(&mut cond);
        }
        let then = self.block(then_branch);
        let otherwise = else_branch.map(|(_, otherwise)| self.block(into_block(*otherwise)));
        let kind = Kind::If { cond, then, otherwise };
        operands.push(suspend(kind, Dest::Tail));
        self.finish_operands(operands, dest, out);
        None
    }

    /// A condition, or an operand of `&&` or `||`: its temporaries end with it.
    pub(super) fn condition(&mut self, cond: Expr, out: &mut Vec<Stmt>) -> Expr {
        if !suspends::expr(&cond) {
            return cond;
        }
        let span = cond.span();
        let mut operands = Vec::new();
        let residual = self.residual(cond, &mut operands);
        if operands.len() == 1 {
            out.append(&mut operands);
            return residual;
        }
        let (holds, pat) = self.temporary("holds", span, false);
        self.locals.infos[holds].copy = true;
        self.operand_scope(operands, residual, Dest::Let(pat), out);
        self.mention(holds, span)
    }

    /// `[source]  if a && let p = yield b && c { then } else { otherwise }`
    ///
    /// `[lowered] 'chain: { if a { let t = yield b; if let p = t && c { break 'chain then } } otherwise }`
    fn chain(&mut self, cond: Expr, then: syn::Block, otherwise: Option<Expr>, dest: Dest, out: &mut Vec<Stmt>) {
        let mut conds = Vec::new();
        conjuncts(cond, &mut conds);
        let span = then.span();
        let Some(otherwise) = otherwise else {
            let body = self.chain_links(conds, Expr::Block(syn::ExprBlock { attrs: Vec::new(), label: None, block: then }));
            out.push(suspend(Kind::Scope { label: None, body, is_unsafe: false, operands: true }, dest));
            return;
        };
        let label = self.fresh_label("chain");
        let body: Expr = parse_quote_spanned!(span=> break #label (#then));
        let mut block = self.chain_links(conds, body);
        if let Some(tail) = block.tail.take() {
            block.stmts.push(Stmt::Plain(syn::Stmt::Expr(tail, Some(Token![;](span)))));
        }
        if let Some(Stmt::Suspend(last)) = block.stmts.last_mut() {
            last.dest = Dest::Discard;
        }
        if suspends::expr(&otherwise) {
            block.tail = self.place_in(otherwise, Dest::Tail, &mut block.stmts);
        } else {
            block.tail = Some(otherwise);
        }
        out.push(suspend(Kind::Scope { label: Some(label), body: block, is_unsafe: false, operands: false }, dest));
    }

    fn chain_links(&mut self, mut conds: Vec<Expr>, body: Expr) -> Block {
        let mut block = Block::default();
        if conds.is_empty() {
            if suspends::expr(&body) {
                block.tail = self.place_in(body, Dest::Tail, &mut block.stmts);
            } else {
                block.tail = Some(body);
            }
            return block;
        }
        let plain = conds.iter().position(suspends::expr).unwrap_or(conds.len());
        let rest = conds.split_off(plain.max(1));
        let cond = if plain == 0 {
            match conds.remove(0) {
                Expr::Let(mut let_expr) => {
                    *let_expr.expr = self.residual(*let_expr.expr, &mut block.stmts);
                    Expr::Let(let_expr)
                }
                other => self.condition(other, &mut block.stmts),
            }
        } else {
            let mut conds = conds.into_iter();
            let first = conds.next().expect("one plain condition at least");
            conds.fold(first, |chain, cond| parse_quote!(#chain && #cond))
        };
        let then = self.chain_links(rest, body);
        if then.stmts.iter().any(|stmt| matches!(stmt, Stmt::Suspend(_))) {
            block.stmts.push(suspend(Kind::If { cond, then, otherwise: None }, Dest::Tail));
        } else {
            let stmts = then.stmts.iter().map(|stmt| match stmt {
                Stmt::Plain(plain) => plain,
                Stmt::Suspend(_) => unreachable!("checked above"),
            });
            let tail = &then.tail;
            block.tail = Some(parse_quote!(if #cond { #(#stmts)* #tail }));
        }
        block
    }

    pub(super) fn match_expr(&mut self, match_expr: ExprMatch, dest: Dest, out: &mut Vec<Stmt>) {
        let mut operands = Vec::new();
        let scrutinee = self.residual(*match_expr.expr, &mut operands);
        let arms = match_expr
            .arms
            .into_iter()
            .map(|mut arm| {
                if suspends::expr(&arm.body) {
                    self.hold_rest(&mut arm.pat, &scrutinee);
                }
                let guard = arm.guard.map(|(_, guard)| *guard);
                Arm { attrs: arm.attrs, pat: arm.pat, guard, body: self.block(into_block(*arm.body)) }
            })
            .collect();
        operands.push(suspend(Kind::Match { scrutinee, arms }, Dest::Tail));
        self.finish_operands(operands, dest, out);
    }

    pub(super) fn loop_expr(&mut self, loop_expr: ExprLoop, dest: Dest, out: &mut Vec<Stmt>) {
        let label = loop_expr.label.expect("suspending loops are labelled").name;
        let body = self.block(loop_expr.body);
        out.push(suspend(Kind::Loop { label, keyword: "Loop", body }, dest));
    }

    /// `[source]  while cond { body }`
    ///
    /// `[lowered] loop { if cond { body } else { break } }`
    pub(super) fn while_loop(&mut self, while_expr: ExprWhile, dest: Dest, out: &mut Vec<Stmt>) {
        let ExprWhile { label, cond, body, while_token, .. } = while_expr;
        let label = label.expect("suspending loops are labelled").name;
        let span = while_token.span;
        let leave = make::block(make::break_out(label.clone(), span), span);
        let turn = Expr::If(make::if_else(*cond, body, leave, span));
        let mut block = Block::default();
        block.tail = self.discard(turn, &mut block.stmts);
        out.push(suspend(Kind::Loop { label, keyword: "While", body: block }, dest));
    }

    fn discard(&mut self, expr: Expr, out: &mut Vec<Stmt>) -> Option<Expr> {
        if suspends::expr(&expr) { self.place_in(expr, Dest::Discard, out) } else { Some(expr) }
    }

    /// `[source]  for pat in items { body }`
    ///
    /// `[lowered] let mut iter = into_iter(items); loop { let Some(pat) = next(&mut iter) else { break }; body }`
    pub(super) fn for_loop(&mut self, for_loop: ExprForLoop, dest: Dest, out: &mut Vec<Stmt>) {
        let ExprForLoop { label, mut pat, expr, body, for_token, .. } = for_loop;
        let bindings = self.hold_rest_of_item(&mut pat, &expr);
        let label = label.expect("suspending loops are labelled").name;
        let span = expr.span();
        let mut scope = Block::default();
        let items = self.residual(*expr, &mut scope.stmts);
        let mut sources = Vec::new();
        collect_mentions(items.to_token_stream(), &mut |local, _| {
            sources.push(local);
            sources.extend(&self.locals.infos[local].sources);
        });
        let (iter, iter_pat) = self.temporary("iter", span, true);
        self.locals.infos[iter].sources = sources;
        self.locals.infos[iter].lent = lent(&items, self.locals);
        self.locals.infos[iter].counts = is_range(&items);
        self.locals.infos[iter].ty = self.range_type(&items);
        let items = make::core_call(&["iter", "IntoIterator", "into_iter"], items, span);
        scope.stmts.push(Stmt::Plain(make::let_stmt(iter_pat, items, None, span)));
        let iter = self.mention(iter, span);
        let next = make::core_call(&["iter", "Iterator", "next"], make::borrow_mut(iter, span), span);
        let mut turn = Block::default();
        let keyword = for_token.span;
        let leave = make::block(make::break_out(label.clone(), keyword), keyword);
        let advance = |pat| turn.stmts.push(Stmt::Plain(make::let_stmt(make::some(pat, keyword), next, Some(leave), keyword)));
        if matches!(&*pat, Pat::Ident(simple) if simple.subpat.is_none()) {
            advance(*pat);
        } else {
            let span = pat.span();
            let (item, item_pat) = self.temporary("item", span, false);
            self.locals.infos[item].trivial = matches!(&*pat, Pat::Reference(_));
            let item = self.mention(item, span);
            advance(item_pat);
            turn.stmts.push(Stmt::Plain(make::let_stmt(*pat, item, None, span)));
            turn.stmts.extend(bindings);
        }
        let mut body = self.block(body);
        turn.stmts.append(&mut body.stmts);
        turn.tail = body.tail;
        scope.stmts.push(suspend(Kind::Loop { label, keyword: "For", body: turn }, Dest::Tail));
        out.push(suspend(Kind::Scope { label: None, body: scope, is_unsafe: false, operands: true }, dest));
    }

    /// The type of a range, or of its reverse, where the type of its ends shows.
    fn range_type(&self, items: &Expr) -> Option<Type> {
        let span = Span::mixed_site();
        match items {
            Expr::Paren(paren) => self.range_type(&paren.expr),
            Expr::MethodCall(call) if call.method == "rev" && call.args.is_empty() => {
                Some(make::core_type(&["iter", "Rev"], self.range_type(&call.receiver)?, span))
            }
            Expr::Range(range) => {
                let name = match (&range.start, &range.limits, &range.end) {
                    (Some(_), RangeLimits::HalfOpen(_), Some(_)) => "Range",
                    (Some(_), RangeLimits::HalfOpen(_), None) => "RangeFrom",
                    (Some(_), RangeLimits::Closed(_), Some(_)) => "RangeInclusive",
                    _ => return None,
                };
                let element = copy::element(items, &|end| self.locals.type_of(end))?;
                Some(make::core_type(&["ops", name], element, span))
            }
            _ => None,
        }
    }

    /// `[source]  a && yield b`      `a || yield b`
    ///
    /// `[lowered] if a { yield b } else { false }`      `if a { true } else { yield b }`
    pub(super) fn short_circuit(&mut self, binary: ExprBinary, dest: Dest, out: &mut Vec<Stmt>) -> Option<Expr> {
        let ExprBinary { left, op, right, .. } = binary;
        let span = op.span();
        if !suspends::expr(&right) {
            let mut operands = Vec::new();
            let left = self.condition(*left, &mut operands);
            let whole: Expr = Expr::Binary(ExprBinary { attrs: Vec::new(), left: Box::new(left), op, right });
            if operands.len() > 1 {
                self.operand_scope(operands, whole, dest, out);
                return None;
            }
            out.append(&mut operands);
            return super::plain_into(whole, dest, out);
        }
        let right = syntax::as_value(*right);
        let (then, otherwise): (Expr, Expr) = match op {
            BinOp::And(_) => (right, parse_quote_spanned!(span=> { false })),
            _ => (parse_quote_spanned!(span=> { true }), right),
        };
        let cond = *left;
        let mut if_expr: ExprIf = parse_quote_spanned!(span=> if cond { #then } else { #otherwise });
        *if_expr.cond = cond;
        self.if_expr(if_expr, dest, out)
    }
}
