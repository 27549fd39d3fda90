//! An error is the last item of a stream.
use futures_core::Stream;
#[allow(
    unreachable_code,
    unused_variables,
    non_shorthand_field_patterns,
    unused_assignments,
    unused_mut,
    unused_labels,
    unused_parens,
    unused_braces,
    unused_unsafe,
    single_use_lifetimes,
)]
#[cfg_attr(
    clippy,
    allow(
        clippy::redundant_else,
        clippy::suspicious_else_formatting,
        clippy::drop_non_drop,
        clippy::if_not_else,
        clippy::redundant_field_names,
        clippy::let_underscore_untyped,
        clippy::never_loop,
        clippy::needless_return,
        clippy::diverging_sub_expression,
        clippy::unnecessary_semicolon,
        clippy::unused_unit,
        clippy::needless_else,
        clippy::redundant_pattern_matching,
        clippy::semicolon_if_nothing_returned,
        clippy::cognitive_complexity,
        clippy::too_many_lines,
        clippy::items_after_statements,
        clippy::large_enum_variant,
        clippy::let_unit_value,
        clippy::missing_const_for_fn,
        clippy::used_underscore_binding,
        clippy::no_effect_underscore_binding,
    )
)]
#[allow(clippy::unit_arg, clippy::large_futures)]
fn numbers(lines: Lines) -> impl Stream<Item = Result<u32, Error>> {
    ::coro::__private::stream(
        ::coro::__private::pinned({
            let once = ::coro::__private::Once;
            async move |exchange: ::coro::__private::Exchange<_>| {
                let exchange = ::coro::__private::exchange::<
                    ::coro::__private::Item<Result<u32, Error>>,
                >(once, exchange);
                let _ = (&lines,);
                let (first, mut place) = exchange.first().await;
                ::core::mem::drop(first);
                let value: ::core::option::Option<Result<u32, Error>> = 'coroutine: {
                    let _: () = {
                        while let Some(line) = match ::coro::__private::Branch::branch(
                            (match exchange.through(lines.next()).await {
                                both => {
                                    let (value, next) = both;
                                    place = next;
                                    value
                                }
                            }),
                        ) {
                            ::core::ops::ControlFlow::Continue(value) => value,
                            ::core::ops::ControlFlow::Break(residual) => {
                                break 'coroutine (::core::option::Option::Some(
                                    ::coro::__private::FromResidual::from_residual(residual),
                                ));
                            }
                        } {
                            if line.is_empty() {
                                break 'coroutine (::core::option::Option::None);
                            }
                            (match exchange
                                .put(
                                    Ok(
                                        match ::coro::__private::Branch::branch(line.parse()) {
                                            ::core::ops::ControlFlow::Continue(value) => value,
                                            ::core::ops::ControlFlow::Break(residual) => {
                                                break 'coroutine (::core::option::Option::Some(
                                                    ::coro::__private::FromResidual::from_residual(residual),
                                                ));
                                            }
                                        },
                                    ),
                                    place,
                                )
                                .await
                            {
                                both => {
                                    let (argument, next) = both;
                                    place = next;
                                    argument
                                }
                            });
                        }
                    };
                    ::core::option::Option::None
                };
                value
            }
        }),
    )
}
