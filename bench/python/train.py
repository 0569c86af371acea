"""Trains a first-spike network on MNIST with PyTorch: `python3 train.py FOLDER`, where FOLDER is what export.ts writes.

Prints JSON. `--check` first compares spike times and gradients with those in the folder. The clock runs over training alone; images lie ready as
spike times.
"""

import argparse
import json
import math
import resource
import time
from pathlib import Path

import numpy
import torch
from first_spike import WAYS, FirstSpikeNetwork, answers, encode, loss


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--way", choices=WAYS, default="cumulative")
    parser.add_argument("--images", type=int, help="training images, from the first; all without")
    parser.add_argument("--check", action="store_true", help="compare with the folder, then end")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    plan = Plan(asked.folder)
    result = check(plan, asked.way) if asked.check else train(plan, asked.way, asked.images)
    print(json.dumps({"torch": torch.__version__, "way": asked.way, **result}))


class Plan:
    """What the folder says: images, weights, order, settings."""

    def __init__(self, folder):
        self.folder = folder
        self.__dict__.update(json.loads((folder / "plan.json").read_text()))
        self.outputs_deadline = self.deadline * (len(self.sizes) - 1)

    def read(self, name, kind, *shape):
        return torch.from_numpy(numpy.fromfile(self.folder / name, kind).reshape(shape))

    def times(self, name):
        return encode(self.read(f"{name}-images", "u1", -1, self.sizes[0]), self.cut)

    def labels(self, name):
        return self.read(f"{name}-labels", "u1", -1).long()

    def network(self, way):
        shapes = zip(self.sizes[1:], self.sizes)
        weights = [self.read(f"weights-{n}", "<f4", *shape) for n, shape in enumerate(shapes)]
        return FirstSpikeNetwork(weights, self.threshold, self.deadline, way)


def check(plan, way):
    """The largest differences from the engine's spike times and from the model's gradients, of one batch."""
    network = plan.network(way)
    layers, potential = network(plan.times("check"))
    found = loss(layers[-1], potential, plan.labels("check"), plan.margin, plan.outputs_deadline)
    found.backward()
    times = [plan.read(f"times-{n}", "<f4", *layer.shape) for n, layer in enumerate(layers)]
    gradients = [
        plan.read(f"gradient-{n}", "<f4", *weight.shape) for n, weight in enumerate(network.weights)
    ]
    return {
        "spikesThatDiffer": sum(int((a.isinf() != b.isinf()).sum()) for a, b in zip(layers, times)),
        "spikes": sum(int(a.isfinite().sum()) for a in times),
        "timesDifferBy": max(furthest(a.detach(), b) for a, b in zip(layers, times)),
        "gradientsDifferBy": [
            float((a.grad - b).norm() / b.norm()) for a, b in zip(network.weights, gradients)
        ],
        "loss": float(found),
    }


def furthest(a, b):
    """The largest difference between two arrays of spike times, where both spike."""
    both = a.isfinite() & b.isfinite()
    return float((a - b)[both].abs().max())


def train(plan, way, images=None):
    """An epoch in the plan's order, Adam, the learning rate a cosine to 0; seconds of it, and the share of the test set answered correctly."""
    times, labels = plan.times("train"), plan.labels("train")
    order = plan.read("order", "<i4", -1).long()[:images]
    network = plan.network(way)
    adam = torch.optim.Adam(network.parameters(), lr=plan.rate, eps=plan.epsilon)
    steps = math.ceil(len(plan.read("order", "<i4", -1)) / plan.batch)
    schedule = torch.optim.lr_scheduler.CosineAnnealingLR(adam, steps)
    start = time.perf_counter()
    for batch in order.split(plan.batch):
        layers, potential = network(times[batch])
        adam.zero_grad()
        loss(layers[-1], potential, labels[batch], plan.margin, plan.outputs_deadline).backward()
        adam.step()
        schedule.step()
    seconds = time.perf_counter() - start
    return {
        "images": len(order),
        "seconds": seconds,
        "accuracy": accuracy(network, plan),
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


@torch.no_grad()
def accuracy(network, plan):
    right = 0
    for times, labels in zip(plan.times("test").split(plan.batch), plan.labels("test").split(plan.batch)):
        layers, potential = network(times)
        right += int((answers(layers[-1], potential) == labels).sum())
    return right / len(plan.labels("test"))


if __name__ == "__main__":
    main()
