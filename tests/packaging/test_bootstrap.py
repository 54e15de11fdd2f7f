"""The environment is made once, renewed when the lock changes, and never half-finished."""

import os
import shutil
import signal
import sys

import pytest

VERSION = f"{sys.version_info.major}.{sys.version_info.minor}"
posix = pytest.mark.skipif(os.name != "posix", reason="about POSIX processes")


def test_a_bare_machine_gets_an_environment_and_the_program_goes_on_inside(program):
    status, out, err = program.start("create", "the sea", "-o", "x.mp4")
    assert status == 7
    assert out == f"{program.environment} 1.0 create the sea -o x.mp4\n"
    assert err.count("\n") == 2 and "Ready after" in err
    assert program.stamp.read_text() == f"{VERSION}\nprobe==1.0\nPySide6==6.0\n"


def test_later_starts_say_and_change_nothing(installed):
    before = installed.stamp.stat().st_mtime_ns
    assert installed.start() == (7, f"{installed.environment} 1.0\n", "")
    assert installed.stamp.stat().st_mtime_ns == before


def test_a_changed_lock_is_installed_over_the_old_one(installed):
    (installed.environment / "kept").touch()
    installed.lock("probe==1.1\nPySide6==6.0\n")
    status, out, _ = installed.start()
    assert (status, out) == (7, f"{installed.environment} 1.1\n")
    assert (installed.environment / "kept").exists()


def test_an_interrupted_install_begins_anew(installed):
    (installed.environment / "unfinished").touch()
    installed.stamp.unlink()
    (installed.environment / "half-copied").touch()
    assert installed.start()[0] == 7
    assert not (installed.environment / "half-copied").exists()
    assert not (installed.environment / "unfinished").exists()


@posix
def test_a_killed_start_leaves_nothing_that_looks_finished(program):
    process = program.begin()
    assert process.stderr.readline().startswith("Installing")
    process.send_signal(signal.SIGKILL)
    process.communicate()
    assert not program.stamp.exists()
    assert program.start()[0] == 7


@posix
def test_of_two_starts_one_installs_and_the_other_waits(program):
    first = program.begin("first")
    assert first.stderr.readline().startswith("Installing")
    second = program.start("second")
    out, err = first.communicate()
    assert (first.returncode, out) == (7, f"{program.environment} 1.0 first\n")
    assert "Ready after" in err
    status, out, err = second
    assert (status, out) == (7, f"{program.environment} 1.0 second\n")
    assert err == "Another start is making the environment; waiting for it.\n"


def test_the_test_extras_come_with_the_first_test(installed):
    assert not list(installed.environment.rglob("probe_test.py"))
    status, out, err = installed.start("test", "-k", "x")
    assert (status, out) == (7, f"{installed.environment} 1.0 test -k x\n")
    assert "what the tests need" in err
    assert list(installed.environment.rglob("probe_test.py"))
    assert installed.start("test")[2] == ""


@posix
def test_an_environment_whose_python_went_away_is_made_anew(installed):
    for link in (installed.environment / "bin").glob("python*"):
        link.unlink()
    assert installed.start()[0] == 7


def test_an_environment_of_another_python_version_is_settled_again(installed):
    pins = installed.stamp.read_text().split("\n", 1)[1]
    installed.stamp.write_text(f"3.99\n{pins}")
    assert installed.start()[0] == 7
    assert installed.stamp.read_text() == f"{VERSION}\n{pins}"


@posix
def test_a_start_from_inside_the_environment_stays_there(installed):
    python = str(installed.environment / "bin" / "python")
    process = installed.begin(python=python)
    out, err = process.communicate()
    assert (out, err) == (f"{installed.environment} 1.0\n", "")


@posix
def test_a_symbolic_link_to_the_program_finds_the_same_environment(installed, tmp_path):
    (tmp_path / "link").symlink_to(installed.root)
    python = str(tmp_path / "link" / ".venv" / "bin" / "python")
    process = installed.begin(python=python)
    assert process.communicate()[1] == ""


def refusal(program, status_out_err):
    """The one sentence that a start ended with."""
    status, out, err = status_out_err
    assert (status, out) == (2, "")
    assert not program.stamp.exists()
    said = err.splitlines()[-1]
    assert said.endswith(".")
    return said


def test_no_network_is_one_sentence_and_the_next_start_goes_on(program):
    nowhere = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_FIND_LINKS": ""}
    said = refusal(program, program.start(**nowhere))
    assert "connect to the internet" in said
    (program.environment / "kept").touch()
    assert program.start()[0] == 7
    assert (program.environment / "kept").exists()


def test_an_unknown_failure_repeats_what_pip_said(program):
    program.lock("absent==9.9\n")
    said = refusal(program, program.start())
    assert "absent==9.9" in said and "install.log" in said


@posix
def test_missing_libraries_are_named_with_their_packages(installed, tmp_path):
    installed.lock("probe==1.0\nPySide6==6.1\n")
    loader = tmp_path / "bin" / "ldd"
    loader.parent.mkdir()
    loader.write_text("#!/bin/sh\necho '  libEGL.so.1 => not found'\n")
    loader.chmod(0o755)
    (installed.environment / "PySide6").mkdir()
    (installed.environment / "PySide6" / "QtGui.abi3.so").touch()
    path = f"{loader.parent}{os.pathsep}{os.environ['PATH']}"
    said = refusal(installed, installed.start(PATH=path))
    assert "lacks libEGL.so.1" in said and "apt install libegl1" in said


def test_a_qt_that_can_t_be_loaded_for_another_reason_says_its_reason(installed):
    installed.lock("probe==1.0\nPySide6==6.1\n")
    said = refusal(installed, installed.start())
    assert "Qt can't be loaded here (ImportError: libEGL.so.1" in said


@pytest.mark.parametrize(
    ("setting", "said"),
    [
        ("bootstrap.NEEDED_BYTES = 10**18", "make room"),
        ("bootstrap.importlib.util.find_spec = lambda name: None", "can't make environments"),
    ],
    ids=["small disk", "no ensurepip"],
)
def test_what_is_missing_before_the_start_is_said_before_anything_is_made(program, setting, said):
    status, output = program.python(
        f"import bootstrap; {setting}; bootstrap.make_environment(['lock.txt'])"
    )
    assert status == 2
    assert output.count("\n") == 1 and said in output
    assert not program.environment.exists()


@pytest.mark.parametrize(
    ("error", "said"), [("ENOSPC", "disk is full"), ("EROFS", "can't be written to")]
)
def test_the_system_s_refusals_are_sentences(program, error, said):
    code = f"import bootstrap, errno; print(bootstrap.sentence_of(OSError(errno.{error}, '')))"
    assert said in program.python(code)[1]


def test_pip_s_refusals_are_sentences(program):
    full = "ERROR: Could not install packages: [Errno 28] No space left on device"
    code = f"import bootstrap; print(bootstrap.trouble_in({full!r}))"
    assert "disk is full" in program.python(code)[1]


@posix
@pytest.mark.skipif(shutil.which("chmod") is None or os.geteuid() == 0, reason="root may write")
def test_a_folder_that_can_t_be_written_is_one_sentence(program):
    program.root.chmod(0o500)
    said = refusal(program, program.start())
    program.root.chmod(0o700)
    assert "copy Laqta to a folder of yours" in said
