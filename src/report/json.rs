//! The whole model as JSON.

use serde::Serialize;

use super::{Options, Report, WriteError};

/// The number of the form below: it changes when a key changes its meaning or goes.
const SCHEMA: u32 = 1;

#[derive(Serialize)]
struct Document<'a> {
    schema: u32,
    options: Options,
    #[serde(flatten)]
    report: &'a Report,
}

pub(super) fn write(report: &Report, options: Options) -> Result<Vec<u8>, WriteError> {
    let document = Document {
        schema: SCHEMA,
        options,
        report,
    };
    let mut bytes = serde_json::to_vec_pretty(&document).map_err(WriteError::of)?;
    bytes.push(b'\n');
    Ok(bytes)
}
