/** Structs that TypeScript and WGSL share: declared in both, and held together field by field by structs.test.ts. */

export type Scalar = 'u32' | 'f32';

export interface Field<Name extends string = string> {
  readonly name: Name;
  readonly type: Scalar;
  /** Elements of a field that is an array. */
  readonly count?: number;
  /** In bytes. */
  readonly offset: number;
}

export interface Struct<Name extends string = string> {
  readonly fields: readonly Field<Name>[];
  /** In bytes, with what its last field leaves unused. */
  readonly size: number;
  /** The same in words of 4 bytes. */
  readonly words: number;
  /** The word at which each field begins. */
  readonly at: Readonly<Record<Name, number>>;
}

/**
 * @param types of the fields, in the shader's order: 4 bytes, or so many times 4 bytes
 * @param size in bytes, where the shader gives its last field more room than it takes (`@size`)
 */
export function struct<Name extends string>(
  types: Readonly<Record<Name, Scalar | readonly [Scalar, number]>>,
  size?: number,
): Struct<Name> {
  let offset = 0;
  const fields = (Object.keys(types) as Name[]).map((name): Field<Name> => {
    const declared = types[name];
    const array = typeof declared !== 'string';
    const [type, count] = array ? declared : [declared, 1];
    const field = { name, type, offset, ...(array && { count }) };
    offset += 4 * count;
    return field;
  });
  const bytes = size ?? offset;
  const at = Object.fromEntries(fields.map((field) => [field.name, field.offset / 4]));
  return { fields, size: bytes, words: bytes / 4, at: at as Record<Name, number> };
}

/** Writes a struct's fields at `offset` bytes; what is not given is 0. */
export function writeStruct<Name extends string>(
  to: DataView,
  offset: number,
  { fields }: Struct<Name>,
  values: Partial<Record<Name, number>>,
): void {
  for (const { name, type, offset: at } of fields) {
    const value = values[name] ?? 0;
    if (type === 'u32') to.setUint32(offset + at, value, true);
    else to.setFloat32(offset + at, value, true);
  }
}

/** A struct alone, as a uniform buffer holds it. */
export function structBytes<Name extends string>(
  of: Struct<Name>,
  values: Partial<Record<Name, number>>,
): ArrayBuffer {
  const bytes = new ArrayBuffer(of.size);
  writeStruct(new DataView(bytes), 0, of, values);
  return bytes;
}
