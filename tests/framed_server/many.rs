//! More messages than buffers hold, and more peers than there is room for.

use super::*;

const PEERS: usize = 20;
const MESSAGES: usize = 500;

/// Writes everything before it reads, so that both directions are full at times.
async fn talk(address: SocketAddr, peer: usize) {
    let (mut writer, mut answers) = connect(address).await;
    let word = move |message: usize| format!("{peer} {message} {}", "x".repeat(message % 97));
    let write = async {
        for message in 0..MESSAGES {
            write_frame(&mut writer, word(message).as_bytes()).await.unwrap();
        }
        drop(writer);
    };
    let read = async {
        for message in 0..MESSAGES {
            let expected: String = word(message).chars().rev().collect();
            assert_eq!(answer(&mut answers).await, Some(expected));
        }
        assert_eq!(answer(&mut answers).await, None);
    };
    soon(async { tokio::join!(write, read) }).await;
}

async fn ten_thousand_messages(most: usize) {
    let mut server = server(most).await;
    let peers: Vec<_> = (0..PEERS).map(|peer| tokio::spawn(talk(server.address, peer))).collect();
    for peer in peers {
        soon(peer).await.unwrap();
    }
    for _ in 0..PEERS {
        let served = server.next_served().await;
        assert!(served.end.is_ok() && served.frames == MESSAGES, "{served:?}");
    }
    server.task.abort();
}

#[tokio::test]
async fn ten_thousand_messages_on_one_thread() {
    ten_thousand_messages(PEERS).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 3)]
async fn ten_thousand_messages_on_three_threads_three_peers_at_a_time() {
    ten_thousand_messages(3).await;
}

#[tokio::test]
async fn who_comes_when_there_is_no_room_waits() {
    let mut server = server(2).await;
    let mut first = connect(server.address).await;
    let mut second = connect(server.address).await;
    ask(&mut first.0, &mut first.1, "one").await;
    ask(&mut second.0, &mut second.1, "two").await;
    let mut third = connect(server.address).await;
    write_frame(&mut third.0, b"three").await.unwrap();
    let early = tokio::time::timeout(Duration::from_millis(100), third.1.next()).await;
    assert!(early.is_err(), "{early:?}");
    ask(&mut second.0, &mut second.1, "still").await;
    drop(first);
    assert_eq!(server.next_served().await.frames, 1);
    assert_eq!(answer(&mut third.1).await.as_deref(), Some("eerht"));
}
