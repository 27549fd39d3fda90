//! Removes from a syntax tree what carries a `#[cfg]` that does not hold.

use crate::input::cfg::Predicate;
use syn::{
    Arm, Attribute, BareFnArg, Block, Expr, ExprArray, ExprCall, ExprClosure, ExprMatch, ExprMethodCall, ExprStruct, ExprTuple,
    FieldPat, FieldValue, FnArg, GenericParam, Generics, Item, Pat, PatStruct, Receiver, Signature, Stmt, TypeBareFn,
    punctuated::Punctuated,
    visit_mut::{self, VisitMut},
};

pub struct Remover<'a> {
    pub predicate: &'a Predicate,
}

impl Remover<'_> {
    fn list<T, P>(&self, list: &mut Punctuated<T, P>, attrs: impl Fn(&T) -> &[Attribute]) {
        *list = core::mem::take(list).into_pairs().filter(|pair| !self.predicate.decides(attrs(pair.value()))).collect();
    }

    fn exprs<P>(&self, list: &mut Punctuated<Expr, P>) {
        self.list(list, expr_attrs);
    }
}

/// One method for each kind of list, which first loses members and is then looked into.
macro_rules! remove_from_lists {
    ($($method:ident($ty:ty): |$remover:ident, $node:ident| $remove:expr;)*) => {
        $(fn $method(&mut self, $node: &mut $ty) {
            let $remover = &*self;
            $remove;
            visit_mut::$method(self, $node);
        })*
    };
}

impl VisitMut for Remover<'_> {
    remove_from_lists! {
        visit_block_mut(Block): |remover, node| node.stmts.retain(|stmt| !remover.predicate.decides(stmt_attrs(stmt)));
        visit_signature_mut(Signature): |remover, node| remover.list(&mut node.inputs, argument_attrs);
        visit_generics_mut(Generics): |remover, node| remover.list(&mut node.params, generic_attrs);
        visit_type_bare_fn_mut(TypeBareFn): |remover, node| remover.list(&mut node.inputs, |it: &BareFnArg| &it.attrs);
        visit_expr_match_mut(ExprMatch): |remover, node| node.arms.retain(|it: &Arm| !remover.predicate.decides(&it.attrs));
        visit_expr_struct_mut(ExprStruct): |remover, node| remover.list(&mut node.fields, |it: &FieldValue| &it.attrs);
        visit_pat_struct_mut(PatStruct): |remover, node| remover.list(&mut node.fields, |it: &FieldPat| &it.attrs);
        visit_expr_closure_mut(ExprClosure): |remover, node| remover.list(&mut node.inputs, pat_attrs);
        visit_expr_array_mut(ExprArray): |remover, node| remover.exprs(&mut node.elems);
        visit_expr_tuple_mut(ExprTuple): |remover, node| remover.exprs(&mut node.elems);
        visit_expr_call_mut(ExprCall): |remover, node| remover.exprs(&mut node.args);
        visit_expr_method_call_mut(ExprMethodCall): |remover, node| remover.exprs(&mut node.args);
    }

    fn visit_item_mut(&mut self, _: &mut Item) {}
}

fn stmt_attrs(stmt: &Stmt) -> &[Attribute] {
    match stmt {
        Stmt::Local(local) => &local.attrs,
        Stmt::Macro(call) => &call.attrs,
        Stmt::Expr(expr, _) => expr_attrs(expr),
        // rustc removes items by itself.
        Stmt::Item(_) => &[],
    }
}

fn argument_attrs(argument: &FnArg) -> &[Attribute] {
    match argument {
        FnArg::Receiver(Receiver { attrs, .. }) => attrs,
        FnArg::Typed(typed) => &typed.attrs,
    }
}

fn generic_attrs(param: &GenericParam) -> &[Attribute] {
    match param {
        GenericParam::Lifetime(param) => &param.attrs,
        GenericParam::Type(param) => &param.attrs,
        GenericParam::Const(param) => &param.attrs,
    }
}

macro_rules! attrs_of {
    ($node:expr, $kind:ident: $($variant:ident)*) => {
        match $node {
            $($kind::$variant(node) => &node.attrs,)*
            _ => &[],
        }
    };
}

fn pat_attrs(pat: &Pat) -> &[Attribute] {
    attrs_of!(pat, Pat: Const Ident Lit Macro Or Paren Path Range Reference Rest Slice Struct Tuple TupleStruct Type Wild)
}

fn expr_attrs(expr: &Expr) -> &[Attribute] {
    attrs_of!(
        expr, Expr: Array Assign Async Await Binary Block Break Call Cast Closure Const Continue Field ForLoop Group If
        Index Infer Let Lit Loop Macro Match MethodCall Paren Path Range RawAddr Reference Repeat Return Struct Try
        TryBlock Tuple Unary Unsafe While Yield
    )
}
