//! Commands as people paste them: from issues, documents, pipelines and run-books, with invented names. Each text
//! has its answers and findings, written by hand.

use std::fs;

use crate::read::converges;
use crate::support::data;
use azureml_k8s_wizard::model::choice::Choice as _;
use azureml_k8s_wizard::model::link;
use azureml_k8s_wizard::parse::read::place::Places;
use azureml_k8s_wizard::parse::read::read;
use serde_json::Value;

#[test]
fn what_people_paste_is_read_as_it_was_meant() {
    let mut count = 0;
    for entry in fs::read_dir(data("pasted")).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "txt") {
            continue;
        }
        count += 1;
        let text = fs::read_to_string(&path).unwrap();
        let expected: Value =
            serde_json::from_str(&fs::read_to_string(path.with_extension("json")).unwrap()).unwrap();
        let reading = read(&text, None);
        let places = Places::new(&text);
        let found: Vec<Value> = reading
            .findings
            .iter()
            .map(|finding| {
                let line = places.of(finding.span.start).line;
                serde_json::json!({"id": finding.id(), "line": line, "text": text.get(finding.span.clone()).unwrap()})
            })
            .collect();
        assert_eq!(Value::Array(found), expected["findings"], "{}", path.display());
        assert_eq!(reading.edition.id(), expected["edition"], "{}", path.display());
        assert_eq!(link::write(&reading.answers), expected["link"], "{}", path.display());
        converges(&text);
    }
    assert!(count >= 12, "{count}");
}
