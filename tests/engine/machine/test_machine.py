"""What doctor finds: real encoders, real fonts, and a remedy for everything that isn't fine."""

import subprocess
import sys
from pathlib import Path

from engine.machine.encoder_trial import encodes_picture, encodes_sound
from engine.machine.findings import machine_facts
from engine.machine.hardware import oldest_card

ROOT = Path(__file__).parents[3]


def test_every_look_finds_something_and_says_what_to_do_where_it_is_not_fine(qt_application):
    facts = machine_facts()
    names = [finding.name for finding in facts.findings]
    assert names[:3] == ["Processor", "Memory", "Graphics card"]
    assert len(names) == len(set(names)) == 12
    for finding in facts.findings:
        assert finding.found
        assert finding.fine != bool(finding.remedy), finding
        assert "could not be looked at" not in finding.found, finding
    assert facts.fine == all(finding.fine for finding in facts.findings)


def test_looking_imports_neither_torch_nor_diffusers():
    looked = (
        "import sys; from PySide6.QtWidgets import QApplication; a = QApplication([]);"
        "from engine.machine.findings import machine_facts; machine_facts();"
        "sys.exit(bool({'torch', 'diffusers'} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", looked], cwd=ROOT).returncode == 0


def test_a_card_is_too_old_for_builds_of_torch_that_left_it_out():
    gtx_1080, titan_v, rtx_2080 = (6, 1), (7, 0), (7, 5)
    assert gtx_1080 >= oldest_card((12, 6))
    assert gtx_1080 < oldest_card((12, 8)) <= titan_v < oldest_card((13, 0)) <= rtx_2080


def test_the_encoders_of_every_film_encode():
    assert encodes_picture("libx264")
    assert encodes_sound("aac")


def test_an_encoder_that_does_not_exist_does_not_encode():
    assert not encodes_picture("h264_of_nobody")
