"""A making's references and draft as a job: pictures and films at the run's size."""

from pathlib import Path

from engine.contract.making import Making
from engine.contract.models import Profile
from engine.diffusion.job import Job
from engine.diffusion.model_folder import ModelFolder


def job_of(making: Making, profile: Profile) -> Job:
    """What the model is called with. Raises EngineFault."""
    request = making.request
    folder = ModelFolder(Path(making.weights.folder))
    return Job(request.prompt, request.seed, making.run, profile, folder=folder)
