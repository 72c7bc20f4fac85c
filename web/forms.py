"""The forms: each asks little, says what is wrong in Dutch, and refuses what cannot be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.core.validators import URLValidator, validate_email

from model.decision import Deed, Group, Judgement
from model.finding import Online, Outcome
from reports.words import ELEMENT_WORDS, ONLINE_WORDS

forms.Field.default_error_messages["required"] = "Vul dit in."  # type: ignore[index]

WITH_QUOTE = {Outcome.AANWEZIG.value, Outcome.ONVOLLEDIG.value, Online.JA.value, Online.EXTERN.value}
"""Answers that say that something stands on the page: then a person points at the words."""

LONGEST_WAIVER = timedelta(days=2 * 366)


def area(label: str, help_text: str = "", rows: int = 3, **more: Any) -> forms.CharField:
    """A field for some lines of text."""
    return forms.CharField(
        label=label, help_text=help_text, widget=forms.Textarea(attrs={"rows": rows}), max_length=2000, **more
    )


def day(label: str, help_text: str = "", **more: Any) -> forms.DateField:
    """A field for a day."""
    widget = forms.DateInput(format="%Y-%m-%d", attrs={"type": "date"})
    invalid = {"invalid": "Dit is geen datum. Schrijf bijvoorbeeld 2026-12-31."}
    return forms.DateField(label=label, help_text=help_text, widget=widget, error_messages=invalid, **more)


class ReviewForm(forms.Form):
    """The right answer, where it stands and why."""

    corrected = forms.ChoiceField(label="Wat is het goede oordeel?", widget=forms.RadioSelect)
    quote = area(
        "Welke woorden op de pagina bewijzen dat?",
        "Neem de woorden letterlijk over. Laat leeg als het er niet staat.",
        rows=2,
        required=False,
    )
    why = area("Waarom klopt het oordeel niet?", "Dit leest u later terug, en de makers leren ervan.")

    def __init__(self, *args: Any, check_id: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        known: dict[Any, str] = dict(ONLINE_WORDS if check_id == "online" else ELEMENT_WORDS)
        answers = [(key.value, word) for key, word in known.items() if key.value not in ("niet gemeten", "onzeker")]
        self.fields["corrected"].choices = answers  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """An answer that says that something stands there needs the words."""
        cleaned = super().clean() or {}
        if cleaned.get("corrected") in WITH_QUOTE and not " ".join(cleaned.get("quote", "").split()):
            self.add_error("quote", "Neem de woorden over die op de pagina staan.")
        return cleaned


class StepForm(forms.Form):
    """What somebody does with a task."""

    deed = forms.ChoiceField(choices=[(deed.value, deed.value) for deed in Deed])
    to = forms.CharField(required=False, max_length=150)
    until = day("Tot en met", required=False)
    why = forms.CharField(required=False, max_length=2000)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean(self) -> dict[str, Any]:
        """Putting off needs a later day, within a year; assigning needs somebody."""
        cleaned = super().clean() or {}
        until = cleaned.get("until")
        if cleaned.get("deed") == Deed.UITSTELLEN and not (
            until and self._today < until <= self._today + timedelta(days=366)
        ):
            self.add_error("until", "Kies een dag na vandaag, binnen een jaar.")
        if cleaned.get("deed") == Deed.TOEWIJZEN and not cleaned.get("to", "").strip():
            self.add_error("to", "Vul in wie dit gaat doen.")
        return cleaned


class RulingForm(forms.Form):
    """An officer's judgement, once for all places."""

    judgement = forms.ChoiceField(
        label="Wat is dit?",
        widget=forms.RadioSelect,
        choices=[
            (Judgement.KNELPUNT.value, "Een knelpunt: bezoekers hebben er last van"),
            (Judgement.GEEN_KNELPUNT.value, "Geen knelpunt: een mens heeft gekeken en het is goed"),
        ],
    )
    assigned_to = forms.CharField(label="Wie lost het op?", required=False, max_length=150)
    why = area("Waaraan ziet u dat?")


class WaiverForm(forms.Form):
    """A waiver with what an accessibility statement asks for."""

    reason = area("Oorzaak: waarom kan het nu niet worden opgelost?")
    effect = area("Gevolg: wat merkt een bezoeker ervan?")
    alternative = area("Alternatief: hoe kan die bezoeker het wel regelen?")
    measure = area("Maatregel: wat gaat u doen?")
    expires_on = day("Einddatum", "Na deze dag komt het knelpunt terug in de wachtrij. Hoogstens twee jaar vooruit.")

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._today = today

    def clean_expires_on(self) -> date:
        """A waiver ends, and not in the past."""
        found: date = self.cleaned_data["expires_on"]
        if not self._today <= found <= self._today + LONGEST_WAIVER:
            raise forms.ValidationError("Kies een dag vanaf vandaag, hoogstens twee jaar vooruit.")
        return found


class MilestoneForm(forms.Form):
    """A date from which a term runs."""

    kind = forms.ChoiceField(choices=[("onderzoek", "onderzoek"), ("verklaring", "verklaring")])
    day = day("Datum")


class ConceptForm(forms.Form):
    """A page before it is published: pasted or as a file."""

    name = forms.CharField(label="Naam van het product", max_length=300, required=False)
    html = forms.CharField(
        label="Plak hier de tekst of de HTML van de pagina",
        widget=forms.Textarea(attrs={"rows": 12, "spellcheck": "false"}),
        max_length=3_000_000,
        required=False,
        strip=False,
    )
    file = forms.FileField(label="Of kies een HTML-bestand", required=False, help_text="Hoogstens 3 MB.")

    def clean(self) -> dict[str, Any]:
        """One of the two, and not too large."""
        cleaned = super().clean() or {}
        file = cleaned.get("file")
        if file and file.size > 3_000_000:
            self.add_error("file", "Dit bestand is groter dan 3 MB. Bewaar alleen de pagina zelf, zonder afbeeldingen.")
        elif not file and not (cleaned.get("html") or "").strip():
            self.add_error("html", "Plak een tekst of kies een bestand.")
        return cleaned


class FileForm(forms.Form):
    """One file of at most two megabytes."""

    file = forms.FileField(label="Bestand (CSV)")

    def clean_file(self) -> Any:
        """A list of a municipality is small."""
        file = self.cleaned_data["file"]
        if file.size > 2_000_000:
            raise forms.ValidationError("Dit bestand is groter dan 2 MB. Kies het juiste bestand.")
        return file


class PersonForm(forms.Form):
    """An account: its name, its groups and the clusters to which it is tied."""

    username = forms.CharField(label="Gebruikersnaam", max_length=150)
    first_name = forms.CharField(label="Naam", max_length=150, required=False)
    email = forms.EmailField(
        label="E-mailadres", required=False, error_messages={"invalid": "Dit is geen e-mailadres."}
    )
    groups = forms.MultipleChoiceField(label="Groepen", widget=forms.CheckboxSelectMultiple, required=False)
    clusters = forms.MultipleChoiceField(
        label="Alleen voor deze clusters",
        help_text="Kies niets als deze persoon over alle clusters mag beslissen.",
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    active = forms.BooleanField(label="Mag inloggen", required=False, initial=True)

    def __init__(self, *args: Any, groups: list[str], clusters: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["groups"].choices = [(name, name) for name in groups]  # type: ignore[attr-defined]
        self.fields["clusters"].choices = [(name, name) for name in clusters]  # type: ignore[attr-defined]


class ChoiceForm(forms.Form):
    """What a keeper may choose; what stands on the server is shown and cannot be changed."""

    COVERAGE_FLOOR = forms.IntegerField(
        label="Deel van de producten dat gemeten moet zijn (procent)",
        help_text="Is minder gemeten, dan heet de meting onvolledig en geeft zij geen cijfer.",
        min_value=50,
        max_value=100,
    )
    NIGHT_DEADLINE = forms.IntegerField(
        label="Zo lang mag een meting duren (uren)",
        help_text="Daarna sluit de meting af met wat er is.",
        min_value=1,
        max_value=20,
    )
    KEEP_DAYS = forms.IntegerField(
        label="Zo lang blijven pagina’s en tests bewaard (dagen)",
        help_text="0 bewaart alles. Oordelen, citaten en cijfers blijven altijd, net als de meting die het cijfer "
        "van een tertaal gaf.",
        min_value=0,
        max_value=3650,
    )
    CONTACT = forms.CharField(
        label="Contact voor de beheerder van de site",
        help_text="Een mailadres of webadres. Het staat in elk verzoek aan de site, zodat men u kan bereiken.",
        max_length=200,
        required=False,
    )
    MAIL_TO = forms.CharField(
        label="Wie bericht krijgt na een meting",
        help_text="Eén per regel: doelgroep, eventueel een cluster, en een mailadres. Bijvoorbeeld: "
        "webredactie/Wonen redactie@example.org. Een spatie in de naam van een cluster wordt een liggend streepje.",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=5000,
        required=False,
    )

    def __init__(self, *args: Any, fixed: frozenset[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if name in fixed:
                field.disabled, field.required = True, False
                field.help_text = f"{field.help_text} Dit staat vast op de server."
            if isinstance(field, forms.IntegerField):
                field.error_messages |= {
                    "invalid": "Vul een heel getal in.",
                    "min_value": f"Vul {field.min_value} of meer in.",
                    "max_value": f"Vul {field.max_value} of minder in.",
                }

    def clean_KEEP_DAYS(self) -> int:
        """Long enough to compare with the tertaal before."""
        found: int = self.cleaned_data["KEEP_DAYS"]
        if 0 < found < 130:
            raise forms.ValidationError("Vul 0 in, of minstens 130: zolang duurt een tertaal.")
        return found

    def clean_CONTACT(self) -> str:
        """Somebody can be reached there."""
        found: str = self.cleaned_data["CONTACT"].strip()
        try:
            if found:
                (URLValidator(["http", "https"]) if "://" in found else validate_email)(found)
        except forms.ValidationError as error:
            raise forms.ValidationError("Dit is geen mailadres en geen webadres.") from error
        return found

    def clean_MAIL_TO(self) -> str:
        """Each line names an audience that exists and an address that can be."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["MAIL_TO"].splitlines() if line.strip()]
        for number, line in enumerate(lines, start=1):
            whom, _, address = line.partition(" ")
            if whom.partition("/")[0] not in {group.value for group in Group}:
                known = ", ".join(group.value for group in Group)
                raise forms.ValidationError(f"Regel {number}: begin met een doelgroep ({known}).")
            try:
                validate_email(address)
            except forms.ValidationError as error:
                raise forms.ValidationError(f"Regel {number}: “{address}” is geen mailadres.") from error
        return "\n".join(lines)

    def values(self) -> dict[str, Any]:
        """As the settings have them: a share and seconds."""
        said = dict(self.cleaned_data)
        return {
            **said,
            "COVERAGE_FLOOR": said["COVERAGE_FLOOR"] / 100,
            "NIGHT_DEADLINE": said["NIGHT_DEADLINE"] * 3600.0,
        }


class KeyForm(forms.Form):
    """A key for a program."""

    name = forms.CharField(label="Voor welk programma?", max_length=150)
