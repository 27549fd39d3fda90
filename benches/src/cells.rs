use crate::{Input, Run, Via, Workload};

/// One contender on one workload.
#[derive(Clone, Copy, Debug)]
pub struct Cell {
    pub workload: Workload,
    /// Makes the coroutine and runs it to its end. What it does not borrow of the input, it takes.
    pub run: fn(Via, &mut Input) -> Run,
}

/// One way to write coroutines.
#[derive(Clone, Copy, Debug)]
pub struct Contender {
    pub name: &'static str,
    pub cells: &'static [Cell],
}

impl Contender {
    /// What it does on a workload, if it can.
    #[must_use]
    pub fn cell(&self, workload: Workload) -> Option<Cell> {
        self.cells.iter().find(|cell| cell.workload == workload).copied()
    }
}

/// The cells of a contender: `cells!(a module or type, what makes its coroutines run: the workloads that it can do)`.
///
/// `by_value` is for functions that return an iterator (and, for `total`, a closure); `by_driver` for those that are given
/// the driver and pin their coroutine themselves.
#[macro_export]
macro_rules! cells {
    ($contender:ident, $kind:ident: $($workload:ident)*) => {
        pub(crate) const CELLS: &[$crate::Cell] = &[
            $($crate::Cell { workload: $crate::variant!($workload), run: $workload },)*
        ];

        $(
            fn $workload(via: $crate::Via, input: &mut $crate::Input) -> $crate::Run {
                struct Mark;
                let driver = $crate::Driver::<Mark>::new(via);
                $crate::start!($kind, driver, input, $workload, $contender::$workload)
            }
        )*
    };
}

/// Gives a function its part of the input, and its coroutine, if it returns one, to the driver.
#[doc(hidden)]
#[macro_export]
macro_rules! start {
    (by_value, $driver:ident, $input:ident, total, $make:path) => {
        $driver.feed($input.n, $make())
    };
    (by_value, $driver:ident, $input:ident, $workload:ident, $make:path) => {
        $driver.consume($make($crate::argument!($input, $workload)))
    };
    (by_driver, $driver:ident, $input:ident, $workload:ident, $make:path) => {
        $make($crate::argument!($input, $workload), $driver)
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! argument {
    ($input:ident, tokens) => {
        &$input.text
    };
    ($input:ident, flat) => {
        ::std::mem::take(&mut $input.rows)
    };
    ($input:ident, flat_borrowed) => {
        &$input.rows
    };
    ($input:ident, tree) => {
        $input.tree.as_ref().expect("a tree")
    };
    ($input:ident, spine) => {
        $input.tree.as_ref().expect("a tree")
    };
    ($input:ident, $workload:ident) => {
        $input.n
    };
}

#[doc(hidden)]
#[macro_export]
macro_rules! variant {
    (counter) => {
        $crate::Workload::Counter
    };
    (pairs) => {
        $crate::Workload::Pairs
    };
    (steps) => {
        $crate::Workload::Steps
    };
    (total) => {
        $crate::Workload::Total
    };
    (large) => {
        $crate::Workload::Large
    };
    (tokens) => {
        $crate::Workload::Tokens
    };
    (flat) => {
        $crate::Workload::Flat
    };
    (flat_borrowed) => {
        $crate::Workload::FlatBorrowed
    };
    (tree) => {
        $crate::Workload::Tree
    };
    (spine) => {
        $crate::Workload::Spine
    };
    (pipeline) => {
        $crate::Workload::Pipeline
    };
}

macro_rules! contenders {
    ($($name:ident = $path:path, $kind:ident: $($workload:ident)*;)*) => {
        $(
            mod $name {
                use $path as contender;
                cells!(contender, $kind: $($workload)*);
            }
        )*

        /// All that stable Rust compiles, the hand-written one first.
        pub const CONTENDERS: &[Contender] = &[
            $(Contender { name: stringify!($name), cells: $name::CELLS },)*
        ];
    };
}

contenders! {
    hand = crate::contenders::hand, by_value:
        counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    ours = crate::contenders::ours, by_value:
        counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    adapters = crate::contenders::adapters, by_value:
        counter pairs steps large flat flat_borrowed tree spine pipeline;
    diapause = crate::contenders::diapause, by_value:
        counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    genawaiter_stack = crate::contenders::genawaiter_stack, by_driver:
        counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    genawaiter_rc = crate::contenders::genawaiter_rc, by_value:
        counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    next_gen = crate::contenders::next_gen, by_driver:
        counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    async_stream = crate::contenders::async_stream, by_driver:
        counter pairs steps large tokens flat flat_borrowed tree spine pipeline;
    corosensei = crate::contenders::corosensei, by_driver:
        counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    generator = crate::contenders::generator, by_value:
        counter pairs steps total large tokens flat flat_borrowed tree spine pipeline;
    shape_by_value = crate::shapes::by_value::ByValue, by_value: counter pairs steps total large flat;
    shape_rows = crate::shapes::in_place::Rows, by_value: counter pairs steps total large flat;
    shape_matched = crate::shapes::in_place::Matched, by_value: counter pairs steps total large flat;
}
