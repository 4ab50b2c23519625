//! The speed of the core outside a browser: `cargo bench --bench native`, or as a part of `cargo xtask bench native`.
//!
//! With `--count WORK CALLS` it repeats one kind of work and does nothing else, for a tool that counts instructions.

#![allow(missing_docs, reason = "what a benchmark is made of is its own")]

use std::hint::black_box;

use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::output::tokens;
use azureml_k8s_wizard::parse::read::{read, repaired};
use criterion::{BenchmarkId, Criterion, SamplingMode, Throughput};

/// The scenario with the most output: every step, every name.
const BUSIEST: &str = include_str!("../bench/busiest.link");

/// How often each kind of work is repeated. Ten times as many calls should take ten times as long.
const CALLS: [usize; 3] = [10, 1_000, 100_000];

const MEGABYTE: usize = 1_000_000;

const CREATE: &str = "az k8s-extension create --name arcml-extension --extension-type Microsoft.AzureML.Kubernetes \\\n  --cluster-type connectedClusters --cluster-name edge-1 --resource-group rg --scope cluster \\\n  --config enableInference=True privateEndpointNodeport=True allowInsecureConnections=Ture\n";

/// What comes before the settings of one command, and the name of that text.
const SETTINGS: &str = "az k8s-extension create -n e -c c -t managedClusters -g rg --extension-type Microsoft.AzureML.Kubernetes --config ";
const ONE_COMMAND: &str = "settings of one command";

/// Pieces of pasted text. Each is repeated until it is long enough.
const PASTED: &[(&str, &str)] = &[
    ("commands with a misprint", CREATE),
    ("prose", "First, sign in to Azure and choose the subscription that holds your cluster.\n"),
    ("lines of one character", "a\n"),
    ("statements", "a; "),
    ("double quotes", "\""),
    ("lines of a double quote", "\"\n"),
    ("single quotes", "'"),
    ("backticks", "`"),
    ("backslashes", "\\"),
    ("carets", "^"),
    ("angle brackets", "<"),
    ("open substitutions", "$("),
    ("variables", "$a "),
    ("options", "--name x "),
    ("settings", "--config a=b "),
    (ONE_COMMAND, "a=b "),
    ("dashes", "- "),
    ("one word", "x"),
    ("commands in other lines", "x \"az login -a\" `az login -b` "),
    ("broken lines", "az login\n--a the b c d\n"),
    ("commands in open quotes", "x \"az login -a \\\""),
    ("letters of three bytes", "한"),
    ("blank lines", "\n"),
    ("lines of YAML", "namespace: a\n"),
    ("open objects", "{\"a\": [\n"),
    ("open texts of PowerShell", "$x = @\"\n"),
    ("open calls of Python", "x = KubernetesCompute(a=\n"),
];

/// The same for links.
const LINKS: &[(&str, &str)] = &[
    ("unknown pairs", "a=b&"),
    ("one field again and again", "namespace=x&"),
    ("percent signs", "%FF"),
    ("ampersands", "&"),
];

/// A kind of work: its name, and a function that does it once.
type Work = (&'static str, Box<dyn Fn()>);

/// The work that a wizard repeats.
fn works() -> [Work; 4] {
    let answers = || -> Answers { link::read(BUSIEST.trim()).answers };
    let planned = outcome(&answers());
    let typed = answers();
    [
        ("plan", Box::new(move || drop(black_box(outcome(black_box(&typed)).written_for(Shell::Bash))))),
        (
            "write",
            Box::new(move || {
                for step in &black_box(&planned).plan.steps {
                    for output in &step.outputs {
                        drop(black_box(tokens::output_text(output, Shell::Bash, Layout::Lines)));
                    }
                }
            }),
        ),
        ("link", Box::new(|| drop(black_box(link::read(black_box(BUSIEST.trim())))))),
        ("read", Box::new(|| drop(black_box(read(black_box(CREATE), None))))),
    ]
}

fn calls(criterion: &mut Criterion) {
    for (name, work) in works() {
        let mut group = criterion.benchmark_group(name);
        group.sample_size(10).sampling_mode(SamplingMode::Flat);
        for count in CALLS {
            group.throughput(Throughput::Elements(u64::try_from(count).unwrap_or(u64::MAX)));
            group.bench_function(BenchmarkId::from_parameter(count), |bencher| {
                bencher.iter(|| (0..count).for_each(|_| work()));
            });
        }
        group.finish();
    }
}

fn pasted(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("megabyte");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    let mut add = |name: &str, piece: &str, run: &dyn Fn(&str)| {
        for length in [MEGABYTE / 10, MEGABYTE] {
            let before = if name == ONE_COMMAND { SETTINGS } else { "" };
            let text = [before, &piece.repeat(length / piece.len())].concat();
            group.throughput(Throughput::Bytes(u64::try_from(text.len()).unwrap_or(u64::MAX)));
            group.bench_function(BenchmarkId::new(name, length), |bencher| {
                bencher.iter(|| run(black_box(&text)));
            });
        }
    };
    for (name, piece) in PASTED {
        add(name, piece, &|text| drop(black_box(read(text, None))));
    }
    add("commands, repaired", CREATE, &|text| drop(black_box(repaired(text, &read(text, None)))));
    for (name, piece) in LINKS {
        add(&["a link of ", name].concat(), piece, &|text| drop(black_box(link::read(text))));
    }
    group.finish();
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, count, name, times, ..] = arguments.as_slice()
        && count == "--count"
    {
        let work = works().into_iter().find(|(known, _)| known == name);
        let times: usize = times.parse().unwrap_or_default();
        if let Some((_, work)) = work {
            (0..times).for_each(|_| work());
        }
        return;
    }
    let mut criterion = Criterion::default().without_plots().configure_from_args();
    calls(&mut criterion);
    pasted(&mut criterion);
    criterion.final_summary();
}
