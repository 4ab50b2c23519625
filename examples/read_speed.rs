//! How long reading takes: `cargo run --profile bench --example read_speed`. A megabyte of each kind of text, and a tenth of
//! it: where the second column is not about ten times the first, time is not linear.

#![allow(clippy::print_stdout, reason = "it prints what it measures")]

use std::hint::black_box;
use std::time::{Duration, Instant};

use azureml_k8s_wizard::link;
use azureml_k8s_wizard::read::{read, repaired};

const MEGABYTE: usize = 1_000_000;

const CREATE: &str = "az k8s-extension create --name arcml-extension --extension-type Microsoft.AzureML.Kubernetes \\\n  --cluster-type connectedClusters --cluster-name edge-1 --resource-group rg --scope cluster \\\n  --config enableInference=True privateEndpointNodeport=True allowInsecureConnections=Ture\n";

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
    ("dashes", "- "),
    ("one word", "x"),
    ("commands in other lines", "x \"az login -a\" `az login -b` "),
    ("broken lines", "az login\n--a the b c d\n"),
    ("commands in open quotes", "x \"az login -a \\\""),
    ("letters of three bytes", "한"),
];

const LINKS: &[(&str, &str)] = &[
    ("unknown pairs", "a=b&"),
    ("one field again and again", "namespace=x&"),
    ("percent signs", "%FF"),
    ("ampersands", "&"),
];

fn main() {
    println!("{:28} {:>9} {:>9}  ms for 0.1 and 1 MB, best of 5", "pasted text", "0.1", "1");
    for (name, piece) in PASTED {
        row(name, piece, &|text| drop(black_box(read(black_box(text), None))));
    }
    row("commands, repaired", CREATE, &|text| drop(black_box(repaired(text, &read(text, None)))));
    println!("\n{:28}", "link");
    for (name, piece) in LINKS {
        row(name, piece, &|text| drop(black_box(link::read(black_box(text)))));
    }
}

fn row(name: &str, piece: &str, run: &dyn Fn(&str)) {
    let text = |length: usize| piece.repeat(length / piece.len());
    let (small, large) = (best(&text(MEGABYTE / 10), run), best(&text(MEGABYTE), run));
    println!("{name:28} {:9.2} {:9.2}", milliseconds(small), milliseconds(large));
}

fn best(text: &str, run: &dyn Fn(&str)) -> Duration {
    let once = || {
        let start = Instant::now();
        run(text);
        start.elapsed()
    };
    (0..5).map(|_| once()).min().unwrap_or_default()
}

fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
