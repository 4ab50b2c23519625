//! The rooms of the library: the order stands in `src/lib.rs`, and no import points the other way.
//!
//! Every path in the sources is read with `syn`, in `use` declarations, in code and in the arguments of macros. As the
//! order is one line, no circle between rooms can pass. Within a room small circles are allowed: a module and its own parts
//! may name each other.

use std::collections::{BTreeMap, BTreeSet};

use crate::sources::{Module, files};
use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use proc_macro2::{TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{File, Item, ItemMod, ItemUse, Macro, UseTree, VisRestricted};

/// The name by which the programs in `src/cli` and `src/web/entry` import the library.
const LIBRARY: &str = "azureml_k8s_wizard";

/// The largest circle of files within a room.
const LARGEST_CIRCLE: usize = 8;

/// The paths that a file names, absolute, without `crate`.
struct Paths {
    module: Module,
    found: BTreeSet<Module>,
}

impl Paths {
    fn of(module: &[String], file: &File) -> BTreeSet<Module> {
        let mut paths = Self { module: module.to_vec(), found: BTreeSet::new() };
        paths.visit_file(file);
        paths.found
    }

    /// Notes a path as it is written in the current module. One that begins with neither the library nor `self` or `super`
    /// may begin with a module that is declared here.
    fn note(&mut self, segments: &[String]) {
        let Some((first, rest)) = segments.split_first() else { return };
        let mut module = match first.as_str() {
            "crate" | LIBRARY => Vec::new(),
            "self" => self.module.clone(),
            "super" => self.module.split_last().map(|(_, parent)| parent.to_vec()).unwrap_or_default(),
            _ => [self.module.as_slice(), std::slice::from_ref(first)].concat(),
        };
        for segment in rest {
            if segment == "super" {
                module.pop();
            } else if segment != "self" {
                module.push(segment.clone());
            }
        }
        self.found.insert(module);
    }

    fn note_tree(&mut self, before: &[String], tree: &UseTree) {
        let with = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        match tree {
            UseTree::Path(path) => self.note_tree(&with(&path.ident), &path.tree),
            UseTree::Name(name) => self.note(&with(&name.ident)),
            UseTree::Rename(rename) => self.note(&with(&rename.ident)),
            UseTree::Glob(_) => self.note(before),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.note_tree(before, tree)),
        }
    }

    /// Notes the paths among the tokens of a macro: names with `::` between them.
    fn note_tokens(&mut self, tokens: TokenStream) {
        let mut path: Vec<String> = Vec::new();
        let mut colons = 0;
        for token in tokens {
            match token {
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Ident(name) => {
                    if colons != 2 {
                        self.note(&std::mem::take(&mut path));
                    }
                    path.push(name.to_string());
                    colons = 0;
                }
                other => {
                    self.note(&std::mem::take(&mut path));
                    colons = 0;
                    if let TokenTree::Group(group) = other {
                        self.note_tokens(group.stream());
                    }
                }
            }
        }
        self.note(&path);
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.note_tree(&[], &item.tree);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if item.content.is_some() {
            self.module.push(item.ident.to_string());
            visit::visit_item_mod(self, item);
            self.module.pop();
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        self.note(&segments);
        visit::visit_path(self, path);
    }

    /// `pub(in crate::web)` limits who may import an item, and imports nothing.
    fn visit_vis_restricted(&mut self, _: &'ast VisRestricted) {}

    fn visit_macro(&mut self, item: &'ast Macro) {
        self.note_tokens(item.tokens.clone());
        visit::visit_macro(self, item);
    }
}

/// Every source file with its module and the paths that it names.
fn sources() -> BTreeMap<Module, BTreeSet<Module>> {
    let paths = |(module, file): (Module, File)| {
        let paths = Paths::of(&module, &file);
        (module, paths)
    };
    files().into_iter().map(paths).collect()
}

/// The rooms, lowest first: the modules of `src/lib.rs`. The terminal program is directly below `web`, so it must not import
/// `web`.
fn rooms() -> Vec<String> {
    let file = syn::parse_file(include_str!("../../src/lib.rs")).unwrap();
    let modules = file.items.into_iter().filter_map(|item| match item {
        Item::Mod(module) => Some(module.ident.to_string()),
        _ => None,
    });
    let mut rooms: Vec<String> = modules.collect();
    rooms.insert(rooms.len() - 1, "cli".to_owned());
    rooms
}

/// The imports that point upward: what a room imports from a higher one.
fn upward(rooms: &[String], sources: &BTreeMap<Module, BTreeSet<Module>>) -> Vec<String> {
    let floor = |module: &Module| {
        module.first().and_then(|name| rooms.iter().position(|room| room == name)).map(|floor| floor + 1)
    };
    let mut found = Vec::new();
    for (module, paths) in sources {
        for path in paths {
            if floor(path) > floor(module) {
                found.push(format!("{} imports {}", module.join("::"), path.join("::")));
            }
        }
    }
    found
}

/// The circles of files within a room: of each the modules, and the imports that make it.
fn circles(sources: &BTreeMap<Module, BTreeSet<Module>>) -> Vec<(Vec<String>, Vec<String>)> {
    let names: BTreeMap<&[String], String> =
        sources.keys().map(|module| (module.as_slice(), module.join("::"))).collect();
    // What a path names stands in the file of its longest part that is one.
    let file_of = |path: &Module| (1..=path.len()).rev().find_map(|length| names.get(&path[..length]));
    let mut graph: DiGraphMap<&str, ()> = DiGraphMap::new();
    for (module, paths) in sources {
        for file in paths.iter().filter(|path| path.first() == module.first()).filter_map(file_of) {
            if *file != names[module.as_slice()] {
                graph.add_edge(names[module.as_slice()].as_str(), file, ());
            }
        }
    }
    let circles = tarjan_scc(&graph).into_iter().filter(|circle| circle.len() > 1);
    let imports = |circle: &[&str]| {
        let inside = graph.all_edges().filter(|(from, to, ())| circle.contains(from) && circle.contains(to));
        inside.map(|(from, to, ())| format!("{from} imports {to}")).collect()
    };
    circles.map(|circle| (circle.iter().map(|name| (*name).to_owned()).collect(), imports(&circle))).collect()
}

#[test]
fn every_room_is_a_folder_and_every_folder_a_room() {
    let folders: BTreeSet<String> = sources().keys().map(|module| module[0].clone()).collect();
    assert_eq!(folders, rooms().into_iter().collect());
}

#[test]
fn no_import_points_to_a_room_above() {
    assert_eq!(upward(&rooms(), &sources()), Vec::<String>::new());
}

#[test]
fn no_circle_within_a_room_has_more_than_eight_files() {
    let large = circles(&sources()).into_iter().filter(|(circle, _)| circle.len() > LARGEST_CIRCLE);
    let described: Vec<String> =
        large.map(|(circle, imports)| format!("{} files:\n{}\n", circle.len(), imports.join("\n"))).collect();
    assert!(described.is_empty(), "{}", described.concat());
}

#[test]
fn an_upward_import_and_a_circle_are_found_however_they_are_written() {
    let module = |path: &str| -> Module { path.split("::").map(str::to_owned).collect() };
    let rooms = ["low".to_owned(), "high".to_owned()];
    let read = |name: &str, text: &str| {
        let module = module(name);
        let paths = Paths::of(&module, &syn::parse_file(text).unwrap());
        (module, paths)
    };
    for text in [
        "use crate::high::Item;",
        "use crate::{high::{self}, other};",
        "fn f() { crate::high::item() }",
        "fn f() { macro_of_ours!(crate::high::item, 1) }",
        "use super::super::high;",
        "mod tests { use super::super::super::high; }",
        "use azureml_k8s_wizard::high;",
    ] {
        let sources = BTreeMap::from([read("low::file", text)]);
        assert_eq!(upward(&rooms, &sources).len(), 1, "{text}");
    }
    let downward = BTreeMap::from([read("high::file", "use crate::low::file; use crate::high::other;")]);
    assert_eq!(upward(&rooms, &downward), Vec::<String>::new());

    let circle = BTreeMap::from([
        read("low", "mod file; use file::Item;"),
        read("low::file", "use super::more::Item;"),
        read("low::more", "use crate::low::Other;"),
        read("low::apart", "use super::file;"),
    ]);
    let [(mut modules, imports)] = circles(&circle).try_into().unwrap();
    modules.sort();
    assert_eq!(modules, ["low", "low::file", "low::more"]);
    assert_eq!(imports.len(), 3, "{imports:?}");
}
