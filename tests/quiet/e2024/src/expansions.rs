//! The bodies whose expansions are kept to be read.

#[path = "../../../expand/borrowed_resume.rs"]
pub mod borrowed_resume;
#[path = "../../../expand/conditional_move.rs"]
pub mod conditional_move;
#[path = "../../../expand/counter.rs"]
pub mod counter;
#[path = "../../../expand/delegation.rs"]
pub mod delegation;
#[path = "../../../expand/early_return.rs"]
pub mod early_return;
#[path = "../../../expand/guard_dropped_before.rs"]
pub mod guard_dropped_before;
#[path = "../../../expand/match_arms.rs"]
pub mod match_arms;
#[path = "../../../expand/method.rs"]
pub mod method;
#[path = "../../../expand/nested_loops.rs"]
pub mod nested_loops;
#[path = "../../../expand/question_mark.rs"]
pub mod question_mark;
#[path = "../../../expand/running_total.rs"]
pub mod running_total;
#[path = "../../../expand/two_lets.rs"]
pub mod two_lets;
