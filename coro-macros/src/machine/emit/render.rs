//! Rendering plain code for one section: coded identifiers become what they stand for there.

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, TokenStreamExt, quote_spanned};
use syn::visit_mut::{self, VisitMut};
use syn::{Expr, Stmt};

use super::super::access::Access;
use super::super::locals::{Local, decode, decode_text};
use super::super::resolve::{MENTIONS, collect_mentions};
use super::super::sections::{FrameKind, SectionId};
use super::Emit;
use super::code::at_span;
use super::offers::Offered;

impl Emit<'_> {
    pub fn access(&self, section: SectionId, local: Local) -> Access {
        self.plan.access(self.sections, self.facts, section, local)
    }

    pub fn expr(&self, section: SectionId, expr: &Expr) -> TokenStream {
        let mut expr = expr.clone();
        Adjust { emit: self, section, borrows: false }.visit_expr_mut(&mut expr);
        self.tokens(section, expr.to_token_stream())
    }

    /// A condition or a guard. The locals that it binds are plain variables in it, whatever they become when it holds.
    pub fn binding(&self, section: SectionId, cond: &Expr, bound: &[Local]) -> TokenStream {
        if bound.iter().all(|local| self.access(section, *local) == Access::Own) {
            return self.expr(section, cond);
        }
        match syn::parse2(self.map_mentions(cond.to_token_stream(), bound)) {
            Ok(plain) => self.expr(section, &plain),
            Err(_) => self.expr(section, cond),
        }
    }

    pub fn stmt(&self, section: SectionId, stmt: &Stmt) -> TokenStream {
        let mut stmt = stmt.clone();
        Adjust { emit: self, section, borrows: false }.visit_stmt_mut(&mut stmt);
        self.tokens(section, stmt.to_token_stream())
    }

    /// In patterns the coded identifiers declare.
    pub fn pat(&self, pat: &syn::Pat) -> TokenStream {
        self.named(pat.to_token_stream())
    }

    /// Coded identifiers become the names of variables.
    pub fn named(&self, tokens: TokenStream) -> TokenStream {
        self.map(tokens, &|local, _, ident, out| out.append(self.name(local, ident)))
    }

    pub fn tokens(&self, section: SectionId, tokens: TokenStream) -> TokenStream {
        self.map(tokens, &|local, mention, ident, out| self.mention(section, local, mention, ident, out))
    }

    fn map(&self, tokens: TokenStream, each: &dyn Fn(Local, usize, &Ident, &mut TokenStream)) -> TokenStream {
        let mut out = TokenStream::new();
        for token in tokens {
            match token {
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.map(group.stream(), each));
                    inner.set_span(group.span());
                    out.append(inner);
                }
                TokenTree::Ident(ident) => {
                    let text = ident.to_string();
                    match (decode_text(&text), text.strip_prefix(OWN)) {
                        (Some((local, mention)), _) => each(local, mention, &ident, &mut out),
                        (None, Some(own)) => {
                            let local = own.parse().expect("an own mention is numbered");
                            out.append(self.name(local, &ident));
                        }
                        (None, None) => {
                            // `for` may be another one: that is no harm.
                            if matches!(&*text, "for" | "while" | "loop") {
                                self.note_loop();
                            }
                            out.append(ident);
                        }
                    }
                }
                other => out.append(other),
            }
        }
        out
    }

    pub fn name(&self, local: Local, ident: &Ident) -> Ident {
        self.names.local(local, self.locals, ident.span())
    }

    fn mention(&self, section: SectionId, local: Local, mention: usize, ident: &Ident, out: &mut TokenStream) {
        let name = self.name(local, ident);
        let access = self.access(section, local);
        if self.locals.is_declaration(mention) || access == Access::Own {
            return out.append(name);
        }
        // Lints pass over what is not the user's.
        let span = Span::mixed_site().located_at(ident.span());
        let krate = at_span(span, self.body.krate.to_token_stream());
        let moves = self.facts.moves[mention];
        let reads = self.facts.reads[mention];
        let held = match access {
            Access::Own | Access::InPlace => quote_spanned!(span=> *#name),
            Access::Optional if moves => return out.extend(quote_spanned!(span=> #krate::__private::take(#name))),
            Access::Optional if reads => quote_spanned!(span=> *#krate::__private::held_ref(#name)),
            Access::Optional => quote_spanned!(span=> *#krate::__private::held(#name)),
            Access::Slot => {
                let slot = self.names.slot(local);
                if moves {
                    return out.extend(quote_spanned!(span=> #krate::__private::take(&mut #slot)));
                } else if reads {
                    quote_spanned!(span=> *#krate::__private::held_ref(&#slot))
                } else {
                    quote_spanned!(span=> *#krate::__private::held(&mut #slot))
                }
            }
        };
        out.append(place(ident.span(), held));
    }

    /// Puts `value` into an absent or present local.
    fn assignment(&self, section: SectionId, target: &Ident, value: &Expr) -> Option<TokenStream> {
        let (local, _) = decode(target)?;
        match self.access(section, local) {
            Access::Optional => {
                let name = self.name(local, target);
                Some(hygienic!(*#name = ::core::option::Option::Some(#value)))
            }
            Access::Slot => {
                let slot = self.names.slot(local);
                Some(hygienic!(#slot = ::core::option::Option::Some(#value)))
            }
            Access::Own | Access::InPlace => None,
        }
    }
}

/// In parentheses that stand for the user's name: that is where an operation that begins with it panics.
fn place(span: Span, tokens: TokenStream) -> Group {
    let mut group = Group::new(proc_macro2::Delimiter::Parenthesis, tokens);
    group.set_span(span);
    group
}

const OWN: &str = "__coro_own_";

/// What needs the syntax tree: std's macros, jumps, assignments to what may be absent, `move` closures.
struct Adjust<'a, 'b> {
    emit: &'a Emit<'b>,
    section: SectionId,
    /// Methods that may consume their receivers are taken to borrow them.
    borrows: bool,
}

impl Adjust<'_, '_> {
    fn opened(&self, call: &syn::ExprCall) -> Option<TokenStream> {
        let opened = self.emit.macros.get(&call.func)?;
        let args = call
            .args
            .iter()
            .zip(&opened.args)
            .map(|(arg, how)| if how.captured && self.is_own(arg) { None } else { Some(arg.to_token_stream()) });
        Some(opened.close(args.collect()))
    }

    /// What stands for `expr`, whose operands are done.
    fn replaced(&self, expr: &Expr) -> Option<TokenStream> {
        match expr {
            Expr::Call(call) => self.opened(call),
            Expr::Assign(assign) => match &*assign.left {
                Expr::Path(path) => {
                    path.path.get_ident().and_then(|target| self.emit.assignment(self.section, target, &assign.right))
                }
                _ => None,
            },
            Expr::Continue(jump) => jump.label.as_ref().and_then(|label| self.emit.continue_jump(self.section, label)),
            Expr::Break(jump) => self.emit.break_jump(self.section, jump),
            Expr::Closure(closure) if closure.capture.is_some() => self.captured_by_move(expr),
            Expr::Closure(_) => self.captured_by_value(expr),
            Expr::Async(block) if block.capture.is_some() => self.captured_by_move(expr),
            _ => None,
        }
    }

    fn is_own(&self, arg: &Expr) -> bool {
        let Expr::Path(path) = arg else { return false };
        path.path.get_ident().and_then(decode).is_none_or(|(local, _)| {
            self.emit.access(self.section, local) == Access::Own && !self.emit.names.is_renamed(local, self.emit.locals)
        })
    }

    /// `move || x` where `x` is not a variable here: it becomes one just before.
    fn captured_by_move(&self, closure: &Expr) -> Option<TokenStream> {
        let mut seen: Vec<Local> = Vec::new();
        collect_mentions(closure.to_token_stream(), &mut |local, mention| {
            let place = self.emit.access(self.section, local);
            if place == Access::Own || seen.contains(&local) || self.emit.locals.is_declaration(mention) {
                return;
            }
            seen.push(local);
        });
        Some(self.with_own(closure, &seen)).filter(|_| !seen.is_empty())
    }

    /// `|n| n + x` where `x` is used up and not a variable here: it becomes one just before, and `move` makes it the closure's.
    fn captured_by_value(&self, expr: &Expr) -> Option<TokenStream> {
        let Expr::Closure(closure) = expr else { return None };
        let mut moved: Vec<Local> = Vec::new();
        let mut borrowed: Vec<Local> = Vec::new();
        let mut own = false;
        collect_mentions(closure.body.to_token_stream(), &mut |local, mention| {
            let access = self.emit.access(self.section, local);
            let moves = self.emit.facts.moves[mention];
            own |= access == Access::Own && self.emit.plan.home[local].is_some();
            if access != Access::Own && moves && !moved.contains(&local) {
                moved.push(local);
            } else if access != Access::Own && !moves && !borrowed.contains(&local) {
                borrowed.push(local);
            }
        });
        if moved.is_empty() {
            return None;
        }
        let mut closure = closure.clone();
        borrowed.retain(|local| !moved.contains(local));
        let in_place = borrowed.iter().all(|local| self.emit.access(self.section, *local) == Access::InPlace);
        let mut reborrows = TokenStream::new();
        if !own && in_place {
            closure.capture = Some(syn::Token![move](Span::mixed_site()));
            for local in borrowed {
                let name = self.emit.names.local(local, self.emit.locals, self.emit.locals.infos[local].name.span());
                reborrows.extend(hygienic!(let #name = &mut *#name;));
            }
        }
        let whole = self.with_own(&Expr::Closure(closure), &moved);
        Some(if reborrows.is_empty() { whole } else { hygienic!({ #reborrows #whole }) })
    }

    /// `{ let x = ..; closure }`, with the `own` locals as variables.
    fn with_own(&self, closure: &Expr, own: &[Local]) -> TokenStream {
        let mut prelude = TokenStream::new();
        let moved = self.emit.map_mentions(closure.to_token_stream(), own);
        for local in own {
            let mut first = None;
            collect_mentions(closure.to_token_stream(), &mut |other, mention| {
                if other == *local && (first.is_none() || self.emit.facts.moves[mention]) {
                    first = Some(mention);
                }
            });
            let Some(first) = first else { continue };
            let coded = self.emit.locals.code(*local, first);
            let own = Ident::new(&format!("{OWN}{local}"), coded.span());
            prelude.extend(hygienic!(let mut #own = #coded;));
        }
        hygienic!({ #prelude #moved })
    }
}

impl Emit<'_> {
    pub(super) fn map_mentions(&self, tokens: TokenStream, own: &[Local]) -> TokenStream {
        tokens
            .into_iter()
            .map(|token| match token {
                TokenTree::Group(group) => {
                    let mut inner = Group::new(group.delimiter(), self.map_mentions(group.stream(), own));
                    inner.set_span(group.span());
                    TokenTree::Group(inner)
                }
                TokenTree::Ident(ident) => match decode(&ident) {
                    Some((local, _)) if own.contains(&local) => {
                        TokenTree::Ident(Ident::new(&format!("{OWN}{local}"), ident.span()))
                    }
                    _ => TokenTree::Ident(ident),
                },
                other => other,
            })
            .collect()
    }
}

impl Adjust<'_, '_> {
    /// `expr` is offered a local, or declines it: then no part of it is.
    fn offer(&mut self, offered: Option<(Offered, Expr)>, expr: &mut Expr) {
        let mut borrowing = Adjust { borrows: true, ..*self };
        let Some((offered, given)) = offered else { return borrowing.visit_expr_mut(expr) };
        let mut call = self.emit.on_variable(&offered, &given);
        self.visit_expr_mut(&mut call);
        *expr = Expr::Verbatim(self.emit.offer(self.section, &offered, &call, || {
            let mut given = given;
            borrowing.visit_expr_mut(&mut given);
            given
        }));
    }
}

impl VisitMut for Adjust<'_, '_> {
    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        if let Expr::Macro(mac) = expr
            && let Some(captured) = self.emit.captured(self.section, &mac.mac, &mac.attrs, false)
        {
            *expr = Expr::Verbatim(captured);
            return;
        }
        if let Some(part) = self.emit.part(self.section, expr) {
            *expr = Expr::Verbatim(part);
            return;
        }
        if !self.borrows
            && let Some(offered) = self.emit.offered(self.section, expr)
        {
            return self.offer(offered, expr);
        }
        if let Some((local, mut whole)) = self.emit.held_once(self.section, expr) {
            self.visit_expr_mut(&mut whole);
            *expr = Expr::Verbatim(self.emit.holding(self.section, local, &whole));
            return;
        }
        visit_mut::visit_expr_mut(self, expr);
        if let Some(tokens) = self.replaced(expr) {
            *expr = Expr::Verbatim(tokens);
        }
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        if let Stmt::Macro(mac) = stmt
            && let Some(captured) = self.emit.captured(self.section, &mac.mac, &mac.attrs, true)
        {
            *stmt = Stmt::Expr(Expr::Verbatim(captured), Some(mac.semi_token.unwrap_or_default()));
            return;
        }
        visit_mut::visit_stmt_mut(self, stmt);
    }

    fn visit_attributes_mut(&mut self, attrs: &mut Vec<syn::Attribute>) {
        attrs.retain(|attr| !attr.path().is_ident(MENTIONS));
    }

    fn visit_item_mut(&mut self, _: &mut syn::Item) {}
}

impl Emit<'_> {
    /// `continue` out of nested frames: the loop's state is set back first, at the end of its body.
    fn continue_jump(&self, section: SectionId, label: &syn::Lifetime) -> Option<TokenStream> {
        let frame = self.sections.find_loop(self.sections.sections[section].frame, label)?;
        let (put_back, release) = (self.put_back(section, self.sections.head(frame)), self.release_to(section, frame));
        let put_back = hygienic!(#put_back #release);
        if self.sections.single(frame).is_some() {
            return (!put_back.is_empty()).then(|| hygienic!({ #put_back continue #label }));
        }
        let next = self.use_label(&format!("next{frame}"));
        Some(if put_back.is_empty() { hygienic!(break #next) } else { hygienic!({ #put_back break #next }) })
    }

    /// A jump out of the section, where it holds locals that belong in an open frame.
    fn break_jump(&self, section: SectionId, jump: &syn::ExprBreak) -> Option<TokenStream> {
        let label = jump.label.as_ref()?;
        let left = self.sections.find_loop(self.sections.sections[section].frame, label);
        let leaves = label.ident == super::super::desugar::BODY || left.is_some();
        let after = left.and_then(|frame| match self.sections.frames[frame].kind {
            FrameKind::Loop { exit, .. } => exit,
            _ => None,
        });
        let put_back = self.put_back(section, after);
        let to = left.and_then(|frame| self.sections.frames[frame].parent);
        let release = leaves.then(|| match to {
            Some(to) => self.release_to(section, to),
            None => self.hand_back(section, None),
        });
        let put_back = hygienic!(#put_back #release);
        if put_back.is_empty() || !leaves {
            return None;
        }
        Some(match &jump.expr {
            Some(value) => hygienic!({ let value = #value; #put_back break #label value }),
            None => hygienic!({ #put_back break #label }),
        })
    }

    /// Returns plain variables to where they were taken from, if `target` reads them or they have something to drop.
    pub fn put_back(&self, section: SectionId, target: Option<SectionId>) -> TokenStream {
        let krate = &self.body.krate;
        let each = self.plan.swapped[section].iter().map(|local| {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            let home = self.names.home(*local);
            let opaque = self.facts.is_opaque(section, *local);
            if opaque || target.is_some_and(|target| self.facts.is_live(target, *local)) {
                hygienic!(*#home = ::core::option::Option::Some(#name);)
            } else {
                hygienic!(#krate::__put_back!(#home, #name);)
            }
        });
        each.collect()
    }

    pub fn is_loop(&self, frame: usize) -> bool {
        matches!(self.sections.frames[frame].kind, FrameKind::Loop { .. })
    }
}
