/** Weight gradients and the optimiser's step: a kernel a layer and a rule of learning, compiled when a rule is first asked for. */
import source from '../../../../shaders/update.wgsl?raw';
import type { TrainingSettings } from '../../../model/training';
import { layerPart } from '../batch/layer';
import { dispatch, type Target } from '../device/dispatch';
import type { Kernel } from '../device/kernels';
import { quadsOf } from '../device/layout';
import { defineShader } from '../device/shader';
import { stepPart } from '../device/step';
import { earlierPart, silencePart } from './parts';
import { isExponential, isPacked, type Bind, type StageContext } from './stage';

export const UPDATE = defineShader({
  name: 'update',
  source,
  parts: [stepPart, layerPart, earlierPart, silencePart],
  bindings: {
    layer: 'uniform',
    volley: 'read',
    trace: 'read',
    lists: 'read',
    weights: 'write',
    first: 'write',
    second: 'write',
    average: 'write',
    health: 'write',
  },
  constants: ['exponential', 'packed', 'averaging', 'adam', 'pushes', 'summed', 'seeks', 'fours'],
});

/** How weights learn, each compiled for itself: with or without a running average. */
export type UpdateRule = 'adam' | 'sgd' | 'adam+average' | 'sgd+average';

export function updateRule({
  optimizer,
  ema,
}: Pick<TrainingSettings, 'optimizer' | 'ema'>): UpdateRule {
  return ema > 0 ? `${optimizer}+average` : optimizer;
}

export interface Update {
  /** Compiles what a rule needs; undefined when it is there already. */
  prepare: (rule: UpdateRule) => Promise<void> | undefined;
  /** Dispatches rules that are prepared. */
  bind: Bind<(target: Target, l: number, rule: UpdateRule) => void>;
}

export function createUpdate(context: StageContext): Update {
  const { kernels, plans, sizes } = context;
  const compiled: Partial<Record<UpdateRule, Kernel[]>> = {};
  const fours = plans.map(({ rows }) => Math.min(sizes.fours.update, quadsOf(rows)));

  const compile = (rule: UpdateRule): Promise<Kernel[]> =>
    Promise.all(
      plans.map(({ patch }, l) =>
        kernels.get(UPDATE, sizes.wide, {
          exponential: isExponential(context),
          packed: isPacked(context, l),
          averaging: rule.endsWith('average'),
          adam: rule.startsWith('adam'),
          pushes: l === plans.length - 1,
          summed: patch !== undefined,
          seeks: plans[l - 1]?.kind === 'convolution',
          fours: fours[l]!,
        }),
      ),
    );

  return {
    prepare(rule) {
      if (compiled[rule]) return undefined;
      return (async () => {
        compiled[rule] = await compile(rule);
      })();
    },
    bind({ layers, lists, health }) {
      const groups = layers.map(({ uniform, patch, given, trace, ...network }) =>
        kernels.bind(UPDATE, {
          layer: uniform,
          volley: patch?.sums ?? given.volley,
          trace,
          lists,
          weights: network.weights,
          first: network.first,
          second: network.second,
          average: network.average,
          health,
        }),
      );
      return (target, l, rule) => {
        const { presynaptic, quads } = layers[l]!;
        const threads = quadsOf(presynaptic) * Math.ceil(quads / fours[l]!);
        dispatch(target, compiled[rule]![l]!, groups[l]!, threads);
      };
    },
  };
}
