"""How fast a take's pictures are shown."""

from engine.contract.making import Making
from engine.contract.time import Rate


def take_rate(making: Making) -> Rate:
    """The run's rate; slower where its frames would end before the shot does."""
    run, wanted = making.run, making.request.seconds
    if run.rate.seconds(run.frames) >= wanted:
        return run.rate
    return Rate.of(run.frames / wanted)
