/** Draws a neuron's membrane potential over time: exact between any two presynaptic spikes, under both responses. */
import {
  segmentPotential,
  tracePotential,
  type PotentialSegment,
} from '../../../model/explain-potential';
import type { Contribution, Explanation } from '../../../model/explain';
import type { Response } from '../../../model/network';
import type { Palette } from '../theme/palette';
import { axisTicks, tickLabel, toX, type TimeScale } from '../../../view/time/time-axis';
import { drawHandle } from './draw-handle';
import { formatNumber, formatTime, plural } from '../../../words/numbers';

export interface Rival {
  name: string;
  segments: PotentialSegment[];
  /** Its firing time; +Infinity silent. */
  time: number;
}

export interface PotentialState {
  explanation: Explanation;
  /** Shown time: [0, until]. */
  until: number;
  cursor: number;
  /** The time up to which it is drawn, as it unfolds in a film; Infinity: all of it. */
  veil: number;
  /** Where the pointer reads the trace, or null. */
  reading: number | null;
  /** The presynaptic neuron whose spike a press takes hold of, or that is held. */
  hand: number | null;
  /** The other outputs, where an output is explained: the race. */
  rivals: Rival[];
}

type Context = CanvasRenderingContext2D;

/** Pixels around the trace: the axis and the presynaptic spikes lie below it. */
const PAD = { left: 30, right: 12, top: 8, bottom: 50 };
const SPIKES_HEIGHT = 26;

export function potentialScale(width: number, until: number): TimeScale {
  return {
    start: 0,
    end: until,
    left: PAD.left,
    width: Math.max(20, width - PAD.left - PAD.right),
  };
}

/** Lowest and highest potential to show: the threshold always, and what the trace does up to the moment explained. */
export function potentialRange({ knots, at, potential, settings }: Explanation): [number, number] {
  let low = 0;
  for (const knot of knots) if (knot.time <= at) low = Math.min(low, knot.potential);
  const high = Math.max(settings.threshold, potential);
  // A potential far below 0 must not press the way to the threshold flat.
  return [Math.max(low * 1.1, -2 * high), high * 1.14];
}

/** The same plot as far as it has come. */
function soFar(s: PotentialState): PotentialState & { known: number } {
  if (s.veil === Infinity) return { ...s, known: s.until };
  const known = Math.min(s.veil, s.until);
  const { explanation, rivals } = s;
  return {
    ...s,
    known,
    explanation: {
      ...explanation,
      contributions: explanation.contributions.filter(({ time }) => time <= known),
    },
    rivals: rivals.map((rival) => ({
      ...rival,
      time: rival.time <= known ? rival.time : Infinity,
    })),
  };
}

export function drawPotential(
  ctx: Context,
  width: number,
  height: number,
  palette: Palette,
  state: PotentialState,
): void {
  const s = soFar(state);
  const { explanation, until, known } = s;
  const most = state.explanation.contributions.reduce((m, c) => Math.max(m, Math.abs(c.adds)), 0);
  const { settings, at, time } = explanation;
  const { threshold, response } = settings;
  const scale = potentialScale(width, until);
  const [low, high] = potentialRange(explanation);
  const bottom = height - PAD.bottom;
  const y = (v: number) => bottom - ((v - low) / (high - low)) * (bottom - PAD.top);
  const x = (t: number) => toX(scale, t);
  const right = scale.left + scale.width;

  // The causal set: all that came before the spike.
  ctx.fillStyle = palette.well;
  ctx.fillRect(
    scale.left,
    PAD.top,
    Math.max(0, x(Math.min(at, known)) - scale.left),
    bottom - PAD.top,
  );

  ctx.fillStyle = palette.soft;
  ctx.font = `11px ${palette.font}`;
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  const label = time < Infinity && at <= known ? causalLabel(explanation, scale, y) : null;
  if (label) ctx.fillText(label, scale.left + LABEL.left, PAD.top + LABEL.top);

  drawAxes(ctx, palette, scale, height, y, [low, high], threshold);

  ctx.save();
  ctx.beginPath();
  ctx.rect(scale.left, 0, scale.width + 2, bottom + 1);
  ctx.clip();
  for (const rival of s.rivals) {
    ctx.strokeStyle = palette.soft;
    ctx.globalAlpha = 0.55;
    ctx.lineWidth = 1;
    trace(ctx, rival.segments, response, x, y, Math.min(rival.time, known));
  }
  ctx.globalAlpha = 1;
  if (time < known) {
    // What the potential would do had the neuron not fired.
    ctx.setLineDash([2, 3]);
    ctx.strokeStyle = palette.edge;
    ctx.lineWidth = 1.2;
    trace(ctx, explanation.segments, response, x, y, known, time);
    ctx.setLineDash([]);
  }
  ctx.strokeStyle = palette.ink;
  ctx.lineWidth = 2;
  trace(ctx, explanation.segments, response, x, y, Math.min(time, known));
  ctx.restore();

  drawRivalNames(ctx, palette, s, x, y(threshold));
  drawPresynaptic(ctx, palette, explanation, most, x, right, bottom);
  const inHand = explanation.contributions.find(({ presynaptic }) => presynaptic === s.hand);
  if (inHand && inHand.time <= until)
    drawHandle(ctx, palette, x(inHand.time), middleOfSpikes(height));

  const mark = Math.min(at, until);
  dot(
    ctx,
    x(mark),
    y(explanation.potential),
    palette.ink,
    time < Infinity && at <= known ? 4.5 : 0,
    palette.panel,
  );
  if (time === Infinity && at <= known && explanation.contributions.length > 0) {
    ctx.lineWidth = 1.5;
    dot(ctx, x(mark), y(explanation.potential), palette.panel, 4, palette.ink);
  }

  for (const [t, strong] of [
    [s.cursor, false],
    [s.reading, true],
  ] as const) {
    if (t === null || t > until) continue;
    // Where the pointer reads the trace, its figure is the one that is said.
    const says = strong || s.reading === null;
    readAt(ctx, palette, explanation, x(t), y, t, { strong, says, bottom, right });
  }
}

/** Where the causal set's label stands in the plot, and about how large a letter is. */
const LABEL = { left: 5, top: 4, letter: 5.9, height: 12 };

/** The longest label of the causal set that the trace leaves room for; null without any. */
export function causalLabel(
  { causal, at, segments, settings }: Explanation,
  { width, start, end }: TimeScale,
  y: (v: number) => number,
): string | null {
  const spikes = plural(causal, 'spike');
  const under = PAD.top + LABEL.top + LABEL.height + 4;
  const fits = (text: string) => {
    const reach = LABEL.left + text.length * LABEL.letter + 6;
    const until = start + (reach / width) * (end - start);
    if (until > at) return false;
    const steps = Array.from({ length: 9 }, (_, i) => start + ((until - start) * i) / 8);
    return steps.every((t) => y(tracePotential(segments, settings.response, t)) > under);
  };
  return [`causal set: ${spikes}`, spikes].find(fits) ?? null;
}

function drawAxes(
  ctx: Context,
  palette: Palette,
  scale: TimeScale,
  height: number,
  y: (v: number) => number,
  [low, high]: [number, number],
  threshold: number,
): void {
  const bottom = height - PAD.bottom;
  const right = scale.left + scale.width;
  ctx.font = `11px ${palette.font}`;
  ctx.fillStyle = palette.soft;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'top';
  const all = axisTicks(scale, 70);
  for (const t of all) ctx.fillText(tickLabel(t, all), toX(scale, t), height - 16);
  ctx.strokeStyle = palette.line;
  ctx.lineWidth = 1;
  ctx.beginPath();
  ctx.moveTo(scale.left, Math.round(y(0)) + 0.5);
  ctx.lineTo(right, Math.round(y(0)) + 0.5);
  ctx.stroke();
  ctx.textAlign = 'right';
  ctx.textBaseline = 'middle';
  ctx.fillText('0', scale.left - 6, y(0));
  if (low < -0.15 * high && y(low) - y(0) > 22)
    ctx.fillText(formatNumber(low, 1), scale.left - 6, bottom - 5);
  ctx.fillText(String(threshold), scale.left - 6, y(threshold));
  ctx.strokeStyle = palette.ink;
  ctx.setLineDash([5, 4]);
  ctx.beginPath();
  ctx.moveTo(scale.left, Math.round(y(threshold)) + 0.5);
  ctx.lineTo(right, Math.round(y(threshold)) + 0.5);
  ctx.stroke();
  ctx.setLineDash([]);
  ctx.textAlign = 'left';
  ctx.textBaseline = 'top';
  ctx.fillText('threshold', scale.left + THRESHOLD.left, y(threshold) + THRESHOLD.top);
}

/** The trace from `from` to `until`: a line a stretch; exponential stretches in steps of three pixels. */
function trace(
  ctx: Context,
  segments: PotentialSegment[],
  response: Response,
  x: (t: number) => number,
  y: (v: number) => number,
  until: number,
  from = 0,
): void {
  ctx.beginPath();
  ctx.moveTo(x(from), y(tracePotential(segments, response, from)));
  segments.forEach((segment, k) => {
    const end = Math.min(segments[k + 1]?.start ?? until, until);
    const start = Math.max(segment.start, from);
    if (end < start || start > until) return;
    const steps = response === 'exponential' ? Math.max(1, Math.ceil((x(end) - x(start)) / 3)) : 1;
    if (k === 0 || start === from)
      ctx.lineTo(x(start), y(segmentPotential(segment, response, start)));
    for (let n = 1; n <= steps; n++) {
      const t = start + ((end - start) * n) / steps;
      ctx.lineTo(x(t), y(segmentPotential(segment, response, t)));
    }
  });
  ctx.stroke();
}

/** Names of the rivals that fire in sight, where they reach the threshold. */
function drawRivalNames(
  ctx: Context,
  palette: Palette,
  { rivals, until }: PotentialState,
  x: (t: number) => number,
  threshold: number,
): void {
  ctx.font = `11px ${palette.font}`;
  ctx.textAlign = 'center';
  ctx.textBaseline = 'bottom';
  ctx.fillStyle = palette.soft;
  let last = -Infinity;
  for (const { name, time } of rivals.toSorted((a, b) => a.time - b.time)) {
    if (time > until) continue;
    const at = x(time);
    ctx.fillRect(at - 1.5, threshold - 1.5, 3, 3);
    if (at - last < 11) continue;
    ctx.fillText(name, at, threshold - 3);
    last = at;
  }
}

/** Where the line runs on which the presynaptic spikes stand. */
function middleOfSpikes(height: number): number {
  return height - PAD.bottom + 4 + SPIKES_HEIGHT / 2;
}

/** The presynaptic spike under a pointer: the nearest; under a finger, which covers several, the one that does most. */
export function presynapticAt(
  { contributions }: Explanation,
  scale: TimeScale,
  { x, y, height }: { x: number; y: number; height: number },
  { reach, finger }: { reach: number; finger: boolean },
): Contribution | null {
  if (Math.abs(y - middleOfSpikes(height)) > Math.max(reach, SPIKES_HEIGHT / 2 + 2)) return null;
  let found: Contribution | null = null;
  let best = Infinity;
  for (const contribution of contributions) {
    const away = Math.abs(toX(scale, contribution.time) - x);
    const worth = finger ? -Math.abs(contribution.adds) : away;
    if (away > reach || worth >= best) continue;
    best = worth;
    found = contribution;
  }
  return found;
}

/**
 * Every presynaptic spike: up excites, down inhibits, as long as its contribution; not causal: a short grey tick.
 * @param most the largest contribution of all, which has the whole length
 */
function drawPresynaptic(
  ctx: Context,
  palette: Palette,
  { contributions }: Explanation,
  most: number,
  x: (t: number) => number,
  right: number,
  bottom: number,
): void {
  const middle = bottom + 4 + SPIKES_HEIGHT / 2;
  ctx.fillStyle = palette.line;
  ctx.fillRect(PAD.left, middle, right - PAD.left, 1);
  for (const { time, adds, causal, weight } of contributions) {
    const at = x(time);
    if (at > right) break;
    if (!causal) {
      ctx.globalAlpha = 0.5;
      ctx.fillStyle = palette.soft;
      ctx.fillRect(at - 0.5, weight >= 0 ? middle - 4 : middle + 1, 1, 4);
    } else {
      const length = Math.max(2, (Math.abs(adds) / (most || 1)) * (SPIKES_HEIGHT / 2));
      ctx.globalAlpha = 0.85;
      ctx.fillStyle = adds >= 0 ? palette.excitatory : palette.inhibitory;
      ctx.fillRect(at - 1, adds >= 0 ? middle - length : middle + 1, 2, length);
    }
  }
  ctx.globalAlpha = 1;
}

function dot(
  ctx: Context,
  x: number,
  y: number,
  fill: string,
  radius: number,
  stroke: string,
): void {
  if (radius === 0) return;
  ctx.fillStyle = fill;
  ctx.strokeStyle = stroke;
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fill();
  ctx.stroke();
}

/** A vertical line with the potential at t; once the neuron has fired there is nothing more to read. */
function readAt(
  ctx: Context,
  palette: Palette,
  explanation: Explanation,
  x: number,
  y: (v: number) => number,
  t: number,
  {
    strong,
    says,
    bottom,
    right,
  }: { strong: boolean; says: boolean; bottom: number; right: number },
): void {
  const { top } = PAD;
  ctx.globalAlpha = strong ? 0.9 : 0.55;
  ctx.fillStyle = palette.ink;
  ctx.fillRect(Math.round(x), top, 1, bottom - top);
  ctx.globalAlpha = 1;
  // The cursor's time may be the engine's float32 one.
  if (!says || (t >= explanation.time - 1e-4 && !strong)) return;
  const v = tracePotential(explanation.segments, explanation.settings.response, t);
  const text = `V(${formatTime(t)}) = ${formatNumber(v, 3)}`;
  const place = readingPlace({ x, y: y(v), threshold: y(explanation.settings.threshold) }, text, {
    bottom,
    right,
  });
  ctx.font = `11px ${palette.font}`;
  ctx.textAlign = place.leftwards ? 'right' : 'left';
  ctx.textBaseline = 'middle';
  ctx.fillStyle = strong ? palette.ink : palette.soft;
  ctx.fillText(text, x + (place.leftwards ? -6 : 6), place.y);
}

/** The word below the line of the threshold, from its left end: where it begins, how far it reaches. */
const THRESHOLD = { left: 5, top: 4, width: 56, height: 13 };

/**
 * Where a reading of the trace is written: beside its line, under the trace, and never over the word at the threshold.
 * @param at the reading and the threshold, in pixels; @param right, bottom of the plot
 * @returns the middle of its height, and whether it ends at the line instead of beginning there
 */
export function readingPlace(
  at: { x: number; y: number; threshold: number },
  text: string,
  { bottom, right }: { bottom: number; right: number },
): { y: number; leftwards: boolean } {
  const leftwards = at.x + 120 > right;
  const begins = leftwards ? at.x - 6 - text.length * 6.2 : at.x + 6;
  const under = at.threshold + THRESHOLD.top + THRESHOLD.height + 7;
  const meets = begins < PAD.left + THRESHOLD.left + THRESHOLD.width;
  const y = Math.max(at.y + 14, PAD.top + 26);
  const clear = meets && Math.abs(y - under + 7 + THRESHOLD.height / 2) < 14 ? under : y;
  return { y: Math.min(clear, bottom - 8), leftwards };
}
