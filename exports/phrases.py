"""Small words of the bulletin in both languages: numbers, dates, how headings are numbered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from scoring.plan import Plan
from scoring.points import MOST_DECIMALS, exact_text, exactly, plain_decimal, published
from scoring.text import Language, Text, joined

DIGITS = "零一二三四五六七八九"


def language_tag(language: Language) -> str:
    """A language as files name it (BCP 47)."""
    return "zh-CN" if language == "zh" else "en"


def chinese_number(number: int) -> str:
    """一, 十, 十一, 二十 … as headings and rounds are numbered; plain digits from 100 on."""
    if number >= 100:
        return str(number)
    tens, ones = divmod(number, 10)
    front = ("" if tens == 1 else DIGITS[tens]) + "十" if tens else ""
    return front + (DIGITS[ones] if ones or not tens else "")


def round_name(number: int) -> Text:
    """第一轮 / round 1."""
    return Text(f"第{chinese_number(number)}轮", f"round {number}")


def long_date(day: date) -> Text:
    """2023年5月7日, without padding (GB/T 9704-2012, 7.3.5.4) / 7 May 2023."""
    return Text(f"{day.year}年{day.month}月{day.day}日", f"{day.day} {_MONTHS[day.month - 1]} {day.year}")


_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def sentences(texts: Sequence[Text]) -> Text:
    """Sentences one after another."""
    return joined(texts, "", " ")


def capital(text: Text) -> Text:
    """A sentence that begins with a capital letter in English."""
    return Text(text.zh, text.en[:1].upper() + text.en[1:])


def shown(value: Fraction, plan: Plan) -> str:
    """A group's or component's score as the bulletin lists it: two decimals more than the published one."""
    return f"{published(value, plan.decimals + 2):f}"


def listed_total(total: Fraction) -> str:
    """A ballot's total as sheets and annexes list it: exact, and a fraction where four decimals are too few."""
    return exactly(total, 4)


def told_apart(values: Sequence[Fraction], plan: Plan) -> list[str]:
    """Values with just as many decimals as tell the different ones apart; exact ones where none do."""
    for decimals in range(plan.decimals + 2, MOST_DECIMALS + 1):
        texts = [f"{published(value, decimals):f}" for value in values]
        if len(set(texts)) == len(set(values)):
            return texts
    return [exact_text(value) for value in values]


def signed(points: Decimal) -> str:
    """Points of an adjustment with their sign: +1, -0.5, 0."""
    text = plain_decimal(points)
    return text if points <= 0 else f"+{text}"


def heading_number(number: int, level: int, language: Language) -> str:
    """一、 and （一） as GB/T 9704-2012, 7.3.3 numbers headings; 1. and 1.1 style letters in English."""
    if language == "en":
        return f"{number}. " if level == 0 else f"({number}) "
    return f"{chinese_number(number)}、" if level == 0 else f"（{chinese_number(number)}）"
