//! Macros of unknown meaning that capture locals in a format string: there these have the names that the user gave them.
//!
//! ```text
//! [source]  info!("{n}");
//! [lowered] let n = &n_2; info!("{n}");
//! ```

use proc_macro2::{Ident, TokenStream, TokenTree};

use super::super::access::Access;
use super::super::locals::{Local, decode};
use super::super::resolve::{MENTIONS, collect_mentions};
use super::super::sections::SectionId;
use super::Emit;
use super::held::put;

/// A local in a format string.
struct Capture {
    local: Local,
    coded: Ident,
    /// A width or a precision.
    counts: bool,
}

impl Emit<'_> {
    /// `mac` behind names for what it captures, where a local goes by another name. In a statement it stands without braces, if no name of
    /// ours is hidden by that: it may declare something.
    pub(super) fn captured(
        &self,
        section: SectionId,
        mac: &syn::Macro,
        attrs: &[syn::Attribute],
        is_statement: bool,
    ) -> Option<TokenStream> {
        let mut names = TokenStream::new();
        let mut hides = false;
        let mut mac = mac.clone();
        for Capture { local, coded, counts } in captures(attrs) {
            let access = self.access(section, local);
            let is_renamed = self.names.is_renamed(local, self.locals);
            if access == Access::Own && !is_renamed {
                continue;
            }
            hides |= !is_renamed;
            let user = &self.locals.infos[local].name;
            let name = if user == "self" { "this".to_owned() } else { user.to_string() };
            let name = Ident::new(&name, coded.span());
            let mut mentioned = false;
            collect_mentions(mac.tokens.clone(), &mut |other, _| mentioned |= other == local);
            let reference = match () {
                () if counts => None,
                () if mentioned && access != Access::Own => {
                    mac.tokens = put(mac.tokens, local, &hygienic!((*#name)));
                    Some(hygienic!(&mut))
                }
                () => Some(hygienic!(&)),
            };
            names.extend(hygienic!(#[allow(unused_variables)] let #name = #reference #coded;));
        }
        let bare = is_statement && !hides;
        (!names.is_empty()).then(|| if bare { hygienic!(#names #mac) } else { hygienic!({ #names #mac }) })
    }
}

/// What the format strings of a macro capture, as `resolve` noted it.
fn captures(attrs: &[syn::Attribute]) -> Vec<Capture> {
    let attr = attrs.iter().find(|attr| attr.path().is_ident(MENTIONS));
    let Some(syn::Meta::List(list)) = attr.map(|attr| &attr.meta) else { return Vec::new() };
    let groups = list.tokens.clone().into_iter().filter_map(|token| match token {
        TokenTree::Group(group) => Some(group.stream()),
        _ => None,
    });
    let capture = |counts, token| match token {
        TokenTree::Ident(coded) => decode(&coded).map(|(local, _)| Capture { local, coded, counts }),
        _ => None,
    };
    groups.enumerate().flat_map(|(index, group)| group.into_iter().filter_map(move |token| capture(index == 1, token))).collect()
}
