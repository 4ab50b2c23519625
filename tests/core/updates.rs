//! From one installed extension to another: the words of `az k8s-extension update` by hand from the reference of the
//! command and the source of the CLI, its warnings, and what it cannot do.

use crate::support::{Call, answers, linked, run};
use azureml_k8s_wizard::analysis::update::{ReasonId, Update, WarningId, update};
use azureml_k8s_wizard::base::source;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Layout, Shell};
use azureml_k8s_wizard::plan::StepId;
use azureml_k8s_wizard::shell::command_text;
use azureml_k8s_wizard::text;

const NAMES: &str = "subscription=11111111-2222-3333-4444-555555555555&resource-group=rg&cluster-name=c1&workspace=mlw&cname=ml.example.org&cert-file=c.pem&key-file=k.pem&tls-secret=tls";
const PREVIEW: &str = "edition=arc-preview&";

/// A scenario with all its names.
pub(crate) fn scenario(link: &str) -> Answers {
    // The last pair of a field counts, so that a link can give another name.
    let mut answers = linked(NAMES);
    for (field, text) in linked(link).differing() {
        answers.set(field, text).unwrap();
    }
    answers
}

fn updated(was: &str, is: &str) -> Update {
    update(&scenario(was), &scenario(is)).unwrap_or_else(|| panic!("{was} → {is}: no extension"))
}

fn calls(update: &Update) -> Vec<Call> {
    let mut calls = Vec::new();
    for layout in [Layout::Lines, Layout::OneLine] {
        let text = update.command.as_ref().map(|command| command_text(command, Shell::Bash, layout));
        let (ran, output) = run("bash", &text.unwrap_or_default(), &[], None);
        assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
        calls = ran;
    }
    calls
}

/// The old link, the new link, and the words of the command after the four options that name the extension; none if
/// there is nothing to update. The cluster is connected to Arc.
#[rustfmt::skip]
const CHANGES: &[(&str, &str, &str)] = &[
    ("", "", ""),
    ("", "router-ha=no", "--config inferenceRouterHA=False"),
    ("router-ha=no", "", "--config inferenceRouterHA=True"),
    ("", "nvidia-plugin=yes", "--config installNvidiaDevicePlugin=True"),
    ("nvidia-plugin=yes", "", "--config installNvidiaDevicePlugin=False"),
    ("", "prometheus-operator=no", "--config installPromOp=False"),
    ("prometheus-operator=no", "", "--config installPromOp=True"),
    ("volcano=no", "", "--config installVolcano=True"),
    ("dcgm-exporter=yes", "volcano=no", "--config installVolcano=False installDcgmExporter=False"),
    // The endpoint.
    ("", "exposure=node-port", "--config inferenceRouterServiceType=NodePort"),
    ("exposure=node-port", "exposure=cluster-ip", "--config inferenceRouterServiceType=ClusterIP"),
    ("exposure=cluster-ip", "", "--config inferenceRouterServiceType=LoadBalancer"),
    ("cluster=aks", "cluster=aks&exposure=internal", "--config internalLoadBalancerProvider=azure"),
    ("cluster=aks&exposure=node-port", "cluster=aks&exposure=internal", "--config inferenceRouterServiceType=LoadBalancer internalLoadBalancerProvider=azure"),
    ("cluster=aks&exposure=internal", "cluster=aks&exposure=internal&cname=two.example.org", "--config sslCname=two.example.org"),
    ("", "transport=http", "--config allowInsecureConnections=True"),
    ("transport=http", "", "--config allowInsecureConnections=False sslCname=ml.example.org --config-protected sslCertPemFile=c.pem sslKeyPemFile=k.pem"),
    ("transport=http", "certificate=secret", "--config allowInsecureConnections=False sslCname=ml.example.org sslSecret=tls"),
    // All protected settings or none: Azure drops what is left out.
    ("", "cert-file=new.pem", "--config-protected sslCertPemFile=new.pem sslKeyPemFile=k.pem"),
    ("certificate=secret", "certificate=secret&tls-secret=two", "--config sslSecret=two"),
    // A secret with another certificate is named again.
    ("certificate=secret", "certificate=secret&cert-file=new.pem", "--config sslSecret=tls"),
    ("", "cert-file=it's $HOME.pem", "--config-protected 'sslCertPemFile=it'\\''s $HOME.pem' sslKeyPemFile=k.pem"),
    // The workload.
    ("workload=training", "workload=training&exposure=node-port", ""),
    ("", "workload=training", "--config enableInference=False"),
    ("router-ha=no&volcano=no", "workload=training", "--config enableInference=False installVolcano=True"),
    ("volcano=no", "workload=inference", "--config enableTraining=False"),
    ("workload=training", "", "--config enableInference=True inferenceRouterServiceType=LoadBalancer sslCname=ml.example.org --config-protected sslCertPemFile=c.pem sslKeyPemFile=k.pem"),
    ("workload=inference", "workload=training", "--config enableTraining=True enableInference=False"),
    // Labels.
    ("", "node-selector=pool=ml", "--config nodeSelector.pool=ml"),
    // As in https://learn.microsoft.com/azure/aks/dapr-settings: a full stop of a label has a backslash.
    ("", "node-selector=kubernetes.io/os=linux", r"--config 'nodeSelector.kubernetes\.io/os=linux'"),
    ("node-selector=pool=ml", "node-selector=pool=gpu,zone=1", "--config nodeSelector.pool=gpu nodeSelector.zone=1"),
    ("node-selector=a=1,b=2", "node-selector=b=2,a=1", ""),
    // Upgrades.
    ("", "auto-upgrade=no", "--auto-upgrade false"),
    ("", "auto-upgrade=no&extension-version=1.1.42", "--auto-upgrade false --version 1.1.42"),
    ("auto-upgrade=no&extension-version=1.1.42", "", "--auto-upgrade true"),
    ("auto-upgrade=no&extension-version=1.1.42", "auto-upgrade=no&extension-version=1.1.43", "--version 1.1.43"),
    ("auto-upgrade=no&extension-version=1.1.42", "auto-upgrade=no", ""),
    ("", "auto-upgrade=no&router-ha=no", "--auto-upgrade false --config inferenceRouterHA=False"),
    // Answers that the extension does not have.
    ("", "workspace=other&compute-name=two&namespace=ml&identity=system-assigned", ""),
    ("", "node-count=5&nvidia-plugin-present=yes&connected=no&region=westeurope", ""),
    ("openshift=yes", "", ""),
    // The number of nodes: with fewer than three, the CLI wrote `inferenceRouterHA=false clusterPurpose=DevTest` when it
    // created the extension, for training alone as well.
    ("node-count=2", "node-count=5", "--config inferenceRouterHA=True clusterPurpose=FastProd"),
    ("node-count=2&router-ha=no", "node-count=3", "--config inferenceRouterHA=True clusterPurpose=FastProd"),
    ("node-count=2", "node-count=3&router-ha=no", "--config clusterPurpose=FastProd"),
    ("node-count=2&workload=training", "node-count=5&workload=training", "--config inferenceRouterHA=True clusterPurpose=FastProd"),
    ("node-count=1&workload=training", "node-count=3&workload=inference&router-ha=no&transport=http", "--config enableTraining=False enableInference=True inferenceRouterServiceType=LoadBalancer allowInsecureConnections=True clusterPurpose=FastProd"),
    ("node-count=5", "node-count=2", "--config inferenceRouterHA=False clusterPurpose=DevTest"),
    ("node-count=5&router-ha=no", "node-count=2&router-ha=no", "--config clusterPurpose=DevTest"),
    ("node-count=3&workload=training", "node-count=2&workload=training", "--config inferenceRouterHA=False clusterPurpose=DevTest"),
    ("node-count=3", "node-count=5", ""),
    ("node-count=1", "node-count=2", ""),
    // The CLI has switched it off already.
    ("node-count=2", "node-count=2&router-ha=no", ""),
    ("node-count=5&router-ha=no", "node-count=5", "--config inferenceRouterHA=True"),
    // The number of nodes was not known.
    ("", "node-count=2", ""),
    ("node-count=2", "", ""),
    ("node-count=2&router-ha=no", "", "--config inferenceRouterHA=True"),
    ("node-count=2&nvidia-plugin=yes", "node-count=4", "--config inferenceRouterHA=True installNvidiaDevicePlugin=False clusterPurpose=FastProd"),
];

/// The same in the preview.
#[rustfmt::skip]
const PREVIEW_CHANGES: &[(&str, &str, &str)] = &[
    ("exposure=internal", "", "--config privateEndpointILB=False"),
    ("exposure=node-port", "", "--config privateEndpointNodeport=False"),
    ("exposure=internal", "exposure=node-port", "--config privateEndpointNodeport=True privateEndpointILB=False"),
    ("router-ha=no", "", "--config inferenceLoadBalancerHA=True"),
    ("nvidia-plugin=no", "", "--config installNvidiaDevicePlugin=True"),
    ("", "nvidia-plugin=no", "--config installNvidiaDevicePlugin=False"),
    ("openshift=yes", "", "--config openshift=False"),
    ("", "transport=http", "--config allowInsecureConnections=True"),
    ("transport=http", "", "--config allowInsecureConnections=False --config-protected sslCertPemFile=c.pem sslKeyPemFile=k.pem"),
    // The certificate is given again, otherwise Azure drops it.
    ("log-analytics=yes", "", "--config logAnalyticsWS=False --config-protected sslCertPemFile=c.pem sslKeyPemFile=k.pem"),
    ("log-analytics=yes&transport=http", "transport=http", "--config logAnalyticsWS=False"),
    ("node-count=2", "node-count=5", ""),
];

#[test]
fn the_command_writes_what_differs_and_nothing_else() {
    let preview = PREVIEW_CHANGES
        .iter()
        .map(|(was, is, rest)| (format!("{PREVIEW}{was}"), format!("{PREVIEW}{is}"), *rest));
    let current = CHANGES.iter().map(|(was, is, rest)| ((*was).to_owned(), (*is).to_owned(), *rest));
    for (was, is, rest) in current.chain(preview) {
        let update = updated(&was, &is);
        assert_eq!(update.recreate, None, "{was} → {is}");
        let kind = if is.contains("cluster=aks") { "managedClusters" } else { "connectedClusters" };
        let line = format!(
            "az k8s-extension update --name arcml-extension --cluster-type {kind} --cluster-name c1 --resource-group rg {rest}"
        );
        let expected: Vec<Call> = if rest.is_empty() { vec![] } else { vec![shlex::split(&line).unwrap()] };
        assert_eq!(calls(&update), expected, "{was} → {is}");
    }
}

/// A warning, a change that causes it, and a change that just does not.
#[rustfmt::skip]
const WARNINGS: &[(&str, [&str; 2], [&str; 2])] = &[
    ("confirmation", ["", "router-ha=no"], ["", "auto-upgrade=no"]),
    ("confirmation", ["", "cert-file=new.pem"], ["", "namespace=ml"]),
    ("training-off", ["", "workload=inference"], ["workload=inference", ""]),
    ("inference-off", ["", "workload=training"], ["workload=training", ""]),
    ("nvidia-plugin-off", ["nvidia-plugin=yes", ""], ["", "nvidia-plugin=yes"]),
    ("allow-insecure-connections", ["transport=http", ""], ["transport=http", "transport=http&router-ha=no"]),
    ("service-type", ["", "exposure=node-port"], ["cluster=aks", "cluster=aks&exposure=internal"]),
    ("internal-load-balancer", ["cluster=aks", "cluster=aks&exposure=internal"], ["cluster=aks", "cluster=aks&exposure=node-port"]),
    ("private-endpoint", ["edition=arc-preview", "edition=arc-preview&exposure=internal"], ["edition=arc-preview", "edition=arc-preview&transport=http"]),
    ("private-endpoint", ["edition=arc-preview&exposure=node-port", "edition=arc-preview"], ["", "exposure=node-port"]),
    ("cname", ["", "cname=two.example.org"], ["", "cert-file=new.pem"]),
    ("node-selector", ["", "node-selector=pool=ml"], ["node-selector=pool=ml", "node-selector=pool=ml&router-ha=no"]),
    ("log-analytics", ["edition=arc-preview&log-analytics=yes", "edition=arc-preview"], ["edition=arc-preview&log-analytics=yes", "edition=arc-preview&log-analytics=yes&router-ha=no"]),
    ("certificate-stays", ["", "transport=http"], ["transport=http", ""]),
    ("certificate-stays", ["certificate=secret", "transport=http"], ["", "workload=training"]),
    ("settings-stay", ["", "workload=training"], ["workload=training", ""]),
    ("settings-stay", ["volcano=no", "workload=inference"], ["", "workload=inference"]),
    ("cluster-purpose", ["node-count=2", "node-count=5"], ["node-count=3", "node-count=5&router-ha=no"]),
    ("cluster-purpose", ["node-count=5&workload=training", "node-count=2&workload=training"], ["", "node-count=2"]),
    ("purpose-unknown", ["router-ha=no", ""], ["node-count=3&router-ha=no", "node-count=3"]),
    ("purpose-unknown", ["router-ha=no&node-count=2", ""], ["router-ha=no&node-count=2", "node-count=3"]),
    ("secret-version", ["certificate=secret", "certificate=secret&tls-secret=two"], ["", "cert-file=new.pem"]),
    ("version-stays", ["auto-upgrade=no&extension-version=1.1.42", "auto-upgrade=no"], ["", "auto-upgrade=no"]),
];

#[test]
fn warnings_are_given_where_they_apply() {
    let ids = |[was, is]: &[&str; 2]| -> Vec<&str> {
        updated(was, is).warnings.iter().map(|warning| warning.id()).collect()
    };
    for (id, with, without) in WARNINGS {
        assert!(ids(with).contains(id), "{id}: {with:?}: {:?}", ids(with));
        assert!(!ids(without).contains(id), "{id}: {without:?}");
    }
    for id in WarningId::ALL {
        assert!(WARNINGS.iter().any(|(known, ..)| *known == id.id()), "{} has no case", id.id());
        assert!(text::update_warning(*id).ends_with('.'));
        assert!(source::ALL.contains(&id.source()));
    }
}

/// A reason, a change that an update cannot make, and a change that it just can.
#[rustfmt::skip]
const REASONS: &[(&str, [&str; 2], [&str; 2])] = &[
    ("other-cluster", ["", "cluster-name=c2"], ["", "cluster-name=C1"]),
    ("other-cluster", ["", "resource-group=rg2"], ["", "resource-group=RG"]),
    ("other-cluster", ["", "subscription=99999999-2222-3333-4444-555555555555"], ["", "workspace-resource-group=rg2"]),
    ("other-cluster", ["", "cluster=aks"], ["cluster=aks", "cluster=aks&exposure=internal"]),
    // An unusable name is not known to be different.
    ("other-cluster", ["cluster-name=c3", "cluster-name=c2"], ["", "cluster-name=c;2"]),
    ("edition", ["edition=arc-preview", ""], ["edition=arc-preview", "edition=arc-preview&router-ha=no"]),
    ("extension-name", ["", "extension-name=ml"], ["", "compute-name=ml"]),
    ("internal-load-balancer", ["cluster=aks&exposure=internal", "cluster=aks"], ["cluster=aks", "cluster=aks&exposure=internal"]),
    ("internal-load-balancer", ["cluster=aks&exposure=internal", "cluster=aks&exposure=node-port"], ["cluster=aks&exposure=internal", "cluster=aks&workload=training"]),
    ("internal-load-balancer", ["cluster=aks&exposure=internal", "cluster=aks&exposure=cluster-ip"], ["edition=arc-preview&exposure=internal", "edition=arc-preview"]),
    ("certificate-source", ["", "certificate=secret"], ["", "transport=http"]),
    ("certificate-source", ["certificate=secret", ""], ["transport=http", "certificate=secret"]),
    ("node-selector", ["node-selector=pool=ml,zone=1", "node-selector=pool=ml"], ["node-selector=pool=ml", "node-selector=pool=gpu,zone=1"]),
    // In the CLI's source only `Create` creates a workspace and passes its id to the extension.
    ("log-analytics", ["edition=arc-preview", "edition=arc-preview&log-analytics=yes"], ["edition=arc-preview&log-analytics=yes", "edition=arc-preview"]),
    ("log-analytics", ["edition=arc-preview&workload=training", "edition=arc-preview&log-analytics=yes"], ["", "log-analytics=yes"]),
    ("node-selector", ["node-selector=pool=ml", ""], ["node-selector=pool=ml", "node-selector=pool"]),
];

#[test]
fn an_impossible_update_has_its_reason() {
    let ids = |[was, is]: &[&str; 2]| -> Vec<&str> {
        let update = updated(was, is);
        let reasons = update.recreate.as_ref().map(|recreate| recreate.reasons.clone()).unwrap_or_default();
        if !reasons.is_empty() {
            assert_eq!(
                (update.command, update.warnings, update.before),
                (None, vec![], vec![]),
                "{was} → {is}"
            );
        }
        reasons.iter().map(|reason| reason.id()).collect()
    };
    for (id, with, without) in REASONS {
        assert!(ids(with).contains(id), "{id}: {with:?}");
        assert!(!ids(without).contains(id), "{id}: {without:?}");
    }
    for id in ReasonId::ALL {
        assert!(REASONS.iter().any(|(known, ..)| *known == id.id()), "{} has no case", id.id());
        assert!(text::recreate_reason(*id).ends_with('.'));
        assert!(source::ALL.contains(&id.source()));
    }
}

fn step_ids(steps: &[StepId]) -> Vec<&'static str> {
    steps.iter().map(|step| step.id()).collect()
}

#[test]
fn deleting_and_creating_again_is_listed_as_steps() {
    let steps = |was: &str, is: &str| {
        let recreate = updated(was, is).recreate.unwrap();
        (step_ids(&recreate.delete).join(" "), step_ids(&recreate.create).join(" "))
    };
    let pair = |delete: &str, create: &str| (delete.to_owned(), create.to_owned());
    assert_eq!(
        steps("", "certificate=secret"),
        pair("delete-extension", "tls-secret create-extension verify-extension")
    );
    assert_eq!(
        steps("edition=arc-preview", ""),
        pair("delete-extension", "tools create-extension verify-extension")
    );
    // The name is part of one of the accounts that are granted the SCC.
    assert_eq!(
        steps("openshift=yes", "openshift=yes&extension-name=ml"),
        pair("delete-extension", "openshift-scc create-extension verify-extension")
    );
    // Deleting revokes the SCC, so it is granted again although no account differs.
    for (was, is, create) in [
        ("openshift=yes&node-selector=a=b", "openshift=yes", "openshift-scc"),
        ("openshift=yes&certificate=secret", "openshift=yes", "openshift-scc"),
        ("openshift=yes", "openshift=yes&certificate=secret", "openshift-scc tls-secret"),
        ("openshift=yes&node-selector=a=b", "", ""),
    ] {
        let create = format!("{create} create-extension verify-extension");
        assert_eq!(steps(was, is), pair("delete-extension", create.trim_start()), "{was} → {is}");
    }
    assert_eq!(
        steps("", "cluster-name=c2&namespace=ml"),
        pair(
            "detach-compute delete-extension",
            "sign-in tools providers create-extension verify-extension create-namespace attach-compute verify-compute"
        )
    );
}

#[test]
fn a_secret_is_there_before_the_extension_looks_for_it() {
    for was in ["transport=http", "workload=training", "certificate=secret&cert-file=old.pem"] {
        assert_eq!(step_ids(&updated(was, "certificate=secret").before), ["tls-secret"], "{was}");
    }
    assert!(updated("certificate=secret", "certificate=secret&router-ha=no").before.is_empty());
    assert!(updated("", "transport=http").before.is_empty());
}

#[test]
fn a_compute_is_attached_again_and_the_extension_stays() {
    let reattach = |was: &str, is: &str| {
        let update = updated(was, is);
        assert_eq!(update.command, None, "{was} → {is}");
        update.reattach.map(|reattach| {
            let fields: Vec<&str> = reattach.fields.iter().map(|field| field.id()).collect();
            (fields.join(" "), step_ids(&reattach.detach).join(" "), step_ids(&reattach.attach).join(" "))
        })
    };
    let expected = |fields: &str, attach: &str| {
        Some((fields.to_owned(), "detach-compute".to_owned(), attach.to_owned()))
    };
    assert_eq!(reattach("", ""), None);
    assert_eq!(reattach("", "workspace=two"), expected("workspace", "attach-compute verify-compute"));
    assert_eq!(
        reattach("", "namespace=ml&identity=system-assigned"),
        expected("namespace identity", "create-namespace attach-compute verify-compute")
    );
    // An account of the namespace is granted the SCC, too.
    assert_eq!(
        reattach("openshift=yes", "openshift=yes&namespace=ml"),
        expected("namespace", "openshift-scc create-namespace attach-compute verify-compute")
    );
    // The group of the cluster, given explicitly.
    assert_eq!(reattach("", "workspace-resource-group=rg"), None);
    assert_eq!(updated("", "cluster-name=c2&workspace=two").reattach, None);
}

/// Two links and the answers of the compute that are known to differ. As for the cluster, a name that is missing or
/// cannot be used may be any name, and Azure ignores case.
#[rustfmt::skip]
const COMPUTES: &[(&str, &str, &str)] = &[
    ("", "workspace=mlw-a", ""),
    ("workspace=mlw-a", "", ""),
    ("workspace=MLW-a", "workspace=mlw-a", ""),
    ("workspace=mlw-a", "workspace=mlw-b", "workspace"),
    ("workspace=mlw-a", "workspace=b;", ""),
    // The group of the cluster, unless another is named.
    ("", "workspace-resource-group=rg2", ""),
    ("resource-group=rg", "resource-group=rg&workspace-resource-group=rg2", "workspace-resource-group"),
    ("resource-group=rg", "resource-group=rg&workspace-resource-group=RG", ""),
    ("resource-group=rg&workspace-resource-group=rg2", "resource-group=rg", "workspace-resource-group"),
    ("subscription=11111111-2222-3333-4444-55555555555a", "workspace-subscription=11111111-2222-3333-4444-55555555555A", ""),
    ("compute-name=One", "compute-name=one", ""),
    ("compute-name=one", "compute-name=two", "compute-name"),
    ("", "namespace=ml", "namespace"),
    ("identity=user-assigned", "identity=user-assigned&identity-ids=/subscriptions/11111111-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/one", ""),
    ("identity=user-assigned", "identity=system-assigned", "identity"),
    ("", "identity=user-assigned", "identity"),
];

#[test]
fn a_compute_is_attached_again_only_where_it_is_known_to_be_another() {
    for (was, is, expected) in COMPUTES {
        let update = update(&linked(was), &linked(is)).unwrap();
        let fields = update.reattach.map(|reattach| reattach.fields).unwrap_or_default();
        let ids: Vec<&str> = fields.iter().map(|field| field.id()).collect();
        assert_eq!(ids.join(" "), *expected, "{was} → {is}");
    }
}

#[test]
fn a_compute_without_the_extension_has_no_update() {
    let (legacy, current) = (scenario("edition=aks-v1"), scenario(""));
    assert_eq!(update(&legacy, &current), None);
    assert_eq!(update(&current, &legacy), None);
    assert_eq!(update(&legacy, &legacy), None);
}

#[test]
fn what_is_missing_is_a_gap_in_the_command() {
    let update =
        update(&Answers::default(), &answers(&[("cert-file", "c.pem"), ("router-ha", "no")])).unwrap();
    let text = command_text(update.command.as_ref().unwrap(), Shell::Bash, Layout::OneLine);
    assert_eq!(
        text,
        "az k8s-extension update --name arcml-extension --cluster-type connectedClusters --cluster-name <cluster-name> --resource-group <resource-group> --config inferenceRouterHA=False --config-protected sslCertPemFile=c.pem sslKeyPemFile=<key-file>"
    );
}

/// The preview has no ClusterIP: while the new exposure is not known, no part of the old exposure is
/// known to be removed. Two settings of the preview express exposure, and the gap is at one of them.
#[test]
fn nothing_is_forgotten_of_what_is_a_gap() {
    for was in ["exposure=internal", "exposure=node-port", ""] {
        let update = updated(&format!("{PREVIEW}{was}"), &format!("{PREVIEW}exposure=cluster-ip"));
        let text = command_text(update.command.as_ref().unwrap(), Shell::Bash, Layout::OneLine);
        assert_eq!(text.split_once("--config ").map(|(_, config)| config), Some("<exposure>"), "{was}");
    }
    // Unrelated settings are still revoked.
    let update = updated(
        &format!("{PREVIEW}exposure=internal&router-ha=no"),
        &format!("{PREVIEW}exposure=cluster-ip"),
    );
    let text = command_text(update.command.as_ref().unwrap(), Shell::Bash, Layout::OneLine);
    assert!(text.ends_with("--config <exposure> inferenceLoadBalancerHA=True"), "{text}");
}
