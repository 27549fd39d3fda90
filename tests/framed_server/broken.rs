//! Peers that are slow, silent or wrong. Whoever else is there notices nothing.

use super::*;
use tokio::io::AsyncWriteExt;

async fn is_refused(bytes: &[u8], told: Option<&str>, is_expected: fn(&FrameError) -> bool) {
    let mut server = server(4).await;
    let mut other = connect(server.address).await;
    ask(&mut other.0, &mut other.1, "before").await;
    let (mut writer, mut answers) = connect(server.address).await;
    writer.write_all(bytes).await.unwrap();
    if told.is_none() {
        writer.shutdown().await.unwrap();
    }
    let served = server.next_served().await;
    assert!(served.end.as_ref().is_err_and(is_expected), "{served:?}");
    if let Some(told) = told {
        let mut last = None;
        while let Some(found) = answer(&mut answers).await {
            last = Some(found);
        }
        assert_eq!(last.as_deref(), Some(told));
    }
    ask(&mut other.0, &mut other.1, "after").await;
}

#[tokio::test]
async fn a_length_that_is_no_number() {
    is_refused(b"5\nhellofive\nhello", Some("error: \"five\" is no length"), |error| matches!(error, FrameError::Malformed(_)))
        .await;
}

#[tokio::test]
async fn a_length_without_an_end() {
    let told = "error: \"1111111111111111111111111\" is no length";
    is_refused(b"1111111111111111111111111", Some(told), |error| matches!(error, FrameError::Malformed(_))).await;
}

#[tokio::test]
async fn a_frame_that_is_too_long() {
    is_refused(b"65537\n", Some("error: a frame of 65537 bytes is too long"), |error| matches!(error, FrameError::TooLong(65537)))
        .await;
}

#[tokio::test]
async fn a_peer_that_goes_within_a_frame() {
    is_refused(b"5\nhel", None, |error| matches!(error, FrameError::Truncated)).await;
    is_refused(b"5", None, |error| matches!(error, FrameError::Truncated)).await;
}

#[tokio::test]
async fn a_peer_that_falls_silent_within_a_frame() {
    is_refused(b"2\nab5\nhel", Some("error: nothing came for too long"), |error| matches!(error, FrameError::Silent)).await;
}

#[tokio::test]
async fn a_peer_that_is_slow() {
    let mut server = server(1).await;
    let (mut writer, mut answers) = connect(server.address).await;
    for byte in b"5\nhello0\n3\nabc" {
        writer.write_all(&[*byte]).await.unwrap();
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    for expected in ["olleh", "", "cba"] {
        assert_eq!(answer(&mut answers).await.as_deref(), Some(expected));
    }
    // Between frames there is no hurry.
    tokio::time::sleep(LIMITS.silence * 2).await;
    ask(&mut writer, &mut answers, "again").await;
    drop(writer);
    assert_eq!(server.next_served().await.frames, 4);
}
