/** Every term of the page and its sentence: plain words first, symbols second. */
export const EN = {
  t: {
    name: 't, time',
    says: 'A time, not a probability; it has no unit. The input’s spikes come between 0 and 1, those of later layers when they come. It is the model’s time, not that of your clock: playing shows it slowly.',
  },
  spike: {
    name: 'spike',
    says: 'All that a neuron says to others: now. A spike has no size; only when it comes counts, and a neuron spikes once or not at all.',
  },
  ink: {
    name: 'ink, x',
    says: 'How dark a pixel is, from 0 (paper) to 1 (full ink). More ink is earlier: a pixel spikes at t = 1 − x.',
  },
  cut: {
    name: 'cut',
    says: 'Ink at or below this counts as paper: such a pixel never spikes, and nothing has to be computed for it.',
  },
  silent: {
    name: 'silent',
    says: 'A neuron that does not spike: paper, or a neuron that did not reach its threshold by its deadline. It sends nothing on, and no neuron after it has anything to add up for it.',
  },
  fired: {
    name: 'fired',
    says: 'How many neurons of the layer have spiked by the time of the cursor.',
  },
  hidden: {
    name: 'hidden neurons',
    says: 'The neurons between the input and the outputs. Each adds up the spikes that reach it and fires once, when that is enough.',
  },
  potential: {
    name: 'V, potential',
    says: 'How full a neuron is. Every spike that reaches it makes its potential V rise (or fall) steadily from then on.',
  },
  theta: {
    name: 'θ, threshold',
    says: 'How full is enough: a neuron fires when its potential V first reaches θ.',
  },
  share: {
    name: 'V / θ',
    says: 'How full each output is at the time of the cursor: its potential as a share of the threshold. At 1 it fires.',
  },
  weight: {
    name: 'w, weight',
    says: 'How strongly a spike acts on the neuron it reaches: above 0 it pushes it to fire, below 0 it holds it back. Weights are what is learned.',
  },
  ramp: {
    name: 'ramp',
    says: 'How a spike acts: from its time on it adds w × (t − its time) to the potential, a straight line that goes on rising, or falling.',
  },
  adds: {
    name: 'adds',
    says: 'This spike’s part of the potential: weight × the time since the spike. When a neuron fires, all parts together are the threshold θ.',
  },
  causalSet: {
    name: 'causal set',
    says: 'The spikes that came before the neuron fired. They made it fire, all others came too late to matter.',
  },
  sensitivities: {
    name: 'sensitivities',
    says: 'How far the firing time would move if one thing changed a little, all else staying as it is: derivatives of t.',
  },
  byTime: {
    name: '∂t/∂tᵢ',
    says: 'How far the neuron fires later for each bit that this spike comes later. Over the causal set these add up to 1.',
  },
  byWeight: {
    name: '∂t/∂w',
    says: 'How far the firing time moves for each bit that this weight grows. Below 0: the stronger the weight, the earlier the neuron fires.',
  },
  deadline: {
    name: 'deadline',
    says: 'Until when a layer may fire. Each layer has as long again as the one before it (3, unless the network says otherwise); who has not fired by then is silent.',
  },
  decision: {
    name: 'decides at',
    says: 'When the first output fires: that is the answer. What spikes later changes nothing.',
  },
  lead: {
    name: 'lead',
    says: 'How much earlier the answer fired than the second output. The shorter the lead, the more doubtful the answer.',
  },
  tie: {
    name: 'tie',
    says: 'Two outputs fire first at the very same time. The lower class answers.',
  },
  guess: {
    name: 'best guess',
    says: 'Where no output fires there is no answer: the guess is the output with the highest potential at the deadline.',
  },
  answeredBy: {
    name: 'test set by t',
    says: 'Of all the test images, not of this one: if everything had to stop at the time of the cursor, the share that would be answered by then, and answered rightly.',
  },
  early: {
    name: 'early, late',
    says: 'One scale of colour for all spike times on the page; the legend says which end is early. What comes after the cursor is pale.',
  },
  whatIf: {
    name: 'what if',
    says: 'A change tried out on this one image: a spike moved, a neuron silenced, a weight or the threshold altered. The network itself stays as it is.',
  },
  ghost: {
    name: 'ghost',
    says: 'The spikes as they were before the last change, as hollow circles behind those of now: so one sees what moved. “Weights”: only changes of the network; “any change”: of the image, too; “time steps”: as a simulator with a clock would have them.',
  },
  errors: {
    name: 'errors',
    says: 'Temporal errors: where learning wants each spike, earlier (◀) or later (▶), for the right class to win. The larger the arrow, the more it matters.',
  },
  floor: {
    name: 'floor',
    says: 'A neuron whose potential rises very slowly would be moved much too far by a small change: its error is cut short.',
  },
  byIndex: {
    name: 'by index',
    says: 'Rows in the order of the neurons; pixels line by line from the top.',
  },
  bySpikeTime: { name: 'by spike time', says: 'Rows in the order in which the neurons spike.' },
  byContribution: {
    name: 'by contribution',
    says: 'Rows by how much each neuron adds to the one that is selected, the largest first.',
  },
  packed: {
    name: 'packed',
    says: 'A patch of k × k pixels feeds one input neuron, so the network needs far fewer of them: 49 instead of 784 for k = 4.',
  },
  k: {
    name: 'k, patch',
    says: 'The side of the patch of pixels that feeds one input neuron. k = 1: every pixel has a neuron of its own.',
  },
  stride: {
    name: 's, stride',
    says: 'How many pixels further the next patch begins. Less than k: patches overlap.',
  },
  train: {
    name: 'train',
    says: 'The spikes of one patch, one for each pixel with ink.',
  },
  averageDelay: {
    name: 't̄, average delay',
    says: 'The mean time of a train’s spikes. Instead of a ramp a spike the train gives all its ramps at once, at t̄: one sum instead of many, exact after its last spike.',
  },
  m: {
    name: 'm, multiplicity',
    says: 'How much a train counts: 2n / k² for n pixels with ink, so that a patch half inked counts 1.',
  },
  latency: {
    name: 'latency',
    says: 'The code of the input: the more ink, the earlier the spike.',
  },
  phase: {
    name: 'phase',
    says: 'A code for patches: each pixel has its turn, by its place in the patch, and its ink says when within the turn it spikes.',
  },
  exponential: {
    name: 'exponential',
    says: 'Another way for spikes to act, to compare: a push that dies away instead of a ramp that goes on.',
  },
  convolution: {
    name: 'conv, convolution',
    says: 'A layer whose neurons each look at a small window of the layer before. All neurons of a channel use the same weights, one for every place.',
  },
  channel: {
    name: 'channel',
    says: 'The neurons of a convolution that share their weights: one map, a neuron for every place, all looking for the same thing.',
  },
  loss: {
    name: 'loss',
    says: 'How far the output spikes are from what is asked of them, as one number. Training makes it smaller; 0 is nothing left to ask.',
  },
  heuristic: {
    name: 'heuristic',
    says: 'The loss that asks for a lead alone: the right class is to fire earlier than every rival by the margin. A sample that has it teaches nothing more.',
  },
  crossEntropy: {
    name: 'cross-entropy',
    says: 'The loss that weighs all output times: it is never quite content, however large the lead.',
  },
  margin: {
    name: 'margin',
    says: 'By how much the right class has to lead in training. (How much it does lead for the image shown is the lead.)',
  },
  temperature: {
    name: 'temperature',
    says: 'How large a difference in time counts for cross-entropy: small is strict about near ties, large is mild.',
  },
  weightNorm: {
    name: '‖w‖',
    says: 'Norm of the weights of a layer: the root of the sum of their squares. How large they are, all together.',
  },
  errorNorm: {
    name: '‖δ‖',
    says: 'Norm of the temporal errors of a layer: how strongly learning pulls at its spikes. Small: it has little left to ask.',
  },
  accuracy: {
    name: 'test accuracy',
    says: 'The share of images answered rightly among those that training never saw.',
  },
  knownAccuracy: {
    name: 'accuracy on known drawings or points',
    says: 'The share answered rightly of what training has learned from itself: your own, as long as there are few. It says little of new ones.',
  },
  misread: {
    name: 'misread',
    says: 'Images whose answer is not their label.',
  },
  learningRate: {
    name: 'learning rate',
    says: 'How far a step moves the weights at the start of the run; it falls to 0 along a cosine by the end of the plan. A change acts at the next step.',
  },
  optimizer: {
    name: 'optimiser',
    says: 'Adam scales each weight’s step by its own gradients; SGD with momentum takes the gradient as it is and wants a larger rate.',
  },
  batch: {
    name: 'batch',
    says: 'How many samples a step takes its mean over: fewer are more steps an epoch, more are calmer curves.',
  },
  seed: {
    name: 'seed',
    says: 'The number from which the initial weights, the order of the samples and their distortions follow: the same seed is the same run. A change acts at the next reset.',
  },
  step: {
    name: 'step',
    says: 'One change of the weights, after one batch of training images.',
  },
  epoch: {
    name: 'epoch',
    says: 'Once through all training images.',
  },
  distorted: {
    name: 'distorted',
    says: 'Each training image a little shifted, turned, bent or mirrored, anew at every use: slower to learn, better on images never seen.',
  },
  ema: {
    name: 'averaged weights',
    says: 'Weights averaged over the last steps (EMA): calmer than those of the last step alone.',
  },
};

export type TermName = keyof typeof EN;
