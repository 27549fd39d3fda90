//! As `async` functions, where they can say it: a future has no resume argument.

use std::pin::Pin;
use std::task::{Context, Poll};

use super::{Large, Size, call, touch};

#[must_use]
pub fn sizes() -> Vec<Size> {
    crate::sizes!("async":
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
    )
}

/// Where a coroutine would yield.
struct Yield;

impl Future for Yield {
    type Output = ();

    fn poll(self: Pin<&mut Self>, _context: &mut Context<'_>) -> Poll<()> {
        Poll::Ready(())
    }
}

async fn argument(argument: [u8; 8192]) {
    Yield.await;
    touch(&argument);
}

async fn wrapped(inner: impl Future<Output = ()>) {
    inner.await;
}

async fn kilobyte() {
    let buffer = [0_u8; 1024];
    Yield.await;
    touch(&buffer);
}

async fn bound() {
    let inner = kilobyte();
    touch(&inner);
    inner.await;
}

async fn joined() {
    let first = kilobyte();
    let second = kilobyte();
    let third = kilobyte();
    first.await;
    second.await;
    third.await;
}

async fn dropped() {
    let large = Large::default();
    touch(&large);
    drop(large);
    Yield.await;
}

async fn rebound() {
    let inner = kilobyte();
    touch(&inner);
    let inner = inner;
    inner.await;
}

async fn niche(flag: bool) {
    Yield.await;
    touch(&flag);
}

async fn layers() {
    first_layer([0; 1024]).await;
}

async fn first_layer(buffer: [u8; 1024]) -> [u8; 1024] {
    second_layer(buffer).await
}

async fn second_layer(buffer: [u8; 1024]) -> [u8; 1024] {
    third_layer(buffer).await
}

async fn third_layer(buffer: [u8; 1024]) -> [u8; 1024] {
    Yield.await;
    buffer
}

async fn later(inner: impl Future<Output = ()>) {
    loop {
        Yield.await;
        if true {
            return inner.await;
        }
        Yield.await;
    }
}

async fn moved() {
    let first = Large::default();
    let _second = first;
    Yield.await;
}

async fn moved_after_call() {
    let first = Large::default();
    call();
    let _second = first;
    Yield.await;
}

async fn moved_on() {
    let first = Large::default();
    Yield.await;
    let second = first;
    Yield.await;
    let _third = second;
    Yield.await;
}

async fn one_by_one() {
    let first = Large::default();
    Yield.await;
    drop(first);
    let second = Large::default();
    Yield.await;
    drop(second);
}

async fn scopes() {
    {
        let a = 4;
        Yield.await;
        touch::<i32>(&a);
    }
    {
        let b = 5;
        Yield.await;
        touch::<i32>(&b);
    }
    {
        let c = 6;
        Yield.await;
        touch::<i32>(&c);
    }
    {
        let d = 7;
        Yield.await;
        touch::<i32>(&d);
    }
}
