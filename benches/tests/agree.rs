//! All contenders give the same, whichever way they are driven.

use benches::{CONTENDERS, Contender, Driver, Workload};
use coro::{Coroutine, CoroutineExt, CoroutineState};

/// The total at which `total` ends.
const LAST: u64 = 77;

#[test]
fn contenders_agree() {
    let (_, hand) = CONTENDERS[0];
    for workload in Workload::ALL {
        for n in [0, 1, 2, 3, 16, 100, 1000] {
            let expected = hand(workload, Driver::Inlined, n).result;
            for (name, run) in CONTENDERS {
                for driver in [Driver::Inlined, Driver::Dyn] {
                    let result = run(workload, driver, n).result;
                    let what = format!("{name}, {}, {driver:?}, {n}", workload.name());
                    assert_eq!(result, expected, "{what}");
                }
            }
        }
    }
}

#[test]
fn contenders_complete() {
    fn ends(mut total: impl Coroutine<u64, Yield = u64, Return = ()> + Unpin) {
        assert_eq!(total.resume_unpin(LAST), CoroutineState::Yielded(LAST));
        let last = (LAST * 3) ^ LAST;
        assert_eq!(total.resume_unpin(last), CoroutineState::Complete(()));
    }
    ends(benches::hand::Hand::total());
    ends(benches::ours::Ours::total());
    ends(benches::shapes::by_value::ByValue::total());
    ends(benches::shapes::in_place::Rows::total());
    ends(benches::shapes::in_place::Matched::total());
}
