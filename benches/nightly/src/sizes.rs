//! The bodies of `benches::sizes` as `#[coroutine]`.

use std::ops::{Coroutine, CoroutineState};
use std::pin::Pin;

use benches::sizes::{Large, Size, call, touch};

/// Yields what another coroutine yields, and evaluates to what it returns.
macro_rules! yield_from {
    ($inner:expr) => {{
        let mut inner = $inner;
        loop {
            let state = Pin::new(&mut inner).resume(());
            match state {
                CoroutineState::Yielded(()) => yield,
                CoroutineState::Complete(value) => break value,
            }
        }
    }};
}

#[must_use]
pub fn sizes() -> Vec<Size> {
    benches::sizes!("coroutine":
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

fn argument(argument: [u8; 8192]) -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        yield;
        touch(&argument);
    }
}

fn wrapped(inner: impl Coroutine<Yield = (), Return = ()> + Unpin) -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        yield_from!(inner);
    }
}

fn kilobyte() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let buffer = [0_u8; 1024];
        yield;
        touch(&buffer);
    }
}

fn bound() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let inner = kilobyte();
        touch(&inner);
        yield_from!(inner);
    }
}

fn joined() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let first = kilobyte();
        let second = kilobyte();
        let third = kilobyte();
        yield_from!(first);
        yield_from!(second);
        yield_from!(third);
    }
}

fn dropped() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let large = Large::default();
        touch(&large);
        drop(large);
        yield;
    }
}

fn rebound() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let inner = kilobyte();
        touch(&inner);
        let inner = inner;
        yield_from!(inner);
    }
}

fn niche(flag: bool) -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        yield;
        touch(&flag);
    }
}

fn layers() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        yield_from!(first_layer([0; 1024]));
    }
}

fn first_layer(buffer: [u8; 1024]) -> impl Coroutine<Yield = (), Return = [u8; 1024]> + Unpin {
    #[coroutine]
    move || yield_from!(second_layer(buffer))
}

fn second_layer(buffer: [u8; 1024]) -> impl Coroutine<Yield = (), Return = [u8; 1024]> + Unpin {
    #[coroutine]
    move || yield_from!(third_layer(buffer))
}

fn third_layer(buffer: [u8; 1024]) -> impl Coroutine<Yield = (), Return = [u8; 1024]> + Unpin {
    #[coroutine]
    move || {
        yield;
        buffer
    }
}

fn later(inner: impl Coroutine<Yield = (), Return = ()> + Unpin) -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        loop {
            yield;
            if true {
                return yield_from!(inner);
            }
            yield;
        }
    }
}

fn moved() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let first = Large::default();
        let _second = first;
        yield;
    }
}

fn moved_after_call() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let first = Large::default();
        call();
        let _second = first;
        yield;
    }
}

fn moved_on() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let first = Large::default();
        yield;
        let second = first;
        yield;
        let _third = second;
        yield;
    }
}

fn one_by_one() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        let first = Large::default();
        yield;
        drop(first);
        let second = Large::default();
        yield;
        drop(second);
    }
}

fn scopes() -> impl Coroutine<Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move || {
        {
            let a = 4;
            yield;
            touch::<i32>(&a);
        }
        {
            let b = 5;
            yield;
            touch::<i32>(&b);
        }
        {
            let c = 6;
            yield;
            touch::<i32>(&c);
        }
        {
            let d = 7;
            yield;
            touch::<i32>(&d);
        }
    }
}

fn resumed_copy() -> impl Coroutine<usize, Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move |mut argument: usize| {
        loop {
            touch(&argument);
            argument = yield;
        }
    }
}

fn resumed_box() -> impl Coroutine<Box<usize>, Yield = (), Return = ()> + Unpin {
    #[coroutine]
    move |mut argument: Box<usize>| {
        loop {
            drop(argument);
            argument = yield;
        }
    }
}
