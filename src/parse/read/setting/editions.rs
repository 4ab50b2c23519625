//! Settings of the other edition, and what the edition needs.

use super::super::command::SETTINGS_SOURCE;
use super::super::reader::Reader;
use super::super::{Cause, Edit, ReadId, Span};
use super::{Creation, Truth, Use, is_of, meaning};
use crate::analysis::check::Severity;
use crate::edition::{arc_preview, current};
use crate::model::choice::Edition;
use crate::model::field::Field;

impl Creation {
    /// Tells of keys of the other edition, and of what the edition needs.
    pub(in crate::parse::read) fn across_editions(&self, reader: &mut Reader<'_>, edition: Edition) {
        let table = match edition {
            Edition::Current => current::SETTINGS,
            Edition::ArcPreview => arc_preview::SETTINGS,
            Edition::AksV1 => return,
        };
        let mut names_service = self.find("inferenceRouterServiceType").is_some();
        for read in &self.uses {
            if !read.is_own || is_of(table, read.key) {
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
        if edition == Edition::Current
            && self.serves()
            && !names_service
            && !self.is_open
            && self.begins_to_serve()
        {
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

    /// Whether there were no endpoints before.
    fn begins_to_serve(&self) -> bool {
        self.is_new || self.base.is_some() && !self.served
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
        let is_both = self.truth("privateEndpointNodeport") == Truth::On
            && self.truth("privateEndpointILB") == Truth::On;
        let service = self.find("inferenceRouterServiceType").and_then(|read| read.value.as_deref());
        let has_provider = self.find("internalLoadBalancerProvider").is_some();
        let instead = |place: &Option<Span>, text: &'static str| {
            place.clone().map(|span| Edit { span, text: text.to_owned() })
        };
        match read.key {
            "inferenceLoadBalancerHA" if self.find("inferenceRouterHA").is_some() => none,
            "inferenceLoadBalancerHA" => ("inferenceRouterHA", instead(&read.key_place, "inferenceRouterHA")),
            // Both, or one against the service that is named: which is meant is not known.
            "privateEndpointNodeport" | "privateEndpointILB" if is_both => none,
            "privateEndpointILB" if is_on && service == Some("NodePort") => none,
            "privateEndpointNodeport" if is_on => {
                let right = "inferenceRouterServiceType=NodePort";
                let edit = instead(&read.free_place, right).filter(|_| !*names_service && !has_provider);
                *names_service |= edit.is_some();
                (right, edit)
            }
            "privateEndpointILB" if is_on && !*names_service => {
                let right = "inferenceRouterServiceType=LoadBalancer internalLoadBalancerProvider=azure";
                // A value that is tied to its option is the only one there.
                let edit = instead(&read.free_place, right).filter(|_| !read.is_tied && !has_provider);
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
