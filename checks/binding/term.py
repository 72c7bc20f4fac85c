"""Knows what a length of time is: the municipality's handling term, or validity, objection, a duty, a collection window."""

from __future__ import annotations

import re
from enum import StrEnum

from checks.binding.subject import Subject
from checks.readers.duration import Duration
from checks.readers.sentences import Sentence


class TermRole(StrEnum):
    """What a length of time is about."""

    AFHANDELING = "afhandeling"
    DEELSTAP = "deelstap"  # we call you within 10 days
    ZIJKANAAL = "zijkanaal"  # by post only
    VARIANT = "variant"  # the urgent procedure, one group
    GELDIG = "geldigheid"
    BEZWAAR = "bezwaar"
    VOORAF = "vooraf aanvragen"
    PLICHT = "eigen plicht"
    OPHALEN = "ophaaltermijn"
    OUDERDOM = "ouderdom van papieren"
    BETALING = "betaling"
    HOE_VAAK = "hoe vaak"
    LEEFTIJD = "leeftijd"
    LOOPTIJD = "looptijd"
    ANDERS = "anders"


TERM_HEAD = re.compile(
    r"hoe ?lang\b|\w*termijn\b|\btermyn|levertijd|doorlooptijd|\w*behandel\w*|afhandel\w*|\bduur\b|duurt\b|wanneer (?:krijg|ontvang|hoor|is|kan ik)|wachttijd|how long|"
    r"processing|verwerking|procedure|wat gebeurt er|hoe verloopt|verloop|na (?:uw|je|de) (?:aanvraag|melding)|en dan|hoe gaat het verder|vervolg|besluit|beslissing|decision|wanneer",
    re.IGNORECASE,
)
"""Headings and labels under which handling terms stand."""
_STRONG_HEAD = re.compile(
    r"hoe ?lang duurt|hoe ?lang moet|hoe ?lang wacht|hoe ?lang doe|afhandel\w*|\w*behandel(?:tijd|duur|termijn|ing)\b|levertijd|doorlooptijd|verwerkingstijd|"
    r"\bbeslistermijn|\btermijn(?:en)?\b|how long does|processing time|wachttijd|wanneer (?:krijg|ontvang|hoor)|\bduur\b|afhanneling",
    re.IGNORECASE,
)

_HANDLES = re.compile(
    r"""besluit | beslis\w* | beschikking | behandel\w* | afgehandeld | afhandel\w* | verwerk\w* | duurt | \bduur\b | klaar\b | op\ ?te\ ?halen | ophalen | afhalen | opgehaald | haalt\b | halen\b |
    \bontvang\w* | \bkrijg\w* | \bbericht | antwoord | \breactie | reage(?:ert|ren) | uitslag | \bthuis | toegestuurd | toegezonden | opgestuurd | verstu\w* | verzonden | bezorgd | gestuurd | \bstu(?:ren|urt)\b |
    levertijd | doorlooptijd | termijn | in\ huis | brievenbus | geregeld | uitgevoerd | opgelost | oplossen | verholpen | verhelpen | gerepareerd | repareren | hersteld | herstel\w* | weggehaald | verwijder\w* | uitbetaal\w* |
    overgemaakt | op\ uw\ rekening | verleend | verlenen | toestemming | geplaatst | geleverd | in\ behandeling | actief | \bgaat\b.{0,12}\bin\b | gebruiken | meegenomen | meenemen | \bmee\b | meekrijg\w* |
    decision | decide | receive | process\w* | \btakes?\b | ready | collect | hear\ from | weet\ u | hoort\ u | hoor\ je | laten\ (?:wij|we)\ | laat\ de\ gemeente | uitspraak | ingeschreven | beantwoord\w* | uitgereikt | duorret | krije | krijt |
    beschikbaar | gereed | aangepast | doorgevoerd | oordeel | advies | rond\b | geholpen | gemaakt\ | afgerond | opgepakt | gecontroleerd | opgeruimd | opruimen | leeggemaakt | zichtbaar""",
    re.VERBOSE | re.IGNORECASE,
)
_VALID = re.compile(r"geldig|\bgeldt\b|verloop|verlop|van kracht|\bvalid\b|jildich|expire", re.IGNORECASE)
_OBJECT = re.compile(r"bezwaar|\bberoep\b|zienswijze|ter inzage|objection|appeal", re.IGNORECASE)
_AHEAD_AFTER = re.compile(
    r"^\W{0,2}(?:voor(?:dat|af\w*)?\b(?!\s*(?:het|de) (?:behandel|verwerk|besliss|afhandel))|vóór|van te ?voren|van tevoren|eerder|in advance|before|prior|foar|ervoor|daarvoor(?! een))",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"van te ?voren|op zijn vroegst|uiterlijk .{0,30}\bvo(?:or|ór)\b|(?:minimaal|minstens|ten ?minste|uiterlijk|niet later dan)\b.{0,30}\b(?:voor|vóór|voordat)\b|in advance|vooraf aan|\bop tijd\b",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"\b(?:u|je|jij|jo|ouders?|de (?:aanvrager|houder|eigenaar|vader|moeder)|you)\b.{0,40}\b(?:moet|moeten|dient|bent verplicht|hebt|heeft|must|have to|should|geeft|doet|meldt|kunt|kan|hoeft)\b"
    r".{0,90}\b(?:doorgeven|door te geven|geven|door|aangifte|aangeven|aan te geven|melden|te melden|meld|inleveren|in te leveren|opsturen|aanvullen|aan te vullen|reageren|betalen|indienen|in te dienen|terugbrengen|inschrijven|in te schrijven|register|report|wijzigen|aanvragen|aan te vragen|omwisselen|laten)\b|"
    r"^(?:geef|meld|doe|vraag|schrijf|lever|stuur|betaal|register|report)\b.{0,80}\bbinnen\b|"
    r"\bbinnen\b.{0,30}\b(?:na|nadat|van|nei|of)\b.{0,25}\b(?:geboorte|overlijden|verhuizing|verhuizen|bevalling|aankomst|vestiging|vertrek|moving|birth|arrival|berte|dagtekening|verzenddatum|ontstaan)\b|"
    r"begraven|gecremeerd|cremeren|begrafenis|\bverplicht|doorgeven (?:kan|moet|binnen)|aangifte (?:doet|moet|doen)|hersteltermijn|aanvullen|aan te vullen|in te leveren|kan vanaf|geef .{0,60}\bdoor\b",
    re.IGNORECASE,
)
_COLLECT = re.compile(
    r"\bbinnen\b.{0,40}\b(?:op(?:ge)?halen|op te halen|afhalen|afgehaald|opgehaald|op\b)|bewaren|bewaard|vernietig|vervalt|\b(?:hebt|heeft) .{0,40}de tijd",
    re.IGNORECASE,
)
_PAPERS = re.compile(
    r"ouder dan|\boud\b|\brecent|\blaatste\b|afgelopen|voorafgaande|geleden|older than|last \w+ months", re.IGNORECASE
)
_PAYMENT = re.compile(
    r"\bbetal(?:en|ing)|factuur|rekening (?:krijgt|ontvangt|binnen)|incasso|termijnen|aflos|\bbetaalt\b|huurperiode",
    re.IGNORECASE,
)
_OFTEN = re.compile(
    r"\b(?:keer|maal|eens)\b.{0,12}\b(?:per|in|elke|iedere)\b|\b(?:elke|iedere|om de)\s*$|hoe vaak|\bper \d|dagen per week|uur per dag|uur per week|per (?:kalender)?jaar|once",
    re.IGNORECASE,
)
_AGE = re.compile(
    r"leeftijd|jaar (?:of|en) (?:ouder|jonger)|jonger|ouder dan|\bvanaf \d+ jaar|\btot \d+ jaar|jarig|jaar oud|kind|minderjarig|18 jaar|16 jaar",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"gedurende|periode|looptijd|langer dan|langer as|korter dan|tijdelijk|contract|verblij|\bwoon|\bwonen|\bwoont|al minimaal|in het buitenland|werkzaamheden|evenement|afspraak (?:duurt|kost|is)|gesprek (?:duurt|is)|"
    r"parkeren|trajec|programma|huur(?:t|der|contract|overeenkomst)|stay|live in|mag .{0,30}(?:staan|blijven|gebruiken)|blijft|bewaartermijn|grafrust|grafrecht|rechten|ceremonie|lang(?:er)? mogen|duur van de|opleiding|lid van|"
    r"vooruit|bedenktijd|inwoner|per week|per dag|aaneengesloten|maximaal \d+ (?:jaar|maanden) (?:achter|lang)|terugwerkende|ingeschreven (?:staan|staat|zijn)|staat .{0,30}ingeschreven|gehuwd|getrouwd|samen",
    re.IGNORECASE,
)
_OPEN = re.compile(r"\bopen\b|geopend|bereikbaar|openingstijden|bezetting", re.IGNORECASE)
_PART = re.compile(
    r"ontvangstbevestiging|bevestiging|contact (?:met u )?op|neemt .{0,30}contact|nemen (?:wij|we) .{0,30}contact|\bbel(?:t|len)\b|gesprek\b|uitnodig|intake|huisbezoek|keukentafel|volledig is|compleet is|gepubliceer|"
    r"afspraak (?:met u|maken)|controleert of|contact you|confirmation",
    re.IGNORECASE,
)
_BY_POST = re.compile(r"per post|schriftelijk|via de post|per brief|by (?:post|mail)|papieren formulier", re.IGNORECASE)
_URGENT = re.compile(r"\bspoed|\burgent|sneller|rush", re.IGNORECASE)
_NO_RESULT = re.compile(
    r"\b(?:direct|meteen|onmiddellijk|gelijk)\b\s*(?:digitaal|online|aanvra|regel|naar|contact|bel|door|via|met|afspra|aangifte|meld|omgeving|betal|nodig|gevaar|hulp|in het|bij|na\b)",
    re.IGNORECASE,
)
_AT_ONCE_RESULT = re.compile(
    r"klaar|\bmee\b|meenem|meekrijg|meegegeven|ontvang|krijg|verwerk|geregeld|beschikbaar|geldig|\bgaat\b.{0,12}\bin\b|actief|besluit|uitslag|gebruik|duidelijk|weet (?:u|je)|ingeschreven|afgehandeld|"
    r"behandeld|geholpen|doorgevoerd|bevestig|uitgereikt|opgemaakt|verstuurd|gestuurd|verzonden|toegestuurd|ready|receive|aangepast|mei\b|in orde|rond\b|ophalen|antwoord|bericht|opgehaald|afgegeven|inschrijf",
    re.IGNORECASE,
)


def role_of_duration(
    fact: Duration, sentence: Sentence, subject: Subject, others: tuple[Duration, ...] = ()
) -> TermRole:
    """Say what ``fact`` is about. ``others`` are all lengths of time in the sentence; each is judged on its own clause."""
    clause, start = _clause(fact, sentence.text, others)
    if fact.at_once:
        return _role_at_once(fact, clause.lower(), sentence)
    negative = _not_handling(fact, clause, start, sentence, subject)
    if negative is not None:
        return negative
    if not _HANDLES.search(clause) and not _HANDLES.search(sentence.lead) and not _head(_STRONG_HEAD, sentence):
        return TermRole.ANDERS
    if _PART.search(clause) and not re.search(
        r"besl(?:is|uit)|klaar|verwerkt|ontvangt u (?:de|het|uw)|thuis|duurt", clause, re.IGNORECASE
    ):
        return TermRole.DEELSTAP
    if _URGENT.search(clause) and not subject.is_urgent:
        return TermRole.VARIANT
    if _BY_POST.search(clause) and re.search(r"aanvra|formulier|indient|melding|inzend", clause, re.IGNORECASE):
        return TermRole.ZIJKANAAL
    if (
        fact.unit in ("jaar", "minuut", "seconde")
        and not _head(_STRONG_HEAD, sentence)
        and not re.search(r"duurt|behandel|wacht", clause, re.IGNORECASE)
    ):
        return TermRole.ANDERS
    return TermRole.AFHANDELING


def _not_handling(fact: Duration, clause: str, start: int, sentence: Sentence, subject: Subject) -> TermRole | None:
    before, after = clause[:start], clause[start + (fact.end - fact.start) :]
    heads = " | ".join(sentence.heads[:1])
    if _VALID.search(clause) or (re.search(r"geldig", heads, re.IGNORECASE) and not _HANDLES.search(clause)):
        return TermRole.GELDIG
    if _OBJECT.search(clause) and not (
        subject.is_appeal
        and re.search(r"besl|besluit|uitspraak|behandel|ontvangt|duurt|bericht", clause, re.IGNORECASE)
    ):
        return TermRole.BEZWAAR
    if _OBJECT.search(heads) and not subject.is_appeal:
        return TermRole.BEZWAAR
    if _AHEAD_AFTER.search(after) or _AHEAD.search(clause):
        return TermRole.VOORAF
    if fact.unit == "jaar" and _AGE.search(clause):
        return TermRole.LEEFTIJD
    if _PAPERS.search(clause):
        return TermRole.OUDERDOM
    if _OFTEN.search(before[-15:] + clause[start : start + (fact.end - fact.start)] + after[:20]):
        return TermRole.HOE_VAAK
    if _COLLECT.search(clause) and not re.search(r"\bna\b|vanaf", before[-25:], re.IGNORECASE):
        return TermRole.OPHALEN
    if _DUTY.search(clause) and not _municipality_acts(clause):
        return TermRole.PLICHT
    if _PAYMENT.search(clause) and not re.search(r"uitbetal", clause, re.IGNORECASE):
        return TermRole.BETALING
    if _LASTS.search(clause) and not re.search(
        r"besl(?:is|uit)|behandel|verwerk|aanvraag duurt|bericht", clause, re.IGNORECASE
    ):
        return TermRole.LOOPTIJD
    if _OPEN.search(clause):
        return TermRole.ANDERS
    return None


def _role_at_once(fact: Duration, clause: str, sentence: Sentence) -> TermRole:
    if _NO_RESULT.search(clause) or sentence.is_question or sentence.block.kind == "button":
        return TermRole.ANDERS
    if _AT_ONCE_RESULT.search(clause) or _head(_STRONG_HEAD, sentence):
        if _URGENT.search(clause):
            return TermRole.VARIANT
        return TermRole.AFHANDELING
    return TermRole.ANDERS


def _municipality_acts(clause: str) -> bool:
    return bool(
        re.search(
            r"\b(?:krijgt u|ontvangt u|hoort u|besl(?:is|uit)\w*|(?:wij|we|de gemeente|het college|de burgemeester)\b.{0,40}\b(?:besl|behandel|verwerk|stu|reag|laat|laten|neem|nemen)\w*|duurt|u (?:krijgt|ontvangt)\b|kunt u .{0,60}ophalen|klaar|verwerkt)",
            clause,
            re.IGNORECASE,
        )
    )


def _head(pattern: re.Pattern[str], sentence: Sentence) -> bool:
    return any(pattern.search(text) for text in (*sentence.block.labels, sentence.lead, *sentence.heads[:2]))


def _clause(fact: Duration, text: str, others: tuple[Duration, ...]) -> tuple[str, int]:
    """The part of the sentence that belongs to ``fact``: cut at the last comma, "en", "maar" … before a neighbouring length of time."""
    left, right = 0, len(text)
    for other in others:
        if other.end <= fact.start:
            left = max(left, _cut(text, other.end, fact.start, last=True))
        elif other.start >= fact.end:
            right = min(right, _cut(text, fact.end, other.start, last=True))
    return text[left:right], fact.start - left


def _cut(text: str, start: int, end: int, *, last: bool) -> int:
    marks = [match.start() for match in re.finditer(r"[,;:()–]|\b(?:en|maar|of|and|but|daarna|dan)\b", text[start:end])]
    return start + marks[-1 if last else 0] if marks else start
