//! Virtual machine sizes by their Azure names, with the number of virtual CPUs.

/// The virtual CPUs of common sizes.
/// <https://learn.microsoft.com/azure/virtual-machines/sizes/overview>
const VM_CORES: &[(&str, u16)] = &[
    ("Standard_D2_v2", 2),
    ("Standard_D3_v2", 4),
    ("Standard_D4_v2", 8),
    ("Standard_D5_v2", 16),
    ("Standard_DS2_v2", 2),
    ("Standard_DS3_v2", 4),
    ("Standard_DS4_v2", 8),
    ("Standard_DS5_v2", 16),
    ("Standard_D2s_v3", 2),
    ("Standard_D4s_v3", 4),
    ("Standard_D8s_v3", 8),
    ("Standard_D16s_v3", 16),
    ("Standard_F2s_v2", 2),
    ("Standard_F4s_v2", 4),
    ("Standard_F8s_v2", 8),
    ("Standard_F16s_v2", 16),
    ("Standard_NC6s_v3", 6),
    ("Standard_NC12s_v3", 12),
    ("Standard_NC24s_v3", 24),
];

/// The virtual CPUs of a known size. Azure compares size names case-insensitively.
pub(crate) fn cores(vm_size: &str) -> Option<u16> {
    VM_CORES.iter().find(|(known, _)| known.eq_ignore_ascii_case(vm_size)).map(|(_, cores)| *cores)
}

/// Whether the processors of a size are Arm64: the letter p stands behind the number of CPUs. `None` for a name of another
/// form.
/// <https://learn.microsoft.com/azure/virtual-machines/vm-naming-conventions>
#[cfg(feature = "json")]
pub(crate) fn is_arm(vm_size: &str) -> Option<bool> {
    let (tier, name) = vm_size.trim().split_once('_')?;
    let number = name.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let features = number.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    let is_name =
        tier.eq_ignore_ascii_case("Standard") && number.len() < name.len() && features.len() < number.len();
    let letters = features.split('_').next().unwrap_or_default();
    is_name.then(|| letters.contains(['p', 'P']))
}

#[cfg(all(test, feature = "json"))]
mod tests {
    use super::is_arm;

    #[test]
    fn the_letter_behind_the_number_names_the_processor() {
        for arm in ["Standard_D4ps_v5", "Standard_D16plds_v6", "standard_e8pds_v5", "Standard_B2pts_v2"] {
            assert_eq!(is_arm(arm), Some(true), "{arm}");
        }
        for amd64 in [
            "Standard_D4s_v5",
            "Standard_NC24ads_A100_v4",
            "Standard_NP10s",
            "Standard_D2_v2_Promo",
            "Standard_E96-24ads_v5",
            "Standard_L8as_v3",
        ] {
            assert_eq!(is_arm(amd64), Some(false), "{amd64}");
        }
        for unknown in ["", "Basic_A0", "Standard_", "Standard_X", "D4ps_v5", "Standard_4ps"] {
            assert_eq!(is_arm(unknown), None, "{unknown}");
        }
    }
}
