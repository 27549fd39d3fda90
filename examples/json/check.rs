//! Counts the tokens of a text and finds the place of its first mistake.

use coro::{Coroutine, CoroutineExt, CoroutineState};

use crate::report::{Counts, Position, Report};
use crate::tokenizer::{Event, tokens};

/// Takes a text in pieces, as [`std::io::Read`] gives them: an empty one is the end.
///
/// It completes there, or at the first mistake.
#[coro::coroutine]
pub fn check(max_depth: usize, #[resume(rebind)] piece: &[u8]) -> impl Coroutine<_, Yield = (), Return = Report> {
    let mut tokens = tokens(max_depth);
    let mut counts = Counts::default();
    let mut end = Position::default();
    loop {
        let mut rest = piece;
        loop {
            match tokens.resume_unpin(&mut rest) {
                CoroutineState::Yielded(Event::Starved) if piece.is_empty() => {}
                CoroutineState::Yielded(Event::Starved) => break,
                CoroutineState::Yielded(token) => counts.add(token),
                CoroutineState::Complete(verdict) => {
                    end.advance(&piece[..piece.len() - rest.len()]);
                    let at_end = piece.is_empty();
                    return Report { verdict, at_end, end, counts };
                }
            }
        }
        end.advance(piece);
        yield_!();
    }
}
