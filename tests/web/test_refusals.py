"""What somebody with bad intentions tries: each attempt is refused, and the table of them is printed."""

from __future__ import annotations

import io
import time

import pytest
from django.contrib.auth.models import Group as GroupRow
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client, override_settings

from model.finding import Outcome
from tests.web import city
from tests.web.conftest import PASSED, PASSWORD
from tests.web.screens import screens
from web import decisions, models
from web.rights import CLUSTER_PREFIX
from web.told import Told
from web.views.keeping import make_key

HOSTILE = (
    city.HOSTILE,
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "{% debug %}{{ settings }}",
    "'; DROP TABLE web_review;--",
)
SAID = {"corrected": "ontbreekt", "quote": "", "why": "Het staat er niet."}
REVIEW = "/producten/paspoort/kosten/klopt-niet/"


@pytest.fixture(autouse=True)
def _told(request, capsys):
    yield
    passed = request.node.stash.get(PASSED, False)
    with capsys.disabled():
        name = request.node.name.removeprefix("test_").replace("_", " ")
        print(f"\n{'geweigerd' if passed else 'GELUKT':10} {name}", end="")


def test_scripts_in_page_content_and_names_are_shown_as_text(as_):
    client = as_("beheer")
    for path in (
        *screens().values(),
        "/producten/kwaad/",
        f"/producten/?zoek={HOSTILE[1]}",
        f"/werklijst/?cluster={HOSTILE[1]}",
    ):
        body = client.get(path).content.decode()
        assert city.HOSTILE not in body, path
        assert "onerror=alert" not in body.replace("&quot;&gt;&lt;img src=x onerror=alert(1)&gt;", "").replace(
            "%20onerror", ""
        ), path
        assert "onclick" not in body, path
        assert "<script>" not in body, path
        assert " style=" not in body, path


@pytest.mark.parametrize("text", HOSTILE)
def test_scripts_in_reasons_and_account_names_are_shown_as_text(as_, text):
    editor, keeper = as_("webredactie"), as_("beheer")
    assert editor.post(REVIEW, {**SAID, "why": text}).status_code == 302
    keeper.post("/beheer/gebruikers/", {"username": "x", "first_name": text, "active": "on"})
    for path in ("/producten/paspoort/", "/beheer/logboek/", "/beheer/gebruikers/", "/producten/", "/werklijst/"):
        body = keeper.get(path).content.decode()
        assert f">{text}<" not in body or "<" not in text
        assert "<img src=x" not in body
        assert "SECRET_KEY" not in body
    assert models.Review.objects.count() == 1


def test_an_address_of_a_page_never_becomes_a_script_link(as_):
    for path in screens().values():
        assert b'href="javascript:' not in as_("beheer").get(path).content


@pytest.mark.parametrize(
    "path", [REVIEW, "/werklijst/uittreksel/kosten/", "/beheer/gebruikers/", "/beheer/sleutels/", "/uitloggen/"]
)
def test_a_form_of_another_site_is_refused(app, path):
    client = Client(enforce_csrf_checks=True)
    client.force_login(User.objects.get(username="beheer"), backend="django.contrib.auth.backends.ModelBackend")
    answer = client.post(path, SAID)
    assert answer.status_code == 403
    assert "verlopen" in answer.content.decode()
    assert models.Review.objects.count() == 0


def test_a_cookie_is_not_enough_to_send_the_api_something(as_):
    answer = as_("beheer").post("/api/v1/toets", {"html": "<p>x</p>"}, content_type="application/json")
    assert answer.status_code == 401


@pytest.mark.parametrize(
    "target", ["https://kwaad.example/", "//kwaad.example/", "/\\kwaad.example", "javascript:alert(1)"]
)
def test_no_address_leads_to_another_site(as_, target):
    answer = as_("").post("/inloggen/", {"username": "webredactie", "password": PASSWORD, "next": target})
    assert (answer.status_code, answer["Location"]) == (302, "/werklijst/")
    step = {"deed": "gedaan", "terug": target}
    assert as_("webredactie").post("/werklijst/uittreksel/kosten/", step)["Location"] == "/werklijst/"


def test_an_editor_of_one_cluster_cannot_decide_on_another(as_):
    user = User.objects.get(username="webredactie")
    user.groups.add(GroupRow.objects.create(name=f"{CLUSTER_PREFIX}Wonen"))
    client = as_("webredactie")
    for path in (REVIEW, "/werklijst/uittreksel/kosten/", "/producten/paspoort/opnieuw-meten/"):
        assert client.post(path, {**SAID, "deed": "gedaan"}).status_code == 403, path
    assert "Klopt dit niet?" not in client.get("/producten/paspoort/").content.decode()
    assert client.post("/producten/dakkapel/kosten/klopt-niet/", SAID).status_code == 302
    assert [row.product_id for row in models.Review.objects.all()] == ["dakkapel"]


def test_a_guessed_id_of_a_product_check_issue_or_person_gives_nothing(as_):
    client = as_("beheer")
    for path in (
        "/producten/bestaat-niet/",
        "/producten/paspoort/wcag/klopt-niet/",
        "/producten/paspoort/../../etc/klopt-niet/",
        "/toegankelijkheid/knelpunt/button-name-0000000000000000/",
        "/beheer/gebruikers/999/",
        "/rapporten/2026-T4.pdf",
        "/rapporten/2026-T3.exe",
        "/rapporten/2031-T1.pdf",
        "/stijl.0.css",
    ):
        assert client.get(path).status_code == 404, path
    assert client.get("/?meting=bestaat-niet").status_code == 400


def test_sql_in_every_part_of_an_address_is_only_text(as_):
    client = as_("beheer")
    for name in ("zoek", "cluster", "eigenaar", "kosten", "norm7", "oorzaak7", "verschil", "blad", "belofte"):
        answer = client.get("/producten/", {name: "' OR 1=1; DROP TABLE store_run;--"})
        assert answer.status_code == 200
        assert "productcatalogus" in answer.content.decode() or "bij deze keuze" in answer.content.decode()
    assert client.get("/api/v1/producten", {"vanaf": "1; DROP TABLE store_run"}).status_code == 422
    assert Told().run


def test_a_password_cannot_be_guessed_by_trying(as_):
    client = as_("")
    for _ in range(5):
        client.post("/inloggen/", {"username": "beheer", "password": "fout-wachtwoord"})
    answer = client.post("/inloggen/", {"username": "beheer", "password": PASSWORD})
    assert answer.status_code == 429
    assert "Wacht een kwartier" in answer.content.decode()
    assert client.get("/").status_code == 302


def test_a_login_does_not_tell_whether_a_name_exists(as_):
    answers = [
        as_("").post("/inloggen/", {"username": name, "password": "fout-wachtwoord"}).content.decode()
        for name in ("beheer", "bestaat-niet")
    ]
    assert all("horen niet bij elkaar" in answer for answer in answers)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (b"%PDF-1.7 x", "geen HTML"),
        (b"PK\x03\x04" + b"0" * 100, "geen HTML"),
        (b"<div>" * 200_000, "te diep"),
        (b"<p>" + b"x" * 3_100_000, "groter dan 3 MB"),
        (b"", "leeg"),
        (b"<html><body></body></html>", "geen tekst"),
    ],
    ids=["pdf", "zip", "diep", "groot", "leeg", "zonder tekst"],
)
def test_an_upload_that_cannot_be_a_page(as_, body, words):
    file = io.BytesIO(body)
    file.name = "pagina.html"
    began = time.monotonic()
    answer = as_("webredactie").post("/concept/", {"name": "x", "file": file})
    assert time.monotonic() - began < 5
    assert answer.status_code == 400
    assert words in answer.content.decode()


def test_a_pasted_bomb_of_entities_or_attributes(as_):
    bomb = (
        '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><p>&b;</p>'
        + f"<p {'a=1 ' * 100_000}>tekst</p>"
    )
    began = time.monotonic()
    answer = as_("webredactie").post("/concept/", {"html": bomb})
    assert answer.status_code == 200
    assert time.monotonic() - began < 5
    assert len(answer.content) < 1.2 * len(bomb)
    assert "lollol" not in answer.content.decode()


def test_a_form_of_six_megabytes_or_of_thousands_of_fields(as_):
    client = as_("beheer")
    assert client.post("/concept/", {"html": "x" * 6_500_000}).status_code == 400
    assert client.post("/beheer/sleutels/", {f"veld{place}": "x" for place in range(2_500)}).status_code == 400


def test_a_catalog_that_is_no_catalog(as_):
    for body in (b"\x00\xff" * 1000, b"id,naam\n1,x\n", b"", b"x" * 2_100_000):
        file = io.BytesIO(body)
        file.name = "../../catalogus.csv"
        answer = as_("beheer").post("/beheer/catalogus/", {"file": file})
        assert answer.status_code == 400
        assert "Traceback" not in answer.content.decode()


def test_a_key_that_was_revoked_or_is_none(as_):
    client, key = as_(""), make_key("cms")
    assert key not in str(list(models.ApiKey.objects.values()))

    def ask(word: str) -> int:
        return client.get("/api/v1/metingen", headers={"authorization": word}).status_code

    assert ask(f"Bearer {key}") == 200
    assert [ask(word) for word in (key, "Bearer x", f"Basic {key}", "Bearer ", "")] == [401] * 5
    row = models.ApiKey.objects.get()
    as_("beheer").post("/beheer/sleutels/", {"intrekken": row.pk})
    assert ask(f"Bearer {key}") == 401


def test_a_key_cannot_decide(as_):
    key = make_key("cms")
    answer = as_("").post(REVIEW, SAID, headers={"authorization": f"Bearer {key}"})
    assert answer.status_code == 302
    assert answer["Location"].startswith("/inloggen/")


def test_a_decision_cannot_be_changed_or_removed(as_):
    as_("webredactie").post(REVIEW, SAID)
    row = models.Review.objects.get()
    for deed in (
        row.delete,
        row.save,
        models.Review.objects.all().delete,
        lambda: models.Review.objects.update(why="x"),
    ):
        with pytest.raises(TypeError):
            deed()


def test_the_public_sees_no_names_and_decides_nothing(as_):
    as_("webredactie").post(REVIEW, SAID)
    with override_settings(PUBLIC=True):
        client = as_("")
        body = client.get("/producten/paspoort/").content.decode()
        assert "webredactie" not in body
        assert "Klopt dit niet?" not in body
        assert client.get("/werklijst/").status_code == 302
        assert client.post(REVIEW, SAID).status_code == 302
    assert models.Review.objects.count() == 1


def test_headers_forbid_scripts_frames_and_guessing(as_):
    answer = as_("beheer").get("/")
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer.cookies == {} or all(cookie["httponly"] for cookie in answer.cookies.values())


def test_a_correction_without_a_right_answer_or_words_is_refused(as_):
    client = as_("webredactie")
    for said in (
        {},
        {**SAID, "corrected": "voldoet"},
        {**SAID, "corrected": "aanwezig"},
        {**SAID, "corrected": "niet gemeten"},
    ):
        assert client.post(REVIEW, said).status_code == 400
    assert decisions.reviews() == ()
    assert (
        next(
            c for r in Told().overview().rows if r.product.id == "paspoort" for c in r.cells if c.question == "kosten"
        ).outcome
        is Outcome.AANWEZIG
    )


def test_what_was_derived_is_no_door_for_others(as_, app):
    as_("beheer").get("/")
    cache.set("x", 1)
    folder = app.parent / "afgeleid"
    assert all((file.stat().st_mode & 0o077) == 0 for file in folder.rglob("*.djcache"))
