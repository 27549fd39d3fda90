//! What is given up half-way: waiting for an item, a stream, the server.

use super::*;
use tokio::io::{AsyncReadExt, AsyncWriteExt, duplex};

#[tokio::test]
async fn giving_up_on_an_item_loses_nothing() {
    let (mut near, far) = duplex(7);
    let write = async move {
        for message in 0..200_u32 {
            for byte in format!("6\n{message:06}").as_bytes() {
                near.write_all(&[*byte]).await.unwrap();
                tokio::task::yield_now().await;
            }
        }
    };
    let read = async {
        let mut frames = Box::pin(frames(far, LIMITS));
        let (mut found, mut given_up) = (Vec::new(), 0);
        loop {
            tokio::select! {
                biased;
                frame = frames.next() => match frame {
                    Some(frame) => found.push(String::from_utf8(frame.unwrap()).unwrap()),
                    None => break (found, given_up),
                },
                () = tokio::task::yield_now() => given_up += 1,
            }
        }
    };
    let ((), (found, given_up)) = soon(async { tokio::join!(write, read) }).await;
    let expected: Vec<_> = (0..200).map(|message| format!("{message:06}")).collect();
    assert_eq!(found, expected);
    assert!(given_up > 200, "{given_up}");
}

#[tokio::test]
async fn a_stream_is_dropped_while_it_is_suspended() {
    // Within a header, within a frame, at a yield.
    for (sent, received) in [("", 0), ("5", 0), ("5\nhel", 0), ("5\nhello", 1), ("5\nhello5\nw", 1)] {
        let (mut near, far) = duplex(64);
        near.write_all(sent.as_bytes()).await.unwrap();
        let mut stream = Box::pin(frames(far, Limits { silence: PATIENCE, ..LIMITS }));
        for _ in 0..received {
            assert_eq!(stream.next().await.unwrap().unwrap(), b"hello");
        }
        let next = tokio::time::timeout(Duration::from_millis(10), stream.next()).await;
        assert!(next.is_err(), "{sent}");
        drop(stream);
        assert_eq!(near.read(&mut [0]).await.unwrap(), 0, "the other end is closed");
    }
}

#[tokio::test]
async fn dropping_the_server_hangs_up() {
    let server = server(3).await;
    let mut peers = Vec::new();
    for _ in 0..3 {
        let (mut writer, mut answers) = connect(server.address).await;
        ask(&mut writer, &mut answers, "there").await;
        writer.write_all(b"9\nhalf").await.unwrap();
        peers.push((writer, answers));
    }
    server.task.abort();
    assert!(soon(server.task).await.unwrap_err().is_cancelled());
    for (_, answers) in &mut peers {
        let last = soon(answers.next()).await;
        assert!(!matches!(last, Some(Ok(_))), "{last:?}");
    }
    assert!(TcpStream::connect(server.address).await.is_err());
}
