pub struct Job(String);

impl Job {
    fn spent(self) -> usize {
        self.0.len()
    }
}

#[coro::coroutine]
pub fn run(job: Job) -> impl Iterator<Item = usize> {
    yield_!(1);
    let length = job.spent();
    println!("{length}");
    yield_!(2);
}

fn main() {}
