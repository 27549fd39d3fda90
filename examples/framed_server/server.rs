//! Answers each frame with the same bytes in reverse, for a bounded number of peers at once.

use crate::frames::{FrameError, Limits, frames, write_frame};
use futures::{Stream, StreamExt};
use std::io;
use std::net::SocketAddr;
use std::pin::pin;
use std::sync::Arc;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::JoinSet;

/// How the conversation with a peer ended.
#[derive(Debug)]
pub struct Served {
    pub peer: SocketAddr,
    pub frames: usize,
    pub end: Result<(), FrameError>,
}

/// A connection, and the right to have it.
struct Admitted {
    stream: TcpStream,
    peer: SocketAddr,
    _permit: OwnedSemaphorePermit,
}

/// The peers, each as soon as there is room for it.
#[coro::coroutine]
fn admitted(listener: TcpListener, most: usize) -> impl Stream<Item = Admitted> + Send {
    let room = Arc::new(Semaphore::new(most));
    while let Ok(permit) = room.clone().acquire_owned().await {
        match listener.accept().await {
            Ok((stream, peer)) => yield_!(Admitted { stream, peer, _permit: permit }),
            // The peer is gone, or there are no sockets left for now.
            Err(_) => tokio::task::yield_now().await,
        }
    }
}

/// Serves `most` peers at once. Each item is one that has been served; dropping the stream hangs up on the others.
#[coro::coroutine]
pub fn serve(listener: TcpListener, most: usize, limits: Limits) -> impl Stream<Item = Served> + Send {
    let mut peers = pin!(admitted(listener, most));
    let mut conversations = JoinSet::new();
    loop {
        tokio::select! {
            Some(admitted) = peers.next() => {
                conversations.spawn(converse(admitted, limits));
            }
            Some(ended) = conversations.join_next() => {
                if let Ok(served) = ended {
                    yield_!(served);
                }
            }
        }
    }
}

async fn converse(admitted: Admitted, limits: Limits) -> Served {
    let Admitted { mut stream, peer, _permit } = admitted;
    let mut frames = 0;
    let end = answer(&mut stream, limits, &mut frames).await;
    if let Err(error) = &end {
        // The peer may not be there to be told.
        let told: io::Result<()> = write_frame(&mut stream, format!("error: {error}").as_bytes()).await;
        drop(told);
    }
    Served { peer, frames, end }
}

async fn answer(stream: &mut TcpStream, limits: Limits, answered: &mut usize) -> Result<(), FrameError> {
    let (reader, mut writer) = stream.split();
    let mut frames = pin!(frames(reader, limits));
    while let Some(frame) = frames.next().await {
        let mut frame = frame?;
        frame.reverse();
        write_frame(&mut writer, &frame).await?;
        *answered += 1;
    }
    Ok(())
}
