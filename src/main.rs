//! The program `roundtable`: see the library.

use std::io::{IsTerminal, stderr, stdout};
use std::process::ExitCode;

use roundtable::cli::{Outside, run};

fn main() -> ExitCode {
    let is_dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    let is_terminal = stdout().is_terminal() && !is_dumb;
    let mut outside = Outside {
        out: &mut stdout(),
        err: &mut stderr(),
        is_terminal,
    };
    ExitCode::from(u8::from(run(std::env::args_os(), &mut outside)))
}
