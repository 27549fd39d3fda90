//! `Gen` of the `genawaiter` crate, with the two of its channels that can be returned from a function.

use crate::contender::{Resumed, Streams};
use crate::contenders::Turn;
use coro::{Coroutine, CoroutineState};
use futures::Stream;
use genawaiter::GeneratorState;
use std::pin::Pin;

/// Its generator, as a coroutine.
struct Fed<G> {
    generator: G,
}

macro_rules! contender {
    ($name:ident, $module:ident) => {
        pub struct $name;

        impl Streams for $name {
            fn counter(n: u64) -> impl Stream<Item = u64> {
                genawaiter::$module::Gen::new(|co| async move {
                    for item in 0..n {
                        co.yield_(item).await;
                    }
                })
            }

            fn pairs(n: u64) -> impl Stream<Item = u64> {
                genawaiter::$module::Gen::new(|co| async move {
                    for i in 0..n {
                        for j in i..n {
                            if (i * j) & 1 == 0 {
                                co.yield_(i ^ j).await;
                            }
                        }
                    }
                })
            }

            fn owned(items: Vec<u64>) -> impl Stream<Item = u64> {
                genawaiter::$module::Gen::new(|co| async move {
                    for item in &items {
                        co.yield_(*item).await;
                    }
                })
            }

            fn awaits(n: u64) -> impl Stream<Item = u64> {
                genawaiter::$module::Gen::new(|co| async move {
                    for turn in 0..n {
                        let item = Turn::new(turn).await;
                        co.yield_(item).await;
                    }
                })
            }
        }

        impl<F: Future<Output = ()>> Coroutine<u64> for Fed<genawaiter::$module::Gen<u64, u64, F>> {
            type Yield = u64;
            type Return = ();

            #[inline]
            fn resume(mut self: Pin<&mut Self>, argument: u64) -> CoroutineState<u64, ()> {
                match self.generator.resume_with(argument) {
                    GeneratorState::Yielded(item) => CoroutineState::Yielded(item),
                    GeneratorState::Complete(()) => CoroutineState::Complete(()),
                }
            }
        }

        impl Resumed for $name {
            fn total() -> impl Coroutine<u64, Yield = u64, Return = ()> {
                // What it is resumed with first is dropped; the consumer begins with 1.
                let generator = genawaiter::$module::Gen::new(|co: genawaiter::$module::Co<u64, u64>| async move {
                    let mut total = 1_u64;
                    loop {
                        total = total.wrapping_add(co.yield_(total).await);
                    }
                });
                Fed { generator }
            }
        }
    };
}

contender!(GenSync, sync);
contender!(GenRc, rc);
