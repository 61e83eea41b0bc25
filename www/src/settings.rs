//! What a host or a user chooses.

/// Who shows the checker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The page itself: it may use the address, the document and the machine's storage.
    Page,
    /// A guest in somebody else's page: it touches nothing outside its root.
    Widget,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Theme {
    /// As the system has it.
    #[default]
    Auto,
    /// Light.
    Light,
    /// Dark.
    Dark,
}

impl Theme {
    pub(crate) const fn id(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    pub(crate) fn from_id(id: &str) -> Self {
        match id {
            "light" => Self::Light,
            "dark" => Self::Dark,
            _ => Self::Auto,
        }
    }

    /// The next one of the switch.
    pub(crate) const fn next(self) -> Self {
        match self {
            Self::Auto => Self::Light,
            Self::Light => Self::Dark,
            Self::Dark => Self::Auto,
        }
    }
}

/// What of a result is shown: the attribute `show`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Show {
    pub(crate) text: bool,
    pub(crate) tables: bool,
    pub(crate) findings: bool,
}

impl Show {
    const ALL: Self = Self { text: true, tables: true, findings: true };

    /// Names separated by spaces or commas; none that is known: everything.
    pub(crate) fn parse(names: Option<&str>) -> Self {
        let names = names.unwrap_or_default();
        let has = |name: &str| names.split([' ', ',']).any(|own| own == name);
        let show = Self { text: has("text"), tables: has("tables"), findings: has("findings") };
        if show.text || show.tables || show.findings { show } else { Self::ALL }
    }
}

/// How wide the checker is, whatever the window: its layouts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Width {
    /// A phone, a side column, 200 % zoom.
    Narrow,
    /// One column.
    Medium,
    /// Sheet and findings side by side.
    #[default]
    Wide,
}

impl Width {
    pub(crate) fn of(pixels: f64) -> Self {
        if pixels < 680.0 {
            Self::Narrow
        } else if pixels < 1080.0 {
            Self::Medium
        } else {
            Self::Wide
        }
    }

    pub(crate) const fn class(self) -> &'static str {
        match self {
            Self::Narrow => "is-narrow",
            Self::Medium => "is-medium",
            Self::Wide => "is-wide",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Show;

    #[test]
    fn what_is_not_understood_hides_nothing() {
        assert_eq!(Show::parse(None), Show::ALL);
        assert_eq!(Show::parse(Some("everything")), Show::ALL);
        assert_eq!(Show::parse(Some("tables, findings")), Show { text: false, tables: true, findings: true });
    }
}
