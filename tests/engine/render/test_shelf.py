"""A shelf is bounded and closes what falls off."""

from engine.render.shelf import Shelf


def test_the_least_recently_used_is_closed_first():
    closed: list[str] = []
    shelf = Shelf(2, closed.append)
    for name in ("a", "b"):
        shelf.take(name, lambda name=name: name)
    shelf.take("a", lambda: "another")
    shelf.take("c", lambda: "c")
    assert closed == ["b"]
    assert shelf.find("a") == "a"


def test_costs_are_counted_and_the_newest_always_stays():
    shelf = Shelf(100)
    for key, cost in (("a", 60), ("b", 60), ("c", 400)):
        shelf.put(key, key, cost)
    assert len(shelf) == 1
    assert shelf.cost == 400
    assert shelf.find("c") == "c"


def test_clear_closes_everything():
    closed: list[int] = []
    shelf = Shelf(10, closed.append)
    shelf.put(1, 1)
    shelf.put(2, 2)
    shelf.clear()
    assert closed == [1, 2]
    assert shelf.cost == 0
