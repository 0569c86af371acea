/** What a link to points means that does not say what the network reads: points, with the network and the settings they begin with. */
import { OWN_EPOCHS } from '../../data/points/own-points';
import { hiddenFor, pointNetwork, POINT_SETTINGS } from '../../data/points/point-network';
import { classesOf } from '../../data/points/points-spec';
import { fromSettings } from './link-state';
import type { LinkState } from './link-table';
import { DEFAULT_LINK } from './session-link';

const READS = ['width', 'height', 'cut', 'k', 'stride'] as const;

/** Whether a link leaves `key` open. */
const isOpen = (state: LinkState, key: keyof LinkState): boolean =>
  JSON.stringify(state[key]) === JSON.stringify(DEFAULT_LINK[key]);

/**
 * A link written by hand may name points alone, or with hidden layers: the usual network does not read them, theirs stands in, as
 * the menu would bring it. What the link says of layers and training stays.
 */
export function fittedToPoints(state: LinkState): LinkState {
  const { points, weights, convolutions, layers } = state;
  if (!points || weights !== null || convolutions.length > 0) return state;
  if (!READS.every((key) => isOpen(state, key))) return state;
  const { input, layers: usual } = pointNetwork(classesOf(points), hiddenFor(points.set));
  const ownLayers = !isOpen(state, 'layers');
  // Outputs for other classes: a network that was meant for other data.
  if (ownLayers && layers.at(-1) !== classesOf(points)) return state;
  const usualSettings =
    points.set === 'own' ? { ...POINT_SETTINGS, epochs: OWN_EPOCHS } : POINT_SETTINGS;
  const settings = Object.entries(fromSettings(usualSettings)).filter(([key]) =>
    isOpen(state, key as keyof LinkState),
  );
  return {
    ...state,
    ...Object.fromEntries(settings),
    ...input,
    layers: ownLayers ? layers : [...usual],
  };
}
