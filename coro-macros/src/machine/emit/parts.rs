//! Parts that are read by value, of locals that live on in the state.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote_spanned};
use syn::Expr;

use super::super::access::Access;
use super::super::flow::{Part, is_deref};
use super::super::locals::{Local, decode, root};
use super::super::plan::Class;
use super::super::sections::{ExitId, SectionId};
use super::Emit;
use super::code::at_span;

impl Emit<'_> {
    /// `deck.cards` where `deck` is in the state, or will be: nothing can be moved out of it there.
    pub(super) fn part(&self, section: SectionId, place: &Expr) -> Option<TokenStream> {
        let name = root(place).filter(|_| !is_deref(place))?;
        let (local, mention) = decode(name)?;
        let part = self.facts.part(mention).filter(|part| part.is(place) && self.is_stored(section, local))?;
        let krate = &self.body.krate;
        let own = self.name(local, name);
        let whole = self.tokens(section, name.to_token_stream());
        let moved = self.named(part.place.to_token_stream());
        let span = Span::mixed_site().located_at(name.span());
        let place = self.tokens(section, place.to_token_stream());
        let krate = at_span(span, krate.to_token_stream());
        Some(quote_spanned!(span=> #krate::__part!(#place, #own = #whole => #moved)))
    }

    /// Whether a section that mentions `local` leaves it in the state.
    fn is_stored(&self, section: SectionId, local: Local) -> bool {
        let Some(home) = self.plan.home[local].filter(|_| self.plan.classes[local] != Class::Plain) else { return false };
        let inside = |target: &SectionId| self.sections.is_inside(self.sections.sections[*target].frame, home);
        self.access(section, local) != Access::Own || self.facts.targets[section].iter().any(inside)
    }

    /// Whether `local` is a plain variable that is assigned or emptied, though the user did not declare it `mut`.
    pub(super) fn is_changed(&self, section: SectionId, local: Local) -> bool {
        if self.locals.infos[local].returned && self.plan.owned[section].contains(&local) {
            return true;
        }
        !self.locals.infos[local].mutable
            && self.access(section, local) == Access::Own
            && self.facts.parts.iter().any(|part| part.local == local && !is_deref(&part.place))
            && self.is_stored(section, local)
    }

    /// The parts of `local` that may have been moved out of it before `exit`.
    pub(super) fn parted(&self, section: SectionId, exit: ExitId, local: Local) -> Vec<TokenStream> {
        let parts = self.facts.parted(exit, local);
        parts.map(|part: &Part| self.tokens(section, part.place.to_token_stream())).collect()
    }
}
