//! What a method returns is used before the next yield. It may borrow from what the method was called on, or the method may have consumed
//! that.

use crate::harness::{Loud, log};

/// A piece of work.
#[derive(Debug)]
struct Job {
    name: Loud<&'static str>,
    steps: Vec<u32>,
}

/// What is left of one.
#[derive(Debug)]
struct Report {
    title: Loud<String>,
    total: u32,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Score(u32);

/// A look at a job.
struct Look<'a>(&'a Job);

fn job(name: &'static str, steps: &[u32]) -> Job {
    Job { name: Loud(name), steps: steps.to_vec() }
}

impl Job {
    fn spent(self) -> u32 {
        log(("spent", self.name.0));
        self.steps.iter().sum()
    }
    fn longest(&self) -> u32 {
        self.steps.iter().copied().max().unwrap_or(0)
    }
    fn summarize(self) -> Report {
        Report { total: self.steps.iter().sum(), title: Loud(self.name.0.to_uppercase()) }
    }
    fn audit(self, limit: u32) -> Result<Report, String> {
        let report = self.summarize();
        if report.total > limit { Err(format!("{} is too much", report.total)) } else { Ok(report) }
    }
    fn estimate(&self) -> Report {
        Report { total: self.longest(), title: Loud(self.name.0.to_lowercase()) }
    }
    fn label(&self) -> &str {
        self.name.0
    }
    fn rest(&mut self) -> &mut [u32] {
        &mut self.steps[1..]
    }
    fn heads(&self) -> Option<(&u32, usize)> {
        self.steps.first().map(|first| (first, self.steps.len()))
    }
    fn look(&self) -> Look<'_> {
        Look(self)
    }
    fn extended(&mut self, step: u32) -> Result<&mut Self, String> {
        if step == 0 {
            return Err("nothing".to_owned());
        }
        self.steps.push(step);
        Ok(self)
    }
    fn is_long(&self) -> &bool {
        if self.steps.len() > 1 { &true } else { &false }
    }
    fn score(self) -> Score {
        Score(self.steps.len() as u32)
    }
    fn split_at_work(self, at: usize) -> (Vec<u32>, Vec<u32>) {
        (self.steps[..at].to_vec(), self.steps[at..].to_vec())
    }
}

impl Look<'_> {
    fn count(&self) -> usize {
        self.0.steps.len()
    }
}

differential! {
    a_number_for_the_turn(job("a", &[1, 2])), fed [3, 4];
    fn a_number_for_the_turn(first: Job) -> impl Coroutine<u32, Yield = u32, Return = u32> {
        let second = job("b", &[5]);
        let third = job("c", &[6, 7]);
        let fed = yield_!(1);
        let spent = first.spent();
        log(format!("{spent} and {fed}"));
        yield_!(2);
        let longest = second.longest();
        log(longest);
        yield_!(3);
        let spent = third.spent();
        log(spent);
        yield_!(spent + 1);
        4
    }
}

differential! {
    a_report_for_the_turn(job("a", &[1, 2]));
    fn a_report_for_the_turn(first: Job) -> impl Coroutine<Yield = u32, Return = ()> {
        let second = job("b", &[5]);
        let third = job("c", &[6, 7]);
        yield_!(1);
        let report = first.summarize();
        log((&report.title.0, report.total));
        yield_!(2);
        let report = second.estimate();
        yield_!(report.total);
        let other = third.summarize();
        yield_!(other.total);
        log("end");
    }
}

differential! {
    reports_that_may_fail(job("a", &[1, 2]), job("b", &[50])), fed [3, 4];
    fn reports_that_may_fail(first: Job, second: Job) -> impl Coroutine<u32, Yield = u32, Return = Result<u32, String>> {
        let guard = Loud("guard");
        let limit = yield_!(1);
        let report = first.audit(limit)?;
        log(&report.title.0);
        let limit = yield_!(2);
        log(guard.0);
        let Report { total, .. } = second.audit(limit)?;
        yield_!(total);
        Ok(3)
    }
}

differential! {
    borrowed_for_the_turn(job("a", &[1, 2]), job("b", &[3, 4])), fed [3, 4];
    fn borrowed_for_the_turn(first: Job, mut second: Job) -> impl Coroutine<u32, Yield = usize, Return = ()> {
        let third = job("c", &[6, 7]);
        let fourth = job("d", &[8, 9]);
        let fed = yield_!(1);
        let label = first.label();
        log(label);
        yield_!(2);
        let rest = second.rest();
        rest[0] += fed;
        log(&*rest);
        yield_!(3);
        let heads = third.heads();
        log(heads);
        if let Some((first, count)) = heads {
            log(first);
            yield_!(count);
        }
        let count = {
            let look = fourth.look();
            look.count()
        };
        yield_!(count);
    }
}

differential! {
    chained_with_a_question(job("a", &[1, 2]), job("b", &[3, 4])), fed [3, 0];
    fn chained_with_a_question(mut first: Job, mut second: Job) -> impl Coroutine<u32, Yield = usize, Return = Result<u8, String>> {
        let step = yield_!(1);
        first.extended(step)?;
        let step = yield_!(2);
        second.extended(step)?.extended(9)?;
        yield_!(3);
        Ok(1)
    }
}

differential! {
    flags_by_reference(job("a", &[1, 2]), job("b", &[3]));
    fn flags_by_reference(first: Job, second: Job) -> impl Coroutine<Yield = u32, Return = ()> {
        yield_!(0);
        let long = first.is_long();
        if !long {
            log("short");
        }
        yield_!(1);
        let long = second.is_long();
        if !long {
            log("short");
        }
        yield_!(2);
    }
}

differential! {
    matched_in_the_turn(job("a", &[1, 2]), job("b", &[3])), fed [0, 1];
    fn matched_in_the_turn(first: Job, second: Job) -> impl Coroutine<usize, Yield = u32, Return = u32> {
        let third = job("c", &[6, 7]);
        let at = yield_!(0);
        match first.spent() {
            0 => log("nothing"),
            n if n > 2 => log(("much", n)),
            n => log(n),
        }
        yield_!(1);
        if let (0, n) | (n, 0) = (second.longest(), at as u32) {
            log(n);
        }
        let at = yield_!(2);
        let (before, after) = third.split_at_work(at);
        log((&before, &after));
        yield_!(3);
        after[0]
    }
}

differential! {
    in_a_loop_for_the_turn(3), fed [1, 2, 3];
    fn in_a_loop_for_the_turn(n: u32) -> impl Coroutine<u32, Yield = u32, Return = Vec<String>> {
        let mut log_book = Vec::new();
        for i in 0..n {
            let next = job("loop", &[i, 2]);
            let fed = yield_!(i);
            if fed == 2 {
                let total = next.spent();
                log_book.push(format!("{total} of {fed}"));
                continue;
            }
            let report = next.summarize();
            log_book.push(report.title.0.clone());
            yield_!(report.total);
        }
        log_book
    }
}

differential! {
    dropped_in_order_though_it_may_be_gone(vec![1, 2]);
    fn dropped_in_order_though_it_may_be_gone(all: Vec<u32>) -> impl Coroutine<Yield = u32, Return = (usize, Vec<u32>)> {
        let first = job("first", &[1]);
        yield_!(4);
        let (sent, _) = first.split_at_work(1);
        yield_!(2);
        let inner = job("inner", &[]);
        let n = inner.longest();
        log(n);
        yield_!(5);
        let innermost = job("innermost", &[]);
        yield_!(6);
        log(innermost.label());
        let n = innermost.longest();
        log(n);
        yield_!(7);
        (all.len(), sent)
    }
}

differential! {
    scores_that_are_kept(job("a", &[1, 2]));
    fn scores_that_are_kept(first: Job) -> impl Coroutine<Yield = u32, Return = Score> {
        yield_!(0);
        let score = first.score();
        yield_!(score.0);
        score
    }
}
