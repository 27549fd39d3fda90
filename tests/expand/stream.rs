//! An error is the last item of a stream.

use futures_core::Stream;

#[coroutine]
fn numbers(lines: Lines) -> impl Stream<Item = Result<u32, Error>> {
    while let Some(line) = lines.next().await? {
        if line.is_empty() {
            return;
        }
        yield_!(Ok(line.parse()?));
    }
}
