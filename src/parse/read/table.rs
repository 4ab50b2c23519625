//! The commands that are read, and their options with the number and meaning of their values. The sources are the
//! reference pages of the commands, and those of `azure-cli-ml` for the first generation.

use super::option::Takes::{self, Many, Maybe, Nothing, Value};
use super::option::ValueKind::{
    self, AutoUpgrade, Body, ClusterType, ComputeFile, ComputeType, Defaults, Distribution, ExtensionType,
    Hint, Identities, IdentityType, Ignored, LoadBalancer, NotCarried, NotCarriedSwitch, ProtectedSettings,
    Purpose, Query, Region, ReleaseNamespace, ResourceId, Scope, Settings, SettingsFile, Subscription, Text,
    Tool, ToolVersion, Train, Url,
};
use super::option::{CommandRow, OptionRow, Verb};
use crate::base::source::{self, Source};
use crate::model::field::Field;

const fn row(names: &'static [&'static str], takes: Takes, kind: ValueKind) -> OptionRow {
    OptionRow { names, deprecated: &[], takes, kind }
}

const fn text(names: &'static [&'static str], field: Field) -> OptionRow {
    row(names, Value, Text(field))
}

const fn other(names: &'static [&'static str]) -> OptionRow {
    row(names, Value, Ignored)
}

/// An option that affects the result, and for which the wizard has no question.
const fn not_carried(names: &'static [&'static str]) -> OptionRow {
    row(names, Value, NotCarried)
}

/// A switch that the CLI also takes with `true` or `false`.
const fn three_state(names: &'static [&'static str]) -> OptionRow {
    row(names, Maybe, NotCarriedSwitch)
}

const fn switch(names: &'static [&'static str]) -> OptionRow {
    row(names, Nothing, Ignored)
}

const fn command(
    head: &'static [&'static str],
    verb: Verb,
    options: &'static [OptionRow],
    required: &'static [&'static str],
    source: Source,
) -> CommandRow {
    CommandRow { head, verb, options, required, source }
}

/// The options of every command of the Azure CLI.
pub(super) const GLOBAL: &[OptionRow] = &[
    row(&["--subscription"], Value, Subscription),
    row(&["--query"], Value, Query),
    other(&["--output", "-o"]),
    switch(&["--debug"]),
    switch(&["--verbose"]),
    switch(&["--only-show-errors"]),
    switch(&["--help", "-h"]),
];

const CLUSTER_GROUP: OptionRow = text(&["--resource-group", "-g"], Field::ResourceGroup);
const WORKSPACE_GROUP: OptionRow = text(&["--resource-group", "-g"], Field::WorkspaceResourceGroup);
const WORKSPACE: OptionRow = text(&["--workspace-name", "-w"], Field::Workspace);
const EXTENSION_NAME: OptionRow = text(&["--name", "-n"], Field::ExtensionName);
const CLUSTER_NAME: OptionRow = text(&["--cluster-name", "-c"], Field::ClusterName);
const CLUSTER_TYPE: OptionRow = row(&["--cluster-type", "-t"], Value, ClusterType);
const COMPUTE_NAME: OptionRow = text(&["--name", "-n"], Field::ComputeName);
const PROVIDER: OptionRow = other(&["--cluster-resource-provider", "--cluster-rp"]);
const NO_WAIT: OptionRow = switch(&["--no-wait"]);
const YES: OptionRow = switch(&["--yes", "-y"]);
// Deprecated names: `_params.py` of k8s-extension, and the verdicts of version 1.7.0.
const SETTINGS: OptionRow = OptionRow {
    deprecated: &["--config-settings"],
    ..row(&["--config", "--configuration-settings", "--config-settings"], Many, Settings)
};
const PROTECTED: OptionRow = OptionRow {
    deprecated: &["--configuration-protected-settings"],
    ..row(
        &["--config-protected", "--config-protected-settings", "--configuration-protected-settings"],
        Many,
        ProtectedSettings,
    )
};
const FILE: OptionRow = OptionRow {
    deprecated: &["--configuration-settings-file"],
    ..row(&["--config-file", "--config-settings-file", "--configuration-settings-file"], Value, SettingsFile)
};
const PROTECTED_FILE: OptionRow = OptionRow {
    deprecated: &["--configuration-protected-settings-file"],
    ..row(
        &[
            "--config-protected-file",
            "--config-protected-settings-file",
            "--configuration-protected-settings-file",
        ],
        Value,
        SettingsFile,
    )
};
const UPGRADE: OptionRow = row(&["--auto-upgrade", "--auto-upgrade-minor-version"], Maybe, AutoUpgrade);
const TRAIN: OptionRow = row(&["--release-train"], Value, Train);
const VERSION: OptionRow = text(&["--version"], Field::ExtensionVersion);
const CREATION: &[OptionRow] = &[
    EXTENSION_NAME,
    CLUSTER_NAME,
    CLUSTER_TYPE,
    CLUSTER_GROUP,
    row(&["--extension-type"], Value, ExtensionType),
    SETTINGS,
    PROTECTED,
    FILE,
    PROTECTED_FILE,
    row(&["--scope"], Value, Scope),
    UPGRADE,
    TRAIN,
    VERSION,
    NO_WAIT,
    PROVIDER,
    row(&["--release-namespace"], Value, ReleaseNamespace),
    not_carried(&["--target-namespace"]),
    not_carried(&["--plan-name"]),
    not_carried(&["--plan-product"]),
    not_carried(&["--plan-publisher"]),
];
const UPDATING: &[OptionRow] = &[
    EXTENSION_NAME,
    CLUSTER_NAME,
    CLUSTER_TYPE,
    CLUSTER_GROUP,
    SETTINGS,
    PROTECTED,
    FILE,
    PROTECTED_FILE,
    UPGRADE,
    TRAIN,
    VERSION,
    NO_WAIT,
    PROVIDER,
    YES,
];
const SHOWING: &[OptionRow] = &[EXTENSION_NAME, CLUSTER_NAME, CLUSTER_TYPE, CLUSTER_GROUP, PROVIDER];
const DELETING: &[OptionRow] = &[
    EXTENSION_NAME,
    CLUSTER_NAME,
    CLUSTER_TYPE,
    CLUSTER_GROUP,
    PROVIDER,
    NO_WAIT,
    YES,
    switch(&["--force"]),
];
const NAMED: &[&str] = &["--name", "--cluster-type", "--cluster-name", "--resource-group"];

const ATTACHING: &[OptionRow] = &[
    WORKSPACE_GROUP,
    WORKSPACE,
    COMPUTE_NAME,
    row(&["--type", "-t"], Value, ComputeType),
    row(&["--resource-id"], Value, ResourceId),
    text(&["--namespace"], Field::Namespace),
    row(&["--identity-type"], Value, IdentityType),
    row(&["--user-assigned-identities", "-i"], Value, Identities),
    row(&["--file", "-f"], Value, ComputeFile),
    NO_WAIT,
    other(&["--admin-username"]),
    other(&["--admin-password"]),
    other(&["--ssh-port"]),
    other(&["--ssh-private-key-file"]),
];
const COMPUTE: &[OptionRow] = &[WORKSPACE_GROUP, WORKSPACE, COMPUTE_NAME, NO_WAIT, YES];
const IN_WORKSPACE: &[&str] = &["--resource-group", "--workspace-name", "--name"];

const CONNECTING: &[OptionRow] = &[
    text(&["--name", "-n"], Field::ClusterName),
    CLUSTER_GROUP,
    row(&["--location", "-l"], Value, Region),
    row(&["--distribution"], Value, Distribution),
    PROXY_HTTPS,
    PROXY_HTTP,
    PROXY_SKIP_RANGE,
    PROXY_CERT,
    not_carried(&["--infrastructure"]),
    KUBE_CONFIG,
    KUBE_CONTEXT,
    TAGS,
    not_carried(&["--custom-locations-oid"]),
    not_carried(&["--onboarding-timeout"]),
    other(&["--correlation-id"]),
    not_carried(&["--distribution-version"]),
    not_carried(&["--azure-hybrid-benefit"]),
    not_carried(&["--private-link-scope-resource-id", "--pls-arm-id"]),
    not_carried(&["--gateway-resource-id"]),
    not_carried(&["--container-log-path"]),
    row(&["--config", "--configuration-settings"], Many, NotCarried),
    row(&["--config-protected", "--config-protected-settings"], Many, NotCarried),
    row(&["--disable-auto-upgrade"], Nothing, NotCarried),
    three_state(&["--enable-private-link"]),
    three_state(&["--enable-oidc-issuer"]),
    not_carried(&["--self-hosted-issuer"]),
    three_state(&["--enable-workload-identity", "--enable-wi"]),
    row(&["--skip-ssl-verification"], Nothing, NotCarried),
    NO_WAIT,
    YES,
];

const ARC_NAME: OptionRow = row(&["--name", "-n"], Value, Hint(Field::ClusterName));
const ARC_GROUP: OptionRow = row(&["--resource-group", "-g"], Value, Hint(Field::ResourceGroup));
const PROXY_HTTPS: OptionRow = not_carried(&["--proxy-https"]);
const PROXY_HTTP: OptionRow = not_carried(&["--proxy-http"]);
const PROXY_SKIP_RANGE: OptionRow = not_carried(&["--proxy-skip-range"]);
const PROXY_CERT: OptionRow = not_carried(&["--proxy-cert", "--custom-ca-cert"]);
const KUBE_CONFIG: OptionRow = not_carried(&["--kube-config"]);
const KUBE_CONTEXT: OptionRow = not_carried(&["--kube-context"]);
const TAGS: OptionRow = row(&["--tags"], Many, NotCarried);

const CONNECTED_NAMED: &[&str] = &["--name", "--resource-group"];

/// `az connectedk8s show` and `list`.
const CONNECTED: &[OptionRow] = &[ARC_NAME, ARC_GROUP];
const CONNECTED_UPDATING: &[OptionRow] = &[
    ARC_NAME,
    ARC_GROUP,
    PROXY_HTTPS,
    PROXY_HTTP,
    PROXY_SKIP_RANGE,
    PROXY_CERT,
    row(&["--disable-proxy"], Nothing, NotCarried),
    not_carried(&["--auto-upgrade"]),
    KUBE_CONFIG,
    KUBE_CONTEXT,
    TAGS,
    row(&["--distribution"], Value, Distribution),
    not_carried(&["--distribution-version"]),
    not_carried(&["--azure-hybrid-benefit"]),
    not_carried(&["--container-log-path"]),
    not_carried(&["--gateway-resource-id"]),
    row(&["--disable-gateway"], Nothing, NotCarried),
    three_state(&["--enable-oidc-issuer"]),
    not_carried(&["--self-hosted-issuer"]),
    three_state(&["--enable-workload-identity", "--enable-wi"]),
    row(&["--disable-workload-identity", "--disable-wi"], Nothing, NotCarried),
    row(&["--skip-ssl-verification"], Nothing, NotCarried),
    YES,
];
const CONNECTED_UPGRADING: &[OptionRow] = &[
    ARC_NAME,
    ARC_GROUP,
    KUBE_CONFIG,
    KUBE_CONTEXT,
    not_carried(&["--agent-version"]),
    not_carried(&["--upgrade-timeout"]),
    row(&["--skip-ssl-verification"], Nothing, NotCarried),
];
const CONNECTED_DELETING: &[OptionRow] = &[
    ARC_NAME,
    ARC_GROUP,
    KUBE_CONFIG,
    KUBE_CONTEXT,
    switch(&["--force"]),
    row(&["--skip-ssl-verification"], Nothing, NotCarried),
    NO_WAIT,
    YES,
];
const CONNECTED_FEATURES: &[OptionRow] = &[
    ARC_NAME,
    ARC_GROUP,
    KUBE_CONFIG,
    KUBE_CONTEXT,
    row(&["--features"], Many, NotCarried),
    not_carried(&["--app-id"]),
    not_carried(&["--app-secret"]),
    not_carried(&["--skip-azure-rbac-list"]),
    not_carried(&["--custom-locations-oid"]),
    row(&["--skip-ssl-verification"], Nothing, NotCarried),
    YES,
];
const CONNECTED_PROXY: &[OptionRow] = &[
    ARC_NAME,
    ARC_GROUP,
    other(&["--token"]),
    other(&["--kube-context"]),
    other(&["--file", "-f"]),
    other(&["--port"]),
    row(&["--ids"], Many, Ignored),
];

const AKS: &[OptionRow] = &[
    row(&["--name", "-n"], Value, Hint(Field::ClusterName)),
    row(&["--resource-group", "-g"], Value, Hint(Field::ResourceGroup)),
    switch(&["--admin", "-a"]),
    switch(&["--overwrite-existing"]),
    other(&["--file", "-f"]),
    other(&["--context"]),
];

const TARGET_CREATING: &[OptionRow] = &[
    COMPUTE_NAME,
    WORKSPACE_GROUP,
    WORKSPACE,
    row(&["--location", "-l"], Value, Region),
    row(&["--cluster-purpose"], Value, Purpose),
    text(&["--agent-count", "-a"], Field::NodeCount),
    text(&["--vm-size", "-s"], Field::VmSize),
    text(&["--ssl-cname"], Field::Cname),
    text(&["--ssl-cert-file"], Field::CertFile),
    text(&["--ssl-key-file"], Field::KeyFile),
    row(&["--load-balancer-type"], Value, LoadBalancer),
    text(&["--load-balancer-subnet"], Field::LoadBalancerSubnet),
    text(&["--vnet-resourcegroup-name"], Field::VnetResourceGroup),
    text(&["--vnet-name"], Field::VnetName),
    text(&["--subnet-name"], Field::SubnetName),
    text(&["--service-cidr"], Field::ServiceCidr),
    text(&["--dns-service-ip"], Field::DnsServiceIp),
    text(&["--docker-bridge-cidr"], Field::DockerBridgeCidr),
    row(&["--subscription-id"], Value, Subscription),
    other(&["--path"]),
    other(&["--output-metadata-file", "-t"]),
    other(&["--ssl-leaf-domain-label"]),
    switch(&["--ssl-overwrite-domain"]),
    switch(&["-v"]),
];
const TARGET_ATTACHING: &[OptionRow] = &[
    COMPUTE_NAME,
    WORKSPACE_GROUP,
    WORKSPACE,
    row(&["--compute-resource-id", "-i"], Value, ResourceId),
    row(&["--subscription-id"], Value, Subscription),
    other(&["--path"]),
    other(&["--output-metadata-file", "-t"]),
    switch(&["-v"]),
];
/// `az ml computetarget attach kubernetes`, of late versions of `azure-cli-ml`.
const TARGET_ATTACHING_KUBERNETES: &[OptionRow] = &[
    COMPUTE_NAME,
    WORKSPACE_GROUP,
    WORKSPACE,
    row(&["--compute-resource-id", "-i"], Value, ResourceId),
    text(&["--namespace"], Field::Namespace),
    row(&["--subscription-id"], Value, Subscription),
    other(&["--path"]),
    other(&["--output-metadata-file", "-t"]),
    switch(&["-v"]),
];
const TARGET_UPDATING: &[OptionRow] = &[
    COMPUTE_NAME,
    WORKSPACE_GROUP,
    WORKSPACE,
    text(&["--ssl-cname"], Field::Cname),
    text(&["--ssl-cert-file"], Field::CertFile),
    text(&["--ssl-key-file"], Field::KeyFile),
    three_state(&["--ssl-disable"]),
    three_state(&["--ssl-renew"]),
    not_carried(&["--ssl-leaf-domain-label"]),
    three_state(&["--ssl-overwrite-domain"]),
    NO_WAIT,
    row(&["--load-balancer-type"], Value, LoadBalancer),
    text(&["--load-balancer-subnet"], Field::LoadBalancerSubnet),
    row(&["--subscription-id"], Value, Subscription),
    other(&["--path"]),
    switch(&["-v"]),
];
const TARGET_DETACHING: &[OptionRow] = &[
    COMPUTE_NAME,
    WORKSPACE_GROUP,
    WORKSPACE,
    row(&["--subscription-id"], Value, Subscription),
    other(&["--path"]),
    switch(&["-v"]),
];

const TOOL: &[OptionRow] = &[
    row(&["--name", "-n"], Value, Tool),
    row(&["--version"], Value, ToolVersion),
    other(&["--source", "-s"]),
    row(&["--upgrade", "-U"], Maybe, Ignored),
    row(&["--allow-preview"], Maybe, Ignored),
    other(&["--index"]),
    other(&["--pip-extra-index-urls"]),
    switch(&["--system"]),
    YES,
];

const NAMESPACE: OptionRow = other(&["--namespace", "-n"]);

/// Every command of the Azure CLI that is read.
pub(super) const COMMANDS: &[CommandRow] = &[
    command(
        &["login"],
        Verb::Other,
        &[
            other(&["--tenant", "-t"]),
            other(&["--username", "-u"]),
            other(&["--password", "-p"]),
            switch(&["--service-principal"]),
            switch(&["--use-device-code"]),
            row(&["--identity", "-i"], Maybe, Ignored),
            switch(&["--allow-no-subscriptions"]),
            row(&["--scope"], Many, Ignored),
        ],
        &[],
        source::CLI_SIGN_IN,
    ),
    command(
        &["account", "set"],
        Verb::SignIn,
        &[row(&["--subscription", "--name", "-s", "-n"], Value, Subscription)],
        &["--subscription"],
        source::CLI_SIGN_IN,
    ),
    command(
        &["rest"],
        Verb::Rest,
        &[
            row(&["--url", "--uri", "-u"], Value, Url),
            row(&["--body", "-b"], Value, Body),
            other(&["--method", "-m"]),
            row(&["--headers"], Many, Ignored),
            row(&["--uri-parameters", "--url-parameters"], Many, Ignored),
            other(&["--resource"]),
            other(&["--output-file"]),
            switch(&["--skip-authorization-header"]),
        ],
        &["--url"],
        source::CLI_REST,
    ),
    command(&["account", "show"], Verb::Other, &[other(&["--name", "-n", "-s"])], &[], source::CLI_SIGN_IN),
    command(
        &["configure"],
        Verb::Defaults,
        &[
            row(&["--defaults", "-d"], Many, Defaults),
            row(&["--list-defaults", "-l"], Maybe, Ignored),
            other(&["--scope"]),
        ],
        &[],
        source::CLI_CONFIGURE,
    ),
    command(&["config", "set"], Verb::Defaults, &[switch(&["--local"])], &[], source::CLI_CONFIGURE),
    command(&["extension", "add"], Verb::Tool, TOOL, &[], source::CLI_EXTENSIONS),
    command(&["extension", "update"], Verb::Other, TOOL, &[], source::CLI_EXTENSIONS),
    command(&["extension", "remove"], Verb::Other, TOOL, &[], source::CLI_EXTENSIONS),
    command(&["extension", "show"], Verb::Other, TOOL, &[], source::CLI_EXTENSIONS),
    command(
        &["provider", "register"],
        Verb::Other,
        &[NAMESPACE, switch(&["--wait"]), switch(&["--consent-to-permissions"])],
        &["--namespace"],
        source::PROVIDERS,
    ),
    command(
        &["provider", "show"],
        Verb::Other,
        &[NAMESPACE, other(&["--expand"])],
        &["--namespace"],
        source::PROVIDERS,
    ),
    command(
        &["aks", "get-versions"],
        Verb::Versions,
        &[row(&["--location", "-l"], Value, Hint(Field::Region))],
        &["--location"],
        source::CLI_AKS,
    ),
    command(&["aks", "show"], Verb::Aks, AKS, &["--name", "--resource-group"], source::CLI_AKS),
    command(&["aks", "get-credentials"], Verb::Aks, AKS, &["--name", "--resource-group"], source::CLI_AKS),
    command(&["connectedk8s", "connect"], Verb::Connect, CONNECTING, CONNECTED_NAMED, source::CLI_CONNECTED),
    command(&["connectedk8s", "show"], Verb::Connected, CONNECTED, CONNECTED_NAMED, source::CLI_CONNECTED),
    command(&["connectedk8s", "list"], Verb::Other, CONNECTED, &[], source::CLI_CONNECTED),
    command(
        &["connectedk8s", "update"],
        Verb::Connected,
        CONNECTED_UPDATING,
        CONNECTED_NAMED,
        source::CLI_CONNECTED,
    ),
    command(
        &["connectedk8s", "upgrade"],
        Verb::Connected,
        CONNECTED_UPGRADING,
        CONNECTED_NAMED,
        source::CLI_CONNECTED,
    ),
    command(
        &["connectedk8s", "delete"],
        Verb::Connected,
        CONNECTED_DELETING,
        CONNECTED_NAMED,
        source::CLI_CONNECTED,
    ),
    command(
        &["connectedk8s", "enable-features"],
        Verb::Connected,
        CONNECTED_FEATURES,
        CONNECTED_NAMED,
        source::CLI_CONNECTED,
    ),
    command(
        &["connectedk8s", "disable-features"],
        Verb::Connected,
        CONNECTED_FEATURES,
        CONNECTED_NAMED,
        source::CLI_CONNECTED,
    ),
    command(&["connectedk8s", "proxy"], Verb::Connected, CONNECTED_PROXY, &[], source::CLI_CONNECTED),
    command(
        &["k8s-extension", "create"],
        Verb::Create,
        CREATION,
        &["--name", "--cluster-type", "--cluster-name", "--resource-group", "--extension-type"],
        source::CLI_EXTENSION,
    ),
    command(&["k8s-extension", "update"], Verb::Update, UPDATING, NAMED, source::CLI_EXTENSION),
    command(&["k8s-extension", "show"], Verb::Extension, SHOWING, NAMED, source::CLI_EXTENSION),
    command(&["k8s-extension", "delete"], Verb::Extension, DELETING, NAMED, source::CLI_EXTENSION),
    command(
        &["k8s-extension", "list"],
        Verb::Extension,
        &[CLUSTER_NAME, CLUSTER_TYPE, CLUSTER_GROUP, PROVIDER],
        &["--cluster-type", "--cluster-name", "--resource-group"],
        source::CLI_EXTENSION,
    ),
    command(
        &["ml", "compute", "attach"],
        Verb::Attach,
        ATTACHING,
        &["--resource-group", "--workspace-name", "--name", "--type", "--resource-id"],
        source::CLI_COMPUTE,
    ),
    command(&["ml", "compute", "detach"], Verb::Compute, COMPUTE, IN_WORKSPACE, source::CLI_COMPUTE),
    command(&["ml", "compute", "show"], Verb::Compute, COMPUTE, IN_WORKSPACE, source::CLI_COMPUTE),
    command(
        &["ml", "compute", "update"],
        Verb::Compute,
        &[
            WORKSPACE_GROUP,
            WORKSPACE,
            COMPUTE_NAME,
            row(&["--identity-type"], Value, IdentityType),
            row(&["--user-assigned-identities", "-i"], Value, Identities),
            row(&["--set", "--add", "--remove"], Many, NotCarried),
            row(&["--force-string"], Nothing, Ignored),
            not_carried(&["--max-instances"]),
            not_carried(&["--min-instances"]),
            not_carried(&["--idle-time-before-scale-down"]),
            TAGS,
            NO_WAIT,
        ],
        IN_WORKSPACE,
        source::CLI_COMPUTE,
    ),
    command(&["ml", "compute", "delete"], Verb::Compute, COMPUTE, IN_WORKSPACE, source::CLI_COMPUTE),
    command(
        &["ml", "compute", "list"],
        Verb::Compute,
        &[
            WORKSPACE_GROUP,
            WORKSPACE,
            other(&["--type"]),
            other(&["--max-results", "-r"]),
            switch(&["--all-results"]),
        ],
        &["--resource-group", "--workspace-name"],
        source::CLI_COMPUTE,
    ),
    command(
        &["ml", "computetarget", "create", "aks"],
        Verb::TargetCreate,
        TARGET_CREATING,
        &["--name"],
        source::CLI_TARGET_CREATE,
    ),
    command(
        &["ml", "computetarget", "attach", "aks"],
        Verb::TargetAttach,
        TARGET_ATTACHING,
        &["--name", "--compute-resource-id"],
        source::CLI_TARGET_ATTACH,
    ),
    command(
        &["ml", "computetarget", "update", "aks"],
        Verb::TargetUpdate,
        TARGET_UPDATING,
        &["--name"],
        source::CLI_TARGET_UPDATE,
    ),
    command(
        &["ml", "computetarget", "attach", "kubernetes"],
        Verb::Attach,
        TARGET_ATTACHING_KUBERNETES,
        &["--name", "--compute-resource-id"],
        source::CLI_TARGET_ATTACH,
    ),
    command(
        &["ml", "computetarget", "show"],
        Verb::TargetShow,
        TARGET_DETACHING,
        &["--name"],
        source::CLI_TARGET_DETACH,
    ),
    command(
        &["ml", "computetarget", "detach"],
        Verb::TargetDetach,
        TARGET_DETACHING,
        &["--name"],
        source::CLI_TARGET_DETACH,
    ),
];

/// Options of kubectl and oc that have a value. The value is not an argument.
pub(super) const KUBECTL_VALUES: &[&str] = &[
    "-n",
    "--namespace",
    "--context",
    "--kubeconfig",
    "--cluster",
    "-o",
    "--output",
    "-l",
    "--selector",
    "-f",
    "--filename",
    "--from-file",
    "--from-literal",
    "--type",
    "-s",
    "--server",
    "--user",
    "-z",
];
