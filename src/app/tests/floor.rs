//! The speaking limit.

use super::press;
use crate::app::App;
use crate::model::Session;

fn app(session: Session, configured: Option<u32>) -> App {
    App::new((80, 24), session).with_limit(configured)
}

#[test]
fn the_configured_limit_counts_until_the_user_chooses_one() {
    assert_eq!(app(Session::default(), None).desk().limit(), 180);
    let mut first = app(Session::default(), Some(150));
    assert_eq!(first.desk().limit(), 150);
    // Changing the configuration changes it.
    let second = app(first.session(), Some(300));
    assert_eq!(second.desk().limit(), 300);
    // The usual limit is a choice like any other.
    press(&mut first, "tl<Enter>");
    press(&mut first, "tl<Enter>");
    assert_eq!(first.desk().limit(), 180);
    assert_eq!(app(first.session(), Some(150)).desk().limit(), 180);
}
