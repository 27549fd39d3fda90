use crate::pinned::Port;

/// A body that has not begun: a closure that is given its port and returns its future.
///
/// Bounds say `for<'port> Body<'port, ..>`: the body is checked for every lifetime of its port, and what it evaluates to
/// depends on none.
pub trait Body<'port, M> {
    /// What the body evaluates to.
    type Output;
    /// The body while it runs.
    type Future: Future<Output = Self::Output>;

    /// Begins; nothing is run yet.
    fn begin(self, port: Port<'port, M>) -> Self::Future;
}

impl<'port, M, F, Fut> Body<'port, M> for F
where
    F: FnOnce(Port<'port, M>) -> Fut,
    Fut: Future,
{
    type Output = Fut::Output;
    type Future = Fut;

    #[inline]
    fn begin(self, port: Port<'port, M>) -> Fut {
        self(port)
    }
}
