"""A cut of six drafts is conformed by command with a real, tiny model."""

import json
from fractions import Fraction
from pathlib import Path

from msgspec.structs import replace

from app.command_line.program import carry_out
from app.document.project import Rendered
from app.flatten import plan_of
from app.project_file import ProjectFile
from engine.client import LocalEngine
from engine.client.local_models import LocalModels
from engine.contract.models import Model, Profile
from engine.contract.time import Rate
from tests.app.test_conforming import six_drafts, without_sources
from tests.fakes.tiny_models import tiny

QUICK = Profile("quality", 2, 1.0)


class QuickModels(LocalModels):
    """The models of this machine, each run in two steps."""

    async def all(self) -> tuple[Model, ...]:
        """Those that are here, with a quick profile."""
        known = await super().all()
        return tuple(
            replace(model, ability=replace(model.ability, profiles=(QUICK,))) for model in known
        )


def test_a_cut_is_conformed_by_command_and_undo_brings_the_drafts_back(
    tmp_path, capsys, monkeypatch
):
    monkeypatch.setenv("LAQTA_MODELS", str(tmp_path / "models"))
    path, film = tmp_path / "film.laqta", six_drafts(Fraction(1, 2), 80, 64)
    ProjectFile.create(path, film).close()

    def make_engine() -> LocalEngine:
        engine = LocalEngine()
        engine.models = QuickModels()
        return engine

    assert carry_out(["models", "add", str(tiny("wan_t2v"))], make_engine, lambda _: 1) == 0
    model = capsys.readouterr().out.splitlines()[-1]
    words = ["conform", str(path), "--model", model, "--json"]
    assert carry_out(words, make_engine, lambda _: 1) == 0
    answer = json.loads(capsys.readouterr().out)
    assert [take["shown"] for take in answer["takes"]] == [True] * 6

    file = ProjectFile.open(path)
    history = file.history()
    conformed = history.project
    was, now = plan_of(film), plan_of(conformed)
    assert now.frames == was.frames and without_sources(now) == without_sources(was)
    for shot in conformed.shots:
        assert isinstance(shot.take, Rendered)
        facts = shot.take.facts
        assert (facts.width, facts.height, facts.frames, facts.rate) == (80, 64, 9, Rate(16))
        assert facts.has_sound and Path(facts.media.path).parent == tmp_path / "film takes"
    undone = [history.undo() for _ in range(6)][-1]
    assert undone == film and plan_of(undone) == was
    file.close()
