"""What this machine has, as far as making films goes."""

import msgspec


class Finding(msgspec.Struct, frozen=True):
    """One thing looked at: its name, whether it is fine, what was found, and what to do if not."""

    name: str
    fine: bool
    found: str
    remedy: str = ""


class MachineFacts(msgspec.Struct, frozen=True):
    """All findings, in the order to show them."""

    findings: tuple[Finding, ...]

    @property
    def fine(self) -> bool:
        """Whether nothing is missing."""
        return all(finding.fine for finding in self.findings)
