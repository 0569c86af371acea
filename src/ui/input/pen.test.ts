import { describe, expect, it, vi } from 'vitest';
import type { Point, Stroke } from '../../data/strokes';
import { createPen, pointOn } from './pen';

function recorded() {
  const begin = vi.fn<(stroke: Stroke) => void>();
  const extend = vi.fn<(stroke: Stroke) => void>();
  const withdraw = vi.fn<() => void>();
  const erase = vi.fn<(way: readonly Point[], joined: boolean) => boolean>(() => true);
  const strokes = { beginStroke: begin, extendStroke: extend, withdrawStroke: withdraw, erase };
  return { begin, extend, withdraw, erase, pen: createPen(strokes, 0.1) };
}

describe('the pen', () => {
  it('makes one stroke from going down to going up', () => {
    const { begin, extend, pen } = recorded();
    pen.move([{ x: 0.5, y: 0.5 }]);
    expect(extend).not.toHaveBeenCalled();
    pen.start({ x: 0.1, y: 0.1 });
    expect(begin).toHaveBeenCalledExactlyOnceWith({ points: [{ x: 0.1, y: 0.1 }], width: 0.1 });
    pen.move([
      { x: 0.2, y: 0.1 },
      { x: 0.3, y: 0.1 },
    ]);
    expect(extend.mock.lastCall![0].points).toHaveLength(3);
    pen.end();
    pen.move([{ x: 0.9, y: 0.9 }]);
    expect(extend).toHaveBeenCalledTimes(1);
  });

  it('leaves out points that say nothing new, and keeps the old points as they are', () => {
    const { extend, pen } = recorded();
    pen.start({ x: 0.1, y: 0.1 });
    pen.move([{ x: 0.1001, y: 0.1 }]);
    expect(extend).not.toHaveBeenCalled();
    pen.move([{ x: 0.2, y: 0.1 }]);
    const first = extend.mock.lastCall![0];
    pen.move([{ x: 0.3, y: 0.1 }]);
    const second = extend.mock.lastCall![0];
    expect(first.points).toHaveLength(2);
    expect(second.points[1]).toBe(first.points[1]);
  });

  it('takes back the stroke under way, and nothing that has ended', () => {
    const { withdraw, pen } = recorded();
    pen.start({ x: 0.1, y: 0.1 });
    pen.end();
    pen.withdraw();
    expect(withdraw).not.toHaveBeenCalled();
    pen.start({ x: 0.1, y: 0.1 });
    pen.withdraw();
    expect(withdraw).toHaveBeenCalledTimes(1);
    expect([pen.isDown(), pen.store.getState().down]).toEqual([false, false]);
  });

  it('is an eraser whose strokes go together, from going down to going up', () => {
    const { erase, withdraw, pen } = recorded();
    const way = [{ x: 0.1, y: 0.1 }];
    erase.mockReturnValueOnce(false);
    for (let i = 0; i < 3; i++) pen.erase(way);
    expect(pen.store.getState().down).toBe(true);
    pen.end();
    pen.erase(way);
    expect(erase.mock.calls.map(([, joined]) => joined)).toEqual([false, false, true, false]);
    pen.withdraw();
    expect(withdraw).not.toHaveBeenCalled();
    expect(pen.store.getState().down).toBe(false);
  });

  it('measures in units of the pad', () => {
    const box = { left: 10, top: 20, width: 200, height: 100 };
    expect(pointOn(box, { clientX: 110, clientY: 120 })).toEqual({ x: 0.5, y: 1 });
  });
});
