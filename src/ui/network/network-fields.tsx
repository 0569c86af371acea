import { useSession, useStoreOf } from '../kit/session-context';
import type { ReactNode } from 'react';
import { isPointSize } from '../../data/points/point';
import { trainParts, type NetworkSpec, type Polarity, type Response } from '../../model/network';
import { RANGES } from '../../model/ranges';
import type { TrainingSettings } from '../../model/training';
import { NumberField } from '../kit/number-field';
import { Segmented } from '../kit/segmented';
import { Select } from '../kit/select';
import { Slider } from '../kit/slider';
import { Words } from '../kit/words';
import { controlsFor, type Control } from '../kit/setting/controls';
import { Setting } from '../kit/setting/setting';
import {
  EMISSIONS,
  EMITS_SAYS,
  ONE_PIXEL,
  PATCHES_OF_INK,
  POINT_SAYS,
  POLARITIES,
  POLARITY_SAYS,
  PIXEL_CODES,
  PIXEL_SAYS,
  trainCode,
} from './coding-words';
import { ConvolutionFields } from './convolution-fields';
import { withHiddenLayers, type DraftError, type Field } from './draft';
import styles from './network.module.css';

interface Props {
  spec: NetworkSpec;
  error: DraftError | null;
  onChange: (spec: NetworkSpec) => void;
}

const messageFor = (error: DraftError | null, field: Field): string | null =>
  error?.field === field ? error.message : null;

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.group}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

const COUNTS = ['0', '1', '2', '3'].map((value) => ({ value, label: value }));

export function LayerFields({ spec, error, onChange }: Props) {
  const hidden = spec.layers.slice(0, -1);
  return (
    <Group title="Layers">
      {!isPointSize(spec.input) && (
        <ConvolutionFields
          spec={spec}
          messageFor={(field) => messageFor(error, field)}
          onChange={onChange}
        />
      )}
      <div className={styles.count}>
        <span>hidden layers</span>
        <Segmented
          label="Hidden layers"
          value={String(hidden.length)}
          options={COUNTS}
          onChange={(value) =>
            onChange({ ...spec, layers: withHiddenLayers(spec.layers, Number(value)) })
          }
        />
      </div>
      <p className={styles.hint}>
        <Words>
          Each hidden neuron adds up the ramps of the spikes it receives and fires once. Without
          hidden layers the outputs read {spec.convolutions ? 'the maps' : 'the inputs themselves'}.
        </Words>
      </p>
      {messageFor(error, 'layers') && <p className={styles.error}>{messageFor(error, 'layers')}</p>}
      {hidden.map((size, l) => (
        <NumberField
          // oxlint-disable-next-line react/no-array-index-key -- a layer is its place
          key={l}
          label={`hidden ${l + 1}`}
          value={size}
          min={RANGES.hiddenSize.range[0]}
          max={RANGES.hiddenSize.range[1]}
          step={1}
          error={messageFor(error, `layer ${l}`)}
          onChange={(next) =>
            onChange({ ...spec, layers: spec.layers.map((s, i) => (i === l ? next : s)) })
          }
        />
      ))}
      <div className={styles.count}>
        <span>outputs</span>
        <span>{`${spec.layers.at(-1)}, one a class`}</span>
      </div>
    </Group>
  );
}

export function CodingFields(props: Props) {
  return (
    <Group title="Coding">
      {isPointSize(props.spec.input) ? (
        <p className={styles.hint}>{POINT_SAYS}</p>
      ) : (
        <ImageCodingFields {...props} />
      )}
    </Group>
  );
}

function ImageCodingFields({ spec, error, onChange }: Props) {
  const { kernel, stride } = spec.coding;
  const { pixel, emits } = trainParts(spec);
  const most = Math.min(RANGES.kernel.range[1], spec.input.width, spec.input.height);
  const { polarity = 'ink', ...inkAlone } = spec.coding;
  const code = (coding: Partial<NetworkSpec['coding']>) =>
    onChange({ ...spec, coding: { ...spec.coding, ...coding } });
  const chooseKernel = (k: number) =>
    onChange({ ...spec, coding: { ...(k > 1 ? inkAlone : spec.coding), kernel: k, stride: k } });
  const choosePolarity = (next: Polarity) =>
    onChange({
      ...spec,
      coding: next === 'both' ? { ...inkAlone, polarity: next } : inkAlone,
    });
  return (
    <>
      <Slider
        label="patch k"
        value={kernel}
        min={1}
        max={most}
        step={1}
        format={(k) => `${k} x ${k}`}
        onChange={chooseKernel}
      />
      <p className={styles.hint}>
        A patch of k x k pixels feeds one input neuron, so the network shrinks.
      </p>
      <Slider
        label="stride s"
        value={stride}
        min={1}
        max={Math.max(kernel, 1)}
        step={1}
        disabled={kernel === 1}
        onChange={(s) => code({ stride: s })}
      />
      <p className={styles.hint}>
        Pixels from one patch to the next; less than k makes patches overlap.
      </p>
      <Select
        label="spike times"
        value={pixel}
        options={PIXEL_CODES}
        onChange={(value) => code({ train: trainCode(value, emits) })}
        hint={PIXEL_SAYS[pixel]}
      />
      <Select
        label="a patch emits"
        value={emits}
        options={EMISSIONS}
        disabled={kernel === 1}
        onChange={(value) => code({ train: trainCode(pixel, value) })}
        hint={kernel === 1 ? ONE_PIXEL : EMITS_SAYS[emits]}
      />
      <Select
        label="polarity"
        value={polarity}
        options={POLARITIES}
        disabled={kernel > 1}
        onChange={choosePolarity}
        hint={kernel > 1 ? PATCHES_OF_INK : POLARITY_SAYS[polarity]}
      />
      <NumberField
        label="cut"
        value={spec.input.cut}
        min={0}
        max={0.99}
        step={0.01}
        error={
          messageFor(error, 'cut') ?? messageFor(error, 'kernel') ?? messageFor(error, 'stride')
        }
        hint="Pixels with no more ink than this (0 paper, 1 full) stay silent and cost nothing."
        onChange={(cut) => onChange({ ...spec, input: { ...spec.input, cut } })}
      />
    </>
  );
}

const RESPONSES: { value: Response; label: string }[] = [
  { value: 'average-delay', label: 'average delay' },
  { value: 'exponential', label: 'exponential' },
];

export function NeuronFields({ spec, error, onChange }: Props) {
  return (
    <Group title="Neurons">
      <Select
        label="response"
        value={spec.response}
        options={RESPONSES}
        onChange={(response) => onChange({ ...spec, response })}
        hint="How a spike acts on its targets: a ramp from a train's average delay on, or an exponential synapse to compare."
      />
      <NumberField
        label="threshold"
        value={spec.threshold}
        min={0}
        max={RANGES.threshold.range[1]}
        step={0.1}
        error={messageFor(error, 'threshold')}
        hint="The membrane potential at which a neuron fires: higher is later, and more neurons stay silent."
        onChange={(threshold) => onChange({ ...spec, threshold })}
      />
      <DeadlineField spec={spec} error={error} onChange={onChange} />
    </Group>
  );
}

export function DeadlineField({ spec, error, onChange }: Props) {
  return (
    <NumberField
      label="deadline"
      value={spec.deadline}
      min={0}
      max={RANGES.deadline.range[1]}
      step={0.5}
      error={messageFor(error, 'deadline')}
      hint="Layer l may fire until l times this; a neuron that has not fired by then is silent."
      onChange={(deadline) => onChange({ ...spec, deadline })}
    />
  );
}

interface TrainingProps {
  settings: TrainingSettings;
  error: DraftError | null;
  onChange: (settings: TrainingSettings) => void;
}

/** How the network is trained: the table of the Training panel, without what belongs to a run alone. */
export function TrainingFields({ settings, error, onChange }: TrainingProps) {
  const input = useStoreOf(useSession().network.store, (s) => s.spec.input);
  return (
    <Group title="Training">
      {controlsFor(settings, input)
        .filter(({ key }) => key !== 'epochs')
        .toSorted((a, b) => ORDER.indexOf(a.key) - ORDER.indexOf(b.key))
        .map((control) => (
          <Setting
            key={control.key}
            control={control}
            settings={settings}
            hint={SAYS[control.key]}
            error={messageFor(error, control.key)}
            onChange={(patch) => onChange({ ...settings, ...patch })}
          />
        ))}
    </Group>
  );
}

/** The order of the controls: the loss, how it is minimised, on which images. */
const ORDER: Control['key'][] = [
  'loss',
  'margin',
  'temperature',
  'optimizer',
  'learningRate',
  'batch',
  'distort',
  'seed',
];

/** Shorter than the Training panel's: here several are read at once. */
const SAYS: Partial<Record<Control['key'], string>> = {
  loss: 'What is asked of the output spikes: a lead by the margin, or a likely class.',
  optimizer: 'Adam scales each step by its weight’s own gradients; SGD wants a larger rate.',
  batch: 'Samples a step takes its mean gradient over.',
  distort: 'Training images a little shifted, turned, bent or mirrored, anew at every use.',
  seed: 'The same seed gives the same initial weights and the same order of samples.',
};
