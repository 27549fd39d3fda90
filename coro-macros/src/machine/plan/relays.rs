//! Which locals of a turn the state has a place for.

use super::super::flow::{Facts, Init};
use super::super::locals::{Local, Locals};
use super::super::sections::{FrameId, ROOT, Sections};
use super::{Class, Plan, Surroundings};

impl Plan {
    /// A local of the turn that is gone before each suspension needs no place in the state, if it lasts to the end of the body, and
    /// nothing is kept beside it that has to be dropped before it.
    pub(super) fn place_relays(&mut self, sections: &Sections, facts: &Facts, locals: &Locals) {
        let outermost = |frame: &FrameId| {
            let around = |section: usize| section == 0 || sections.is_inside(sections.sections[section].frame, *frame);
            sections.frames[*frame].parent == Some(ROOT) && (0..sections.sections.len()).all(around)
        };
        for frame in (1..sections.frames.len()).filter(outermost) {
            let Surroundings { resumed, .. } = Surroundings::of(sections, frame);
            let drops = |local: &Local| {
                let info = &locals.infos[*local];
                self.classes[*local] != Class::Plain && !info.copy && !info.trivial
            };
            let kept: Vec<Local> = sections.frames.iter().flat_map(|frame| &frame.locals).copied().filter(drops).collect();
            if let [only] = kept[..]
                && self.classes[only] == Class::Relay
                && self.home[only] == Some(frame)
                && resumed.iter().all(|section| facts.init(*section, only) == Init::No)
            {
                self.home[only] = Some(ROOT);
            }
        }
    }
}
