"""Both sides of a ring see the same bytes, and nothing stays on the disk."""

from engine.ring import Ring


def test_what_one_side_writes_the_other_reads():
    ours = Ring.make(3, 4096)
    theirs = Ring(ours.path, 3, 4096)
    theirs.slot(1)[:5] = b"laqta"
    assert bytes(ours.slot(1)[:5]) == b"laqta"
    assert bytes(ours.slot(0)[:5]) == bytes(5)


def test_a_forgotten_ring_leaves_no_file_and_still_works():
    ring = Ring.make(1, 4096)
    ring.forget_name()
    ring.slot(0)[:1] = b"x"
    assert not ring.path.exists()
    assert bytes(ring.slot(0)[:1]) == b"x"
