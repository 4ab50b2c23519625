//! The script: what it does when all goes well, when something fails, when the work takes its time, and when it is run
//! again. Real bash runs it, with stubs for the programs that it calls and nothing else on PATH.

use std::process::Command;

use crate::openshift::{documented, granted};
use crate::quoting::NASTY;
use crate::scenarios::{ID, IDENTITIES, NAMES, OTHER, SUBSCRIPTION, cluster_id, identity_ids};
use crate::support::{Call, Pairs, Ran, Reply, answers, parse_call, product, run, run_with, text};
use crate::yaml::read;
use azureml_k8s_wizard::choice::Layout;
use azureml_k8s_wizard::field::Field;
use azureml_k8s_wizard::result::outcome;
use azureml_k8s_wizard::write;
use rstest::rstest;

const AKS: &[(&str, &str)] = &[
    ("cluster", "aks"),
    ("workload", "training"),
    ("namespace", "ml-team"),
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg"),
    ("cluster-name", "c"),
    ("workspace", "mlw"),
];

/// Every step that `current` has.
const FULL: &[(&str, &str)] = &[
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
const FULL_CALLS: &[(&str, &str)] = &[
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

fn script_in(pairs: &[(&str, &str)], layout: Layout) -> String {
    let answers = answers(pairs);
    write::script::script(&answers, &outcome(&answers), layout)
}

fn script(pairs: &[(&str, &str)]) -> String {
    script_in(pairs, Layout::Lines)
}

fn set_up(script: &str, rules: &[(&str, Reply<'_>)]) -> Ran {
    run_with("bash", script, &[], rules, &[])
}

/// What a call does, without its options.
fn verb(call: &Call) -> String {
    call.iter().map(String::as_str).take_while(|word| !word.starts_with('-')).collect::<Vec<_>>().join(" ")
}

fn verbs(calls: &[Call]) -> Vec<String> {
    calls.iter().map(verb).collect()
}

fn full_verbs() -> Vec<&'static str> {
    FULL_CALLS.iter().map(|(_, verb)| *verb).collect()
}

fn assert_done(ran: &Ran) {
    assert_eq!((ran.status(), ran.stderr().as_str()), (Some(0), ""));
}

#[rstest]
#[case(Layout::Lines)]
#[case(Layout::OneLine)]
fn the_steps_are_taken_in_order(#[case] layout: Layout) {
    let ran = set_up(&script_in(FULL, layout), &[]);
    assert_done(&ran);
    assert_eq!(verbs(&ran.calls), full_verbs());
    // Nothing waits for an answer, and the providers are there before they are needed.
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
    // Nobody is there to answer a question.
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

/// The two questions that a script waits on, with the state that is waited for.
const WAITS: &[(&str, &str, &str)] = &[
    ("az k8s-extension show*--query*", "verify-extension", "az k8s-extension show"),
    ("az ml compute show*--query*", "verify-compute", "az ml compute show"),
];

fn asks(ran: &Ran, of: &str) -> usize {
    ran.calls.iter().filter(|call| verb(call) == of && call.contains(&"--query".to_owned())).count()
}

fn sleeps(ran: &Ran) -> Vec<u32> {
    ran.calls.iter().filter(|call| call[0] == "sleep").map(|call| call[1].parse().unwrap()).collect()
}

#[test]
fn a_state_is_asked_for_again_until_it_is_the_wanted_one() {
    for (pattern, _, of) in WAITS {
        let states = ["", "Creating", "Pending", "Succeeded"];
        let ran = set_up(&script(FULL), &[(pattern, Reply::Says(&states))]);
        assert_done(&ran);
        assert_eq!((asks(&ran, of), sleeps(&ran).len()), (4, 3));
        let rest: Vec<String> = {
            let mut calls = ran.calls.clone();
            calls.retain(|call| call[0] != "sleep");
            let mut verbs = verbs(&calls);
            verbs.dedup();
            verbs
        };
        let mut expected = full_verbs();
        expected.dedup();
        assert_eq!(rest, expected, "it goes on where it would have");
    }
}

#[test]
fn waiting_ends_after_as_many_asks_as_are_said() {
    for (pattern, step, of) in WAITS {
        let rules = [(*pattern, Reply::Says(&["Pending"]))];
        let variables = [("AZUREML_K8S_ATTEMPTS", "3"), ("AZUREML_K8S_INTERVAL", "7")];
        let ran = run_with("bash", &script(FULL), &[], &rules, &variables);
        assert_ne!(ran.status(), Some(0));
        assert_eq!(asks(&ran, of), 3);
        assert!(sleeps(&ran).iter().all(|seconds| *seconds == 7), "{:?}", sleeps(&ran));
        let last = ran.calls.iter().rfind(|call| call[0] != "sleep").map(verb);
        assert_eq!(last.as_deref(), Some(*of), "nothing comes after");
        let stderr = ran.stderr();
        assert!(stderr.contains(step) && stderr.contains("Pending"), "{stderr}");
    }
}

#[test]
fn waiting_for_ever_is_not_what_it_does_by_itself() {
    let (pattern, step, of) = WAITS[0];
    let ran = set_up(&script(AKS), &[(pattern, Reply::Says(&["Pending"]))]);
    assert_ne!(ran.status(), Some(0));
    assert!(ran.stderr().contains(step), "{}", ran.stderr());
    let seconds: u32 = sleeps(&ran).iter().sum();
    assert!((2..1000).contains(&asks(&ran, of)), "{}", asks(&ran, of));
    // An extension takes a quarter of an hour at times; nobody waits longer than two.
    assert!((900..7200).contains(&seconds), "{seconds}");
}

#[rstest]
#[case("Failed")]
#[case("Canceled")]
fn a_state_from_which_nothing_comes_stops_it_at_once(#[case] state: &str) {
    for (pattern, step, of) in WAITS {
        let ran = set_up(&script(FULL), &[(pattern, Reply::Says(&["Pending", state]))]);
        assert_ne!(ran.status(), Some(0));
        assert_eq!((asks(&ran, of), sleeps(&ran).len()), (2, 1));
        assert_eq!(verbs(&ran.calls).last().unwrap(), of);
        let stderr = ran.stderr();
        assert!(stderr.contains(step) && stderr.contains(state), "{stderr}");
    }
}

/// The preview takes k8s-extension 1.0.0, whose model of an extension has a `provisioningState` and nothing else of the
/// kind; the `installState` that its documents print went with version 0.6.0.
#[test]
fn the_preview_waits_for_a_state_that_its_cli_extension_knows() {
    let pairs: Pairs<'_> = AKS.iter().copied().chain([("edition", "arc-preview")]).collect();
    let rules = [
        ("az k8s-extension show*installState*", Reply::Says(&[""])),
        ("az k8s-extension show*provisioningState*", Reply::Says(&["Creating", "Succeeded"])),
    ];
    let ran = set_up(&script(&pairs), &rules);
    assert_eq!(ran.status(), Some(0), "{}", ran.stderr());
    assert_eq!(verbs(&ran.calls).last().unwrap(), "az ml compute show");
}

/// Each call in turn fails. What makes something that may be there already is followed by a look whether it is; and who
/// is not signed in, signs in.
#[test]
fn a_command_that_fails_ends_the_script_and_its_step_is_named() {
    let script = script(FULL);
    let whole = set_up(&script, &[]);
    for (index, (call, (step, verb))) in whole.calls.iter().zip(FULL_CALLS).enumerate() {
        let line = call.join(" ");
        if index > 0 && *verb == FULL_CALLS[0].1 {
            // The first of them has ended it already.
            continue;
        }
        let instead = match *verb {
            "az account show" => "az login".to_owned(),
            verb if verb.contains(" create ") => line
                .split(" --from-file")
                .next()
                .unwrap()
                .replace(" create ", " get ")
                .replace(" generic", ""),
            _ => String::new(),
        };
        let mut rules = vec![(line.as_str(), Reply::Fails)];
        if !instead.is_empty() {
            rules.push((instead.as_str(), Reply::Fails));
        }
        let ran = set_up(&script, &rules);
        let stderr = ran.stderr();
        assert_eq!(ran.status(), Some(1), "{line}: {stderr}");
        let last = if instead.is_empty() { &line } else { &instead };
        assert_eq!(&ran.calls.last().unwrap().join(" "), last, "nothing comes after it");
        // The first of two like calls ends it.
        assert!(ran.calls.len() <= index + 1 + usize::from(!instead.is_empty()), "{line}");
        let own: Vec<&str> = stderr.lines().filter(|line| !line.ends_with(": refused")).collect();
        assert_eq!(own.len(), 1, "one line says it: {stderr}");
        assert!(own[0].contains(step), "{step}: {stderr}");
    }
}

/// What exists already is kept: a second run goes through to the end.
#[test]
fn it_can_be_run_again() {
    let rules = [("* create namespace *", Reply::Fails), ("kubectl create secret *", Reply::Fails)];
    let ran = set_up(&script(FULL), &rules);
    assert_eq!(ran.status(), Some(0), "{}", ran.stderr());
    let mut verbs = verbs(&ran.calls);
    assert!(verbs.contains(&"kubectl get secret endpoint-tls".to_owned()), "{verbs:?}");
    verbs.retain(|verb| !verb.contains(" get namespace ") && !verb.contains(" get secret "));
    assert_eq!(verbs, full_verbs());
}

/// The role bindings come to `oc` on its standard input, with the names in their places.
#[test]
fn openshift_gets_its_role_bindings() {
    let tricky = [("extension-name", "0"), ("namespace", "null")];
    for edition in ["current", "arc-preview"] {
        for names in [&[][..], &tricky] {
            let pairs: Pairs<'_> = FULL.iter().chain(&[("edition", edition)]).chain(names).copied().collect();
            for (argument, verb) in [("set-up", "oc apply"), ("clean-up", "oc delete")] {
                // The preview has no certificate in a secret, which is told and is not the matter here.
                let forced = [("AZUREML_K8S_FORCE", "1")];
                let ran = run_with("bash", &script(&pairs), &[argument], &[], &forced);
                assert_done(&ran);
                let place = verbs(&ran.calls).iter().position(|known| known == verb).unwrap();
                let call = &ran.calls[place];
                assert_eq!(call[call.len() - 2..], ["--filename", "-"]);
                assert_eq!(call.contains(&"--ignore-not-found".to_owned()), verb == "oc delete");
                let input = &ran.inputs[place];
                assert_eq!(granted(&read(&[input])[0]), documented(&pairs), "{input}");
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
        assert!(stderr.contains(&format!("<{field}>")), "{field}: {stderr}");
    }
}

/// Each gap stands once at the top, where its value goes.
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
            assert!(!ran.stderr().contains(&format!("<{field}>")), "{}", ran.stderr());
        } else {
            assert_done(&ran);
            let typed = set_up(&self::script(FULL), &[]);
            let parsed = |ran: &Ran| ran.calls.iter().map(parse_call).collect::<Vec<_>>();
            assert_eq!(parsed(&ran), parsed(&typed));
        }
    }
}

/// As an editor's "replace all" does it.
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
    // Its subscription is none of the others.
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

/// The values that a call gave an option, whether they are tied to it or follow it.
fn given<'a>(ran: &'a Ran, of: &str, option: &str) -> Vec<&'a str> {
    let call = ran.calls.iter().find(|call| verb(call).starts_with(of)).unwrap_or_else(|| panic!("no {of}"));
    let tied = call.iter().filter_map(|word| word.strip_prefix(option)?.strip_prefix('='));
    let place = call.iter().position(|word| word == option);
    let next = place.map_or(&[][..], |place| &call[place + 1..]);
    tied.chain(next.iter().map(String::as_str).take_while(|word| !word.starts_with("--"))).collect()
}

/// Two of the texts in each script; the last ones are such as a script could trip over.
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
    let texts: Vec<&str> = NASTY.iter().copied().chain(more).collect();
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
fn any_name_reaches_its_program_to_the_letter() {
    let hyphen: &[(&str, &str)] = &[
        ("subscription", SUBSCRIPTION),
        ("resource-group", "-rg"),
        ("cluster-name", "c"),
        ("workspace", "mlw"),
    ];
    for names in [NAMES[1], hyphen] {
        let shape =
            [("cluster", "aks"), ("workload", "training"), ("node-selector", "pool=ml, zone=,a.b/c=d_e")];
        let pairs: Pairs<'_> = [&shape[..], IDENTITIES[3], names].concat();
        let ran = set_up(&script(&pairs), &[]);
        assert_done(&ran);
        let group = text(&pairs, "resource-group");
        let (create, attach) = ("az k8s-extension create", "az ml compute attach");
        for of in [create, "az k8s-extension show", attach, "az ml compute show"] {
            assert_eq!(given(&ran, of, "--resource-group"), [group.as_str()], "{of}");
        }
        assert_eq!(
            given(&ran, create, "--config"),
            ["enableTraining=True", "nodeSelector.pool=ml", "nodeSelector.zone=", "nodeSelector.a.b/c=d_e"]
        );
        assert_eq!(given(&ran, attach, "--resource-id"), [cluster_id(&pairs)]);
        assert_eq!(given(&ran, attach, "--user-assigned-identities"), [identity_ids(&pairs).join(",")]);
    }
}

/// One that is filled in by hand may begin with a hyphen too.
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
fn comments_say_what_is_found_and_worth_knowing() {
    let script = script_in(&[("connected", "no"), ("exposure", "internal")], Layout::OneLine);
    assert!(script.contains("\n# error: An internal load balancer works on AKS alone"), "{script}");
    assert!(
        script.contains("Make sure that the first command names it.\n  kubectl config current-context\n"),
        "{script}"
    );
    assert!(script.lines().any(|line| line.starts_with("  az k8s-extension create --name=")), "{script}");
}

/// Scripts of every shape: each switch that adds or changes a command, with and without gaps, with values that a reader
/// of scripts could stumble over.
fn shapes() -> Vec<String> {
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
    let mut shapes = product(&[editions, clusters, workloads, homes]);
    let aks: &[&[(&str, &str)]] = &[
        &[("edition", "aks-v1")],
        &[("edition", "aks-v1"), ("purpose", "dev-test"), ("vnet-name", "net"), ("cname", "ml.example.org")],
        &[("edition", "aks-v1"), ("task", "attach"), ("region", "westus2")],
        &[("edition", "aks-v1"), ("task", "detach")],
    ];
    shapes.extend(product(&[aks, &[&[], &[("load-balancer", "internal")]]]));
    let nasty: Vec<_> = nasty_pairs().collect();
    let shape = |(index, mut pairs): (usize, Pairs<'static>)| {
        let (cert, key) = nasty[index % nasty.len()];
        pairs.extend([("cert-file", cert), ("key-file", key)]);
        // Every third one has gaps.
        pairs.extend(NAMES.get(index % 3).copied().unwrap_or_default());
        script_in(&pairs, if index % 2 == 0 { Layout::Lines } else { Layout::OneLine })
    };
    shapes.into_iter().enumerate().map(shape).collect()
}

#[test]
fn shellcheck_finds_nothing_in_any_script() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new("shellcheck");
    command.args(["--norc", "--format=gcc", "--severity=style"]);
    for (index, script) in shapes().iter().enumerate() {
        let file = folder.path().join(format!("{index}.bash"));
        std::fs::write(&file, script).unwrap();
        command.arg(file);
    }
    let output = command.output().expect("shellcheck runs; cargo xtask test installs it");
    assert_eq!((String::from_utf8_lossy(&output.stdout).as_ref(), output.status.code()), ("", Some(0)));
}

/// What stands at the top is found again in the wizard.
#[test]
fn every_variable_is_named_after_its_field() {
    for script in shapes() {
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

/// Arc has no internal load balancer: the extension would be there, and fail.
#[test]
fn what_is_known_to_fail_is_not_begun() {
    let pairs: Pairs<'_> = FULL.iter().copied().chain([("exposure", "internal")]).collect();
    let script = script(&pairs);
    let ran = set_up(&script, &[]);
    assert_eq!((ran.status(), ran.calls.len()), (Some(1), 0));
    let stderr = ran.stderr();
    assert!(stderr.contains("E40003") && stderr.contains("AZUREML_K8S_FORCE=1"), "{stderr}");
    let forced = run_with("bash", &script, &[], &[], &[("AZUREML_K8S_FORCE", "1")]);
    assert_eq!(verbs(&forced.calls), full_verbs());
    // What is there already can be removed.
    assert_done(&run_with("bash", &script, &["clean-up"], &[], &[]));
}

#[test]
fn a_purpose_that_the_command_cannot_say_is_left_to_python() {
    let pairs: Pairs<'_> = AKS
        .iter()
        .copied()
        .filter(|(id, _)| !["cluster", "workload", "namespace"].contains(id))
        .chain([("edition", "aks-v1"), ("task", "attach"), ("purpose", "dev-test")])
        .collect();
    let ran = set_up(&script(&pairs), &[]);
    assert_eq!((ran.status(), ran.calls.len()), (Some(1), 0));
    assert!(ran.stderr().contains("DEV_TEST"), "{}", ran.stderr());
}

#[test]
fn it_insists_on_the_context_that_is_asked_for() {
    let script = script(FULL);
    let speaks = [("kubectl config current-context", Reply::Says(&["other"]))];
    for arguments in [&[][..], &["clean-up"]] {
        let wanted = |context| [("AZUREML_K8S_CONTEXT", context)];
        let ran = run_with("bash", &script, arguments, &speaks, &wanted("mine"));
        assert_eq!((ran.status(), ran.calls.len()), (Some(1), 1));
        assert!(ran.stderr().contains("mine"), "{}", ran.stderr());
        assert_eq!(run_with("bash", &script, arguments, &speaks, &wanted("other")).status(), Some(0));
    }
}

#[test]
fn cleaning_up_can_be_run_again() {
    let script = script(FULL);
    let (detach, show) = ("az ml compute detach *", "az ml compute show *");
    let gone = [(detach, Reply::Fails), (show, Reply::Fails)];
    let ran = run_with("bash", &script, &["clean-up"], &gone, &[]);
    assert_eq!(ran.status(), Some(0), "{}", ran.stderr());
    assert_eq!(verbs(&ran.calls).last().unwrap(), "oc delete");
    // It is still there: something else is wrong.
    let ran = run_with("bash", &script, &["clean-up"], &[(detach, Reply::Fails)], &[]);
    assert_eq!(ran.status(), Some(1));
    assert!(ran.stderr().contains("detach-compute"), "{}", ran.stderr());
}

#[rstest]
#[case("arc-preview", "az extension show *k8s-extension*", "1.6.1", true)]
#[case("arc-preview", "az extension show *k8s-extension*", "1.10.0", true)]
#[case("arc-preview", "az extension show *k8s-extension*", "1.0.0", false)]
#[case("arc-preview", "az extension show *k8s-extension*", "1.1.0", false)]
#[case("aks-v1", "az extension show *ml*", "ml", true)]
#[case("aks-v1", "az extension show *ml*", "", false)]
fn it_stops_at_a_cli_extension_that_speaks_another_language(
    #[case] edition: &str,
    #[case] ask: &str,
    #[case] answer: &str,
    #[case] stops: bool,
) {
    let pairs: Pairs<'_> = AKS.iter().copied().chain([("edition", edition), ("region", "westus2")]).collect();
    let ran = set_up(&script(&pairs), &[(ask, Reply::Says(&[answer]))]);
    assert_eq!(ran.status(), Some(i32::from(stops)), "{}", ran.stderr());
    assert_eq!(ran.stderr().contains("remove it first"), stops, "{}", ran.stderr());
}

/// A region would be filled in and have no effect on what is made.
#[test]
fn versions_are_listed_only_where_a_region_is_given() {
    let v1 = |pairs: &[(&str, &str)]| {
        let pairs: Pairs<'_> =
            [("edition", "aks-v1"), ("subscription", SUBSCRIPTION)].iter().chain(pairs).copied().collect();
        let script = script(&pairs);
        let ran = set_up(&script, &[]);
        assert_done(&ran);
        verbs(&ran.calls)
    };
    let bare = v1(&[]);
    assert!(!bare.contains(&"az aks get-versions".to_owned()), "{bare:?}");
    assert_eq!(bare.last().unwrap(), "az ml computetarget create aks");
    assert!(v1(&[("region", "westus2")]).contains(&"az aks get-versions".to_owned()));
}
