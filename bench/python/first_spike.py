"""A first-spike network in PyTorch, as one would write it without a library: docs/model.md of this repository, for one spike an input
and the average delay response, in batches, differentiated by autograd.

Times are [batch, neurons]; infinity is a neuron that does not spike.
"""

import torch
import torch.nn.functional as F

# Of the backward pass alone (docs/model.md, section 3): the least slope, and the slope of a silent output that should have fired.
SLOPE_FLOOR = 0.05
PUSH_SLOPE = 0.25


def encode(images, cut):
    """uint8 [batch, pixels] -> spike times [batch, pixels]: ink is early, paper is silent."""
    intensity = images.float() / 255
    return torch.where(intensity > cut, 1 - intensity, torch.inf)


def gathered(times, weight):
    """The spikes in order of time, for all images as many as the image with the most has, and the weights that they meet.

    Returns times [batch, spikes] (0 where an image has fewer), the time of the spike after each (infinity after the last), and weights
    [batch, spikes, neurons] (0 where an image has fewer).
    """
    ordered, presynaptic = times.sort(dim=1)
    alive = ordered.isfinite()
    spikes = max(1, int(alive.sum(dim=1).max()))
    ordered, presynaptic, alive = ordered[:, :spikes], presynaptic[:, :spikes], alive[:, :spikes]
    after = F.pad(ordered[:, 1:].detach(), (0, 1), value=torch.inf)
    # An embedding is the fastest way to take rows, and back.
    met = F.embedding(presynaptic, weight.t().contiguous()) * alive.unsqueeze(2)
    return torch.where(alive, ordered, 0), after, met


def first_prefix(slope, weighted, limit):
    """The first of the prefixes with which V reaches the threshold before the next spike (or the deadline): whether there is one, and which."""
    crosses = (slope > 0) & (weighted <= slope * limit)
    return crosses.any(dim=1), crosses.byte().argmax(dim=1, keepdim=True)


def fired(slope, weighted):
    """t = weighted / slope, with the derivatives of docs/model.md: the slope has a floor on the way back."""
    time = (weighted / slope).detach()
    change = (weighted - time * slope) / slope.detach().clamp(min=SLOPE_FLOOR)
    return time + change - change.detach()


def by_cumulative_sums(times, weight, threshold, deadline):
    """Spike times by autograd through cumulative sums of w and of w t over the sorted spikes: [batch, inputs] -> [batch, neurons]."""
    ordered, after, met = gathered(times, weight)
    slopes = met.cumsum(dim=1)
    weighted = threshold + (met * ordered.unsqueeze(2)).cumsum(dim=1)
    limit = after.clamp(max=deadline).unsqueeze(2)
    with torch.no_grad():
        fires, prefix = first_prefix(slopes, weighted, limit)
    slope = slopes.gather(1, prefix).squeeze(1)
    time = fired(torch.where(fires, slope, 1), weighted.gather(1, prefix).squeeze(1))
    return torch.where(fires, time, torch.inf)


def by_causal_sets(times, weight, threshold, deadline):
    """The same, faster: the cumulative sums only find the causal set, without autograd; its sums are what is differentiated."""
    ordered, after, met = gathered(times, weight)
    with torch.no_grad():
        slopes = met.cumsum(dim=1)
        weighted = (met * ordered.unsqueeze(2)).cumsum(dim=1).add_(threshold)
        fires, prefix = first_prefix(slopes, weighted, after.clamp(max=deadline).unsqueeze(2))
        place = torch.arange(met.shape[1]).view(1, -1, 1)
        causal = place <= torch.where(fires.unsqueeze(1), prefix, -1)
    caused = met * causal
    slope = caused.sum(dim=1)
    weighted = threshold + torch.bmm(ordered.unsqueeze(1), caused).squeeze(1)
    time = fired(torch.where(fires, slope, 1), weighted)
    return torch.where(fires, time, torch.inf)


WAYS = {"cumulative": by_cumulative_sums, "causal": by_causal_sets}


class FirstSpikeNetwork(torch.nn.Module):
    """Dense layers of neurons that spike once; layer l may do so until l * deadline."""

    def __init__(self, weights, threshold, deadline, way="cumulative"):
        """weights: [neurons, inputs] a layer"""
        super().__init__()
        self.weights = torch.nn.ParameterList(torch.nn.Parameter(w.clone()) for w in weights)
        self.threshold = threshold
        self.deadline = deadline
        self.spike_times = WAYS[way]

    def forward(self, times):
        """Input times -> times of every layer after the input, and the outputs' potentials at their deadline."""
        layers = [times]
        for n, weight in enumerate(self.weights):
            layers.append(
                self.spike_times(layers[-1], weight, self.threshold, (n + 1) * self.deadline)
            )
        last = len(self.weights) * self.deadline
        reach = (last - layers[-2].detach()).clamp(min=0)
        return layers[1:], F.linear(reach, self.weights[-1])


def loss(times, potential, labels, margin, deadline):
    """The heuristic loss, mean over the batch: the right class leads every rival by the margin. `deadline` is that of the outputs."""
    silent = times.isinf()
    # A silent output counts as firing at its deadline, and is pushed towards that with a fixed slope, if it should have fired earlier.
    pushed = deadline - (potential - potential.detach()) / PUSH_SLOPE
    counted = torch.where(silent, pushed, times)
    if counted.requires_grad:
        counted.register_hook(lambda error: error.masked_fill(silent & (error < 0), 0))
    right = counted.gather(1, labels.unsqueeze(1))
    short = (right + margin - counted).clamp(min=0) / margin
    rivals = 1 - F.one_hot(labels, times.shape[1])
    return (0.5 * margin * short.square() * rivals).sum() / len(labels)


def answers(times, potential):
    """The class that fires first; where none fires, that of the highest potential."""
    return torch.where(times.isinf().all(dim=1), potential.argmax(dim=1), times.argmin(dim=1))
