//! A scrutinee that some arms take apart and others leave whole, where it is kept in the state: nothing can be moved out of it there.
//!
//! ```text
//! [source]   match shape { Circle(name) => name, Square(_) => draw(&shape) }
//! [lowered]  { let mut taken = shape; match taken { Circle(name) => name, Square(_) => { shape = taken; draw(&shape) } } }
//! ```
//!
//! Whether there is such a scrutinee is known when liveness is, so what comes before that is done again.

use proc_macro2::{Ident, Span};
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, Pat, Stmt, parse_quote};

use super::Shape;
use super::access::Access;
use super::build::bound;
use super::flow::borrows;
use super::locals::{Local, Locals, Mention, decode};
use super::resolve::collect_mentions;
use super::sections::SectionId;

/// What liveness found: a scrutinee that is a local, and a pattern that leaves nothing of it to be read.
pub struct Apart {
    pub section: SectionId,
    pub local: Local,
    pub scrutinee: Mention,
    /// The first local that the pattern binds.
    pub binds: Option<Local>,
}

/// Whether something was changed in `block`.
pub fn mend(block: &mut Block, shape: &Shape, locals: &mut Locals) -> bool {
    let stored = |apart: &&Apart| shape.plan.access(&shape.sections, &shape.facts, apart.section, apart.local) != Access::Own;
    let apart: Vec<&Apart> = shape.facts.apart.iter().filter(stored).collect();
    if apart.is_empty() {
        return false;
    }
    let mut mend = Mend { apart: &apart, locals, mended: false };
    mend.visit_block_mut(block);
    mend.mended
}

struct Mend<'a> {
    apart: &'a [&'a Apart],
    locals: &'a mut Locals,
    mended: bool,
}

/// A scrutinee that is taken out of the state for the time of its `match`.
struct Taken {
    mention: Mention,
    /// `let mut taken = x;`
    binding: Stmt,
    scrutinee: Expr,
    /// `x = taken`
    put_back: Expr,
}

impl Mend<'_> {
    fn taken(&mut self, scrutinee: &Expr) -> Option<Taken> {
        let (local, mention, name) = named(scrutinee)?;
        if !self.apart.iter().any(|apart| apart.scrutinee == mention) {
            return None;
        }
        let span = name.span();
        let taken = self.locals.declare(Ident::new("taken", Span::mixed_site().located_at(span)), true);
        self.locals.infos[taken].generated = true;
        self.locals.infos[local].returned = true;
        let bound = self.locals.declaration(taken, span);
        let mut of = |local| self.locals.mention(local, span);
        let (from, to, own, back) = (of(local), of(local), of(taken), of(taken));
        self.mended = true;
        Some(Taken {
            mention,
            binding: parse_quote!(let mut #bound = #from;),
            scrutinee: parse_quote!(#own),
            put_back: parse_quote!(#to = #back),
        })
    }

    /// Whether what `pat` matched is whole.
    fn leaves(&self, taken: &Taken, pat: &Pat) -> bool {
        let first = bound(pat).first().copied();
        !self.apart.iter().any(|apart| apart.scrutinee == taken.mention && apart.binds == first)
    }

    fn matched(&mut self, matched: &syn::ExprMatch) -> Option<Expr> {
        let (local, ..) = named(&matched.expr)?;
        let guarded = |arm: &syn::Arm| arm.guard.as_ref().is_some_and(|(_, guard)| mentions(guard, local));
        let uses = |arm: &syn::Arm| bound(&arm.pat).into_iter().any(|bound| mentions(&arm.body, bound));
        let borrows = |arm: &syn::Arm| borrows(&arm.pat) && uses(arm);
        let borrowed = |arm: &syn::Arm| borrows(arm) && (mentions(&arm.body, local) || jumps(&arm.body));
        if matched.arms.iter().any(|arm| borrowed(arm) || guarded(arm)) {
            return None;
        }
        let taken = self.taken(&matched.expr)?;
        let mut matched = matched.clone();
        for arm in matched.arms.iter_mut().filter(|arm| self.leaves(&taken, &arm.pat)) {
            let (body, put_back) = (&arm.body, &taken.put_back);
            *arm.body = if borrows(arm) {
                let value = Ident::new("value", Span::mixed_site());
                parse_quote!({ let #value = #body; #put_back; #value })
            } else {
                parse_quote!({ #put_back; #body })
            };
        }
        let Taken { binding, scrutinee, .. } = taken;
        *matched.expr = scrutinee;
        Some(parse_quote!({ #binding #matched }))
    }

    /// `[source]  if a && let p = x { then } else { otherwise }`
    ///
    /// `[lowered] 'taken1: { if a { let mut taken = x; if let p = taken { break 'taken1 then } else { x = taken } } otherwise }`
    fn if_let(&mut self, condition: &syn::ExprIf) -> Option<Expr> {
        let (before, last) = match &*condition.cond {
            Expr::Binary(binary) if matches!(binary.op, syn::BinOp::And(_)) => (Some(&binary.left), &*binary.right),
            other => (None, other),
        };
        let Expr::Let(last) = last else { return None };
        if borrows(&last.pat) {
            return None;
        }
        let taken = self.taken(&last.expr)?;
        let (pat, mut then) = (&last.pat, condition.then_branch.clone());
        let Taken { binding, scrutinee, put_back, .. } = &taken;
        if self.leaves(&taken, pat) {
            then.stmts.insert(0, parse_quote!(#put_back;));
        }
        let otherwise = condition.else_branch.as_ref().map(|(_, otherwise)| otherwise);
        Some(match (before, otherwise) {
            (None, otherwise) => parse_quote!({ #binding if let #pat = #scrutinee #then else { #put_back; #otherwise } }),
            (Some(before), None) => parse_quote!(if #before { #binding if let #pat = #scrutinee #then else { #put_back; } }),
            (Some(before), Some(otherwise)) => {
                let label = syn::Lifetime::new(&format!("'taken{}", taken.mention), Span::mixed_site());
                parse_quote!(#label: {
                    if #before { #binding if let #pat = #scrutinee { break #label (#then) } else { #put_back; } }
                    #otherwise
                })
            }
        })
    }

    /// `let x = taken else { .. }`, and what goes before it. What leaves `x` whole would need it back behind the `let`.
    fn let_else(&mut self, local: &mut syn::Local) -> Option<Stmt> {
        let init = local.init.as_mut().filter(|_| !borrows(&local.pat))?;
        let (_, otherwise) = init.diverge.as_mut()?;
        let Taken { binding, scrutinee, put_back, .. } = self.taken(&init.expr)?;
        *init.expr = scrutinee;
        **otherwise = parse_quote!({ #put_back; #otherwise });
        Some(binding)
    }

    fn while_let(&mut self, repeated: &syn::ExprWhile) -> Option<Expr> {
        let Expr::Let(last) = &*repeated.cond else { return None };
        if borrows(&last.pat) {
            return None;
        }
        let taken = self.taken(&last.expr)?;
        let mut body = repeated.body.clone();
        let Taken { binding, scrutinee, put_back, .. } = &taken;
        if self.leaves(&taken, &last.pat) {
            body.stmts.insert(0, parse_quote!(#put_back;));
        }
        let (label, pat) = (&repeated.label, &last.pat);
        let name = label.as_ref().map(|label| &label.name);
        Some(parse_quote!(#label loop { #binding if let #pat = #scrutinee #body else { #put_back; break #name } }))
    }
}

impl VisitMut for Mend<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        visit_mut::visit_block_mut(self, block);
        for mut stmt in core::mem::take(&mut block.stmts) {
            if let Stmt::Local(local) = &mut stmt {
                block.stmts.extend(self.let_else(local));
            }
            block.stmts.push(stmt);
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        visit_mut::visit_expr_mut(self, expr);
        let mended = match expr {
            Expr::Match(matched) => self.matched(matched),
            Expr::If(condition) => self.if_let(condition),
            Expr::While(repeated) => self.while_let(repeated),
            _ => None,
        };
        if let Some(mended) = mended {
            *expr = mended;
        }
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

fn named(expr: &Expr) -> Option<(Local, Mention, &Ident)> {
    let Expr::Path(path) = expr else { return None };
    let name = path.path.get_ident()?;
    decode(name).map(|(local, mention)| (local, mention, name))
}

fn mentions(expr: &Expr, local: Local) -> bool {
    let mut found = false;
    collect_mentions(expr.to_token_stream(), &mut |other, _| found |= other == local);
    found
}

/// Whether control may leave `expr` otherwise than at its end.
fn jumps(expr: &Expr) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.0 |= matches!(
                expr,
                Expr::Break(_) | Expr::Continue(_) | Expr::Return(_) | Expr::Yield(_) | Expr::Try(_) | Expr::Macro(_)
            );
            visit::visit_expr(self, expr);
        }
        fn visit_stmt_macro(&mut self, _: &'ast syn::StmtMacro) {
            self.0 = true;
        }
    }
    let mut finder = Finder(false);
    finder.visit_expr(expr);
    finder.0
}
