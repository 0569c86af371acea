/** Where each layer's raster lies: input and hidden layers share what the output's lanes leave. */

export interface Band {
  layer: number;
  top: number;
  height: number;
}

/** Pixels of the time axis below the bands. */
export const AXIS_HEIGHT = 24;
/** From 22 classes on the lanes share what is left of a panel on a laptop, and not each is named. */
const LANE = { most: 18, least: 10, room: 212 };
const LEAST = 54;
/** Less where there are many layers, so that what stands below the rasters need not move down. */
const LEAST_OF_MANY = 47;
const leastOf = (layers: number): number => (layers > 3 ? LEAST_OF_MANY : LEAST);
/** Beside a layer that is drawn large. */
const LEAST_ASIDE = 36;
/** Height of the output's band: a lane a class. @param height of all @param least pixels of a lane, where there are few classes */
export function lanesHeight(classes: number, height: number, least = LANE.least): number {
  const lane = Math.min(
    LANE.most,
    Math.max(Math.min(least, LANE.room / classes), (height * 0.36) / classes),
  );
  return Math.round(lane * classes) + 8;
}

/** The least height at which every layer can be read. @param sizes neurons a layer, input first */
export function leastHeight(sizes: number[]): number {
  const classes = sizes[sizes.length - 1]!;
  const layers = sizes.length - 1;
  return (
    AXIS_HEIGHT + lanesHeight(classes, 0) + layers * leastOf(layers) + Math.min(layers, 2) * 14
  );
}

/**
 * @param height pixels for all bands and the axis
 * @param focus a layer that is drawn large at the cost of the others, or null
 * @param convolutions how many layers after the input are convolutions: their maps get more of what is to spare
 */
export function layoutBands(
  height: number,
  sizes: number[],
  focus: number | null,
  convolutions = 0,
): Band[] {
  const last = sizes.length - 1;
  const large = focus === null || focus === last ? null : focus;
  const least = large === null ? leastOf(last) : LEAST_ASIDE;
  // Wide lanes are no reason to take from the others.
  const output = Math.max(
    lanesHeight(sizes[last]!, 0),
    Math.min(lanesHeight(sizes[last]!, height), height - AXIS_HEIGHT - last * least),
  );
  const room = Math.max(height - AXIS_HEIGHT - output, last * least);
  // The input has the most rows, so it gets a little more.
  const weight = (layer: number) =>
    (layer === 0 ? 1.15 : layer <= convolutions ? 2 : 1) * (layer === large ? 8 : 1);
  const total = sizes.slice(0, last).reduce((sum, _, layer) => sum + weight(layer), 0);
  const spare = room - last * least;
  let top = 0;
  return sizes.map((_, layer) => {
    const share = layer === last ? output : least + Math.floor((spare * weight(layer)) / total);
    const band = { layer, top, height: share };
    top += share;
    return band;
  });
}
