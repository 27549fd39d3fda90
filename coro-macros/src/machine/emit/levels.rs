//! Levels: how a turn finds the section that it goes on with.

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::super::sections::{Entry, FrameId, Item, ROOT};
use super::Emit;

impl Emit<'_> {
    /// The sections and frames inside `frame`, in source order.
    pub(super) fn level(&self, frame: FrameId) -> TokenStream {
        let place = self.names.place(frame);
        let name = &self.names.enums[frame];
        let mut start_loops = false;
        let items = self.sections.frames[frame].items.iter().map(|item| match item {
            Item::Section(section) if matches!(self.sections.sections[*section].entry, Entry::Start) => {
                let (start, loops) = self.watched(|| self.start());
                start_loops = loops;
                (self.start_pattern(), start)
            }
            Item::Section(section) => (self.names.section_variants[*section].to_token_stream(), self.section(*section)),
            Item::Frame(child) => (self.open_pattern(*child), self.frame(*child)),
        });
        let items: Vec<(TokenStream, TokenStream)> = items.collect();
        if let Some(hot) = self.only_other_than_start(frame) {
            let (krate, over) = (&self.body.krate, self.over());
            let [(start, first), (pattern, code)] = &items[..] else { unreachable!("checked") };
            // The start is asked for last: it is run once. A loop in it would be compiled as one that hardly turns, too.
            let seldom = (!start_loops).then(|| hygienic!(#krate::__private::seldom();));
            return hygienic! {
                if let #name::#hot { .. } = *state {} else {
                    #seldom
                    if let #name::#start = *state { #first } else { #over }
                }
                if let #name::#pattern = *state { #code }
                #krate::__private::unreachable()
            };
        }
        if !self.dispatches(frame) {
            let sections = items.iter().map(|(pattern, code)| hygienic!(if let #name::#pattern = *#place { #code }));
            let sections: TokenStream = sections.collect();
            let rest = (frame == ROOT).then(|| self.rest());
            let krate = &self.body.krate;
            let rest = rest.map(|rest| hygienic!(match *state { #rest _ => #krate::__private::unreachable() }));
            return hygienic!(#sections #rest);
        }
        let arms = items.iter().map(|(pattern, code)| hygienic!(#name::#pattern => { #code }));
        let arms: TokenStream = arms.collect();
        let rest = if frame == ROOT {
            self.rest()
        } else if self.moved.borrow().contains(&frame) {
            let over = self.over_as(&hygienic!(false));
            hygienic!(#name::Moved => #over,)
        } else {
            TokenStream::new()
        };
        let dispatch = hygienic!(match *#place { #arms #rest });
        let label = format!("level{frame}");
        if self.is_label_used(&label) {
            let label = self.use_label(&label);
            self.note_loop();
            hygienic!(#label: loop { #dispatch break #label; })
        } else {
            dispatch
        }
    }

    /// The only variant of the root in which it is suspended, if there is one, and the start runs into it.
    fn only_other_than_start(&self, frame: FrameId) -> Option<&proc_macro2::Ident> {
        match self.sections.frames[frame].items[..] {
            [Item::Section(0), Item::Frame(child)] if frame == ROOT && !self.dispatches(frame) => {
                Some(&self.names.frame_variants[child])
            }
            _ => None,
        }
    }

    /// What is left when no section is to run.
    fn rest(&self) -> TokenStream {
        let (root, over) = (&self.names.enums[ROOT], self.over());
        hygienic!(#root::Done | #root::Panicked => #over,)
    }

    fn over(&self) -> TokenStream {
        let root = &self.names.enums[ROOT];
        self.over_as(&hygienic!(if let #root::Done = *state { true } else { false }))
    }

    fn over_as(&self, is_complete: &TokenStream) -> TokenStream {
        let krate = &self.body.krate;
        self.leave_turn(proc_macro2::Span::mixed_site(), &hygienic!(#krate::__private::Turn::Over(#is_complete)))
    }

    /// Whether the level is one `match`, gone through again by each jump within it. Where paths merge, a row of `if let`s is better:
    /// control falls from one into the next.
    pub(super) fn dispatches(&self, frame: FrameId) -> bool {
        let items = &self.sections.frames[frame].items;
        let merges =
            |item: &Item| matches!(item, Item::Section(section) if matches!(self.sections.sections[*section].entry, Entry::Merge));
        let loops = |item: &Item| matches!(item, Item::Frame(child) if self.is_loop(self.chain(*child).1));
        let frames = items.iter().any(|item| matches!(item, Item::Frame(_)));
        let suits = if frame == ROOT { !frames } else { items.iter().any(loops) };
        suits && !items.iter().any(merges)
    }
}
