"""Downloads in a child: stopped, killed and gone on with, while the loop goes on turning."""

import asyncio
from contextlib import suppress
from pathlib import Path
from time import monotonic

import psutil
import pytest

from engine.client.local_models import LocalModels
from engine.contract.events import EngineFault, Progress
from engine.models.catalogue import catalogue
from tests.fakes.fake_hub import FakeHub, Repository
from tests.fakes.weights import wan_files

ENTRY = catalogue()[0]
WHOLE = sum(len(content) for content in wan_files().values())


@pytest.fixture
def hub(monkeypatch):
    """A hub at the end of a slow link."""
    for name in ("HF_TOKEN", "HF_HUB_OFFLINE"):
        monkeypatch.delenv(name, raising=False)
    with FakeHub({ENTRY.repository: Repository(wan_files())}, pause=0.05) as hub:
        monkeypatch.setenv("HF_ENDPOINT", hub.endpoint)
        yield hub


def porters() -> list[psutil.Process]:
    return [child for child in psutil.Process().children() if role(child) == "porter"]


def role(child: psutil.Process) -> str:
    """What the child does, "" once it has ended."""
    try:
        return "".join(child.cmdline()[-1:])
    except psutil.NoSuchProcess:
        return ""


def kept(home: Path) -> int:
    files = [path for path in home.rglob("[!.]*") if path.is_file() and path.parent != home]
    return sum(path.stat().st_size for path in files)


async def some(models: LocalModels) -> tuple[asyncio.Task, list[Progress]]:
    """A download that has brought a part."""
    told: list[Progress] = []
    task = asyncio.ensure_future(models.get(ENTRY.id, told.append))
    async with asyncio.timeout(120):
        while not told or told[-1].done < told[0].done + WHOLE // 10:
            await asyncio.sleep(0.01)
    return task, told


def test_a_download_outlives_being_stopped_and_killed(tmp_path: Path, hub: FakeHub):
    async def course() -> None:
        models = LocalModels(tmp_path)
        first, _ = await some(models)
        began = monotonic()
        first.cancel()
        with suppress(asyncio.CancelledError):
            await first
        assert monotonic() - began < 1.0
        assert porters() == [] and 0 < (had := kept(tmp_path)) < WHOLE

        second, told = await some(models)
        assert told[0].done == had
        (porter,) = porters()
        porter.kill()
        with pytest.raises(EngineFault, match="engine_died"):
            await second
        assert had < (had := kept(tmp_path)) < WHOLE

        hub.pause = 0.0
        told.clear()
        model = await models.get(ENTRY.id, told.append)
        assert (told[0].done, told[-1].done) == (had, WHOLE)
        assert model in await models.all() and model.weights
        assert await models.check(ENTRY.id) == ()

    asyncio.run(course())
