"""Two more municipal sites, small and built otherwise than the first: other addresses, markup, words, desk and portal."""

from __future__ import annotations

from demo.elsewhere.diensten import DIENSTEN
from demo.elsewhere.thema import THEMA
from demo.elsewhere.town import Town

TOWNS: dict[str, Town] = {town.key: town for town in (THEMA, DIENSTEN)}
"""The towns by the name that the command line knows."""
