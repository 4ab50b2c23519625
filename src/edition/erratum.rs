//! Commands in Microsoft's documents that do not work as printed. A row contains the misprint and names the steps
//! whose commands differ from the printed ones.

use crate::base::source::{self, Source};
use crate::model::choice::{Edition, Exposure};
use crate::model::scenario::{AksTask, Extension, Identity, Scenario};
use crate::plan::{ErratumId, Output, Step, StepId};

/// The page that contains a misprint, or the page that replaced it.
pub fn source(id: ErratumId) -> Source {
    ERRATA.iter().find(|row| row.id == id).map_or(source::DEPLOY, |row| row.source)
}

/// A misprint.
pub struct Erratum {
    /// Its id.
    pub id: ErratumId,
    /// The editions whose documents contain it.
    pub editions: &'static [Edition],
    /// The steps that it belongs to. If empty, it belongs to the first step of the plan that has a placeholder.
    pub step: Option<StepId>,
    /// The page that contains it, or the page that replaced it.
    source: Source,
    /// Whether the scenario uses the misprinted commands.
    when: fn(&Scenario) -> bool,
}

fn extension(scenario: &Scenario) -> Option<&Extension> {
    match scenario {
        Scenario::Extension(extension) => Some(extension),
        Scenario::AksCompute(_) => None,
    }
}
fn of(scenario: &Scenario, when: impl Fn(&Extension) -> bool) -> bool {
    extension(scenario).is_some_and(when)
}
fn always(_: &Scenario) -> bool {
    true
}
fn https(scenario: &Scenario) -> bool {
    of(scenario, |e| e.has_endpoint() && !e.is_http())
}
fn serves(scenario: &Scenario) -> bool {
    of(scenario, Extension::has_endpoint)
}
fn with_secret(scenario: &Scenario) -> bool {
    of(scenario, |e| e.secret().is_some())
}
fn node_port(scenario: &Scenario) -> bool {
    of(scenario, |e| e.exposure() == Some(Exposure::NodePort))
}
fn user_assigned(scenario: &Scenario) -> bool {
    of(scenario, |e| matches!(e.identity, Identity::UserAssigned(_)))
}
fn arc(scenario: &Scenario) -> bool {
    of(scenario, Extension::is_arc)
}
fn lists_versions(scenario: &Scenario) -> bool {
    matches!(scenario, Scenario::AksCompute(aks) if aks.task != AksTask::Detach)
}

const P: &[Edition] = &[Edition::ArcPreview];
const C: &[Edition] = &[Edition::Current];
const PC: &[Edition] = &[Edition::ArcPreview, Edition::Current];
const V: &[Edition] = &[Edition::AksV1];
const CREATE: Option<StepId> = Some(StepId::CreateExtension);
const ATTACH: Option<StepId> = Some(StepId::AttachCompute);
const VERIFY: Option<StepId> = Some(StepId::VerifyExtension);
const VERIFY_COMPUTE: Option<StepId> = Some(StepId::VerifyCompute);
const VERSIONS: Option<StepId> = Some(StepId::ListVersions);

const fn row(
    id: ErratumId,
    editions: &'static [Edition],
    step: Option<StepId>,
    source: Source,
    when: fn(&Scenario) -> bool,
) -> Erratum {
    Erratum { id, editions, step, source, when }
}

/// Every misprint.
pub const ERRATA: &[Erratum] = &[
    row(ErratumId::TypoTrue, P, CREATE, source::DEPLOY, |s| node_port(s) && of(s, Extension::is_http)),
    row(ErratumId::MissingSpace, P, CREATE, source::DEPLOY, |s| https(s) && of(s, Extension::trains)),
    row(ErratumId::TypoPem, P, CREATE, source::DEPLOY, https),
    row(ErratumId::TypoKey, P, CREATE, source::DEPLOY, https),
    row(ErratumId::VerifyType, P, VERIFY, source::DEPLOY, always),
    row(ErratumId::NodePortColon, P, VERIFY, source::DEPLOY, node_port),
    row(ErratumId::KoTranslatedNames, P, VERIFY, source::DEPLOY, always),
    row(ErratumId::AksProvider, P, ATTACH, source::ATTACH, |s| !arc(s)),
    row(ErratumId::IdentitySlash, PC, ATTACH, source::ATTACH, user_assigned),
    row(ErratumId::IdentityType, PC, ATTACH, source::ATTACH, |s| arc(s) && user_assigned(s)),
    row(ErratumId::PythonReattach, P, ATTACH, source::ATTACH, always),
    row(ErratumId::PythonUnused, P, ATTACH, source::ATTACH, always),
    row(ErratumId::ArcProvider, C, ATTACH, source::ATTACH, arc),
    row(ErratumId::CnameCondition, C, CREATE, source::DEPLOY, https),
    row(ErratumId::TlsEnableInference, C, CREATE, source::TLS, with_secret),
    row(ErratumId::UpdateExtensionType, C, CREATE, source::TLS, https),
    row(ErratumId::ShowNameAlone, C, VERIFY, source::TROUBLESHOOT, always),
    row(ErratumId::MlExtensionCreate, C, CREATE, source::TROUBLESHOOT, |s| !arc(s)),
    row(ErratumId::SecretData, C, Some(StepId::TlsSecret), source::TLS, with_secret),
    row(ErratumId::DefaultTypeMemory, C, VERIFY_COMPUTE, source::INSTANCE_TYPES, always),
    row(ErratumId::DeploymentImport, C, VERIFY_COMPUTE, source::INSTANCE_TYPES, serves),
    row(ErratumId::ResourceSettingsGpu, C, VERIFY_COMPUTE, source::INSTANCE_TYPES, serves),
    row(ErratumId::ScaleSetting, C, VERIFY_COMPUTE, source::INFERENCE_ROUTER, serves),
    row(ErratumId::Backticks, V, VERSIONS, source::AKS_COMPUTE, lists_versions),
    row(ErratumId::OrchestratorKey, V, VERSIONS, source::AKS_COMPUTE, lists_versions),
    row(
        ErratumId::PlaceholderRedirect,
        &[Edition::Current, Edition::ArcPreview, Edition::AksV1],
        None,
        source::DEPLOY,
        always,
    ),
];

/// Adds the misprints of the documents to each step.
pub(crate) fn mark(edition: Edition, scenario: &Scenario, steps: &mut [Step]) {
    let rows = ERRATA.iter().filter(|row| row.editions.contains(&edition) && (row.when)(scenario));
    for row in rows {
        let is_its = |step: &&mut Step| match row.step {
            Some(id) => step.id == id,
            None => step.outputs.iter().any(Output::has_gap),
        };
        if let Some(step) = steps.iter_mut().find(is_its) {
            step.errata.push(row.id);
        }
    }
}
