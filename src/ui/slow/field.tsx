/** The receptive field of the phase's neuron: its weights, what the error asks of them, what the step made of them. */
import { useMemo } from 'react';
import { layerPlans } from '../../model/layers';
import type { Phase, SlowStep } from '../../model/slow-step';
import type { SlowAfter } from '../../session/training/slow-motion';
import { useSession, useStoreOf } from '../kit/session-context';
import { useCanvas, type Draw } from '../kit/use-canvas';
import { Words } from '../kit/words';
import { drawField } from '../kit/draw/draw-field';
import { fieldGrid } from '../kit/draw/field-state';
import { fieldNeurons, largestOf, rowOf } from '../../view/neuron/field-values';
import { placeGrid } from '../../view/layout/grid';
import { isConvolution, neuronName } from '../../view/words/names';
import { neuronOf } from './captions';
import styles from './slow.module.css';

interface Props {
  phase: Phase;
  step: SlowStep;
  after: SlowAfter | null;
}

interface Picture {
  title: string;
  values: ArrayLike<number>;
}

/** The pictures of one neuron's incoming weights that a phase calls for. */
function pictures(
  { kind }: Phase,
  weights: ArrayLike<number>,
  asked: ArrayLike<number>,
  made: ArrayLike<number> | null,
): Picture[] {
  const now: Picture = { title: 'weights', values: weights };
  const wish: Picture = { title: 'asked: −dE/dw', values: Array.from(asked, (g) => -g) };
  if (kind === 'after' && made) return [now, wish, { title: 'made by the step', values: made }];
  return kind === 'change' ? [now, wish] : [now];
}

export function SlowField({ phase, step, after }: Props) {
  const { network } = useSession();
  const weights = useStoreOf(network.store, (s) => s.weights);
  const neuron = useMemo(() => neuronOf(phase, { step }), [phase, step]);
  if (!neuron || !weights || neuron.layer === 0) return null;
  const { layer, neuron: index } = neuron;
  const row = (all: readonly (Float32Array | Float64Array)[]) => rowOf(step.spec, all, neuron);
  const shown = pictures(phase, row(weights), row(step.gradients), after && row(after.change));
  const shared = layerPlans(step.spec)[layer - 1]!.positions;
  return (
    <figure className={styles.fields}>
      {shown.map(({ title, values }) => (
        <Field key={title} title={title} values={values} step={step} layer={layer} neuron={index} />
      ))}
      <figcaption>
        <Words>
          Receptive field of {neuronName(step.spec, neuron)}; □&nbsp;causes, ▨&nbsp;below&nbsp;0
          {shared > 1 && `; weights shared by ${shared} positions`}
        </Words>
      </figcaption>
    </figure>
  );
}

interface FieldProps extends Picture {
  step: SlowStep;
  layer: number;
  neuron: number;
}

function Field({ title, values, step, layer, neuron }: FieldProps) {
  const draw = useMemo<Draw>(
    () =>
      (ctx, { width, height, palette }) => {
        const ref = { layer, neuron };
        const kind = isConvolution(step.spec, layer) ? 'kernel' : 'incoming';
        const grid = fieldGrid(step.spec, ref, kind, width / height);
        const seen = fieldNeurons(step.spec, ref, kind);
        const { pass } = step;
        const volley = layer === 1 ? pass.input : pass.layers[layer - 2]!.volley;
        drawField(ctx, palette, {
          grid,
          place: placeGrid(grid, width, height),
          values,
          largest: largestOf(values),
          times: seen ? Float64Array.from(seen, (i) => volley.times[i]!) : volley.times,
          rings: true,
          until: pass.layers[layer - 1]!.volley.times[neuron]!,
          highlighted: null,
        });
      },
    [values, step, layer, neuron],
  );
  const { ref } = useCanvas(draw);
  return (
    <span>
      <canvas ref={ref} role="img" aria-label={title} />
      <small>{title}</small>
    </span>
  );
}
