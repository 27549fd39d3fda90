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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input;
    use proc_macro2::TokenStream;
    use quote::quote;
    use syn::parse_quote;

    #[test]
    fn some_attributes_are_the_languages_own() {
        let inert: [Attribute; 5] = [
            parse_quote!(#[doc = "text"]),
            parse_quote!(#[inline]),
            parse_quote!(#[allow(clippy::all)]),
            parse_quote!(#[cfg_attr(docsrs, doc(cfg(feature = "std")))]),
            parse_quote!(#[cfg_attr(all(), must_use, deprecated(note = "old"))]),
        ];
        let others: [Attribute; 5] = [
            parse_quote!(#[instrument]),
            parse_quote!(#[derive(Debug)]),
            parse_quote!(#[tool::inline]),
            parse_quote!(#[unsafe(inline)]),
            parse_quote!(#[cfg_attr(all(), inline, instrument)]),
        ];
        assert!(inert.iter().all(is_inert));
        assert!(!others.iter().any(is_inert));
    }

    fn is_relayed(expanded: &TokenStream) -> bool {
        expanded.to_string().contains("relayed")
    }

    #[test]
    fn below_an_attribute_yields_may_be_anywhere() {
        let stream = |attr| quote!(#attr fn f() -> impl Stream<Item = u8> { yield_!(1); });
        for attr in [quote!(), quote!(#[inline]), quote!(#[cfg_attr(docsrs, doc(cfg(all())))])] {
            assert!(!is_relayed(&input::attribute(quote!(), stream(attr))));
        }
        for attr in [quote!(#[instrument]), quote!(#[tool::skip]), quote!(#[inline] #[cfg_attr(all(), instrument)])] {
            assert!(is_relayed(&input::attribute(quote!(), stream(attr))));
        }
        assert!(is_relayed(&input::function_like(quote!(
            #[instrument]
            static || yield 1
        ))));
    }

    #[test]
    fn so_they_may_in_what_has_one() {
        let function = quote!(
            #[coroutine(static)]
            fn f() -> impl Coroutine<Yield = u8, Return = ()> {
                yield 1;
            }
        );
        for enclosing in [
            quote!(#[instrument] impl S { #function }),
            quote!(#[instrument] mod m { impl S { #function } }),
            quote!(mod m { #[instrument] trait S { #function } }),
            quote!(fn g() { #[instrument] fn h() { #function } }),
            quote!(#[instrument] fn g() { #function }),
        ] {
            assert!(is_relayed(&input::function_like(enclosing)));
        }
        for enclosing in [
            quote!(#[inline] impl S { #function }),
            quote!(impl S { #[instrument] fn g() {} #function }),
            quote!(#[instrument] impl S {} impl S { #function }),
        ] {
            assert!(!is_relayed(&input::function_like(enclosing)));
        }
    }

    #[test]
    fn an_item_may_become_an_await() {
        let asks_for_its_place = |item| {
            let stream = quote!(fn f() -> impl Stream<Item = u8> { #item yield_!(1); });
            input::attribute(quote!(), stream).to_string().contains("here ()")
        };
        for item in [
            quote!(
                #[awaiting]
                fn g() {}
            ),
            quote!(
                #[awaiting]
                fn g();
            ),
            quote!(
                #[a::coroutine]
                fn g() {}
            ),
        ] {
            assert!(asks_for_its_place(item));
        }
        for item in [
            quote!(
                fn g() {
                    #[awaiting]
                    fn h() {}
                }
            ),
            quote!(
                #[inline]
                fn g() {}
            ),
            quote!(;),
        ] {
            assert!(!asks_for_its_place(item));
        }
    }
}
