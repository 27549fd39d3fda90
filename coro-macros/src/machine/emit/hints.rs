//! What follows a yield may decide the type of a local that is used before it is emitted: in the other branch of an `if`, say.
//!
//! Code is emitted section by section, so what a resumption goes on with comes after all that its turn did not come to. Where a local
//! was given a value whose type is still open, such as `None`, the statements that follow the yield are repeated behind it, where they
//! are checked and cannot be reached.

use proc_macro2::TokenStream;
use quote::ToTokens;
use syn::visit::{self, Visit};
use syn::{Expr, Stmt};

use super::super::build::bound;
use super::super::locals::Local;
use super::super::plan::Class;
use super::super::resolve::collect_mentions;
use super::super::sections::{Chunk, Code, SectionId, Target, Value};
use super::Emit;

impl Emit<'_> {
    /// The statements after the yield that goes on with `target`, up to the last one that mentions a local of open type.
    pub fn hints(&self, section: SectionId, target: SectionId) -> TokenStream {
        if !self.locals.infos.iter().any(|info| info.open) {
            return TokenStream::new();
        }
        let mut found = Vec::new();
        collect(&self.sections.sections[target].code, &mut found);
        let is_open = |stmt: &Stmt| self.mentions(stmt).iter().any(|local| self.locals.infos[*local].open);
        let Some(last) = found.iter().rposition(is_open) else { return TokenStream::new() };
        let mut declared = Vec::new();
        let mut hints: Vec<&Stmt> = Vec::new();
        for stmt in &found[..=last] {
            let mentions = self.mentions(stmt);
            if mentions.iter().all(|local| declared.contains(local) || self.is_at_hand(section, *local)) {
                if let Stmt::Local(local) = stmt {
                    declared.extend(bound(&local.pat));
                }
                hints.push(stmt);
            } else if mentions.iter().any(|local| declared.contains(local)) {
                // It may have told what follows.
                break;
            }
        }
        // Nothing tells what is declared last.
        while matches!(hints.last(), Some(Stmt::Local(local)) if bound(&local.pat).iter().any(|local| self.locals.infos[*local].open))
        {
            hints.pop();
        }
        let plain = hints.into_iter().filter_map(|stmt| {
            let plain = self.map_mentions(stmt.to_token_stream(), &declared);
            syn::parse2(plain).ok().map(|plain| self.stmt(section, &plain))
        });
        plain.collect()
    }

    fn mentions(&self, stmt: &Stmt) -> Vec<Local> {
        let own = match stmt {
            Stmt::Local(local) => bound(&local.pat),
            _ => Vec::new(),
        };
        let mut found = Vec::new();
        collect_mentions(stmt.to_token_stream(), &mut |local, _| found.push(local));
        found.retain(|local| !own.contains(local));
        found
    }

    /// Whether the section has the local under the name that its code has for it.
    fn is_at_hand(&self, section: SectionId, local: Local) -> bool {
        let in_place = self.plan.classes[local] == Class::Kept { optional: false }
            && self.plan.home[local]
                .is_some_and(|home| self.plan.opened(self.sections, section).contains(&home) && self.is_used_in_place(home, local));
        section != 0 && in_place || self.facts.is_mentioned(section, local)
    }
}

/// Straight code at the beginning of `chunk` that may be repeated; false if it does not go on to the end.
fn collect(chunk: &Chunk, found: &mut Vec<Stmt>) -> bool {
    for code in &chunk.code {
        let goes_on = match code {
            Code::Plain(stmt) => repeat(stmt.clone(), found),
            Code::Eval(Value::Plain(expr), Target::Discard) => repeat(Stmt::Expr(expr.clone(), Some(Default::default())), found),
            Code::Eval(Value::Block { chunk, label: None, .. }, Target::Discard) => collect(chunk, found),
            Code::Eval(Value::Argument | Value::LoopResult, Target::Discard) | Code::Rebind(_) => true,
            _ => false,
        };
        if !goes_on {
            return false;
        }
    }
    match &chunk.tail {
        Some(Value::Block { chunk, label: None, .. }) => collect(chunk, found),
        tail => tail.is_none(),
    }
}

/// What has an effect on types alone: closures would be other types, jumps would leave, and macros are not known.
fn repeat(stmt: Stmt, found: &mut Vec<Stmt>) -> bool {
    struct Unfit(bool);
    impl<'ast> Visit<'ast> for Unfit {
        fn visit_expr(&mut self, expr: &'ast Expr) {
            self.0 |= matches!(
                expr,
                Expr::Closure(_)
                    | Expr::Macro(_)
                    | Expr::Break(_)
                    | Expr::Continue(_)
                    | Expr::Return(_)
                    | Expr::Async(_)
                    | Expr::Loop(_)
                    | Expr::While(_)
                    | Expr::ForLoop(_)
                    | Expr::Match(_)
                    | Expr::If(_)
            );
            visit::visit_expr(self, expr);
        }
        fn visit_item(&mut self, _: &'ast syn::Item) {
            self.0 = true;
        }
        fn visit_stmt_macro(&mut self, _: &'ast syn::StmtMacro) {
            self.0 = true;
        }
    }
    let mut unfit = Unfit(false);
    unfit.visit_stmt(&stmt);
    if !unfit.0 {
        found.push(stmt);
    }
    !unfit.0
}
