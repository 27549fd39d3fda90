//! `differential!`: one function, written as a user would write it, becomes a test that compares all the ways to compile it.
//!
//! ```ignore
//! differential! {
//!     running_total(10), fed [1, 2, 3];
//!     fn running_total(limit: i64, #[resume] first: i64) -> impl Coroutine<i64, Yield = i64, Return = &'static str> {
//!         let mut total = first;
//!         while total < limit {
//!             total += yield_!(total);
//!         }
//!         "done"
//!     }
//! }
//! ```
//!
//! `fed` are the resume arguments, over and over (`()` when left out). In front of the call may stand `beyond nightly;` for a body that
//! rustc's coroutines reject or `and closure;` to have the body in a `coro!` closure as well, which captures its parameters, and `given { .. }` with items that each instance gets a copy of. The function may stand in an `impl Type { }`,
//! an `impl Trait for Type { }` (the trait is made for it) or a `trait Trait: Base { } impl Trait for Type {}`.
//! Generics are written without nested `<>`; a where clause takes the rest.

macro_rules! differential {
    (beyond nightly; $($rest:tt)+) => { differential! { @given beyond $($rest)+ } };
    (and closure; $($rest:tt)+) => { differential! { @given closure $($rest)+ } };
    (@given $nightly:ident given $given:tt $($rest:tt)+) => { differential! { @call $nightly $given $($rest)+ } };
    (@given $nightly:ident $($rest:tt)+) => { differential! { @call $nightly {} $($rest)+ } };
    (@call $nightly:ident $given:tt $call:expr, fed [$($fed:expr),+ $(,)?]; $($item:tt)+) => {
        differential! { @item { $nightly $given ($call) [$($fed),+] } $($item)+ }
    };
    (@call $nightly:ident $given:tt $call:expr; $($item:tt)+) => {
        differential! { @item { $nightly $given ($call) [()] } $($item)+ }
    };
    (@item $case:tt fn $name:ident $($rest:tt)+) => {
        differential! { @test $name
            ours! { $case [] fn $name $($rest)+ }
            pinned! { $case [] fn $name $($rest)+ }
            signature! { { $case [] } fn $name $($rest)+ }
        }
    };
    (@item $case:tt impl $on:ident { fn $name:ident $($rest:tt)+ }) => {
        differential! { @test $name
            ours! { $case [impl $on] fn $name $($rest)+ }
            pinned! { $case [impl $on] fn $name $($rest)+ }
            signature! { { $case [impl $on] } fn $name $($rest)+ }
        }
    };
    (@item $case:tt impl $trait:ident for $on:ident { fn $name:ident $($rest:tt)+ }) => {
        differential! { @test $name
            ours! { $case [trait $trait for $on] fn $name $($rest)+ }
            pinned! { $case [trait $trait for $on] fn $name $($rest)+ }
            signature! { { $case [trait $trait for $on] } fn $name $($rest)+ }
        }
    };
    (@item $case:tt trait $trait:ident: $base:ident { fn $name:ident $($rest:tt)+ } impl $again:ident for $on:ident {}) => {
        differential! { @test $name
            ours! { $case [default $trait: $base for $on] fn $name $($rest)+ }
            pinned! { $case [default $trait: $base for $on] fn $name $($rest)+ }
            signature! { { $case [default $trait: $base for $on] } fn $name $($rest)+ }
        }
    };
    (@test $name:ident $($instances:tt)+) => {
        mod $name {
            #[allow(unused_imports)]
            use {super::*, crate::harness::*};
            $($instances)+

            #[test]
            fn agrees() {
                crate::harness::agree(plain::run, &[ours::SUBJECTS, pinned::SUBJECTS, closure::SUBJECTS, nightly::SUBJECTS].concat());
            }
        }
    };
    (@ $($rest:tt)+) => { compile_error!("expected `call(..), fed [..]; fn name(..) -> impl ..`") };
    ($($rest:tt)+) => { differential! { @given run $($rest)+ } };
}

/// An item by itself, in an `impl` block, in the `impl` of a trait declared for it or as a default method.
macro_rules! place {
    ([] $($item:tt)+) => { $($item)+ };
    ([trait $trait:ident for $on:ident] $($item:tt)+) => {
        trait $trait {
            declared! { $($item)+ }
        }
        impl $trait for $on {
            $($item)+
        }
    };
    ([default $trait:ident: $base:ident for $on:ident] $($item:tt)+) => {
        trait $trait: $base + Sized {
            $($item)+
        }
        impl $trait for $on {}
    };
    ([$($header:tt)+] $($item:tt)+) => { $($header)+ { $($item)+ } };
}

/// A function without its body.
macro_rules! declared {
    (#[$attribute:meta] $($item:tt)+) => { declared! { @signature [] $($item)+ } };
    (@signature [$($signature:tt)+] { $($body:tt)* }) => { $($signature)+; };
    (@signature [$($signature:tt)*] $next:tt $($rest:tt)+) => { declared! { @signature [$($signature)* $next] $($rest)+ } };
    ($($item:tt)+) => { declared! { @signature [] $($item)+ } };
}

macro_rules! ours {
    ({ $nightly:ident { $($given:tt)* } ($call:expr) $fed:tt } $place:tt $($item:tt)+) => {
        #[allow(unused_imports, dead_code)]
        mod ours {
            use super::*;
            use coro::Coroutine;
            $($given)*
            place! { $place #[coro::coroutine] $($item)+ }
            drivers! { ($call) $fed $($item)+ }
            pub const SUBJECTS: &[crate::harness::Subject] = &[
                crate::harness::Subject { name: "ours", run: opaque, drops_unstarted_in_order: true, takes_panics: true },
                crate::harness::Subject { name: "ours inlined", run: inlined, drops_unstarted_in_order: true, takes_panics: false },
            ];
        }
    };
}

/// The same laid out by the compiler: `static`, or `boxed` for an iterator. What derives cannot be.
macro_rules! pinned {
    (@emit { $nightly:ident { $($given:tt)* } ($call:expr) $fed:tt } $place:tt $form:tt $opaque:ident $inlined:ident $($item:tt)+) => {
        #[allow(unused_imports, dead_code, unused_unsafe)]
        mod pinned {
            use super::*;
            use coro::Coroutine;
            $($given)*
            place! { $place #[coro::coroutine($form)] $($item)+ }
            drivers! { @emit ($call) $fed $opaque $inlined }
            pub const SUBJECTS: &[crate::harness::Subject] = &[
                crate::harness::Subject { name: "pinned", run: opaque, drops_unstarted_in_order: true, takes_panics: true },
                crate::harness::Subject { name: "pinned inlined", run: inlined, drops_unstarted_in_order: true, takes_panics: false },
            ];
        }
    };
    (@look $parts:tt -> impl Iterator<Item = $yield:ty> + Clone $($rest:tt)+) => {
        mod pinned { pub const SUBJECTS: &[crate::harness::Subject] = &[]; }
    };
    (@look { $case:tt $place:tt $($item:tt)+ } -> impl Iterator $($rest:tt)+) => {
        pinned! { @emit $case $place boxed opaque_iterator inlined_iterator $($item)+ }
    };
    (@look { $case:tt $place:tt $($item:tt)+ } -> impl Coroutine $($rest:tt)+) => {
        pinned! { @emit $case $place static opaque_pinned inlined_pinned $($item)+ }
    };
    (@look $parts:tt $next:tt $($rest:tt)+) => { pinned! { @look $parts $($rest)+ } };
    ($case:tt $place:tt $($item:tt)+) => { pinned! { @look { $case $place $($item)+ } $($item)+ } };
}

/// Looks for `impl Iterator` in the return type.
macro_rules! drivers {
    (@emit ($call:expr) [$($fed:expr),+] $opaque:ident $inlined:ident) => {
        fn opaque() {
            crate::harness::ours::$opaque($call, &[$(|| $fed),+]);
        }
        fn inlined() {
            crate::harness::ours::$inlined($call, &[$(|| $fed),+]);
        }
    };
    ($call:tt $fed:tt -> impl Iterator $($rest:tt)+) => { drivers! { @emit $call $fed opaque_iterator inlined_iterator } };
    ($call:tt $fed:tt -> impl Coroutine $($rest:tt)+) => { drivers! { @emit $call $fed opaque inlined } };
    ($call:tt $fed:tt $next:tt $($rest:tt)+) => { drivers! { $call $fed $($rest)+ } };
}

/// Reads a signature and hands its parts to `twins!`.
macro_rules! signature {
    (@generics $case:tt $name:ident [$($generic:tt)*] > $params:tt -> $($rest:tt)+) => {
        signature! { @params $case $name [$($generic)*] $params $($rest)+ }
    };
    (@generics $case:tt $name:ident [$($generic:tt)*] $next:tt $($rest:tt)+) => {
        signature! { @generics $case $name [$($generic)* $next] $($rest)+ }
    };
    (@params $case:tt $name:ident $generics:tt (& mut $self:ident $(, $($params:tt)*)?) $($rest:tt)+) => {
        signature! { @each { $case $name $generics [&mut $self,] [$self] } [] ($($($params)*)?) $($rest)+ }
    };
    (@params $case:tt $name:ident $generics:tt (& $self:ident $(, $($params:tt)*)?) $($rest:tt)+) => {
        signature! { @each { $case $name $generics [&$self,] [$self] } [] ($($($params)*)?) $($rest)+ }
    };
    (@params $case:tt $name:ident $generics:tt (mut $self:ident $(, $($params:tt)*)?) $($rest:tt)+) => {
        signature! { @each { $case $name $generics [mut $self,] [$self] } [] ($($($params)*)?) $($rest)+ }
    };
    (@params $case:tt $name:ident $generics:tt ($self:ident $(, $($params:tt)*)?) $($rest:tt)+) => {
        signature! { @each { $case $name $generics [$self,] [$self] } [] ($($($params)*)?) $($rest)+ }
    };
    (@params $case:tt $name:ident $generics:tt $params:tt $($rest:tt)+) => {
        signature! { @each { $case $name $generics [] [] } [] $params $($rest)+ }
    };
    // A pattern is one or two token trees; each step's `argument` is a name of its own.
    (@each $head:tt $named:tt (#[resume] $first:tt : $resume:ty $(,)?) $($rest:tt)+) => {
        signature! { @return $head $named [($first) ($resume)] $($rest)+ }
    };
    (@each $head:tt $named:tt (#[resume] $first:tt $more:tt : $resume:ty $(,)?) $($rest:tt)+) => {
        signature! { @return $head $named [($first $more) ($resume)] $($rest)+ }
    };
    (@each $head:tt [$($named:tt)*] ($param:tt : $type:ty $(, $($params:tt)*)?) $($rest:tt)+) => {
        signature! { @each $head [$($named)* { argument ($param) ($type) }] ($($($params)*)?) $($rest)+ }
    };
    (@each $head:tt [$($named:tt)*] ($param:tt $more:tt : $type:ty $(, $($params:tt)*)?) $($rest:tt)+) => {
        signature! { @each $head [$($named)* { argument ($param $more) ($type) }] ($($($params)*)?) $($rest)+ }
    };
    (@each $head:tt $named:tt () $($rest:tt)+) => {
        signature! { @return $head $named [()] $($rest)+ }
    };
    (@return $head:tt $params:tt [$first:tt $resume:tt] impl Coroutine<_, Yield = $yield:ty, Return = $return:ty> $($rest:tt)+) => {
        signature! { @tail { $head $params $first $resume ($yield) ($return) } $($rest)+ }
    };
    (@return $head:tt $params:tt [$first:tt $($given:tt)?] impl Coroutine<Yield = $yield:ty, Return = $return:ty> $($rest:tt)+) => {
        signature! { @tail { $head $params $first (()) ($yield) ($return) } $($rest)+ }
    };
    (@return $head:tt $params:tt [$first:tt $($given:tt)?] impl Coroutine<$resume:ty, Yield = $yield:ty, Return = $return:ty> $($rest:tt)+) => {
        signature! { @tail { $head $params $first ($resume) ($yield) ($return) } $($rest)+ }
    };
    (@return $head:tt $params:tt [$first:tt $($given:tt)?] impl Iterator<Item = $yield:ty> $($rest:tt)+) => {
        signature! { @tail { $head $params $first (()) ($yield) (()) } $($rest)+ }
    };
    (@tail $parts:tt { $($body:tt)* }) => { twins! { $parts [] { $($body)* } } };
    (@tail $parts:tt where $($rest:tt)+) => { signature! { @where $parts [where] $($rest)+ } };
    (@tail $parts:tt $bound:tt $($rest:tt)+) => { signature! { @tail $parts $($rest)+ } };
    (@where $parts:tt $clause:tt { $($body:tt)* }) => { twins! { $parts $clause { $($body)* } } };
    (@where $parts:tt [$($clause:tt)*] $next:tt $($rest:tt)+) => { signature! { @where $parts [$($clause)* $next] $($rest)+ } };
    ($case:tt fn $name:ident < $($rest:tt)+) => { signature! { @generics $case $name [] $($rest)+ } };
    ($case:tt fn $name:ident $params:tt -> $($rest:tt)+) => { signature! { @params $case $name [] $params $($rest)+ } };
}

macro_rules! twins {
    ($parts:tt $clause:tt $body:tt) => {
        plain! { ($) $parts $clause $body }
        closure! { $parts $clause $body }
        nightly! { ($) $parts $clause $body }
    };
}

/// Binds as a function does: what the pattern leaves behind is dropped after what it binds.
macro_rules! bind_argument {
    (() ($type:ty) $value:expr) => { let _: $type = { $value }; };
    (($($pattern:tt)+) ($type:ty) $value:expr) => {
        let argument: $type = $value;
        let $($pattern)+ = argument;
    };
}

/// The plain function. The parameters are dropped after the body's value and the first argument, as a function's are.
macro_rules! plain {
    (($d:tt) {
        { { { $nightly:ident { $($given:tt)* } ($call:expr) [$($fed:expr),+] } $place:tt } $name:ident [$($generic:tt)*] [$($receiver:tt)*] [$($self:ident)?] }
        [$({ $argument:ident ($($param:tt)+) ($type:ty) })*] $first:tt ($resume:ty) ($yield:ty) ($return:ty)
    } [$($clause:tt)*] $body:tt) => {
        #[allow(unused, clippy::all, clippy::pedantic)]
        mod plain {
            use super::*;
            $($given)*
            place! { $place
                fn $name<$($generic)*>($($receiver)* $($($param)+: $type),*) -> $return $($clause)* {
                    macro_rules! yield_ {
                        () => { yield_!(()) };
                        ($d value:expr) => { crate::harness::recorded_yield::<$yield, $resume>($d value, &[$((|| $fed) as fn() -> $resume),+]) };
                    }
                    macro_rules! yield_all {
                        ($d items:expr) => { for item in $d items { yield_!(item); } };
                    }
                    bind_argument! { $first ($resume) crate::harness::start(&[$((|| $fed) as fn() -> $resume),+]) }
                    let result: $return = $body;
                    result
                }
            }
            pub fn run() {
                crate::harness::run_plain(|| $call);
            }
        }
    };
}

/// Our coroutine as a closure, for the bodies that ask for it: what it returns and yields is inferred.
macro_rules! closure {
    ({
        { { { closure { $($given:tt)* } ($call:expr) [$($fed:expr),+] } $place:tt } $name:ident [$($generic:tt)*] [$($receiver:tt)*] [$($self:ident)?] }
        [$({ $argument:ident ($($param:tt)+) ($type:ty) })*] ($($first:tt)+) ($resume:ty) ($yield:ty) ($return:ty)
    } [$($clause:tt)*] $body:tt) => {
        #[allow(unused_imports, unused_mut, dead_code)]
        mod closure {
            use super::*;
            $($given)*
            place! { $place
                fn $name<$($generic)*>($($receiver)* $($($param)+: $type),*) -> impl coro::Coroutine<$resume, Yield = $yield, Return = $return> $($clause)* {
                    coro::coro!(move |$($first)+: $resume| $body)
                }
            }
            fn opaque() {
                crate::harness::ours::opaque($call, &[$(|| $fed),+]);
            }
            pub const SUBJECTS: &[crate::harness::Subject] =
                &[crate::harness::Subject { name: "closure", run: opaque, drops_unstarted_in_order: false, takes_panics: true }];
        }
    };
    ($($rest:tt)*) => { mod closure { pub const SUBJECTS: &[crate::harness::Subject] = &[]; } };
}

#[cfg(not(coro_nightly))]
macro_rules! nightly {
    ($($rest:tt)*) => {
        mod nightly {
            pub const SUBJECTS: &[crate::harness::Subject] = &[];
        }
    };
}

/// rustc's own coroutine. The parameters are captured whole and bound inside, so that they are dropped as a function's are.
#[cfg(coro_nightly)]
macro_rules! nightly {
    (($d:tt) { { { { beyond $($rest:tt)* } $place:tt } $($head:tt)* } $($parts:tt)* } $clause:tt $body:tt) => {
        mod nightly { pub const SUBJECTS: &[crate::harness::Subject] = &[]; }
    };
    (($d:tt) {
        { { { $mode:ident { $($given:tt)* } ($call:expr) [$($fed:expr),+] } $place:tt } $name:ident [$($generic:tt)*] [$($receiver:tt)*] [$($self:ident)?] }
        [$({ $argument:ident ($($param:tt)+) ($type:ty) })*] $first:tt ($resume:ty) ($yield:ty) ($return:ty)
    } [$($clause:tt)*] $body:tt) => {
        #[allow(unused, clippy::all, clippy::pedantic)]
        mod nightly {
            use super::*;
            $($given)*
            place! { $place
                fn $name<$($generic)*>($($receiver)* $($argument: $type),*) -> impl ::core::ops::Coroutine<$resume, Yield = $yield, Return = $return> $($clause)* {
                    macro_rules! yield_ {
                        () => { (yield) };
                        ($d value:expr) => { (yield $d value) };
                    }
                    macro_rules! yield_all {
                        ($d items:expr) => { for item in $d items { yield_!(item); } };
                    }
                    #[coroutine]
                    move |first: $resume| -> $return {
                        $(let _whole = &$self;)?
                        $(bind_argument! { ($($param)+) (_) $argument })*
                        bind_argument! { $first ($resume) first }
                        let result: $return = $body;
                        result
                    }
                }
            }
            fn run() {
                crate::harness::nightly::opaque($call, &[$(|| $fed),+]);
            }
            pub const SUBJECTS: &[crate::harness::Subject] =
                &[crate::harness::Subject { name: "nightly", run, drops_unstarted_in_order: false, takes_panics: true }];
        }
    };
}
