//! What the programs that are measured have in common.

use std::env;
use std::process::ExitCode;

use crate::{Driver, Runner, Workload};

const USAGE: &str = "usage: CONTENDER WORKLOAD inlined|dyn N    print the digest and the bytes of the value
       none WORKLOAD inlined|dyn N         make the input and nothing else
       items WORKLOAD inlined|dyn N        print how many items there are";

/// Runs what the command line asks for.
#[must_use]
pub fn main(contenders: &[(&str, Runner)]) -> ExitCode {
    let words: Vec<String> = env::args().skip(1).collect();
    match obey(contenders, &words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn obey(contenders: &[(&str, Runner)], words: &[String]) -> Result<(), String> {
    let [what, workload, driver, n] = words else {
        return Err("four words are expected".to_owned());
    };
    let workload: Workload = workload.parse()?;
    let driver: Driver = driver.parse()?;
    let n: u64 = n.parse().map_err(|_| format!("`{n}` is no number"))?;
    match what.as_str() {
        "none" => workload.idle(n),
        "items" => println!("{}", workload.items(n)),
        name => {
            let run = named(contenders, name)?(workload, driver, n);
            println!("{} {}", run.result, run.bytes);
        }
    }
    Ok(())
}

fn named(contenders: &[(&str, Runner)], name: &str) -> Result<Runner, String> {
    let found = contenders.iter().find(|(known, _)| *known == name);
    found.map(|(_, runner)| *runner).ok_or_else(|| format!("no contender `{name}`"))
}
