//! What would confuse a channel that is found through a waker or a thread-local, or that outlives what it belongs to.

use coro::CoroutineState::{Complete, Yielded};
use coro::{Coroutine, CoroutineExt};
use futures::executor::block_on;
use futures::stream::{FuturesUnordered, Stream, StreamExt};
use std::cell::{Cell, RefCell};
use std::future::poll_fn;
use std::mem;
use std::pin::{Pin, pin};
use std::rc::Rc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

/// Hides a yield from the macro, which then is in another future than the body's own.
macro_rules! apart {
    ($value:expr) => {
        async { $value }
    };
}

#[derive(Default)]
struct Counter(AtomicUsize);

impl Wake for Counter {
    fn wake(self: Arc<Self>) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn poll_once<F: Future + ?Sized>(future: Pin<&mut F>) -> Poll<F::Output> {
    future.poll(&mut Context::from_waker(Waker::noop()))
}

#[coro::coroutine]
fn own_waker(found: &Mutex<Vec<Waker>>) -> impl Stream<Item = u8> + Send {
    for item in 0..2 {
        poll_fn(|context| {
            found.lock().unwrap().push(context.waker().clone());
            Poll::Ready(())
        })
        .await;
        yield_!(item);
    }
}

#[test]
fn futures_inside_see_the_waker_of_the_executor() {
    let found = Mutex::default();
    let counter = Arc::new(Counter::default());
    let waker = Waker::from(counter.clone());
    let mut context = Context::from_waker(&waker);
    let mut stream = Box::pin(own_waker(&found));
    while stream.as_mut().poll_next(&mut context) != Poll::Ready(None) {}
    let wakers = found.lock().unwrap();
    // Miri gives a vtable another address each time.
    let is_same = |found: &Waker| found.data() == waker.data() && (cfg!(miri) || found.will_wake(&waker));
    assert!(wakers.len() == 2 && wakers.iter().all(is_same));
    assert_eq!(counter.0.load(Ordering::Relaxed), 0, "a yield wakes nobody by itself");
}

#[test]
fn a_waker_may_outlive_the_stream() {
    let found = Mutex::default();
    let mut stream = Box::pin(own_waker(&found));
    assert_eq!(block_on(stream.next()), Some(0));
    drop(stream);
    for waker in found.into_inner().unwrap() {
        waker.wake();
    }
}

#[coro::coroutine]
fn yields_apart() -> impl Stream<Item = u8> {
    let mut all = FuturesUnordered::new();
    all.push(apart!(yield_!(1)));
    assert_eq!(all.next().await, Some(()));
    assert!(all.next().await.is_none());
    drop(all);
    yield_!(2);
}

#[test]
fn a_yield_under_another_waker_is_polled_again() {
    let mut stream = pin!(yields_apart());
    assert_eq!(block_on(stream.next()), Some(1));
    assert_eq!(block_on(stream.next()), Some(2));
    assert_eq!(block_on(stream.next()), None);
}

#[coro::coroutine]
fn abandons(how: fn(Pin<Box<dyn Future<Output = ()> + '_>>)) -> impl Stream<Item = String> {
    let mut abandoned = Box::pin(apart!(yield_!("abandoned".to_owned())));
    assert!(poll_fn(|context| Poll::Ready(abandoned.as_mut().poll(context))).await.is_pending());
    how(abandoned);
    yield_!("next".to_owned());
}

#[test]
fn a_yield_that_is_dropped_half_way_takes_its_value_along() {
    let found = block_on(abandons(|yielding| drop(yielding)).collect::<Vec<_>>());
    assert_eq!(found, ["next"]);
}

#[test]
fn a_yield_may_be_forgotten() {
    let found = block_on(abandons(|yielding| mem::forget(yielding)).collect::<Vec<_>>());
    assert_eq!(found, ["next"]);
}

#[coro::coroutine]
fn forgets_itself(dropped: Rc<()>, n: u32) -> impl Stream<Item = Rc<()>> {
    let local = dropped.clone();
    for _ in 0..n {
        yield_!(local.clone());
    }
}

#[test]
fn a_stream_may_be_forgotten_or_dropped_at_any_yield() {
    for taken in 0..4 {
        let dropped = Rc::new(());
        let mut stream = Box::pin(forgets_itself(dropped.clone(), 3));
        for _ in 0..taken {
            block_on(stream.next());
        }
        drop(stream);
        assert_eq!(Rc::strong_count(&dropped), 1);
        let mut stream = Box::pin(forgets_itself(dropped.clone(), 3));
        for _ in 0..taken {
            block_on(stream.next());
        }
        mem::forget(stream);
    }
}

#[coro::coroutine(static)]
fn numbers(names: &RefCell<Vec<String>>) -> impl Coroutine<u8, Yield = u64, Return = &'static str> {
    let mut inner = pin!(coro::coro!(static |first: String| {
        names.borrow_mut().push(first);
        let second: String = yield ("inner", 1_u8);
        names.borrow_mut().push(second);
        [0.5_f32; 8]
    }));
    let mut sum = 0;
    assert_eq!(inner.as_mut().resume("one".to_owned()), Yielded(("inner", 1)));
    sum += u64::from(yield_!(1 << 40));
    assert_eq!(inner.as_mut().resume("two".to_owned()), Complete([0.5; 8]));
    yield_!(sum);
    "end"
}

#[test]
fn coroutines_of_other_types_nest() {
    let names = RefCell::default();
    let mut numbers = pin!(numbers(&names));
    assert_eq!(numbers.as_mut().resume(1), Yielded(1 << 40));
    assert_eq!(numbers.as_mut().resume(2), Yielded(2));
    assert_eq!(numbers.as_mut().resume(3), Complete("end"));
    assert_eq!(*names.borrow(), ["one", "two"]);
}

#[coro::coroutine]
fn interleaved(own: u8) -> impl Stream<Item = u8> {
    let mut others = (pin!(forgets_itself(Rc::default(), 2)), pin!(yields_apart()));
    let (left, right) = futures::join!(others.0.next(), others.1.next());
    yield_!(own + left.is_some() as u8 + right.unwrap_or(0));
    drop((others.1.next().await, others.0.next().await));
    yield_!(own);
}

#[test]
fn streams_are_polled_together_inside_a_stream() {
    let mut two = (pin!(interleaved(10)), pin!(interleaved(20)));
    let mut next = || block_on(futures::future::join(two.0.next(), two.1.next()));
    assert_eq!(next(), (Some(12), Some(22)));
    assert_eq!(next(), (Some(10), Some(20)));
    assert_eq!(next(), (None, None));
}

#[test]
fn many_streams_in_one_set() {
    let all = FuturesUnordered::new();
    for text in 0..20_u8 {
        all.push(Box::pin(interleaved(text)).collect::<Vec<_>>());
    }
    let mut found: Vec<_> = block_on(all.collect());
    found.sort();
    assert_eq!(found, (0..20).map(|own| vec![own + 2, own]).collect::<Vec<_>>());
}

#[coro::coroutine]
fn selects(never: bool) -> impl Stream<Item = &'static str> {
    let mut ready = futures::future::ready(());
    let mut other = if never { Box::pin(std::future::pending()) as Pin<Box<dyn Future<Output = ()>>> } else { Box::pin(async {}) };
    futures::select_biased! {
        _ = &mut ready => yield_!("ready"),
        _ = futures::future::ready(1) => yield_!("second"),
    }
    tokio::select! {
        biased;
        () = &mut other => {
            yield_!("other");
            yield_!("more");
        }
        () = async {} => yield_!("async"),
    }
}

#[test]
fn arms_of_select_may_yield() {
    assert_eq!(block_on(selects(true).collect::<Vec<_>>()), ["ready", "async"]);
    assert_eq!(block_on(selects(false).collect::<Vec<_>>()), ["ready", "other", "more"]);
}

#[coro::coroutine]
fn drops_yields_in_select(steps: &Cell<u32>) -> impl Stream<Item = u32> {
    for item in 0..3 {
        let mut turns = 0;
        let second = poll_fn(|_| {
            turns += 1;
            if turns == 2 { Poll::Ready(()) } else { Poll::Pending }
        });
        tokio::select! {
            biased;
            () = apart!(yield_!(item)) => steps.set(steps.get() + 1),
            () = second => steps.set(steps.get() + 10),
        }
    }
}

#[test]
fn a_yield_in_a_select_is_delivered_once() {
    let steps = Cell::new(0);
    let found = block_on(drops_yields_in_select(&steps).collect::<Vec<_>>());
    assert_eq!(found, [0, 1, 2]);
    assert_eq!(steps.get(), 3);
}

#[coro::coroutine(static)]
fn waits() -> impl Coroutine<(), Yield = u8, Return = ()> {
    macro_rules! wait {
        ($future:expr) => {
            $future.await
        };
    }
    yield_!(1);
    wait!(std::future::pending::<()>());
}

#[test]
fn what_awaits_without_an_executor_panics() {
    let mut waits = Box::pin(waits());
    assert_eq!(waits.resume_unpin(()), Yielded(1));
    let payload = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| waits.resume_unpin(()))).unwrap_err();
    assert!(payload.downcast_ref::<&str>().unwrap().contains("awaited something that was not ready"));
}

type Own = Pin<Box<dyn Coroutine<(), Yield = u8, Return = ()>>>;

#[coro::coroutine(static)]
fn resumes_itself(own: Rc<RefCell<Option<Own>>>) -> impl Coroutine<(), Yield = u8, Return = ()> {
    assert!(own.try_borrow_mut().is_err());
    yield_!(1);
    assert!(own.try_borrow_mut().is_err());
}

#[test]
fn a_coroutine_cannot_resume_itself() {
    let cell: Rc<RefCell<Option<Own>>> = Rc::default();
    *cell.borrow_mut() = Some(Box::pin(resumes_itself(cell.clone())));
    for _ in 0..2 {
        cell.borrow_mut().as_mut().unwrap().as_mut().resume(());
    }
    cell.take();
}

/// Panics when it is dropped.
#[derive(Debug, PartialEq)]
struct Explosive(bool);

impl Drop for Explosive {
    fn drop(&mut self) {
        if mem::take(&mut self.0) {
            panic!("dropped");
        }
    }
}

#[coro::coroutine(static)]
fn explodes(kept: Rc<()>) -> impl Coroutine<Explosive, Yield = u8, Return = ()> {
    let _kept = &kept;
    drop(yield_!(1));
    yield_!(2);
}

#[test]
fn a_drop_that_panics_ends_the_coroutine() {
    let kept = Rc::new(());
    let mut explodes = Box::pin(explodes(kept.clone()));
    assert_eq!(explodes.resume_unpin(Explosive(false)), Yielded(1));
    let mut resume = |explosive| std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| explodes.resume_unpin(explosive)));
    assert_eq!(resume(Explosive(true)).unwrap_err().downcast_ref(), Some(&"dropped"));
    assert_eq!(Rc::strong_count(&kept), 1);
    assert_eq!(resume(Explosive(false)).unwrap_err().downcast_ref(), Some(&"coroutine resumed after panicking"));
}

#[test]
fn a_stream_moves_between_threads_while_it_is_suspended() {
    let found = Arc::new(Mutex::new(Vec::new()));
    let kept = found.clone();
    let mut stream: Pin<Box<dyn Stream<Item = u8> + Send>> = Box::pin(threads(kept));
    for item in 0..4 {
        stream = std::thread::spawn(move || {
            let mut stream = stream;
            assert_eq!(block_on(stream.next()), Some(item));
            stream
        })
        .join()
        .unwrap();
    }
    assert_eq!(block_on(stream.next()), None);
    assert_eq!(*found.lock().unwrap(), [0, 1, 2, 3]);
}

#[coro::coroutine]
fn threads(found: Arc<Mutex<Vec<u8>>>) -> impl Stream<Item = u8> + Send {
    let items = [0, 1, 2, 3];
    for item in &items {
        found.lock().unwrap().push(*item);
        yield_!(*item);
    }
}

#[test]
fn polls_that_nobody_asked_for_are_harmless() {
    let mut unanswered = Box::pin(async {
        let mut stream = pin!(yields_apart());
        let mut found = Vec::new();
        while let Some(item) = stream.next().await {
            found.push(item);
        }
        found
    });
    let mut polls = 0;
    let found = loop {
        polls += 1;
        if let Poll::Ready(found) = poll_once(unanswered.as_mut()) {
            break found;
        }
        assert!(polls < 20);
    };
    assert_eq!(found, [1, 2]);
}
