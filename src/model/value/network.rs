//! DNS names, IPv4 addresses and ranges.

use std::net::Ipv4Addr;

use super::name::{NameRule, alphanumeric, parts};
use super::{Problem, Value, checked_text};

/// Host names (RFC 1123) with an optional `*.` in front: labels of 1–63 characters, at most 253 in total.
fn dns_name(text: &str) -> Result<(), Problem> {
    let allowed = |c: char| alphanumeric(c) || c == '-' || c == '.';
    let actual = text.chars().count();
    if actual > 253 {
        return Err(Problem::TooLong { max: 253, actual });
    }
    let host = text.strip_prefix("*.").unwrap_or(text);
    let label = NameRule { length: (1, 63), allowed, start: alphanumeric, end: alphanumeric };
    NameRule { length: (1, 253), ..label }.check(host)?;
    parts(host, '.', |part| label.check(part))
}

fn range(text: &str) -> Option<(u32, u32)> {
    let (address, bits) = text.split_once('/')?;
    let address = u32::from(address.parse::<Ipv4Addr>().ok()?);
    if bits.is_empty()
        || bits.len() > 2
        || !bits.bytes().all(|b| b.is_ascii_digit())
        || bits.starts_with('0') && bits != "0"
    {
        return None;
    }
    let bits: u32 = bits.parse().ok().filter(|bits| *bits <= 32)?;
    let hosts = u32::MAX.checked_shr(bits).unwrap_or(0);
    let first = address & !hosts;
    Some((first, first | hosts))
}

checked_text! {
    /// The endpoint's DNS name: no scheme, no port, no path.
    DnsName by dns_name;
    /// An IPv4 range, `address/bits`.
    Cidr by |text| range(text).map(drop).ok_or(Problem::Form);
    /// An IPv4 address.
    IpAddress by |text| text.parse::<Ipv4Addr>().map(drop).map_err(|_| Problem::Form);
}

impl Cidr {
    fn bounds(&self) -> (u32, u32) {
        range(self.as_str()).unwrap_or_default()
    }

    /// Checks that an address is valid for the DNS service of a cluster with this service range: it must lie in the
    /// range and must not be its first usable address, which belongs to the Kubernetes service itself.
    ///
    /// # Errors
    /// [`Problem::OutsideRange`] or [`Problem::FirstOfRange`].
    pub fn check_dns_service(&self, address: &IpAddress) -> Result<(), Problem> {
        let (first, last) = self.bounds();
        let address = address.as_str().parse::<Ipv4Addr>().map(u32::from).unwrap_or_default();
        if address < first || address > last {
            Err(Problem::OutsideRange)
        } else if address - first <= 1 {
            Err(Problem::FirstOfRange)
        } else {
            Ok(())
        }
    }

    /// Checks that two ranges share no address.
    ///
    /// # Errors
    /// [`Problem::Overlap`].
    pub fn check_apart(&self, other: &Self) -> Result<(), Problem> {
        let (first, last) = self.bounds();
        let (other_first, other_last) = other.bounds();
        if first <= other_last && other_first <= last { Err(Problem::Overlap) } else { Ok(()) }
    }
}
