//! Attributes that are macros, which cannot be told from others by what they do.
//!
//! A macro is given what it stands on, may make anything of that, and an item in a block may become statements.

use syn::{
    Attribute, Item, Meta, Path, Token,
    punctuated::Punctuated,
    visit::{self, Visit},
};

/// Whether it is one of the language's own, and no macro: nothing else can have these names (E0659).
///
/// Others may be harmless, too. So may `derive`, but a macro may be called that.
pub fn is_inert(attr: &Attribute) -> bool {
    is_inert_meta(&attr.meta)
}

fn is_inert_meta(meta: &Meta) -> bool {
    match meta {
        Meta::List(list) if list.path.is_ident("cfg_attr") => list
            .parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated)
            .is_ok_and(|metas| metas.iter().skip(1).all(is_inert_meta)),
        meta => is_inert_path(meta.path()),
    }
}

fn is_inert_path(path: &Path) -> bool {
    const INERT: [&str; 21] = [
        "allow",
        "automatically_derived",
        "cfg",
        "cold",
        "deny",
        "deprecated",
        "doc",
        "expect",
        "export_name",
        "forbid",
        "inline",
        "link_section",
        "macro_export",
        "macro_use",
        "must_use",
        "no_mangle",
        "non_exhaustive",
        "path",
        "repr",
        "target_feature",
        "track_caller",
    ];
    path.get_ident().is_some_and(|name| INERT.iter().any(|inert| name == inert))
}

/// Whether an item in a block may turn out to be something else.
pub fn may_become_statements(item: &Item) -> bool {
    struct Finder(bool);

    impl Visit<'_> for Finder {
        fn visit_attribute(&mut self, attr: &Attribute) {
            self.0 |= !is_inert(attr);
        }

        fn visit_item(&mut self, item: &Item) {
            // Its attributes cannot be seen.
            self.0 |= matches!(item, Item::Verbatim(_));
            visit::visit_item(self, item);
        }

        // What is in it stays in it.
        fn visit_block(&mut self, _: &syn::Block) {}
    }

    let mut finder = Finder(false);
    finder.visit_item(item);
    finder.0
}
