pub struct Job(String);

#[derive(Clone, Copy)]
pub struct Score(usize);

impl Job {
    fn spent(self) -> Score {
        Score(self.0.len())
    }
}

#[coro::coroutine]
pub fn run(job: Job) -> impl Iterator<Item = usize> {
    yield_!(1);
    let score = job.spent();
    println!("{}", score.0);
    yield_!(2);
}

fn main() {}
