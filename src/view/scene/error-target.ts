/** Towards which answer the temporal errors point. */
import { className } from '../../model/class-names';
import { classCount, type NetworkSpec } from '../../model/network';
import { as, text } from '../../session/link/link-codecs';
import type { StimulusState } from '../../session/stimulus/stimulus';
import { linkPart } from '../link/link-part';

/** `label`: the sample's own class; a number: "what would make class c win". */
export type ErrorTarget = 'off' | 'label' | `${number}`;

/** Temporal errors drawn as arrows, and towards which answer. */
export const errors = linkPart<ErrorTarget>(
  'off',
  as(
    text(5, /^(off|label|\d|[1-5]\d|6[0-3])$/),
    (value) => value as ErrorTarget,
    (value) => value,
  ),
  {
    fault: (target, spec) =>
      target !== 'off' && target !== 'label' && Number(target) >= classCount(spec)
        ? `it asks for class ${target}, which the network does not have`
        : null,
    words: (target) => (target === 'label' ? 'temporal errors' : `errors towards ${target}`),
  },
);

/** The class that should win; null where no errors are shown. */
export function targetClass(
  target: ErrorTarget,
  sample: StimulusState['sample'],
  classes: number,
): number | null {
  if (target === 'off') return null;
  const c = target === 'label' ? (sample?.label ?? null) : Number(target);
  return c !== null && c < classes ? c : null;
}

/** What can be chosen: the label only where there is one. */
export function errorTargets(
  spec: Pick<NetworkSpec, 'classNames' | 'layers'>,
  sample: StimulusState['sample'],
): { value: ErrorTarget; label: string }[] {
  const label = sample ? `error: label ${className(spec, sample.label)}` : 'error: label (none)';
  return [
    { value: 'off', label: 'no errors' },
    { value: 'label', label },
    ...Array.from({ length: classCount(spec) }, (_, c) => ({
      value: String(c) as ErrorTarget,
      label: `error: let ${className(spec, c)} win`,
    })),
  ];
}
