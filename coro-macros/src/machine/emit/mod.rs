//! Last pass: the enums, the step closure, and the expression that makes a machine of them.

mod captured;
mod clear;
mod code;
mod ends;
mod entry;
mod frames;
mod held;
mod hints;
mod levels;
mod names;
mod offers;
mod parts;
mod render;
mod step;
mod store;
mod types;

use std::cell::{Cell, RefCell};
use std::collections::HashSet;

use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote_spanned};
use syn::spanned::Spanned;
use syn::{Lifetime, Pat, Type};

use self::names::Names;
use super::access::Access;
use super::desugar::body_label;
use super::flow::Facts;
use super::locals::{Local, Locals};
use super::plan::{Class, Plan};
use super::resolve::LocalMacro;
use super::sections::{Entry, FrameId, FrameKind, ROOT, SectionId, Sections};
use super::std_macros::OpenedMacros;
use crate::body::{Body, Flavor, Resume};
use crate::input;

pub struct Emit<'a> {
    pub body: &'a Body,
    pub sections: &'a Sections,
    pub plan: &'a Plan,
    pub facts: &'a Facts,
    pub locals: &'a Locals,
    pub macros: &'a OpenedMacros,
    pub local_macros: &'a [LocalMacro],
    pub params: &'a [Local],
    pub items: &'a [syn::Item],
    /// The patterns of `#[resume(rebind)]` parameters, coded.
    pub rebound: &'a [Pat],
    /// Whether the user's `return`s and `?`s end the body.
    pub is_left: bool,
    pub names: Names,
    moved: RefCell<HashSet<FrameId>>,
    /// Whether the code that follows a loop asks for what the loop broke with.
    broken: Cell<bool>,
    labels: RefCell<HashSet<String>>,
    /// How many loops there are in what has been emitted.
    loops: Cell<usize>,
    /// A macro may hide a `return`.
    returns: bool,
}

pub struct Input<'a> {
    pub body: &'a Body,
    pub sections: &'a Sections,
    pub plan: &'a Plan,
    pub facts: &'a Facts,
    pub locals: &'a Locals,
    pub macros: &'a OpenedMacros,
    pub local_macros: &'a [LocalMacro],
    pub params: &'a [Local],
    pub items: &'a [syn::Item],
    pub rebound: &'a [Pat],
    /// A macro may hide a `return`.
    pub returns: bool,
    pub is_left: bool,
    /// Lower-case identifiers that no local declares.
    pub free: &'a [proc_macro2::Ident],
    /// The body as it was resolved, if a closure captures anything.
    pub resolved: Option<&'a syn::Block>,
    /// Every identifier in the user's tokens.
    pub used: input::names::Names,
}

pub fn emit(input: Input) -> TokenStream {
    let names = Names::new(&input.body.name, input.used.0, input.sections, input.plan, input.locals);
    let Input { body, sections, plan, facts, locals, macros, local_macros, params, items, rebound, returns, is_left, .. } = input;
    let (moved, broken, labels, loops) = Default::default();
    Emit {
        body,
        sections,
        plan,
        facts,
        locals,
        macros,
        local_macros,
        params,
        items,
        rebound,
        is_left,
        names,
        moved,
        broken,
        labels,
        loops,
        returns,
    }
    .machine()
}

impl Emit<'_> {
    fn machine(&self) -> TokenStream {
        let krate = &self.body.krate;
        let machine = self.made();
        let step = self.step();
        let enums = self.enums();
        let root = &self.names.enums[ROOT];
        let blanks = self.parameters(ROOT).into_iter().map(|_| hygienic!(_));
        let generics = if self.parameters(ROOT).is_empty() { TokenStream::new() } else { hygienic!(<#(#blanks),*>) };
        let fields = self.params.iter().map(|local| {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            let source = &self.locals.infos[*local].name;
            hygienic!(#name: #source)
        });
        let start = if self.params.is_empty() { hygienic!(#root::Start) } else { hygienic!(#root::Start { #(#fields),* }) };
        let argument_type = self.argument_type();
        let (yield_type, return_type) = (&self.body.yield_type, &self.body.return_type);
        let by_move = self.body.by_move.then(|| hygienic!(move));
        let argument_span = match &self.body.resume {
            Resume::First(pat, _) => pat.span(),
            Resume::Rebind(params) if !params.is_empty() => params[0].0.span(),
            _ => self.user_span(),
        };
        let argument_span = Span::mixed_site().located_at(argument_span);
        let argument = if self.uses_argument() { quote_spanned!(argument_span=> argument) } else { hygienic!(_) };
        if !self.body.by_move {
            return hygienic! {{
                #enums
                let start = #start;
                let types = #krate::__private::witness(&start);
                // What the closure captures, it borrows; so it may not capture `types`.
                let step = #krate::__private::tie(types, |state: &mut #root #generics, #argument: #argument_type| -> #krate::__private::Turn<#yield_type, #return_type> {
                    #step
                });
                #machine
            }};
        }
        // Where no type is to be inferred, the state's name says it all.
        let inferred = !generics.is_empty();
        let types = inferred.then(|| hygienic!(let types = #krate::__private::witness(&start);));
        let same_type = inferred.then(|| hygienic!(#krate::__private::same_type(state, types);));
        hygienic! {{
            #enums
            let start = #start;
            #types
            let step = #by_move |state: &mut #root #generics, #argument: #argument_type| -> #krate::__private::Turn<#yield_type, #return_type> {
                #same_type
                #step
            };
            #machine
        }}
    }

    /// What is made of `start` and `step`.
    fn made(&self) -> TokenStream {
        let krate = &self.body.krate;
        match self.body.flavor {
            Flavor::Coroutine => hygienic!(#krate::Machine::new(start, step)),
            Flavor::Iterator => hygienic!(#krate::__private::MachineIter { state: start, step }),
        }
    }

    fn argument_type(&self) -> Type {
        match &self.body.resume {
            Resume::Plain(ty) | Resume::First(_, ty) => ty.clone(),
            Resume::Rebind(params) if params.len() == 1 => params[0].1.clone(),
            Resume::Rebind(params) => {
                let types = params.iter().map(|(_, ty)| ty);
                syn::parse_quote!((#(#types),*))
            }
        }
    }

    fn unit_argument(&self) -> bool {
        match &self.body.resume {
            Resume::Rebind(_) => true,
            Resume::Plain(ty) | Resume::First(_, ty) => matches!(ty, Type::Tuple(unit) if unit.elems.is_empty()),
        }
    }

    fn uses_argument(&self) -> bool {
        matches!(self.body.resume, Resume::Rebind(_)) || !self.unit_argument()
    }

    /// Whether the argument may be copied: then it need not be taken out of an `Option`.
    fn copy_argument(&self) -> bool {
        match &self.body.resume {
            Resume::Plain(ty) | Resume::First(_, ty) => super::copy::ty(ty),
            Resume::Rebind(_) => true,
        }
    }

    /// What this turn was resumed with, where `section` receives it.
    fn argument(&self, section: SectionId) -> TokenStream {
        let krate = &self.body.krate;
        let span = match (&self.sections.sections[section].entry, &self.body.resume) {
            (Entry::Resume(span), _) => *span,
            (_, Resume::First(pat, _)) => pat.span(),
            _ => self.user_span(),
        };
        let span = Span::mixed_site().located_at(span);
        if self.unit_argument() {
            quote_spanned!(span=> ())
        } else if self.copy_argument() {
            quote_spanned!(span=> argument)
        } else {
            quote_spanned!(span=> #krate::__private::take(&mut argument))
        }
    }

    /// Variables of the whole turn.
    fn prelude(&self) -> TokenStream {
        let mut out = TokenStream::new();
        if let Resume::Rebind(params) = &self.body.resume {
            let pats = self.rebound.iter().map(|pat| self.pat(pat));
            out.extend(if params.len() == 1 {
                hygienic!(let #(#pats)* = argument;)
            } else {
                hygienic!(let (#(#pats),*) = argument;)
            });
        } else if self.uses_argument() && !self.copy_argument() {
            out.extend(hygienic!(let mut argument = ::core::option::Option::Some(argument);));
        }
        for (slot, ty) in self.sections.slots.iter().enumerate() {
            let slot = format_ident!("value{slot}", span = Span::mixed_site());
            let ty = ty.as_ref().map(|ty| hygienic!(: ::core::option::Option<#ty>));
            out.extend(hygienic!(let mut #slot #ty = ::core::option::Option::None;));
        }
        for (frame, waiting) in self.plan.untagged.iter().enumerate() {
            let Some(waiting) = waiting else { continue };
            let (place, name, variant) =
                (self.names.place(frame), &self.names.enums[frame], &self.names.section_variants[*waiting]);
            out.extend(hygienic!(let #place = &mut #name::#variant;));
        }
        for (local, class) in self.plan.classes.iter().enumerate() {
            if *class == Class::Relay {
                let slot = self.names.slot(local);
                out.extend(hygienic!(let mut #slot = ::core::option::Option::None;));
            }
        }
        out
    }

    fn start_pattern(&self) -> TokenStream {
        match &self.start_fields()[..] {
            [] => hygienic!(Start),
            fields if self.copies_params() => hygienic!(Start { #(#fields),* }),
            _ => hygienic!(Start { .. }),
        }
    }

    fn start_fields(&self) -> Vec<TokenStream> {
        let fields = self.params.iter().map(|local| {
            let name = self.names.local(*local, self.locals, self.locals.infos[*local].name.span());
            quote_spanned!(name.span()=> mut #name)
        });
        fields.collect()
    }

    /// Whether what the coroutine starts with is seen to be `Copy`: then the start state holds nothing that has to be moved out.
    fn copies_params(&self) -> bool {
        self.params.iter().all(|local| self.locals.infos[*local].copy)
    }

    fn start(&self) -> TokenStream {
        let (root, krate) = (&self.names.enums[ROOT], &self.body.krate);
        let code = self.section_with_macros(0);
        let managed: TokenStream = self.params.iter().map(|local| self.start_local(*local)).collect();
        if self.copies_params() {
            return hygienic!(#managed #code);
        }
        let fields = self.start_fields();
        hygienic! {
            let #root::Start { #(#fields),* } = ::core::mem::replace(state, #root::Panicked) else { #krate::__private::unreachable() };
            #managed
            #code
        }
    }

    fn start_local(&self, local: Local) -> TokenStream {
        let name = self.names.local(local, self.locals, self.locals.infos[local].name.span());
        match self.access(0, local) {
            Access::Optional => hygienic!(let #name = &mut ::core::option::Option::Some(#name);),
            Access::Slot => {
                let slot = self.names.slot(local);
                hygienic!(#slot = ::core::option::Option::Some(#name);)
            }
            _ if self.plan.tied[0].contains(&local) => self.tie(local),
            _ => TokenStream::new(),
        }
    }

    /// Stands for the user's own keywords and braces, and their edition.
    fn user_span(&self) -> Span {
        self.body.block.brace_token.span.join()
    }

    fn note_loop(&self) {
        self.loops.set(self.loops.get() + 1);
    }

    /// What `emit` emits, and whether a loop is in it.
    fn watched(&self, emit: impl FnOnce() -> TokenStream) -> (TokenStream, bool) {
        let before = self.loops.get();
        let emitted = emit();
        (emitted, self.loops.get() > before)
    }

    fn use_label(&self, name: &str) -> Lifetime {
        self.labels.borrow_mut().insert(name.to_owned());
        Lifetime::new(&format!("'{name}"), Span::mixed_site())
    }

    fn is_label_used(&self, name: &str) -> bool {
        self.labels.borrow().contains(name)
    }

    fn loop_label(&self, frame: FrameId) -> Lifetime {
        match &self.sections.frames[frame].kind {
            FrameKind::Loop { label, .. } => label.clone(),
            _ => unreachable!("only loops are labelled"),
        }
    }

    fn body_label(&self) -> Lifetime {
        body_label(Span::mixed_site())
    }
}
