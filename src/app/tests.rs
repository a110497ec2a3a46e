//! Rules that hold across the features.

mod drafts;
mod finder;
mod keeping;
mod near;
mod report;
