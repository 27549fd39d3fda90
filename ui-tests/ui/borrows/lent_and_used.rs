pub struct Words {
    all: Vec<String>,
}

impl Words {
    fn note(&mut self) {}

    #[coro::coroutine]
    pub fn lengths(&mut self) -> impl Iterator<Item = usize> {
        for word in &mut self.all {
            yield_!(word.len());
        }
        self.note();
    }
}

#[coro::coroutine]
pub fn filled(items: &mut Vec<u32>) -> impl Iterator<Item = u32> {
    for i in 0..items.len() {
        let item = &mut items[i];
        yield_!(*item);
        *item += 1;
    }
}

fn main() {}
