//! Unattended scripts: what they wait for, what they do when they run again, where they stop, what
//! they do not start.

use crate::scenarios::SUBSCRIPTION;
use crate::script::{AKS, FULL, FULL_CALLS, assert_done, full_verbs, script, set_up, verb, verbs};
use crate::support::{Pairs, Ran, Reply, run_with};
use rstest::rstest;

/// The two queries that a script repeats, with the expected state.
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
        let ran = set_up(&script(FULL), &[(pattern, Reply::Prints(&states))]);
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
fn waiting_ends_after_the_given_number_of_queries() {
    for (pattern, step, of) in WAITS {
        let rules = [(*pattern, Reply::Prints(&["Pending"]))];
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
fn waiting_is_limited_by_default() {
    let (pattern, step, of) = WAITS[0];
    let ran = set_up(&script(AKS), &[(pattern, Reply::Prints(&["Pending"]))]);
    assert_ne!(ran.status(), Some(0));
    assert!(ran.stderr().contains(step), "{}", ran.stderr());
    let seconds: u32 = sleeps(&ran).iter().sum();
    assert!((2..1000).contains(&asks(&ran, of)), "{}", asks(&ran, of));
    // An extension can take a quarter of an hour. Two hours are the limit.
    assert!((900..7200).contains(&seconds), "{seconds}");
}

#[rstest]
#[case("Failed")]
#[case("Canceled")]
fn a_state_from_which_nothing_comes_stops_it_at_once(#[case] state: &str) {
    for (pattern, step, of) in WAITS {
        let ran = set_up(&script(FULL), &[(pattern, Reply::Prints(&["Pending", state]))]);
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
        ("az k8s-extension show*installState*", Reply::Prints(&[""])),
        ("az k8s-extension show*provisioningState*", Reply::Prints(&["Creating", "Succeeded"])),
    ];
    let ran = set_up(&script(&pairs), &rules);
    assert_eq!(ran.status(), Some(0), "{}", ran.stderr());
    assert_eq!(verbs(&ran.calls).last().unwrap(), "az ml compute show");
}

/// Each call in turn fails. After a command that creates something, the script checks whether it already exists. If
/// the user is not signed in, the script signs in.
#[test]
fn a_command_that_fails_ends_the_script_and_its_step_is_named() {
    let script = script(FULL);
    let full_run = set_up(&script, &[]);
    for (index, (call, (step, verb))) in full_run.calls.iter().zip(FULL_CALLS).enumerate() {
        let line = call.join(" ");
        if index > 0 && *verb == FULL_CALLS[0].1 {
            // The first of them has already ended the script.
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
        // The first of two equal calls ends the script.
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

/// Arc has no internal load balancer: the extension would be installed, and fail.
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
    // Existing resources can be removed.
    assert_done(&run_with("bash", &script, &["clean-up"], &[], &[]));
}

#[test]
fn a_purpose_without_an_option_is_left_to_python() {
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
    let speaks = [("kubectl config current-context", Reply::Prints(&["other"]))];
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
    let ran = set_up(&script(&pairs), &[(ask, Reply::Prints(&[answer]))]);
    assert_eq!(ran.status(), Some(i32::from(stops)), "{}", ran.stderr());
    assert_eq!(ran.stderr().contains("remove it first"), stops, "{}", ran.stderr());
}

/// A filled-in region would have no effect.
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
