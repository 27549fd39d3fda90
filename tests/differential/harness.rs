//! One body, compiled as our coroutine, as a plain function whose yield is a recording call and (with `--cfg coro_nightly`)
//! as rustc's own coroutine: whatever is done to them, they must leave the same trace.

use std::any::Any;
use std::cell::RefCell;
use std::fmt::Debug;
use std::hint::black_box;
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Once;

/// Bodies that never end are cancelled here.
const MOST_YIELDS: usize = 40;
/// Bodies with more steps than this have only the first ones fail.
const MOST_PANICS: usize = 120;

/// What is done to a body while it runs.
#[derive(Clone, Copy, Debug, Default)]
pub struct Plan {
    cancel_after_yields: Option<usize>,
    panic_at_step: Option<usize>,
}

#[derive(Default)]
struct Record {
    plan: Plan,
    trace: Vec<String>,
    yields: usize,
    steps: usize,
    turns: usize,
    /// Whether what happens now is the driver's doing, which never fails.
    in_driver: bool,
}

thread_local! {
    static RECORD: RefCell<Option<Record>> = const { RefCell::new(None) };
}

struct Cancelled;
struct Injected;

fn with_record<T>(look: impl FnOnce(&mut Record) -> T) -> T {
    RECORD.with(|record| look(record.borrow_mut().as_mut().expect("a body runs under the harness only")))
}

/// Writes a line to the trace. Each one is a step, at which a plan may inject a panic.
pub fn log(what: impl Debug) {
    let fails = with_record(|record| {
        record.trace.push(format!("{what:?}"));
        if record.in_driver {
            return false;
        }
        record.steps += 1;
        record.plan.panic_at_step == Some(record.steps)
    });
    if fails && !std::thread::panicking() {
        resume_unwind(Box::new(Injected));
    }
}

/// Logs a value on its way through: shows when an operand is evaluated.
pub fn noted<T: Debug>(value: T) -> T {
    log(format_args!("noted {value:?}"));
    value
}

/// Logs when it is dropped.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Loud<T: Debug>(pub T);

impl<T: Debug> Drop for Loud<T> {
    fn drop(&mut self) {
        log(format_args!("drop {:?}", self.0));
    }
}

impl<T: Debug + Clone> Clone for Loud<T> {
    fn clone(&self) -> Self {
        log(format_args!("clone {:?}", self.0));
        Loud(self.0.clone())
    }
}

/// A scope guard: nothing but its drop matters.
#[derive(Debug)]
pub struct Guard(pub &'static str);

impl Drop for Guard {
    fn drop(&mut self) {
        log(format_args!("leave {}", self.0));
    }
}

/// Logs the acquisition as well as the release.
pub fn enter(name: &'static str) -> Guard {
    log(format_args!("enter {name}"));
    Guard(name)
}

fn by_driver<T>(act: impl FnOnce() -> T) -> T {
    with_record(|record| record.in_driver = true);
    let result = act();
    with_record(|record| record.in_driver = false);
    result
}

fn record_yield(value: impl Debug) {
    with_record(|record| record.yields += 1);
    by_driver(|| {
        log(format_args!("yield {value:?}"));
        drop(value);
    });
}

fn record_return(value: impl Debug) {
    by_driver(|| {
        log(format_args!("return {value:?}"));
        drop(value);
    });
}

fn record_panic(payload: &(dyn Any + Send)) {
    by_driver(|| log(format_args!("panicked: {}", message_of(payload))));
}

fn message_of(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "injected".to_owned())
}

/// From here on nothing but drops happens, which are the driver's doing.
fn is_cancelled() -> bool {
    with_record(|record| {
        record.in_driver = record.yields == record.plan.cancel_after_yields.unwrap_or(MOST_YIELDS);
        record.in_driver
    })
}

fn next_argument<R>(feed: &[fn() -> R]) -> R {
    let turn = with_record(|record| {
        record.turns += 1;
        record.turns - 1
    });
    by_driver(feed[turn % feed.len()])
}

/// The first resume argument of a plain function.
pub fn start<R>(feed: &[fn() -> R]) -> R {
    if is_cancelled() {
        resume_unwind(Box::new(Cancelled));
    }
    next_argument(feed)
}

/// What `yield_!` is in a plain function.
pub fn recorded_yield<Y: Debug, R>(value: Y, feed: &[fn() -> R]) -> R {
    record_yield(value);
    start(feed)
}

/// Runs a plain function to its end, to its cancellation or to its panic.
pub fn run_plain<T: Debug>(call: impl FnOnce() -> T) {
    match catch_unwind(AssertUnwindSafe(call)) {
        Ok(value) => record_return(value),
        Err(payload) if payload.is::<Cancelled>() => {}
        Err(payload) => record_panic(&*payload),
    }
}

pub enum Step<Y, T> {
    Yielded(Y),
    Complete(T),
}

/// Resumes until the end. `step` owns the coroutine, so that returning from here cancels it.
pub fn drive<R, Y: Debug, T: Debug>(
    mut step: impl FnMut(R) -> Step<Y, T>,
    feed: &[fn() -> R],
    ended: impl FnOnce(&mut dyn FnMut(R) -> Step<Y, T>, Ended),
) {
    while !is_cancelled() {
        let argument = next_argument(feed);
        match catch_unwind(AssertUnwindSafe(|| step(argument))) {
            Ok(Step::Yielded(value)) => record_yield(value),
            Ok(Step::Complete(value)) => {
                record_return(value);
                return ended(&mut step, Ended::Completed);
            }
            Err(payload) => {
                record_panic(&*payload);
                return ended(&mut step, Ended::Panicked);
            }
        }
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    Completed,
    Panicked,
}

/// As `drive`, with nothing between the optimiser and the state.
#[inline(always)]
pub fn drive_inlined<R, Y: Debug, T: Debug>(mut step: impl FnMut(R) -> Step<Y, T>, feed: &[fn() -> R]) {
    let run = || {
        while !is_cancelled() {
            match step(next_argument(feed)) {
                Step::Yielded(value) => record_yield(value),
                Step::Complete(value) => return record_return(value),
            }
        }
        drop(step);
    };
    if let Err(payload) = catch_unwind(AssertUnwindSafe(run)) {
        record_panic(&*payload);
    }
}

pub mod ours;

#[cfg(coro_nightly)]
pub mod nightly;

fn record(plan: Plan, run: fn()) -> Record {
    RECORD.set(Some(Record { plan, ..Record::default() }));
    let outcome = catch_unwind(run);
    let record = RECORD.take().expect("nobody else takes it");
    if let Err(payload) = outcome {
        panic!("the harness itself panicked: {}\n{}", message_of(&*payload), record.trace.join("\n"));
    }
    record
}

/// Panics are part of the traces; printing each would hide the one that matters.
fn keep_panics_quiet() {
    static ONCE: Once = Once::new();
    ONCE.call_once(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            let recording = RECORD.with(|record| record.try_borrow().map_or(true, |record| record.is_some()));
            if !recording {
                usual(info);
            }
        }));
    });
}

fn plans(to_the_end: &Record) -> impl Iterator<Item = Plan> {
    let yields = to_the_end.yields;
    let steps = to_the_end.steps.min(MOST_PANICS);
    let cancels = (0..=yields).map(|count| Plan { cancel_after_yields: Some(count), ..Plan::default() });
    let panics = (1..=steps).map(|step| Plan { panic_at_step: Some(step), ..Plan::default() });
    std::iter::once(Plan::default()).chain(cancels).chain(panics)
}

/// One way to compile a body.
#[derive(Clone, Copy)]
pub struct Subject {
    pub name: &'static str,
    pub run: fn(),
    /// Whether parameters that were never touched are dropped as a function's are (rustc drops captures in their own order).
    pub drops_unstarted_in_order: bool,
    /// Whether a panic may be caught between two resumptions.
    pub takes_panics: bool,
}

/// Every plan that can be made for the plain function must leave the same trace with each subject.
pub fn agree(plain: fn(), subjects: &[Subject]) {
    keep_panics_quiet();
    let to_the_end = record(Plan::default(), plain);
    let mut failures = Vec::new();
    for plan in plans(&to_the_end) {
        let expected = record(plan, plain).trace;
        for subject in subjects {
            if plan.panic_at_step.is_some() && !subject.takes_panics {
                continue;
            }
            let mut found = record(plan, subject.run).trace;
            let mut expected = expected.clone();
            if plan.cancel_after_yields == Some(0) && !subject.drops_unstarted_in_order {
                found.sort();
                expected.sort();
            }
            if found != expected {
                failures.push(describe(subject.name, plan, &expected, &found));
            }
        }
    }
    assert!(failures.is_empty(), "{} traces differ; the first:\n{}", failures.len(), failures[0]);
}

fn describe(name: &str, plan: Plan, expected: &[String], found: &[String]) -> String {
    let same = expected.iter().zip(found).take_while(|(expected, found)| expected == found).count();
    let rest = |trace: &[String]| trace[same..].join("\n    ");
    let common = expected[..same].join("\n    ");
    format!("{name}, {plan:?}\n  both:\n    {common}\n  expected:\n    {}\n  {name}:\n    {}", rest(expected), rest(found))
}
