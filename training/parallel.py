"""Two processes, one set of weights in shared memory: each works out gradients, the first adds both and steps."""

from collections.abc import Callable

import torch
from torch import multiprocessing, nn


class Pair:
    """One step: `give` (second) and `take` (first) meet, the first changes the weights, `go_on` lets both proceed."""

    def __init__(self, net: nn.Module):
        context = multiprocessing.get_context("spawn")
        net.share_memory()
        self.flat = torch.zeros(sum(p.numel() for p in net.parameters())).share_memory_()
        self.given, self.stepped = context.Semaphore(0), context.Semaphore(0)
        self.running = context.Value("b", 1)

    def begin(self, work: Callable, *args: object) -> None:
        self.helper = multiprocessing.get_context("spawn").Process(target=work, args=(self, *args), daemon=True)
        self.helper.start()

    def _views(self, net: nn.Module):
        at = 0
        for p in net.parameters():
            yield p, self.flat[at : at + p.numel()].view_as(p)
            at += p.numel()

    def give(self, net: nn.Module) -> bool:
        """Second process: hands over its gradients, waits for the step; False where training ended."""
        for p, view in self._views(net):
            view.copy_(p.grad) if p.grad is not None else view.zero_()
        self.given.release()
        self.stepped.acquire()
        return bool(self.running.value)

    def take(self, net: nn.Module) -> None:
        """First process: its gradients become the mean of both; raises RuntimeError where the second died."""
        while not self.given.acquire(timeout=60):
            if not self.helper.is_alive():
                raise RuntimeError("the helper process ended")
        for p, view in self._views(net):
            if p.grad is not None:
                p.grad.add_(view).mul_(0.5)

    def go_on(self, running: bool) -> None:
        self.running.value = running
        self.stepped.release()

    def end(self) -> None:
        self.running.value = 0
        self.stepped.release()
        self.helper.join(timeout=30)

    def __getstate__(self) -> dict:
        return {k: v for k, v in self.__dict__.items() if k != "helper"}
