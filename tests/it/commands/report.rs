//! `roundtable report`.

use std::fs;

use super::Shell;

#[test]
fn a_report_is_written_in_its_format_and_replaces_no_file() {
    let shell = Shell::new();
    shell.run(&["note", "ML: tolls +commitment q1"]);
    let (status, out, err) = shell.run(&["report", "--format", "json"]);
    let json: serde_json::Value = serde_json::from_str(&out).unwrap();
    assert_eq!(
        (status, &json["commitments"][0]["who"]),
        (0, &"Mali".into())
    );
    assert!(err.contains("no key message"), "{err}");
    let (status, out, _) = shell.run(&["report", "-o", "out.csv"]);
    assert_eq!((status, out.as_str()), (0, ""));
    let written = fs::read_to_string(shell.path("out.csv")).unwrap();
    assert!(written.contains(",Mali,commitment,1,"), "{written}");
    let (status, _, err) = shell.run(&["report", "-o", "out.csv"]);
    assert!(status == 2 && err.contains("--force"), "{err}");
    let (status, _, _) = shell.run(&["report", "-o", "out.csv", "--force", "--annex"]);
    assert_eq!(status, 0);
    let (_, out, _) = shell.run(&["report"]);
    assert!(
        out.contains("## Recommendations") && out.contains("| Mali |"),
        "{out}"
    );
    let (status, _, err) = shell.run(&["report", "--format", "odt"]);
    assert!(status == 2 && err.contains("csv"), "{err}");
    let (status, _, err) = shell.run(&["report", "--lang", "xx"]);
    assert!(status == 2 && err.contains("fr"), "{err}");
}

#[test]
fn a_report_over_its_sources_or_in_no_format_is_refused() {
    let shell = Shell::new();
    shell.run(&["note", "ML: tolls"]);
    let before = fs::read_to_string(shell.path("briefing.toml")).unwrap();
    let notes = fs::read_dir(shell.path(".")).unwrap();
    let names = notes.map(|file| file.unwrap().file_name().into_string().unwrap());
    let notes = names.into_iter().find(|name| name.contains(".notes."));
    for source in ["briefing.toml", &notes.unwrap()] {
        let arguments = ["report", "--format", "md", "-o", source, "--force"];
        let (status, _, err) = shell.run(&arguments);
        assert!(status == 2 && err.contains("made from this"), "{err}");
    }
    assert_eq!(
        fs::read_to_string(shell.path("briefing.toml")).unwrap(),
        before
    );
    let (status, _, err) = shell.run(&["report", "-o", "out.pdf"]);
    assert!(status == 2 && err.contains("docx, html"), "{err}");
    assert!(!shell.path("out.pdf").exists());
}

#[test]
fn the_built_in_template_is_printed_and_makes_the_same_report() {
    let shell = Shell::new();
    shell.run(&["note", "ML: tolls +commitment q1"]);
    for format in ["md", "html"] {
        let (status, template, _) = shell.run(&["report", "--print-template", format]);
        assert_eq!(status, 0);
        let name = format!("mine.{format}.jinja");
        fs::write(shell.path(&name), template).unwrap();
        let (_, by_mine, _) = shell.run(&["report", "--template", &name]);
        let (_, by_ours, _) = shell.run(&["report", "--format", format]);
        assert_eq!(by_mine, by_ours);
    }
    let (status, _, err) = shell.run(&["report", "--print-template", "docx"]);
    assert!(status == 2 && err.contains("md or html"), "{err}");
}

#[test]
fn a_template_of_the_user_makes_the_report_or_is_refused() {
    let shell = Shell::new();
    shell.run(&["note", "ML: <b> tolls +commitment q1"]);
    let run = |name: &str, template: &str| {
        fs::write(shell.path(name), template).unwrap();
        shell.run(&["report", "--template", name])
    };
    let each = "{% for it in commitments %}{{ it.who }} does {{ it.what }}{% endfor %}";
    let (status, out, _) = run("mine.html.jinja", each);
    assert_eq!((status, out.trim_end()), (0, "Mali does &lt;b&gt; tolls"));
    let (status, out, _) = run("mine.txt", each);
    assert_eq!((status, out.trim_end()), (0, "Mali does <b> tolls"));
    let (status, _, err) = run("mine.txt", "one\n{{ nothing }}");
    assert!(
        status == 2 && err.contains("mine.txt") && err.contains("line 2"),
        "{err}"
    );
    let (status, _, err) = run(
        "mine.txt",
        "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    );
    assert!(status == 2 && err.contains("does not end"), "{err}");
    let (status, _, err) = shell.run(&["report", "--template", "absent.md"]);
    assert!(status == 2 && err.contains("absent.md"), "{err}");
}
