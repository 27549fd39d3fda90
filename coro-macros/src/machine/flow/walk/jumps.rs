//! Loops, and jumps out of them.

use syn::Lifetime;

use super::super::super::sections::FrameKind;
use super::super::{Event, Node};
use super::{Label, Walk};

impl Walk<'_> {
    pub(super) fn repeat(&mut self, label: Option<&Lifetime>, turn: impl FnOnce(&mut Self, Node)) {
        let again = self.push(Event::None);
        let leave = self.detached(Event::None);
        let name = label.map(|label| label.ident.to_string());
        self.labels.push(Label { name, is_loop: true, leave, again: Some(again) });
        turn(self, leave);
        self.labels.pop();
        self.edge(self.at, again);
        self.at = leave;
    }

    pub(super) fn leave(&mut self, label: Option<&Lifetime>, again: bool) {
        let found = self.labels.iter().rev().find(|known| match label {
            Some(label) => known.name.as_deref() == Some(&*label.ident.to_string()),
            None => known.is_loop,
        });
        if let Some(found) = found {
            let to = if again { found.again.unwrap_or(found.leave) } else { found.leave };
            return self.jump(to);
        }
        let section = self.sections.sections[self.section].frame;
        let target = label.and_then(|label| self.sections.find_loop(section, label)).and_then(|frame| {
            if again {
                return self.sections.head(frame);
            }
            match self.sections.frames[frame].kind {
                FrameKind::Loop { exit, .. } => exit,
                _ => None,
            }
        });
        match target {
            Some(section) if !self.inside_closure => self.go_to(section),
            _ => self.jump(self.end),
        }
    }
}
