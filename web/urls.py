"""The stable addresses. Who may open which stands in ``rights``."""

from __future__ import annotations

from django.contrib.auth import views as accounts
from django.urls import path, register_converter

from web import single_sign_on, style
from web.api import api
from web.views import accessibility, account, concept, keeping, log, overview, product, products, tertaal, worklist


class TertaalLabel:
    """A tertaal in an address: 2026-T3."""

    regex = r"20\d\d-T[123]"

    def to_python(self, value: str) -> str:
        """As it stands."""
        return value

    def to_url(self, value: str) -> str:
        """As it stands."""
        return value


register_converter(TertaalLabel, "tertaal")

urlpatterns = [
    path("", overview.overview, name="overzicht"),
    path("metingen/", overview.runs, name="metingen"),
    path("begrippen/", overview.terms, name="begrippen"),
    path("producten/", products.products, name="producten"),
    path("producten/<slug:product_id>/", product.product, name="product"),
    path("producten/<slug:product_id>/<slug:check_id>/klopt-niet/", product.review, name="klopt_niet"),
    path("producten/<slug:product_id>/opnieuw-meten/", product.remeasure, name="opnieuw_meten"),
    path("werklijst/", worklist.worklist, name="werklijst"),
    path("werklijst/<slug:product_id>/<slug:check_id>/", worklist.task, name="taak"),
    path("toegankelijkheid/", accessibility.queue, name="toegankelijkheid"),
    path("toegankelijkheid/getest/", accessibility.scope, name="getest"),
    path("toegankelijkheid/afwijkingen/", accessibility.deviations, name="afwijkingen"),
    path("toegankelijkheid/afwijkingen/datum/", accessibility.milestone, name="mijlpaal"),
    path("toegankelijkheid/knelpunt/<slug:issue_id>/", accessibility.issue, name="knelpunt"),
    path("toegankelijkheid/knelpunt/<slug:issue_id>/beeld.png", accessibility.picture, name="beeld"),
    path("toegankelijkheid/knelpunt/<slug:issue_id>/oordelen/", accessibility.rule, name="oordelen"),
    path("toegankelijkheid/knelpunt/<slug:issue_id>/afwijken/", accessibility.waive, name="afwijken"),
    path("concept/", concept.concept, name="concept"),
    path("rapporten/", tertaal.reports, name="rapporten"),
    path("rapporten/cijfers/", tertaal.figures, name="cijfers"),
    path("rapporten/<tertaal:label>.<slug:form>", tertaal.file, name="rapport_bestand"),
    path("beheer/", keeping.keeping, name="beheer"),
    path("beheer/catalogus/", keeping.catalog, name="catalogus"),
    path("beheer/gebruikers/", keeping.people, name="gebruikers"),
    path("beheer/gebruikers/<int:user_id>/", keeping.person, name="gebruiker"),
    path("beheer/sleutels/", keeping.keys, name="sleutels"),
    path("beheer/klaarstaan/", keeping.examination, name="klaarstaan"),
    path("beheer/instellingen/", keeping.settings_chosen, name="instellingen"),
    path("beheer/logboek/", log.log, name="logboek"),
    path("inloggen/", account.LoginView.as_view(), name="inloggen"),
    path("uitloggen/", accounts.LogoutView.as_view(), name="uitloggen"),
    path("wachtwoord/", account.PasswordView.as_view(), name="wachtwoord"),
    path("api/", overview.api_explained, name="api_uitleg"),
    path("api/metrics", overview.metrics, name="metrieken"),
    path("api/v1/", api.urls),
    path("stijl.<slug:version>.css", style.asset, {"which": "stijl"}, name="stijl"),
    path("app.<slug:version>.js", style.asset, {"which": "script"}, name="script"),
    path("icoon.svg", style.icon, name="pictogram"),
    path("oidc/inloggen/", single_sign_on.begin, name="organisatie"),
    path("oidc/callback/", single_sign_on.come_back, name="oidc_authentication_callback"),
]
