import type { SpikeErrors } from '../../model/explain-errors';
import { plural } from '../../words/numbers';
import { Term } from '../kit/term/term';
import { useClassName } from '../kit/use-class-name';
import { usePalette } from '../kit/theme/palette';

/** What the arrows mean, and what no arrow can say. */
export function ErrorWords({ errors, target }: { errors: SpikeErrors; target: number }) {
  const palette = usePalette();
  const nameOf = useClassName();
  const floored = errors.floored.reduce((sum, set) => sum + set.size, 0);
  if (errors.loss === 0) {
    return (
      <span>{`No error: ${nameOf(target)} leads every rival by the margin already, so nothing is asked.`}</span>
    );
  }
  return (
    <>
      <span>
        <i style={{ color: palette.good }}>◀</i>
        <span> </span>
        <Term name="errors">should spike earlier</Term>
      </span>
      <span>
        <i style={{ color: palette.bad }}>▶</i>
        <span>{` later, for ${nameOf(target)} to win`}</span>
      </span>
      <span>
        <i>▪</i>
        <span> </span>
        <Term name="causalSet">not causal</Term>
      </span>
      {floored > 0 && (
        <span>
          <Term name="floor">{`${plural(floored, 'error')} cut short`}</Term>
          <span>: slope below the floor (bar)</span>
        </span>
      )}
      {errors.pushed.length > 0 && (
        <span>{`silent output ${errors.pushed.map(nameOf).join(', ')}: its weights are pushed up`}</span>
      )}
    </>
  );
}
