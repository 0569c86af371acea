/**
 * Own points as a short text, `own~AAD-_g~AP7-AA`: of each class, in order, two bytes a point in base64url, its coordinates in the steps of
 * the plane.
 */
import {
  MOST_LINKED,
  onSteps,
  ownProblem,
  type OwnPoint,
  type OwnPoints,
} from '../../data/points/own-points';
import { STEPS } from '../../data/points/point';
import { fromBase64url, toBase64url } from './base64url';

export const OWN = 'own';
const SEPARATOR = '~';

/** Whether a link has room for them. */
export const ownFitsLink = ({ points }: OwnPoints): boolean => points.length <= MOST_LINKED;

/** The whole text, however long. */
export function writeOwn({ points }: OwnPoints): string {
  const classes: number[][] = [];
  for (const { x, y, label } of points) {
    while (classes.length <= label) classes.push([]);
    classes[label]!.push(Math.round(STEPS * x), Math.round(STEPS * y));
  }
  return [OWN, ...classes.map(toBase64url)].join(SEPARATOR);
}

/** undefined: the text says no points that a network could be trained on, or more than a link carries. */
export function readOwn(text: string): OwnPoints | undefined {
  const [name, ...classes] = text.split(SEPARATOR);
  if (name !== OWN) return undefined;
  const points: OwnPoint[] = [];
  for (const [label, written] of classes.entries()) {
    const bytes = fromBase64url(written);
    if (!bytes || bytes.length % 2 !== 0) return undefined;
    for (let i = 0; i < bytes.length; i += 2) {
      const [across, up] = [bytes.charCodeAt(i), bytes.charCodeAt(i + 1)];
      if (across > STEPS || up > STEPS) return undefined;
      points.push(onSteps({ x: across / STEPS, y: up / STEPS, label }));
    }
  }
  const own: OwnPoints = { set: OWN, points };
  return ownFitsLink(own) && ownProblem(points) === null ? own : undefined;
}
