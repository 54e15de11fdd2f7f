"""Motors: what each vehicle's engine is like, and what rolls, blows and rings with it."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Motor:
    """`idle` turns of its cycle a second at rest and `rise` more for each metre a second; every
    `firings`-th harmonic is strong, the others `uneven`. The exhaust lets through what is below
    `pipe` Hz (falling with `steep`) and rings at `bump` (Hz, strength); `soft` 0 gives sharp
    pulses, 1 a hum. `level` in LUFS at `reach` metres; it is at its loudest from `fast` metres a
    second on. `textures` are (name, LUFS, whether it comes with speed), `signal` (shot, seconds,
    gain), `beat` (shot, metres, gain)."""

    idle: float = 0.0
    rise: float = 0.0
    pipe: float = 210.0
    steep: float = 2.0
    bump: tuple[float, float] = (420.0, 0.25)
    firings: int = 2
    uneven: float = 0.3
    soft: float = 1.0
    unrest: float = 1.0
    level: float = -25.0
    reach: float = 12.0
    fast: float = 12.0
    most: float = 400.0
    textures: tuple[tuple[str, float, bool], ...] = ()
    signal: tuple[str, float, float] | None = None
    beat: tuple[str, float, float] | None = None

    def hertz(self, speeds: np.ndarray, variety: float) -> np.ndarray:
        """Cycles a second at these speeds."""
        own = 0.92 + 0.16 * variety
        return np.minimum(self.idle + self.rise * speeds, self.most) * own


ROAD = (("road", -21.0, True),)
CAR = Motor(19.0, 2.6, textures=ROAD)
DIESEL = dict(idle=11.0, rise=1.6, pipe=150.0, bump=(900.0, 0.3), uneven=0.5, soft=0.4, level=-22.0)
PROPELLER = (("propeller wash", -27.0, False),)

MOTORS: dict[str, Motor] = {
    "car": CAR,
    "taxi": CAR,
    "van": Motor(16.0, 2.2, textures=ROAD),
    "sports_car": Motor(28.0, 4.4, 340.0, 1.6, (760.0, 0.5), 2, 0.25, 0.7, 0.5, -21.0, 14.0,
                        textures=ROAD),
    "police_car": Motor(19.0, 2.6, textures=ROAD, signal=("siren", 4.4, 0.34)),
    "ambulance": Motor(16.0, 2.2, textures=ROAD, signal=("two_tone", 4.0, 0.34)),
    "fire_truck": Motor(**DIESEL, textures=ROAD, signal=("siren", 4.4, 0.34)),
    "truck": Motor(**DIESEL, textures=ROAD),
    "bus": Motor(**DIESEL, textures=ROAD),
    "tractor": Motor(9.0, 1.2, 130.0, 2.0, (620.0, 0.4), 1, 1.0, 0.5, 1.0, -21.0, 10.0, 5.0),
    "tank": Motor(10.0, 1.4, 140.0, 2.0, (500.0, 0.4), 2, 0.6, 0.3, 1.0, -20.0, 14.0, 8.0,
                  textures=(("gravel", -26.0, True), ("machines", -28.0, True))),
    "motorcycle": Motor(14.0, 2.3, 300.0, 1.5, (640.0, 0.5), 2, 0.75, 0.5, 1.0, -22.0, 10.0),
    "scooter": Motor(32.0, 5.0, 420.0, 1.7, (980.0, 0.5), 1, 1.0, 0.4, 0.6, -27.0, 8.0),
    "skateboard": Motor(textures=(("road", -26.0, True), ("gravel", -36.0, True)), fast=4.0,
                        reach=6.0),
    "bicycle": Motor(textures=(("cloth", -42.0, True), ("road", -38.0, True)), fast=5.0, reach=6.0,
                     signal=("bicycle_bell", 7.5, 0.2)),
    "cart": Motor(textures=(("gravel", -28.0, True),), fast=2.0, reach=8.0, beat=("wood", 1.3,
                                                                                  0.2)),
    "carriage": Motor(textures=(("gravel", -28.0, True),), fast=3.0, reach=8.0,
                      beat=("wood", 1.5, 0.18)),
    "sled": Motor(textures=(("grit", -30.0, True), ("road", -34.0, True)), fast=4.0, reach=8.0,
                  signal=("hand_bell", 1.3, 0.16)),
    "train": Motor(12.0, 1.1, 190.0, 2.0, (700.0, 0.2), 2, 0.5, 0.8, 0.4, -27.0, 16.0, 16.0,
                   textures=(("rails", -22.0, True), ("wheels", -25.0, True)),
                   beat=("joint", 12.5, 0.4), signal=("train_horn", 9.0, 0.16)),
    "tram": Motor(40.0, 6.0, 500.0, 1.4, (900.0, 0.3), 1, 1.0, 1.0, 0.1, -34.0, 12.0, 9.0,
                  textures=(("rails", -25.0, True), ("wheels", -31.0, True)),
                  beat=("joint", 14.0, 0.24),
                  signal=("tram_bell", 5.5, 0.22)),
    "steam_train": Motor(textures=(("rails", -24.0, True), ("steam", -38.0, False)), reach=16.0,
                         fast=14.0, beat=("chuff", 1.35, 0.34), signal=("train_whistle", 8.5, 0.3)),
    "aeroplane": Motor(34.0, 0.25, 420.0, 1.3, (820.0, 0.3), 2, 0.4, 0.6, 0.2, -20.0, 45.0, 40.0,
                       textures=PROPELLER),
    "seaplane": Motor(34.0, 0.25, 420.0, 1.3, (820.0, 0.3), 2, 0.4, 0.6, 0.2, -20.0, 45.0, 40.0,
                      textures=PROPELLER),
    "jet": Motor(reach=70.0, fast=60.0, textures=(("jet", -18.0, False), ("whine", -33.0, False))),
    "airship": Motor(22.0, 0.4, 260.0, 1.6, (500.0, 0.2), 2, 0.4, 0.8, 0.3, -27.0, 40.0, 10.0,
                     textures=(("propeller wash", -32.0, False),)),
    "helicopter": Motor(11.5, 0.02, 240.0, 1.1, (600.0, 0.2), 1, 1.0, 0.4, 0.1, -18.0, 40.0, 1.0,
                        textures=(("propeller wash", -24.0, False), ("whine", -38.0, False))),
    "drone": Motor(92.0, 2.0, 900.0, 1.3, (1500.0, 0.4), 2, 0.35, 0.7, 0.8, -25.0, 10.0, 6.0,
                   textures=(("propeller wash", -35.0, False),)),
    "spaceship": Motor(46.0, 0.8, 260.0, 1.7, (690.0, 0.3), 1, 1.0, 1.0, 1.0, -22.0, 40.0, 20.0,
                       textures=(("drone", -26.0, False), ("roar", -29.0, False),
                                 ("ether", -38.0, False))),
    "ufo": Motor(118.0, 1.0, 320.0, 2.4, (900.0, 0.2), 1, 1.0, 1.0, 2.0, -24.0, 40.0, 6.0,
                 textures=(("ether", -32.0, False), ("drone", -30.0, False))),
    "submarine": Motor(18.0, 0.6, 140.0, 2.0, (260.0, 0.2), 2, 0.4, 1.0, 0.2, -25.0, 20.0, 6.0,
                       textures=(("deep", -28.0, False),), signal=("ping", 4.2, 0.26)),
    "speedboat": Motor(21.0, 2.4, 260.0, 1.5, (620.0, 0.4), 2, 0.4, 0.5, 0.8, -20.0, 18.0, 12.0,
                       textures=(("wake", -22.0, True),)),
    "ferry": Motor(6.5, 0.4, 110.0, 2.0, (240.0, 0.3), 2, 0.5, 0.8, 0.4, -21.0, 50.0, 5.0,
                   textures=(("wake", -26.0, True),), signal=("ship_horn", 12.0, 0.34)),
    "ship": Motor(6.0, 0.3, 100.0, 2.0, (220.0, 0.3), 2, 0.5, 0.8, 0.4, -22.0, 60.0, 6.0,
                  textures=(("wake", -26.0, True),), signal=("ship_horn", 12.0, 0.36)),
    "pirate_ship": Motor(textures=(("wake", -26.0, True), ("hull", -30.0, False)), reach=30.0,
                         fast=4.0, signal=("creak", 3.4, 0.14)),
    "sailboat": Motor(textures=(("wake", -33.0, True),), reach=14.0, fast=3.0),
    "rowing_boat": Motor(textures=(("wake", -36.0, True),), reach=10.0, fast=2.0),
    "canoe": Motor(textures=(("wake", -36.0, True),), reach=10.0, fast=2.0),
    "raft": Motor(textures=(("wake", -36.0, True),), reach=10.0, fast=2.0),
    "kite": Motor(textures=(("cloth", -30.0, False),), reach=12.0),
    "paraglider": Motor(textures=(("cloth", -32.0, False), ("draught", -32.0, False)), reach=18.0),
    "ferris_wheel": Motor(7.0, 0.0, 160.0, 2.0, (420.0, 0.2), 2, 0.4, 0.9, 0.3, -32.0, 30.0, 1.0),
    "factory": Motor(reach=50.0, textures=(("machines", -26.0, False), ("mains", -34.0, False))),
    "windmill": Motor(reach=20.0, textures=(("draught", -32.0, False),), signal=("creak", 2.6,
                                                                                 0.14)),
    "watermill": Motor(reach=14.0, textures=(("river", -28.0, False), ("falling water", -32.0,
                                                                       False)),
                       signal=("creak", 2.9, 0.1)),
    "wind_turbine": Motor(reach=60.0, textures=(("draught", -31.0, False),), signal=("whoosh",
                                                                                     1.4, 0.1)),
    "fountain": Motor(reach=8.0, textures=(("falling water", -26.0, False), ("brook", -29.0,
                                                                             False))),
    "toy_car": Motor(60.0, 9.0, 900.0, 1.5, (1600.0, 0.4), 1, 1.0, 0.8, 0.2, -32.0, 3.0, 1.0),
    "robot_arm": Motor(70.0, 0.0, 700.0, 1.6, (1400.0, 0.3), 1, 1.0, 0.9, 1.5, -34.0, 4.0, 1.0),
}  # fmt: skip
"""Every kind that has a motor or makes a lasting sound by the way it goes."""
