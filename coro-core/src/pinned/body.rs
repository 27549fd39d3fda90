use crate::pinned::Port;

/// A body that has not begun: a closure that is given its port and returns its future.
///
/// Bounds say `for<'port> Body<'port, ..>`: the body is checked for every lifetime of its port, and what it evaluates to
/// depends on none.
pub trait Body<'port, Y, R> {
    /// What the body evaluates to.
    type Output;
    /// The body while it runs.
    type Future: Future<Output = Self::Output>;

    /// Begins; nothing is run yet.
    fn begin(self, port: Port<'port, Y, R>) -> Self::Future;
}

impl<'port, Y, R, F, Fut> Body<'port, Y, R> for F
where
    F: FnOnce(Port<'port, Y, R>) -> Fut,
    Fut: Future,
{
    type Output = Fut::Output;
    type Future = Fut;

    #[inline]
    fn begin(self, port: Port<'port, Y, R>) -> Fut {
        self(port)
    }
}
