use super::*;

/// The sixteen colours of xterm, a VGA console, GNOME Terminal (Tango), Windows Terminal (Campbell)
/// and macOS Terminal, in the order of their codes.
const PALETTES: [[u32; 16]; 5] = [
    [
        0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
        0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ],
    [
        0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
        0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
    ],
    [
        0x00_0000, 0xcc_0000, 0x4e_9a06, 0xc4_a000, 0x34_65a4, 0x75_507b, 0x06_989a, 0xd3_d7cf,
        0x55_5753, 0xef_2929, 0x8a_e234, 0xfc_e94f, 0x72_9fcf, 0xad_7fa8, 0x34_e2e2, 0xee_eeec,
    ],
    [
        0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
        0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
    ],
    [
        0x00_0000, 0x99_0000, 0x00_a600, 0x99_9900, 0x00_00b2, 0xb2_00b2, 0x00_a6b2, 0xbf_bfbf,
        0x66_6666, 0xe5_0000, 0x00_d900, 0xe5_e500, 0x00_00ff, 0xe5_00e5, 0x00_e5e5, 0xe5_e5e5,
    ],
];

/// The least contrast, as in WCAG 2.2, of a colour on a background that it was not made for. None
/// of the sixteen colours reaches 3 on both white and black in every palette.
const LEAST: f64 = 2.4;

/// Returns all styles of a theme, with their names.
fn styles(theme: &Theme) -> [(&'static str, Style); 16] {
    let Theme {
        text,
        faint,
        heading,
        kind,
        emphasis,
        strong,
        link,
        lit,
        selected,
        sign,
        border,
        focus_border,
        title,
        focus,
        key,
        alert,
    } = *theme;
    [
        ("text", text),
        ("faint", faint),
        ("heading", heading),
        ("kind", kind),
        ("emphasis", emphasis),
        ("strong", strong),
        ("link", link),
        ("lit", lit),
        ("selected", selected),
        ("sign", sign),
        ("border", border),
        ("focus_border", focus_border),
        ("title", title),
        ("focus", focus),
        ("key", key),
        ("alert", alert),
    ]
}

/// Returns the code of a colour.
fn code(color: Color) -> usize {
    let all = [
        Color::Black,
        Color::Red,
        Color::Green,
        Color::Yellow,
        Color::Blue,
        Color::Magenta,
        Color::Cyan,
        Color::Gray,
        Color::DarkGray,
        Color::LightRed,
        Color::LightGreen,
        Color::LightYellow,
        Color::LightBlue,
        Color::LightMagenta,
        Color::LightCyan,
        Color::White,
    ];
    all.into_iter().position(|one| one == color).unwrap()
}

/// Returns the relative luminance of an sRGB colour.
fn luminance(color: u32) -> f64 {
    let [_, red, green, blue] = color.to_be_bytes().map(|part| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    one.max(other) / one.min(other)
}

#[test]
fn no_text_is_white_black_or_gray_on_the_terminals_own_background() {
    for theme in [PLAIN, DARK, LIGHT] {
        for (name, style) in styles(&theme) {
            let vanishes = [Color::White, Color::Black, Color::Gray, Color::DarkGray]
                .into_iter()
                .find(|color| style.fg == Some(*color) && style.bg.is_none());
            assert_eq!(vanishes, None, "{name}");
        }
        for (name, style, modifier) in [
            ("strong", theme.strong, Modifier::BOLD),
            ("faint", theme.faint, Modifier::DIM),
            ("title", theme.title, Modifier::empty()),
            ("text", theme.text, Modifier::empty()),
        ] {
            assert_eq!(style, Style::new().add_modifier(modifier), "{name}");
        }
    }
}

/// Some terminals show bold text in the light variant of its colour.
#[test]
fn the_default_theme_is_readable_on_black_and_on_white() {
    for palette in PALETTES {
        for (name, style) in styles(&DARK) {
            let Some(color) = style.fg else { continue };
            let bold = style.add_modifier.contains(Modifier::BOLD);
            let backgrounds = match style.bg {
                Some(color) => vec![palette[code(color)]],
                None => vec![0x00_0000, 0xff_ffff],
            };
            let dark = code(color);
            for shown in [dark, if bold { dark | 8 } else { dark }] {
                for background in &backgrounds {
                    let contrast = contrast(palette[shown], *background);
                    assert!(contrast >= LEAST, "{name}: {contrast:.1} in {palette:x?}");
                }
            }
        }
    }
}
