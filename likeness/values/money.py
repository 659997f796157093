"""Money: integer minor units of an ISO 4217 currency. Never a float, never a sum across currencies."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from likeness.errors import Unreadable

# ISO 4217 list one (active codes that are money). Two decimals unless listed below. CLDR
# differs for some of them, because it counts the decimals people use, and the standard those of the currency.
_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHE CHF CHW CLF CLP CNY COP COU CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD "
    "GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP "
    "LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB "
    "PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB "
    "TJS TMT TND TOP TRY TTD TWD TZS UAH UGX USD USN UYI UYU UYW UZS VED VES VND VUV WST XAF XCD XCG XOF XPF YER "
    "ZAR ZMW ZWG"
)
_DIGITS = dict.fromkeys(_CODES.split(), 2)
_DIGITS.update(dict.fromkeys("BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0))
_DIGITS.update(dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3))
_DIGITS.update(dict.fromkeys("CLF UYW".split(), 4))


@dataclass(frozen=True, order=True)
class Money:
    """A sum: `minor` units (cents for EUR, yen for JPY) of `currency`."""

    minor: int
    currency: str

    def amount(self) -> Decimal:
        """Return the sum in major units, exactly."""
        return Decimal(self.minor).scaleb(-digits(self.currency))


def added_up(sums: Iterable[Money]) -> tuple[Money, ...]:
    """Return one sum for each currency, in the alphabetical order of the codes."""
    totals: dict[str, int] = {}
    for money in sums:
        totals[money.currency] = totals.get(money.currency, 0) + money.minor
    return tuple(Money(minor, currency) for currency, minor in sorted(totals.items()))


def digits(currency: str) -> int:
    """Return the decimals of an ISO 4217 currency, or raise Unreadable for a code that is none."""
    if currency not in _DIGITS:
        raise Unreadable("unknown-currency", key="currency", value=currency)
    return _DIGITS[currency]


def currencies() -> tuple[str, ...]:
    """Return every known code in alphabetical order."""
    return tuple(sorted(_DIGITS))
