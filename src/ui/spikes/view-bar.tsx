import { ChevronLeft, ChevronRight, Maximize2, ZoomIn, ZoomOut } from 'lucide-react';
import type { ReactNode } from 'react';
import { IconButton } from '../kit/button';
import { Segmented } from '../kit/segmented';
import { useStoreOf, useWordsVersion, useView } from '../kit/session-context';
import { Term } from '../kit/term/term';
import { usePalette } from '../kit/theme/palette';
import { SHOWS, usualShows } from '../../view/layout/choices';
import { pan, resetZoom, zoom } from '../../view/commands';
import { timeShare } from '../kit/draw/draw-raster';
import { neuronName } from '../../view/words/names';
import styles from './spikes.module.css';
import { useShows } from './use-shows';
import { ErrorChoice } from './view-choices';
import { ErrorWords } from './error-words';
import { deadlineWords } from '../../view/words/spike-words';

interface Props {
  /** The button that saves what is shown. */
  saving?: ReactNode;
  /** What the ghosts behind the marks are. */
  ghost?: ReactNode;
}

/** What the marks mean, and how they are looked at. */
export function ViewBar({ saving, ghost }: Props) {
  const view = useView();
  const shows = useShows();
  return (
    <div className={styles.bar}>
      <Segmented
        label="How the spikes are shown"
        value={shows}
        options={SHOWS}
        onChange={(value) => {
          const usual = usualShows(view.session.network.store.getState().spec);
          view.store.setState({ shows: value === usual ? null : value });
        }}
      />
      <Legend ghost={ghost} />
      <span className={styles.group}>
        {shows === 'raster' && <ZoomButtons />}
        <span className={styles.later}>{saving}</span>
      </span>
    </div>
  );
}

function ZoomButtons() {
  const view = useView();
  const { window } = useStoreOf(view.store);
  return (
    <>
      <span className={styles.wideOnly}>
        <ErrorChoice bare />
      </span>
      <IconButton label="Zoom out in time" disabled={!window} onClick={() => zoom(view, 1 / 1.6)}>
        <ZoomOut size={15} aria-hidden />
      </IconButton>
      <IconButton label="Zoom in at the cursor" onClick={() => zoom(view, 1.6)}>
        <ZoomIn size={15} aria-hidden />
      </IconButton>
      {window && (
        <span className={styles.narrowOnly}>
          <IconButton label="Earlier" onClick={() => pan(view, -1)}>
            <ChevronLeft size={15} aria-hidden />
          </IconButton>
          <IconButton label="Later" onClick={() => pan(view, 1)}>
            <ChevronRight size={15} aria-hidden />
          </IconButton>
        </span>
      )}
      <IconButton
        label="Show all of the time axis"
        disabled={!window}
        onClick={() => resetZoom(view)}
      >
        <Maximize2 size={14} aria-hidden />
      </IconButton>
    </>
  );
}

function Legend({ ghost }: { ghost: ReactNode }) {
  const view = useView();
  const { session } = view;
  const palette = usePalette();
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  useWordsVersion();
  useStoreOf(session.playback.store, (s) => s.selected);
  useStoreOf(view.store);
  const shows = useShows();
  useStoreOf(session.stimulus.store, (s) => s.sample);
  useStoreOf(session.training.store, (s) => s.settings);
  const { derived } = view;
  if (shows === 'table') return <TableLegend />;
  const map = shows !== 'raster';
  const compared = !map && derived.compared() !== null;
  const errors = map ? null : derived.errors();
  const target = derived.errorClass();
  if (errors && target !== null) {
    return (
      <p className={styles.legend}>
        <ErrorWords errors={errors} target={target} />
      </p>
    );
  }
  const selected = derived.selected();
  const deadline = deadlineWords(spec, derived.end());
  if (selected && selected.layer > 0 && !map) {
    const name = neuronName(spec, selected);
    return (
      <p className={styles.legend}>
        <span>
          <i style={{ color: palette.excitatory }}>{`▲${spec.convolutions ? ' ■' : ''}`}</i>
          <span>{` pushes ${name} to fire`}</span>
        </span>
        <span>
          <i style={{ color: palette.inhibitory }}>{`▽${spec.convolutions ? ' □' : ''}`}</i>
          <span> holds it back</span>
        </span>
        <span>
          <i>▪</i>
          <span> no part in it</span>
        </span>
        {ghost}
        <button
          type="button"
          className={styles.clear}
          onClick={() => session.playback.select(null)}
        >
          Show spike times
        </button>
      </p>
    );
  }
  const end = derived.end();
  const stops = [0, 0.25, 0.5, 0.75, 1].map((x) => palette.timeColor(timeShare(x * end)));
  return (
    <p className={styles.legend}>
      <span>
        <Term name="early">early</Term>
        <span> </span>
        <i
          className={styles.ramp}
          style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }}
        />
        <span> late</span>
      </span>
      {shows === 'circuit' && <CircuitLegend />}
      {/* Two lines, or the rasters get lower: where the deadline is said, pale spikes speak for themselves beside the cursor. */}
      {!compared && shows !== 'circuit' && !(shows === 'raster' && deadline) && (
        <span>pale: after the cursor</span>
      )}
      {!map && ghost}
      {!map && deadline && (
        <span>
          <Term name="deadline">{deadline}</Term>
        </span>
      )}
      {!compared && shows !== 'circuit' && <span>click: its causes</span>}
      {!compared && shows === 'raster' && (
        <span>
          <span>drag: </span>
          <Term name="whatIf">what if</Term>
        </span>
      )}
    </p>
  );
}

/** A table has no marks: how it is gone through. */
function TableLegend() {
  return (
    <p className={styles.legend}>
      <span>arrows: from row to row</span>
      <span>Enter: select a neuron</span>
      <span>← →: move the cursor spike by spike</span>
    </p>
  );
}

/** What the colours of synapses and rims mean. */
function CircuitLegend() {
  const palette = usePalette();
  return (
    <>
      <span>
        <i style={{ color: palette.excitatory }}>—●</i>
        <span> pushes to fire</span>
      </span>
      <span>
        <i style={{ color: palette.inhibitory }}>╌○</i>
        <span> holds back</span>
      </span>
      <span>
        <span>rim: </span>
        <Term name="potential">potential</Term>
        <span>, full it fires</span>
      </span>
    </>
  );
}
