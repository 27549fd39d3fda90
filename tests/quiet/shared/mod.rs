//! What every edition can say.

pub mod boxes;
pub mod closures;
pub mod control;
pub mod derives;
pub mod generics;
pub mod macros;
pub mod methods;
pub mod operands;
pub mod pinned;
pub mod questions;
pub mod resumes;
