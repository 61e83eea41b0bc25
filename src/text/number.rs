//! Numbers as tables print them.

use std::fmt;

use super::fold::fold;

/// An exact decimal number: `mantissa` / 10^`scale`.
///
/// Money is printed in 万元 with up to four decimals; binary fractions would make equal sums differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Number {
    mantissa: i64,
    scale: u8,
}

/// More decimals than any amount of money has; more are not read.
const MAX_SCALE: u8 = 8;

impl Number {
    /// A whole number.
    pub const fn whole(value: i64) -> Self {
        Self { mantissa: value, scale: 0 }
    }

    /// Reads a number: full-width or ASCII digits, a sign, decimals, separators of thousands; nothing else may stand there.
    pub fn parse(text: &str) -> Option<Self> {
        let text: String = text.chars().filter_map(fold).collect();
        let (negative, digits) = match text.strip_prefix(['-', '−']) {
            Some(rest) => (true, rest),
            None => (false, text.strip_prefix('+').unwrap_or(&text)),
        };
        let (whole, fraction) = match digits.split_once('.') {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (digits, None),
        };
        let whole = ungroup(whole)?;
        let fraction = fraction.unwrap_or_default();
        let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !all_digits(&whole) || !all_digits(fraction) || (fraction.is_empty() && digits.ends_with('.')) {
            return None;
        }
        let scale = u8::try_from(fraction.len()).ok().filter(|&scale| scale <= MAX_SCALE)?;
        let mantissa: i64 = format!("{whole}{fraction}").parse().ok()?;
        Some(Self { mantissa: if negative { -mantissa } else { mantissa }, scale }.reduced())
    }

    /// Without zeros at the end of the decimals, so that equal numbers are equal.
    fn reduced(mut self) -> Self {
        while self.scale > 0 && self.mantissa % 10 == 0 {
            self.mantissa /= 10;
            self.scale -= 1;
        }
        self
    }

    /// Whether it is below zero.
    pub const fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// Whether it has no decimals.
    pub const fn is_whole(self) -> bool {
        self.scale == 0
    }

    /// The value when it is whole.
    pub const fn as_whole(self) -> Option<i64> {
        if self.is_whole() { Some(self.mantissa) } else { None }
    }

    /// The nearest binary number, for JSON.
    #[allow(clippy::cast_precision_loss, reason = "JSON numbers are binary; the text of the cell is beside it")]
    pub fn as_f64(self) -> f64 {
        self.mantissa as f64 / 10_f64.powi(i32::from(self.scale))
    }

    /// The exact sum; none when it does not fit.
    pub fn sum(numbers: impl IntoIterator<Item = Self>) -> Option<Self> {
        numbers.into_iter().try_fold(Self::whole(0), |a, b| {
            let scale = a.scale.max(b.scale);
            let mantissa = a.at_scale(scale)?.checked_add(b.at_scale(scale)?)?;
            Some(Self { mantissa, scale }.reduced())
        })
    }

    /// The exact difference; none when it does not fit.
    pub fn minus(self, other: Self) -> Option<Self> {
        Self::sum([self, Self { mantissa: other.mantissa.checked_neg()?, scale: other.scale }])
    }

    fn at_scale(self, scale: u8) -> Option<i64> {
        self.mantissa.checked_mul(10_i64.checked_pow(u32::from(scale - self.scale))?)
    }
}

/// The digits without separators of thousands; none when those do not stand before groups of three.
fn ungroup(digits: &str) -> Option<String> {
    let mut groups = digits.split(',');
    let first = groups.next()?;
    if digits.len() == first.len() {
        return Some(digits.to_owned());
    }
    let fits = (1..=3).contains(&first.len()) && groups.all(|group| group.len() == 3);
    fits.then(|| digits.replace(',', ""))
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = usize::from(self.scale) + 1);
        let (whole, fraction) = digits.split_at(digits.len() - usize::from(self.scale));
        write!(f, "{}{whole}.{fraction}", if self.is_negative() { "-" } else { "" })
    }
}

#[cfg(test)]
mod tests {
    use super::Number;

    #[test]
    fn numbers_are_read_as_printed() {
        for (text, shown) in [
            ("0", "0"),
            ("031", "31"),
            ("１，２０４", "1204"),
            ("96171.6", "96171.6"),
            ("59237.2449", "59237.2449"),
            ("0.50", "0.5"),
            ("-3", "-3"),
            ("－0.05", "-0.05"),
            ("+1", "1"),
            ("3 119", "3119"),
        ] {
            assert_eq!(Number::parse(text).map(|n| n.to_string()).as_deref(), Some(shown), "{text}");
        }
    }

    #[test]
    fn what_is_no_number_is_not_made_one() {
        for text in
            ["", "-", "/", "1.", ".5", "1,2", "12,34", "1,2345", "三", "5余", "3件", "1.2.3", "99999999999999999999", "--1"]
        {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn sums_are_exact() {
        let number = |text| Number::parse(text).expect("a number");
        assert_eq!(Number::sum([number("0.1"), number("0.2")]), Some(number("0.3")));
        assert_eq!(number("0.3").minus(number("0.3")), Some(Number::whole(0)));
        assert_eq!(Number::sum([Number::whole(i64::MAX), Number::whole(1)]), None);
    }
}
