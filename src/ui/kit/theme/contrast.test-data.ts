import { luminance, type Rgb } from './colour';

/** Contrast of two colours (WCAG 2), from 1. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
