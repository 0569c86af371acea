import { Redo2, Undo2 } from 'lucide-react';
import { className } from '../../model/class-names';
import { standing, type Edit } from '../../model/explain-what-if';
import { Button, IconButton } from '../kit/button';
import { formatTime, plural, formatShift } from '../../words/numbers';
import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { neuronName } from '../../view/words/names';
import { watchedNeuron } from '../../view/what-if/move-words';
import bar from '../kit/bar.module.css';
import styles from './spikes.module.css';
import {
  canKeep,
  editWords,
  keep,
  redoEdit,
  revert,
  shiftOf,
  undoEdit,
  type Shift,
} from '../../view/what-if/what-if';

/** The what-ifs in force, what came of them beside what the gradient predicted, and the way back. */
export function WhatIfBar() {
  const view = useView();
  const { session } = view;
  const { edits, undone, hand } = useStoreOf(view.store);
  useWordsVersion();
  useStoreOf(session.playback.store, (s) => s.selected);
  const { derived } = view;
  const scene = derived.whatIf();
  // It would take its room from the rasters, and their rows would move under the hand.
  if (hand?.held && !hand.told) return null;
  if (!scene) return undone.length > 0 ? <TakenBack last={undone[undone.length - 1]!} /> : null;
  const base = derived.base();
  const all = standing(edits);
  const words = all.slice(-2).map((edit) => editWords(base.spec, edit));
  if (all.length > 2) words.unshift(plural(all.length - 2, 'more change'));
  const was = base.answer?.class ?? null;
  const is = scene.answer.class;
  const nameOf = (c: number | null) => (c === null ? null : className(base.spec, c));
  const ref = watchedNeuron(view);
  const shift = ref && shiftOf(view, ref);
  return (
    <div
      className={`${bar.bar} ${styles.whatIf}`}
      role="group"
      aria-label="What if"
      data-testid="what-if"
    >
      <p>
        <strong>What if</strong>
        <span>{` ${words.join(', ')}: `}</span>
        {is === was ? (
          <span>{`still ${nameOf(is) ?? 'no output spike'}`}</span>
        ) : (
          <strong>{`${nameOf(is) ?? 'no output spike'}, not ${nameOf(was) ?? 'none'}`}</strong>
        )}
        {ref && shift && <span>{`. ${neuronName(base.spec, ref)}: ${shiftWords(shift)}`}</span>}
      </p>
      <span className={styles.group}>
        <IconButton label="Undo the last what-if" onClick={() => undoEdit(view)}>
          <Undo2 size={15} aria-hidden />
        </IconButton>
        <Redo disabled={undone.length === 0} />
        <Button kind="quiet" onClick={() => revert(view)}>
          Revert
        </Button>
        {all.some((edit) => canKeep(base.spec, edit)) && (
          <Button kind="plain" onClick={() => void keep(view)}>
            Keep as the network
          </Button>
        )}
      </span>
    </div>
  );
}

/** All what-ifs are taken back: they can be had again until something else is done. */
function TakenBack({ last }: { last: Edit }) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  return (
    <div
      className={`${bar.bar} ${styles.whatIf}`}
      role="group"
      aria-label="What if"
      data-testid="what-if"
    >
      <p>
        <strong>Taken back</strong>
        <span>{`: ${editWords(spec, last)}.`}</span>
      </p>
      <span className={styles.group}>
        <Redo />
        <Button kind="quiet" onClick={() => revert(view)}>
          Leave it
        </Button>
      </span>
    </div>
  );
}

function Redo({ disabled = false }: { disabled?: boolean }) {
  const view = useView();
  return (
    <IconButton label="Redo it" disabled={disabled} onClick={() => redoEdit(view)}>
      <Redo2 size={15} aria-hidden />
    </IconButton>
  );
}

/** "moves by −0.041 (predicted −0.032); 3 causes joined, 1 left". */
function shiftWords({ predicted, actual, before, after, joined, left }: Shift): string {
  if (actual === null) {
    if (before < Infinity) return 'it falls silent';
    return after < Infinity ? `it fires now, at ${formatTime(after)}` : 'it stays silent';
  }
  const told = predicted === null ? '' : ` (the gradient predicted ${formatShift(predicted)})`;
  const changed =
    joined + left === 0 ? '' : `; its causal set changed: ${joined} joined, ${left} left`;
  return `moves by ${formatShift(actual)}${told}${changed}`;
}
