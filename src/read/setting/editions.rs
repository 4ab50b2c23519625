//! Settings of the other edition, and what the edition needs.

use super::super::command::{Creation, SETTINGS_SOURCE};
use super::super::reader::Reader;
use super::super::{Cause, Edit, ReadId, Span};
use super::{Truth, Use, is_of, meaning};
use crate::check::Severity;
use crate::choice::Edition;
use crate::edition::{arc_preview, current};
use crate::field::Field;

impl Creation {
    /// Tells of keys of the other edition, and of what the edition needs.
    pub(in crate::read) fn across_editions(&self, reader: &mut Reader<'_>, edition: Edition) {
        let table = match edition {
            Edition::Current => current::SETTINGS,
            Edition::ArcPreview => arc_preview::SETTINGS,
            Edition::AksV1 => return,
        };
        let mut names_service = self.find("inferenceRouterServiceType").is_some();
        for read in &self.uses {
            if is_of(table, read.key) {
                continue;
            }
            let (field, _) = meaning(read.key);
            let (right, edit) = self.counterpart(read, edition, &mut names_service);
            let is_ignored = edition == Edition::Current
                && matches!(field, Field::Exposure | Field::RouterHa)
                && read.value.as_deref() != Some("False");
            let severity = if is_ignored { Severity::Error } else { Severity::Warning };
            reader.add(ReadId::MixedEditions, right, severity, vec![field], read.span.clone());
            reader.repair(edit.into_iter().collect());
        }
        let serves = self.truth("enableInference") == Truth::On;
        if edition == Edition::Current && serves && !names_service && !self.is_open && self.is_new {
            let cause = Cause::Read(ReadId::MissingOption, "inferenceRouterServiceType".to_owned());
            reader.find(
                cause,
                Severity::Error,
                vec![Field::Exposure],
                self.head.clone(),
                Some(SETTINGS_SOURCE),
            );
        }
    }

    /// What a key of the preview is called in `current`, and how to write it there, where the meaning is the same.
    fn counterpart(
        &self,
        read: &Use,
        edition: Edition,
        names_service: &mut bool,
    ) -> (&'static str, Option<Edit>) {
        let none = ("", None);
        if edition != Edition::Current {
            return none;
        }
        let is_on = read.value.as_deref() == Some("True");
        let service = self.find("inferenceRouterServiceType").and_then(|read| read.value.as_deref());
        let has_provider = self.find("internalLoadBalancerProvider").is_some();
        let instead = |place: &Option<Span>, text: &'static str| {
            place.clone().map(|span| Edit { span, text: text.to_owned() })
        };
        match read.key {
            "inferenceLoadBalancerHA" if self.find("inferenceRouterHA").is_some() => none,
            "inferenceLoadBalancerHA" => ("inferenceRouterHA", instead(&read.key_place, "inferenceRouterHA")),
            "privateEndpointNodeport" if is_on => {
                let right = "inferenceRouterServiceType=NodePort";
                let edit = instead(&read.free_place, right).filter(|_| !*names_service && !has_provider);
                *names_service |= edit.is_some();
                (right, edit)
            }
            "privateEndpointILB" if is_on && !*names_service => {
                let right = "inferenceRouterServiceType=LoadBalancer internalLoadBalancerProvider=azure";
                let is_single = self.truth("privateEndpointNodeport") != Truth::On && !has_provider;
                let edit = instead(&read.free_place, right).filter(|_| is_single);
                *names_service |= edit.is_some();
                (right, edit)
            }
            "privateEndpointILB" if is_on => {
                let right = "internalLoadBalancerProvider=azure";
                let edit = instead(&read.free_place, right);
                (right, edit.filter(|_| service == Some("LoadBalancer") && !has_provider))
            }
            _ => none,
        }
    }
}
