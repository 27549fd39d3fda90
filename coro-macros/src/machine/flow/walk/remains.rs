//! What the arms of a `match` leave of a scrutinee that some of them take apart.

use syn::Pat;
use syn::visit::{self, Visit};

use super::super::Use;
use super::usage_of_all;

/// Whether an arm takes the scrutinee apart, and another one matches a whole that may have something to drop. `sure`: the arms without
/// a guard.
pub fn after(pats: &[&Pat], sure: &[&Pat]) -> bool {
    let takes = |pat: &Pat| usage_of_all(&[pat]) == Use::Value;
    let some =
        sure.iter().any(|pat| matches!(pat, Pat::TupleStruct(some) if some.path.is_ident("Some") && some.elems.iter().all(always)));
    let is_rest = |pat: &Pat| some && matches!(pat, Pat::Wild(_));
    let whole = |pat: &Pat| !(takes(pat) || holds_nothing(pat) || is_rest(pat));
    // A slice is behind a reference, or nearly always.
    let slice = pats.iter().any(|pat| matches!(pat, Pat::Slice(_)));
    !slice && pats.iter().any(|pat| takes(pat)) && pats.iter().any(|pat| whole(pat))
}

/// Whether each arm leaves nothing of the scrutinee. `_` matches what a guard did not hold for.
pub fn is_taken_whole(pats: &[&Pat], sure: &[&Pat]) -> bool {
    let guarded = sure.len() < pats.len();
    pats.iter().all(|pat| takes_all(pat) && !(guarded && matches!(pat, Pat::Wild(_))))
}

/// Whether the pattern leaves nothing of an `Option`, or of a value of which it takes all.
fn takes_all(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => ident.by_ref.is_none(),
        Pat::Wild(_) => true,
        Pat::Type(typed) => takes_all(&typed.pat),
        Pat::TupleStruct(tuple) => {
            let bound = |elem: &Pat| matches!(elem, Pat::Ident(ident) if ident.by_ref.is_none());
            tuple.path.is_ident("Some") && tuple.elems.iter().all(bound)
        }
        _ => false,
    }
}

/// Whether `pat` matches all values, as far as the tokens show.
fn always(pat: &Pat) -> bool {
    match pat {
        Pat::Ident(ident) => ident.subpat.is_none(),
        Pat::Wild(_) | Pat::Rest(_) => true,
        Pat::Tuple(tuple) => tuple.elems.iter().all(always),
        Pat::Type(typed) => always(&typed.pat),
        Pat::Paren(paren) => always(&paren.pat),
        Pat::Reference(reference) => always(&reference.pat),
        _ => false,
    }
}

/// A unit variant, a constant or a literal.
fn holds_nothing(pat: &Pat) -> bool {
    match pat {
        Pat::Path(_) | Pat::Lit(_) | Pat::Const(_) | Pat::Range(_) => true,
        Pat::Ident(ident) => ident.subpat.is_none(),
        Pat::Or(or) => or.cases.iter().all(holds_nothing),
        Pat::Paren(paren) => holds_nothing(&paren.pat),
        _ => false,
    }
}

/// A binding by reference looks into the scrutinee.
pub fn borrows(pat: &Pat) -> bool {
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_pat_ident(&mut self, pat: &'ast syn::PatIdent) {
            self.0 |= pat.by_ref.is_some();
            visit::visit_pat_ident(self, pat);
        }
    }
    let mut finder = Finder(false);
    finder.visit_pat(pat);
    finder.0
}
