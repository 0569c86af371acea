/** Images to input spikes: ../encode.ts, whose times, multiplicities and order it gives exactly. */
import { BUCKETS, ERROR_SUMS, FOUND, MOST_NEURONS, Network } from './layout';
import { orderFound } from './order';
import { word } from './words';

/** A patch's spikes and the sum of their times share a number. */
const SPIKE: i32 = 1 << 20;
/** Later than any spike. */
const NONE: i32 = 1 << 28;
/** Numbers a line of pixels has room for: 64, and what is read behind them. */
const LINE: u32 = 80;

// In the thread's scratch memory, behind what the sort needs.
/** [rows, LINE] i32: what every pixel brings. */
const VALUES: u32 = ERROR_SUMS;
/** [rows, LINE] i32: how much later it spikes for its place. */
const PLACES: u32 = VALUES + 64 * LINE * 4;
/** [LINE] i32: the same, of a column of the kernel's height. */
const COLUMN: u32 = PLACES + 64 * LINE * 4;
const LATER: u32 = COLUMN + LINE * 4;
/** [LINE] of a row of patches. */
const SUM: u32 = LATER + LINE * 4;
const LATE: u32 = SUM + LINE * 4;
/** [neurons] i32: spikes of a patch. */
const SPIKES: u32 = LATE + LINE * 4;

/** Image `sample` of the batch. */
export function encode(network: usize, sample: u32, scratch: usize): void {
  const size = word(network, Network.PIXEL_COLUMNS) * word(network, Network.PIXEL_ROWS);
  const image: usize = word(network, Network.IMAGES) + sample * size;
  const list = sample * word(network, Network.ENCODED_CAPACITY);
  const index: usize = word(network, Network.ENCODED_INDEX) + list * 2;
  const time: usize = word(network, Network.ENCODED_TIME) + list * 4;
  const count: usize = word(network, Network.ENCODED_COUNT) + sample * 4;
  const multiplicity = word(network, Network.ENCODED_MULTIPLICITY);
  if (word(network, Network.PATCH_KERNEL) === 1) {
    store<u32>(count, encodePixels(network, image, size, index, time, scratch));
    return;
  }
  const n = word(network, Network.PATCH_FIRST)
    ? findFirsts(network, image, scratch)
    : findMeans(network, image, scratch);
  orderFound(n, index, time, scratch);
  store<u32>(count, n);
  if (!multiplicity) return;
  const kernel = word(network, Network.PATCH_KERNEL);
  const area = <f32>(kernel * kernel);
  const strength: usize = multiplicity + list * 4;
  for (let p: u32 = 0; p < n; p++) {
    const twice = 2 * load<u32>(scratch + SPIKES + (<u32>load<u16>(index + (p << 1)) << 2));
    store<f32>(strength + (p << 2), <f32>twice / area);
  }
}

/** A pixel's byte is its time, so a counting sort over bytes gives the order: of those that are lit, found 16 pixels at a time. */
function encodePixels(
  network: usize,
  image: usize,
  pixels: u32,
  index: usize,
  time: usize,
  scratch: usize,
): u32 {
  const lowest: u32 = word(network, Network.PATCH_LOWEST);
  const least = i8x16.splat(<i8>lowest);
  const found = scratch + FOUND;
  let next = found;
  memory.fill(scratch, 0, 1024);
  if (word(network, Network.BOTH_POLARITIES)) {
    for (let i: u32 = 0; i < pixels << 1; i++) {
      const byte = <u32>load<u8>(image + (i >> 1)) ^ (i & 1 ? 255 : 0);
      if (byte < lowest) continue;
      const place = scratch + (byte << 2);
      store<u32>(place, load<u32>(place) + 1);
      store<u32>(next, (i << 8) | byte);
      next += 4;
    }
    pixels = 0;
  }
  for (let i: u32 = 0; i < pixels; i += 16) {
    // What is read behind the last pixel is left out.
    const valid: u32 = pixels - i < 16 ? (1 << (pixels - i)) - 1 : 0xffff;
    let lit = <u32>i8x16.bitmask(i8x16.ge_u(v128.load(image + i), least)) & valid;
    for (; lit; lit &= lit - 1) {
      const pixel = i + ctz(lit);
      const byte = <u32>load<u8>(image + pixel);
      const place = scratch + (byte << 2);
      store<u32>(place, load<u32>(place) + 1);
      store<u32>(next, (pixel << 8) | byte);
      next += 4;
    }
  }
  let count: u32 = 0;
  for (let byte: u32 = 255; byte >= lowest; byte--) {
    const place = scratch + (byte << 2);
    const n = load<u32>(place);
    store<u32>(place, count);
    count += n;
  }
  for (let spike = found; spike < next; spike += 4) {
    const pixel = load<u32>(spike);
    const byte = pixel & 255;
    const place = scratch + (byte << 2);
    const p = load<u32>(place);
    store<u32>(place, p + 1);
    store<u16>(index + (p << 1), <u16>(pixel >> 8));
    const late = 255 - byte;
    store<f32>(time + (p << 2), <f32>late / 255);
  }
  return count;
}

/**
 * Four pixels at a time, padded with `dark`: a lit one brings `lit` + 255 - byte, and where places count, PLACES has
 * x right + y down.
 */
function spread(network: usize, image: usize, scratch: usize, lit: i32, dark: i32): void {
  const columns = word(network, Network.PIXEL_COLUMNS);
  const rows = word(network, Network.PIXEL_ROWS);
  const right = word(network, Network.PATCH_RIGHT);
  const down = word(network, Network.PATCH_DOWN);
  const lowest = i32x4.splat(word(network, Network.PATCH_LOWEST));
  const light = i32x4.splat(lit + 255);
  const none = i32x4.splat(dark);
  const steps = i32x4.mul(i32x4(0, 1, 2, 3), i32x4.splat(right));
  for (let y: u32 = 0; y < rows; y++) {
    const values = scratch + VALUES + y * LINE * 4;
    const places = scratch + PLACES + y * LINE * 4;
    for (let x: u32 = 0; x < LINE; x += 4) {
      if (x >= columns) {
        v128.store(values + (x << 2), none);
        v128.store(places + (x << 2), i32x4.splat(0));
        continue;
      }
      let bytes = i16x8.extend_low_i8x16_u(v128.load32_zero(image + y * columns + x));
      bytes = i32x4.extend_low_i16x8_u(bytes);
      let isLit = i32x4.ge_s(bytes, lowest);
      // Behind the end of a line stands the next one.
      if (x + 4 > columns) {
        const here = i32x4.add(i32x4.splat(x), i32x4(0, 1, 2, 3));
        isLit = v128.and(isLit, i32x4.lt_s(here, i32x4.splat(columns)));
      }
      v128.store(values + (x << 2), v128.bitselect(i32x4.sub(light, bytes), none, isLit));
      if (!right) continue;
      const place = i32x4.add(i32x4.splat(x * right + y * down), steps);
      v128.store(places + (x << 2), v128.and(place, isLit));
    }
  }
}

/**
 * The sums, or the least, of `kernel` lines of i32 from `lines` on, and then of `kernel` neighbours: a row of patches, one at every
 * pixel.
 */
// @ts-ignore: decorator
@inline
function slide(lines: usize, kernel: u32, column: usize, patches: usize, least: bool): void {
  for (let x: u32 = 0; x < LINE << 2; x += 16) {
    let all = v128.load(lines + x);
    for (let y: u32 = 1; y < kernel; y++)
      all = joined(all, v128.load(lines + y * LINE * 4 + x), least);
    v128.store(column + x, all);
  }
  for (let x: u32 = 0; x < 256; x += 16) {
    let all = v128.load(column + x);
    for (let n: u32 = 1; n < kernel; n++)
      all = joined(all, v128.load(column + x + (n << 2)), least);
    v128.store(patches + x, all);
  }
}

// @ts-ignore: decorator
@inline
function joined(a: v128, b: v128, least: bool): v128 {
  return least ? i32x4.min_s(a, b) : i32x4.add(a, b);
}

/** Finds patches with a spike and the mean of their train; returns how many. */
function findMeans(network: usize, image: usize, scratch: usize): u32 {
  const kernel = word(network, Network.PATCH_KERNEL);
  const stride = word(network, Network.PATCH_STRIDE);
  const columns = word(network, Network.PATCH_COLUMNS);
  const rows = word(network, Network.PATCH_ROWS);
  const right = word(network, Network.PATCH_RIGHT);
  const down = word(network, Network.PATCH_DOWN);
  const window = word(network, Network.PATCH_WINDOW);
  const found = scratch + FOUND;
  const who = found + MOST_NEURONS * 4;
  spread(network, image, scratch, SPIKE, 0);
  let n: u32 = 0;
  let i: u32 = 0;
  for (let r: u32 = 0; r < rows; r++) {
    const line = r * stride * LINE * 4;
    slide(scratch + VALUES + line, kernel, scratch + COLUMN, scratch + SUM, false);
    if (right) slide(scratch + PLACES + line, kernel, scratch + LATER, scratch + LATE, false);
    for (let c: u32 = 0; c < columns; c++, i++) {
      const at = (c * stride) << 2;
      const both = load<u32>(scratch + SUM + at);
      const count = both >> 20;
      let sum = both & (SPIKE - 1);
      if (right) sum += load<u32>(scratch + LATE + at) - count * (c * right + r * down) * stride;
      // Without a branch: a silent patch's entry is overwritten.
      store<u32>(scratch + SPIKES + (i << 2), count);
      store<f32>(found + (n << 2), <f32>sum / <f32>(count * window));
      store<u16>(who + (n << 1), <u16>i);
      n += u32(count !== 0);
    }
  }
  return n;
}

/** Finds patches with a spike and the first of their train; returns how many. */
function findFirsts(network: usize, image: usize, scratch: usize): u32 {
  const kernel = word(network, Network.PATCH_KERNEL);
  const stride = word(network, Network.PATCH_STRIDE);
  const columns = word(network, Network.PATCH_COLUMNS);
  const rows = word(network, Network.PATCH_ROWS);
  const right = word(network, Network.PATCH_RIGHT);
  const down = word(network, Network.PATCH_DOWN);
  const window = <f32>word(network, Network.PATCH_WINDOW);
  const found = scratch + FOUND;
  const who = found + MOST_NEURONS * 4;
  const least = scratch + SUM;
  spread(network, image, scratch, 0, NONE);
  if (right) {
    const lines = word(network, Network.PIXEL_ROWS) * LINE * 4;
    const values = scratch + VALUES;
    for (let x: u32 = 0; x < lines; x += 16) {
      const place = v128.load(scratch + PLACES + x);
      v128.store(values + x, i32x4.add(v128.load(values + x), place));
    }
  }
  let n: u32 = 0;
  let i: u32 = 0;
  for (let r: u32 = 0; r < rows; r++) {
    slide(scratch + VALUES + r * stride * LINE * 4, kernel, scratch + COLUMN, least, true);
    for (let c: u32 = 0; c < columns; c++, i++) {
      const m = load<i32>(least + ((c * stride) << 2));
      const first = m - <i32>((c * right + r * down) * stride);
      store<f32>(found + (n << 2), <f32>first / window);
      store<u16>(who + (n << 1), <u16>i);
      n += u32(m < NONE);
    }
  }
  return n;
}
