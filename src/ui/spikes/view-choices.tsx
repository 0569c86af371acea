import { SlidersHorizontal } from 'lucide-react';
import { SPEEDS } from '../../session/stimulus/playback';
import { IconButton } from '../kit/button';
import { Popover } from '../kit/popover';
import { Select } from '../kit/select';
import { useStoreOf, useView } from '../kit/session-context';
import { SORTS, type Sort } from '../../view/layout/choices';
import type { TermName } from '../../words/terms/en';
import { chooseGhost, ghostOptions, ghostValue } from '../../view/scene/compare';
import { errorTargets } from '../../view/scene/error-target';
import styles from './spikes.module.css';
import { useShows } from './use-shows';

const SPEED_OPTIONS = SPEEDS.map((speed) => ({ value: String(speed), label: `${speed} / s` }));

const SORT_TERMS: Record<Sort, TermName> = {
  index: 'byIndex',
  time: 'bySpikeTime',
  contribution: 'byContribution',
};

/** How fast the cursor plays, in which order the rows stand, what is drawn behind them; folded away where it is narrow. */
export function ViewChoices() {
  return (
    <>
      <span className={styles.wideOnly}>
        <Choices bare />
      </span>
      <span className={styles.narrowOnly}>
        <Popover
          label="How the rasters are shown"
          align="end"
          trigger={
            <IconButton label="Speed, order of rows, ghost">
              <SlidersHorizontal size={15} aria-hidden />
            </IconButton>
          }
        >
          <Choices />
        </Popover>
      </span>
    </>
  );
}

function Choices({ bare = false }: { bare?: boolean }) {
  const view = useView();
  const { session } = view;
  const { sort, ghost, compare } = useStoreOf(view.store);
  const shows = useShows();
  const epochs = useStoreOf(session.training.epochs, (s) => s.list);
  const speed = useStoreOf(session.playback.store, (s) => s.speed);
  const drawn = shows === 'raster' || shows === 'map';
  return (
    <>
      <Select
        bare={bare}
        label={bare ? 'Speed: time of the model a second' : 'Speed'}
        value={String(speed)}
        options={SPEED_OPTIONS}
        onChange={(value) => session.playback.setSpeed(Number(value))}
      />
      {drawn && (
        <>
          <Select
            bare={bare}
            label="Order of the rows"
            term={SORT_TERMS[sort]}
            value={sort}
            options={SORTS}
            onChange={(value) => view.store.setState({ sort: value })}
          />
          <Select
            bare={bare}
            label={
              bare
                ? 'Ghost: what the spikes are compared with, drawn faintly behind; also a simulator with time steps'
                : 'Ghost'
            }
            term="ghost"
            value={ghostValue({ ghost, compare })}
            options={ghostOptions(epochs, compare)}
            onChange={(value) => view.store.setState(chooseGhost(session, value))}
          />
        </>
      )}
      {!bare && drawn && <ErrorChoice />}
    </>
  );
}

/** Whose temporal errors are drawn: none, the label's, or those of "let class c win". */
export function ErrorChoice({ bare = false }: { bare?: boolean }) {
  const view = useView();
  const { session } = view;
  const errors = useStoreOf(view.store, (s) => s.errors);
  const sample = useStoreOf(session.stimulus.store, (s) => s.sample);
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  return (
    <Select
      bare={bare}
      label={bare ? 'Temporal error: where learning wants every spike' : 'Temporal error'}
      term="errors"
      value={errors}
      options={errorTargets(spec, sample)}
      onChange={(value) => view.store.setState({ errors: value })}
    />
  );
}
