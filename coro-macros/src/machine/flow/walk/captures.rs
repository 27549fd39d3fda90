//! What a closure captures.

use super::super::super::locals::{Local, Locals, Mention};
use super::super::super::sections::Sections;
use super::super::super::std_macros::OpenedMacros;
use super::super::{Event, Use};
use super::Walk;

/// Whether a (resolved) closure uses something that it captures by value, and is not seen to copy it.
pub fn captures_by_value(closure: &syn::ExprClosure, macros: &OpenedMacros, locals: &Locals) -> bool {
    let sections = Sections::default();
    let mut walk = Walk::new(&sections, macros, locals);
    walk.inside_closure = true;
    walk.at = walk.detached(Event::None);
    walk.end = walk.at;
    closure.inputs.iter().for_each(|input| walk.declare(input));
    walk.expr(&closure.body, Use::Value);
    let own = |local: Local| walk.graph.events.iter().any(|event| matches!(event, Event::Declare(declared) if *declared == local));
    let captured = |local: Local| !own(local) && !locals.infos[local].copy && !locals.infos[local].plain;
    let path = |mention: Mention| walk.graph.paths[mention].as_ref();
    let counted =
        |mention: Mention| path(mention).is_some() && walk.graph.counted.iter().any(|other| path(*other) == path(mention));
    walk.graph.events.iter().any(|event| match *event {
        Event::Use(_, _, Use::Reference | Use::Shared) => false,
        Event::Use(_, mention, Use::Part) if counted(mention) => false,
        Event::Use(local, ..) => captured(local),
        _ => false,
    })
}
