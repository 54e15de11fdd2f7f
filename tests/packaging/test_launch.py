"""The first step of every start: quick, readable by any Python, and clear about a wrong one."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
OLD = (3, 5)


@pytest.mark.parametrize("name", ["main.py", "packaging/launch.py"])
def test_old_pythons_can_read_it(name):
    ast.parse((ROOT / name).read_text(), feature_version=OLD)


@pytest.mark.parametrize(
    ("version", "implementation"), [((3, 9), "cpython"), ((3, 14), "cpython"), ((3, 11), "pypy")]
)
def test_a_wrong_python_gets_one_sentence(program, version, implementation):
    status, said = program.python(
        f"import sys; sys.version_info = {version}; sys.implementation.name = '{implementation}'\n"
        "import launch; launch.refuse_wrong_python()"
    )
    assert status == 2
    assert said.count("\n") == 1
    assert f"this is Python {version[0]}.{version[1]}" in said
    assert ("(pypy)" in said) == (implementation == "pypy")
    assert "3.11, 3.12 or 3.13" in said


def test_the_quick_way_in_imports_next_to_nothing(installed):
    status, said = installed.python(
        "import sys; before = set(sys.modules)\n"
        "import launch\n"
        "launch.run = lambda python, argv: (print(set(sys.modules) - before), sys.exit(0))\n"
        "launch.enter(['main.py'])"
    )
    assert (status, said) == (0, "{'launch'}\n")


def test_locks_pin_every_package_once():
    for lock in ("lock.txt", "lock-test.txt"):
        lines = (ROOT / "packaging" / lock).read_text().splitlines()
        pins = [line for line in lines if line and not line.startswith("#")]
        names = [pin.split("==")[0].lower().replace("_", "-") for pin in pins]
        assert all("==" in pin for pin in pins)
        assert len(names) == len(set(names))
