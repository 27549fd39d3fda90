struct Account {
    owner: String,
    log: Vec<String>,
}

impl Account {
    #[coro::coroutine]
    fn close(self) -> impl Iterator<Item = String> {
        for line in self.log {
            yield_!(line);
        }
    }
}

fn main() {
    let account = Account {
        owner: String::new(),
        log: Vec::new(),
    };
    println!("{}", account.owner);
    account.close();
}
