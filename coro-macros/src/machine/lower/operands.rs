//! Operands around a suspension: what is evaluated before it is put into locals, in order.

use quote::ToTokens;
use syn::spanned::Spanned;
use syn::{Expr, Pat, UnOp, parse_quote_spanned};

use super::super::flow::captures_by_value;
use super::super::ir::{Dest, Stmt};
use super::super::locals::{Local, decode, local_of};
use super::super::methods::consuming;
use super::super::resolve::collect_mentions;
use super::super::std_macros::Use;
use super::super::{copy, suspends};
use super::Lower;

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Usage {
    Value,
    /// Borrowed by the operation: a local or a field of one is read again after the suspension.
    Place,
    /// As `Place`, and the operation may write to it.
    Receiver,
}

impl Lower<'_> {
    /// `expr` with its suspensions taken out: they are emitted to `out`, the rest is plain.
    pub(super) fn residual(&mut self, expr: Expr, out: &mut Vec<Stmt>) -> Expr {
        if !suspends::expr(&expr) {
            return expr;
        }
        let span = expr.span();
        match expr {
            Expr::Paren(mut paren) => {
                match self.residual(*paren.expr, out) {
                    path @ Expr::Path(_) => return path,
                    other => *paren.expr = other,
                }
                Expr::Paren(paren)
            }
            Expr::Group(mut group) => {
                *group.expr = self.residual(*group.expr, out);
                Expr::Group(group)
            }
            Expr::Yield(mut yielded) => {
                if let Some(value) = yielded.expr.take() {
                    let value = self.residual(*value, out);
                    yielded.expr = Some(Box::new(self.hoist(value, out)));
                }
                self.as_temporary(Expr::Yield(yielded), out)
            }
            Expr::Block(_) | Expr::Unsafe(_) | Expr::Loop(_) | Expr::While(_) => self.as_temporary(expr, out),
            Expr::ForLoop(mut for_loop) if !suspends::block(&for_loop.body) => {
                *for_loop.expr = self.residual(*for_loop.expr, out);
                Expr::ForLoop(for_loop)
            }
            Expr::ForLoop(_) => self.as_temporary(expr, out),
            Expr::If(mut if_expr) if !super::control::if_needs_lowering(&if_expr) => {
                *if_expr.cond = self.condition(*if_expr.cond, out);
                Expr::If(if_expr)
            }
            Expr::If(_) => self.as_temporary(expr, out),
            Expr::Match(mut match_expr) if !match_expr.arms.iter().any(|arm| suspends::expr(&arm.body)) => {
                *match_expr.expr = self.residual(*match_expr.expr, out);
                Expr::Match(match_expr)
            }
            Expr::Match(_) => self.as_temporary(expr, out),
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_) | syn::BinOp::Or(_)) => {
                if suspends::expr(&binary.right) {
                    self.as_temporary(Expr::Binary(binary), out)
                } else {
                    let left = Box::new(self.condition(*binary.left, out));
                    Expr::Binary(syn::ExprBinary { left, ..binary })
                }
            }
            other => self.operation(other, span, out),
        }
    }

    fn as_temporary(&mut self, expr: Expr, out: &mut Vec<Stmt>) -> Expr {
        let span = expr.span();
        let name = if matches!(expr, Expr::Yield(_)) { "resumed" } else { "operand" };
        let (local, pat) = self.temporary(name, span, true);
        self.place_in(expr, Dest::Let(pat), out);
        self.mention(local, span)
    }

    /// A value that has branches, which a written type may unify.
    fn as_typed(&mut self, expr: Expr, ty: &syn::Type, out: &mut Vec<Stmt>) -> Expr {
        let span = expr.span();
        let (local, pat) = self.temporary("operand", span, true);
        let (pat, ty) = (Box::new(pat), Box::new(ty.clone()));
        let typed = syn::PatType { attrs: Vec::new(), pat, colon_token: syn::Token![:](span), ty };
        self.place_in(expr, Dest::Let(Pat::Type(typed)), out);
        self.mention(local, span)
    }

    fn operation(&mut self, mut expr: Expr, span: proc_macro2::Span, out: &mut Vec<Stmt>) -> Expr {
        match &mut expr {
            Expr::Binary(binary) if is_compound(&binary.op) => {
                self.assign(&mut binary.left, &mut binary.right, out);
                self.check_target(&binary.left, &mut binary.right);
            }
            Expr::Assign(assign) => self.assign(&mut assign.left, &mut assign.right, out),
            Expr::Break(jump) => {
                self.operands(jump.expr.as_deref_mut().map(|value| (value, Usage::Value)).into_iter().collect(), out)
            }
            Expr::Let(let_expr) => self.operands(vec![(&mut let_expr.expr, Usage::Place)], out),
            other => match self.operands_of(other) {
                Some(operands) => self.operands(operands, out),
                None => {
                    let message = "cannot yield inside this kind of expression; bind the value first: `let value = yield_!(..);`";
                    self.errors.push(&expr, message);
                    return parse_quote_spanned!(span=> ::core::unreachable!());
                }
            },
        }
        expr
    }

    /// The operands of an operation without control flow, in the order in which they are evaluated.
    pub(super) fn operands_of<'e>(&self, expr: &'e mut Expr) -> Option<Vec<(&'e mut Expr, Usage)>> {
        let value = |operand: &'e mut Expr| (operand, Usage::Value);
        Some(match expr {
            Expr::Binary(binary) => {
                let usage = if is_comparison(&binary.op) { Usage::Place } else { Usage::Value };
                vec![(&mut binary.left, usage), (&mut binary.right, usage)]
            }
            Expr::Call(call) => {
                let usages: Vec<Usage> = match self.macros.get(&call.func) {
                    Some(opened) => {
                        opened.args.iter().map(|arg| if arg.usage == Use::Value { Usage::Value } else { Usage::Place }).collect()
                    }
                    None => vec![Usage::Value; call.args.len()],
                };
                let callee = (&mut *call.func, Usage::Place);
                core::iter::once(callee).chain(call.args.iter_mut().zip(usages)).collect()
            }
            Expr::MethodCall(call) => {
                let usage = if consuming(&call.method.to_string()) { Usage::Value } else { Usage::Receiver };
                core::iter::once((&mut *call.receiver, usage)).chain(call.args.iter_mut().map(value)).collect()
            }
            Expr::Index(index) => vec![(&mut index.expr, Usage::Place), (&mut index.index, Usage::Value)],
            Expr::Field(field) => vec![(&mut field.base, Usage::Place)],
            Expr::Unary(unary) => {
                let usage = if matches!(unary.op, UnOp::Deref(_)) { Usage::Place } else { Usage::Value };
                vec![(&mut unary.expr, usage)]
            }
            Expr::Cast(cast) => vec![(&mut cast.expr, Usage::Value)],
            Expr::Reference(reference) => vec![(&mut reference.expr, Usage::Place)],
            Expr::RawAddr(raw) => vec![(&mut raw.expr, Usage::Place)],
            Expr::Range(range) => {
                [&mut range.start, &mut range.end].into_iter().flatten().map(|end| (&mut **end, Usage::Value)).collect()
            }
            Expr::Tuple(tuple) => tuple.elems.iter_mut().map(value).collect(),
            Expr::Array(array) => array.elems.iter_mut().map(value).collect(),
            Expr::Repeat(repeat) => vec![(&mut repeat.expr, Usage::Value)],
            Expr::Struct(literal) => {
                let fields = literal.fields.iter_mut().map(|field| (&mut field.expr, Usage::Value));
                fields.chain(literal.rest.as_deref_mut().map(|rest| (rest, Usage::Place))).collect()
            }
            _ => return None,
        })
    }

    /// The right side comes first, as for `=` and for `+=` on primitive types.
    fn assign(&mut self, target: &mut Expr, value: &mut Expr, out: &mut Vec<Stmt>) {
        if suspends::expr(target) {
            self.operands(vec![(value, Usage::Value), (target, Usage::Place)], out);
        } else if suspends::expr(value)
            && matches!(value, Expr::If(_) | Expr::Match(_) | Expr::Block(_) | Expr::Loop(_))
            && let Some(ty) = self.locals.type_of(target)
        {
            let branches = core::mem::replace(value, Expr::Verbatim(proc_macro2::TokenStream::new()));
            *value = self.as_typed(branches, &ty, out);
        } else {
            self.operands(vec![(value, Usage::Value)], out);
        }
    }

    /// On primitive types the right side of `+=` is evaluated first, on others the target. A local or a field of one is the same either
    /// way; another place has to be primitive.
    fn check_target(&mut self, target: &Expr, value: &mut Expr) {
        if !is_local_place(target) {
            let krate = self.krate;
            let span = value.span();
            *value = parse_quote_spanned!(span=> #krate::__private::primitive(#value));
        }
    }

    fn operands(&mut self, operands: Vec<(&mut Expr, Usage)>, out: &mut Vec<Stmt>) {
        let Some(last) = operands.iter().rposition(|(operand, _)| suspends::expr(operand)) else { return };
        let later = written_after(&operands, last);
        for (index, (operand, usage)) in operands.into_iter().enumerate().take(last + 1) {
            let taken = core::mem::replace(operand, Expr::Verbatim(proc_macro2::TokenStream::new()));
            *operand = match () {
                () if index < last => self.before(taken, usage, &later[index], out),
                () if self.ends_temporaries(&taken) => self.as_temporary(taken, out),
                () => self.residual(taken, out),
            };
        }
    }

    /// `format!`, a block in which the temporaries of its arguments end.
    fn ends_temporaries(&self, operand: &Expr) -> bool {
        let Expr::Call(call) = operand else { return false };
        let opened = self.macros.get(&call.func);
        opened.is_some_and(|opened| opened.path.segments.last().is_some_and(|last| last.ident == "format"))
    }

    /// An operand that is evaluated before a later one suspends.
    pub(super) fn before(&mut self, operand: Expr, usage: Usage, written: &[Local], out: &mut Vec<Stmt>) -> Expr {
        if let Some(closure) = closure_in(&operand)
            && self.may_wait(closure, written)
        {
            return operand;
        }
        let operand = self.residual(operand, out);
        let operand = if matches!(operand, Expr::Path(_)) { operand } else { self.hoist(operand, out) };
        match &operand {
            Expr::Lit(_) => return operand,
            Expr::Path(path) => match path.path.get_ident().and_then(decode) {
                None => return operand,
                Some((local, _)) => {
                    let disturbed = written.contains(&local);
                    let stays = usage == Usage::Place || self.locals.infos[local].copy || self.is_reference(local);
                    if usage == Usage::Receiver || !disturbed && stays {
                        return operand;
                    }
                }
            },
            // Behind a reference, it is a number, or it is borrowed again: nobody changes it meanwhile.
            Expr::Field(_) if usage == Usage::Value && self.is_field_of_reference(&operand, written) => return operand,
            Expr::Reference(reference) if copy::value(&reference.expr) && matches!(&*reference.expr, Expr::Lit(_)) => {
                return operand;
            }
            _ if usage != Usage::Value => return self.place_before(operand, usage, out),
            _ => {}
        }
        self.spill(operand, out)
    }

    /// To make the closure is seen by nobody: it may as well be made later, in the place that says what it is called with.
    fn may_wait(&self, (closure, wrapped): (&syn::ExprClosure, bool), written: &[Local]) -> bool {
        let mut changed = false;
        collect_mentions(closure.to_token_stream(), &mut |local, _| changed |= written.contains(&local));
        let owns = || closure.capture.is_some() || captures_by_value(closure, self.macros, self.locals);
        !(changed || wrapped && owns())
    }

    fn is_reference(&self, local: Local) -> bool {
        matches!(self.locals.infos[local].ty, Some(syn::Type::Reference(_)))
    }

    fn is_field_of_reference(&self, place: &Expr, written: &[Local]) -> bool {
        match place {
            Expr::Field(field) => self.is_field_of_reference(&field.base, written),
            Expr::Path(_) => local_of(place).is_some_and(|(local, _)| self.is_reference(local) && !written.contains(&local)),
            _ => false,
        }
    }

    fn place_before(&mut self, operand: Expr, usage: Usage, out: &mut Vec<Stmt>) -> Expr {
        match operand {
            Expr::Field(mut field) => {
                *field.base = self.place_before(*field.base, usage, out);
                Expr::Field(field)
            }
            Expr::Paren(mut paren) => {
                *paren.expr = self.place_before(*paren.expr, usage, out);
                Expr::Paren(paren)
            }
            Expr::Path(_) => operand,
            Expr::Unary(syn::ExprUnary { op: UnOp::Deref(_), ref expr, .. })
                if local_of(expr).is_some_and(|(local, _)| self.is_reference(local)) =>
            {
                operand
            }
            Expr::Index(_) | Expr::Unary(syn::ExprUnary { op: UnOp::Deref(_), .. }) if usage == Usage::Receiver => {
                let message = "this receiver would be borrowed while the argument yields; bind the argument first: `let value = yield_!(..);`";
                self.errors.push(&operand, message);
                operand
            }
            Expr::Index(mut index) => {
                *index.expr = self.place_before(*index.expr, usage, out);
                *index.index = self.before(*index.index, Usage::Value, &[], out);
                Expr::Index(index)
            }
            Expr::Unary(mut unary) if matches!(unary.op, UnOp::Deref(_)) => {
                *unary.expr = self.place_before(*unary.expr, usage, out);
                Expr::Unary(unary)
            }
            other => self.spill(other, out),
        }
    }

    fn spill(&mut self, operand: Expr, out: &mut Vec<Stmt>) -> Expr {
        let span = operand.span();
        let (local, pat) = self.temporary("operand", span, true);
        self.locals.infos[local].copy = copy::value(&operand);
        out.push(Stmt::Plain(parse_quote_spanned!(span=> let #pat = #operand;)));
        self.mention(local, span)
    }
}

/// The closure that `operand` is, or that it wraps in what the standard library has for it; and whether it does.
fn closure_in(operand: &Expr) -> Option<(&syn::ExprClosure, bool)> {
    match operand {
        Expr::Closure(closure) => Some((closure, false)),
        Expr::Call(call) if call.args.len() == 1 && is_wrapper(&call.func) => Some((closure_in(&call.args[0])?.0, true)),
        _ => None,
    }
}

fn is_wrapper(callee: &Expr) -> bool {
    let Expr::Path(path) = callee else { return false };
    let mut names = path.path.segments.iter().rev().map(|segment| segment.ident.to_string());
    match (names.next().as_deref(), names.next().as_deref()) {
        (Some("Some" | "Ok" | "Err"), _) => true,
        (Some("new"), Some(of)) => matches!(of, "Box" | "Rc" | "Arc" | "Cell" | "RefCell" | "Mutex" | "RwLock"),
        _ => false,
    }
}

/// By operand up to `last`: the locals that later ones may write to.
pub(super) fn written_after(operands: &[(&mut Expr, Usage)], last: usize) -> Vec<Vec<Local>> {
    let mut later = vec![Vec::new(); operands.len()];
    for index in (0..last).rev() {
        later[index] = later[index + 1].clone();
        writes(operands[index + 1].0, &mut later[index]);
    }
    later
}

pub(super) fn is_local_place(place: &Expr) -> bool {
    match place {
        Expr::Path(_) => true,
        Expr::Field(field) => is_local_place(&field.base),
        Expr::Paren(paren) => is_local_place(&paren.expr),
        _ => false,
    }
}

/// The locals that `expr` may assign or borrow mutably.
pub fn writes(expr: &Expr, found: &mut Vec<Local>) {
    use syn::visit::{self, Visit};
    struct Writes<'a>(&'a mut Vec<Local>);
    impl Writes<'_> {
        fn root(&mut self, place: &Expr) {
            match place {
                Expr::Path(path) => self.0.extend(path.path.get_ident().and_then(decode).map(|(local, _)| local)),
                Expr::Field(field) => self.root(&field.base),
                Expr::Index(index) => self.root(&index.expr),
                Expr::Unary(unary) => self.root(&unary.expr),
                Expr::Paren(paren) => self.root(&paren.expr),
                Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.root(elem)),
                _ => {}
            }
        }
    }
    impl<'ast> Visit<'ast> for Writes<'_> {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            match expr {
                Expr::Assign(assign) => self.root(&assign.left),
                Expr::Binary(binary) if is_compound(&binary.op) => self.root(&binary.left),
                Expr::Reference(reference) if reference.mutability.is_some() => self.root(&reference.expr),
                Expr::MethodCall(call) => self.root(&call.receiver),
                _ => {}
            }
            visit::visit_expr(self, expr);
        }
        fn visit_macro(&mut self, mac: &'ast syn::Macro) {
            collect_mentions(mac.tokens.clone(), &mut |local, _| self.0.push(local));
        }
    }
    Writes(found).visit_expr(expr);
}

pub fn is_compound(op: &syn::BinOp) -> bool {
    use syn::BinOp as Op;
    matches!(
        op,
        Op::AddAssign(_)
            | Op::SubAssign(_)
            | Op::MulAssign(_)
            | Op::DivAssign(_)
            | Op::RemAssign(_)
            | Op::BitXorAssign(_)
            | Op::BitAndAssign(_)
            | Op::BitOrAssign(_)
            | Op::ShlAssign(_)
            | Op::ShrAssign(_)
    )
}

pub fn is_comparison(op: &syn::BinOp) -> bool {
    use syn::BinOp as Op;
    matches!(op, Op::Eq(_) | Op::Ne(_) | Op::Lt(_) | Op::Le(_) | Op::Gt(_) | Op::Ge(_))
}
