//! A frame is its length in decimal, a line feed, and that many bytes: `5\nhello`.

use futures::Stream;
use std::fmt;
use std::io;
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::time::{error::Elapsed, timeout};

/// What a peer may ask for.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The longest frame.
    pub length: usize,
    /// How long a peer that has begun a frame may say nothing.
    pub silence: Duration,
}

/// Why there are no more frames.
#[derive(Debug)]
pub enum FrameError {
    Io(io::Error),
    /// The connection ended within a frame.
    Truncated,
    /// The length is no number.
    Malformed(String),
    TooLong(usize),
    /// Nothing came for too long.
    Silent,
}

impl From<io::Error> for FrameError {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Elapsed> for FrameError {
    fn from(_: Elapsed) -> Self {
        Self::Silent
    }
}

impl fmt::Display for FrameError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(formatter, "{error}"),
            Self::Truncated => write!(formatter, "the connection ended within a frame"),
            Self::Malformed(header) => write!(formatter, "{header:?} is no length"),
            Self::TooLong(length) => write!(formatter, "a frame of {length} bytes is too long"),
            Self::Silent => write!(formatter, "nothing came for too long"),
        }
    }
}

/// No length has more digits.
const LONGEST_HEADER: usize = 20;

/// The frames that are read, until the connection ends between two of them. An error is the last item.
#[coro::coroutine]
pub fn frames<R: AsyncRead + Unpin + Send>(
    mut reader: R,
    limits: Limits,
) -> impl Stream<Item = Result<Vec<u8>, FrameError>> + Send {
    let mut buffer = Vec::new();
    loop {
        let header = loop {
            if let Some(end) = buffer.iter().position(|byte| *byte == b'\n') {
                break end;
            }
            if buffer.len() > LONGEST_HEADER {
                yield_!(Err(FrameError::Malformed(String::from_utf8_lossy(&buffer).into_owned())));
                return;
            }
            if buffer.is_empty() {
                // Between two frames a peer may be silent, and may go.
                if reader.read_buf(&mut buffer).await? == 0 {
                    return;
                }
            } else {
                more(&mut reader, &mut buffer, limits).await?;
            }
        };
        let length = length(&buffer[..header], limits)?;
        buffer.drain(..=header);
        while buffer.len() < length {
            more(&mut reader, &mut buffer, limits).await?;
        }
        let rest = buffer.split_off(length);
        yield_!(Ok(core::mem::replace(&mut buffer, rest)));
    }
}

/// Reads what has to come.
async fn more<R: AsyncRead + Unpin>(reader: &mut R, buffer: &mut Vec<u8>, limits: Limits) -> Result<(), FrameError> {
    match timeout(limits.silence, reader.read_buf(buffer)).await?? {
        0 => Err(FrameError::Truncated),
        _ => Ok(()),
    }
}

fn length(header: &[u8], limits: Limits) -> Result<usize, FrameError> {
    let text = String::from_utf8_lossy(header);
    let length = text.parse().map_err(|_| FrameError::Malformed(text.into_owned()))?;
    if length > limits.length { Err(FrameError::TooLong(length)) } else { Ok(length) }
}

pub async fn write_frame<W: AsyncWrite + Unpin>(writer: &mut W, frame: &[u8]) -> io::Result<()> {
    let mut bytes = format!("{}\n", frame.len()).into_bytes();
    bytes.extend_from_slice(frame);
    writer.write_all(&bytes).await
}
