"""The graphics card that takes are foreseen for is the one that they will run on."""

import pytest

from engine.machine.hardware import first_card

CARDS = ["NVIDIA GeForce GT 1030, 2048, 6.1", "NVIDIA GeForce RTX 3060, 12288, 8.6", ""]


@pytest.mark.parametrize(("order", "name"), [("", "RTX 3060"), ("PCI_BUS_ID", "GT 1030")])
def test_of_several_cards_it_is_the_one_that_cuda_counts_first(monkeypatch, order, name):
    monkeypatch.setenv("CUDA_DEVICE_ORDER", order)
    found = first_card(CARDS)
    assert found is not None and found.name.endswith(name)


def test_none_and_nonsense_are_no_card():
    assert first_card([]) is None
    with pytest.raises(ValueError):
        first_card(["[GPU is lost]"])
