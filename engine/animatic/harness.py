"""Harness: carts, carriages and sleds with the animals that draw them before them."""

from msgspec.structs import replace

from engine.animatic.build import build_of
from engine.animatic.scene import Scene, Subject

DRAWN = {"cart": "horse", "carriage": "horse", "sled": ""}
"""What is drawn, and by what where the prompt names nothing."""
DRAUGHT = frozenset({"horse", "donkey", "cow", "camel", "deer", "unicorn", "zebra", "elephant"})
APART = 0.35
"""Metres between what is drawn and the animal before it."""


def harnessed(subjects: tuple[Subject, ...]) -> tuple[Subject, ...]:
    """The cast with each team before its vehicle; a carriage that goes gets a horse of its own."""
    found = list(subjects)
    for index, vehicle in enumerate(subjects):
        if vehicle.kind not in DRAWN or vehicle.carrier >= 0:
            continue
        team = [i for i, one in enumerate(subjects) if _draws(one, vehicle)]
        spare = DRAWN[vehicle.kind] if vehicle.kind == "carriage" or vehicle.speed else ""
        if not team and spare:
            team = [len(found)]
            found.append(Subject(spare, vehicle.x, vehicle.z, variety=vehicle.variety))
        if team:
            _harness(found, index, team)
    return tuple(found)


def _draws(one: Subject, vehicle: Subject) -> bool:
    pulls = one.kind in DRAUGHT or one.kind == "dog" and vehicle.kind == "sled"
    return pulls and not one.act and one.carrier < 0


def _harness(found: list[Subject], index: int, team: list[int]) -> None:
    """Set a team two by two before its vehicle, the middle of all where it was."""
    vehicle = found[index]
    first = max((found[i].x for i in team), key=lambda x: x * vehicle.heading)
    middle = 0.5 * (vehicle.x + first)
    reach = reach_of(vehicle, found[team[0]])
    rows = (len(team) + 1) // 2
    long = build_of(found[team[0]].kind).width * found[team[0]].scale + APART
    start = middle - vehicle.heading * 0.5 * (reach + (rows - 1) * long)
    found[index] = replace(vehicle, x=start)
    for place, number in enumerate(team):
        row, aside = divmod(place, 2)
        found[number] = replace(
            found[number],
            x=start + vehicle.heading * (reach + row * long),
            z=vehicle.z + 0.45 * aside,
            heading=vehicle.heading,
            speed=vehicle.speed,
        )


def reach_of(vehicle: Subject, animal: Subject) -> float:
    """Metres from the middle of a vehicle to the middle of the animal that draws it."""
    halves = build_of(vehicle.kind).width * vehicle.scale, build_of(animal.kind).width
    return 0.5 * (halves[0] + halves[1] * animal.scale) + APART


def team_of(vehicle: Subject, scene: Scene) -> list[Subject]:
    """The animals that draw a vehicle, the nearest first."""
    if vehicle.kind not in DRAWN or vehicle.carrier >= 0:
        return []
    ahead = [
        one
        for one in scene.subjects
        if _draws(one, vehicle)
        and abs(one.z - vehicle.z) < 0.6
        and one.speed == vehicle.speed
        and (one.x - vehicle.x) * vehicle.heading > 0.0
    ]
    return sorted(ahead, key=lambda one: abs(one.x - vehicle.x))
