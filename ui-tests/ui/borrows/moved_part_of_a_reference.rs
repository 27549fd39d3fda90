pub struct Deck {
    cards: Vec<u32>,
    bonus: u32,
}

#[coro::coroutine]
pub fn borrowed(deck: &mut Deck) -> impl Iterator<Item = u32> {
    for card in deck.cards {
        yield_!(card + deck.bonus);
    }
}

#[coro::coroutine]
pub fn each(decks: &mut [Deck]) -> impl Iterator<Item = u32> {
    for deck in decks {
        yield_!(deck.bonus);
        for card in deck.cards {
            yield_!(card);
        }
    }
}

impl Drop for Deck {
    fn drop(&mut self) {}
}

#[coro::coroutine]
pub fn dropped(deck: Deck) -> impl Iterator<Item = u32> {
    for card in deck.cards {
        yield_!(card);
    }
    yield_!(deck.bonus);
}

fn main() {}
