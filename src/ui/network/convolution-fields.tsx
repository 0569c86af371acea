import { layerGrids, type Convolution, type NetworkSpec } from '../../model/network';
import { RANGES } from '../../model/ranges';
import { plural } from '../../words/numbers';
import { NumberField } from '../kit/number-field';
import { Segmented } from '../kit/segmented';
import { withConvolutions, type Field } from './draft';
import styles from './network.module.css';

const COUNTS = ['0', '1', '2'].map((value) => ({ value, label: value }));

const PARTS: { part: keyof Convolution; range: readonly [number, number] }[] = [
  { part: 'channels', range: RANGES.channels.range },
  { part: 'kernel', range: RANGES.kernel.range },
  { part: 'stride', range: RANGES.kernel.range },
];

interface Props {
  spec: NetworkSpec;
  messageFor: (field: Field) => string | null;
  onChange: (spec: NetworkSpec) => void;
}

/** The convolutional layers in front of the dense ones: how many, and the shape of each. */
export function ConvolutionFields({ spec, messageFor, onChange }: Props) {
  const { convolutions = [] } = spec;
  const set = (layer: number, patch: Partial<Convolution>) =>
    onChange({
      ...spec,
      convolutions: convolutions.map((c, l) => (l === layer ? { ...c, ...patch } : c)),
    });
  return (
    <>
      <div className={styles.count}>
        <span>convolutions</span>
        <Segmented
          label="Convolutions"
          value={String(convolutions.length)}
          options={COUNTS}
          onChange={(value) => onChange(withConvolutions(spec, Number(value)))}
        />
      </div>
      <p className={styles.hint}>
        Small patches of the image, everywhere read with the same weights: few weights, and what is
        learned at one place holds at all.
      </p>
      {convolutions.map((convolution, l) => (
        // oxlint-disable-next-line react/no-array-index-key -- a layer is its place
        <fieldset key={l} className={styles.convolution}>
          <legend>
            <span>{`conv ${l + 1} `}</span>
            <span>{gridWords(spec, l)}</span>
          </legend>
          {PARTS.map(({ part, range }) => (
            <NumberField
              key={part}
              label={part}
              value={convolution[part]}
              min={range[0]}
              max={part === 'stride' ? convolution.kernel : range[1]}
              step={1}
              error={messageFor(`conv ${l} ${part}`)}
              onChange={(value) => set(l, { [part]: value })}
            />
          ))}
        </fieldset>
      ))}
    </>
  );
}

/** "12 x 12 x 16 = 2,304 neurons"; nothing while it is none. */
function gridWords(spec: NetworkSpec, layer: number): string {
  const { columns, rows, channels } = layerGrids(spec)[layer + 1]!;
  if (!(columns >= 1 && rows >= 1 && channels >= 1)) return '';
  return `${columns} x ${rows} x ${channels} = ${plural(columns * rows * channels, 'neuron')}`;
}
