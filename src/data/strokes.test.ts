import { describe, expect, test } from 'vitest';
import { createDrawing, drawStrokes, type Stroke } from './strokes';

const total = (image: Uint8Array): number => image.reduce((a, b) => a + b, 0) / 255;

describe('drawing strokes', () => {
  test('a dot has the area of the pen', () => {
    const dot = drawStrokes([{ width: 0.2, points: [{ x: 0.5, y: 0.5 }] }], 100);
    expect(total(dot)).toBeCloseTo(Math.PI * 100, -1);
    expect(dot[50 * 100 + 50]).toBe(255);
  });

  test('a line has the area of its length and its round ends, at any angle', () => {
    for (const angle of [0, 0.3, Math.PI / 4, 1.2]) {
      const [x, y] = [0.5 + 0.4 * Math.cos(angle), 0.5 + 0.4 * Math.sin(angle)];
      const line = drawStrokes(
        [
          {
            width: 0.1,
            points: [
              { x: 0.5, y: 0.5 },
              { x, y },
            ],
          },
        ],
        100,
      );
      const area = 40 * 10 + Math.PI * 25;
      expect(Math.abs(total(line) / area - 1)).toBeLessThan(0.02);
    }
  });

  test('growing a stroke gives the same picture as drawing it at once', () => {
    const points = Array.from({ length: 30 }, (_, i) => ({
      x: 0.5 + 0.3 * Math.cos(i / 4),
      y: 0.5 + 0.3 * Math.sin(i / 5),
    }));
    const grown = createDrawing();
    for (let n = 1; n <= points.length; n++) {
      grown.stroke({ points: points.slice(0, n), width: 0.08 }, Math.max(0, n - 2));
    }
    expect(grown.pixels).toEqual(drawStrokes([{ points, width: 0.08 }]));
  });

  test('strokes outside the pad do no harm', () => {
    const stroke: Stroke = {
      width: 0.1,
      points: [
        { x: -1, y: -1 },
        { x: 2, y: 2 },
      ],
    };
    const image = drawStrokes([stroke], 50);
    expect(image[25 * 50 + 25]).toBe(255);
    expect(image[49]).toBe(0);
  });

  test('clear gives fresh paper', () => {
    const drawing = createDrawing(20);
    drawing.line({ x: 0, y: 0 }, { x: 1, y: 1 }, 0.2);
    expect(total(drawing.pixels)).toBeGreaterThan(0);
    drawing.clear();
    expect(total(drawing.pixels)).toBe(0);
  });
});
