use yew::prelude::*;

/// The icons, drawn for this program: one stroke of a pencil each, on a grid of 20.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Icon {
    File,
    Clipboard,
    Example,
    Lock,
    Plus,
    Pencil,
    Print,
    Close,
    Sun,
    Moon,
    Half,
    Check,
    Place,
}

impl Icon {
    const fn path(self) -> &'static str {
        match self {
            Self::File => "M5 2.8h6.5L15.5 7v10.2H5zM11.2 3v4.3h4.2",
            Self::Clipboard => "M7 4H4.5v13.2h11V4H13M7.2 2.8h5.6v3H7.2zM7.5 9.8h5M7.5 13h5",
            Self::Example => "M3 5.5c2.6-1 5-.8 7 .7 2-1.5 4.4-1.7 7-.7v10c-2.6-1-5-.8-7 .7-2-1.5-4.4-1.7-7-.7zM10 6.2v10",
            Self::Lock => "M4.5 9h11v8.2h-11zM6.8 9V6.2a3.2 3.2 0 0 1 6.4 0V9M10 12.3v1.7",
            Self::Plus => "M10 4v12M4 10h12",
            Self::Pencil => "M3.5 16.5l.9-3.6 8.7-8.7 2.7 2.7-8.7 8.7zM11.3 6l2.7 2.7",
            Self::Print => "M5.5 7.5V3h9v4.5M5.5 14H3V7.5h14V14h-2.5M5.5 12h9v5h-9z",
            Self::Close => "M5 5l10 10M15 5L5 15",
            Self::Sun => {
                "M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 2v1.8M10 16.2V18M2 10h1.8M16.2 10H18M4.3 4.3l1.3 1.3M14.4 14.4l1.3 1.3M15.7 4.3l-1.3 1.3M5.6 14.4l-1.3 1.3"
            }
            Self::Moon => "M15.8 12.3A6.5 6.5 0 0 1 7.7 4.2a6.5 6.5 0 1 0 8.1 8.1z",
            Self::Half => "M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z",
            Self::Check => "M4 10.6l4 4.4 8-10",
            Self::Place => {
                "M10 17.5s5.5-5 5.5-9a5.5 5.5 0 0 0-11 0c0 4 5.5 9 5.5 9zM10 6.7a1.9 1.9 0 1 1 0 3.8 1.9 1.9 0 0 1 0-3.8z"
            }
        }
    }

    /// The drawing; what it means is said in words beside it.
    pub(super) fn draw(self) -> Html {
        html! {
            <svg class="icon" viewBox="0 0 20 20" width="16" height="16" aria-hidden="true" focusable="false">
                <path d={self.path()} />
                if self == Self::Half { <path class="icon__fill" d="M10 3.5a6.5 6.5 0 0 1 0 13z" /> }
            </svg>
        }
    }
}

/// The mark: a vermilion tick over a ledger.
pub(super) fn mark() -> Html {
    html! {
        <svg class="mark-logo" viewBox="0 0 48 48" width="28" height="28" aria-hidden="true" focusable="false">
            <rect class="mark-logo__sheet" x="3" y="3" width="42" height="42" rx="9" />
            <path class="mark-logo__grid" d="M4.5 17h39M4.5 31h39M17 4.5v39M31 4.5v39" />
            <path class="mark-logo__tick" d="M13 25.5l8 9.5L37.5 12" />
        </svg>
    }
}
