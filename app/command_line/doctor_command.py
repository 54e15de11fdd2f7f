"""doctor: what this machine has, what is missing, and what to do."""

import platform
import sys
from argparse import Namespace
from collections.abc import Iterable

from msgspec import to_builtins

from app.command_line.answer import json_text
from app.command_line.progress_meter import Meter
from engine.contract.engine import Engine
from engine.contract.machine_facts import Finding, MachineFacts


async def doctor(order: Namespace, engine: Engine, meter: Meter) -> str:
    """The findings as lines for a person, or as JSON."""
    machine = await engine.machine()
    facts = MachineFacts((python_found(engine.version), *machine.findings))
    if order.json:
        return json_text({"fine": facts.fine, "findings": to_builtins(facts.findings)})
    return "\n".join(lines(facts.findings))


def python_found(version: str) -> Finding:
    """Which Laqta runs in which Python."""
    found = f"Laqta {version} in Python {platform.python_version()}, {sys.prefix}"
    return Finding("Laqta", True, found)


def lines(findings: Iterable[Finding]) -> list[str]:
    """A line for each finding, and one below it with what to do."""
    findings = tuple(findings)
    width = max(len(finding.name) for finding in findings)
    shown: list[str] = []
    for finding in findings:
        shown.append(f"{'✓' if finding.fine else '✗'} {finding.name:<{width}}  {finding.found}")
        if finding.remedy:
            shown.append(f"  {'':<{width}}  → {finding.remedy}")
    return shown
