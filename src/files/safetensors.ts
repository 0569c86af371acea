/**
 * The safetensors format: 8 bytes of header length (little-endian), a JSON header, the tensors' bytes without gaps.
 * https://huggingface.co/docs/safetensors
 */
import { said } from '../model/said';
import { JsonError, parseJson } from './strict-json';

/** Bytes of one element, of the types whose tensors must be as long as their shape says; others come and go with the format. */
const ELEMENT_BYTES: Record<string, number> = {
  BOOL: 1,
  U8: 1,
  I8: 1,
  F8_E4M3: 1,
  F8_E5M2: 1,
  U16: 2,
  I16: 2,
  F16: 2,
  BF16: 2,
  U32: 4,
  I32: 4,
  F32: 4,
  U64: 8,
  I64: 8,
  F64: 8,
};

/** A header of a hundred thousand tensors; the format would allow 100 MB, of which nothing could be a model. */
const MOST_HEADER_BYTES = 2 ** 24;

/** Lists and objects within one another: the header, a tensor, its shape. */
const HEADER_DEPTH = 3;

export interface Tensor {
  /** As the format names it: F32, I64... */
  dtype: string;
  shape: number[];
  /** The elements, little-endian, row-major. Read: a view of the file, perhaps not aligned. */
  bytes: Uint8Array<ArrayBuffer>;
}

export interface Safetensors {
  tensors: Map<string, Tensor>;
  /** `__metadata__`. */
  metadata: Record<string, string>;
}

/** A file that is no safetensors file. The message is one sentence, meant to be shown as it is. */
export class SafetensorsError extends Error {
  override name = 'SafetensorsError';
}

/** Bytes that the header's length takes. */
export const LENGTH_BYTES = 8;

/**
 * Where the header ends, and the tensors begin.
 * @param head the first LENGTH_BYTES bytes; fewer where the file ends before
 * @param size bytes of the whole file
 * @throws SafetensorsError
 */
export function headerEnd(head: Uint8Array, size: number): number {
  if (head.length < LENGTH_BYTES) {
    throw new SafetensorsError(`The file is no safetensors file: it holds only ${size} bytes.`);
  }
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = view.getBigUint64(0, true);
  if (length > MOST_HEADER_BYTES) {
    throw new SafetensorsError(
      'The file is no safetensors file: it does not start with the length of a header.',
    );
  }
  const end = LENGTH_BYTES + Number(length);
  if (end > size) {
    throw new SafetensorsError(
      `The file is truncated: its header should be ${length} bytes long, but only ${size - LENGTH_BYTES} follow.`,
    );
  }
  return end;
}

interface Header {
  metadata: Record<string, string>;
  entries: (Range & Omit<Tensor, 'bytes'>)[];
}

/**
 * What a file says of itself, checked against its size.
 * @param bytes the header, without its length
 * @param data bytes that follow it
 * @throws SafetensorsError
 */
export function readHeader(bytes: Uint8Array, data: number): Header {
  const { __metadata__, ...rest } = parseHeader(bytes);
  const metadata = parseMetadata(__metadata__);
  const entries = Object.entries(rest).map(([name, entry]) => ({
    name,
    ...parseEntry(name, entry),
  }));
  checkLayout(entries, data);
  return { metadata, entries };
}

/** Reads a file. The tensors are views of `file`. @throws SafetensorsError */
export function readSafetensors(file: Uint8Array<ArrayBuffer>): Safetensors {
  const start = headerEnd(file.subarray(0, LENGTH_BYTES), file.length);
  const data = file.subarray(start);
  const { metadata, entries } = readHeader(file.subarray(LENGTH_BYTES, start), data.length);
  const tensors = new Map<string, Tensor>();
  for (const { name, begin, end, ...rest } of entries) {
    tensors.set(name, { ...rest, bytes: data.subarray(begin, end) });
  }
  return { tensors, metadata };
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function parseHeader(bytes: Uint8Array): Fields {
  let value: unknown;
  try {
    value = parseJson(new TextDecoder('utf-8', { fatal: true }).decode(bytes), HEADER_DEPTH);
  } catch (cause) {
    const what = cause instanceof JsonError ? cause.message : 'is not valid JSON';
    throw new SafetensorsError(`The file's header ${what}.`, { cause });
  }
  if (!isObject(value)) throw new SafetensorsError("The file's header is not a JSON object.");
  return value;
}

/** Programs that write other people's tensors anew leave it out, or write null. */
function parseMetadata(value: unknown): Record<string, string> {
  if (value === undefined || value === null) return {};
  if (!isObject(value) || !Object.values(value).every((v) => typeof v === 'string')) {
    throw new SafetensorsError("The file's metadata must be texts, one a key.");
  }
  return value as Record<string, string>;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

interface Range {
  name: string;
  begin: number;
  end: number;
}

function parseEntry(name: string, entry: unknown): Omit<Range, 'name'> & Omit<Tensor, 'bytes'> {
  const wrong = (what: string): SafetensorsError =>
    new SafetensorsError(`The tensor ${said(name)} is described wrongly: ${what}.`);
  if (!isObject(entry)) throw wrong('its entry is not an object');
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== 'string') throw wrong('its dtype is no text');
  if (!Array.isArray(shape) || !shape.every(isCount)) {
    throw wrong('its shape is not a list of sizes');
  }
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    throw wrong('its data_offsets are not two offsets');
  }
  const [begin, end] = offsets as [number, number];
  const element = Object.hasOwn(ELEMENT_BYTES, dtype) ? ELEMENT_BYTES[dtype] : undefined;
  const bytes = element && shape.reduce((product, size) => product * size, element);
  if (bytes === undefined ? end < begin : end - begin !== bytes) {
    throw wrong(
      bytes === undefined
        ? `it ends before it begins`
        : `its shape ${shapeName(shape)} takes ${bytes} bytes, not ${end - begin}`,
    );
  }
  return { dtype, shape, begin, end };
}

/** "[128, 784]" */
export function shapeName(shape: readonly number[]): string {
  return said(`[${shape.join(', ')}]`);
}

/** The tensors must fill the file exactly, each where the one before ends. */
function checkLayout(ranges: Range[], length: number): void {
  let at = 0;
  for (const { name, begin, end } of ranges.toSorted(
    (a, b) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin !== at) {
      throw new SafetensorsError(
        `The tensor ${said(name)} starts at byte ${begin} of the data, but must start at ${at}.`,
      );
    }
    at = end;
  }
  if (at > length) {
    throw new SafetensorsError(
      `The file is truncated: its tensors take ${at} bytes, but only ${length} follow the header.`,
    );
  }
  if (at < length) {
    throw new SafetensorsError(
      `The file is too long: ${length - at} bytes follow the last tensor.`,
    );
  }
}

/**
 * Writes a file: the tensors in the order of the map, the header padded with spaces so that they start at a multiple of 8.
 * The same content gives the same bytes.
 */
export function writeSafetensors({ tensors, metadata }: Safetensors): Uint8Array<ArrayBuffer> {
  const header: Fields = { __metadata__: metadata };
  let end = 0;
  for (const [name, { dtype, shape, bytes }] of tensors) {
    header[name] = { dtype, shape, data_offsets: [end, end + bytes.length] };
    end += bytes.length;
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const length = Math.ceil(json.length / 8) * 8;
  const file = new Uint8Array(8 + length + end).fill(0x20, 8, 8 + length);
  new DataView(file.buffer).setBigUint64(0, BigInt(length), true);
  file.set(json, 8);
  let at = 8 + length;
  for (const { bytes } of tensors.values()) {
    file.set(bytes, at);
    at += bytes.length;
  }
  return file;
}
