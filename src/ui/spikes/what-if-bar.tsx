import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { layerCount } from '../../model/network';
import { standing, type Edit } from '../../model/explain-what-if';
import { Button, IconButton } from '../kit/button';
import { formatTime, plural, formatShift } from '../../words/numbers';
import { useSession, useStoreOf, useWordsVersion } from '../kit/session-context';
import { derivedOf } from '../../view/scene/derive';
import { neuronName } from '../../view/words/names';
import styles from './spikes.module.css';
import { spikesView } from '../../view/spikes-view';
import {
  canKeep,
  editWords,
  keep,
  redoEdit,
  revert,
  shiftOf,
  undoEdit,
  watchEdits,
  type Shift,
} from '../../view/what-if/what-if';

/** The what-ifs in force, what came of them beside what the gradient predicted, and the way back. */
export function WhatIfBar() {
  const session = useSession();
  const { edits, undone } = useStoreOf(spikesView(session));
  useWordsVersion();
  useStoreOf(session.playback.store, (s) => s.selected);
  useEffect(() => watchEdits(session), [session]);
  const derived = derivedOf(session);
  const scene = derived.whatIf();
  if (!scene) return undone.length > 0 ? <TakenBack last={undone[undone.length - 1]!} /> : null;
  const base = derived.base();
  const all = standing(edits);
  const words = all.slice(-2).map((edit) => editWords(base.spec, edit));
  if (all.length > 2) words.unshift(plural(all.length - 2, 'more change'));
  const was = base.answer?.class ?? null;
  const is = scene.answer.class;
  const selected = derived.selected();
  const ref =
    selected && selected.layer > 0
      ? selected
      : was === null
        ? null
        : { layer: layerCount(base.spec), neuron: was };
  const shift = ref && shiftOf(session, ref);
  return (
    <div className={styles.whatIf} role="group" aria-label="What if" data-testid="what-if">
      <p>
        <strong>What if</strong>
        <span>{` ${words.join(', ')}: `}</span>
        {is === was ? (
          <span>{`still ${is === null ? 'no output spike' : is}`}</span>
        ) : (
          <strong>
            {`${is === null ? 'no output spike' : is}, not ${was === null ? 'none' : was}`}
          </strong>
        )}
        {ref && shift && <span>{`. ${neuronName(base.spec, ref)}: ${shiftWords(shift)}`}</span>}
      </p>
      <span className={styles.group}>
        <IconButton label="Undo the last what-if" onClick={() => undoEdit(session)}>
          <Undo2 size={15} aria-hidden />
        </IconButton>
        <Redo disabled={undone.length === 0} />
        <Button kind="quiet" onClick={() => revert(session)}>
          Revert
        </Button>
        {all.some((edit) => canKeep(base.spec, edit)) && (
          <Button kind="plain" onClick={() => void keep(session)}>
            Keep as the network
          </Button>
        )}
      </span>
    </div>
  );
}

/** All what-ifs are taken back: they can be had again until something else is done. */
function TakenBack({ last }: { last: Edit }) {
  const session = useSession();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  return (
    <div className={styles.whatIf} role="group" aria-label="What if" data-testid="what-if">
      <p>
        <strong>Taken back</strong>
        <span>{`: ${editWords(spec, last)}.`}</span>
      </p>
      <span className={styles.group}>
        <Redo />
        <Button kind="quiet" onClick={() => revert(session)}>
          Leave it
        </Button>
      </span>
    </div>
  );
}

function Redo({ disabled = false }: { disabled?: boolean }) {
  const session = useSession();
  return (
    <IconButton label="Redo it" disabled={disabled} onClick={() => redoEdit(session)}>
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
