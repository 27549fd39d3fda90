//! `examples/framed_server` over loopback: many peers, slow ones, broken ones, and ones that are cancelled.

#[allow(dead_code)]
#[path = "../examples/framed_server/frames.rs"]
mod frames;
#[allow(dead_code)]
#[path = "../examples/framed_server/server.rs"]
mod server;

#[path = "framed_server/broken.rs"]
mod broken;
#[path = "framed_server/cancelled.rs"]
mod cancelled;
#[path = "framed_server/many.rs"]
mod many;

use frames::{FrameError, Limits, frames, write_frame};
use futures::{Stream, StreamExt};
use server::{Served, serve};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream, tcp::OwnedWriteHalf};
use tokio::sync::mpsc;
use tokio::task::JoinHandle;

const LIMITS: Limits = Limits { length: 1 << 16, silence: Duration::from_millis(500) };

/// Longer than anything here takes unless it hangs.
const PATIENCE: Duration = Duration::from_secs(30);

struct Server {
    address: SocketAddr,
    served: mpsc::UnboundedReceiver<Served>,
    task: JoinHandle<()>,
}

async fn server(most: usize) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (ended, served) = mpsc::unbounded_channel();
    let task = tokio::spawn(async move {
        let mut all = std::pin::pin!(serve(listener, most, LIMITS));
        while let Some(served) = all.next().await {
            if ended.send(served).is_err() {
                return;
            }
        }
    });
    Server { address, served, task }
}

impl Server {
    async fn next_served(&mut self) -> Served {
        soon(self.served.recv()).await.unwrap()
    }
}

async fn soon<F: Future>(future: F) -> F::Output {
    tokio::time::timeout(PATIENCE, future).await.expect("nothing hangs")
}

type Answers = std::pin::Pin<Box<dyn Stream<Item = Result<Vec<u8>, FrameError>> + Send>>;

/// A connection as the peer sees it.
async fn connect(address: SocketAddr) -> (OwnedWriteHalf, Answers) {
    let (reader, writer) = TcpStream::connect(address).await.unwrap().into_split();
    let limits = Limits { silence: PATIENCE, ..LIMITS };
    (writer, Box::pin(frames(reader, limits)))
}

async fn answer(answers: &mut Answers) -> Option<String> {
    let answer = soon(answers.next()).await?;
    Some(String::from_utf8(answer.unwrap()).unwrap())
}

async fn ask(writer: &mut OwnedWriteHalf, answers: &mut Answers, word: &str) {
    write_frame(writer, word.as_bytes()).await.unwrap();
    assert_eq!(answer(answers).await, Some(word.chars().rev().collect()));
}
