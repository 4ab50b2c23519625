//! The order of a module's functions. It says nothing about what they do, but how well the module compresses: what is alike
//! is said once where it stands close together.

use std::collections::{HashMap, HashSet};

use anyhow::{Result, anyhow};
use wasm_encoder::reencode::{self, Reencode};
use wasm_encoder::{CodeSection, FunctionSection, Module};
use wasmparser::{CodeSectionReader, FunctionSectionReader, Parser, Payload, TypeRef};

/// How many functions have a number of a single byte, which calls name them by. `wasm-opt` gives these to those that are
/// called most, imports among them.
const SHORT: usize = 128;

/// How many bytes a piece of code has, by which functions are compared. With 3 or 5 a first load is 0.4 and 0.3 kB more.
const PIECE: usize = 4;

/// The same module with each function beside the one that is most like it.
///
/// # Errors
/// When it is no module, or one with a section that names functions in an unknown way.
pub(crate) fn arrange(module: &[u8]) -> Result<Vec<u8>> {
    let mut imports = 0;
    let mut bodies = Vec::new();
    for payload in Parser::new(0).parse_all(module) {
        match payload? {
            Payload::ImportSection(section) => {
                for import in section.into_imports() {
                    imports += usize::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body.as_bytes()),
            _ => {}
        }
    }
    let (short, long) = bodies.split_at(SHORT.saturating_sub(imports).min(bodies.len()));
    let order: Vec<usize> =
        chain(short).into_iter().chain(chain(long).into_iter().map(|place| place + short.len())).collect();
    let mut places: Vec<usize> = (0..order.len()).collect();
    places.sort_by_key(|place| order.get(*place));
    let mut arranged = Module::new();
    Arrangement { imports, order, places }
        .parse_core_module(&mut arranged, Parser::new(0), module)
        .map_err(|error| anyhow!("the functions cannot be arranged: {error}"))?;
    Ok(arranged.finish())
}

/// The places of these functions in a row in which each is followed by the one that has most in common with it, from the
/// shortest on.
fn chain(bodies: &[&[u8]]) -> Vec<usize> {
    let pieces: Vec<HashSet<&[u8]>> = bodies.iter().map(|body| body.windows(PIECE).collect()).collect();
    let mut holders: HashMap<&[u8], Vec<usize>> = HashMap::new();
    for (place, pieces) in pieces.iter().enumerate() {
        for piece in pieces {
            holders.entry(piece).or_default().push(place);
        }
    }
    let mut left: Vec<(usize, &HashSet<&[u8]>)> = pieces.iter().enumerate().collect();
    left.sort_by_key(|(place, _)| bodies.get(*place).map(|body| body.len()));
    let mut row = Vec::new();
    let mut next = 0;
    while next < left.len() {
        let (last, pieces) = left.remove(next);
        row.push(last);
        let mut common = vec![0; bodies.len()];
        for holder in pieces.iter().filter_map(|piece| holders.get(piece)).flatten() {
            if let Some(count) = common.get_mut(*holder) {
                *count += 1;
            }
        }
        // What is shared, of all that both have. One that is as much alike comes too late.
        let likeness = |(place, other): &(usize, &HashSet<&[u8]>)| {
            (common.get(*place).copied().unwrap_or(0), pieces.len() + other.len())
        };
        let is_more =
            |(one, of): (usize, usize), (other, of_other): (usize, usize)| one * of_other > other * of;
        let candidates = left.iter().map(likeness).enumerate();
        next = candidates
            .reduce(|best, next| if is_more(next.1, best.1) { next } else { best })
            .map_or(0, |(place, _)| place);
    }
    row
}

type Refused = reencode::Error<&'static str>;

/// What is wrong with a module in which a function is named that is not there.
const UNKNOWN: &str = "there is no function of this number";

/// Which function stands where.
struct Arrangement {
    /// Imported functions, which come first and stay where they are.
    imports: usize,
    /// The old place of each function, in the new order.
    order: Vec<usize>,
    /// The new place of each function, in the old order.
    places: Vec<usize>,
}

impl Arrangement {
    /// What a section says of each function, in the new order.
    fn in_order<T: Clone>(&self, old: &[T]) -> Result<Vec<T>, Refused> {
        let new = self.order.iter().map(|place| old.get(*place).cloned());
        new.collect::<Option<_>>().ok_or(Refused::UserError(UNKNOWN))
    }
}

impl Reencode for Arrangement {
    type Error = &'static str;

    fn function_index(&mut self, function: u32) -> Result<u32, Refused> {
        let Some(place) = (function as usize).checked_sub(self.imports) else { return Ok(function) };
        let new = self.places.get(place).and_then(|place| u32::try_from(place + self.imports).ok());
        new.ok_or(Refused::UserError(UNKNOWN))
    }

    fn parse_function_section(
        &mut self,
        functions: &mut FunctionSection,
        section: FunctionSectionReader<'_>,
    ) -> Result<(), Refused> {
        let types = section.into_iter().collect::<Result<Vec<u32>, _>>()?;
        for kind in self.in_order(&types)? {
            functions.function(self.type_index(kind)?);
        }
        Ok(())
    }

    fn parse_code_section(
        &mut self,
        code: &mut CodeSection,
        section: CodeSectionReader<'_>,
    ) -> Result<(), Refused> {
        let bodies = section.into_iter().collect::<Result<Vec<_>, _>>()?;
        for body in self.in_order(&bodies)? {
            self.parse_function_body(code, body)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{
        CodeSection, ConstExpr, ElementSection, Elements, EntityType, ExportKind, ExportSection, Function,
        FunctionSection, ImportSection, Module, RefType, StartSection, TableSection, TableType, TypeSection,
        ValType,
    };
    use wasmparser::{ElementItems, Operator, Parser, Payload};

    use super::{SHORT, arrange};

    /// Eight more than have a short number.
    const ALL: u32 = 136;

    /// A module of two kinds of functions by turns, behind one that is imported. Each has its own number as a constant; those
    /// with an odd one call the next of these.
    fn module() -> Vec<u8> {
        let mut types = TypeSection::new();
        types.ty().function([], []);
        types.ty().function([ValType::I64], [ValType::I64]);
        let mut imports = ImportSection::new();
        imports.import("a", "a", EntityType::Function(0));
        let (mut functions, mut code) = (FunctionSection::new(), CodeSection::new());
        let mut exports = ExportSection::new();
        for number in 1..ALL {
            let mut body = Function::new([]);
            if number % 2 == 1 {
                let write = &mut body.instructions();
                write.i64_const(number.into()).drop().nop().nop().nop().nop().call((number + 2) % ALL).end();
                functions.function(0);
            } else {
                let write = &mut body.instructions();
                write.i64_const(number.into()).local_get(0).i64_add().i64_popcnt().i64_clz().i64_ctz().end();
                functions.function(1);
            }
            code.function(&body);
            exports.export(&number.to_string(), ExportKind::Func, number);
        }
        let mut tables = TableSection::new();
        tables.table(TableType {
            element_type: RefType::FUNCREF,
            minimum: ALL.into(),
            maximum: None,
            table64: false,
            shared: false,
        });
        let mut elements = ElementSection::new();
        let numbers: Vec<u32> = (0..ALL).collect();
        elements.active(None, &ConstExpr::i32_const(0), Elements::Functions(numbers.into()));
        let start = StartSection { function_index: ALL - 1 };
        let mut module = Module::new();
        module.section(&types).section(&imports).section(&functions).section(&tables).section(&exports);
        module.section(&start).section(&elements).section(&code);
        module.finish()
    }

    /// The number of the function that stands at each place, and the place that it calls.
    fn functions(module: &[u8]) -> Vec<(i64, Option<u32>)> {
        let mut found = vec![(0, None)];
        for payload in Parser::new(0).parse_all(module) {
            let Payload::CodeSectionEntry(body) = payload.unwrap() else { continue };
            let (mut number, mut called) = (None, None);
            for operator in body.get_operators_reader().unwrap() {
                match operator.unwrap() {
                    Operator::I64Const { value } => number = Some(value),
                    Operator::Call { function_index } => called = Some(function_index),
                    _ => {}
                }
            }
            found.push((number.unwrap(), called));
        }
        found
    }

    #[test]
    fn what_is_alike_stands_together_and_short_numbers_stay_short() {
        let arranged = functions(&arrange(&module()).unwrap());
        let kinds: Vec<bool> = arranged.iter().map(|(number, _)| number % 2 == 1).collect();
        for kinds in [&kinds[1..SHORT], &kinds[SHORT..]] {
            assert_eq!(kinds.chunk_by(|one, other| one == other).count(), 2, "{kinds:?}");
        }
        let is_short = |number: i64| usize::try_from(number).is_ok_and(|number| number < SHORT);
        assert!(arranged[..SHORT].iter().all(|(number, _)| is_short(*number)), "{arranged:?}");
    }

    #[test]
    fn whatever_names_a_function_names_the_same_one() {
        let arranged = arrange(&module()).unwrap();
        wasmparser::validate(&arranged).unwrap();
        let functions = functions(&arranged);
        let number = |place: u32| functions[place as usize].0;
        let mut numbers: Vec<i64> = functions.iter().map(|(number, _)| *number).collect();
        numbers.sort_unstable();
        assert_eq!(numbers, (0..ALL.into()).collect::<Vec<i64>>());
        for (caller, called) in &functions {
            assert_eq!(called.map(number), (caller % 2 == 1).then_some((caller + 2) % i64::from(ALL)));
        }
        let mut seen = 0;
        for payload in Parser::new(0).parse_all(&arranged) {
            match payload.unwrap() {
                Payload::ExportSection(section) => {
                    for export in section.into_iter().map(Result::unwrap) {
                        assert_eq!(number(export.index).to_string(), export.name);
                        seen += 1;
                    }
                }
                Payload::StartSection { func, .. } => {
                    assert_eq!(number(func), i64::from(ALL) - 1);
                    seen += 1;
                }
                Payload::ElementSection(section) => {
                    for element in section.into_iter().map(Result::unwrap) {
                        let ElementItems::Functions(items) = element.items else {
                            panic!("no list of functions")
                        };
                        let listed: Vec<i64> =
                            items.into_iter().map(|place| number(place.unwrap())).collect();
                        assert_eq!(listed, (0..ALL.into()).collect::<Vec<i64>>());
                        seen += 1;
                    }
                }
                _ => {}
            }
        }
        assert_eq!(seen, ALL - 1 + 2);
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(arrange(b"<!doctype html>").is_err());
        let whole = module();
        assert!(arrange(&whole[..whole.len() - 1]).is_err());
    }
}
