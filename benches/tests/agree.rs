//! All contenders give the same, whichever way they are driven.

use std::thread;

use benches::{CONTENDERS, Feed, Via, Workload, contenders, shapes};

fn check(workload: Workload) {
    for n in [0, 1, 2, 3, 16, 100, 400] {
        if n == 0 && matches!(workload, Workload::Tree | Workload::Spine) {
            continue;
        }
        let expected = CONTENDERS[0].cell(workload).expect("by hand, all are done");
        let expected = [Via::Inlined, Via::Count].map(|via| (expected.run)(via, &mut workload.input(n)).digest);
        for contender in CONTENDERS {
            let Some(cell) = contender.cell(workload) else { continue };
            let run = |via| (cell.run)(via, &mut workload.input(n)).digest;
            let what = format!("{}, {}, {n}", contender.name, workload.name());
            for via in Via::ALL {
                assert_eq!(run(via), expected[0], "{what}, {via:?}");
            }
            assert_eq!(run(Via::Count), expected[1], "{what}");
        }
    }
}

#[test]
fn contenders_agree() {
    // Recursion needs a deep stack where nothing is optimised.
    let all = || Workload::ALL.into_iter().for_each(check);
    thread::Builder::new().stack_size(1 << 28).spawn(all).unwrap().join().unwrap();
}

#[test]
fn totals_end() {
    const LAST: u64 = 77;
    fn ends(mut total: impl Feed) {
        assert_eq!(total(LAST), Some(LAST));
        assert_eq!(total(1), Some((LAST * 3) ^ 1));
        assert_eq!(total((((LAST * 3) ^ 1) * 3) ^ LAST), None);
    }
    ends(contenders::hand::total());
    ends(contenders::ours::total());
    ends(contenders::diapause::total());
    ends(shapes::by_value::ByValue::total());
    ends(shapes::in_place::Matched::total());
    ends(shapes::in_place::Rows::total());
}
