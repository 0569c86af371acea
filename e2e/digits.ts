/** Each digit in two handwritings, as pen strokes on the unit square (y down), for the drawing tests. */

export type Point = [number, number];

/** Points of an ellipse's arc; angles in degrees, 0 to the right, growing clockwise on the screen. */
function arc(cx: number, cy: number, rx: number, ry: number, from: number, to: number): Point[] {
  const steps = Math.max(6, Math.ceil(Math.abs(to - from) / 12));
  return Array.from({ length: steps + 1 }, (_, i) => {
    const angle = ((from + ((to - from) * i) / steps) * Math.PI) / 180;
    return [cx + rx * Math.cos(angle), cy + ry * Math.sin(angle)];
  });
}

/** The same strokes leaning to the right by `slant` of their height. */
function lean(strokes: Point[][], slant: number): Point[][] {
  return strokes.map((stroke) => stroke.map(([x, y]): Point => [x + slant * (0.5 - y), y]));
}

const UPRIGHT: Point[][][] = [
  [arc(0.5, 0.5, 0.22, 0.32, -90, 275)],
  [
    [
      [0.5, 0.18],
      [0.5, 0.82],
    ],
  ],
  [[...arc(0.5, 0.34, 0.19, 0.16, 195, 385), [0.34, 0.8], [0.72, 0.8]]],
  [[...arc(0.47, 0.34, 0.18, 0.155, 205, 440), ...arc(0.47, 0.66, 0.21, 0.17, -80, 150)]],
  [
    [
      [0.36, 0.2],
      [0.32, 0.52],
      [0.7, 0.52],
    ],
    [
      [0.64, 0.2],
      [0.62, 0.82],
    ],
  ],
  [[[0.66, 0.2], [0.38, 0.2], [0.36, 0.46], ...arc(0.47, 0.63, 0.19, 0.18, 235, 500)]],
  [[[0.6, 0.18], [0.46, 0.3], [0.37, 0.5], ...arc(0.5, 0.66, 0.15, 0.15, 190, 545)]],
  [
    [
      [0.3, 0.22],
      [0.7, 0.22],
      [0.56, 0.5],
      [0.45, 0.82],
    ],
  ],
  [[...arc(0.5, 0.35, 0.15, 0.15, 90, 450), ...arc(0.5, 0.66, 0.18, 0.16, -90, 270)]],
  [[...arc(0.5, 0.35, 0.16, 0.16, 0, -360), [0.66, 0.4], [0.62, 0.82]]],
];

const SLANTED: Point[][][] = [
  lean([arc(0.5, 0.5, 0.26, 0.29, -60, 310)], 0.15),
  lean(
    [
      [
        [0.5, 0.15],
        [0.5, 0.85],
      ],
    ],
    0.35,
  ),
  lean(
    [
      [
        ...arc(0.5, 0.34, 0.18, 0.16, 180, 390),
        [0.5, 0.62],
        [0.34, 0.78],
        [0.52, 0.76],
        [0.72, 0.8],
      ],
    ],
    0.12,
  ),
  lean(
    [
      [
        [0.34, 0.22],
        [0.6, 0.2],
        [0.64, 0.3],
        [0.48, 0.46],
        ...arc(0.48, 0.64, 0.18, 0.17, -80, 160),
      ],
    ],
    0.1,
  ),
  lean(
    [
      [
        [0.4, 0.2],
        [0.34, 0.5],
        [0.48, 0.55],
        [0.68, 0.5],
      ],
      [
        [0.66, 0.24],
        [0.62, 0.5],
        [0.6, 0.84],
      ],
    ],
    0.12,
  ),
  lean(
    [
      [[0.4, 0.24], [0.38, 0.46], ...arc(0.47, 0.63, 0.18, 0.18, 240, 490)],
      [
        [0.4, 0.23],
        [0.68, 0.2],
      ],
    ],
    0.12,
  ),
  lean(
    [[[0.52, 0.16], [0.42, 0.34], [0.36, 0.58], ...arc(0.49, 0.67, 0.13, 0.14, 180, 520)]],
    0.15,
  ),
  lean(
    [
      [
        [0.32, 0.26],
        [0.5, 0.22],
        [0.7, 0.22],
        [0.6, 0.5],
        [0.54, 0.84],
      ],
    ],
    0.2,
  ),
  lean(
    [
      [
        [0.64, 0.24],
        ...arc(0.5, 0.34, 0.13, 0.14, -60, -250),
        [0.55, 0.52],
        ...arc(0.5, 0.67, 0.14, 0.15, -40, 200),
        [0.52, 0.48],
        [0.64, 0.26],
      ],
    ],
    0.1,
  ),
  lean([[...arc(0.5, 0.36, 0.15, 0.15, -20, -380), [0.64, 0.5], [0.56, 0.84]]], 0.12),
];

/** handwritings[style][digit]: strokes. */
export const HANDWRITINGS = { upright: UPRIGHT, slanted: SLANTED };
