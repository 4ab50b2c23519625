//! The script: the order of its steps, the values at its top, the values that it passes on. Real bash runs it, with stubs for the
//! programs that it calls and nothing else on PATH. See `unattended.rs` for what goes wrong.

use std::process::Command;

use crate::openshift::{ROLE, bound, documented, granted, without_agent};
use crate::scenarios::{ID, IDENTITIES, NAMES, OTHER, SUBSCRIPTION, cluster_id, identity_ids};
use crate::support::{
    Call, HOME, Pairs, Ran, Reply, answers, nasty_paths, parse_call, product, run, run_with, text,
};
use crate::yaml::read;
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::output;
use rstest::rstest;

pub(crate) const AKS: &[(&str, &str)] = &[
    ("cluster", "aks"),
    ("workload", "training"),
    ("namespace", "ml-team"),
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg"),
    ("cluster-name", "c"),
    ("workspace", "mlw"),
];

/// Every step that `current` has.
pub(crate) const FULL: &[(&str, &str)] = &[
    ("openshift", "yes"),
    ("connected", "no"),
    ("region", "westus2"),
    ("certificate", "secret"),
    ("tls-secret", "endpoint-tls"),
    ("cert-file", "my cert.pem"),
    ("key-file", "my key.pem"),
    ("cname", "ml.example.org"),
    ("extension-name", "ml-ext"),
    ("namespace", "ml-team"),
    ("identity", "user-assigned"),
    ("identity-ids", ID),
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg-cluster"),
    ("cluster-name", "c1"),
    ("workspace", "mlw"),
    ("workspace-resource-group", "rg-ml"),
    ("compute-name", "k8s-one"),
];

/// The calls of that scenario, each with its step: program, command and arguments, without options.
pub(crate) const FULL_CALLS: &[(&str, &str)] = &[
    // Before the first step.
    ("current-context", "kubectl config current-context"),
    ("sign-in", "az account show"),
    ("sign-in", "az account set"),
    ("tools", "az extension add"),
    ("tools", "az extension add"),
    ("tools", "az extension add"),
    ("providers", "az provider register"),
    ("providers", "az provider register"),
    ("providers", "az provider register"),
    ("providers", "az provider show"),
    ("providers", "az provider show"),
    ("providers", "az provider show"),
    ("connect-cluster", "kubectl config current-context"),
    (
        "connect-cluster",
        "oc adm policy add-scc-to-user privileged system:serviceaccount:azure-arc:azure-arc-kube-aad-proxy-sa",
    ),
    ("connect-cluster", "az connectedk8s connect"),
    ("openshift-scc", "oc create namespace azureml"),
    ("openshift-scc", "oc create namespace ml-team"),
    ("openshift-scc", "oc apply"),
    ("tls-secret", "kubectl create namespace azureml"),
    ("tls-secret", "kubectl create secret generic endpoint-tls"),
    ("create-extension", "az k8s-extension create"),
    ("verify-extension", "az k8s-extension show"),
    ("verify-extension", "az k8s-extension show"),
    ("verify-extension", "kubectl get pods"),
    ("create-namespace", "kubectl create namespace ml-team"),
    ("attach-compute", "az ml compute attach"),
    ("verify-compute", "az ml compute show"),
    ("verify-compute", "az ml compute show"),
];

pub(crate) fn script_in(pairs: &[(&str, &str)], layout: Layout) -> String {
    let answers = answers(pairs);
    output::script::script(&answers, &outcome(&answers), Shell::Bash, layout).unwrap()
}

pub(crate) fn script(pairs: &[(&str, &str)]) -> String {
    script_in(pairs, Layout::Lines)
}

pub(crate) fn set_up(script: &str, rules: &[(&str, Reply<'_>)]) -> Ran {
    run_with("bash", script, &[], rules, &[])
}

/// A call without its options.
pub(crate) fn verb(call: &Call) -> String {
    call.iter().map(String::as_str).take_while(|word| !word.starts_with('-')).collect::<Vec<_>>().join(" ")
}

pub(crate) fn verbs(calls: &[Call]) -> Vec<String> {
    calls.iter().map(verb).collect()
}

pub(crate) fn full_verbs() -> Vec<&'static str> {
    FULL_CALLS.iter().map(|(_, verb)| *verb).collect()
}

pub(crate) fn assert_done(ran: &Ran) {
    assert_eq!((ran.status(), ran.stderr().as_str()), (Some(0), ""));
}

#[rstest]
#[case(Layout::Lines)]
#[case(Layout::OneLine)]
fn the_steps_are_taken_in_order(#[case] layout: Layout) {
    let ran = set_up(&script_in(FULL, layout), &[]);
    assert_done(&ran);
    assert_eq!(verbs(&ran.calls), full_verbs());
    // Nothing waits for input, and the providers are registered before they are needed.
    for call in &ran.calls {
        assert_eq!(call.contains(&"--wait".to_owned()), verb(call) == "az provider register", "{call:?}");
    }
}

#[test]
fn cleaning_up_is_done_only_when_it_is_asked_for() {
    let script = script(FULL);
    let ran = run_with("bash", &script, &["clean-up"], &[], &[]);
    assert_done(&ran);
    let removing: Vec<&Call> = ran.calls.iter().filter(|call| call[1] != "account").collect();
    let verbs: Vec<String> = removing.iter().map(|call| verb(call)).collect();
    let context = "kubectl config current-context";
    assert_eq!(verbs, [context, "az ml compute detach", "az k8s-extension delete", "oc delete"]);
    // The script runs unattended.
    assert!(removing[1..3].iter().all(|call| call.contains(&"--yes".to_owned())), "{removing:?}");
    let ran = run_with("bash", &script, &["everything"], &[], &[]);
    assert_eq!((ran.calls.len(), ran.status()), (0, Some(2)));
    assert!(ran.stderr().contains("clean-up"), "the usage names what there is: {}", ran.stderr());
}

/// Weeks lie between setting up and cleaning up, and another subscription may be the chosen one by then.
#[test]
fn cleaning_up_chooses_the_subscription_first() {
    let ran = run_with("bash", &script(AKS), &["clean-up"], &[], &[]);
    let verbs = verbs(&ran.calls);
    let place = |verb: &str| verbs.iter().position(|known| known == verb);
    assert!(place("az account set").is_some(), "{verbs:?}");
    assert!(place("az account set") < place("az ml compute detach"), "{verbs:?}");
}

#[test]
fn detaching_is_done_when_it_is_the_task() {
    let pairs = [
        ("edition", "aks-v1"),
        ("task", "detach"),
        ("subscription", SUBSCRIPTION),
        ("resource-group", "rg"),
        ("workspace", "mlw"),
    ];
    let (calls, output) = run("bash", &script(&pairs), &[], None);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(verbs(&calls).last().unwrap(), "az ml computetarget detach");
    let (calls, output) = run("bash", &script(&pairs), &["clean-up"], None);
    assert!(
        output.status.success() && !verbs(&calls).iter().any(|verb| verb.contains("detach")),
        "{calls:?}"
    );
}

#[test]
fn who_is_signed_in_is_not_asked_to_sign_in() {
    let signed_in = set_up(&script(AKS), &[]);
    assert!(!verbs(&signed_in.calls).contains(&"az login".to_owned()));
    let signed_out = set_up(&script(AKS), &[("az account show*", Reply::Fails)]);
    assert_done(&signed_out);
    assert_eq!(verbs(&signed_out.calls)[1..4], ["az account show", "az login", "az account set"]);
    let cleaning_up =
        run_with("bash", &script(AKS), &["clean-up"], &[("az account show*", Reply::Fails)], &[]);
    assert_done(&cleaning_up);
    assert_eq!(verbs(&cleaning_up.calls)[..3], ["az account show", "az login", "az account set"]);
}

/// `oc` gets the role bindings on its standard input, with the names in their places.
#[test]
fn openshift_gets_its_role_bindings() {
    let tricky = [("extension-name", "0"), ("namespace", "null")];
    for edition in ["current", "arc-preview"] {
        for names in [&[][..], &tricky] {
            let pairs: Pairs<'_> = FULL.iter().chain(&[("edition", edition)]).chain(names).copied().collect();
            for (argument, verb) in [("set-up", "oc apply"), ("clean-up", "oc delete")] {
                // The preview has no certificate in a secret. That finding is tested elsewhere.
                let forced = [("AZUREML_K8S_FORCE", "1")];
                let ran = run_with("bash", &script(&pairs), &[argument], &[], &forced);
                assert_done(&ran);
                let place = verbs(&ran.calls).iter().position(|known| known == verb).unwrap();
                let call = &ran.calls[place];
                assert_eq!(call[call.len() - 2..], ["--filename", "-"]);
                assert_eq!(call.contains(&"--ignore-not-found".to_owned()), verb == "oc delete");
                let input = &ran.inputs[place];
                let documents = &read(&[input])[0];
                if verb == "oc apply" {
                    assert_eq!(granted(documents), documented(&pairs), "{input}");
                } else {
                    assert_eq!(bound(documents, ROLE), without_agent(documented(&pairs)), "{input}");
                }
                let others = ran.inputs.iter().enumerate().filter(|(index, _)| *index != place);
                assert!(others.map(|(_, input)| input).all(String::is_empty));
            }
        }
    }
}

/// The fields whose placeholders an empty scenario has.
const GAPS: &[(&str, &str)] = &[
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg-cluster"),
    ("cluster-name", "c1"),
    ("region", "westus2"),
    ("cert-file", "my cert.pem"),
    ("key-file", "my key.pem"),
    ("tls-secret", "endpoint-tls"),
    ("cname", "ml.example.org"),
    ("identity-ids", ID),
    ("workspace", "mlw"),
];

fn with_gaps() -> String {
    let pairs: Pairs<'_> = FULL.iter().copied().filter(|pair| !GAPS.contains(pair)).collect();
    script(&pairs)
}

#[rstest]
#[case(&[])]
#[case(&["clean-up"])]
fn nothing_is_run_while_a_placeholder_is_left(#[case] arguments: &[&str]) {
    let ran = run_with("bash", &with_gaps(), arguments, &[], &[]);
    assert_eq!((ran.status(), ran.calls.len()), (Some(1), 0));
    let stderr = ran.stderr();
    assert_eq!(stderr.lines().count(), 1, "{stderr}");
    for (field, _) in GAPS {
        assert!(stderr.split_whitespace().any(|word| word == *field), "{field}: {stderr}");
    }
}

/// Each gap is once at the top, in the place of its value.
#[test]
fn a_placeholder_can_be_filled_in_at_the_top() {
    let mut script = with_gaps();
    for (index, (field, value)) in GAPS.iter().enumerate() {
        let (gap, filled) = (format!("='<{field}>'\n"), format!("='{value}'\n"));
        assert_eq!(script.matches(&gap).count(), 1, "{field}: {script}");
        script = script.replace(&gap, &filled);
        let ran = set_up(&script, &[]);
        if index + 1 < GAPS.len() {
            assert_eq!((ran.status(), ran.calls.len()), (Some(1), 0));
            assert!(ran.stderr().split_whitespace().all(|word| word != *field), "{}", ran.stderr());
        } else {
            assert_done(&ran);
            let typed = set_up(&self::script(FULL), &[]);
            let parsed = |ran: &Ran| ran.calls.iter().map(parse_call).collect::<Vec<_>>();
            assert_eq!(parsed(&ran), parsed(&typed));
        }
    }
}

/// An emptied gap is still a gap.
#[test]
fn a_placeholder_that_is_taken_out_is_still_missing() {
    let script =
        GAPS.iter().fold(with_gaps(), |script, (field, _)| script.replace(&format!("<{field}>"), ""));
    let ran = set_up(&script, &[]);
    assert_eq!((ran.status(), ran.calls.len()), (Some(1), 0));
    assert!(ran.stderr().contains("workspace"), "{}", ran.stderr());
}

/// Like "replace all" in an editor.
#[test]
fn a_placeholder_can_be_filled_in_everywhere() {
    let script =
        GAPS.iter().fold(with_gaps(), |script, (field, value)| script.replace(&format!("<{field}>"), value));
    let ran = set_up(&script, &[]);
    assert_done(&ran);
    assert_eq!(verbs(&ran.calls), full_verbs());
}

#[test]
fn each_value_stands_once() {
    // Its subscription differs from the others.
    let identity = ID.replace(SUBSCRIPTION, "77777777-2222-3333-4444-555555555555");
    let values = [
        ("subscription", SUBSCRIPTION),
        ("resource-group", "rg-of-the-cluster"),
        ("cluster-name", "a-cluster"),
        ("workspace", "a-workspace"),
        ("workspace-resource-group", "rg-of-the-workspace"),
        ("region", "aregion"),
        ("workspace-subscription", OTHER),
        ("compute-name", "the-compute"),
        ("extension-name", "the-extension"),
        ("namespace", "the-namespace"),
        ("tls-secret", "the-secret"),
        ("cert-file", "one chain.pem"),
        ("key-file", "one key.pem"),
        ("cname", "the.name"),
        ("identity-ids", &identity),
        ("node-selector", "pool=the-pool"),
        ("extension-version", "1.2.3"),
    ];
    let pairs: Pairs<'_> = FULL.iter().chain(&values).chain(&[("auto-upgrade", "no")]).copied().collect();
    let script = script(&pairs);
    let code: Vec<&str> = script.lines().filter(|line| !line.trim_start().starts_with('#')).collect();
    for (field, value) in values {
        let variable = format!("{}='{value}'", field.replace('-', "_"));
        assert!(code.contains(&variable.as_str()), "{variable}: {script}");
        assert_eq!(code.iter().filter(|line| line.contains(value)).count(), 1, "{value}: {script}");
    }
}

/// The values of an option in a call, joined to it or after it.
fn given<'a>(ran: &'a Ran, of: &str, option: &str) -> Vec<&'a str> {
    let call = ran.calls.iter().find(|call| verb(call).starts_with(of)).unwrap_or_else(|| panic!("no {of}"));
    let tied = call.iter().filter_map(|word| word.strip_prefix(option)?.strip_prefix('='));
    let place = call.iter().position(|word| word == option);
    let next = place.map_or(&[][..], |place| &call[place + 1..]);
    tied.chain(next.iter().map(String::as_str).take_while(|word| !word.starts_with("--"))).collect()
}

/// Two of the texts in each script. The last ones could break a script.
fn nasty_pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    let more = [
        "MANIFEST",
        "x' ; id #",
        "\"; id; \"",
        "${subscription}",
        "$subscription",
        "'$(id)'",
        "\\'",
        "a'b'c",
    ];
    let texts: Vec<&str> = nasty_paths().into_iter().chain(more).collect();
    let pairs: Vec<_> = texts.chunks(2).map(|pair| (pair[0], *pair.last().unwrap())).collect();
    pairs.into_iter()
}

#[test]
fn any_path_reaches_its_program_to_the_letter() {
    let paths = |more: &[(&'static str, &'static str)], cert, key| -> String {
        let pairs: Pairs<'_> = more
            .iter()
            .copied()
            .chain([("cert-file", cert), ("key-file", key), ("cname", "ml.example.org")])
            .collect();
        script(&pairs)
    };
    let names = [
        ("subscription", SUBSCRIPTION),
        ("resource-group", "rg"),
        ("cluster-name", "c"),
        ("workspace", "mlw"),
        ("region", "westus2"),
    ];
    for (cert, key) in nasty_pairs() {
        let (trimmed_cert, trimmed_key) = (cert.trim(), key.trim());
        let files = set_up(&paths(&[&[("cluster", "aks")][..], &names].concat(), cert, key), &[]);
        assert_done(&files);
        assert_eq!(
            given(&files, "az k8s-extension create", "--config-protected"),
            [format!("sslCertPemFile={trimmed_cert}"), format!("sslKeyPemFile={trimmed_key}")]
        );
        let aks = set_up(&paths(&[&[("edition", "aks-v1")][..], &names].concat(), cert, key), &[]);
        assert_done(&aks);
        assert_eq!(given(&aks, "az ml computetarget create", "--ssl-cert-file"), [trimmed_cert]);
        assert_eq!(given(&aks, "az ml computetarget create", "--ssl-key-file"), [trimmed_key]);
        // kubectl cannot take such a path, so it never gets one: its gap stops the script.
        let takes = !cert.contains('=') && !key.contains('=');
        let secret = [("cluster", "aks"), ("certificate", "secret"), ("tls-secret", "s")];
        let secret = set_up(&paths(&[&secret[..], &names].concat(), cert, key), &[]);
        assert_eq!(secret.status(), Some(i32::from(!takes)), "{}", secret.stderr());
        if takes {
            assert_eq!(
                given(&secret, "kubectl create secret", "--from-file"),
                [format!("cert.pem={trimmed_cert}"), format!("key.pem={trimmed_key}")]
            );
        }
    }
}

#[test]
fn a_path_below_the_home_folder_reaches_its_program_expanded() {
    let files =
        [("cert-file", "~/my certs/$x'.pem"), ("key-file", "$HOME/tls.key"), ("cname", "ml.example.org")];
    let aks = [("cluster", "aks")];
    let pairs: Pairs<'_> = [&aks[..], NAMES[1], &files].concat();
    let ran = set_up(&script(&pairs), &[]);
    assert_done(&ran);
    assert_eq!(
        given(&ran, "az k8s-extension create", "--config-protected"),
        [format!("sslCertPemFile={HOME}/my certs/$x'.pem"), format!("sslKeyPemFile={HOME}/tls.key")]
    );
    let secret = [("certificate", "secret"), ("tls-secret", "s")];
    let ran = set_up(&script(&[&pairs[..], &secret].concat()), &[]);
    assert_done(&ran);
    assert_eq!(
        given(&ran, "kubectl create secret", "--from-file"),
        [format!("cert.pem={HOME}/my certs/$x'.pem"), format!("key.pem={HOME}/tls.key")]
    );
}

/// Contents of PEM files, and whether the real CLI takes them: `tests/data/requests` has what it did with each kind.
const PEM_FILES: &[(&str, &[u8], bool)] = &[
    ("plain", b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", true),
    ("crlf", b"-----BEGIN CERTIFICATE-----\r\nMIIB\r\n-----END CERTIFICATE-----\r\n", true),
    ("comment", b"# Z=1; $(id) `id` * ?\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----", true),
    ("empty", b"", true),
    ("mark", b"\xEF\xBB\xBF-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", false),
    (
        "name",
        "# CN=M\u{FC}ller\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n".as_bytes(),
        false,
    ),
    ("latin1", b"# CN=M\xFCller\n-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n", false),
    ("behind", b"-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n\xC3\xA9", false),
];

#[test]
fn a_pem_file_with_which_the_cli_fails_is_found_before_anything_runs() {
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
    for (name, contents, _) in PEM_FILES {
        std::fs::write(path(name), contents).unwrap();
    }
    let plain = path("plain");
    for (name, _, is_taken) in PEM_FILES {
        let file = path(name);
        for (cert, key) in [(&file, &plain), (&plain, &file)] {
            let files = [("cert-file", cert.as_str()), ("key-file", key), ("cname", "ml.example.org")];
            let pairs: Pairs<'_> = [&[("cluster", "aks")][..], NAMES[1], &files].concat();
            let ran = set_up(&script(&pairs), &[]);
            if *is_taken {
                assert_done(&ran);
            } else {
                assert_eq!((ran.status(), ran.calls.len()), (Some(1), 0), "{name}");
                let stderr = ran.stderr();
                assert!(stderr.lines().count() == 1 && stderr.trim_end().ends_with(&file), "{stderr}");
                assert!(stderr.contains("ASCII"), "{stderr}");
            }
            // Cleaning up reads no file.
            let cleaning = run_with("bash", &script(&pairs), &["clean-up"], &[], &[]);
            assert_eq!(cleaning.status(), Some(0), "{}", cleaning.stderr());
        }
    }
}

#[test]
fn any_name_reaches_its_program_to_the_letter() {
    let hyphen: &[(&str, &str)] = &[
        ("subscription", SUBSCRIPTION),
        ("resource-group", "-rg"),
        ("cluster-name", "c"),
        ("workspace", "mlw"),
    ];
    for names in [NAMES[1], hyphen] {
        let structure =
            [("cluster", "aks"), ("workload", "training"), ("node-selector", "pool=ml, zone=,a.b/c=d_e")];
        let pairs: Pairs<'_> = [&structure[..], IDENTITIES[3], names].concat();
        let ran = set_up(&script(&pairs), &[]);
        assert_done(&ran);
        let group = text(&pairs, "resource-group");
        let (create, attach) = ("az k8s-extension create", "az ml compute attach");
        for of in [create, "az k8s-extension show", attach, "az ml compute show"] {
            assert_eq!(given(&ran, of, "--resource-group"), [group.as_str()], "{of}");
        }
        assert_eq!(
            given(&ran, create, "--config"),
            ["enableTraining=True", "nodeSelector.pool=ml", "nodeSelector.zone=", r"nodeSelector.a\.b/c=d_e"]
        );
        assert_eq!(given(&ran, attach, "--resource-id"), [cluster_id(&pairs)]);
        assert_eq!(given(&ran, attach, "--user-assigned-identities"), [identity_ids(&pairs).join(",")]);
    }
}

/// A value that is filled in by hand may begin with a hyphen too.
#[test]
fn a_group_that_begins_with_a_hyphen_can_be_filled_in() {
    let pairs: Pairs<'_> = AKS.iter().copied().filter(|(id, _)| *id != "resource-group").collect();
    let script = script(&pairs).replacen("'<resource-group>'", "'-rg'", 1);
    let ran = set_up(&script, &[]);
    assert_done(&ran);
    let call = ran.calls.iter().find(|call| verb(call) == "az k8s-extension create").unwrap();
    assert!(call.contains(&"--resource-group=-rg".to_owned()), "{call:?}");
}

#[test]
fn comments_contain_findings_and_notes() {
    let script = script_in(&[("connected", "no"), ("exposure", "internal")], Layout::OneLine);
    assert!(script.contains("\n# error: An internal load balancer works only on AKS"), "{script}");
    assert!(
        script.contains(
            "Make sure that the first command prints its name.\n  kubectl config current-context\n"
        ),
        "{script}"
    );
    assert!(script.lines().any(|line| line.starts_with("  az k8s-extension create --name=")), "{script}");
}

/// Scripts of every structure: each switch that adds or changes a command, with and without gaps, with values that a reader
/// of scripts could stumble over.
fn structures() -> Vec<String> {
    let clusters: &[&[(&str, &str)]] =
        &[&[], &[("openshift", "yes")], &[("connected", "no"), ("region", "westus2")], &[("cluster", "aks")]];
    let workloads: &[&[(&str, &str)]] = &[
        &[("workload", "training"), ("node-selector", "pool=ml,zone=")],
        &[("exposure", "node-port")],
        &[("certificate", "secret"), ("tls-secret", "s")],
        &[("transport", "http"), ("auto-upgrade", "no"), ("extension-version", "1.1.42")],
    ];
    let homes: &[&[(&str, &str)]] = &[
        &[("workspace-resource-group", "rg-ml"), ("workspace-subscription", OTHER)],
        &[("namespace", "ml-team"), ("identity", "user-assigned"), ("identity-ids", ID)],
    ];
    let editions: &[&[(&str, &str)]] = &[&[("edition", "current")], &[("edition", "arc-preview")]];
    let mut structures = product(&[editions, clusters, workloads, homes]);
    let aks: &[&[(&str, &str)]] = &[
        &[("edition", "aks-v1")],
        &[("edition", "aks-v1"), ("purpose", "dev-test"), ("vnet-name", "net"), ("cname", "ml.example.org")],
        &[("edition", "aks-v1"), ("task", "attach"), ("region", "westus2")],
        &[("edition", "aks-v1"), ("task", "detach")],
    ];
    structures.extend(product(&[aks, &[&[], &[("load-balancer", "internal")]]]));
    let nasty: Vec<_> = nasty_pairs().collect();
    let structure = |(index, mut pairs): (usize, Pairs<'static>)| {
        let (cert, key) = nasty[index % nasty.len()];
        pairs.extend([("cert-file", cert), ("key-file", key)]);
        // Every third script has gaps.
        pairs.extend(NAMES.get(index % 3).copied().unwrap_or_default());
        script_in(&pairs, if index % 2 == 0 { Layout::Lines } else { Layout::OneLine })
    };
    structures.into_iter().enumerate().map(structure).collect()
}

#[test]
fn shellcheck_finds_nothing_in_any_script() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("shellcheck");
    command.args(["--norc", "--format=gcc", "--severity=style"]);
    for (index, script) in structures().iter().enumerate() {
        let file = folder.path().join(format!("{index}.bash"));
        std::fs::write(&file, script).unwrap();
        command.arg(file);
    }
    let output = command.output().expect("shellcheck runs; cargo xtask test installs it");
    assert_eq!((String::from_utf8_lossy(&output.stdout).as_ref(), output.status.code()), ("", Some(0)));
}

/// The values at the top match the fields of the wizard.
#[test]
fn every_variable_is_named_after_its_field() {
    for script in structures() {
        let body = script.split("set -euo pipefail").nth(1).unwrap();
        for line in body.trim_start().lines().take_while(|line| !line.is_empty() && !line.starts_with('#')) {
            let (name, value) = line.split_once('=').unwrap_or_else(|| panic!("{line}"));
            let id = name.replace('_', "-");
            let id = if Field::from_id(&id).is_some() { id.as_str() } else { id.rsplit_once('-').unwrap().0 };
            assert!(Field::from_id(id).is_some(), "{line}");
            assert!(value.starts_with('\'') && value.ends_with('\''), "{line}");
        }
    }
}
