//! Runs one contender on one workload, for `run.sh` to count.

mod contender;
mod contenders;
mod drive;

use contender::{CONTENDERS, Runner};
use drive::Driver;
use std::env;
use std::process::ExitCode;
use std::time::Duration;

/// How often each contender is timed, and with how many items: a vector of them stays in the cache.
const ROUNDS: u32 = 200;
const ITEMS: u64 = 100_000;

const USAGE: &str = "usage: measure-pinned CONTENDER counter|pairs|owned|awaits|resumed inlined|dyn N
       prints the digest and the bytes of the value
   or: measure-pinned time WORKLOAD DRIVER
       prints millions of items a second of each contender";

fn main() -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn obey(words: &[String]) -> Result<(), String> {
    if let [name, workload, driver] = words
        && name == "time"
    {
        time(workload, driver.parse()?);
        return Ok(());
    }
    let [name, workload, driver, n] = words else {
        return Err("four words are expected".to_owned());
    };
    let n: u64 = n.parse().map_err(|_| format!("`{n}` is no number"))?;
    let driver: Driver = driver.parse()?;
    let run = named(name)?(workload, driver, n).ok_or_else(|| format!("{name} has no `{workload}`"))?;
    println!("{} {}", run.result, run.bytes);
    Ok(())
}

/// Of a run of size `n`.
fn items(workload: &str, n: u64) -> u64 {
    let rows = (4 * n).isqrt();
    let pairs = || (0..rows).flat_map(|i| (i..rows).map(move |j| i * j)).filter(|product| product % 2 == 0);
    if workload == "pairs" { pairs().count() as u64 } else { n }
}

/// Prints the most items a second of each contender. They take turns, so that what slows the machine slows all.
fn time(workload: &str, driver: Driver) {
    let items = items(workload, ITEMS);
    let mut best = [Duration::MAX; CONTENDERS.len()];
    for _ in 0..ROUNDS {
        for ((_, run), best) in CONTENDERS.iter().zip(&mut best) {
            if let Some(run) = run(workload, driver, ITEMS) {
                *best = run.took.min(*best);
            }
        }
    }
    for ((name, _), best) in CONTENDERS.iter().zip(best) {
        if best < Duration::MAX {
            println!("{name} {:.0}", items as f64 / best.as_secs_f64() / 1e6);
        }
    }
}

fn named(name: &str) -> Result<Runner, String> {
    let found = CONTENDERS.iter().find(|(known, _)| *known == name);
    found.map(|(_, runner)| *runner).ok_or_else(|| format!("no contender `{name}`"))
}

#[test]
fn contenders_agree() {
    for workload in ["counter", "pairs", "owned", "awaits", "resumed"] {
        for driver in [Driver::Inlined, Driver::Dyn] {
            let found: Vec<_> =
                CONTENDERS.iter().filter_map(|(name, run)| run(workload, driver, 1000).map(|run| (name, run.result))).collect();
            let first = found[0].1;
            assert!(first != 0 && found.iter().all(|(_, result)| *result == first), "{workload}: {found:?}");
        }
    }
}
