"""Settings keep what was set, and survive what they can't read."""

import json
from pathlib import Path

import pytest

from app.settings import TABLE, Settings, recovery_folder, settings_path


def test_every_setting_has_a_legal_default_and_a_sentence():
    for setting in TABLE:
        assert setting.allows(setting.default), setting.name
        assert setting.sentence.endswith("."), setting.name
    assert len({setting.name for setting in TABLE}) == len(TABLE)


def test_values_survive_a_restart(tmp_path: Path):
    path = tmp_path / "folder" / "settings.json"
    settings = Settings(path)
    assert (settings.text("language"), settings.yes_no("snapping")) == ("system", True)
    settings.set("language", "ar")
    settings.set("snapping", False)
    settings.set("interface_scale", 1.5)
    again = Settings(path)
    assert (again.text("language"), again.yes_no("snapping")) == ("ar", False)
    assert again.number("interface_scale") == 1.5


def test_a_change_is_told_once(tmp_path: Path):
    settings = Settings(tmp_path / "settings.json")
    told: list[str] = []
    settings.changed.connect(told.append)
    settings.set("volume", 0.5)
    settings.set("volume", 0.5)
    assert told == ["volume"]


@pytest.mark.parametrize(
    ("name", "value"),
    [("volume", 1.5), ("volume", "loud"), ("volume", True), ("language", "fr"), ("snapping", 1)],
)
def test_what_is_not_allowed_is_refused(tmp_path: Path, name: str, value: object):
    settings = Settings(tmp_path / "settings.json")
    with pytest.raises(ValueError, match=name):
        settings.set(name, value)  # type: ignore[arg-type]
    assert not (tmp_path / "settings.json").exists()


@pytest.mark.parametrize("content", ["", "{", "[1, 2]", "null", '{"volume": "loud", "old": 3}'])
def test_a_file_that_makes_no_sense_gives_the_defaults(tmp_path: Path, content: str):
    path = tmp_path / "settings.json"
    path.write_text(content)
    assert Settings(path).number("volume") == 1.0


def test_values_that_are_fine_are_kept_beside_values_that_are_not(tmp_path: Path):
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"volume": 9, "language": "ar"}))
    settings = Settings(path)
    assert (settings.number("volume"), settings.text("language")) == (1.0, "ar")


def test_asking_for_the_wrong_kind_is_a_mistake(tmp_path: Path):
    with pytest.raises(KeyError):
        Settings(tmp_path / "settings.json").number("language")


def test_folders_follow_the_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    assert settings_path() == tmp_path / "config" / "laqta" / "settings.json"
    assert recovery_folder() == tmp_path / "data" / "laqta" / "recovery"
