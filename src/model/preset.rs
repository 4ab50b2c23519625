//! Presets: named sets of choices to start from. A preset contains no names of resources.

use crate::base::ids::ids;
use crate::model::answers::Answers;
use crate::model::field::{Field, Kind};

ids! {
    /// The ids of the presets, in the order in which they are offered.
    PresetId {
        /// A quick trial of all features on AKS.
        ProofOfConcept "proof-of-concept",
        /// Only training, on an Arc cluster.
        ArcTraining "arc-training",
        /// Training and inference on AKS, with a public address and HTTPS.
        ProductionHttps "production-https",
        /// The same within a virtual network.
        PrivateHttps "private-https",
        /// GPUs on premises, reached on a port of the nodes.
        OnPremisesGpu "on-premises-gpu",
        /// ARO or OCP.
        Openshift "openshift",
        /// Development without a load balancer and without a certificate.
        DevelopmentNodePort "development-node-port",
        /// The compute of the first generation.
        LegacyAksCompute "legacy-aks-compute",
    }
}

/// A preset.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Preset {
    /// The preset's id.
    pub id: PresetId,
    /// The choices that differ from the default: each a field and the id of its value. Never a name.
    pub choices: &'static [(Field, &'static str)],
}

/// Every preset, one per row. The first four and the GPU one are the scenarios of
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
    // An OpenShift route leads to the address inside the cluster.
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
    /// The preset with this id.
    pub fn from_id(id: &str) -> Option<&'static Self> {
        PRESETS.iter().find(|preset| preset.id.id() == id)
    }

    /// The preset as answers, without any names.
    pub fn answers(&self) -> Answers {
        self.apply(&Answers::default())
    }

    /// Applies the preset to these answers: texts are kept as typed, and every choice is replaced by the preset's.
    pub fn apply(&self, answers: &Answers) -> Answers {
        let mut applied = answers.clone();
        for field in choice_fields() {
            let chosen = self.choices.iter().find(|(known, _)| *known == field).map_or("", |(_, id)| id);
            // Every value in the table is in its field's list.
            let _ = applied.set(field, chosen);
        }
        applied
    }

    /// The number of choices that apply under these answers and differ from the preset's.
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

/// The preset that is closest to these answers, and the number of choices that differ from it. The first preset wins a
/// tie. `None` only if there are no presets.
pub fn nearest(answers: &Answers) -> Option<(&'static Preset, usize)> {
    PRESETS.iter().map(|preset| (preset, preset.changes(answers))).reduce(|best, next| {
        // On a tie, the earlier preset wins.
        if next.1 < best.1 { next } else { best }
    })
}

/// The preset with exactly these choices, regardless of the names.
pub fn exact(answers: &Answers) -> Option<&'static Preset> {
    nearest(answers).filter(|(_, changes)| *changes == 0).map(|(preset, _)| preset)
}
