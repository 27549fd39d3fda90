//! A server as streams: the frames of a peer, the peers that are admitted, and those that have been served.
//!
//! ```text
//! $ cargo run --example framed_server --features stream
//! olleh
//!
//! maerts
//! 3 frames answered
//!
//! $ cargo run --example framed_server --features stream -- 127.0.0.1:4000
//! listening on 127.0.0.1:4000
//! ```

mod frames;
mod server;

use frames::{Limits, frames, write_frame};
use futures::StreamExt;
use server::Served;
use std::io;
use std::pin::pin;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};

const LIMITS: Limits = Limits { length: 1 << 16, silence: Duration::from_secs(10) };
const MOST_PEERS: usize = 64;

#[tokio::main(flavor = "current_thread")]
async fn main() -> io::Result<()> {
    let address = std::env::args().nth(1);
    let listener = TcpListener::bind(address.as_deref().unwrap_or("127.0.0.1:0")).await?;
    let own = listener.local_addr()?;
    let mut served = pin!(server::serve(listener, MOST_PEERS, LIMITS));
    if address.is_some() {
        println!("listening on {own}");
        while let Some(Served { peer, frames, end }) = served.next().await {
            println!("{peer}: {frames} frames, {}", end.map_or_else(|error| error.to_string(), |()| "the end".to_owned()));
        }
        return Ok(());
    }
    let (served, answers) = tokio::join!(served.next(), ask(own, ["hello", "", "stream"]));
    for answer in answers? {
        println!("{answer}");
    }
    println!("{} frames answered", served.map_or(0, |served| served.frames));
    Ok(())
}

/// Sends words and waits for the answers.
async fn ask<const N: usize>(server: std::net::SocketAddr, words: [&str; N]) -> io::Result<Vec<String>> {
    let mut stream = TcpStream::connect(server).await?;
    let (reader, mut writer) = stream.split();
    let mut answers = pin!(frames(reader, LIMITS));
    let mut found = Vec::new();
    for word in words {
        write_frame(&mut writer, word.as_bytes()).await?;
        match answers.next().await {
            Some(Ok(answer)) => found.push(String::from_utf8_lossy(&answer).into_owned()),
            Some(Err(error)) => return Err(io::Error::other(error.to_string())),
            None => break,
        }
    }
    Ok(found)
}
