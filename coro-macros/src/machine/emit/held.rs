//! A local that may be absent, mentioned by more than one operand of an operation.
//!
//! ```text
//! [source]  items.push(items.len())
//! [lowered] match held(&mut items_slot) { items => (*items).push((*items).len()) }
//! ```
//!
//! The compiler borrows a plain receiver only when the arguments have been evaluated. What `held` returns is borrowed at once.

use proc_macro2::{Group, TokenStream, TokenTree};
use quote::ToTokens;
use syn::Expr;

use super::super::access::Access;
use super::super::locals::{Local, decode, root};
use super::super::lower::is_compound;
use super::super::resolve::collect_mentions;
use super::super::sections::SectionId;
use super::super::std_macros::{OpenedMacro, Use};
use super::Emit;

impl Emit<'_> {
    /// `expr` with the local that it begins with held once, where other operands mention it too.
    pub(super) fn held_once(&self, section: SectionId, expr: &Expr) -> Option<(Local, Expr)> {
        let place = match expr {
            Expr::MethodCall(call) => &call.receiver,
            Expr::Index(index) => &index.expr,
            Expr::Assign(assign) if !matches!(*assign.left, Expr::Path(_)) => &assign.left,
            Expr::Binary(binary) if is_compound(&binary.op) => &binary.left,
            Expr::Reference(reference) => &reference.expr,
            Expr::Call(call) if self.macros.get(&call.func).is_some_and(writes) => call.args.first()?,
            _ => return None,
        };
        let (local, _) = decode(root(place)?)?;
        let may_be_absent = matches!(self.access(section, local), Access::Slot | Access::Optional);
        if !may_be_absent || !self.is_shared(expr, local) {
            return None;
        }
        let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
        let whole = put(expr.to_token_stream(), local, &hygienic!((*#name)));
        syn::parse2(whole).ok().map(|whole| (local, whole))
    }

    fn is_shared(&self, expr: &Expr, local: Local) -> bool {
        let (mut mentions, mut moved) = (0, false);
        collect_mentions(expr.to_token_stream(), &mut |other, mention| {
            mentions += usize::from(other == local);
            moved |= other == local && self.facts.moves[mention];
        });
        mentions > 1 && !moved && !assigns(expr, local)
    }

    /// `whole`, which takes the local for a variable that refers to it.
    pub(super) fn holding(&self, section: SectionId, local: Local, whole: &Expr) -> TokenStream {
        let krate = &self.body.krate;
        let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
        let slot = match self.access(section, local) {
            Access::Slot => self.names.slot(local).to_token_stream(),
            _ => hygienic!(*#name),
        };
        hygienic!(match #krate::__private::held(&mut #slot) { #name => #whole })
    }
}

fn writes(opened: &OpenedMacro) -> bool {
    opened.args.first().is_some_and(|target| target.usage == Use::Mutable)
}

/// `tokens` with `place` for each mention of `local`.
pub(super) fn put(tokens: TokenStream, local: Local, place: &TokenStream) -> TokenStream {
    let each = |token| match token {
        TokenTree::Group(group) => {
            let mut inner = Group::new(group.delimiter(), put(group.stream(), local, place));
            inner.set_span(group.span());
            TokenTree::Group(inner).into()
        }
        TokenTree::Ident(ident) if decode(&ident).is_some_and(|(other, _)| other == local) => place.clone(),
        other => other.into(),
    };
    tokens.into_iter().map(each).collect::<Vec<TokenStream>>().into_iter().collect()
}

/// Whether `local` is assigned as a whole inside `expr`.
fn assigns(expr: &Expr, local: Local) -> bool {
    use syn::visit::{self, Visit};
    struct Finder(Local, bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_expr_assign(&mut self, assign: &'ast syn::ExprAssign) {
            self.1 |= matches!(&*assign.left, Expr::Path(path)
                if path.path.get_ident().and_then(decode).is_some_and(|(other, _)| other == self.0));
            visit::visit_expr_assign(self, assign);
        }
    }
    let mut finder = Finder(local, false);
    finder.visit_expr(expr);
    finder.1
}
