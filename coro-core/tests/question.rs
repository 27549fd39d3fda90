//! `?` as generated code spells it, against what `?` itself does.

use coro_core::__private::{Branch, FromResidual};
use std::ops::ControlFlow;
use std::task::Poll;

/// `expression?`, where the function returns.
macro_rules! question {
    ($value:expr) => {
        match Branch::branch($value) {
            ControlFlow::Continue(value) => value,
            ControlFlow::Break(residual) => return FromResidual::from_residual(residual),
        }
    };
}

/// `agree!((value: Input) -> Output { body of value } for inputs ..)`: with both kinds of `?`.
macro_rules! agree {
    (|$value:ident: $input:ty| -> $output:ty { $result:expr }, $($sample:expr),+) => {{
        fn ours($value: $input) -> $output {
            let $value = question!($value);
            $result
        }
        fn theirs($value: $input) -> $output {
            let $value = $value?;
            $result
        }
        $(assert_eq!(ours($sample), theirs($sample));)+
    }};
}

#[derive(Clone, Debug, PartialEq)]
struct Failure(String);

impl From<&str> for Failure {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

#[test]
fn on_a_result() {
    agree!(|value: Result<u8, &str>| -> Result<u8, Failure> { Ok(value + 1) }, Ok(1), Err("bad"));
    agree!(
        |value: Result<u8, &'static str>| -> Result<(), &'static str> {
            {
                let _ = value;
                Ok(())
            }
        },
        Ok(1),
        Err("bad")
    );
}

#[test]
fn on_an_option() {
    agree!(|value: Option<u8>| -> Option<String> { Some(value.to_string()) }, Some(1), None);
}

#[test]
fn on_a_control_flow() {
    agree!(
        |value: ControlFlow<char, u8>| -> ControlFlow<char, u16> { ControlFlow::Continue(value.into()) },
        ControlFlow::Continue(1),
        ControlFlow::Break('b')
    );
}

#[test]
fn on_a_poll() {
    type Input = Poll<Result<u8, &'static str>>;
    agree!(
        |value: Input| -> Poll<Result<u16, Failure>> { value.map(|value| Ok(value.into())) },
        Poll::Pending,
        Poll::Ready(Ok(1)),
        Poll::Ready(Err("bad"))
    );
    agree!(
        |value: Input| -> Result<bool, Failure> { Ok(value.is_pending()) },
        Poll::Pending,
        Poll::Ready(Ok(1)),
        Poll::Ready(Err("bad"))
    );
}

#[test]
fn on_a_poll_of_an_option() {
    type Input = Poll<Option<Result<u8, &'static str>>>;
    type Output = Poll<Option<Result<u8, Failure>>>;
    agree!(
        |value: Input| -> Output { value.map(|value| value.map(Ok)) },
        Poll::Pending,
        Poll::Ready(None),
        Poll::Ready(Some(Ok(1))),
        Poll::Ready(Some(Err("bad")))
    );
}

#[test]
fn a_result_ends_a_poll() {
    agree!(|value: Result<u8, &'static str>| -> Poll<Result<u8, Failure>> { Poll::Ready(Ok(value)) }, Ok(1), Err("bad"));
    agree!(
        |value: Result<u8, &'static str>| -> Poll<Option<Result<u8, Failure>>> { Poll::Ready(Some(Ok(value))) },
        Ok(1),
        Err("bad")
    );
}
