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
