//! Every plan of the wizard is read back as its own scenario, in every shell, and any text that is
//! pasted is read safely.

use crate::read::{ATTACH, CREATE, OTHER_SUBSCRIPTION, SUBSCRIPTION, ids};
use crate::support::{answers, linked, product};
use azureml_k8s_wizard::analysis::check::Severity;
use azureml_k8s_wizard::analysis::outcome::outcome;
use azureml_k8s_wizard::model::answers::Answers;
use azureml_k8s_wizard::model::choice::{Choice as _, Edition, Layout, Shell};
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::output::tokens;
use azureml_k8s_wizard::parse::read::{read, repaired};
use azureml_k8s_wizard::plan::Body;
use azureml_k8s_wizard::{shell, text};

/// The names that a plan is filled in with.
const NAMES: &[(&str, &str)] = &[
    ("subscription", SUBSCRIPTION),
    ("resource-group", "rg.prod_1"),
    ("cluster-name", "c-1"),
    ("workspace", "mlw-1"),
    ("cert-file", "/certs/my tls.pem"),
    ("key-file", "C:\\keys\\it's.pem"),
    ("tls-secret", "my-secret"),
    ("cname", "*.ml.example.org"),
    (
        "identity-ids",
        "/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-1,/subscriptions/99999999-2222-3333-4444-555555555555/resourceGroups/rg/providers/Microsoft.ManagedIdentity/userAssignedIdentities/id-2",
    ),
];

/// Everything that a plan writes as commands, in every shell and layout.
fn written(answers: &Answers, shell: Shell, layout: Layout) -> String {
    let plan = outcome(answers).plan;
    let outputs = plan.steps.iter().flat_map(|step| &step.outputs);
    let commands = outputs.filter(|output| matches!(output.body, Body::Commands(_)));
    commands.map(|output| tokens::output_text(output, shell, layout) + "\n").collect()
}

/// The answers without those that no command contains.
fn carried(answers: &Answers) -> Answers {
    let mut carried = Answers::default();
    for (field, text) in answers.differing() {
        let is_carried = match field {
            // Answers only for the wizard or the SDK.
            Field::NodeCount
            | Field::VmSize
            | Field::Purpose
            | Field::LoadBalancer
            | Field::LoadBalancerSubnet => answers.text(Field::Task) == "create",
            Field::NvidiaPluginPresent | Field::VmCores => false,
            // An AKS cluster never is.
            Field::Openshift => answers.text(Field::Cluster) == "arc",
            // The preview has files alone.
            Field::Certificate => answers.edition() == Edition::Current,
            _ => true,
        };
        if is_carried && (field.applies(answers) || field == Field::Edition) {
            carried.set(field, text).unwrap();
        }
    }
    carried
}

/// Asserts that a plan's commands are read as the scenario of the plan.
fn comes_back(pairs: &[(&str, &str)]) {
    let answers = answers(pairs);
    for (shell, _) in Shell::ALL {
        for layout in [Layout::Lines, Layout::OneLine] {
            let text = written(&answers, *shell, layout);
            // A text that bash reads the same way may be detected as bash.
            let is_of_bash = text == written(&answers, Shell::Bash, layout);
            let reading = read(&text, Some(if is_of_bash { Shell::Bash } else { *shell }));
            assert_eq!(reading.edition, answers.edition(), "{text}");
            let mut expected = carried(&answers);
            // A value that a shell cannot pass is a placeholder in its commands.
            for (field, _) in shell::refused(&outcome(&answers).plan, *shell) {
                expected.set(field, "").unwrap();
            }
            assert_eq!(link::write(&carried(&reading.answers)), link::write(&expected), "{text}");
            assert_eq!(written(&reading.answers, *shell, layout), text);
            assert!(reading.not_understood.is_empty(), "{text}");
            let repairable = reading.findings.iter().find(|finding| !finding.edits.is_empty());
            assert_eq!(repairable, None, "{text}");
        }
    }
}

#[test]
fn every_plan_with_an_extension_comes_back_as_it_was() {
    let axes: &[&[&[(&str, &str)]]] = &[
        &[&[("edition", "current")], &[("edition", "arc-preview")]],
        &[
            &[("cluster", "aks")],
            &[("cluster", "arc")],
            &[("cluster", "arc"), ("connected", "no"), ("region", "westeurope")],
            &[("cluster", "arc"), ("openshift", "yes")],
        ],
        &[&[("workload", "training")], &[("workload", "inference")], &[("workload", "both")]],
        &[
            &[("exposure", "public")],
            &[("exposure", "internal")],
            &[("exposure", "node-port")],
            &[("exposure", "cluster-ip")],
        ],
        &[&[("transport", "http")], &[("certificate", "files")], &[("certificate", "secret")]],
    ];
    for pairs in product(axes) {
        let pairs = [NAMES, &pairs].concat();
        let is_preview = pairs.contains(&("edition", "arc-preview"));
        // Values that the edition does not have leave a placeholder, and no command to read back.
        if is_preview
            && (pairs.contains(&("exposure", "cluster-ip")) || pairs.contains(&("certificate", "secret")))
        {
            continue;
        }
        comes_back(&pairs);
    }
}

/// In any shell's spelling, which is read as one.
#[test]
fn a_path_below_the_home_folder_comes_back() {
    for structure in
        [&[("edition", "current")][..], &[("certificate", "secret")], &[("edition", "arc-preview")]]
    {
        for (cert, key) in [("~/certs/tls.pem", "~/tls.key"), ("~/my certs/it's.pem", "/keys/~/tls.key")] {
            comes_back(&[NAMES, structure, &[("cert-file", cert), ("key-file", key)]].concat());
        }
    }
    for (path, shell) in [
        ("\"$HOME\"/certs/tls.pem", Shell::Bash),
        ("\"$HOME/certs/tls.pem\"", Shell::Bash),
        ("$HOME/certs/tls.pem", Shell::Bash),
        ("~/certs/tls.pem", Shell::Bash),
        ("$HOME/certs/tls.pem", Shell::PowerShell),
        ("$env:USERPROFILE\\certs\\tls.pem", Shell::PowerShell),
        ("%USERPROFILE%\\certs\\tls.pem", Shell::Cmd),
        ("%UserProfile%\\certs\\tls.pem", Shell::Cmd),
    ] {
        let command = format!("az ml computetarget create aks -n aks --ssl-cname a.b --ssl-cert-file {path}");
        let reading = read(&command, Some(shell));
        assert_eq!(reading.answers.text(Field::CertFile), "~/certs/tls.pem", "{command}");
        // What there is to say is about the edition.
        let about: Vec<Field> = reading.findings.iter().flat_map(|finding| finding.fields.clone()).collect();
        assert_eq!(about, [Field::Edition], "{command}");
    }
}

#[test]
fn every_switch_of_a_plan_comes_back() {
    let switches: &[&[(&str, &str)]] = &[
        &[("router-ha", "no")],
        &[("nvidia-plugin", "yes")],
        &[("nvidia-plugin", "no")],
        &[("log-analytics", "yes")],
        &[("volcano", "no")],
        &[("prometheus-operator", "no")],
        &[("dcgm-exporter", "yes")],
        &[("node-selector", "agentpool=ml,topology.kubernetes.io/zone=")],
        &[("auto-upgrade", "no")],
        &[("auto-upgrade", "no"), ("extension-version", "1.1.42")],
        &[("extension-name", "ext-1"), ("compute-name", "k8s-1")],
        &[("namespace", "ml-team")],
        &[("namespace", "ml-team"), ("openshift", "yes"), ("connected", "no"), ("region", "eastus")],
        &[("identity", "system-assigned")],
        &[("identity", "user-assigned")],
        &[("workspace-resource-group", "rg-ws")],
        &[("workspace-subscription", OTHER_SUBSCRIPTION)],
        &[("workspace-subscription", OTHER_SUBSCRIPTION), ("workspace-resource-group", "rg-ws")],
    ];
    for edition in ["current", "arc-preview"] {
        for cluster in ["aks", "arc"] {
            for switch in switches {
                comes_back(&[NAMES, &[("edition", edition), ("cluster", cluster)], switch].concat());
            }
        }
    }
}

#[test]
fn every_plan_of_the_first_generation_comes_back() {
    let no_files: &[(&str, &str)] = &[("cert-file", ""), ("key-file", ""), ("cname", "")];
    let axes: &[&[&[(&str, &str)]]] = &[
        &[&[("task", "create")], &[("task", "attach")], &[("task", "detach")]],
        &[&[], &[("purpose", "dev-test"), ("node-count", "4")]],
        &[&[], &[("region", "westus2")]],
        &[
            &[],
            &[("load-balancer", "internal")],
            &[("load-balancer", "internal"), ("load-balancer-subnet", "snet")],
        ],
        &[&[], no_files],
        &[
            &[],
            &[
                ("vm-size", "Standard_D4s_v3"),
                ("vnet-name", "vnet"),
                ("vnet-resource-group", "rg-net"),
                ("subnet-name", "snet"),
                ("service-cidr", "10.0.0.0/16"),
                ("dns-service-ip", "10.0.0.10"),
                ("docker-bridge-cidr", "172.17.0.1/16"),
            ],
        ],
    ];
    for pairs in product(axes) {
        let mut pairs = [NAMES, &[("edition", "aks-v1")], pairs.as_slice()].concat();
        // Only the attach command names the cluster's group beside the workspace's.
        if pairs.contains(&("task", "attach")) {
            pairs.extend([
                ("workspace-resource-group", "rg-ws"),
                ("workspace-subscription", OTHER_SUBSCRIPTION),
            ]);
        }
        comes_back(&pairs);
    }
}

#[test]
fn a_plan_with_gaps_comes_back_with_gaps() {
    for link in [
        "",
        "edition=arc-preview",
        "edition=aks-v1",
        "cluster=aks&certificate=secret",
        "edition=aks-v1&task=attach",
    ] {
        let answers = linked(link);
        let text = written(&answers, Shell::Bash, Layout::Lines);
        let reading = read(&text, None);
        assert_eq!(link::write(&reading.answers), link::write(&answers), "{text}");
        assert!(
            reading.findings.iter().all(|finding| finding.severity != Severity::Error),
            "{:?}",
            ids(&reading)
        );
    }
}

proptest::proptest! {
    #![proptest_config(proptest::prelude::ProptestConfig { cases: crate::support::times(512), ..Default::default() })]

    #[test]
    fn any_text_is_read_and_every_place_is_in_it(
        before in proptest::sample::select(&["", CREATE, ATTACH][..]),
        pieces in proptest::collection::vec(proptest::sample::select(PIECES), 0..40),
        noise in "\\PC{0,6}",
        shell in proptest::option::of(proptest::sample::select(&[Shell::Bash, Shell::PowerShell, Shell::Cmd][..])),
    ) {
        let text = before.to_owned() + &pieces.concat() + &noise + &pieces.join(" ");
        let reading = read(&text, shell);
        let spans = reading.findings.iter().map(|finding| &finding.span);
        let spans = spans.chain(reading.commands.iter().map(|command| &command.span)).chain(&reading.not_understood);
        for span in spans {
            proptest::prop_assert!(text.get(span.clone()).is_some(), "{span:?} of {text:?}");
        }
        for finding in &reading.findings {
            let mut at = 0;
            for edit in &finding.edits {
                proptest::prop_assert!(edit.span.start >= at && text.get(edit.span.clone()).is_some(), "{text:?}");
                at = edit.span.end;
            }
            let _ = text::read_finding(finding, &text, &reading.answers);
        }
        let fixed = repaired(&text, &reading);
        let again = read(&fixed, Some(reading.shell));
        let left = again.findings.iter().find(|finding| !finding.edits.is_empty());
        proptest::prop_assert_eq!(left, None, "{}\n{}", text, fixed);
    }
}

/// Pieces of commands, right and wrong.
const PIECES: &[&str] = &[
    "az k8s-extension create ",
    "az k8s-extension update ",
    "az ml compute attach ",
    "kubectl create secret generic s ",
    "RUN az ml compute attach --type kubernetes ",
    "x 'az k8s-extension create -n e ",
    "\\\"",
    "{{ a }}",
    "{a}",
    "&nbsp;",
    "&lt;a&gt;",
    "<#",
    "#>",
    "”",
    "\n--scope cluster ",
    "\n",
    "\r\n",
    " ",
    "\\\n",
    "`\n",
    "^\n",
    "'",
    "\"",
    "“",
    "’",
    "`",
    "$(",
    ")",
    "${",
    "}",
    "$RG",
    "%RG%",
    "RG=x y",
    ";",
    "--config ",
    "--config-protected ",
    "enableInference=True ",
    "enableTraining=Ture ",
    "sslKeyPemFile=k",
    "ssKeyPMFile=k ",
    "sslSecret=s ",
    "inferenceRouterServiceType=LoadBalancer ",
    "privateEndpointILB=True ",
    "inferenceLoadBalancerHA=False ",
    "--extension-type Microsoft.AzureML.Kubernetes ",
    "--resource-group ",
    "–name ",
    "—",
    "<a b>",
    "<",
    ">",
    "--",
    "=",
    ",",
    "--resource-id /subscriptions/s/resourceGroups/r/providers/Microsoft.Kubernetes/managedclusters/c ",
    "\u{A0}",
    "\u{200B}",
    "-i subscriptions/a ",
    "--user-assigned-identities ",
    "<path-PEM-ile>",
    "--query \"[?a == `true`]\" ",
    "# ",
    "> ",
    "é",
    "\u{202E}",
];
