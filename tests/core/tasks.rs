//! No task outlives the wizard that has deferred it: everything that is deferred goes through `src/web/tasks.rs`.

use std::fs;
use std::path::Path;

/// The functions that run something later and that nothing cancels.
const UNOWNED: [&str; 4] = ["set_timeout", "request_animation_frame", "spawn_local", "queue_microtask"];

/// The files that may call them: the one that owns tasks, and what uses nothing of a wizard. The page's entry point mounts
/// the page, a saved file frees its address, and `browser.rs` defines them.
const ALLOWED: [&str; 4] = ["browser.rs", "browser/file.rs", "entry/page.rs", "tasks.rs"];

fn calls(file: &Path) -> usize {
    let text = fs::read_to_string(file).unwrap();
    let code = text.lines().filter(|line| !line.trim_start().starts_with("//"));
    code.filter(|line| UNOWNED.iter().any(|name| line.contains(name))).count()
}

fn walk(folder: &Path, root: &Path, found: &mut Vec<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(&path, root, found);
        } else if calls(&path) > 0 {
            found.push(path.strip_prefix(root).unwrap().to_str().unwrap().to_owned());
        }
    }
}

#[test]
fn everything_that_is_deferred_has_an_owner() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/web");
    let mut found = Vec::new();
    walk(&root, &root, &mut found);
    found.sort();
    assert_eq!(found, ALLOWED);
}
