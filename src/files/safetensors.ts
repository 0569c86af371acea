/**
 * The safetensors format: 8 bytes of header length (little-endian), a JSON header, the tensors' bytes without gaps.
 * https://huggingface.co/docs/safetensors
 */

/** Bytes of one element of each type that the format knows. */
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

/** The format's own limit of the header. */
const MOST_HEADER_BYTES = 100_000_000;

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

/** Reads a file. The tensors are views of `file`. @throws SafetensorsError */
export function readSafetensors(file: Uint8Array<ArrayBuffer>): Safetensors {
  if (file.length < 8) {
    throw new SafetensorsError(
      `The file is no safetensors file: it holds only ${file.length} bytes.`,
    );
  }
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const length = view.getBigUint64(0, true);
  if (length > MOST_HEADER_BYTES) {
    throw new SafetensorsError(
      'The file is no safetensors file: it does not start with the length of a header.',
    );
  }
  const start = 8 + Number(length);
  if (start > file.length) {
    throw new SafetensorsError(
      `The file is truncated: its header should be ${length} bytes long, but only ${file.length - 8} follow.`,
    );
  }
  const header = parseHeader(file.subarray(8, start));
  const metadata = parseMetadata(header.__metadata__);
  const data = file.subarray(start);
  const tensors = new Map<string, Tensor>();
  const ranges: Range[] = [];
  for (const [name, entry] of Object.entries(header)) {
    if (name === '__metadata__') continue;
    const { dtype, shape, begin, end } = parseEntry(name, entry);
    ranges.push({ name, begin, end });
    tensors.set(name, { dtype, shape, bytes: data.subarray(begin, end) });
  }
  checkLayout(ranges, data.length);
  return { tensors, metadata };
}

type Fields = Record<string, unknown>;

function isObject(value: unknown): value is Fields {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}

function parseHeader(bytes: Uint8Array): Fields {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new SafetensorsError("The file's header is not valid JSON.", { cause });
  }
  if (!isObject(value)) throw new SafetensorsError("The file's header is not a JSON object.");
  return value;
}

function parseMetadata(value: unknown): Record<string, string> {
  if (value === undefined) return {};
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
    new SafetensorsError(`The tensor ${name} is described wrongly: ${what}.`);
  if (!isObject(entry)) throw wrong('its entry is not an object');
  const { dtype, shape, data_offsets: offsets } = entry;
  if (typeof dtype !== 'string' || !Object.hasOwn(ELEMENT_BYTES, dtype)) {
    throw wrong('its dtype is unknown');
  }
  if (!Array.isArray(shape) || !shape.every(isCount)) {
    throw wrong('its shape is not a list of sizes');
  }
  if (!Array.isArray(offsets) || offsets.length !== 2 || !offsets.every(isCount)) {
    throw wrong('its data_offsets are not two offsets');
  }
  const [begin, end] = offsets as [number, number];
  const bytes = shape.reduce((product, size) => product * size, ELEMENT_BYTES[dtype]!);
  if (end - begin !== bytes) {
    throw wrong(`its shape [${shape.join(', ')}] takes ${bytes} bytes, not ${end - begin}`);
  }
  return { dtype, shape, begin, end };
}

/** The tensors must fill the file exactly, each where the one before ends. */
function checkLayout(ranges: Range[], length: number): void {
  let at = 0;
  for (const { name, begin, end } of ranges.toSorted(
    (a, b) => a.begin - b.begin || a.end - b.end,
  )) {
    if (begin !== at) {
      throw new SafetensorsError(
        `The tensor ${name} starts at byte ${begin} of the data, but must start at ${at}.`,
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

/** A tensor of numbers. */
export function float32Tensor(shape: number[], values: Float32Array<ArrayBuffer>): Tensor {
  const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return { dtype: 'F32', shape, bytes };
}

/** A copy of an F32 tensor's numbers; every platform that runs JavaScript's typed arrays today is little-endian. */
export function float32Values(tensor: Tensor): Float32Array<ArrayBuffer> {
  return new Float32Array(tensor.bytes.slice().buffer);
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
