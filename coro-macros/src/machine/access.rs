//! How a section gets at a local that suspensions keep.

use super::flow::{Facts, Init};
use super::locals::Local;
use super::plan::{Class, Plan};
use super::sections::{SectionId, Sections};

/// How a section gets at a local.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// It is a variable of that name.
    Own,
    /// `x: &mut T`
    InPlace,
    /// `x: &mut Option<T>`
    Optional,
    /// `x_slot: Option<T>`, a variable of the whole turn.
    Slot,
}

impl Plan {
    pub fn access(&self, sections: &Sections, facts: &Facts, section: SectionId, local: Local) -> Access {
        let class = self.classes[local];
        let home = self.home[local];
        let Some(home) = home.filter(|_| class != Class::Plain) else { return Access::Own };
        let inside = sections.path(sections.sections[section].frame).contains(&home) && section != 0;
        let settled =
            facts.init(section, local) == Init::Yes && !facts.is_written(section, local) && !facts.moves_whole(section, local);
        if class == Class::Leftover {
            return if self.managed[local] { Access::Optional } else { Access::Own };
        }
        if self.swapped[section].contains(&local) {
            return Access::Own;
        }
        if self.owned[section].contains(&local) {
            return Access::Own;
        }
        if class == Class::Relay {
            let stored = sections.frames[home].locals.contains(&local);
            let taken = self.taken[section].contains(&home);
            return if inside && settled && stored && !taken { Access::InPlace } else { Access::Slot };
        }
        if !inside {
            return if self.managed[local] { Access::Optional } else { Access::Own };
        }
        let optional = class == Class::Kept { optional: true };
        if self.taken[section].contains(&home) {
            // One that nothing reads may have been let go where it was last read.
            let sure = facts.init(section, local) == Init::Yes && facts.is_live(section, local);
            return if optional && !sure { Access::Optional } else { Access::Own };
        }
        if optional && !settled { Access::Optional } else { Access::InPlace }
    }
}
