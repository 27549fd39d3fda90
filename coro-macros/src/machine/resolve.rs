//! Second pass: every mention of a local becomes a coded identifier (see `locals`), every jump out of a suspending loop names it.

mod patterns;
mod tokens;
mod values;

use proc_macro2::{Ident, Span, TokenStream};
use syn::spanned::Spanned;
use syn::visit_mut::{self, VisitMut};
use syn::{Block, Expr, FieldValue, Item, Label, Lifetime, Pat, Stmt, Token, parse_quote};

use self::patterns::Patterns;
pub use self::patterns::is_variable_name;
pub use self::tokens::collect_mentions;
use self::tokens::rename_receiver;
use self::values::{Look, borrowed, is_open, is_plain, is_vague};
pub use self::values::{lent, makes_its_own};
use super::locals::{Local, Locals};
use super::std_macros::{OpenedArg, OpenedMacros, Use};
use super::{copy, suspends};

/// Marks an opaque macro call with the locals that it mentions out of sight.
pub const MENTIONS: &str = "__coro_mentions";

pub struct LocalMacro {
    pub name: Ident,
    pub item: TokenStream,
    locals: Vec<Local>,
}

pub struct Resolve<'a> {
    pub locals: &'a mut Locals,
    pub macros: &'a mut OpenedMacros,
    scopes: Vec<Vec<(Name, Local)>>,
    loops: Vec<Target>,
    pub local_macros: Vec<LocalMacro>,
    generated_labels: usize,
    /// Free lower-case identifiers, for `coro!` closures.
    pub free: Vec<Ident>,
}

/// A name as hygiene sees it: two equal texts from different macro expansions are different names.
struct Name {
    text: String,
    span: Span,
}

impl Name {
    fn new(ident: &Ident) -> Name {
        let text = ident.to_string();
        let text = text.strip_prefix("r#").map_or_else(|| text.clone(), str::to_owned);
        Name { text, span: ident.span() }
    }

    /// The expansion that the identifier comes from. Only `Debug` shows it, as `#3 bytes(..)`; where it does not, text decides.
    fn context(&self) -> Option<String> {
        let shown = format!("{:?}", self.span);
        shown.split_whitespace().next().filter(|context| context.starts_with('#')).map(str::to_owned)
    }
}

struct Target {
    label: Option<Lifetime>,
    is_loop: bool,
}

impl<'a> Resolve<'a> {
    pub fn new(locals: &'a mut Locals, macros: &'a mut OpenedMacros) -> Self {
        Resolve {
            locals,
            macros,
            scopes: vec![Vec::new()],
            loops: Vec::new(),
            local_macros: Vec::new(),
            generated_labels: 0,
            free: Vec::new(),
        }
    }

    pub fn declare(&mut self, name: &Ident, mutable: bool) -> Local {
        let local = self.locals.declare(name.clone(), mutable);
        self.bind(name, local);
        local
    }

    fn bind(&mut self, name: &Ident, local: Local) {
        self.scopes.last_mut().expect("a scope is open").push((Name::new(name), local));
    }

    fn lookup(&self, ident: &Ident) -> Option<Local> {
        let name = Name::new(ident);
        let mut known = Vec::new();
        for scope in self.scopes.iter().rev() {
            known.extend(scope.iter().rev().filter(|(known, _)| known.text == name.text));
        }
        let exact = match known[..] {
            // Contexts are dear: the compiler has to be asked.
            [] | [_] => None,
            _ => {
                let context = name.context();
                known.iter().find(|(known, _)| known.context() == context)
            }
        };
        exact.or(known.first()).map(|(_, local)| *local)
    }

    fn scoped<T>(&mut self, visit: impl FnOnce(&mut Self) -> T) -> T {
        self.scopes.push(Vec::new());
        let result = visit(self);
        self.scopes.pop();
        result
    }

    /// Declares what `pat` binds, coding its names; returns the locals.
    pub fn pattern(&mut self, pat: &mut Pat) -> Vec<Local> {
        let mut pass = Patterns { resolve: self, copied: false, bound: Vec::new(), order: Vec::new() };
        pass.visit_pat_mut(pat);
        pass.order
    }

    fn target<T>(&mut self, label: &mut Option<Label>, is_loop: bool, suspends: bool, visit: impl FnOnce(&mut Self) -> T) -> T {
        if is_loop && suspends && label.is_none() {
            self.generated_labels += 1;
            let name = Lifetime::new(&format!("'loop{}", self.generated_labels), Span::mixed_site());
            *label = Some(Label { name, colon_token: Token![:](Span::mixed_site()) });
        }
        let lifetime = label.as_ref().map(|label| label.name.clone());
        self.loops.push(Target { label: lifetime.filter(|_| suspends), is_loop });
        let result = visit(self);
        self.loops.pop();
        result
    }

    /// Names the suspending loop that an unlabelled jump leaves.
    fn name_jump(&mut self, label: &mut Option<Lifetime>, span: Span) {
        if label.is_some() {
            return;
        }
        let Some(innermost) = self.loops.iter().rev().find(|target| target.is_loop) else { return };
        if let Some(target) = &innermost.label {
            let mut target = target.clone();
            target.apostrophe = target.apostrophe.located_at(span);
            *label = Some(target);
        }
    }

    fn opened_call(&mut self, call: &mut syn::ExprCall) -> bool {
        let Some(opened) = self.macros.get_mut(&call.func) else { return false };
        let captures = core::mem::take(&mut opened.captures);
        for capture in captures {
            if let Some(local) = self.lookup(&capture) {
                let capture = if capture == "self" { rename_receiver(call) } else { capture };
                let mention = self.locals.mention(local, capture.span());
                call.args.push(parse_quote!(#mention));
                let Some(opened) = self.macros.get_mut(&call.func) else { continue };
                opened.args.push(OpenedArg { name: Some(capture), captured: true, usage: Use::Reference });
            }
        }
        // The captured arguments are coded already; visiting them again finds no local of that name.
        for arg in &mut call.args {
            self.visit_expr_mut(arg);
        }
        true
    }

    /// A local that is `Copy` for all to see.
    fn is_copy(&self, expr: &Expr) -> bool {
        let Expr::Path(path) = expr else { return false };
        path.path.get_ident().and_then(super::locals::decode).is_some_and(|(local, _)| self.locals.infos[local].copy)
    }

    /// A local whose type is decided by later code.
    fn is_open(&self, expr: &Expr) -> bool {
        let Expr::Path(path) = expr else { return false };
        path.path.get_ident().and_then(super::locals::decode).is_some_and(|(local, _)| self.locals.infos[local].open)
    }

    /// Whether the value of `expr` may hold a `&mut`: one is written in it, a method is called as those of std are that return one, or a
    /// local is mentioned that may.
    fn may_hold_mut(&self, expr: &Expr, look: &Look) -> bool {
        match expr {
            Expr::Binary(_) | Expr::Lit(_) | Expr::Closure(_) | Expr::Macro(_) => false,
            Expr::MethodCall(call) if makes_its_own(&call.method) => false,
            Expr::Call(call) if self.macros.get(&call.func).is_some() => false,
            _ => look.writes_mut || look.mentions.iter().any(|local| self.locals.infos[*local].reborrows),
        }
    }

    /// Whether the value of `expr` comes from what can be called once.
    fn may_be_once(&self, expr: &Expr, look: &Look) -> bool {
        !matches!(expr, Expr::Call(_) | Expr::Binary(_) | Expr::Closure(_))
            && look.mentions.iter().any(|local| self.locals.infos[*local].once)
            && !matches!(expr, Expr::MethodCall(call) if makes_its_own(&call.method))
    }

    fn arm(&mut self, arm: &mut syn::Arm, scrutinee: &Expr) {
        self.scoped(|this| {
            this.taken_apart(&mut arm.pat, scrutinee);
            if let Some((_, guard)) = &mut arm.guard {
                this.visit_expr_mut(guard);
            }
            this.visit_expr_mut(&mut arm.body);
        });
    }

    /// The locals that `pat` binds, which take `scrutinee` apart.
    fn taken_apart(&mut self, pat: &mut Pat, scrutinee: &Expr) {
        let bound = self.pattern(pat);
        if bound.is_empty() {
            return;
        }
        let look = Look::at(scrutinee);
        let (reborrows, once) = (self.may_hold_mut(scrutinee, &look), self.may_be_once(scrutinee, &look));
        let (sources, open) = (self.sources(&look), self.is_open(scrutinee));
        let borrows = borrowed(scrutinee);
        for local in bound {
            self.locals.infos[local].vague |= open;
            self.locals.infos[local].reborrows |= reborrows;
            self.locals.infos[local].once |= once;
            self.locals.infos[local].sources.clone_from(&sources);
            self.locals.infos[local].borrows = borrows;
        }
    }

    fn sources(&self, init: &Look) -> Vec<Local> {
        let mut found = init.mentions.clone();
        for local in &init.mentions {
            found.extend(&self.locals.infos[*local].sources);
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    fn let_stmt(&mut self, local: &mut syn::Local) {
        if let Some(init) = &mut local.init {
            self.visit_expr_mut(&mut init.expr);
            if let Some((_, otherwise)) = &mut init.diverge {
                self.visit_expr_mut(otherwise);
            }
        }
        let known_copy = match (&local.pat, &local.init) {
            (Pat::Type(typed), _) => copy::ty(&typed.ty),
            (_, Some(init)) => copy::value(&init.expr),
            _ => false,
        };
        let simple = matches!(&local.pat, Pat::Ident(pat) if pat.by_ref.is_none())
            || matches!(&local.pat, Pat::Type(typed) if matches!(&*typed.pat, Pat::Ident(_)));
        let look = local.init.as_ref().map(|init| Look::at(&init.expr)).unwrap_or_default();
        for bound in self.pattern(&mut local.pat) {
            let owns = match local.init.as_ref().map(|init| &*init.expr) {
                Some(Expr::Closure(closure)) if simple => {
                    closure.capture.is_some() || super::flow::captures_by_value(closure, self.macros, self.locals)
                }
                _ => true,
            };
            let vague = local.init.as_ref().is_some_and(|init| is_vague(&init.expr, self.macros, self.locals));
            let reborrows = local.init.as_ref().is_some_and(|init| self.may_hold_mut(&init.expr, &look));
            let once = local.init.as_ref().is_some_and(|init| self.may_be_once(&init.expr, &look))
                || matches!(&local.pat, Pat::Type(typed) if copy::is_once(&typed.ty));
            let plain = simple && local.init.as_ref().is_some_and(|init| is_plain(&init.expr, self.locals));
            let info = &mut self.locals.infos[bound];
            info.plain = plain;
            info.deferred = local.init.is_none();
            info.once = once;
            info.reborrows = reborrows || matches!(&local.pat, Pat::Type(typed) if copy::holds_mut(&typed.ty));
            info.copy |= simple && known_copy;
            info.ty = match &local.pat {
                Pat::Type(typed) if simple => Some((*typed.ty).clone()),
                _ => None,
            };
            let Some(init) = &local.init else { continue };
            info.vague = vague;
            info.borrows = borrowed(&init.expr);
            info.open = matches!(&local.pat, Pat::Ident(_)) && is_open(&init.expr, vague);
            info.trivial = simple && matches!(&*init.expr, Expr::Reference(_)) || !owns;
            let sources = self.sources(&look);
            self.locals.infos[bound].sources = sources;
        }
    }
}

impl VisitMut for Resolve<'_> {
    fn visit_block_mut(&mut self, block: &mut Block) {
        // A macro defined in it stays known afterwards: sections look it up by name.
        self.scoped(|this| visit_mut::visit_block_mut(this, block));
    }

    fn visit_stmt_mut(&mut self, stmt: &mut Stmt) {
        match stmt {
            Stmt::Local(local) => self.let_stmt(local),
            Stmt::Macro(mac) => {
                let attribute = self.opaque_macro(&mut mac.mac);
                mac.attrs.extend(attribute);
            }
            Stmt::Item(Item::Macro(item)) => self.local_macro(item),
            Stmt::Item(_) => {}
            Stmt::Expr(expr, _) => self.visit_expr_mut(expr),
        }
    }

    fn visit_expr_mut(&mut self, expr: &mut Expr) {
        match expr {
            Expr::Path(path) if path.qself.is_none() => {
                let Some(name) = path.path.get_ident() else { return };
                match self.lookup(name) {
                    Some(local) => path.path = self.locals.mention(local, name.span()).into(),
                    None if is_variable_name(&name.to_string()) => self.free.push(name.clone()),
                    None => {}
                }
            }
            Expr::Macro(mac) => {
                let attribute = self.opaque_macro(&mut mac.mac);
                mac.attrs.extend(attribute);
            }
            Expr::Call(call) => {
                if !self.opened_call(call) {
                    visit_mut::visit_expr_call_mut(self, call);
                }
            }
            Expr::Closure(closure) => {
                let loops = core::mem::take(&mut self.loops);
                self.scoped(|this| {
                    for input in &mut closure.inputs {
                        this.pattern(input);
                    }
                    this.visit_expr_mut(&mut closure.body);
                });
                self.loops = loops;
            }
            Expr::Async(block) => {
                let loops = core::mem::take(&mut self.loops);
                self.visit_block_mut(&mut block.block);
                self.loops = loops;
            }
            Expr::If(if_expr) => {
                self.scoped(|this| {
                    this.visit_expr_mut(&mut if_expr.cond);
                    this.visit_block_mut(&mut if_expr.then_branch);
                });
                if let Some((_, otherwise)) = &mut if_expr.else_branch {
                    self.visit_expr_mut(otherwise);
                }
            }
            Expr::Match(match_expr) => {
                self.visit_expr_mut(&mut match_expr.expr);
                for arm in &mut match_expr.arms {
                    self.arm(arm, &match_expr.expr);
                }
            }
            Expr::Let(let_expr) => {
                self.visit_expr_mut(&mut let_expr.expr);
                self.taken_apart(&mut let_expr.pat, &let_expr.expr);
            }
            Expr::While(while_expr) => {
                let suspends = suspends::block(&while_expr.body) || suspends::expr(&while_expr.cond);
                self.target(&mut while_expr.label, true, suspends, |this| {
                    this.scoped(|this| {
                        this.visit_expr_mut(&mut while_expr.cond);
                        this.visit_block_mut(&mut while_expr.body);
                    });
                });
            }
            Expr::ForLoop(for_loop) => {
                self.visit_expr_mut(&mut for_loop.expr);
                let suspends = suspends::block(&for_loop.body);
                let integers = copy::items(&for_loop.expr, &|end| self.is_copy(end)) && matches!(&*for_loop.pat, Pat::Ident(_));
                let by_value = matches!(&*for_loop.pat, Pat::Ident(pat) if pat.by_ref.is_none());
                let element = copy::element(&for_loop.expr, &|end| self.locals.type_of(end)).filter(|_| by_value);
                self.target(&mut for_loop.label, true, suspends, |this| {
                    this.scoped(|this| {
                        this.taken_apart(&mut for_loop.pat, &for_loop.expr);
                        if integers {
                            for local in super::build::bound(&for_loop.pat) {
                                this.locals.infos[local].copy = true;
                                this.locals.infos[local].ty.clone_from(&element);
                            }
                        }
                        this.visit_block_mut(&mut for_loop.body);
                    });
                });
            }
            Expr::Loop(loop_expr) => {
                let suspends = suspends::block(&loop_expr.body);
                self.target(&mut loop_expr.label, true, suspends, |this| this.visit_block_mut(&mut loop_expr.body));
            }
            Expr::Block(block) => {
                let suspends = suspends::block(&block.block);
                self.target(&mut block.label, false, suspends, |this| this.visit_block_mut(&mut block.block));
            }
            Expr::Break(jump) => {
                let named = jump.label.is_some();
                self.name_jump(&mut jump.label, jump.break_token.span);
                if let Some(value @ Expr::Block(_)) = jump.expr.as_deref_mut()
                    && !named
                {
                    // A block behind a label reads like a labelled block.
                    *value = parse_quote!((#value));
                }
                visit_mut::visit_expr_break_mut(self, jump);
            }
            Expr::Continue(jump) => self.name_jump(&mut jump.label, jump.continue_token.span),
            _ => visit_mut::visit_expr_mut(self, expr),
        }
    }

    fn visit_field_value_mut(&mut self, field: &mut FieldValue) {
        if field.colon_token.is_none() {
            field.colon_token = Some(Token![:](field.member.span()));
        }
        self.visit_expr_mut(&mut field.expr);
    }

    fn visit_item_mut(&mut self, _: &mut Item) {}
}
