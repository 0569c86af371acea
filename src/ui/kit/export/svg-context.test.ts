import { describe, expect, it } from 'vitest';
import { SvgContext } from './svg-context';

describe('SvgContext', () => {
  it('writes rectangles, paths and text where they are drawn, with their style', () => {
    const c = new SvgContext();
    c.save();
    c.translate(10, 20);
    c.fillStyle = '#123';
    c.globalAlpha = 0.5;
    c.fillRect(1, 2, 3.456, 4);
    c.globalAlpha = 1;
    c.strokeStyle = 'red';
    c.lineWidth = 2;
    c.setLineDash([3, 3]);
    c.beginPath();
    c.lineTo(0, 0);
    c.lineTo(5, 0.123);
    c.stroke();
    c.restore();
    c.font = `600 14px "DejaVu Sans", serif`;
    c.textAlign = 'right';
    c.fillText('a < b & "c"', 5, 5);
    expect(c.elements).toEqual([
      '<rect x="11" y="22" width="3.46" height="4" fill="#123" opacity="0.5"/>',
      '<path d="M10 20L15 20.12" fill="none" stroke="red" stroke-width="2" stroke-dasharray="3 3"/>',
      '<text x="5" y="5" font-family="&#34;DejaVu Sans&#34;, serif" font-size="14" fill="#000" font-weight="600" text-anchor="end">a &#60; b &#38; &#34;c&#34;</text>',
    ]);
  });

  it('clips until it is restored, and draws circles', () => {
    const c = new SvgContext();
    c.save();
    c.beginPath();
    c.rect(0, 0, 10, 10);
    c.clip();
    c.beginPath();
    c.arc(5, 5, 2, 0, 2 * Math.PI);
    c.fill();
    c.restore();
    c.strokeRect(1, 1, 2, 2);
    expect(c.elements[0]).toContain('clip-path="url(#clip-0)"');
    expect(c.elements[0]).toContain('M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0');
    expect(c.elements[1]).not.toContain('clip');
    const svg = c.toSvg(20, 10, 'a <title>');
    expect(svg).toContain('viewBox="0 0 20 10"');
    expect(svg).toContain('<title>a &#60;title&#62;</title>');
    expect(svg).toContain('<clipPath id="clip-0">');
  });
});
