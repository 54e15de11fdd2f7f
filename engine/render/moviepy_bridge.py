"""A plan as a moviepy clip, for scripts and for everything that moviepy can write."""

import cv2
import numpy as np
from moviepy import AudioClip, VideoClip

from engine.contract.plan import RenderPlan
from engine.contract.time import SAMPLE_RATE
from engine.render.compositor import Compositor
from engine.render.mixer import Mixer
from engine.render.pixels import pixels_of
from engine.text_application import ensure_text_application


def clip_of(plan: RenderPlan) -> VideoClip:
    """The film as a moviepy clip with its sound, at the plan's size and rate.

    Its pictures are the compositor's and its samples the mixer's. clip.close() ends them.
    """
    ensure_text_application()
    clip = _PlanClip(plan)
    return clip.with_audio(_PlanSound(plan)) if plan.sounds else clip


class _PlanClip(VideoClip):
    """Pictures by time: moviepy asks in float seconds, the middle of a frame is always safe."""

    def __init__(self, plan: RenderPlan) -> None:
        self._plan, self._compositor = plan, Compositor()
        super().__init__(self._picture, duration=float(plan.rate.seconds(plan.frames)))
        self.fps = float(plan.rate.fps)
        self.size = (plan.width, plan.height)

    def _picture(self, t: float) -> np.ndarray:
        """uint8 (h, w, 3) RGB of the frame at t seconds."""
        # moviepy asks at k / fps in floats, which may lie a hair before the frame's start.
        frame = int(t * float(self._plan.rate.fps) + 1e-6)
        frame = min(max(frame, 0), self._plan.frames - 1)
        picture = self._compositor.picture(self._plan, frame, self._plan.width, self._plan.height)
        return cv2.cvtColor(pixels_of(picture), cv2.COLOR_BGRA2RGB)

    def close(self) -> None:
        """Close the plan's files."""
        self._compositor.close()
        super().close()


class _PlanSound(AudioClip):
    """Samples by time: the nearest whole sample."""

    def __init__(self, plan: RenderPlan) -> None:
        self._mixer = Mixer(plan)
        super().__init__(self._sound, duration=plan.samples / SAMPLE_RATE, fps=SAMPLE_RATE)

    def _sound(self, t: float | np.ndarray) -> np.ndarray:
        """float (2,) at a moment, (n, 2) at n moments."""
        numbers = np.round(np.asarray(t) * SAMPLE_RATE).astype(np.int64)
        if numbers.ndim == 0:
            return self._mixer.samples(int(numbers), 1)[0]
        if not len(numbers):
            return np.zeros((0, 2), np.float32)
        first, last = int(numbers.min()), int(numbers.max())
        return self._mixer.samples(first, last - first + 1)[numbers - first]

    def close(self) -> None:
        """Close the plan's files."""
        self._mixer.close()
        super().close()
