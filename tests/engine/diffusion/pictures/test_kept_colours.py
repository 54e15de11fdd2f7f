"""What is learnt of an autoencoder is known the next time, and by all models that share it."""

import shutil

import numpy as np

from engine.diffusion.model_folder import ModelFolder
from engine.diffusion.pictures.estimate import Colours
from engine.diffusion.pictures.kept_colours import KeptColours, autoencoder_of
from tests.fakes.tiny_models import tiny

LEARNT = Colours(np.arange(51.0).reshape(17, 3) / 7)


def test_a_map_outlives_its_maker(tmp_path):
    KeptColours(tmp_path / "deep" / "colours.json").keep("a", LEARNT)
    again = KeptColours(tmp_path / "deep" / "colours.json")
    np.testing.assert_array_equal(again.of("a").weights, LEARNT.weights)
    assert again.of("b") is None


def test_a_damaged_file_is_as_good_as_none(tmp_path):
    for damage in (b"", b"{", b'{"a": [1, 2]}', b"\xff\xfe"):
        (tmp_path / "colours.json").write_bytes(damage)
        kept = KeptColours(tmp_path / "colours.json")
        assert kept.of("a") is None
        kept.keep("a", LEARNT)
        assert KeptColours(tmp_path / "colours.json").of("a") is not None


def test_models_with_the_same_autoencoder_share_what_is_learnt(tmp_path):
    copy = tmp_path / "copy"
    shutil.copytree(tiny("wan_t2v"), copy)
    shutil.rmtree(copy / "transformer")
    assert autoencoder_of(ModelFolder(copy)) == autoencoder_of(ModelFolder(tiny("wan_t2v")))
    assert autoencoder_of(ModelFolder(copy)) != autoencoder_of(ModelFolder(tiny("wan22_ti2v")))
