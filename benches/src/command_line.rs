//! What the programs that are measured have in common.

use std::env;
use std::hint::black_box;
use std::process::ExitCode;
use std::time::{Duration, Instant};

use crate::sizes::Size;
use crate::{Cell, Contender, Input, Run, Via, Workload, allocations};

const USAGE: &str =
    "usage: run WORKLOAD N [CONTENDER,.. [VIA]]    run cells, print `contender via digest bytes allocations` of each
       time WORKLOAD N ROUNDS                 print `contender via picoseconds` of each cell, the least a round and item
       items WORKLOAD N                       print how many items there are
       contenders                             print their names
       sizes                                  print `body maker bytes` of values that are known to be large";

/// Runs what the command line asks for, on a stack that is deep enough for the spine.
#[must_use]
pub fn main(contenders: &'static [Contender], sizes: fn() -> Vec<Size>) -> ExitCode {
    const STACK: usize = 1 << 28;
    let words: Vec<String> = env::args().skip(1).collect();
    let thread = std::thread::Builder::new().stack_size(STACK).spawn(move || obey(contenders, sizes, &words));
    match thread.map(|thread| thread.join().unwrap_or_else(|_| Err("panicked".to_owned()))) {
        Ok(Ok(())) => ExitCode::SUCCESS,
        Ok(Err(message)) => {
            eprintln!("{message}\n{USAGE}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

/// `run.sh` counts the instructions of this function, and so it must not end with a jump.
#[inline(never)]
fn counted(cell: Cell, via: Via, input: &mut Input) -> Run {
    black_box((cell.run)(via, input))
}

fn obey(contenders: &[Contender], sizes: fn() -> Vec<Size>, words: &[String]) -> Result<(), String> {
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["run", workload, n, ref filter @ ..] => run(&cells(contenders, workload.parse()?, filter), number(n)?),
        ["time", workload, n, rounds] => time(&cells(contenders, workload.parse()?, &[]), number(n)?, number(rounds)?),
        ["items", workload, n] => items(contenders, workload.parse()?, number(n)?)?,
        ["contenders"] => contenders.iter().for_each(|contender| println!("{}", contender.name)),
        ["sizes"] => sizes().iter().for_each(|Size { body, maker, bytes }| println!("{body} {maker} {bytes}")),
        _ => return Err("what?".to_owned()),
    }
    Ok(())
}

fn number(word: &str) -> Result<u64, String> {
    word.parse().map_err(|_| format!("`{word}` is no number"))
}

type Named = (&'static str, Cell, Via);

/// The cells of a workload, or those of some contenders, or of these and one driver.
fn cells(contenders: &[Contender], workload: Workload, filter: &[&str]) -> Vec<Named> {
    let wanted = |at: usize, name: &str| filter.get(at).is_none_or(|wanted| wanted.split(',').any(|wanted| wanted == name));
    contenders
        .iter()
        .filter(|contender| wanted(0, contender.name))
        .filter_map(|contender| Some((contender.name, contender.cell(workload)?)))
        .flat_map(|(name, cell)| Via::ALL.map(|via| (name, cell, via)))
        .filter(|(_, _, via)| wanted(1, via.name()))
        .collect()
}

fn run(cells: &[Named], n: u64) {
    for (name, cell, via) in cells {
        let mut input = cell.workload.input(n);
        let before = allocations::count();
        let Run { digest, bytes } = counted(*cell, *via, &mut input);
        println!("{name} {} {digest} {bytes} {}", via.name(), allocations::count() - before);
    }
}

/// Takes turns, so that all are slowed down alike by what else the machine does.
fn time(cells: &[Named], n: u64, rounds: u64) {
    let mut least = vec![Duration::MAX; cells.len()];
    for _ in 0..rounds {
        for ((_, cell, via), least) in cells.iter().zip(&mut least) {
            let mut input = cell.workload.input(n);
            let start = Instant::now();
            let _ = counted(*cell, *via, &mut input);
            *least = start.elapsed().min(*least);
        }
    }
    for ((name, cell, via), least) in cells.iter().zip(least) {
        let count = (cell.run)(Via::Count, &mut cell.workload.input(n)).digest;
        println!("{name} {} {}", via.name(), least.as_nanos() * 1000 / u128::from(count.max(1)));
    }
}

fn items(contenders: &[Contender], workload: Workload, n: u64) -> Result<(), String> {
    let cell = contenders.iter().find_map(|contender| contender.cell(workload));
    let cell = cell.ok_or("no contender does this")?;
    println!("{}", (cell.run)(Via::Count, &mut workload.input(n)).digest);
    Ok(())
}
