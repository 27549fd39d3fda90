//! Fields of a `&mut` parameter that is mentioned by its fields only, each as a `&mut` of its own.
//!
//! ```text
//! [source]   for word in config.words.iter_mut() { config.hits += 1; yield word.len(); }       config: &mut Config
//! [lowered]  let config_words = &mut config.words; let config_hits = &mut config.hits;
//!            for word in (*config_words).iter_mut() { *config_hits += 1; yield word.len(); }
//! ```
//!
//! A field that is only read is a `&`, which may be lent again and again. What is borrowed through a `&mut` and kept takes the `&mut` with it:
//! `config_words`, and `config_hits` stays. It is done only where something may be
//! kept that borrows one field, while another one is mentioned.

use proc_macro2::Span;
use quote::{ToTokens, format_ident};
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, ExprField, Member, Stmt, Type, parse_quote_spanned};

use super::locals::{Local, Locals, local_of, root};
use super::lower::is_compound;
use super::methods::{counts, owns, reads};
use super::resolve::collect_mentions;
use super::std_macros::{OpenedMacros, Use};
use super::suspends;

/// Splits what has to be split of `params`, in `block`.
pub fn split(block: &mut Block, params: &[Local], macros: &OpenedMacros, locals: &mut Locals) {
    let mut made = Vec::new();
    for param in params {
        if !locals.infos[*param].ty.as_ref().is_some_and(is_plain_mut) {
            continue;
        }
        let mut fields = Fields { local: *param, macros, found: Vec::new(), mentions: 0, kept: false };
        fields.visit_block(block);
        let mut all = 0;
        collect_mentions(block.to_token_stream(), &mut |local, _| all += usize::from(local == *param));
        let pays = fields.found.len() > 1 || fields.found.iter().any(|(_, reads)| *reads);
        if fields.kept && fields.mentions == all && pays {
            made.extend(divide(block, &fields, locals));
        }
    }
    block.stmts.splice(0..0, made);
}

/// `&mut Type`, where the fields of the type are its own as far as it shows.
fn is_plain_mut(ty: &Type) -> bool {
    const OTHERS: &[&str] = &["Guard", "Ref", "RefMut", "Rc", "Arc", "Pin", "Entry", "Cow"];
    match ty {
        Type::Reference(reference) if reference.mutability.is_some() => match &*reference.elem {
            Type::Path(path) => path.path.segments.last().is_some_and(|last| {
                let name = last.ident.to_string();
                !OTHERS.iter().any(|other| name.ends_with(other))
            }),
            Type::Tuple(_) => true,
            _ => false,
        },
        Type::Paren(paren) => is_plain_mut(&paren.elem),
        Type::Group(group) => is_plain_mut(&group.elem),
        _ => false,
    }
}

struct Fields<'a> {
    local: Local,
    macros: &'a OpenedMacros,
    /// In the order in which they are first mentioned, and whether they are only read.
    found: Vec<(Member, bool)>,
    mentions: usize,
    /// Something may be kept that borrows one of them.
    kept: bool,
}

impl Fields<'_> {
    /// Notes whether the value of `expr` may borrow a field.
    fn lends(&mut self, expr: &Expr) {
        let is_ours = |place: &Expr| root(place).and_then(super::locals::decode).is_some_and(|(local, _)| local == self.local);
        self.kept |= match expr {
            Expr::Reference(reference) => is_ours(&reference.expr),
            Expr::MethodCall(call) => {
                let name = call.method.to_string();
                is_ours(&call.receiver) && !counts(&name) && !owns(&name)
            }
            _ => false,
        };
        match expr {
            Expr::Paren(paren) => self.lends(&paren.expr),
            Expr::Tuple(tuple) => tuple.elems.iter().for_each(|elem| self.lends(elem)),
            Expr::Call(call) => call.args.iter().for_each(|arg| self.lends(arg)),
            _ => {}
        }
    }

    /// A place, or any other operand.
    fn place(&mut self, place: &Expr, reads: bool) {
        match place {
            Expr::Field(field) if local_of(&field.base).is_some_and(|(local, _)| local == self.local) => {
                self.mentions += 1;
                match self.found.iter_mut().find(|(known, _)| *known == field.member) {
                    Some((_, only)) => *only &= reads,
                    None => self.found.push((field.member.clone(), reads)),
                }
            }
            Expr::Field(field) => self.place(&field.base, reads),
            Expr::Paren(paren) => self.place(&paren.expr, reads),
            Expr::Index(index) => {
                self.place(&index.expr, reads);
                self.visit_expr(&index.index);
            }
            other => self.visit_expr(other),
        }
    }

    fn condition(&mut self, cond: &Expr) {
        match cond {
            Expr::Let(let_expr) => self.lends(&let_expr.expr),
            Expr::Binary(binary) => {
                self.condition(&binary.left);
                self.condition(&binary.right);
            }
            _ => {}
        }
    }
}

impl<'ast> Visit<'ast> for Fields<'_> {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        match expr {
            Expr::Field(_) | Expr::Index(_) => return self.place(expr, false),
            Expr::Reference(reference) => return self.place(&reference.expr, reference.mutability.is_none()),
            Expr::Unary(unary) => return self.place(&unary.expr, !matches!(unary.op, syn::UnOp::Deref(_))),
            Expr::Cast(cast) => return self.place(&cast.expr, true),
            Expr::Binary(binary) => {
                self.place(&binary.left, !is_compound(&binary.op));
                return self.place(&binary.right, true);
            }
            Expr::MethodCall(call) => {
                self.place(&call.receiver, reads(&call.method.to_string()));
                return call.args.iter().for_each(|arg| self.visit_expr(arg));
            }
            Expr::Call(call) => {
                if let Some(opened) = self.macros.get(&call.func) {
                    let args = call.args.iter().zip(&opened.args);
                    return args.for_each(|(arg, how)| self.place(arg, how.usage == Use::Reference));
                }
            }
            Expr::ForLoop(for_loop) if suspends::block(&for_loop.body) => self.lends(&for_loop.expr),
            Expr::Match(matched) if suspends::expr(expr) => self.lends(&matched.expr),
            Expr::If(if_expr) if suspends::expr(expr) => self.condition(&if_expr.cond),
            Expr::While(while_expr) if suspends::expr(expr) => self.condition(&while_expr.cond),
            _ => {}
        }
        visit::visit_expr(self, expr);
    }

    fn visit_local(&mut self, local: &'ast syn::Local) {
        if let Some(init) = &local.init {
            self.lends(&init.expr);
        }
        visit::visit_local(self, local);
    }
}

/// Puts a local in the place of each field; returns what declares them.
fn divide(block: &mut Block, fields: &Fields, locals: &mut Locals) -> Vec<Stmt> {
    let whole = locals.infos[fields.local].name.clone();
    let mut made = Vec::new();
    let mut parts = Vec::new();
    for (member, reads) in &fields.found {
        let span = Span::mixed_site().located_at(member.span());
        // By the name of both: that is none of ours.
        let field = match member {
            Member::Named(name) => name.to_string(),
            Member::Unnamed(index) => index.index.to_string(),
        };
        let name = format_ident!("{}_{}", whole, field.trim_start_matches("r#"), span = span);
        let part = locals.declare(name, false);
        let info = &mut locals.infos[part];
        info.generated = true;
        info.reborrows = !reads;
        info.copy = *reads;
        info.trivial = true;
        info.sources = vec![fields.local];
        let mutability = (!reads).then(|| syn::Token![mut](span));
        info.ty = Some(parse_quote_spanned!(span=> & #mutability _));
        let (declared, from) = (locals.declaration(part, span), locals.mention(fields.local, whole.span()));
        made.push(parse_quote_spanned!(span=> let #declared = & #mutability #from.#member;));
        parts.push((member.clone(), part));
    }
    Divide { local: fields.local, parts, locals }.visit_block_mut(block);
    made
}

struct Divide<'a> {
    local: Local,
    parts: Vec<(Member, Local)>,
    locals: &'a mut Locals,
}

impl VisitMut for Divide<'_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Field(ExprField { base, member, .. }) = expr
            && local_of(base).is_some_and(|(local, _)| local == self.local)
            && let Some((_, part)) = self.parts.iter().find(|(known, _)| known == member)
        {
            let span = member.span();
            let name = self.locals.mention(*part, base.span());
            *expr = parse_quote_spanned!(span=> (*#name));
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
    }
}
