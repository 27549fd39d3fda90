//! Runs one contender on one workload, for `run.sh` to count.

mod contender;
mod contenders;
mod drive;

use contender::{CONTENDERS, Runner};
use drive::Driver;
use std::env;
use std::process::ExitCode;

const USAGE: &str = "usage: measure-pinned CONTENDER counter|pairs|owned|awaits|resumed inlined|dyn N
       prints the digest and the bytes of the value";

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
    let [name, workload, driver, n] = words else {
        return Err("four words are expected".to_owned());
    };
    let n: u64 = n.parse().map_err(|_| format!("`{n}` is no number"))?;
    let driver: Driver = driver.parse()?;
    let run = named(name)?(workload, driver, n).ok_or_else(|| format!("{name} has no `{workload}`"))?;
    println!("{} {}", run.result, run.bytes);
    Ok(())
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
