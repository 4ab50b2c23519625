//! Scenarios to begin with: choices that go together, under one name. A preset says nothing about names.

use crate::base::ids::ids;
use crate::model::answers::Answers;
use crate::model::field::{Field, Kind};

ids! {
    /// The presets, in the order in which they are offered.
    PresetId {
        /// A quick trial of everything on AKS.
        ProofOfConcept "proof-of-concept",
        /// Training alone on an Arc cluster.
        ArcTraining "arc-training",
        /// Everything on AKS, behind a public address and HTTPS.
        ProductionHttps "production-https",
        /// The same inside a virtual network.
        PrivateHttps "private-https",
        /// GPUs of one's own, reached on a port of the nodes.
        OnPremisesGpu "on-premises-gpu",
        /// ARO or OCP.
        Openshift "openshift",
        /// Development where there is no load balancer and no certificate.
        DevelopmentNodePort "development-node-port",
        /// The compute of the first generation.
        LegacyAksCompute "legacy-aks-compute",
    }
}

/// Choices that go together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// Which.
    pub id: PresetId,
    /// What it chooses where that is not the default: a field and the id of its value. Never a name.
    pub choices: &'static [(Field, &'static str)],
}

/// Every preset, a row each. The first four and the GPU one are the scenarios of
/// <https://learn.microsoft.com/azure/machine-learning/how-to-deploy-kubernetes-extension>.
pub const PRESETS: &[Preset] = &[
    preset(
        PresetId::ProofOfConcept,
        &[(Field::Cluster, "aks"), (Field::Transport, "http"), (Field::RouterHa, "no")],
    ),
    preset(PresetId::ArcTraining, &[(Field::Workload, "training")]),
    preset(PresetId::ProductionHttps, &[(Field::Cluster, "aks")]),
    preset(PresetId::PrivateHttps, &[(Field::Cluster, "aks"), (Field::Exposure, "internal")]),
    preset(
        PresetId::OnPremisesGpu,
        &[(Field::Exposure, "node-port"), (Field::NvidiaPlugin, "yes"), (Field::DcgmExporter, "yes")],
    ),
    // A route of OpenShift leads to the address that only the cluster knows.
    preset(PresetId::Openshift, &[(Field::Openshift, "yes"), (Field::Exposure, "cluster-ip")]),
    preset(
        PresetId::DevelopmentNodePort,
        &[(Field::Exposure, "node-port"), (Field::Transport, "http"), (Field::RouterHa, "no")],
    ),
    preset(PresetId::LegacyAksCompute, &[(Field::Edition, "aks-v1")]),
];

const fn preset(id: PresetId, choices: &'static [(Field, &'static str)]) -> Preset {
    Preset { id, choices }
}

impl Preset {
    /// The preset that an id names.
    pub fn from_id(id: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.id.id() == id)
    }

    /// The preset by itself, without any name.
    pub fn answers(&self) -> Answers {
        self.apply(&Answers::default())
    }

    /// The preset with the names of these answers: texts stay as they were typed, every choice becomes the preset's.
    pub fn apply(&self, answers: &Answers) -> Answers {
        let mut applied = answers.clone();
        for field in choice_fields() {
            let chosen = self.choices.iter().find(|(known, _)| *known == field).map_or("", |(_, id)| id);
            // Every value in the table is an id of its field's own list.
            let _ = applied.set(field, chosen);
        }
        applied
    }

    /// How many of the choices that count under these answers are others than the preset's.
    pub fn changes(&self, answers: &Answers) -> usize {
        let preset = self.answers();
        choice_fields()
            .filter(|field| field.applies(answers) && field_differs(*field, answers, &preset))
            .count()
    }
}

fn field_differs(field: Field, one: &Answers, other: &Answers) -> bool {
    one.text(field) != other.text(field)
}

fn choice_fields() -> impl Iterator<Item = Field> {
    Field::ALL.iter().copied().filter(|field| matches!(field.row().kind, Kind::Choice(_)))
}

/// The preset that answers are closest to, and how many choices differ from it; the first of several. Nothing only
/// where there is no preset.
pub fn nearest(answers: &Answers) -> Option<(&'static Preset, usize)> {
    PRESETS.iter().map(|preset| (preset, preset.changes(answers))).reduce(|best, next| {
        // One that is as close comes too late.
        if next.1 < best.1 { next } else { best }
    })
}

/// The preset whose choices these are, whatever the names.
pub fn exact(answers: &Answers) -> Option<&'static Preset> {
    nearest(answers).filter(|(_, changes)| *changes == 0).map(|(preset, _)| preset)
}
