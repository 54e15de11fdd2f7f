"""What this machine has for making films. Looked at in a child, since some of it may crash.

Nothing here imports torch: that it is installed is read from its metadata.
"""

import importlib.metadata
import os
import platform
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from engine.contract.machine_facts import Finding, MachineFacts
from engine.machine.display import missing_for_windows
from engine.machine.encoder_trial import encodes_picture, encodes_sound
from engine.machine.shared_libraries import remedy

GIB = 2**30
LITTLE_MEMORY = 2 * GIB
LITTLE_DISK = 2 * GIB
LITTLE_SHARED = 256 * 2**20
HARDWARE_ENCODERS = ("h264_nvenc", "h264_qsv", "h264_amf", "h264_videotoolbox")
NOT_HEARD = ("NULL Playback Device", "Discard all samples")
PATIENCE = 10.0
SHARED_MEMORY = Path("/dev/shm")


def machine_facts() -> MachineFacts:
    """All findings; a look that itself fails becomes a finding. Takes about a second."""
    looks: tuple[tuple[str, Callable[[], Finding]], ...] = (
        ("Processor", processor),
        ("Memory", memory),
        ("Graphics card", graphics_card),
        ("Disk", disk),
        ("Temporary folder", temporary_folder),
        ("Shared memory", shared_memory),
        ("Window", window),
        ("Letters", letters),
        ("H.264 and AAC", encoders),
        ("Hardware encoders", hardware_encoders),
        ("Sound out", sound_out),
        ("Final models", final_models),
    )
    return MachineFacts(tuple(_look(name, look) for name, look in looks))


def _look(name: str, look: Callable[[], Finding]) -> Finding:
    try:
        return look()
    except Exception as error:
        return Finding(name, False, f"could not be looked at: {error}", "Report this.")


def processor() -> Finding:
    """How many cores this process may use."""
    able = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return Finding("Processor", True, f"{able} cores, {platform.machine()}, {platform.system()}")


def memory() -> Finding:
    """Memory that can be had now."""
    import psutil

    now = psutil.virtual_memory()
    found = f"{now.available / GIB:.1f} of {now.total / GIB:.1f} GiB free"
    if now.available >= LITTLE_MEMORY:
        return Finding("Memory", True, found)
    return Finding("Memory", False, found, "Close other programs: films in 4K need 2 GiB.")


def graphics_card() -> Finding:
    """What NVIDIA's own tool says, or that there is none; drafts need none."""
    name, tool = "Graphics card", shutil.which("nvidia-smi")
    if tool is None:
        return Finding(name, True, "none from NVIDIA found; drafts need none")
    question = ["--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"]
    asked = subprocess.run([tool, *question], capture_output=True, text=True, timeout=PATIENCE)
    if asked.returncode:
        said = (asked.stdout + asked.stderr).strip().splitlines()[:1]
        found = f"nvidia-smi failed: {said[0] if said else 'no reason given'}"
        return Finding(name, False, found, "Install the driver that fits the card.")
    return Finding(name, True, "; ".join(asked.stdout.strip().splitlines()))


def disk() -> Finding:
    """Room where films are usually written."""
    return _room("Disk", Path.home() if Path.home().is_dir() else Path.cwd())


def temporary_folder() -> Finding:
    """Room for temporary files."""
    try:
        folder = Path(tempfile.gettempdir())
    except FileNotFoundError:
        return Finding("Temporary folder", False, "none", "Make a folder and set TMPDIR to it.")
    return _room("Temporary folder", folder)


def _room(name: str, folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    found = f"{free / GIB:.1f} GiB free in {folder}"
    if free >= LITTLE_DISK:
        return Finding(name, True, found)
    return Finding(name, False, found, "Make room, or write films to another disk.")


def shared_memory() -> Finding:
    """Room for the pictures that travel between processes; a small one is worked around."""
    name = "Shared memory"
    if not SHARED_MEMORY.is_dir():
        return Finding(name, True, "the temporary folder serves")
    free = shutil.disk_usage(SHARED_MEMORY).free
    found = f"{free / 2**20:.0f} MiB free"
    if free >= LITTLE_SHARED:
        return Finding(name, True, found)
    advice = "Playback may stutter: give the container more (docker run --shm-size=1g)."
    return Finding(name, False, found, advice)


def window() -> Finding:
    """Qt, and the system libraries that its window needs."""
    found = f"Qt {importlib.metadata.version('PySide6_Essentials')}"
    lacking = missing_for_windows()
    if not lacking:
        return Finding("Window", True, found)
    return Finding("Window", False, f"{found}, but no X11 window can open", remedy(lacking))


def letters() -> Finding:
    """Font families for titles in English and Arabic. Needs the child's application."""
    from PySide6.QtGui import QFontDatabase

    system = QFontDatabase.WritingSystem
    latin = QFontDatabase.families(system.Latin)
    arabic = QFontDatabase.families(system.Arabic)
    found = f"{len(latin)} Latin and {len(arabic)} Arabic families"
    if latin and arabic:
        return Finding("Letters", True, f"{found}, {_preferred(latin)} and {_preferred(arabic)}")
    missing = "Arabic" if latin else "Latin"
    advice = (
        f"Titles in {missing} letters can't be drawn: on Debian or Ubuntu run "
        "'apt install fonts-noto-core' as root, elsewhere install the Noto fonts."
    )
    return Finding("Letters", False, found, advice)


def _preferred(families: list[str]) -> str:
    wanted = sorted(name for name in families if name.startswith("Noto Sans"))
    return (wanted or families)[0]


def encoders() -> Finding:
    """Whether the two encoders that every film needs really encode."""
    name = "H.264 and AAC"
    if not encodes_picture("libx264"):
        return Finding(name, False, "H.264 does not encode", "Delete .venv and start again.")
    if not encodes_sound("aac"):
        return Finding(name, False, "AAC does not encode", "Delete .venv and start again.")
    return Finding(name, True, f"both encode, PyAV {importlib.metadata.version('av')}")


def hardware_encoders() -> Finding:
    """Which hardware encoders really encode here; none are needed."""
    working = [name for name in HARDWARE_ENCODERS if encodes_picture(name)]
    return Finding("Hardware encoders", True, ", ".join(working) or "none; x264 encodes")


def sound_out() -> Finding:
    """Where sound would come out; without a device playback is silent."""
    import miniaudio

    try:
        devices = [device["name"] for device in miniaudio.Devices().get_playbacks()]
    except miniaudio.MiniaudioError:
        devices = []
    devices = [device for device in devices if not device.startswith(NOT_HEARD)]
    if devices:
        return Finding("Sound out", True, ", ".join(devices))
    advice = "Playback is silent, exports have their sound: connect or enable a sound device."
    return Finding("Sound out", False, "no device", advice)


def final_models() -> Finding:
    """Whether the packages that final models run on are installed."""
    try:
        found = " and ".join(
            f"{name} {importlib.metadata.version(name)}" for name in ("torch", "diffusers")
        )
    except importlib.metadata.PackageNotFoundError as error:
        return Finding(
            "Final models", False, f"{error.name} is missing", "Delete .venv and start again."
        )
    return Finding("Final models", True, found)
