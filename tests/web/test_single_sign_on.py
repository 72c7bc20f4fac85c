"""Logging in with the organisation's own accounts, against a real OpenID Connect provider on this machine."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

import pytest
import requests
from django.conf import settings
from django.contrib.auth.models import User
from django.core.exceptions import SuspiciousOperation
from django.test import Client, override_settings
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support import expected_conditions
from selenium.webdriver.support.ui import WebDriverWait

from tests.web.provider import SECRET
from web import models
from web.rights import clusters_of, groups_of
from web.single_sign_on import GroupsBackend

CALLBACK = "http://testserver/oidc/callback/"
PATIENCE = 180  # seconds; a busy machine fails no test


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the provider; its own process, its own keys."""
    folder = tmp_path_factory.mktemp("aanbieder")
    command = [
        sys.executable,
        "-m",
        "tests.web.provider",
        str(folder),
        "0",
        CALLBACK,
        "http://127.0.0.1/oidc/callback/",
    ]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    try:
        yield f"http://127.0.0.1:{json.loads(process.stdout.readline())['port']}"
    finally:
        process.terminate()
        process.wait(timeout=30)


def settings_for(provider: str, **other: object) -> override_settings:
    chosen = {
        "OIDC": True,
        "OIDC_TIMEOUT": PATIENCE,
        "OIDC_ISSUER": f"{provider}/o",
        "OIDC_RP_CLIENT_ID": "goedgeregeld",
        "OIDC_RP_CLIENT_SECRET": SECRET,
        "OIDC_OP_AUTHORIZATION_ENDPOINT": f"{provider}/o/authorize/",
        "OIDC_OP_TOKEN_ENDPOINT": f"{provider}/o/token/",
        "OIDC_OP_USER_ENDPOINT": f"{provider}/o/userinfo/",
        "OIDC_OP_JWKS_ENDPOINT": f"{provider}/o/.well-known/jwks.json",
        "AUTHENTICATION_BACKENDS": [*settings.AUTHENTICATION_BACKENDS, "web.single_sign_on.GroupsBackend"],
        "OIDC_GROUP_NAMES": {"7f3c-getal-van-entra": "webredactie", "ec12-wonen": "cluster: Wonen"},
    }
    return override_settings(**{**chosen, **other})


@pytest.fixture
def switched_on(app, provider) -> Iterator[str]:
    """The app, with single sign-on at the provider."""
    with settings_for(provider):
        yield provider


def asked(client: Client, then: str = "") -> str:
    """Where our app sends somebody to log in."""
    answer = client.get("/oidc/inloggen/", {"next": then} if then else {})
    assert answer.status_code == 302
    return answer["Location"]


def allowed(address: str, name: str) -> dict[str, str]:
    """What the provider sends back when ``name`` logs in there: code and state."""
    person = requests.Session()
    login = person.get(address, timeout=PATIENCE)
    there = person.get(f"{login.url}&naam={name}", allow_redirects=False, timeout=PATIENCE)
    back = person.get(login.url.split("/wie/")[0] + there.headers["Location"], allow_redirects=False, timeout=PATIENCE)
    assert back.status_code == 302, back.text
    return {key: values[0] for key, values in parse_qs(urlsplit(back.headers["Location"]).query).items()}


def logged_in(client: Client) -> bool:
    return "_auth_user_id" in client.session


def test_a_person_of_the_organisation_gets_the_groups_that_it_names_and_no_others(switched_on):
    client = Client()
    answer = client.get("/oidc/callback/", allowed(asked(client, "/werklijst/"), "jansen"))
    assert (answer.status_code, answer["Location"]) == (302, "/werklijst/")
    user = User.objects.get(username="jansen")
    assert [group.value for group in groups_of(user)] == ["webredactie"]
    assert (user.first_name, user.email) == ("J. Jansen", "jansen@stad.example")
    page = client.get("/werklijst/").content.decode()
    assert "J. Jansen" in page
    assert "/wachtwoord/" not in page, "het wachtwoord hoort bij de organisatie"
    assert client.get("/beheer/").status_code == 403


def test_numbers_of_groups_are_mapped_and_a_cluster_ties_an_editor(switched_on):
    client = Client()
    client.get("/oidc/callback/", allowed(asked(client), "pieters"))
    user = User.objects.get(username="pieters")
    assert [group.value for group in groups_of(user)] == ["webredactie"]
    assert clusters_of(user) == {"Wonen"}
    assert client.get("/producten/paspoort/kosten/klopt-niet/").status_code == 403
    assert client.get("/producten/dakkapel/kosten/klopt-niet/").status_code == 200


def test_the_second_time_it_is_the_same_account_with_the_groups_of_today(switched_on):
    for _ in range(2):
        client = Client()
        client.get("/oidc/callback/", allowed(asked(client), "pieters"))
    assert models.OrganisationAccount.objects.count() == 1
    with override_settings(OIDC_GROUP_NAMES={"7f3c-getal-van-entra": "management"}):
        client = Client()
        client.get("/oidc/callback/", allowed(asked(client), "pieters"))
    assert [group.value for group in groups_of(User.objects.get(username="pieters"))] == ["management"]


def test_the_same_mail_address_or_name_does_not_open_a_local_account(switched_on):
    local = User.objects.get(username="beheer")
    User.objects.filter(pk=local.pk).update(email="beheer@stad.example")
    User.objects.create_user("pieters", password="een-lang-wachtwoord-12")
    client = Client()
    client.get("/oidc/callback/", allowed(asked(client), "pieters"))
    assert client.session["_auth_user_id"] not in {str(local.pk), str(User.objects.get(username="pieters").pk)}
    assert User.objects.get(pk=client.session["_auth_user_id"]).username == "pieters (2)"
    assert client.get("/beheer/").status_code == 403
    assert User.objects.get(pk=local.pk).has_usable_password()


def test_who_is_in_none_of_our_groups_is_refused_in_dutch_and_gets_no_account(switched_on):
    client = Client()
    answer = client.get("/oidc/callback/", allowed(asked(client), "gast"))
    assert answer.status_code == 403
    assert "Vraag de beheerder in welke groep" in answer.content.decode()
    assert not logged_in(client)
    assert not User.objects.filter(username="gast").exists()


def test_an_account_that_was_shut_off_here_stays_out(switched_on):
    client = Client()
    client.get("/oidc/callback/", allowed(asked(client), "jansen"))
    User.objects.filter(username="jansen").update(is_active=False)
    again = Client()
    assert again.get("/oidc/callback/", allowed(asked(again), "jansen")).status_code == 403
    assert not logged_in(again)


def test_a_state_that_we_did_not_give_is_refused(switched_on):
    client = Client()
    answer = allowed(asked(client), "jansen")
    for other in ({**answer, "state": "verzonnen"}, {"code": answer["code"]}, {"state": answer["state"]}, {}):
        assert client.get("/oidc/callback/", other).status_code == 403
    elsewhere = Client()
    assert elsewhere.get("/oidc/callback/", answer).status_code == 403, "een ander zijn antwoord in mijn browser"
    assert not logged_in(client)
    assert not logged_in(elsewhere)


def test_an_answer_counts_once(switched_on):
    client = Client()
    answer = allowed(asked(client), "jansen")
    assert client.get("/oidc/callback/", answer).status_code == 302
    client.logout()
    assert client.get("/oidc/callback/", answer).status_code == 403
    assert not logged_in(client)


def test_the_code_of_another_login_is_refused_by_its_proof_key_and_by_its_nonce(switched_on):
    thief, victim = Client(), Client()
    stolen = allowed(asked(victim), "jansen")["code"]
    mine = allowed(asked(thief), "gast")
    assert thief.get("/oidc/callback/", {"code": stolen, "state": mine["state"]}).status_code == 403, "PKCE"
    assert not logged_in(thief)

    address = asked(thief)
    verifier = thief.session["oidc_states"][parse_qs(urlsplit(address).query)["state"][0]]["code_verifier"]
    mine = allowed(address.replace("&nonce=", "&nonce=x"), "jansen")
    assert verifier
    assert thief.get("/oidc/callback/", mine).status_code == 403, "nonce"
    assert not logged_in(thief)


def test_a_token_of_another_issuer_is_refused(app, provider):
    with settings_for(provider, OIDC_ISSUER="https://login.elders.example/o"):
        client = Client()
        answer = client.get("/oidc/callback/", allowed(asked(client), "jansen"))
        assert answer.status_code == 403
        assert "niet gelukt" in answer.content.decode()
        assert not logged_in(client)
    assert not User.objects.filter(username="jansen").exists()


def test_a_token_that_is_meant_for_another_program_is_refused(switched_on, provider):
    with override_settings(OIDC_RP_CLIENT_ID="ander"):
        client = Client()
        address = asked(client)
        state = client.session["oidc_states"][parse_qs(urlsplit(address).query)["state"][0]]
        code = allowed(address, "jansen")["code"]
        asking = {"client_id": "ander", "client_secret": SECRET, "grant_type": "authorization_code", "code": code}
        asking |= {"redirect_uri": CALLBACK, "code_verifier": state["code_verifier"]}
        token = requests.post(f"{provider}/o/token/", data=asking, timeout=PATIENCE).json()["id_token"]
        assert GroupsBackend().verify_token(token, nonce=state["nonce"])["preferred_username"] == "jansen"
    with pytest.raises(SuspiciousOperation, match="another program"):
        GroupsBackend().verify_token(token, nonce=state["nonce"])


def test_a_token_with_another_signature_is_refused(switched_on, provider, tmp_path):
    command = [sys.executable, "-m", "tests.web.provider", str(tmp_path), "0", CALLBACK]
    other = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert other.stdout
    try:
        keys = f"http://127.0.0.1:{json.loads(other.stdout.readline())['port']}/o/.well-known/jwks.json"
        with override_settings(OIDC_OP_JWKS_ENDPOINT=keys, OIDC_VERIFY_KID=False):
            client = Client()
            assert client.get("/oidc/callback/", allowed(asked(client), "jansen")).status_code == 403
            assert not logged_in(client)
    finally:
        other.terminate()
        other.wait(timeout=30)


def test_a_provider_that_is_away_is_told_in_dutch(switched_on):
    with override_settings(OIDC_OP_TOKEN_ENDPOINT="http://127.0.0.1:9/o/token/"):
        client = Client()
        answer = client.get("/oidc/callback/", allowed(asked(client), "jansen"))
    assert answer.status_code == 403
    assert "Begin opnieuw" in answer.content.decode()


def test_it_leads_to_no_other_site_and_is_not_there_where_it_is_switched_off(app, provider):
    with settings_for(provider):
        client = Client()
        back = allowed(asked(client, "https://kwaad.example/"), "jansen")
        assert client.get("/oidc/callback/", back)["Location"] == "/werklijst/"
    for path in ("/oidc/inloggen/", "/oidc/callback/"):
        assert Client().get(path).status_code == 404
    assert "organisatie" not in Client().get("/inloggen/").content.decode()


@pytest.mark.browser
def test_by_keyboard_in_a_real_browser(switched_on, site, driver):
    driver.get(f"{site}/inloggen/")
    driver.delete_all_cookies()
    driver.get(f"{site}/werklijst/")
    link = driver.find_element(By.PARTIAL_LINK_TEXT, "account van uw organisatie")
    link.send_keys(Keys.ENTER)
    wait = WebDriverWait(driver, PATIENCE)
    wait.until(expected_conditions.presence_of_element_located((By.CSS_SELECTOR, "button[value=jansen]")))
    driver.find_element(By.CSS_SELECTOR, "button[value=jansen]").send_keys(Keys.ENTER)
    wait.until(expected_conditions.url_to_be(f"{site}/werklijst/"))
    assert "J. Jansen" in driver.find_element(By.CSS_SELECTOR, "header").text
    assert driver.find_element(By.TAG_NAME, "h1").text == "Wat is er te doen?"
