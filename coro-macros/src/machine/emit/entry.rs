//! Entering a section: what it takes by value, what it was handed.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote_spanned};

use super::super::access::Access;
use super::super::locals::Local;
use super::super::plan::Class;
use super::super::sections::{Entry, FrameId, SectionId};
use super::Emit;
use super::code::joined;

impl Emit<'_> {
    /// A section with its entry: what it takes by value, what it was handed.
    pub(super) fn section(&self, section: SectionId) -> TokenStream {
        let entry = self.entry(section);
        joined(entry, self.section_with_macros(section))
    }

    pub(super) fn section_with_macros(&self, section: SectionId) -> TokenStream {
        let code = self.section_code(section);
        if self.local_macros.is_empty() {
            return code;
        }
        let text = code.to_string();
        let mut called = text.clone();
        let mut used = Vec::new();
        // One may use those before it.
        for known in self.local_macros.iter().rev() {
            let is_called = called.contains(&format!("{} !", known.name)) || called.contains(&format!("{}!", known.name));
            let is_defined = ["macro_rules ! ", "macro_rules! "].iter().any(|head| text.contains(&format!("{head}{}", known.name)));
            if is_called && !is_defined {
                let definition = self.tokens(section, known.item.clone());
                called.push_str(&definition.to_string());
                used.push(definition);
            }
        }
        let definitions: TokenStream = used.into_iter().rev().collect();
        hygienic!(#definitions #code)
    }

    /// A local becomes a plain variable until the section is left.
    fn swapped_in(&self, local: Local) -> TokenStream {
        let krate = &self.body.krate;
        let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
        let home = self.names.home(local);
        let place = match self.plan.classes[local] {
            Class::Relay => self.names.slot(local).to_token_stream(),
            _ => hygienic!(*#name),
        };
        hygienic!(let #home = &mut #place; let mut #name = #krate::__private::take(#home);)
    }

    fn entry(&self, section: SectionId) -> TokenStream {
        let mut out = self.take_frames(section);
        out.extend(self.drop_leftovers(section));
        let krate = &self.body.krate;
        let info = &self.sections.sections[section];
        let path = self.sections.path(info.frame);
        let stored = |local: &Local| path.iter().any(|frame| self.sections.frames[*frame].locals.contains(local));
        out.extend(self.plan.swapped[section].iter().filter(|local| !stored(local)).map(|local| self.swapped_in(*local)));
        // Variables of a pattern are older than those that follow: declared after a slot, one begins anew.
        let mut after_slot = false;
        for local in path.iter().flat_map(|frame| &self.sections.frames[*frame].locals) {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            let home = self.plan.home[*local].expect("stored locals have a frame");
            let taken = self.plan.taken[section].contains(&home);
            let mentioned = self.facts.is_mentioned(section, *local);
            // Dropped with the loop that it was left behind by.
            if taken && !mentioned && matches!(info.entry, Entry::LoopExit(_)) && info.leaves.contains(&home) {
                continue;
            }
            if self.plan.swapped[section].contains(local) {
                out.extend(self.swapped_in(*local));
                continue;
            }
            let moved = after_slot && taken && !self.locals.infos[*local].copy && !self.locals.infos[*local].trivial;
            if moved && !matches!(self.plan.classes[*local], Class::Relay | Class::Leftover) {
                out.extend(hygienic!(let mut #name = #name;));
            }
            match (self.plan.classes[*local], self.access(section, *local)) {
                (Class::Relay, access) => {
                    after_slot |= taken;
                    let (slot, kept) = (self.names.slot(*local), self.names.kept(*local));
                    let value = match info.entry {
                        Entry::Resume(_) if taken => Some(hygienic!(#krate::__private::restored(&#slot, &mut #kept))),
                        Entry::Resume(_) => Some(hygienic!(#krate::__private::Restore::restore(#kept))),
                        _ if taken => Some(hygienic!(#slot.take())),
                        _ => None,
                    };
                    // What ends with the section is dropped in the order of the section's own variables.
                    let declare = taken.then(|| hygienic!(let mut));
                    out.extend(value.map(|value| hygienic!(#declare #slot = #value;)));
                    if mentioned && access == Access::InPlace {
                        out.extend(hygienic!(let #name = #krate::__private::held(&mut #slot);));
                    }
                }
                (Class::Kept { optional: true }, Access::InPlace) if mentioned => {
                    out.extend(hygienic!(let #name = #krate::__private::held(#name);));
                }
                (Class::Kept { optional: true }, Access::Own) if taken => {
                    out.extend(hygienic!(let mut #name = #krate::__private::take(&mut #name);));
                }
                (Class::Kept { optional: true }, Access::Optional) if taken => out.extend(hygienic!(let #name = &mut #name;)),
                _ => {}
            }
        }
        out
    }

    /// A turn of a loop begins: what the one before left is dropped.
    fn drop_leftovers(&self, section: SectionId) -> TokenStream {
        let info = &self.sections.sections[section];
        if !matches!(info.entry, Entry::Head) {
            return TokenStream::new();
        }
        let krate = &self.body.krate;
        let locals = self.sections.frames[info.frame].locals.iter().rev();
        let leftovers = locals.filter(|local| self.plan.classes[**local] == Class::Leftover);
        leftovers
            .map(|local| {
                let left = self.names.left(*local);
                hygienic!(*#left = #krate::__private::nothing();)
            })
            .collect()
    }

    fn take_frames(&self, section: SectionId) -> TokenStream {
        let taken = &self.plan.taken[section];
        let Some(mut first) = taken.first().copied() else { return TokenStream::new() };
        let mut parent = self.sections.frames[first].parent.expect("the root is never taken");
        while self.sections.is_merged(parent) {
            first = parent;
            parent = self.sections.frames[first].parent.expect("the root is never merged");
        }
        let closed = match self.sections.sections[section].entry {
            Entry::LoopExit(frame) => Some(frame),
            _ => None,
        };
        let mut leftover = false;
        let pattern = self.taken_pattern(first, section, closed, &mut leftover);
        let (place, name, moved) = (self.names.place(parent), &self.names.enums[parent], self.moved(parent));
        let mut drop_closed = if leftover { hygienic!(::core::mem::drop(closed);) } else { TokenStream::new() };
        if closed.is_some() {
            drop_closed.extend(self.drop_left(section));
        }
        let krate = &self.body.krate;
        hygienic! {
            let #name::#pattern = ::core::mem::replace(#place, #moved) else { #krate::__private::unreachable() };
            #drop_closed
        }
    }

    fn taken_pattern(&self, frame: FrameId, section: SectionId, closed: Option<FrameId>, leftover: &mut bool) -> TokenStream {
        let variant = &self.names.frame_variants[frame];
        let (chain, bottom) = self.chain(frame);
        let locals = chain.iter().flat_map(|frame| &self.sections.frames[*frame].locals);
        let fields: Vec<_> = locals
            .map(|local| {
                let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
                let bind = if self.plan.classes[*local] == Class::Relay { self.names.kept(*local) } else { name.clone() };
                match self.plan.classes[*local] {
                    Class::Leftover => hygienic!(#name: _),
                    _ if bind == name => quote_spanned!(name.span()=> mut #name),
                    _ => hygienic!(#name: mut #bind),
                }
            })
            .collect();
        let at = if !self.has_tag(bottom) {
            None
        } else {
            let path = self.sections.path(self.sections.sections[section].frame);
            let position = path.iter().position(|frame| *frame == bottom);
            let inner = position.and_then(|position| path.get(position + 1)).copied();
            let name = &self.names.enums[bottom];
            Some(match (inner, closed) {
                (Some(inner), _) => {
                    let inner = self.taken_pattern(inner, section, closed, leftover);
                    hygienic!(at: #name::#inner)
                }
                (None, Some(_)) => {
                    *leftover = true;
                    hygienic!(at: closed)
                }
                (None, None) => hygienic!(at: _),
            })
        };
        if fields.is_empty() && at.is_none() { hygienic!(#variant) } else { hygienic!(#variant { #(#fields,)* #at }) }
    }

    /// After a loop: what the scopes that end with it still hold goes first.
    fn drop_left(&self, section: SectionId) -> TokenStream {
        let leaves = &self.sections.sections[section].leaves;
        let locals = leaves
            .iter()
            .filter(|frame| self.plan.taken[section].contains(frame))
            .flat_map(|frame| &self.sections.frames[*frame].locals);
        let leaves = |local: &Local| !self.facts.is_mentioned(section, *local) && self.plan.classes[*local] != Class::Leftover;
        let mut left: Vec<Local> = locals.copied().filter(leaves).collect();
        left.reverse();
        left.into_iter()
            .map(|local| {
                let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
                let name = if self.plan.classes[local] == Class::Relay { self.names.kept(local) } else { name };
                hygienic!(::core::mem::drop(#name);)
            })
            .collect()
    }
}
