//! The static copies in the documentation sites of `examples/embed`: the terminal's current output, inside the tag that
//! has the same link.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The pages with a copy.
const PAGES: &[(&str, &[&str])] = &[
    ("install", &["mkdocs/docs/index.md", "docusaurus/docs/install.mdx", "sphinx/index.md"]),
    ("endpoint", &["mkdocs/docs/endpoint.md", "docusaurus/docs/endpoint.mdx", "sphinx/endpoint.md"]),
    ("verify", &["mkdocs/docs/verify.md", "docusaurus/docs/verify.mdx", "sphinx/verify.md"]),
];

fn examples() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/embed")
}

fn read(path: &str) -> String {
    std::fs::read_to_string(examples().join(path)).unwrap()
}

#[test]
fn committed_copies_are_what_the_terminal_prints() {
    let folder = tempfile::tempdir().unwrap();
    let mut script = Command::new("sh");
    script.arg(examples().join("copies.sh")).arg(folder.path()).arg(env!("CARGO_BIN_EXE_azureml-k8s"));
    assert!(script.status().unwrap().success());
    for (name, _) in PAGES {
        let printed = std::fs::read_to_string(folder.path().join(format!("{name}.md"))).unwrap();
        assert!(printed.contains("\naz "), "{name} has no command");
        let committed = read(&format!("copies/{name}.md"));
        assert!(committed == printed, "{name} has changed: cargo xtask examples prints it anew");
    }
}

#[test]
fn each_copy_is_in_a_tag_with_its_link() {
    let script = read("copies.sh");
    for (name, pages) in PAGES {
        let link = script.split_once(&format!("\n{name}='")).unwrap().1.split_once('\'').unwrap().0;
        for page in *pages {
            let text = read(page);
            assert_eq!(text.matches("link=\"").count(), 1, "{page}");
            assert!(text.contains(&format!("link=\"{link}\"")), "{page} has another link");
            assert!(text.contains(&format!("{name}.md")), "{page} has another copy");
        }
    }
}
