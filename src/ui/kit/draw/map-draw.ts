/** Puts one layer's time map together from the session's stores. */
import { shortClassName } from '../../../model/class-names';
import { layerCount } from '../../../model/network';
import type { Draw } from '../use-canvas';
import { drawLayerMap } from './draw-layer-map';
import { layerPlace } from '../../../view/layout/place';
import { until } from '../../../view/time/veil';
import type { View } from '../../../view/view';

export function mapDraw(view: View, layer: number): Draw {
  const { session, derived } = view;
  return (ctx, { width, height, palette }) => {
    const { spec, run, answer } = derived.scene();
    const times = run?.layers[layer]?.times;
    if (!times) return;
    const { hovered } = session.playback.store.getState();
    const selected = derived.selected();
    const causes = selected && selected.layer > layer ? derived.causes(selected) : null;
    drawLayerMap(ctx, palette, {
      ...layerPlace(spec, layer, width, height),
      times: until(times, derived.veil()),
      cursor: derived.cursor(),
      veil: derived.veil(),
      part: causes?.parts[layer] ?? null,
      selected: selected?.layer === layer ? selected.neuron : null,
      hovered: hovered?.layer === layer ? hovered.neuron : null,
      classes:
        layer === layerCount(spec)
          ? {
              answer: derived.isDecided() ? (answer?.class ?? null) : null,
              nameOf: (c) => shortClassName(spec, c),
            }
          : null,
    });
  };
}
