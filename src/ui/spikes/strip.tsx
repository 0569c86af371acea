import { useMemo, useRef, useState, type CSSProperties } from 'react';
import { layerSizes } from '../../model/network';
import { useStoreOf, useView } from '../kit/session-context';
import { useSize } from '../kit/use-size';
import { AXIS_HEIGHT } from '../../view/layout/bands';
import { leastStrip, stripBands } from '../../view/layout/strip';
import type { Board } from '../kit/draw/frame';
import { reveal } from '../kit/ring';
import { RasterBand } from './raster-band';
import styles from './spikes.module.css';
import { TimeAxis } from './time-labels';
import { TimeCursor } from './time-cursor';
import { useScrub } from './use-scrub';
import { useSpikeKeys } from './use-spike-keys';

const RASTERS = { selector: '[data-testid="raster"]', tab: 'spikes' } as const;

/**
 * All rasters at a glance, on a phone below or beside the pad: a drag moves the time cursor, a tap on a spike selects it and leads
 * to the full rasters, a tap beside all spikes moves the cursor there.
 */
export function Strip() {
  const view = useView();
  const spec = useStoreOf(view.session.network.store, (s) => s.spec);
  const sizes = useMemo(() => layerSizes(spec), [spec]);
  const [board] = useState<Board>(() => new Map());
  const strip = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const { height } = useSize(strip);
  const { width } = useSize(stage);
  const least = leastStrip(sizes);
  const bands = useMemo(() => stripBands(Math.max(height, least), sizes), [height, least, sizes]);
  const pointer = useScrub(view, stage, bands, board, () => reveal(RASTERS));
  const onKeyDown = useSpikeKeys();
  return (
    // The keys come from the sliders inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      ref={strip}
      className={styles.strip}
      style={{ '--least': `${least}px` } as CSSProperties}
      role="group"
      aria-label="Spikes of all layers"
      data-testid="strip"
      onKeyDown={onKeyDown}
    >
      {bands.map((band) => (
        <RasterBand key={band.layer} band={band} board={board} brief />
      ))}
      <div className={styles.axisRow} style={{ height: AXIS_HEIGHT }}>
        <TimeAxis />
      </div>
      <div ref={stage} className={styles.stage} {...pointer}>
        {width > 0 && <TimeCursor width={width} />}
      </div>
    </div>
  );
}
