//! OpenShift: the extension's accounts need the privileged SCC. One table an edition, three ways to grant it, and the
//! way back of each.
//! <https://learn.microsoft.com/azure/machine-learning/reference-kubernetes>

use super::kubernetes::{is_default, step};
use crate::plan::{Body, Command, NoteId, Output, OutputId, Program, Step, StepId, Template, Word, YamlFile};
use crate::scenario::{Extension, Slot};
use crate::source;
use crate::value::Namespace;

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
    fn user(&self, scenario: &Extension) -> Word {
        let user = Word::fixed("system:serviceaccount:");
        let user = match self.home.fixed() {
            Some(namespace) => user.and_fixed(namespace),
            None => user.and_slot(&scenario.namespace),
        }
        .and_fixed(":");
        if self.of_extension {
            user.and_slot(&scenario.extension_name).and_fixed(self.name)
        } else {
            user.and_fixed(self.name)
        }
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

/// The accounts of a scenario.
fn accounts<'a>(table: &'a [Account], scenario: &Extension) -> impl Iterator<Item = &'a Account> {
    let has_home = !is_default(&scenario.namespace);
    table.iter().filter(move |account| account.home != Home::Compute || has_home)
}

/// The step that grants; nothing off OpenShift.
pub(super) fn grant(table: &'static [Account], scenario: &Extension) -> Option<Step> {
    if !scenario.cluster.is_openshift() {
        return None;
    }
    let namespace = |home: Home| oc(&["create", "namespace"]).argument(home.word(&scenario.namespace));
    let file = YamlFile {
        before: homes(table, scenario)
            .filter(|home| *home != Home::AzureArc)
            .map(|home| {
                let get = oc(&["get", "namespace"]).argument(home.word(&scenario.namespace));
                namespace(home).or_exists(get)
            })
            .collect(),
        ..role_binding(table, scenario, oc(&["apply"]))
    };
    let outputs = vec![
        Output { id: OutputId::SccRolebinding, body: Body::Yaml(file) },
        Output { id: OutputId::SccOc, body: Body::Commands(policy("add-scc-to-user", table, scenario)) },
        Output { id: OutputId::SccUsers, body: Body::Items(users(table, scenario)) },
    ];
    let notes = vec![NoteId::OpenshiftSccFirst, NoteId::SccEditDoesNotLast, NoteId::AlreadyExists];
    Some(step(StepId::OpenshiftScc, outputs, notes, &[source::REFERENCE, source::OPENSHIFT_SCC]))
}

/// The outputs that take back what was granted; none off OpenShift.
pub(super) fn removal(table: &'static [Account], scenario: &Extension) -> Vec<Output> {
    if !scenario.cluster.is_openshift() {
        return Vec::new();
    }
    let file = role_binding(table, scenario, oc(&["delete"]).switch("--ignore-not-found"));
    vec![
        Output { id: OutputId::SccRolebinding, body: Body::Yaml(file) },
        Output { id: OutputId::SccOc, body: Body::Commands(policy("remove-scc-from-user", table, scenario)) },
        Output { id: OutputId::SccUsers, body: Body::Items(users(table, scenario)) },
    ]
}

fn oc(head: &[&'static str]) -> Command {
    Command::new(Program::Oc, head)
}

fn users(table: &[Account], scenario: &Extension) -> Vec<Word> {
    accounts(table, scenario).map(|account| account.user(scenario)).collect()
}

fn policy(verb: &'static str, table: &[Account], scenario: &Extension) -> Vec<Command> {
    users(table, scenario)
        .into_iter()
        .map(|user| oc(&["adm", "policy", verb, "privileged"]).argument(user))
        .collect()
}

/// The namespaces that have accounts.
fn homes<'a>(table: &'a [Account], scenario: &'a Extension) -> impl Iterator<Item = Home> + 'a {
    [Home::AzureArc, Home::AzureMl, Home::Compute]
        .into_iter()
        .filter(move |home| accounts(table, scenario).any(|account| account.home == *home))
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
fn role_binding(table: &[Account], scenario: &Extension, apply: Command) -> YamlFile {
    let mut documents = Template::new(ROLE);
    for home in homes(table, scenario) {
        let namespace = || home.word(&scenario.namespace);
        documents = documents.word(BINDING, "namespace", namespace());
        for account in accounts(table, scenario).filter(|account| account.home == home) {
            let words = vec![("name", account.name(scenario)), ("namespace", namespace())];
            documents = documents.words(SUBJECT, words);
        }
    }
    YamlFile { before: Vec::new(), apply, option: "--filename", name: "scc-rolebinding.yaml", documents }
}
