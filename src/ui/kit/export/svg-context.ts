/**
 * A canvas context that writes SVG: the views' own draw functions make the picture, so that it is what is on the page. It knows
 * what they use of CanvasRenderingContext2D, and no more.
 */

interface Style {
  fillStyle: string;
  strokeStyle: string;
  lineWidth: number;
  globalAlpha: number;
  font: string;
  textAlign: CanvasTextAlign;
  textBaseline: CanvasTextBaseline;
  dash: number[];
  /** Moved by translate(). */
  x: number;
  y: number;
  clip: string | null;
}

const ANCHOR: Partial<Record<CanvasTextAlign, string>> = { center: 'middle', right: 'end' };
/** How far below the given y the text's alphabetic baseline lies, in font sizes. */
const BASELINE: Partial<Record<CanvasTextBaseline, number>> = {
  top: 0.82,
  middle: 0.34,
  bottom: -0.2,
};

const number = (x: number): string => String(Math.round(x * 100) / 100);

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);
}

/** Notes what is drawn as SVG elements. */
export class SvgContext {
  readonly elements: string[] = [];
  imageSmoothingEnabled = true;
  private readonly clips: string[] = [];
  private path = '';
  private readonly stack: Style[] = [];
  private style: Style = {
    fillStyle: '#000',
    strokeStyle: '#000',
    lineWidth: 1,
    globalAlpha: 1,
    font: '10px sans-serif',
    textAlign: 'left',
    textBaseline: 'alphabetic',
    dash: [],
    x: 0,
    y: 0,
    clip: null,
  };

  get fillStyle() {
    return this.style.fillStyle;
  }
  set fillStyle(value: string) {
    this.style.fillStyle = value;
  }
  get strokeStyle() {
    return this.style.strokeStyle;
  }
  set strokeStyle(value: string) {
    this.style.strokeStyle = value;
  }
  set lineWidth(value: number) {
    this.style.lineWidth = value;
  }
  get globalAlpha() {
    return this.style.globalAlpha;
  }
  set globalAlpha(value: number) {
    this.style.globalAlpha = value;
  }
  set font(value: string) {
    this.style.font = value;
  }
  set textAlign(value: CanvasTextAlign) {
    this.style.textAlign = value;
  }
  set textBaseline(value: CanvasTextBaseline) {
    this.style.textBaseline = value;
  }

  save(): void {
    this.stack.push({ ...this.style });
  }
  restore(): void {
    this.style = this.stack.pop() ?? this.style;
  }
  translate(x: number, y: number): void {
    this.style.x += x;
    this.style.y += y;
  }
  setLineDash(dash: number[]): void {
    this.style.dash = dash;
  }
  beginPath(): void {
    this.path = '';
  }
  moveTo(x: number, y: number): void {
    this.path += `M${this.point(x, y)}`;
  }
  lineTo(x: number, y: number): void {
    this.path += `${this.path === '' ? 'M' : 'L'}${this.point(x, y)}`;
  }
  bezierCurveTo(ax: number, ay: number, bx: number, by: number, x: number, y: number): void {
    this.path += `C${this.point(ax, ay)} ${this.point(bx, by)} ${this.point(x, y)}`;
  }
  closePath(): void {
    this.path += 'Z';
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.path += `M${this.point(x, y)}h${number(width)}v${number(height)}h${number(-width)}Z`;
  }
  /** Whole circles only. */
  arc(x: number, y: number, radius: number, _start: number, _end: number): void {
    const r = number(radius);
    this.path +=
      `M${this.point(x - radius, y)}a${r} ${r} 0 1 0 ${number(2 * radius)} 0` +
      `a${r} ${r} 0 1 0 ${number(-2 * radius)} 0`;
  }
  clip(): void {
    const id = `clip-${this.clips.length}`;
    this.clips.push(`<clipPath id="${id}"><path d="${this.path}"/></clipPath>`);
    this.style.clip = id;
  }
  fill(): void {
    this.add(`<path d="${this.path}" fill="${this.style.fillStyle}"`);
  }
  stroke(): void {
    if (this.path !== '') this.add(`<path d="${this.path}" fill="none"${this.pen()}`);
  }
  fillRect(x: number, y: number, width: number, height: number): void {
    this.add(`<rect${this.box(x, y, width, height)} fill="${this.style.fillStyle}"`);
  }
  strokeRect(x: number, y: number, width: number, height: number): void {
    this.add(`<rect${this.box(x, y, width, height)} fill="none"${this.pen()}`);
  }
  /** A part of a canvas, as an image within the file. */
  drawImage(
    source: HTMLCanvasElement,
    left: number,
    top: number,
    columns: number,
    rows: number,
    x: number,
    y: number,
    width: number,
    height: number,
  ): void {
    const part = document.createElement('canvas');
    part.width = columns;
    part.height = rows;
    part.getContext('2d')!.drawImage(source, -left, -top);
    const sharp = this.imageSmoothingEnabled ? '' : ' style="image-rendering:pixelated"';
    this.add(
      `<image${this.box(x, y, width, height)} preserveAspectRatio="none"${sharp} href="${part.toDataURL()}"`,
    );
  }
  /** Nothing to clear: a picture starts on empty paper. */
  clearRect(): void {}
  fillText(text: string, x: number, y: number): void {
    const { font, textAlign, textBaseline, fillStyle } = this.style;
    const [, weight, size, family] = /^(?:(\w+) )?([\d.]+)px (.*)$/.exec(font) ?? [
      '',
      '',
      '10',
      'sans-serif',
    ];
    const down = (BASELINE[textBaseline] ?? 0) * Number(size);
    const [left, top] = this.point(x, y + down).split(' ');
    const anchor = ANCHOR[textAlign];
    this.add(
      `<text x="${left}" y="${top}" font-family="${escapeXml(family!)}" font-size="${size}" fill="${fillStyle}"` +
        (weight ? ` font-weight="${weight}"` : '') +
        (anchor ? ` text-anchor="${anchor}"` : ''),
      escapeXml(text),
    );
  }

  /** The whole picture. @param title what a screen reader says in its place */
  toSvg(width: number, height: number, title: string): string {
    const clips = this.clips.length > 0 ? `<defs>${this.clips.join('')}</defs>` : '';
    return (
      `<svg xmlns="http://www.w3.org/2000/svg" width="${number(width)}" height="${number(height)}" ` +
      `viewBox="0 0 ${number(width)} ${number(height)}" role="img"><title>${escapeXml(title)}</title>` +
      `${clips}\n${this.elements.join('\n')}\n</svg>\n`
    );
  }

  private point(x: number, y: number): string {
    return `${number(x + this.style.x)} ${number(y + this.style.y)}`;
  }

  private box(x: number, y: number, width: number, height: number): string {
    const [left, top] = this.point(x, y).split(' ');
    return ` x="${left}" y="${top}" width="${number(width)}" height="${number(height)}"`;
  }

  private pen(): string {
    const { strokeStyle, lineWidth, dash } = this.style;
    const dashes = dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : '';
    return ` stroke="${strokeStyle}" stroke-width="${number(lineWidth)}"${dashes}`;
  }

  private add(open: string, content?: string): void {
    const { globalAlpha, clip } = this.style;
    const opacity = globalAlpha < 1 ? ` opacity="${number(globalAlpha)}"` : '';
    const clipped = clip ? ` clip-path="url(#${clip})"` : '';
    const tag = /^<(\w+)/.exec(open)![1]!;
    this.elements.push(
      content === undefined
        ? `${open}${opacity}${clipped}/>`
        : `${open}${opacity}${clipped}>${content}</${tag}>`,
    );
  }
}
