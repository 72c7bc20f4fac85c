from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from crawler.addresses import absolute, allowed_hosts, askable, moved, netloc, on_loopback, page_key
from model.errors import UserError
from model.profile import SiteProfile

PAGE = "https://www.voorbeeld.nl/loket/paspoort"
PROFILE = SiteProfile(name="v", municipality="V", hosts=("www.voorbeeld.nl", "voorbeeld.nl"))


@pytest.mark.parametrize(
    "same",
    [
        "http://www.voorbeeld.nl/loket/paspoort",
        "https://voorbeeld.nl/loket/paspoort",
        "https://WWW.Voorbeeld.NL/loket/paspoort",
        "https://www.voorbeeld.nl:443/loket/paspoort",
        "https://www.voorbeeld.nl./loket/paspoort",
        PAGE + "/",
        PAGE + "#kosten",
        PAGE + "?utm_source=nieuwsbrief&utm_campaign=x",
        PAGE + "?fbclid=abc",
        PAGE + "?print=1",
        PAGE + "/print",
        "https://www.voorbeeld.nl/print/loket/paspoort",
        PAGE + "/index.html",
        "https://www.voorbeeld.nl/apps/voorbeeld.nl/loket/paspoort/",
        "https://www.voorbeeld.nl//loket/./x/../paspoort",
    ],
)
def test_mirrors_print_versions_and_tracking_parameters_are_the_same_page(same):
    assert page_key(same) == page_key(PAGE)


@pytest.mark.parametrize(
    "other",
    [
        "https://www.voorbeeld.nl/loket/paspoorten",
        "https://www.voorbeeld.nl/paspoort",
        "https://www.voorbeeld.nl:8443/loket/paspoort",
        "https://formulieren.voorbeeld.nl/loket/paspoort",
        PAGE + "?stap=2",
    ],
)
def test_another_path_host_port_or_parameter_is_another_page(other):
    assert page_key(other) != page_key(PAGE)


def test_the_order_of_parameters_makes_no_other_page():
    assert page_key(PAGE + "?b=2&a=1") == page_key(PAGE + "?a=1&b=2")


def test_a_site_replaces_scheme_host_and_port_and_nothing_else():
    assert moved(PAGE + "/?a=1", PROFILE, "http://127.0.0.1:8080/") == "http://127.0.0.1:8080/loket/paspoort/?a=1"
    assert moved("https://www.voorbeeld.nl/product:rij_bewijs", PROFILE, "http://localhost:1") == (
        "http://localhost:1/product:rij_bewijs"
    )


def test_an_address_outside_the_profile_is_not_moved_into_the_site():
    outside = "https://www.elders.nl/paspoort"
    assert moved(outside, PROFILE, "http://127.0.0.1:8080") == outside
    assert not SiteProfile.covers(allowed_hosts(PROFILE, "http://127.0.0.1:8080"), netloc(outside))


@pytest.mark.parametrize(
    "site", ["127.0.0.1:8080", "ftp://x", "http://x/pad", "http://", "http://x:poort", "http://a@b"]
)
def test_a_site_that_is_no_bare_address_is_the_persons_mistake(site):
    with pytest.raises(UserError, match="geen adres van een site"):
        moved(PAGE, PROFILE, site)


def test_only_this_machines_own_names_are_loopback():
    assert on_loopback(("127.0.0.1:8080", "localhost", "[::1]:80"))
    assert not on_loopback(("127.0.0.1", "www.voorbeeld.nl"))
    assert not on_loopback(("localhost.voorbeeld.nl",))
    assert not on_loopback(())


@given(
    st.text(max_size=60), st.sampled_from(["", "http://", "https://h/", "http://h/?", "//", "https://[", "http://h:"])
)
@example(".", "http://")
@settings(deadline=None, max_examples=300)
def test_any_text_that_counts_as_an_address_has_a_host_a_key_and_a_form_in_which_it_is_asked(text, start):
    url = start + text
    if absolute(url):
        assert netloc(url)
        assert page_key(askable(url)) == page_key(url)
        assert askable(url).startswith(("http://", "https://"))
    else:
        netloc(url)
