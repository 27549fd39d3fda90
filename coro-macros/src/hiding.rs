//! Macros that may hide something: a yield, a jump.

use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Block, Expr, Item, Macro, Path, Stmt};

/// Well-known macros that hide neither, by their last name.
const PLAIN: &[&str] = &[
    "anyhow",
    "concat",
    "debug",
    "debug_span",
    "env",
    "error",
    "error_span",
    "event",
    "eyre",
    "format_err",
    "include_bytes",
    "include_str",
    "info",
    "info_span",
    "join",
    "json",
    "line",
    "log",
    "module_path",
    "option_env",
    "pin",
    "poll",
    "select",
    "select_biased",
    "span",
    "stringify",
    "thread_local",
    "trace",
    "trace_span",
    "try_join",
    "warn",
    "warn_span",
];

/// Whether a macro that is not one of std's that take expressions may expand to a yield or a `return`.
pub fn may_hide(path: &Path) -> bool {
    path.segments.last().is_none_or(|last| !PLAIN.iter().any(|plain| last.ident == plain))
}

/// Whether some macro in `block`, in which those of std are opened, may return from it. One of the body itself does so if it says so.
pub fn may_return(block: &Block) -> bool {
    let mut finder = Finder { silent: Vec::new(), found: false };
    finder.visit_block(block);
    finder.found
}

struct Finder {
    /// Macros of the body that return nothing.
    silent: Vec<String>,
    found: bool,
}

impl<'ast> Visit<'ast> for Finder {
    fn visit_block(&mut self, block: &'ast Block) {
        for stmt in &block.stmts {
            if let Stmt::Item(Item::Macro(definition)) = stmt
                && let Some(name) = &definition.ident
                && !returns(definition.mac.tokens.clone())
            {
                self.silent.push(name.to_string());
            }
        }
        visit::visit_block(self, block);
    }

    fn visit_macro(&mut self, mac: &'ast Macro) {
        let is_silent = mac.path.get_ident().is_some_and(|name| self.silent.iter().any(|silent| name == silent));
        self.found |= !is_silent && may_hide(&mac.path);
    }

    fn visit_expr(&mut self, expr: &'ast Expr) {
        if !matches!(expr, Expr::Closure(_) | Expr::Async(_)) {
            visit::visit_expr(self, expr);
        }
    }

    fn visit_item(&mut self, _: &'ast Item) {}
    fn visit_pat(&mut self, _: &'ast syn::Pat) {}
    fn visit_type(&mut self, _: &'ast syn::Type) {}
}

fn returns(tokens: TokenStream) -> bool {
    tokens.into_iter().any(|token| match token {
        TokenTree::Ident(word) => word == "return",
        TokenTree::Punct(punct) => punct.as_char() == '?',
        TokenTree::Group(group) => returns(group.stream()),
        TokenTree::Literal(_) => false,
    })
}
