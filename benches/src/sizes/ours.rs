//! As coroutines of ours.

use coro::Coroutine;

use super::{Large, Size, call, touch};

#[must_use]
pub fn sizes() -> Vec<Size> {
    crate::sizes!("ours":
        argument = argument([0; 8192]),
        wrapped = wrapped(wrapped(wrapped(argument([0; 8192])))),
        bound = bound(),
        joined = joined(),
        dropped = dropped(),
        rebound = rebound(),
        niche = niche(true),
        option = Some(niche(true)),
        layers = layers(),
        later = later(argument([0; 8192])),
        moved = moved(),
        moved_after_call = moved_after_call(),
        moved_on = moved_on(),
        one_by_one = one_by_one(),
        scopes = scopes(),
        resumed_copy = resumed_copy(),
        resumed_box = resumed_box(),
    )
}

#[coro::coroutine]
fn argument(argument: [u8; 8192]) -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    yield_!();
    touch(&argument);
}

#[coro::coroutine]
fn wrapped(inner: impl Coroutine<Yield = (), Return = ()> + Unpin) -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    yield_from!(inner);
}

#[coro::coroutine]
fn kilobyte() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let buffer = [0_u8; 1024];
    yield_!();
    touch(&buffer);
}

#[coro::coroutine]
fn bound() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let inner = kilobyte();
    touch(&inner);
    yield_from!(inner);
}

#[coro::coroutine]
fn joined() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let first = kilobyte();
    let second = kilobyte();
    let third = kilobyte();
    yield_from!(first);
    yield_from!(second);
    yield_from!(third);
}

#[coro::coroutine]
fn dropped() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let large = Large::default();
    touch(&large);
    drop(large);
    yield_!();
}

#[coro::coroutine]
fn rebound() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let inner = kilobyte();
    touch(&inner);
    let inner = inner;
    yield_from!(inner);
}

#[coro::coroutine]
fn niche(flag: bool) -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    yield_!();
    touch(&flag);
}

#[coro::coroutine]
fn layers() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    yield_from!(first_layer([0; 1024]));
}

#[coro::coroutine]
fn first_layer(buffer: [u8; 1024]) -> impl Coroutine<Yield = (), Return = [u8; 1024]> + Unpin {
    yield_from!(second_layer(buffer))
}

#[coro::coroutine]
fn second_layer(buffer: [u8; 1024]) -> impl Coroutine<Yield = (), Return = [u8; 1024]> + Unpin {
    yield_from!(third_layer(buffer))
}

#[coro::coroutine]
fn third_layer(buffer: [u8; 1024]) -> impl Coroutine<Yield = (), Return = [u8; 1024]> + Unpin {
    yield_!();
    buffer
}

#[coro::coroutine]
fn later(inner: impl Coroutine<Yield = (), Return = ()> + Unpin) -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    loop {
        yield_!();
        if true {
            return yield_from!(inner);
        }
        yield_!();
    }
}

#[coro::coroutine]
fn moved() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let first = Large::default();
    let _second = first;
    yield_!();
}

#[coro::coroutine]
fn moved_after_call() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let first = Large::default();
    call();
    let _second = first;
    yield_!();
}

#[coro::coroutine]
fn moved_on() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let first = Large::default();
    yield_!();
    let second = first;
    yield_!();
    let _third = second;
    yield_!();
}

#[coro::coroutine]
fn one_by_one() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    let first = Large::default();
    yield_!();
    drop(first);
    let second = Large::default();
    yield_!();
    drop(second);
}

#[coro::coroutine]
fn scopes() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    {
        let a = 4;
        yield_!();
        touch::<i32>(&a);
    }
    {
        let b = 5;
        yield_!();
        touch::<i32>(&b);
    }
    {
        let c = 6;
        yield_!();
        touch::<i32>(&c);
    }
    {
        let d = 7;
        yield_!();
        touch::<i32>(&d);
    }
}

#[coro::coroutine]
fn resumed_copy(#[resume] mut argument: usize) -> impl Coroutine<usize, Yield = (), Return = ()> + Unpin {
    loop {
        touch(&argument);
        argument = yield_!();
    }
}

#[coro::coroutine]
fn resumed_box(#[resume] mut argument: Box<usize>) -> impl Coroutine<Box<usize>, Yield = (), Return = ()> + Unpin {
    loop {
        drop(argument);
        argument = yield_!();
    }
}
