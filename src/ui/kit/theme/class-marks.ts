/** What the classes of points look like: a hue and a shape each, so that colour says nothing alone. */

/** Told apart by people who see fewer colours (after P. Tol's muted scheme); none is that of excitation, inhibition or time. */
const HUES = {
  light: ['#5a4fa2', '#1d8a7a', '#c0577a', '#a88a1c'],
  dark: ['#9a90e6', '#45c0ac', '#f08aab', '#d8bd55'],
} as const;

const CLASS_SHAPES = ['circle', 'square', 'triangle', 'diamond'] as const;
type ClassShape = (typeof CLASS_SHAPES)[number];

/** The hue of a class; from the fifth on they come again. */
export function classColor(theme: 'light' | 'dark', label: number): string {
  return HUES[theme][label % HUES[theme].length]!;
}

function classShape(label: number): ClassShape {
  return CLASS_SHAPES[label % CLASS_SHAPES.length]!;
}

/** Corners in units of the radius; shapes of about one area. */
const CORNERS: Record<Exclude<ClassShape, 'circle'>, [x: number, y: number][]> = {
  square: [
    [-0.88, -0.88],
    [0.88, -0.88],
    [0.88, 0.88],
    [-0.88, 0.88],
  ],
  triangle: [
    [0, -1.2],
    [1.1, 0.75],
    [-1.1, 0.75],
  ],
  diamond: [
    [0, -1.25],
    [1.25, 0],
    [0, 1.25],
    [-1.25, 0],
  ],
};

type Path = Pick<CanvasRenderingContext2D, 'moveTo' | 'lineTo' | 'closePath' | 'arc'>;

/** Adds the outline of a class's mark to the path. @param radius about as large as a disk of it */
export function traceMark(
  context: Path,
  label: number,
  x: number,
  y: number,
  radius: number,
): void {
  const shape = classShape(label);
  if (shape === 'circle') {
    context.moveTo(x + radius, y);
    context.arc(x, y, radius, 0, 2 * Math.PI);
    return;
  }
  CORNERS[shape].forEach(([dx, dy], i) => {
    const [px, py] = [x + dx * radius, y + dy * radius];
    if (i === 0) context.moveTo(px, py);
    else context.lineTo(px, py);
  });
  context.closePath();
}

/** The same as a path of SVG around (0, 0). */
export function markPath(label: number, radius: number): string {
  const shape = classShape(label);
  if (shape === 'circle') {
    return `M${radius} 0A${radius} ${radius} 0 1 1 ${-radius} 0A${radius} ${radius} 0 1 1 ${radius} 0Z`;
  }
  return `M${CORNERS[shape].map(([x, y]) => `${x * radius} ${y * radius}`).join('L')}Z`;
}
