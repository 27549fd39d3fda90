//! Recursion: a tree walked in order, where each subtree is an iterator in a box.
//!
//! ```text
//! $ cargo run --example tree
//! in order: and coroutines drop enum iterator poll resume state yield
//! from e to r: enum iterator poll
//! ```

struct Tree<T> {
    root: Option<Box<Node<T>>>,
}

struct Node<T> {
    item: T,
    less: Tree<T>,
    more: Tree<T>,
}

impl<T: Ord> Tree<T> {
    fn insert(&mut self, item: T) {
        match &mut self.root {
            Some(node) if item < node.item => node.less.insert(item),
            Some(node) => node.more.insert(item),
            None => {
                let (less, more) = (Tree { root: None }, Tree { root: None });
                self.root = Some(Box::new(Node { item, less, more }));
            }
        }
    }

    #[coro::coroutine]
    fn in_order(&self) -> Box<dyn Iterator<Item = &T> + '_> {
        if let Some(node) = &self.root {
            yield_all!(node.less.in_order());
            yield_!(&node.item);
            yield_all!(node.more.in_order());
        }
    }
}

fn main() {
    let mut words = Tree { root: None };
    for word in "iterator drop state and coroutines poll yield enum resume".split(' ') {
        words.insert(word);
    }
    let all: Vec<_> = words.in_order().copied().collect();
    println!("in order: {}", all.join(" "));

    // What is not asked for is not walked.
    let some = words.in_order().copied().skip_while(|word| *word < "e");
    let some: Vec<_> = some.take_while(|word| *word < "r").collect();
    println!("from e to r: {}", some.join(" "));
}
