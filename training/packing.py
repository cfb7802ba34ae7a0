"""Weights as int8 with one float a row: a quarter of the size, and any reader of pickles gets float32 back."""

from __future__ import annotations

import operator
from collections.abc import Callable
from dataclasses import dataclass

import torch


@dataclass(frozen=True, slots=True)
class Packed:
    """A matrix that pickles as ``int8 rows * scale of the row``, so that loading it gives float32 again.

    Pickle rebuilds an object by calling a function; here that function is ``operator.mul`` and its arguments are
    plain tensors. The reader needs neither this class nor this package.
    """

    rows: torch.Tensor
    scale: torch.Tensor

    def __reduce__(self) -> tuple[Callable[[object, object], object], tuple[torch.Tensor, torch.Tensor]]:
        return operator.mul, (self.rows, self.scale)


def pack(weight: torch.Tensor) -> Packed | torch.Tensor:
    """Round a matrix to 255 steps a row; vectors (biases, layer norms) stay as they are."""
    weight = weight.detach().float().contiguous()
    if weight.dim() != 2:
        return weight
    scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-12) / 127
    return Packed((weight / scale).round().clamp(-127, 127).to(torch.int8), scale)
