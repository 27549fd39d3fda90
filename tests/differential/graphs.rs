//! Trees and graphs.

differential! {
    given {
        #[derive(Debug)]
        struct Tree { value: i32, left: Option<Box<Tree>>, right: Option<Box<Tree>> }
        fn tree(values: &[i32]) -> Option<Box<Tree>> {
            let middle = values.len() / 2;
            values.get(middle).map(|&value| Box::new(Tree { value, left: tree(&values[..middle]), right: tree(&values[middle + 1..]) }))
        }
    }
    in_order(tree(&[1, 2, 3, 4, 5, 6]));
    fn in_order(root: Option<Box<Tree>>) -> impl Iterator<Item = i32> {
        let mut stack = vec![];
        let mut at = root;
        loop {
            while let Some(mut node) = at {
                at = node.left.take();
                stack.push(node);
            }
            let Some(node) = stack.pop() else { break };
            yield_!(node.value);
            at = node.right;
        }
    }
}

differential! {
    given {
        struct Node { name: &'static str, children: Vec<Node> }
        fn node(name: &'static str, children: Vec<Node>) -> Node { Node { name, children } }
    }
    outline(&node("root", vec![node("a", vec![node("a1", vec![])]), node("b", vec![])]));
    fn outline(root: &Node) -> impl Coroutine<Yield = String, Return = usize> {
        let mut stack = vec![(0, root)];
        let mut deepest = 0;
        while let Some((depth, node)) = stack.pop() {
            deepest = deepest.max(depth);
            yield_!(format!("{:indent$}{}", "", node.name, indent = 2 * depth));
            stack.extend(node.children.iter().rev().map(|child| (depth + 1, child)));
        }
        deepest
    }
}

differential! {
    given { type Graph = &'static [&'static [usize]]; }
    breadth_first(&[&[1, 2], &[3], &[3, 0], &[4], &[]], 0);
    fn breadth_first(graph: Graph, start: usize) -> impl Iterator<Item = (usize, u32)> {
        let mut seen = vec![false; graph.len()];
        let mut queue = std::collections::VecDeque::from([(start, 0)]);
        seen[start] = true;
        while let Some((node, distance)) = queue.pop_front() {
            yield_!((node, distance));
            for &next in graph[node] {
                if !std::mem::replace(&mut seen[next], true) {
                    queue.push_back((next, distance + 1));
                }
            }
        }
    }
}

differential! {
    dijkstra(&[(0, 1, 7), (0, 2, 3), (2, 1, 2), (1, 3, 1), (2, 3, 8)], 4);
    fn dijkstra(edges: &[(usize, usize, u32)], nodes: usize) -> impl Coroutine<Yield = (usize, u32), Return = Vec<Option<u32>>> {
        use std::cmp::Reverse;
        let mut best = vec![None; nodes];
        let mut heap = std::collections::BinaryHeap::from([Reverse((0, 0))]);
        while let Some(Reverse((distance, node))) = heap.pop() {
            if best[node].is_some() {
                continue;
            }
            best[node] = Some(distance);
            yield_!((node, distance));
            for &(from, to, weight) in edges {
                if from == node && best[to].is_none() {
                    heap.push(Reverse((distance + weight, to)));
                }
            }
        }
        best
    }
}

differential! {
    topological(vec![("shirt", "tie"), ("tie", "jacket"), ("trousers", "shoes"), ("trousers", "jacket")]);
    fn topological(mut before: Vec<(&'static str, &'static str)>) -> impl Coroutine<Yield = &'static str, Return = Result<(), Vec<&'static str>>> {
        let mut open: std::collections::BTreeSet<_> = before.iter().flat_map(|&(a, b)| [a, b]).collect();
        while !open.is_empty() {
            let Some(&next) = open.iter().find(|&&item| before.iter().all(|&(_, later)| later != item)) else {
                return Err(open.into_iter().collect());
            };
            open.remove(next);
            before.retain(|&(earlier, _)| earlier != next);
            yield_!(next);
        }
        Ok(())
    }
}

differential! {
    cycle_is_found(vec![(1, 2), (2, 3), (3, 2)]);
    fn cycle_is_found(edges: Vec<(u8, u8)>) -> impl Coroutine<Yield = u8, Return = Result<usize, u8>> {
        let mut at = 1;
        let mut visited = vec![];
        while let Some(&(_, next)) = edges.iter().find(|&&(from, _)| from == at) {
            visited.push(at);
            if visited.contains(&next) {
                Err(next)?;
            }
            yield_!(at);
            at = next;
        }
        Ok(visited.len())
    }
}

differential! {
    flood_fill(vec!["..#", ".#.", "#.."]);
    fn flood_fill(rows: Vec<&'static str>) -> impl Coroutine<Yield = Vec<String>, Return = u32> {
        let mut cells: Vec<Vec<u8>> = rows.into_iter().map(|row| row.bytes().collect()).collect();
        let mut regions = 0;
        for y in 0..cells.len() {
            for x in 0..cells[y].len() {
                if cells[y][x] != b'.' {
                    continue;
                }
                regions += 1;
                let mut stack = vec![(x, y)];
                while let Some((x, y)) = stack.pop() {
                    match cells.get_mut(y).and_then(|row| row.get_mut(x)) {
                        Some(cell) if *cell == b'.' => *cell = b'0' + regions as u8,
                        _ => continue,
                    }
                    stack.extend([(x + 1, y), (x, y + 1), (x.wrapping_sub(1), y), (x, y.wrapping_sub(1))]);
                }
                yield_!(cells.iter().map(|row| String::from_utf8_lossy(row).into_owned()).collect());
            }
        }
        regions
    }
}

differential! {
    kruskal(5, vec![(4, 0, 1), (1, 1, 2), (3, 0, 2), (9, 3, 4), (2, 2, 3)]);
    fn kruskal(nodes: usize, mut edges: Vec<(u32, usize, usize)>) -> impl Coroutine<Yield = (usize, usize), Return = u32> {
        let mut parents: Vec<usize> = (0..nodes).collect();
        fn root(parents: &mut [usize], mut node: usize) -> usize {
            while parents[node] != node {
                parents[node] = parents[parents[node]];
                node = parents[node];
            }
            node
        }
        edges.sort_unstable();
        let mut total = 0;
        for (weight, a, b) in edges {
            let (a_root, b_root) = (root(&mut parents, a), root(&mut parents, b));
            if a_root != b_root {
                parents[a_root] = b_root;
                total += weight;
                yield_!((a, b));
            }
        }
        total
    }
}

differential! {
    given {
        #[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
        enum Huffman { Leaf(char), Fork(Box<Huffman>, Box<Huffman>) }
    }
    huffman_codes("abracadabra");
    fn huffman_codes(text: &str) -> impl Iterator<Item = (char, String)> {
        let mut counts = std::collections::BTreeMap::new();
        for c in text.chars() {
            *counts.entry(c).or_insert(0) += 1;
        }
        let mut forest: Vec<(u32, Huffman)> = counts.into_iter().map(|(c, n)| (n, Huffman::Leaf(c))).collect();
        while forest.len() > 1 {
            forest.sort_by(|a, b| b.cmp(a));
            if let (Some((n, a)), Some((m, b))) = (forest.pop(), forest.pop()) {
                forest.push((n + m, Huffman::Fork(Box::new(a), Box::new(b))));
            }
        }
        let mut stack: Vec<_> = forest.into_iter().map(|(_, tree)| (tree, String::new())).collect();
        while let Some((tree, code)) = stack.pop() {
            match tree {
                Huffman::Leaf(c) => yield_!((c, code)),
                Huffman::Fork(left, right) => {
                    stack.push((*right, code.clone() + "1"));
                    stack.push((*left, code + "0"));
                }
            }
        }
    }
}

differential! {
    given {
        #[derive(Default)]
        struct Trie { ends: bool, next: std::collections::BTreeMap<char, Trie> }
        impl Trie {
            fn of(words: &[&str]) -> Self {
                let mut root = Trie::default();
                for word in words {
                    word.chars().fold(&mut root, |trie, c| trie.next.entry(c).or_default()).ends = true;
                }
                root
            }
        }
    }
    Trie::of(&["tea", "ten", "to", "in", "inn"]).words();
    impl Trie {
        fn words(self) -> impl Coroutine<Yield = String, Return = usize> {
            let mut count = 0;
            let mut stack = vec![(String::new(), self)];
            while let Some((prefix, trie)) = stack.pop() {
                let Trie { ends, next } = trie;
                for (c, child) in next.into_iter().rev() {
                    stack.push((format!("{prefix}{c}"), child));
                }
                if ends {
                    count += 1;
                    yield_!(prefix);
                }
            }
            count
        }
    }
}

differential! {
    heap_drain(vec![5, 1, 4, 2]);
    fn heap_drain<T: Ord + std::fmt::Debug>(items: Vec<T>) -> impl Iterator<Item = T> {
        let mut heap = std::collections::BinaryHeap::from(items);
        while let Some(item) = heap.pop() {
            yield_!(item);
        }
    }
}

differential! {
    given {
        struct Link { value: Loud<u8>, next: Option<Box<Link>> }
    }
    linked_list(Some(Box::new(Link { value: Loud(1), next: Some(Box::new(Link { value: Loud(2), next: None })) })));
    fn linked_list(mut list: Option<Box<Link>>) -> impl Coroutine<Yield = Loud<u8>, Return = ()> {
        while let Some(link) = list {
            let Link { value, next } = *{ link };
            yield_!(value);
            list = next;
        }
    }
}
