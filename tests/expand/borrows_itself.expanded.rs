//! A local is borrowed across a yield: the body is an `async` closure, and a yield an `await`.
use coro::Coroutine;
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
#[allow(
    clippy::await_holding_lock,
    clippy::await_holding_refcell_ref,
    clippy::await_holding_invalid_type,
)]
#[allow(clippy::unit_arg, clippy::large_futures)]
fn words(
    text: String,
    n: usize,
) -> impl Coroutine<usize, Yield = usize, Return = usize> {
    ::coro::__private::pinned({
        let mut n = n;
        let once = ::coro::__private::Once;
        async move |exchange: ::coro::__private::Exchange<_>| {
            let exchange = ::coro::__private::exchange::<
                ::coro::__private::Either<usize, usize>,
            >(once, exchange);
            let _ = (&n, &text);
            let (first, mut place) = exchange.first_of_one().await;
            let first: usize = first;
            let value: usize = 'coroutine: {
                let mut total = first;
                for word in text.split(' ') {
                    n += 1;
                    total
                        += (match exchange.put(word.len(), place).await {
                            both => {
                                let (argument, next) = both;
                                place = next;
                                argument
                            }
                        });
                }
                total / n
            };
            value
        }
    })
}
