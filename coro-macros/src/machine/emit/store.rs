//! Leaving a section: what is put back, let go and written.

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::super::access::Access;
use super::super::flow::Init;
use super::super::locals::Local;
use super::super::lower::writes;
use super::super::plan::Class;
use super::super::resolve::collect_mentions;
use super::super::sections::{Entry, ExitId, FrameId, Item, ROOT, SectionId};
use super::Emit;

/// How a section is being left.
struct Leaving<'a> {
    section: SectionId,
    /// The section that is gone to, and that whose state it is.
    origin: SectionId,
    target: SectionId,
    exit: ExitId,
    suspends: bool,
    /// Locals whose names already stand for what is kept of them.
    released: &'a [Local],
}

impl Emit<'_> {
    /// Where what a jump stores comes from: the last of the locals, such as the iterator of a `for` loop.
    pub(super) fn store_span(&self, section: SectionId, target: SectionId) -> proc_macro2::Span {
        let opened = self.plan.opened(self.sections, section);
        let path = self.sections.path(self.sections.sections[self.plan.alias[target]].frame);
        let pending = path.iter().filter(|frame| !opened.contains(frame)).flat_map(|frame| &self.sections.frames[*frame].locals);
        let mut stored = pending.filter(|local| self.plan.classes[**local] != Class::Leftover);
        let span = stored.next_back().map_or_else(|| self.user_span(), |local| self.locals.infos[*local].name.span());
        proc_macro2::Span::mixed_site().located_at(span)
    }

    /// The frame whose enum a jump from `section` to `target` writes.
    pub(super) fn level_of(&self, section: SectionId, target: SectionId) -> FrameId {
        let opened = self.plan.opened(self.sections, section);
        let path = self.sections.path(self.sections.sections[self.plan.alias[target]].frame);
        let common = path.iter().zip(&opened).take_while(|(a, b)| a == b).count();
        path[common - 1]
    }

    /// Nothing that is still to be tried in this turn stands between the section's end and the frame `to`.
    pub(super) fn falls_out(&self, section: SectionId, to: FrameId) -> bool {
        let mut item = Item::Section(section);
        let mut frame = self.sections.sections[section].frame;
        if let Entry::LoopExit(left) = self.sections.sections[section].entry {
            item = Item::Frame(left);
        }
        while !self.sections.is_inside(to, frame) {
            let is_last = match (self.sections.frames[frame].items.last(), item) {
                (Some(Item::Section(last)), Item::Section(item)) => *last == item,
                (Some(Item::Frame(last)), Item::Frame(item)) => *last == item,
                _ => false,
            };
            if self.is_loop(frame) || !is_last {
                return false;
            }
            item = Item::Frame(frame);
            let Some(parent) = self.sections.frames[frame].parent else { return true };
            frame = parent;
        }
        true
    }

    /// Relayed locals whose scope a jump leaves are dropped with it.
    pub(super) fn release(&self, section: SectionId, target: SectionId) -> TokenStream {
        self.release_to(section, self.sections.sections[target].frame)
    }

    /// Relayed locals that are plain variables here, and go on with the turn.
    pub(super) fn hand_on(&self, section: SectionId, target: SectionId, exit: ExitId) -> TokenStream {
        let to = self.sections.sections[target].frame;
        let owned = self.plan.owned[section].iter().filter(|local| {
            let inside = self.plan.home[**local].is_some_and(|home| self.sections.is_inside(to, home));
            inside && self.facts.init_at_exit(exit, **local) == Init::Yes
        });
        let handed = owned.map(|local| {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            let slot = self.names.slot(*local);
            hygienic!(#slot = ::core::option::Option::Some(#name);)
        });
        handed.collect()
    }

    /// The same of a jump to what is in the frame `to`.
    pub(super) fn release_to(&self, section: SectionId, to: FrameId) -> TokenStream {
        if !self.plan.classes.contains(&Class::Relay) {
            return TokenStream::new();
        }
        let path = self.sections.path(self.sections.sections[section].frame);
        let left = (0..self.locals.len()).rev().filter(|local| {
            let Some(home) = self.plan.home[*local] else { return false };
            let relays = self.plan.classes[*local] == Class::Relay && !self.locals.infos[*local].copy;
            let held =
                path.contains(&home) || self.facts.is_declared(section, *local) && self.access(section, *local) == Access::Slot;
            relays && held && !self.sections.is_inside(to, home)
        });
        let none = left.map(|local| {
            let slot = self.names.slot(local);
            hygienic!(#slot = ::core::option::Option::None;)
        });
        let hand_back = self.hand_back(section, Some(to));
        [hand_back].into_iter().chain(none).collect()
    }

    /// Relayed locals that what is kept has to be dropped before, as it was declared later: they go back to their frames, which end
    /// with the jump (or, without `to`, with the body).
    pub(super) fn hand_back(&self, section: SectionId, to: Option<FrameId>) -> TokenStream {
        let opened = self.plan.opened(self.sections, section);
        let path = self.sections.path(self.sections.sections[section].frame).into_iter();
        let left = path.filter(|frame| opened.contains(frame) && to.is_none_or(|to| !self.sections.is_inside(to, *frame)));
        let locals: Vec<Local> = left.flat_map(|frame| self.sections.frames[frame].locals.clone()).collect();
        let is_relay = |local: &Local| self.plan.classes[*local] == Class::Relay;
        let drops = |local: &Local| !is_relay(local) && !self.locals.infos[*local].copy && !self.locals.infos[*local].trivial;
        let Some(last) = locals.iter().rposition(drops) else { return TokenStream::new() };
        locals[..last].iter().filter(|local| is_relay(local)).map(|local| self.saved(*local)).collect()
    }

    fn saved(&self, local: Local) -> TokenStream {
        let krate = &self.body.krate;
        let (slot, kept) = (self.names.slot(local), self.names.kept(local));
        hygienic!({ let left = #slot.take(); *#kept = #krate::__keep!(left); })
    }

    /// The relayed locals that open frames hold a place for.
    pub(super) fn relays(&self, frame: FrameId) -> Vec<(FrameId, Local)> {
        let mut found = Vec::new();
        for frame in self.sections.path(frame) {
            let locals = self.sections.frames[frame].locals.iter();
            found.extend(locals.filter(|local| self.plan.classes[**local] == Class::Relay).map(|local| (frame, *local)));
        }
        found
    }

    /// Before suspending: what relayed locals still hold goes to the frames that are open.
    pub(super) fn save(&self, section: SectionId) -> TokenStream {
        let opened = self.plan.opened(self.sections, section);
        let relays = self.relays(self.sections.sections[section].frame).into_iter().filter(|(frame, _)| opened.contains(frame));
        relays.map(|(_, local)| self.saved(local)).collect()
    }

    /// What the turn of a loop that ends with this yield leaves for the next turn to drop.
    pub(super) fn leave(&self, section: SectionId, target: SectionId, exit: ExitId, released: &[Local]) -> TokenStream {
        let opened = self.plan.opened(self.sections, section);
        let left = self.plan.leftovers[target].iter().rev();
        let in_place = left.filter(|local| self.plan.home[**local].is_some_and(|home| opened.contains(&home)));
        in_place
            .map(|local| {
                let left = self.names.left(*local);
                let value = self.let_go(section, exit, *local, released);
                hygienic!(*#left = #value;)
            })
            .collect()
    }

    /// What is kept of a local that nothing reads any more.
    fn let_go(&self, section: SectionId, exit: ExitId, local: Local, released: &[Local]) -> TokenStream {
        let krate = &self.body.krate;
        let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
        if released.contains(&local) {
            return hygienic!(#name);
        }
        let parts = self.parted(section, exit, local);
        match self.plan.classes[local] {
            Class::Leftover if self.plan.managed[local] && self.may_outlast(local) => hygienic!(#krate::__keep_lent!(#name.take())),
            Class::Leftover if self.plan.managed[local] => hygienic!({ let left = #name.take(); #krate::__keep!(left) }),
            Class::Leftover if !parts.is_empty() => {
                hygienic!(#krate::__keep_rest!(::core::option::Option::Some(#name), #(#parts),*))
            }
            _ if !parts.is_empty() => hygienic!(#krate::__keep_rest!(#name, #(#parts),*)),
            Class::Leftover if self.may_outlast(local) => {
                hygienic!(#krate::__keep_lent!(::core::option::Option::Some(#name)))
            }
            Class::Leftover => hygienic!({ let left = ::core::option::Option::Some(#name); #krate::__keep!(left) }),
            _ if self.may_outlast(local) => hygienic!(#krate::__keep_lent!(#name)),
            _ => hygienic!(#krate::__keep!(#name)),
        }
    }

    /// Whether the local may be a borrow that is over: of what is changed since, or lent on.
    fn may_outlast(&self, local: Local) -> bool {
        let info = &self.locals.infos[local];
        let sections = 0..self.sections.sections.len();
        let changes = |source: &Local| {
            self.facts.written_anywhere(*source) || sections.clone().any(|section| self.facts.is_lent(section, *source))
        };
        info.reborrows || info.sources.iter().any(changes)
    }

    /// Writes the state of `target`, opening its frames.
    pub(super) fn store(
        &self,
        section: SectionId,
        target: SectionId,
        exit: ExitId,
        suspends: bool,
        released: &[Local],
    ) -> TokenStream {
        let origin = target;
        let target = self.plan.alias[target];
        let opened = self.plan.opened(self.sections, section);
        let path = self.sections.path(self.sections.sections[target].frame);
        let common = path.iter().zip(&opened).take_while(|(a, b)| a == b).count();
        // A merged frame shares the variant of the frame inside it: both are open or neither is.
        let rest = &path[common..];
        let base = path[common - 1];
        if rest.is_empty() && self.is_state_of(section, target) {
            return TokenStream::new();
        }
        let innermost = self.sections.sections[target].frame;
        let untagged = self.plan.untagged[innermost].is_some();
        if rest.is_empty() && untagged && suspends {
            return TokenStream::new();
        }
        let place = self.names.place(base);
        let leaving = Leaving { section, origin, target, exit, suspends, released };
        let state = self.state_value(&leaving, base, rest);
        let next = (untagged && !suspends && !rest.is_empty()).then(|| {
            let (place, name) = (self.names.place(innermost), &self.names.enums[innermost]);
            let variant = &self.names.section_variants[target];
            hygienic!(*#place = #name::#variant;)
        });
        if self.may_drop(base) && self.is_vacant(section, base) {
            let krate = &self.body.krate;
            return hygienic!(#krate::__private::enter(#place, #state); #next);
        }
        hygienic!(*#place = #state; #next)
    }

    /// Whether the enum of `frame` is in a state that has nothing to drop when `section` is left.
    fn is_vacant(&self, section: SectionId, frame: FrameId) -> bool {
        let info = &self.sections.sections[section];
        let holds = |item: &Item| matches!(item, Item::Frame(_));
        let taken = self.plan.taken[section].first().copied();
        let emptied = taken.or(self.plan.closed[section]).map(|first| {
            let mut parent = self.sections.frames[first].parent;
            while let Some(merged) = parent.filter(|parent| self.sections.is_merged(*parent)) {
                parent = self.sections.frames[merged].parent;
            }
            parent
        });
        let vacant = match emptied {
            Some(parent) => parent == Some(frame),
            None => section == 0 && frame == ROOT || frame == info.frame && !matches!(info.entry, Entry::LoopExit(_)),
        };
        vacant && (frame == ROOT || self.sections.frames[frame].items.iter().any(holds))
    }

    /// The locals that a suspension keeps for their drop alone, so that they can be let go before the state is written.
    pub(super) fn dead(&self, section: SectionId, exit: ExitId, target: SectionId) -> Vec<Local> {
        let opened = self.plan.opened(self.sections, section);
        let leftovers = &self.plan.leftovers[target];
        let path = self.sections.path(self.sections.sections[self.plan.alias[target]].frame);
        let pending = path.iter().filter(|frame| !opened.contains(frame)).flat_map(|frame| &self.sections.frames[*frame].locals);
        let dead = pending.chain(leftovers).copied().filter(|local| {
            (self.plan.classes[*local] == Class::DropOnly { managed: false } || leftovers.contains(local))
                && !self.plan.managed[*local]
                && !self.locals.infos[*local].vague
                && self.facts.init_at_exit(exit, *local) == Init::Yes
        });
        let mut dead: Vec<Local> = dead.collect();
        dead.reverse();
        dead
    }

    /// Whether a local is moved to an outer frame than one of the `dead` ones is.
    pub(super) fn is_stored_outside(&self, section: SectionId, target: SectionId, dead: &[Local]) -> bool {
        let opened = self.plan.opened(self.sections, section);
        let path = self.sections.path(self.sections.sections[self.plan.alias[target]].frame);
        let pending = path.into_iter().filter(|frame| !opened.contains(frame));
        let mut before = false;
        for frame in pending {
            let locals = &self.sections.frames[frame].locals;
            if before && locals.iter().any(|local| dead.contains(local)) {
                return true;
            }
            before |= !locals.is_empty() && !self.sections.is_merged(frame);
        }
        false
    }

    /// Of the `dead` locals, those that may borrow what the yielded value changes: they are let go before it is computed.
    pub(super) fn borrowing(&self, dead: &[Local], value: &syn::Expr) -> Vec<Local> {
        if dead.is_empty() {
            return Vec::new();
        }
        let (mut written, mut mentioned) = (Vec::new(), Vec::new());
        writes(value, &mut written);
        collect_mentions(value.to_token_stream(), &mut |local, _| mentioned.push(local));
        let borrows = |local: &Local| self.locals.infos[*local].sources.iter().any(|source| written.contains(source));
        dead.iter().copied().filter(|local| !mentioned.contains(local) && borrows(local)).collect()
    }

    /// Lets go of locals, whose names stand for what is kept of them from then on.
    pub(super) fn release_dead(&self, section: SectionId, exit: ExitId, dead: &[Local]) -> TokenStream {
        dead.iter()
            .map(|local| {
                let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
                let value = self.let_go(section, exit, *local, &[]);
                hygienic!(let #name = #value;)
            })
            .collect()
    }

    fn is_state_of(&self, section: SectionId, target: SectionId) -> bool {
        !matches!(self.sections.sections[section].entry, Entry::LoopExit(_) | Entry::Start)
            && self.plan.alias[section] == target
            && self.plan.taken[section].is_empty()
    }

    fn state_value(&self, leaving: &Leaving, base: FrameId, rest: &[FrameId]) -> TokenStream {
        let name = &self.names.enums[base];
        let Some(first) = rest.first() else {
            let variant = &self.names.section_variants[leaving.target];
            return hygienic!(#name::#variant);
        };
        let variant = &self.names.frame_variants[*first];
        let merged = rest.iter().take_while(|frame| self.sections.is_merged(**frame)).count() + 1;
        let locals = rest[..merged].iter().flat_map(|frame| &self.sections.frames[*frame].locals).copied();
        // What is kept for its drop alone may borrow what was declared before it: it is let go first.
        let dead = |local: &Local| matches!(self.plan.classes[*local], Class::DropOnly { .. });
        let (dead, kept): (Vec<Local>, Vec<Local>) = locals.partition(dead);
        let fields: Vec<_> = dead.into_iter().rev().chain(kept).map(|local| self.field_value(leaving, local)).collect();
        let bottom = rest[merged - 1];
        let at = self.has_tag(bottom).then(|| {
            let at = self.state_value(leaving, bottom, &rest[merged..]);
            hygienic!(at: #at,)
        });
        if fields.is_empty() && at.is_none() {
            return hygienic!(#name::#variant);
        }
        hygienic!(#name::#variant { #(#fields,)* #at })
    }

    fn field_value(&self, leaving: &Leaving, local: Local) -> TokenStream {
        let Leaving { section, exit, suspends, released, .. } = *leaving;
        let krate = &self.body.krate;
        let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
        let init = self.facts.init_at_exit(exit, local);
        let optional = self.access(section, local) == Access::Optional;
        match self.plan.classes[local] {
            Class::Kept { optional: false } => hygienic!(#name),
            Class::Kept { optional: true } if optional => hygienic!(#name: #name.take()),
            Class::Kept { optional: true } if init == Init::No => match &self.locals.infos[local].ty {
                Some(ty) if is_nameable(ty) => hygienic!(#name: ::core::option::Option::<#ty>::None),
                _ => hygienic!(#name: ::core::option::Option::None),
            },
            Class::Kept { optional: true } => hygienic!(#name: ::core::option::Option::Some(#name)),
            Class::DropOnly { .. } if released.contains(&local) => hygienic!(#name),
            Class::DropOnly { managed: true } if self.locals.infos[local].vague => {
                hygienic!(#name: #krate::__private::Kept(#name.take()))
            }
            Class::DropOnly { managed: false } if self.locals.infos[local].vague => {
                hygienic!(#name: #krate::__private::Kept(#name))
            }
            Class::DropOnly { managed: true } if self.may_outlast(local) => hygienic!(#name: #krate::__keep_lent!(#name.take())),
            Class::DropOnly { managed: true } => hygienic!(#name: { let left = #name.take(); #krate::__keep!(left) }),
            Class::DropOnly { managed: false } => {
                let kept = self.let_go(section, exit, local, &[]);
                hygienic!(#name: #kept)
            }
            Class::Leftover if suspends && self.plan.leftovers[leaving.origin].contains(&local) => {
                let kept = self.let_go(section, exit, local, released);
                hygienic!(#name: #kept)
            }
            Class::Leftover => hygienic!(#name: #krate::__private::nothing()),
            Class::Relay => {
                let slot = self.names.slot(local);
                let owned = self.access(section, local) == Access::Own;
                let left = match (owned, init) {
                    (true, Init::Yes) if suspends => hygienic!(#krate::__private::handed(&#slot, #name)),
                    (false, _) if suspends => hygienic!(#slot.take()),
                    _ => hygienic!(#krate::__private::empty(&#slot)),
                };
                hygienic!(#name: { let left = #left; #krate::__keep!(left) })
            }
            Class::Plain => unreachable!("plain locals are not stored"),
        }
    }
}

/// No `impl Trait`, which may also stand for a type parameter.
fn is_nameable(ty: &syn::Type) -> bool {
    use syn::visit::{self, Visit};
    struct Finder(bool);
    impl<'ast> Visit<'ast> for Finder {
        fn visit_type(&mut self, ty: &'ast syn::Type) {
            self.0 |= matches!(ty, syn::Type::ImplTrait(_));
            visit::visit_type(self, ty);
        }
    }
    let mut finder = Finder(false);
    finder.visit_type(ty);
    !finder.0
}
