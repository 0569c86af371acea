import { useMemo, useRef, useState, type ComponentType, type CSSProperties } from 'react';
import { layerSizes } from '../../model/network';
import { useStoreOf, useView } from '../kit/session-context';
import { useSize } from '../kit/use-size';
import { Term } from '../kit/term/term';
import { TIME_UNIT } from '../../view/time/unit';
import { AXIS_HEIGHT, layoutBands, leastHeight } from '../../view/layout/bands';
import { DecisionLine } from './decision-line';
import type { Board } from '../kit/draw/frame';
import { RasterBand } from './raster-band';
import styles from './spikes.module.css';
import { TimeAxis } from './time-labels';
import { TimeCursor } from './time-cursor';
import type { TipProps } from './tip';
import { useScrub } from './use-scrub';
import { useSpikeKeys } from './use-spike-keys';

/** One raster a layer on one time axis, with the shared time cursor and the decision. @param Tip tells about the spike under the pointer */
export function Rasters({ Tip }: { Tip: ComponentType<TipProps> | undefined }) {
  const view = useView();
  const { session } = view;
  const spec = useStoreOf(session.network.store, (s) => s.spec);
  const focus = useStoreOf(view.store, (s) => s.focus);
  const sizes = useMemo(() => layerSizes(spec), [spec]);
  const convolutions = spec.convolutions?.length ?? 0;
  const least = leastHeight(sizes);
  const [board] = useState<Board>(() => new Map());
  const rasters = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const { height } = useSize(rasters);
  const { width } = useSize(stage);
  const bands = useMemo(
    () => layoutBands(Math.max(height, least), sizes, focus, convolutions),
    [height, least, sizes, focus, convolutions],
  );
  const hand = useStoreOf(view.store, (s) => s.hand && (s.hand.held ? 'holds' : 'open'));
  const pointer = useScrub(view, stage, bands, board);
  const onKeyDown = useSpikeKeys();
  return (
    <>
      <div className={styles.head} />
      {/* The keys come from the sliders inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        ref={rasters}
        className={styles.rasters}
        style={{ '--least': `${least}px` } as CSSProperties}
        role="group"
        aria-label="Rasters of all layers"
        onKeyDown={onKeyDown}
      >
        {bands.map((band) => (
          <RasterBand key={band.layer} band={band} board={board} />
        ))}
        <div className={styles.axisRow} style={{ height: AXIS_HEIGHT }}>
          <span className={styles.unit}>
            <Term name="t">{TIME_UNIT}</Term>
          </span>
          <TimeAxis />
        </div>
        <div ref={stage} className={styles.stage} data-hand={hand ?? undefined} {...pointer}>
          {width > 0 && (
            <>
              <DecisionLine width={width} />
              <TimeCursor width={width} />
              {Tip && <Tip bands={bands} board={board} width={width} />}
            </>
          )}
        </div>
      </div>
    </>
  );
}
