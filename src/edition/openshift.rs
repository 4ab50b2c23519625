//! OpenShift: the extension's accounts need the privileged SCC. Each edition has one table of accounts. There are
//! three forms of granting the SCC, and each has a form that revokes it.
//! <https://learn.microsoft.com/azure/machine-learning/reference-kubernetes>

use super::kubernetes::{is_default, step};
use crate::base::source;
use crate::model::scenario::{ClusterReference, Extension, Slot};
use crate::model::value::{EXTENSION_NAMESPACE, Namespace, Value};
use crate::plan::{Body, Command, NoteId, Output, OutputId, Program, Step, StepId, Template, Word, YamlFile};

/// A service account.
pub struct Account {
    /// Its namespace.
    pub home: Home,
    /// Its name, or the rest of its name after the extension's name.
    pub name: &'static str,
    /// Whether its name begins with the extension's name.
    pub of_extension: bool,
}

/// The namespace of a service account.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Home {
    /// The namespace of Azure Arc's agents.
    AzureArc,
    /// The namespace of the extension.
    AzureMl,
    /// The namespace of the compute. A compute without its own namespace has no account here.
    Compute,
}

/// An account in the extension's namespace.
pub(super) const fn azureml(name: &'static str) -> Account {
    Account { home: Home::AzureMl, name, of_extension: false }
}

/// An account in the extension's namespace whose name begins with the extension's name.
pub(super) const fn of_extension(name: &'static str) -> Account {
    Account { home: Home::AzureMl, name, of_extension: true }
}

/// An account in another namespace.
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
    /// The namespace's name if it is fixed, not an answer.
    fn fixed(self) -> Option<&'static str> {
        match self {
            Self::AzureArc => Some("azure-arc"),
            Self::AzureMl => Some(EXTENSION_NAMESPACE),
            Self::Compute => None,
        }
    }

    fn word(self, namespace: &Slot<Namespace>) -> Word {
        self.fixed().map_or_else(|| Word::slot(namespace), Word::fixed)
    }
}

/// An account and its namespace in a scenario.
type Housed = (Home, &'static Account);

/// The accounts of a scenario, each once. A compute may use the namespace of the extension or of Azure Arc's agents.
/// Its accounts are then listed under that namespace.
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

/// The step that grants the SCC. `None` if the cluster is not OpenShift.
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

/// The outputs that revoke the SCC. Empty if the cluster is not OpenShift.
pub(super) fn removal(table: &'static [Account], scenario: &Extension) -> Vec<Output> {
    if !scenario.cluster.is_openshift() {
        return Vec::new();
    }
    // Azure Arc's agent keeps the SCC, and the role keeps the agent's binding, because the cluster stays connected.
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

/// The verb of `oc adm policy` that revokes this permission.
const REMOVE: &str = "remove-scc-from-user";

/// The three forms of granting the SCC to accounts or revoking it.
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

/// The role that may use the SCC. It has its own name so that it replaces no existing role.
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

/// Binds the role to accounts of a namespace.
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

/// The role, and a binding in each namespace. The file contains no namespace, so deleting its resources deletes no
/// workload.
fn role_binding(homes: &[Home], accounts: &[Housed], scenario: &Extension) -> YamlFile {
    let documents = bindings(Template::new(ROLE), homes, accounts, scenario);
    binding_file("scc-rolebinding.yaml", oc(&["apply"]), documents)
}

/// Appends a binding for each of these namespaces.
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

/// The files that grant and revoke have different contents. They have different names so that a user who saves both
/// cannot confuse them.
fn binding_file(name: &'static str, apply: Command, documents: Template) -> YamlFile {
    YamlFile { before: Vec::new(), apply, option: "--filename", name, documents }
}

/// The permission that Azure Arc's agent needs before the cluster is connected. `None` if the cluster is not
/// OpenShift.
pub(super) fn agent(cluster: &ClusterReference) -> Option<Command> {
    let user = Word::fixed("system:serviceaccount:azure-arc:azure-arc-kube-aad-proxy-sa");
    cluster.is_openshift().then(|| policy(ADD, user))
}
