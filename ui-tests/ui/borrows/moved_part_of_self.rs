pub struct Job(u32);

pub struct Worker {
    job: Job,
    name: String,
}

impl Worker {
    #[coro::coroutine]
    pub fn run(self) -> impl Iterator<Item = u32> {
        let job = self.job;
        yield_!(job.0);
        yield_!(self.name.len() as u32);
    }
}

fn main() {}
