//! The enums: one for the machine, one for each frame that can be suspended in more than one place.

use std::collections::BTreeSet;

use proc_macro2::TokenStream;
use quote::ToTokens;

use super::super::locals::Local;
use super::super::sections::{Entry, FrameId, Item, ROOT};
use super::Emit;

impl Emit<'_> {
    /// Definitions of the machine's enum and of those inside it, outermost first.
    pub fn enums(&self) -> TokenStream {
        let mut out = TokenStream::new();
        for frame in 0..self.sections.frames.len() {
            let owns = frame == ROOT
                || self.is_live_frame(frame) && self.sections.single(frame).is_none() && !self.sections.is_merged(frame);
            if owns {
                out.extend(self.enum_of(frame));
            }
        }
        let root = &self.names.enums[ROOT];
        let parameters = self.parameters(ROOT);
        let krate = &self.body.krate;
        let generics = if parameters.is_empty() { TokenStream::new() } else { hygienic!(<#(#parameters),*>) };
        hygienic! {
            #out
            impl #generics #krate::__private::State for #root #generics {
                #[inline] fn panic(&mut self) { *self = #root::Panicked; }
                #[inline] fn is_complete(&self) -> bool { if let #root::Done = *self { true } else { false } }
            }
        }
    }

    /// Dissolved frames are no longer listed anywhere.
    fn is_live_frame(&self, frame: FrameId) -> bool {
        self.sections
            .frames
            .iter()
            .any(|other| other.items.iter().any(|item| matches!(item, Item::Frame(child) if *child == frame)))
    }

    fn enum_of(&self, frame: FrameId) -> TokenStream {
        let name = &self.names.enums[frame];
        let parameters = self.parameters(frame);
        let generics = if parameters.is_empty() { TokenStream::new() } else { hygienic!(<#(#parameters),*>) };
        let mut variants = Vec::new();
        for item in &self.sections.frames[frame].items {
            variants.push(match item {
                Item::Section(section) if matches!(self.sections.sections[*section].entry, Entry::Start) => self.start_variant(),
                Item::Section(section) => {
                    let variant = &self.names.section_variants[*section];
                    hygienic!(#variant)
                }
                Item::Frame(child) => self.frame_variant(*child),
            });
        }
        // The variants without fields come first: measured, it makes nested loops cheaper to resume (`pairs` in benches).
        if frame == ROOT {
            variants.splice(0..0, [hygienic!(Done), hygienic!(Panicked)]);
        } else if self.moved.borrow().contains(&frame) {
            variants.insert(0, hygienic!(Moved));
        }
        variants.sort_by_cached_key(|variant| variant.clone().into_iter().count() > 1);
        let derives = &self.body.derives;
        let ends = |path: &syn::Path, name: &str| path.segments.last().is_some_and(|last| last.ident == name);
        let has = |name: &str| derives.iter().any(|path| ends(path, name));
        let partial = (has("Eq") && !has("PartialEq")).then(|| hygienic!(::core::cmp::PartialEq,));
        let derives = if derives.is_empty() { TokenStream::new() } else { hygienic!(#[derive(#partial #(#derives),*)]) };
        hygienic!(#[allow(dead_code)] #derives enum #name #generics { #(#variants),* })
    }

    fn start_variant(&self) -> TokenStream {
        let fields = self.params.iter().rev().map(|local| {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            let parameter = &self.names.parameters[*local];
            let ty = self.known_type(*local).map_or_else(|| parameter.to_token_stream(), ToTokens::to_token_stream);
            hygienic!(#name: #ty)
        });
        if self.params.is_empty() { hygienic!(Start) } else { hygienic!(Start { #(#fields),* }) }
    }

    fn frame_variant(&self, frame: FrameId) -> TokenStream {
        let variant = &self.names.frame_variants[frame];
        let (chain, bottom) = self.chain(frame);
        // In reverse: fields are dropped in the order in which they are declared.
        let fields = chain.iter().rev().flat_map(|frame| self.sections.frames[*frame].locals.iter().rev()).map(|local| {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            let parameter = self.field_type(*local);
            hygienic!(#name: #parameter)
        });
        let fields: Vec<_> = fields.collect();
        let at = self.has_tag(bottom).then(|| {
            let name = &self.names.enums[bottom];
            let parameters = self.parameters(bottom);
            if parameters.is_empty() { hygienic!(at: #name,) } else { hygienic!(at: #name<#(#parameters),*>,) }
        });
        if fields.is_empty() && at.is_none() { hygienic!(#variant) } else { hygienic!(#variant { #at #(#fields),* }) }
    }

    /// Whether the variant of `frame` says which of several states inside it is next.
    pub fn has_tag(&self, frame: FrameId) -> bool {
        self.sections.single(frame).is_none() && self.plan.untagged[frame].is_none()
    }

    fn field_type(&self, local: Local) -> TokenStream {
        let parameter = &self.names.parameters[local];
        let param_field = self.params.contains(&local) && self.is_transformed(local);
        let parameter = match self.known_type(local) {
            Some(ty) if !self.is_transformed(local) => ty.to_token_stream(),
            _ if param_field => quote::format_ident!("{parameter}Kept").to_token_stream(),
            _ => parameter.to_token_stream(),
        };
        if matches!(self.plan.classes[local], super::super::plan::Class::Kept { optional: true }) {
            hygienic!(::core::option::Option<#parameter>)
        } else {
            hygienic!(#parameter)
        }
    }

    /// The type of a local, where it is written and means the same in the enum's definition.
    fn known_type(&self, local: Local) -> Option<&syn::Type> {
        let info = &self.locals.infos[local];
        info.ty.as_ref().filter(|ty| info.counts || super::super::copy::is_primitive(ty))
    }

    /// The field holds something else than the local's value.
    fn is_transformed(&self, local: Local) -> bool {
        use super::super::plan::Class;
        matches!(self.plan.classes[local], Class::DropOnly { .. } | Class::Leftover | Class::Relay)
    }

    /// The frames that share the variant of `frame`, and the innermost of them.
    pub fn chain(&self, frame: FrameId) -> (Vec<FrameId>, FrameId) {
        let mut chain = vec![frame];
        let mut bottom = frame;
        while self.sections.is_merged(bottom)
            && let [Item::Frame(child)] = self.sections.frames[bottom].items[..]
        {
            chain.push(child);
            bottom = child;
        }
        (chain, bottom)
    }

    /// The type parameters of the enum of `frame`: one for each local stored in it or below whose type is not known.
    pub fn parameters(&self, frame: FrameId) -> Vec<proc_macro2::Ident> {
        let mut stored = BTreeSet::new();
        self.stored(frame, &mut stored);
        let mut names = Vec::new();
        for (local, kept) in stored {
            let holds_value = self.params.contains(&local) || !self.is_transformed(local);
            if !kept && holds_value && self.known_type(local).is_some() {
                continue;
            }
            let parameter = &self.names.parameters[local];
            names.push(if kept { quote::format_ident!("{parameter}Kept") } else { parameter.clone() });
        }
        names
    }

    /// Whether the enum of `frame` could have something to drop: types that are written in it are primitive, or ranges of such.
    pub fn may_drop(&self, frame: FrameId) -> bool {
        let is_plain = |local: &Local| self.known_type(*local).is_some() && !self.is_transformed(*local);
        let is_open = |item: &Item| match item {
            Item::Section(_) => false,
            Item::Frame(child) => !self.sections.frames[*child].locals.iter().all(is_plain) || self.may_drop(*child),
        };
        frame == ROOT && !self.params.iter().all(is_plain) || self.sections.frames[frame].items.iter().any(is_open)
    }

    fn stored(&self, frame: FrameId, found: &mut BTreeSet<(Local, bool)>) {
        if frame == ROOT {
            found.extend(self.params.iter().map(|local| (*local, false)));
        }
        for item in &self.sections.frames[frame].items {
            if let Item::Frame(child) = item {
                let locals = &self.sections.frames[*child].locals;
                found.extend(locals.iter().map(|local| (*local, self.params.contains(local) && self.is_transformed(*local))));
                self.stored(*child, found);
            }
        }
    }
}
