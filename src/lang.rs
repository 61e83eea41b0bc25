//! The languages that findings and messages are written in.

/// A language of the user; simplified Chinese is the first.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Lang {
    /// Simplified Chinese.
    #[default]
    ZhCn,
    /// Traditional Chinese.
    ZhTw,
    /// English; labels of the form stay Chinese, since they are names.
    En,
}

impl Lang {
    /// All languages, in the order in which a switch offers them.
    pub const ALL: [Self; 3] = [Self::ZhCn, Self::ZhTw, Self::En];

    /// The language tag: `zh-CN`, `zh-TW` or `en`.
    pub const fn tag(self) -> &'static str {
        match self {
            Self::ZhCn => "zh-CN",
            Self::ZhTw => "zh-TW",
            Self::En => "en",
        }
    }

    /// The language that serves a tag such as `zh-Hant-HK` or `en-GB` best; simplified Chinese when none does.
    pub fn from_tag(tag: &str) -> Self {
        let tag = tag.to_ascii_lowercase();
        let part = |wanted: &str| tag.split(['-', '_']).any(|part| part == wanted);
        if part("en") {
            Self::En
        } else if ["tw", "hk", "mo", "hant"].iter().any(|region| part(region)) {
            Self::ZhTw
        } else {
            Self::ZhCn
        }
    }
}

/// One fixed text in every language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Text {
    /// Simplified Chinese.
    pub zh_cn: &'static str,
    /// Traditional Chinese.
    pub zh_tw: &'static str,
    /// English.
    pub en: &'static str,
}

impl Text {
    /// The text in one language.
    pub const fn get(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::ZhCn => self.zh_cn,
            Lang::ZhTw => self.zh_tw,
            Lang::En => self.en,
        }
    }
}

/// Formats one message in the language asked for; only that one is built.
macro_rules! say {
    ($lang:expr, $zh_cn:literal, $zh_tw:literal, $en:literal $(, $($args:tt)*)?) => {
        match $lang {
            $crate::Lang::ZhCn => format!($zh_cn $(, $($args)*)?),
            $crate::Lang::ZhTw => format!($zh_tw $(, $($args)*)?),
            $crate::Lang::En => format!($en $(, $($args)*)?),
        }
    };
}
pub(crate) use say;

#[cfg(test)]
mod tests {
    use super::Lang;

    #[test]
    fn tags_fall_to_the_language_that_serves_them() {
        for (tag, lang) in [
            ("zh-CN", Lang::ZhCn),
            ("zh", Lang::ZhCn),
            ("zh-Hant-HK", Lang::ZhTw),
            ("zh_TW", Lang::ZhTw),
            ("en-GB", Lang::En),
            ("fr", Lang::ZhCn),
            ("", Lang::ZhCn),
        ] {
            assert_eq!(Lang::from_tag(tag), lang, "{tag}");
        }
    }
}
