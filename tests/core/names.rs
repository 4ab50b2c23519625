//! Valid names, paths, addresses and lists, kind by kind.

use crate::support::{answers, step_text};
use azureml_k8s_wizard::model::choice::Layout;
use azureml_k8s_wizard::model::field::Field;
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::model::value::{Cidr, IpAddress, Problem, Region, TextKind, Value as _};
use rstest::rstest;

const GUID: &str = "11111111-2222-3333-4444-555555555555";

/// A problem of a part of the text.
fn within(part: &str, problem: Problem) -> Problem {
    Problem::In { part: part.to_owned(), problem: Box::new(problem) }
}

fn id(kind: &str) -> TextKind {
    *TextKind::ALL.iter().find(|known| known.id() == kind).unwrap_or_else(|| panic!("no kind {kind}"))
}

#[rstest]
#[case("subscription-id", GUID)]
#[case("subscription-id", "ABCDEF01-2222-3333-4444-55555555abcd")]
#[case("resource-group", "a")]
#[case("resource-group", "(rg)_1.x-")]
#[case("resource-group", "-rg")]
#[case("resource-group", "리소스그룹")]
#[case("resource-group", &"r".repeat(90))]
#[case("cluster-name", "c")]
#[case("cluster-name", "A_b-9")]
#[case("cluster-name", &"c".repeat(63))]
#[case("extension-name", "arcml-extension")]
// Printed by Microsoft's page on interactive jobs. A warning says that Helm wants lower case.
#[case("extension-name", "trainingCompute")]
#[case("extension-name", &"e".repeat(53))]
#[case("workspace-name", "0-w")]
#[case("workspace-name", "mlw_")]
#[case("workspace-name", &"w".repeat(33))]
#[case("compute-name", "k8")]
#[case("compute-name", &"k".repeat(24))]
#[case("aks-compute-name", "aks")]
#[case("aks-compute-name", &"k".repeat(24))]
#[case("namespace", "0")]
#[case("namespace", &"n".repeat(63))]
#[case("secret-name", "a.b-c.d")]
#[case("secret-name", &"s".repeat(253))]
#[case("node-selector", "pool=ml")]
#[case("node-selector", "kubernetes.azure.com/agentpool=ml, zone=,a=B_c.d-1")]
#[case("dns-name", "ml.contoso.com")]
#[case("dns-name", "*.ML.contoso.com")]
#[case("dns-name", "localhost")]
#[case("path", "C:\\Users\\Jo Doe\\tls & key\\'cert'.pem")]
#[case("path", "$HOME/`id`/\"x\"/証明書.pem")]
#[case("path", "-")]
#[case("path", "می\u{200C}خواهم.pem")]
#[case("region", "westus2")]
#[case("region", "East US 2")]
#[case("region", "West Europe")]
#[case("path", "%USERPROFILE%\\certs\\tls.pem")]
#[case("whole-number", "1")]
#[case("whole-number", "65535")]
#[case("extension-version", "1.1.42")]
#[case("extension-version", "1.29")]
#[case("vm-size", "Standard_NC6s_v3")]
#[case("vnet-name", "vnet_")]
#[case("subnet-name", "s")]
#[case("cidr", "10.0.0.0/16")]
#[case("cidr", "172.17.0.1/16")]
#[case("cidr", "0.0.0.0/0")]
#[case("ip-address", "10.0.0.10")]
fn a_good_text_is_taken(#[case] kind: &str, #[case] text: &str) {
    assert_eq!(id(kind).check(text), Ok(()), "{kind} {text}");
}

#[rstest]
#[case("subscription-id", "my-subscription", Problem::Character('m'))]
#[case("subscription-id", "11111111-2222-3333-4444-55555555555", Problem::Form)]
#[case("subscription-id", "11111111222233334444555555555555", Problem::Form)]
#[case("resource-group", "", Problem::Empty)]
#[case("resource-group", "\u{3164}", Problem::Invisible('\u{3164}'))]
#[case("resource-group", "rg\u{FFFD}", Problem::Character('\u{FFFD}'))]
#[case("resource-group", &"r".repeat(91), Problem::TooLong { max: 90, actual: 91 })]
#[case("resource-group", "rg.", Problem::End('.'))]
#[case("resource-group", "rg; echo PWNED #", Problem::Character(';'))]
#[case("resource-group", "rg\u{202E}gr", Problem::Invisible('\u{202E}'))]
#[case("resource-group", "rg\nrm", Problem::Invisible('\n'))]
#[case("cluster-name", "-c", Problem::Start('-'))]
#[case("cluster-name", "c_", Problem::End('_'))]
#[case("cluster-name", "c.d", Problem::Character('.'))]
#[case("cluster-name", &"c".repeat(64), Problem::TooLong { max: 63, actual: 64 })]
#[case("extension-name", "arc-", Problem::End('-'))]
#[case("extension-name", &"e".repeat(54), Problem::TooLong { max: 53, actual: 54 })]
#[case("workspace-name", "ml", Problem::TooShort { min: 3 })]
#[case("workspace-name", "_ml", Problem::Start('_'))]
#[case("workspace-name", &"w".repeat(34), Problem::TooLong { max: 33, actual: 34 })]
#[case("compute-name", "k", Problem::TooShort { min: 2 })]
#[case("compute-name", "8k", Problem::Start('8'))]
#[case("compute-name", "k_8", Problem::Character('_'))]
#[case("compute-name", "k-", Problem::End('-'))]
#[case("compute-name", &"k".repeat(25), Problem::TooLong { max: 24, actual: 25 })]
#[case("aks-compute-name", "a", Problem::TooShort { min: 2 })]
#[case("namespace", "ML", Problem::Character('M'))]
#[case("namespace", "a.b", Problem::Character('.'))]
#[case("namespace", &"n".repeat(64), Problem::TooLong { max: 63, actual: 64 })]
#[case("secret-name", "a..b", Problem::EmptyItem)]
#[case("secret-name", &"s".repeat(254), Problem::TooLong { max: 253, actual: 254 })]
#[case("secret-name", "a.-b", within("-b", Problem::Start('-')))]
#[case("node-selector", "pool", within("pool", Problem::Form))]
#[case("node-selector", "pool=ml,", Problem::EmptyItem)]
#[case("node-selector", "pool=ml,pool=x", Problem::Repeated("pool".into()))]
#[case("node-selector", "=ml", within("=ml", Problem::Empty))]
#[case("node-selector", "Example.com/pool=ml", within("Example.com/pool=ml", Problem::Character('E')))]
#[case("node-selector", "pool=-ml", within("pool=-ml", Problem::Start('-')))]
#[case("dns-name", "https://ml.contoso.com", Problem::Character(':'))]
#[case("dns-name", "ml.contoso.com/score", Problem::Character('/'))]
#[case("dns-name", "ml..com", Problem::EmptyItem)]
#[case("dns-name", "*.", Problem::Empty)]
#[case("dns-name", &format!("a.{}.com", "b".repeat(64)), within(&"b".repeat(64), Problem::TooLong { max: 63, actual: 64 }))]
#[case("dns-name", &format!("*.{}com", "a.".repeat(125)), Problem::TooLong { max: 253, actual: 255 })]
#[case("dns-name", "ml.*.com", Problem::Character('*'))]
#[case("path", "", Problem::Empty)]
#[case("path", "\u{FFFD}.pem", Problem::Character('\u{FFFD}'))]
#[case("path", "a\u{202E}b", Problem::Invisible('\u{202E}'))]
#[case("path", "a\u{2028}b", Problem::Invisible('\u{2028}'))]
#[case("path", "a\0b", Problem::Invisible('\0'))]
#[case("path", "a\r\nb", Problem::Invisible('\r'))]
#[case("region", "West-US 2", Problem::Character('-'))]
#[case("region", "(US) West US 2", Problem::Character('('))]
#[case("region", "Österreich", Problem::Character('Ö'))]
#[case("region", "2 West US", Problem::Start('2'))]
#[case("region", "  ", Problem::Empty)]
#[case("whole-number", "007", Problem::LeadingZero)]
#[case("whole-number", "0", Problem::Zero)]
#[case("whole-number", "3.0", Problem::Character('.'))]
#[case("whole-number", "99999", Problem::TooGreat)]
#[case("whole-number", &"9".repeat(400), Problem::TooGreat)]
#[case("extension-version", "latest", Problem::Start('l'))]
#[case("cidr", "10.0.0.0", Problem::Form)]
#[case("cidr", "10.0.0.0/33", Problem::Form)]
#[case("cidr", "10.0.0.0/016", Problem::Form)]
#[case("cidr", "10.0.0/16", Problem::Form)]
#[case("ip-address", "10.0.0.256", Problem::Form)]
fn a_bad_text_is_refused_for_its_cause(#[case] kind: &str, #[case] text: &str, #[case] problem: Problem) {
    assert_eq!(id(kind).check(text), Err(problem), "{kind} {text}");
}

fn identity(prefix: &str, provider: &str, name: &str) -> String {
    format!(
        "{prefix}subscriptions/{GUID}/resourceGroups/rg/providers/{provider}/userAssignedIdentities/{name}"
    )
}

#[test]
fn an_identity_is_named_by_its_full_resource_id() {
    let check = |text: &str| TextKind::IdentityIds.check(text);
    let good = identity("/", "Microsoft.ManagedIdentity", "id-ml");
    assert_eq!(check(&good), Ok(()));
    assert_eq!(check(&good.to_lowercase()), Ok(()));
    assert_eq!(check(&format!("{good}, {}", identity("/", "Microsoft.ManagedIdentity", "id-two"))), Ok(()));
    assert_eq!(check(&identity("", "Microsoft.ManagedIdentity", "id-ml")), Err(Problem::NoLeadingSlash));
    assert_eq!(check(&identity("/", "Microsoft.Compute", "id-ml")), Err(Problem::ResourceType));
    assert_eq!(
        check(&identity("/", "Microsoft.ManagedIdentity", "id")),
        Err(within("id", Problem::TooShort { min: 3 }))
    );
    assert_eq!(check(&format!("{good},")), Err(Problem::EmptyItem));
    assert_eq!(
        check(&format!("{good},{}", good.to_uppercase())),
        Err(Problem::Repeated(good.to_uppercase()))
    );
    assert_eq!(check("id-ml"), Err(Problem::Form));
}

#[test]
fn the_dns_service_lies_inside_the_service_range_and_is_not_its_first_address() {
    let services = Cidr::parse("10.0.0.0/16").unwrap();
    let check = |address: &str| services.check_dns_service(&IpAddress::parse(address).unwrap());
    assert_eq!(check("10.0.0.10"), Ok(()));
    assert_eq!(check("10.0.0.2"), Ok(()));
    assert_eq!(check("10.0.0.1"), Err(Problem::FirstOfRange));
    assert_eq!(check("10.0.0.0"), Err(Problem::FirstOfRange));
    assert_eq!(check("10.0.255.255"), Ok(()));
    assert_eq!(check("10.1.0.0"), Err(Problem::OutsideRange));
    assert_eq!(check("9.255.255.255"), Err(Problem::OutsideRange));
}

#[test]
fn the_docker_bridge_shares_no_address_with_the_services() {
    let services = Cidr::parse("10.0.0.0/16").unwrap();
    let check = |range: &str| services.check_apart(&Cidr::parse(range).unwrap());
    assert_eq!(check("172.17.0.1/16"), Ok(()));
    assert_eq!(check("10.1.0.0/16"), Ok(()));
    assert_eq!(check("10.0.200.1/24"), Err(Problem::Overlap));
    assert_eq!(check("10.0.0.0/8"), Err(Problem::Overlap));
    assert_eq!(check("0.0.0.0/0"), Err(Problem::Overlap));
}

/// The portal shows regions under these names, the documents of the CLI print the short ones.
#[rstest]
#[case("East US 2", "eastus2")]
#[case("West Europe", "westeurope")]
#[case("westeurope", "westeurope")]
#[case("WestUS3", "westus3")]
#[case("Korea Central", "koreacentral")]
fn a_region_may_have_the_name_that_people_see(#[case] typed: &str, #[case] short: &str) {
    assert_eq!(Region::parse(typed).unwrap().as_str(), short);
    let answers = answers(&[("connected", "no"), ("region", typed)]);
    let text = step_text(&answers, "connect-cluster", Layout::OneLine);
    assert!(text.ends_with(&format!("--location {short}")), "{text}");
    // A link keeps what was typed.
    assert_eq!(link::read(&link::write(&answers)).answers.text(Field::Region), typed);
}
