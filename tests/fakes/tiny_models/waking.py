"""Wakes models that are made to do nothing until they have learned."""

from typing import Any


def awake(model: Any) -> Any:
    """The model, with random numbers where all weights of a part were zero."""
    import torch

    with torch.no_grad():
        for weights in model.parameters():
            if weights.dim() and not weights.any():
                weights.normal_(std=0.3)
    return model
