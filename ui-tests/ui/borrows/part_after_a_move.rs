pub struct Job {
    id: u32,
    name: String,
}

#[coro::coroutine]
pub fn names(jobs: Vec<Job>) -> impl Iterator<Item = String> {
    let mut done = vec![];
    for job in jobs {
        if job.id > 3 {
            done.push(job);
        }
        yield_!(job.name);
    }
    yield_!(format!("{}", done.len()));
}

fn main() {}
