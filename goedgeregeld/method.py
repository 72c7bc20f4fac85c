"""The code that judges, packed to be kept with a figure; and judging with code of an earlier night."""

from __future__ import annotations

import base64
import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import date
from functools import cache
from types import MappingProxyType

from goedgeregeld import rejudging, settings
from model.claim import Claim
from model.errors import UserError
from model.finding import CheckResult, Finding, Online, Outcome
from model.landing import Landing
from model.page import Evidence, Snapshot
from model.product import Product

_ROOMS = ("model", "pages", "checks")
_SCALES = {"element": Outcome, "online": Online}
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same code gives the same bytes

Pages = list[tuple[Snapshot, bytes]]


@cache
def packed_method() -> bytes:
    """The rooms that decide a judgement, as a zip; the same code gives the same bytes."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as archive:
        for room in _ROOMS:
            for file in sorted((settings.ROOT / room).rglob("*")):
                if file.is_file() and "__pycache__" not in file.parts:
                    name = file.relative_to(settings.ROOT).as_posix()
                    archive.writestr(zipfile.ZipInfo(name, _LONG_AGO), file.read_bytes())
    return packed.getvalue()


def judged_as_then(
    code: bytes,
    profile: Mapping[str, object],
    dossiers: Iterable[tuple[Product, Pages]],
    day: date,
    landings: Mapping[str, Landing],
    claims: Mapping[str, Sequence[Claim]] = MappingProxyType({}),
) -> Iterator[CheckResult]:
    """What the checks in ``code`` say, in a process of their own; in the order of ``dossiers``.

    ``day`` and ``landings`` are those of the run.

    The code comes out of our own database and is run: who may write there, may run programs here. UserError where that code
    no longer runs on this machine.
    """
    with tempfile.TemporaryDirectory(prefix="goedgeregeld-methode-") as folder:
        with zipfile.ZipFile(io.BytesIO(code)) as archive:
            archive.extractall(folder)
        command = [sys.executable, "-I", rejudging.__file__, folder]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603
            assert process.stdin is not None
            assert process.stdout is not None
            for product, pages in dossiers:
                asked = _asked(product, pages, profile, day, landings, claims.get(product.id, ()))
                print(json.dumps(asked), file=process.stdin, flush=True)
                answer = process.stdout.readline()
                if not answer:
                    raise UserError("De controles van toen werken niet meer op deze computer. Kies --checks nu.")
                yield from (_result(product.id, each) for each in json.loads(answer))
            process.stdin.close()


def _asked(
    product: Product,
    pages: Pages,
    profile: Mapping[str, object],
    day: date,
    landings: Mapping[str, Landing],
    claims: Sequence[Claim],
) -> dict[str, object]:
    return {
        "day": day.isoformat(),
        "product": _plain(product),
        "claims": [_plain(claim) for claim in claims],
        "profile": dict(profile),
        "landings": [{**asdict(landing), "asked_at": landing.asked_at.isoformat()} for landing in landings.values()],
        "pages": [
            {
                "url": snapshot.final_url,
                "content_type": snapshot.headers.get("content-type", ""),
                "role": snapshot.role.value,
                "body": base64.b64encode(body).decode("ascii"),
            }
            for snapshot, body in pages
        ],
    }


def _plain(noun: Product | Claim) -> dict[str, object]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in asdict(noun).items()}


def _result(product_id: str, told: Mapping[str, object]) -> CheckResult:
    scale = _SCALES[str(told["scale"])]
    evidence = told["evidence"]
    assert isinstance(evidence, list)
    return CheckResult(
        product_id=product_id,
        check_id=str(told["check_id"]),
        check_version=int(str(told["check_version"])),
        finding=Finding(
            outcome=scale(str(told["outcome"])),
            reason=str(told["reason"]),
            evidence=tuple(Evidence(**each) for each in evidence),
        ),
        message=str(told["message"]),
        error=str(told["error"]),
    )
