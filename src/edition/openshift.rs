//! OpenShift: the extension's accounts need the privileged SCC. One table an edition, three ways to grant it, and the
//! way back of each.
//! <https://learn.microsoft.com/azure/machine-learning/reference-kubernetes>

use super::kubernetes::{is_default, step};
use crate::base::source;
use crate::model::scenario::{ClusterReference, Extension, Slot};
use crate::model::value::{Namespace, Value};
use crate::plan::{Body, Command, NoteId, Output, OutputId, Program, Step, StepId, Template, Word, YamlFile};

/// A service account.
pub struct Account {
    /// Where it lives.
    pub home: Home,
    /// Its name, or what follows the extension's name in it.
    pub name: &'static str,
    /// Whether its name begins with the extension's.
    pub of_extension: bool,
}

/// The namespace of a service account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// That of Azure Arc's agents.
    AzureArc,
    /// That of the extension.
    AzureMl,
    /// That of the compute. Without a namespace of its own the compute has no account here.
    Compute,
}

/// An account of the extension's namespace.
pub(super) const fn azureml(name: &'static str) -> Account {
    Account { home: Home::AzureMl, name, of_extension: false }
}

/// An account of the extension's namespace that bears the extension's name.
pub(super) const fn of_extension(name: &'static str) -> Account {
    Account { home: Home::AzureMl, name, of_extension: true }
}

/// An account of another namespace.
pub(super) const fn account(home: Home, name: &'static str) -> Account {
    Account { home, name, of_extension: false }
}

impl Account {
    /// The account's name.
    fn name(&self, scenario: &Extension) -> Word {
        if self.of_extension {
            Word::slot(&scenario.extension_name).and_fixed(self.name)
        } else {
            Word::fixed(self.name)
        }
    }

    /// The account as a user: `system:serviceaccount:<namespace>:<name>`.
    fn user(&self, home: Home, scenario: &Extension) -> Word {
        let user = match home {
            Home::AzureArc => Word::fixed("system:serviceaccount:azure-arc:"),
            Home::AzureMl => Word::fixed("system:serviceaccount:azureml:"),
            Home::Compute => {
                Word::fixed("system:serviceaccount:").and_slot(&scenario.namespace).and_fixed(":")
            }
        };
        user.and(self.name(scenario))
    }
}

impl Home {
    /// The namespace's name, where it is no answer.
    fn fixed(self) -> Option<&'static str> {
        match self {
            Self::AzureArc => Some("azure-arc"),
            Self::AzureMl => Some("azureml"),
            Self::Compute => None,
        }
    }

    fn word(self, namespace: &Slot<Namespace>) -> Word {
        self.fixed().map_or_else(|| Word::slot(namespace), Word::fixed)
    }
}

/// An account with the namespace that it has in a scenario.
type Housed = (Home, &'static Account);

/// The accounts of a scenario, each once. A compute may live in the namespace of the extension or of Azure Arc's agents;
/// then that is its home.
fn accounts(table: &'static [Account], scenario: &Extension) -> Vec<Housed> {
    let mut accounts: Vec<Housed> = Vec::with_capacity(table.len());
    for account in table {
        let home = match account.home {
            Home::Compute if is_default(&scenario.namespace) => continue,
            Home::Compute => home_of(&scenario.namespace),
            home => home,
        };
        let is_same = |(known, other): &Housed| {
            *known == home && other.name == account.name && other.of_extension == account.of_extension
        };
        if !accounts.iter().any(is_same) {
            accounts.push((home, account));
        }
    }
    accounts
}

fn home_of(namespace: &Slot<Namespace>) -> Home {
    let name = namespace.value.as_ref().map(Value::as_str);
    [Home::AzureArc, Home::AzureMl].into_iter().find(|home| home.fixed() == name).unwrap_or(Home::Compute)
}

/// The step that grants; nothing off OpenShift.
pub(super) fn grant(table: &'static [Account], scenario: &Extension) -> Option<Step> {
    if !scenario.cluster.is_openshift() {
        return None;
    }
    let accounts = accounts(table, scenario);
    let namespace = |home: &Home| oc(&["create", "namespace"]).argument(home.word(&scenario.namespace));
    let file = || {
        let homes = homes(&accounts);
        YamlFile {
            before: homes.iter().filter(|home| **home != Home::AzureArc).map(namespace).collect(),
            ..role_binding(&homes, &accounts, scenario)
        }
    };
    let outputs = scc_outputs(file, ADD, users(&accounts, scenario));
    let notes = vec![NoteId::OpenshiftSccFirst, NoteId::SccEditDoesNotLast, NoteId::AlreadyExists];
    Some(step(StepId::OpenshiftScc, outputs, notes, &[source::REFERENCE, source::OPENSHIFT_SCC]))
}

/// The outputs that take back what was granted; none off OpenShift.
pub(super) fn removal(table: &'static [Account], scenario: &Extension) -> Vec<Output> {
    if !scenario.cluster.is_openshift() {
        return Vec::new();
    }
    // Azure Arc's agent keeps it, and the role stays with its binding: the cluster stays connected.
    let mut ours = accounts(table, scenario);
    ours.retain(|(home, _)| *home != Home::AzureArc);
    let file = || {
        let apply = oc(&["delete"]).switch("--ignore-not-found");
        let bindings = bindings(Template::default(), &homes(&ours), &ours, scenario);
        binding_file("scc-rolebinding-removal.yaml", apply, bindings)
    };
    scc_outputs(file, REMOVE, users(&ours, scenario))
}

/// The verb of `oc adm policy` that lets an account use an SCC.
const ADD: &str = "add-scc-to-user";

/// The verb of `oc adm policy` that takes that back.
const REMOVE: &str = "remove-scc-from-user";

/// The three ways to say which accounts may use the SCC, or may no more.
fn scc_outputs(file: impl FnOnce() -> YamlFile, verb: &'static str, users: Vec<Word>) -> Vec<Output> {
    let policies = users.iter().map(|user| policy(verb, user.clone())).collect();
    vec![
        Output::yaml(OutputId::SccRolebinding, file),
        Output { id: OutputId::SccOc, body: Body::Commands(policies) },
        Output::items(OutputId::SccUsers, || users),
    ]
}

fn oc(head: &[&'static str]) -> Command {
    Command::new(Program::Oc, head)
}

fn users(accounts: &[Housed], scenario: &Extension) -> Vec<Word> {
    accounts.iter().map(|(home, account)| account.user(*home, scenario)).collect()
}

fn policy(verb: &'static str, user: Word) -> Command {
    oc(&["adm", "policy", verb, "privileged"]).argument(user)
}

/// The namespaces that have accounts.
fn homes(accounts: &[Housed]) -> Vec<Home> {
    let mut homes = vec![Home::AzureArc, Home::AzureMl, Home::Compute];
    homes.retain(|home| accounts.iter().any(|(known, _)| known == home));
    homes
}

/// May use the SCC. Of a name of our own, so that it takes nothing over.
const ROLE: &str = "\
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: azureml-privileged-scc
rules:
- apiGroups:
  - security.openshift.io
  resources:
  - securitycontextconstraints
  resourceNames:
  - privileged
  verbs:
  - use
";

/// Gives the role to accounts of a namespace.
const BINDING: &str = "\
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: azureml-privileged-scc
  namespace: {namespace}
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: azureml-privileged-scc
subjects:
";

const SUBJECT: &str = "\
- kind: ServiceAccount
  name: {name}
  namespace: {namespace}
";

/// The role, and a binding in each namespace. It holds no namespace, so that deleting what it holds deletes no
/// workload.
fn role_binding(homes: &[Home], accounts: &[Housed], scenario: &Extension) -> YamlFile {
    let documents = bindings(Template::new(ROLE), homes, accounts, scenario);
    binding_file("scc-rolebinding.yaml", oc(&["apply"]), documents)
}

/// Documents with a binding in each of these namespaces behind them.
fn bindings(mut documents: Template, homes: &[Home], accounts: &[Housed], scenario: &Extension) -> Template {
    for home in homes {
        let namespace = || home.word(&scenario.namespace);
        documents = documents.word(BINDING, "namespace", namespace());
        for (_, account) in accounts.iter().filter(|(known, _)| known == home) {
            let words = vec![("name", account.name(scenario)), ("namespace", namespace())];
            documents = documents.words(SUBJECT, words);
        }
    }
    documents
}

/// What grants and what takes back hold different documents, so that each has a name of its own: saved side by side, one
/// is not taken for the other.
fn binding_file(name: &'static str, apply: Command, documents: Template) -> YamlFile {
    YamlFile { before: Vec::new(), apply, option: "--filename", name, documents }
}

/// What Azure Arc's agent needs before the cluster is connected; nothing off OpenShift.
pub(super) fn agent(cluster: &ClusterReference) -> Option<Command> {
    let user = Word::fixed("system:serviceaccount:azure-arc:azure-arc-kube-aad-proxy-sa");
    cluster.is_openshift().then(|| policy(ADD, user))
}
