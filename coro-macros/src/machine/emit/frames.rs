//! Frames: how one is opened, gone through and left.

use proc_macro2::{Span, TokenStream};
use quote::quote_spanned;

use super::super::locals::Local;
use super::super::plan::Class;
use super::super::sections::{Entry, FrameId, FrameKind, Item, ROOT, SectionId};
use super::Emit;
use super::code::at_span;

impl Emit<'_> {
    /// The pattern of an open frame: a reference to each field that its sections use.
    pub(super) fn open_pattern(&self, frame: FrameId) -> TokenStream {
        let variant = &self.names.frame_variants[frame];
        let (chain, bottom) = self.chain(frame);
        let mut fields = Vec::new();
        let mut all = true;
        for local in chain.iter().flat_map(|frame| &self.sections.frames[*frame].locals) {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            match self.plan.classes[*local] {
                Class::Relay => {
                    let kept = self.names.kept(*local);
                    fields.push(hygienic!(#name: ref mut #kept));
                }
                Class::Leftover => {
                    let left = self.names.left(*local);
                    fields.push(hygienic!(#name: ref mut #left));
                }
                Class::Kept { .. } if self.is_used_in_place(frame, *local) => {
                    fields.push(quote_spanned!(name.span()=> ref mut #name))
                }
                _ => all = false,
            }
        }
        if self.has_tag(bottom) {
            let place = self.names.place(bottom);
            fields.push(at_span(self.borrow_span(bottom), hygienic!(at: ref mut #place)));
        }
        if fields.is_empty() && all {
            return hygienic!(#variant { .. });
        }
        let rest = (!all).then(|| hygienic!(..));
        hygienic!(#variant { #(#fields,)* #rest })
    }

    /// Where the compiler says that what is kept in `frame` borrows what is kept around it (in the root: that anything does): at what may
    /// do so.
    pub(super) fn borrow_span(&self, frame: FrameId) -> Span {
        let outer = self.sections.path(frame);
        let lends = |source: &Local| self.plan.home[*source].is_some_and(|home| frame == ROOT || outer.contains(&home));
        let inside =
            (0..self.sections.frames.len()).filter(|inner| !outer.contains(inner) && self.sections.is_inside(*inner, frame));
        let mut stored = inside.flat_map(|inner| &self.sections.frames[inner].locals);
        let borrower = stored.find(|local| self.locals.infos[**local].sources.iter().any(lends));
        borrower.map_or_else(Span::mixed_site, |local| Span::mixed_site().located_at(self.locals.infos[*local].name.span()))
    }

    pub(super) fn is_used_in_place(&self, frame: FrameId, local: Local) -> bool {
        let (_, bottom) = self.chain(frame);
        let home = self.plan.home[local];
        (0..self.sections.sections.len()).any(|section| {
            let inside =
                self.sections.is_inside(self.sections.sections[section].frame, frame) || self.is_exit_inside(section, bottom);
            inside && home.is_some_and(|home| !self.plan.taken[section].contains(&home)) && self.facts.is_mentioned(section, local)
        })
    }

    fn is_exit_inside(&self, section: SectionId, frame: FrameId) -> bool {
        matches!(self.sections.sections[section].entry, Entry::LoopExit(left) if self.sections.is_inside(left, frame))
    }

    pub(super) fn frame(&self, frame: FrameId) -> TokenStream {
        let (_, bottom) = self.chain(frame);
        let (inside, loops) = self.watched(|| match self.sections.single(bottom) {
            Some(section) => self.section(section),
            None => self.level(bottom),
        });
        let FrameKind::Loop { exit, .. } = &self.sections.frames[bottom].kind else { return self.leavable(bottom, inside) };
        let label = self.loop_label(bottom);
        let next = format!("next{bottom}");
        let turn = if self.is_label_used(&next) {
            let next = self.use_label(&next);
            hygienic!(#next: { #inside })
        } else {
            inside
        };
        let again = self.sections.single(bottom).is_none().then(|| {
            let (place, name) = (self.names.place(bottom), &self.names.enums[bottom]);
            hygienic!(*#place = #name::Head;)
        });
        let krate = &self.body.krate;
        let anew = (loops && !self.counts(bottom)).then(|| hygienic!(#krate::__private::anew();));
        self.note_loop();
        let looped = hygienic!(#label: loop { #anew #turn #again });
        let code = match exit {
            Some(exit) => self.loop_exit(frame, &looped, *exit),
            None => looped,
        };
        self.leavable(bottom, code)
    }

    /// Whether it is a loop over a range: measured, such a one is better off in registers (`pairs` in benches).
    fn counts(&self, frame: FrameId) -> bool {
        let Some(head) = self.sections.head(frame) else { return false };
        let outside = |local: &Local| self.plan.home[*local].is_some_and(|home| !self.sections.is_inside(home, frame));
        let counts = |local: Local| self.locals.infos[local].counts && self.facts.is_mentioned(head, local) && outside(&local);
        (0..self.locals.len()).any(counts)
    }

    /// Labels the code of a frame where something jumps out of it.
    fn leavable(&self, frame: FrameId, code: TokenStream) -> TokenStream {
        let leave = format!("leave{frame}");
        if self.is_label_used(&leave) {
            let leave = self.use_label(&leave);
            hygienic!(#leave: { #code })
        } else {
            code
        }
    }

    /// The loop, and what follows it in the same turn.
    fn loop_exit(&self, frame: FrameId, looped: &TokenStream, exit: SectionId) -> TokenStream {
        self.broken.set(false);
        let code = self.section(exit);
        let uses_value = self.broken.replace(false);
        let looped = match &self.sections.frames[self.chain(frame).1].kind {
            FrameKind::Loop { result, .. } if uses_value => {
                let ty = result.as_ref().map(|ty| hygienic!(: #ty));
                hygienic!(let broken #ty = #looped;)
            }
            FrameKind::Loop { keyword: "Loop", .. } => hygienic!(let _ = #looped;),
            _ => hygienic!(#looped),
        };
        let closed = self.plan.closed[exit].map(|closed| self.sections.frames[closed].parent.expect("a loop is inside the root"));
        let close = closed.filter(|parent| self.may_drop(*parent)).map(|parent| {
            let (place, moved) = (self.names.place(parent), self.moved(parent));
            hygienic!(*#place = #moved;)
        });
        hygienic!(#looped #close #code)
    }

    /// The variant that stands for what was moved out.
    pub(super) fn moved(&self, frame: FrameId) -> TokenStream {
        let name = &self.names.enums[frame];
        if frame == ROOT {
            return hygienic!(#name::Panicked);
        }
        // Any state without fields will do: until the next one is written, only a panic can end the turn.
        let spare = self.sections.frames[frame].items.iter().find_map(|item| match item {
            Item::Section(section) => Some(&self.names.section_variants[*section]),
            Item::Frame(_) => None,
        });
        if let Some(spare) = spare {
            return hygienic!(#name::#spare);
        }
        self.moved.borrow_mut().insert(frame);
        hygienic!(#name::Moved)
    }
}
