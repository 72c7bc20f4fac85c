"""Decides on which page each accessibility fault is planted, and writes what the page then holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from demo.faultmarkup import Planting
from demo.faults import SeededFault
from demo.hosts import Hosts
from demo.truth import Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The planted faults, what each page gets, and the documents that lie in frames, by path."""

    faults: tuple[SeededFault, ...] = ()
    plantings: Mapping[str, Planting] = field(default_factory=dict)
    frames: Mapping[str, str] = field(default_factory=dict)
    foreign_frames: Mapping[str, str] = field(default_factory=dict)

    def on(self, path: str) -> Planting:
        """What the page at ``path`` gets; nothing for most."""
        return self.plantings.get(path, Planting())


def plan_faults(truth: Truth, hosts: Hosts) -> Plan:
    """Plant the faults."""
    return Plan()
