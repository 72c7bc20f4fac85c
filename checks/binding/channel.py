"""Knows what a sentence or button says of how, where and by which channel a citizen gets the product."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from checks.binding import channel_wordings as words
from checks.binding.subject import Subject
from checks.binding.telling import asserted, told, without_reading
from checks.readers.actions import Action, Purpose, Target
from checks.readers.places import Channel, Place
from checks.readers.sentences import Sentence
from checks.readers.wording import Wording
from model.profile import ANY_SITE, SiteProfile


class Role(StrEnum):
    """What a sentence does for somebody who wants the product."""

    AANVRAGEN = "aanvragen"  # tells to apply
    AFHALEN = "afhalen"  # tells where to collect or hand in
    VRAGEN = "vragen"  # contact for questions
    ANDERS = "anders"  # objecting, changing, looking, losing


@dataclass(frozen=True, eq=False, kw_only=True)
class Route:
    """One sentence or button seen as a way to the product; what it says is worked out when it is asked for.

    ``places`` are the counters, addresses and numbers in the sentence, ``actions`` its links and buttons; ``profile`` knows the
    names of the municipality's own digital desk and of the organisations that do its work.
    """

    sentence: Sentence
    subject: Subject
    places: tuple[Place, ...]
    actions: tuple[Action, ...]
    profile: SiteProfile = ANY_SITE

    def has(self, *channels: Channel) -> bool:
        """Whether one of ``channels`` is named; the kerb is a counter for waste, and for nothing else."""
        wanted = {*channels, Channel.STOEP} if Channel.BALIE in channels and self.subject.is_waste else channels
        return any(place.channel in wanted for place in self.places)

    def leads_to(self, *targets: Target) -> bool:
        """Whether a link in it has one of ``targets``."""
        return any(action.target in targets for action in self.actions)

    @cached_property
    def tells(self) -> bool:
        """Whether it is running text that tells something: no heading, button or question."""
        return not (self.sentence.is_head or self.sentence.is_button or self.sentence.is_question)

    @cached_property
    def role(self) -> Role:
        """What it does for somebody who wants the product."""
        return _role(self)

    @cached_property
    def applies(self) -> bool:
        """Whether it speaks of applying."""
        text = self.sentence.lower
        return (
            words.APPLY.found_in(text) or (self.subject.is_appeal and words.APPEALS.found_in(text)) or self.below_apply
        )

    @cached_property
    def below_apply(self) -> bool:
        """Whether it is an item of a list below a heading such as "Aanvragen", where a way needs no verb."""
        sentence = self.sentence
        if sentence.block.kind != "li" or not sentence.heads:
            return False
        return words.APPLY_HEAD.pattern.fullmatch(sentence.heads[0].strip(" :?")) is not None

    @cached_property
    def told(self) -> str:
        """What it tells the reader to do, without conditions and what others do."""
        text = told(self.sentence.lower)
        return text if self.subject.is_look else without_reading(text)

    @cached_property
    def asserted(self) -> str:
        """What it says that can be done, by whom or when ever."""
        text = asserted(self.sentence.lower)
        return text if self.subject.is_look else without_reading(text)

    @cached_property
    def acts(self) -> bool:
        """Whether it tells the reader to do something."""
        return not self.sentence.is_question and words.ACTS.found_in(self.told)

    @cached_property
    def button(self) -> bool:
        """Whether it points at a button or link."""
        return words.BUTTON.found_in(self.sentence.lower)

    @cached_property
    def form(self) -> bool:
        """Whether it names a form."""
        return words.FORM.found_in(self.sentence.lower)

    @cached_property
    def letter(self) -> bool:
        """Whether it speaks of a letter or of sending by post."""
        return words.LETTER.found_in(self.told)

    @cached_property
    def appointment(self) -> bool:
        """Whether it speaks of an appointment, also as "dat kan online" below the heading "Afspraak maken"."""
        return _is_appointment(self)

    @cached_property
    def digital(self) -> bool:
        """Whether it names a digital way to the product."""
        return _is_digital(self)

    @cached_property
    def in_passing(self) -> bool:
        """Whether the digital way is only something to have ready, for one group, or mentioned on the way."""
        text = self.sentence.lower
        if not self.digital:
            return False
        if not words.DIGITAL.found_in(self.told) and words.DIGITAL.found_in(text):
            return True
        if self.button or words.STEPS.found_in(text):
            return False
        lead = self.sentence.lead.lower()
        if (
            self.sentence.block.kind == "li"
            and self.sentence.heads
            and words.PAPERS_HEAD.found_in(self.sentence.heads[0])
        ):
            return True
        return words.IN_PASSING.found_in(text) or (lead.endswith(":") and words.NEEDED.found_in(lead))

    @cached_property
    def portal(self) -> bool:
        """Whether it names the municipality's digital desk, or a site to apply at."""
        text = self.asserted
        if words.OTHER_MATTER.found_in(self.sentence.lower) or _is_at_mijn_overheid(self):
            return False
        return self.own_desk or words.OWN_PORTAL.found_in(text) or (self.applies and words.SITE.found_in(text))

    @cached_property
    def own_desk(self) -> bool:
        """Whether it names the municipality's digital desk by a name of its own, which only the site profile knows."""
        return names_one(self.asserted, self.profile.portals)

    @cached_property
    def elsewhere(self) -> bool:
        """Whether it names another organisation as the place to apply."""
        return _is_elsewhere(self)

    @cached_property
    def refused(self) -> bool:
        """Whether it says that it cannot be done online."""
        return words.REFUSED.found_in(self.sentence.lower)

    @cached_property
    def later(self) -> bool:
        """Whether it tells what comes after the application."""
        return words.LATER.found_in(self.sentence.lower)

    @cached_property
    def refers(self) -> bool:
        """Whether it only says where to read how."""
        return words.READ_ELSEWHERE.found_in(self.sentence.lower)


def names_one(text: str, names: tuple[str, ...]) -> bool:
    """Whether ``text`` (lower case) holds one of ``names``, as whole words."""
    return any(name in text and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text) for name in names)


def may_lead(sentence: Sentence) -> bool:
    """Whether a sentence without places and links can still name a way; a quick look that spares the others the careful one."""
    return words.STEMS.search(sentence.lower) is not None or words.APPOINTMENT.found_in(
        sentence.heads[0] if sentence.heads else ""
    )


def _is_appointment(route: Route) -> bool:
    sentence = route.sentence
    if words.APPOINTMENT.found_in(sentence.lower):
        return words.APPOINTMENT.found_in(route.told) or words.MAKES_IT.found_in(route.told)
    head = sentence.heads[0] if sentence.heads else ""
    if sentence.lower.startswith(("dat ", "dit ", "die ", "deze ", "u maakt", "je maakt")) and len(sentence.text) < 70:
        head = f"{head} {sentence.before.lower()}"
    return words.APPOINTMENT.found_in(head) and not route.applies


def _is_digital(route: Route) -> bool:
    sentence, subject = route.sentence, route.subject
    text = sentence.lower
    if not words.DIGITAL.found_in(route.asserted) and not route.own_desk:
        below = bool(sentence.heads) and is_digital_head(sentence.heads[0])
        return below and (route.button or route.form or route.applies) and not route.appointment
    if _is_at_mijn_overheid(route) or _logs_in_to_look(route):
        return False
    if (
        words.NOT_APPLYING.found_in(text)
        or words.OTHER_MATTER.found_in(text)
        or _is_look_of_before(route)
        or (words.LOOKS.found_in(text) and not (subject.is_look or subject.is_change))
    ):
        return False
    return not route.appointment or (words.APPLY.found_in(text) and not words.ONLINE_APPOINTMENT.found_in(text))


def _is_at_mijn_overheid(route: Route) -> bool:
    """Whether it sends the reader to MijnOverheid, where one looks at data and reads post, and applies for nothing."""
    looks = route.subject.is_look or route.subject.is_about("mijnoverheid berichtenbox digitale")
    return words.MIJN_OVERHEID.found_in(route.sentence.lower) and not looks


def _logs_in_to_look(route: Route) -> bool:
    """Whether it is a login in a part of the page that is about seeing, and says nothing of applying."""
    if route.applies or route.subject.is_look or not words.LOGS_IN.found_in(route.sentence.lower):
        return False
    around = " ".join(block.text for block in route.sentence.section.blocks).lower()
    return words.SEES.found_in(around) and not words.APPLY.found_in(words.OWN_LOGIN.pattern.sub(" ", around))


def _is_look_of_before(route: Route) -> bool:
    """Whether "dat" points at looking, changing, collecting or the like: "Uw aanvraag volgen? Dat kan online."."""
    topic = _topic(route.sentence)
    about = words.LOOKS_ITSELF.found_in(topic) and not words.APPLY.found_in(topic)
    return about and not (route.subject.is_look or route.subject.is_change or route.subject.is_about(topic))


def _is_elsewhere(route: Route) -> bool:
    sentence = route.sentence
    if sentence.heads and words.PAPERS_HEAD.found_in(sentence.heads[0]):
        return False
    text = route.asserted
    if words.OTHER_MATTER.found_in(sentence.lower):
        return False
    if sentence.block.kind == "li" and words.NEEDED.found_in(sentence.lead.lower()):
        return False
    if names_one(text, route.profile.partners) and (route.applies or route.acts):
        return True
    if words.MIJN_OVERHEID.found_in(text):
        return not _is_at_mijn_overheid(route)
    return words.OTHER_PORTAL.found_in(text) or (words.OTHERS.found_in(text) and words.APPLY.found_in(text))


def is_digital_head(head: str) -> bool:
    """Whether a heading (lower case) names the digital channel and nothing else."""
    return words.BY_DIGITAL_NAME.pattern.fullmatch(head.strip(" .:")) is not None


def _topic(sentence: Sentence) -> str:
    """What the sentence goes on about: the question it answers ("Hebt u vragen? Bel dan …"), or what "dat" points at; else ""."""
    if sentence.is_head or sentence.is_button:
        return ""
    before = sentence.before.lower()
    points_back = sentence.lower.startswith(("dat ", "dit ", "die ", "deze ", "daarvoor", "hiervoor", "daarmee"))
    return before if before.endswith("?") or points_back else ""


def _role(route: Route) -> Role:
    sentence, subject, applies = route.sentence, route.subject, route.applies
    text = sentence.lower
    head = sentence.heads[0] if sentence.heads else ""
    if _is_side(words.SIDE_HEAD, head, subject) or (not applies and _is_side(words.SIDE, text, subject)):
        return Role.ANDERS
    if not applies and (words.QUESTIONS.found_in(text) or (words.QUESTIONS_HEAD.found_in(head) and not route.digital)):
        return Role.VRAGEN
    if applies and words.QUESTIONS_HEAD.pattern.fullmatch(head.strip(" ?:!")) and words.QUESTIONS.found_in(text):
        return Role.VRAGEN
    if _is_beside(route):
        return Role.ANDERS
    if (words.OPENING.found_in(text) and not applies) or _is_at_mijn_overheid(route) or _logs_in_to_look(route):
        return Role.ANDERS
    if words.QUESTIONS_SURE.found_in(text):
        return Role.VRAGEN
    topic = _topic(sentence)
    if topic.endswith("?") and not subject.is_about(text) and _is_side(words.SIDE_HEAD, topic, subject):
        return Role.ANDERS
    if not applies and topic and not words.APPLY.found_in(topic):
        if words.QUESTIONS.found_in(topic):
            return Role.VRAGEN
        if _is_side(words.SIDE, topic, subject):
            return Role.ANDERS
    collects = words.COLLECT.found_in(text) or words.COLLECT.found_in(head)
    if not applies and collects and not words.APPOINTMENT.found_in(text):
        return Role.AFHALEN
    return Role.AANVRAGEN


def _is_beside(route: Route) -> bool:
    """Whether it is about a product that some need too: "U moet ook een graafmelding doen. Dit doet u bij het Kadaster."."""
    sentence = route.sentence
    points_back = sentence.lower.startswith(
        ("dat ", "dit ", "die ", "deze ", "daarvoor", "hiervoor", "u kunt deze", "deze ")
    )
    text = f"{sentence.before.lower()} {sentence.lower}" if points_back else sentence.lower
    if points_back and words.OTHER_MATTER.found_in(sentence.before.lower()):
        return True
    found = words.BESIDE_TOO.search(text)
    return found is not None and not route.subject.is_about(found[0])


def _is_side(wording: Wording, text: str, subject: Subject) -> bool:
    """Whether ``text`` is about something beside the product: objecting, changing, looking, losing, paying."""
    found = wording.search(text)
    if (
        found is None
        or found[0][:5] in subject.name
        or (subject.is_tax and not subject.is_benefit and "bet" in found[0])
    ):
        return False
    return not (
        (subject.is_change and words.OWN_CHANGE.found_in(found[0]))
        or (subject.is_look and words.OWN_LOOK.found_in(found[0]))
        or (subject.is_appeal and words.OWN_APPEAL.found_in(found[0]))
    )


def applies_by(action: Action, subject: Subject) -> bool:
    """Whether a link or button asks for the product itself (not for an appointment, a look, a change, a print)."""
    label = action.link.text.lower()
    if action.target in (Target.MAIL, Target.TELEFOON, Target.DOCUMENT, Target.AFSPRAAK):
        return False
    if not action.is_button and words.INFORMS.found_in(label) and not words.ENDS_APPLYING.found_in(label):
        return False
    if action.purpose is Purpose.WIJZIGEN:
        return subject.is_change
    if action.purpose is Purpose.INZIEN:
        return subject.is_look
    if _is_side(words.SIDE, label, subject) and action.purpose is not Purpose.AANVRAGEN:
        return subject.is_about(label)
    if action.purpose is Purpose.AANVRAGEN:
        return not words.CONSENT.found_in(label) or subject.is_about(label)
    if action.target is Target.EXTERN:
        return words.OTHER_PORTAL.found_in(label)
    return action.target is Target.FORMULIER and (not words.CONSENT.found_in(label) or subject.is_about(label))


def is_for_some(action: Action, subject: Subject) -> bool:
    """Whether a button is for one group or one case (renewing, employers) that is not the product itself."""
    found = words.FOR_SOME.search(action.link.text.lower())
    if found is None:
        return False
    stem = found[0].split()[-1][:5]
    return not any(word.startswith(stem) for word in subject.name.split())


def hides_its_kind(action: Action, subject: Subject) -> bool:
    """Whether a button promises a way to the product and its address does not show which."""
    short = (
        not words.FORM.found_in(action.link.text.lower())
        and len(action.link.text.split()) <= 3
        and action.purpose is Purpose.AANVRAGEN
        and action.target is Target.ONBEKEND
    )
    if not (action.is_button or short) or action.target not in (Target.ONBEKEND, Target.PAGINA):
        return False
    if action.purpose not in (Purpose.AANVRAGEN, Purpose.ANDERS):
        return False
    label = action.link.text.lower()
    if (words.CONSENT.found_in(label) and not subject.is_about(label)) or words.NOT_DONE.found_in(label):
        return False
    return words.BARE.found_in(label) or (action.target is Target.ONBEKEND and subject.is_about(label))


def is_entry(route: Route) -> bool:
    """Whether the reader can get in here: by a button or link that is no PDF or appointment, or at a named digital desk."""
    if (
        route.portal
        or route.elsewhere
        or words.OTHER_PORTAL.found_in(route.sentence.lower)
        or words.BUTTON.found_in(route.sentence.lower)
    ):
        return True
    ways = (Target.FORMULIER, Target.EXTERN, Target.ONBEKEND, Target.PAGINA)
    return any(
        action.target in ways
        and (
            action.is_button
            or action.target is Target.FORMULIER
            or action.purpose is Purpose.AANVRAGEN
            or words.FORM.found_in(action.link.text.lower())
        )
        for action in route.actions
    )


def is_for(action: Action, subject: Subject) -> bool:
    """Whether the words on a link or button are about the product, or so general that they can be about nothing else."""
    label = action.link.text.lower()
    rest = words.GENERIC.pattern.sub(" ", label)
    return not any(len(word) > 3 for word in rest.split()) or subject.is_about(rest)
