"""How large a film will be, roughly: bits a pixel of drawn and filmed pictures at each quality."""

from engine.contract.delivery import Delivery
from engine.contract.plan import RenderPlan

BITS_AT_20 = 0.055
HALVES_EVERY = 6.0


def estimated_bytes(plan: RenderPlan, delivery: Delivery) -> int:
    """Bytes. x264 halves its rate about every six steps of quality."""
    seconds = float(plan.rate.seconds(plan.frames))
    per_pixel = BITS_AT_20 * 2 ** ((20 - delivery.quality) / HALVES_EVERY)
    picture = per_pixel * plan.width * plan.height * plan.frames
    sound = delivery.sound_kbps * 1000 * seconds
    return int((picture + sound) / 8)


def size_text(count: int) -> str:
    """Bytes as a person reads them."""
    megabytes = count / 1_000_000
    if megabytes >= 1000:
        return f"{megabytes / 1000:.1f} GB"
    if megabytes < 0.1:
        return f"{count / 1000:.0f} kB"
    return f"{megabytes:.0f} MB" if megabytes >= 10 else f"{megabytes:.1f} MB"
