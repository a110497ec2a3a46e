//! The words of the list of countries and of dossiers.

use std::borrow::Cow;

use super::counted;
use super::kinds::kind;
use crate::messages::{
    CountriesMessage, CountryHeading, CountryOrderLabel, CountryStanding, DossierMessage,
    DossierRemark, KeyOf, Keys, KindLabel, PlaceInList, RoleLabel, SectionTitle,
};
use crate::model::Kind;

/// Returns the English text of how often the paper names a country.
pub(in crate::messages) fn standing(standing: &CountryStanding) -> Cow<'static, str> {
    match standing {
        CountryStanding::InPaper {
            examples: 0,
            paragraphs,
        } => format!("{paragraphs} ¶").into(),
        CountryStanding::InPaper {
            examples,
            paragraphs,
        } => format!("{} · {paragraphs} ¶", examples_of(*examples)).into(),
        CountryStanding::Examples { count } => examples_of(*count).into(),
        CountryStanding::Perhaps { paragraphs } => format!("perhaps {paragraphs} ¶").into(),
        CountryStanding::OnlyMember { groupings } => {
            format!("only as a member of {}", groupings.join(", ")).into()
        }
        CountryStanding::NotInPaper => "not in this paper".into(),
    }
}

fn examples_of(count: usize) -> String {
    counted(count, "example", "examples")
}

/// Returns the English text of a role.
pub(in crate::messages) const fn role(role: RoleLabel) -> &'static str {
    match role {
        RoleLabel::CoChair => "co-chair",
        RoleLabel::Team => "team",
    }
}

/// Returns the English text of a sort order.
pub(in crate::messages) const fn order(order: CountryOrderLabel) -> &'static str {
    match order {
        CountryOrderLabel::Name => "by name",
        CountryOrderLabel::Count => "by number of paragraphs",
        CountryOrderLabel::Region => "by region",
        CountryOrderLabel::Partnership => "by partnership",
    }
}

/// Returns the English text of a heading in the list.
pub(in crate::messages) const fn heading(heading: CountryHeading) -> &'static str {
    match heading {
        CountryHeading::Region { name } => name,
        CountryHeading::Partnership(partnership) => kind(KindLabel::Partnership(partnership)),
        CountryHeading::NoPartnership => "no partnership given",
        CountryHeading::NoExamples => "no example of its own",
    }
}

/// Returns the English text of a title, hint or empty state of the list.
pub(in crate::messages) fn countries(
    message: &CountriesMessage,
    keys: Keys<'_>,
) -> Cow<'static, str> {
    match message {
        CountriesMessage::OfTheWorld => "Countries and territories of the world".into(),
        CountriesMessage::OfThePaper { order } => format!(
            "Countries and territories of the paper, {}",
            self::order(*order)
        )
        .into(),
        CountriesMessage::Hint => "a name in any language, a people, a code".into(),
        CountriesMessage::NotRead => "the paper is being read".into(),
        CountriesMessage::NoSuchName => format!(
            "no country has this name; {} deletes a letter",
            keys(KeyOf::DeleteLetter)
        )
        .into(),
        CountriesMessage::NoneNamed => "the paper names no country; type to look one up".into(),
    }
}

/// Returns the title of a section.
pub(in crate::messages) const fn section(title: SectionTitle) -> &'static str {
    match title {
        SectionTitle::Examples => "Its examples",
        SectionTitle::NamedIn { kind } => match kind {
            Kind::Objective => "Named in objectives",
            Kind::Concept => "Named in concepts",
            Kind::Context => "Named in context",
            Kind::Example => "Named in examples",
            Kind::Question => "Named in questions",
            Kind::Footnote => "Named in footnotes",
        },
        SectionTitle::ThroughGroupings => "Named through a grouping it belongs to",
        SectionTitle::Perhaps => "Perhaps",
        SectionTitle::Notes => "Notes",
    }
}

/// Returns the English text of a remark.
pub(in crate::messages) fn remark(remark: &DossierRemark) -> Cow<'static, str> {
    match remark {
        DossierRemark::Example {
            partnership,
            with,
            period,
        } => {
            let partnership = partnership.map(|it| kind(KindLabel::Partnership(it)).to_owned());
            let with: Vec<_> = with.iter().map(|country| country.name.as_str()).collect();
            let with = (!with.is_empty()).then(|| format!("with {}", with.join(", ")));
            let period = (!period.is_empty()).then(|| period.clone());
            let all = [partnership, with, period].into_iter().flatten();
            all.collect::<Vec<_>>().join(" · ").into()
        }
        DossierRemark::Through { groupings } => groupings.join(", ").into(),
        DossierRemark::InHeading { groupings } => match groupings.as_slice() {
            [] => "in the heading".into(),
            groupings => format!("{}, in the heading", groupings.join(", ")).into(),
        },
        DossierRemark::InFootnotes {
            groupings,
            footnotes,
        } => {
            let noun = if footnotes.len() == 1 {
                "footnote"
            } else {
                "footnotes"
            };
            let footnotes = footnotes.join(", ");
            match groupings.as_slice() {
                [] => format!("in {noun} {footnotes}").into(),
                groupings => format!("{}, in {noun} {footnotes}", groupings.join(", ")).into(),
            }
        }
    }
}

/// Returns the English text of the title, head or empty state of a dossier.
pub(in crate::messages) fn dossier(message: &DossierMessage) -> Cow<'static, str> {
    match message {
        DossierMessage::Title {
            country,
            place: None,
        } => country.name.clone().into(),
        DossierMessage::Title {
            country,
            place:
                Some(PlaceInList {
                    position,
                    count,
                    order,
                }),
        } => {
            let order = self::order(*order);
            format!("{}, {position} of {count} {order}", country.name).into()
        }
        DossierMessage::Member { groupings, on } => match on {
            Some(day) => format!("member on {day} of {}", groupings.join(", ")).into(),
            None => format!("member of {}", groupings.join(", ")).into(),
        },
        DossierMessage::NotRead => "the paper is being read".into(),
        DossierMessage::Nothing { country, standing } => {
            format!("{}: {}", country.name, self::standing(standing)).into()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn footnotes_are_plural_by_their_number() {
        let words = |ids: &[&str]| {
            remark(&DossierRemark::InFootnotes {
                groupings: Vec::new(),
                footnotes: ids.iter().map(|id| (*id).to_owned()).collect(),
            })
        };
        assert_eq!(words(&["3"]), "in footnote 3");
        assert_eq!(words(&["3", "4"]), "in footnotes 3, 4");
    }
}
