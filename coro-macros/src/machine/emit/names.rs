//! Names for what is emitted: enums, variants, type parameters, fields and places.

use std::collections::{HashMap, HashSet};

use proc_macro2::{Ident, Span};
use syn::ext::IdentExt;

use super::super::locals::{Local, Locals};
use super::super::plan::{Class, Plan};
use super::super::sections::{Entry, FrameId, FrameKind, ROOT, Sections};

pub struct Names {
    /// By local: the identifier that stands for it, spans apart.
    locals: Vec<String>,
    pub parameters: Vec<Ident>,
    pub enums: Vec<Ident>,
    pub frame_variants: Vec<Ident>,
    pub section_variants: Vec<Ident>,
}

/// Picks names that no other use of ours has.
#[derive(Default)]
struct Unique(HashSet<String>);

impl Unique {
    fn pick(&mut self, base: &str) -> String {
        let mut name = base.to_owned();
        let mut count = 1;
        while !self.0.insert(name.clone()) {
            count += 1;
            name = format!("{base}_{count}");
        }
        name
    }

    fn pick_type(&mut self, base: &str) -> Ident {
        let mut name = base.to_owned();
        let mut count = 1;
        while !self.0.insert(name.clone()) {
            count += 1;
            name = format!("{base}{count}");
        }
        Ident::new(&name, Span::mixed_site())
    }
}

impl Names {
    pub fn new(function: &Ident, used: HashSet<String>, sections: &Sections, plan: &Plan, locals: &Locals) -> Names {
        let function = camel(&function.unraw().to_string());
        let mut types = Unique(used);
        let section_variants = section_variants(sections);
        let frame_variants = frame_variants(sections, plan, locals, &section_variants);
        let enums = (0..sections.frames.len()).map(|frame| {
            if frame == ROOT {
                types.pick_type(&format!("{function}State"))
            } else if sections.single(frame).is_some() || sections.is_merged(frame) {
                Ident::new("Unused", Span::mixed_site())
            } else {
                types.pick_type(&format!("{function}{}", frame_variants[frame]))
            }
        });
        let enums = enums.collect();
        let mut parameters = Unique::default();
        let local_names = local_names(plan, locals);
        let parameters = local_names.iter().map(|name| parameters.pick_type(&camel(name.trim_start_matches("r#")))).collect();
        Names { locals: local_names, parameters, enums, frame_variants, section_variants }
    }

    pub fn local(&self, local: Local, locals: &Locals, span: Span) -> Ident {
        let info = &locals.infos[local];
        let span = if info.generated { info.name.span() } else { span };
        let name = &self.locals[local];
        name.strip_prefix("r#").map_or_else(|| Ident::new(name, span), |raw| Ident::new_raw(raw, span))
    }

    /// The local where it is relayed from section to section.
    pub fn slot(&self, local: Local) -> Ident {
        Ident::new(&format!("{}_slot", self.locals[local].trim_start_matches("r#")), Span::mixed_site())
    }

    /// Where an open frame keeps what a relayed local leaves for its drop.
    pub fn kept(&self, local: Local) -> Ident {
        Ident::new(&format!("{}_kept", self.locals[local].trim_start_matches("r#")), Span::mixed_site())
    }

    /// Where an open loop keeps what its last turn left of a local.
    pub fn left(&self, local: Local) -> Ident {
        Ident::new(&format!("{}_left", self.locals[local].trim_start_matches("r#")), Span::mixed_site())
    }

    /// The field of a local that a section holds as a plain variable.
    pub fn home(&self, local: Local) -> Ident {
        Ident::new(&format!("{}_home", self.locals[local].trim_start_matches("r#")), Span::mixed_site())
    }

    pub fn is_renamed(&self, local: Local, locals: &Locals) -> bool {
        locals.infos[local].name != self.locals[local].as_str()
    }

    /// The reference to the enum of `frame`, while the frame is open.
    pub fn place(&self, frame: FrameId) -> Ident {
        if frame == ROOT { Ident::new("state", Span::mixed_site()) } else { Ident::new(&format!("at{frame}"), Span::mixed_site()) }
    }
}

fn local_names(plan: &Plan, locals: &Locals) -> Vec<String> {
    let names: Vec<String> = locals
        .infos
        .iter()
        .map(|info| match info.name.unraw().to_string() {
            receiver if receiver == "self" => "this".to_owned(),
            _ => info.name.to_string(),
        })
        .collect();
    let mut counts: HashMap<&str, usize> = HashMap::new();
    names.iter().for_each(|name| *counts.entry(name).or_default() += 1);
    // Fields of ours are called `at`.
    let mut unique = Unique(HashSet::from(["at".to_owned()]));
    unique.0.extend(counts.iter().filter(|(_, count)| **count > 1).map(|(name, _)| (*name).to_owned()));
    let alone: HashSet<String> =
        counts.iter().filter(|(name, count)| **count == 1 && **name != "at").map(|(name, _)| (*name).to_owned()).collect();
    let mut chosen = Vec::new();
    for (local, name) in names.iter().enumerate() {
        // A plain local keeps its name; one that is stored must not be mistaken for another of the same name.
        let ours = plan.classes[local] != Class::Plain || locals.infos[local].generated;
        if !ours || alone.contains(name) {
            chosen.push(name.clone());
            continue;
        }
        let mut pick = unique.pick(name);
        while alone.contains(&pick) {
            pick = unique.pick(name);
        }
        chosen.push(pick);
    }
    chosen
}

fn section_variants(sections: &Sections) -> Vec<Ident> {
    let (mut yields, mut merges) = (0, 0);
    let names = sections.sections.iter().map(|section| match section.entry {
        Entry::Start => "Start".to_owned(),
        Entry::Resume(_) => {
            yields += 1;
            format!("Yield{yields}")
        }
        Entry::Merge => {
            merges += 1;
            format!("Then{merges}")
        }
        Entry::Head => "Head".to_owned(),
        Entry::LoopExit(_) => "Left".to_owned(),
    });
    names.map(|name| Ident::new(&name, Span::mixed_site())).collect()
}

fn frame_variants(sections: &Sections, plan: &Plan, locals: &Locals, states: &[Ident]) -> Vec<Ident> {
    let mut unique = Unique::default();
    let mut loops = 0;
    let mut variants: Vec<Option<Ident>> = vec![None; sections.frames.len()];
    for (frame, info) in sections.frames.iter().enumerate() {
        variants[frame] = Some(match &info.kind {
            FrameKind::Root => Ident::new("Root", Span::mixed_site()),
            FrameKind::Loop { keyword, .. } => {
                loops += 1;
                Ident::new(&format!("{keyword}{loops}"), Span::mixed_site())
            }
            FrameKind::Group => match sections.single(frame) {
                Some(section) => states[section].clone(),
                None => {
                    let named = info.locals.iter().rev().find(|local| matches!(plan.classes[**local], Class::Kept { .. }));
                    let name = named
                        .or(info.locals.first())
                        .map_or_else(String::new, |local| camel(&locals.infos[*local].name.unraw().to_string()));
                    unique.pick_type(&format!("With{name}"))
                }
            },
        });
    }
    // A merged frame goes by the name of what it is merged with.
    for frame in (0..sections.frames.len()).rev() {
        if sections.is_merged(frame)
            && let [super::super::sections::Item::Frame(child)] = sections.frames[frame].items[..]
        {
            variants[frame] = variants[child].clone();
        }
    }
    variants.into_iter().map(|name| name.expect("every frame was named")).collect()
}

pub fn camel(name: &str) -> String {
    let mut out = String::new();
    for word in name.split('_') {
        let mut chars = word.chars();
        if let Some(first) = chars.next() {
            out.extend(first.to_uppercase());
            out.push_str(chars.as_str());
        }
    }
    if out.is_empty() || out == "Self" || out.starts_with(|c: char| c.is_numeric()) { format!("Local{out}") } else { out }
}
