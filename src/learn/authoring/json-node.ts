/** JSON with the place of every value in its text, and readers of its values that say what is wrong where. */
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { said } from '../../model/said';
import type { Arg } from '../args';
import { closest } from './closest';
import { LessonError, type Problems } from './problems';

const KINDS: Record<Node['type'], string> = {
  object: 'a record { … }',
  array: 'a list [ … ]',
  string: 'a text',
  number: 'a number',
  boolean: 'true or false',
  null: 'null',
  property: 'a field',
};

/** The text as a tree. Strict JSON: no comments, no comma too many. @throws LessonError */
export function parse(text: string, problems: Problems): Node {
  const errors: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  } catch {
    throw new LessonError(['Line 1: it is nested too deep to be a lesson.']);
  }
  const [first] = errors;
  if (first) {
    const words = printParseErrorCode(first.error)
      .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase();
    problems.add(first.offset, '', `this is no valid JSON (${words}).`);
    problems.settle();
  }
  if (!root) throw new LessonError(['Line 1: the file is empty.']);
  return root;
}

/** A value in the file and the way to it. */
export interface Place {
  node: Node;
  path: string;
}

export const inside = ({ path }: Place, name: string, node: Node): Place => ({
  node,
  path: path ? `${path} › ${name}` : name,
});

export interface Reader {
  problems: Problems;
}

/** What a field must be. undefined where it is not: that was said. */
export type Read<T> = (place: Place, reader: Reader) => T | undefined;

function fault({ node, path }: Place, { problems }: Reader, says: string): undefined {
  problems.add(node.offset, path, says);
  return undefined;
}

function shown({ type, value }: Node): string {
  return type === 'string' || type === 'number' || type === 'boolean'
    ? said(JSON.stringify(value), 40)
    : KINDS[type];
}

/** By the form of an argument: numbers, choices, lists of them. */
export function plain<T>(arg: Arg<T>): Read<T> {
  return (place, reader) => {
    const value = arg.read(valueOf(place.node));
    return value === undefined
      ? fault(place, reader, `it must be ${arg.must}, not ${shown(place.node)}.`)
      : value;
  };
}

/** The plain value; what is nested deeper than any argument is none. */
function valueOf(node: Node, depth = 0): unknown {
  if (node.type === 'array' && depth < 4)
    return (node.children ?? []).map((child) => valueOf(child, depth + 1));
  return node.type === 'object' || node.type === 'array' ? undefined : (node.value as unknown);
}

/** A text of 1 to `most` characters. */
export function words(most: number): Read<string> {
  return (place, reader) => {
    const { type, value } = place.node;
    if (type !== 'string')
      return fault(place, reader, `it must be a text, not ${shown(place.node)}.`);
    const text = value as string;
    if (text.trim() === '') return fault(place, reader, 'it is an empty text.');
    if (text.length > most)
      return fault(
        place,
        reader,
        `it has ${text.length} characters, and at most ${most} are shown.`,
      );
    return text;
  };
}

export function list<T>(of: Read<T>, [fewest, most]: [number, number]): Read<T[]> {
  return (place, reader) => {
    const { type, children = [] } = place.node;
    if (type !== 'array')
      return fault(place, reader, `it must be a list, not ${shown(place.node)}.`);
    if (children.length < fewest || children.length > most)
      return fault(
        place,
        reader,
        `it has ${children.length} entries, and must have ${fewest} to ${most}.`,
      );
    const read = children.map((node, i) => of(inside(place, String(i + 1), node), reader));
    return read.includes(undefined) ? undefined : (read as T[]);
  };
}

/** The fields of a record by name; null, and said, where it is none. A field twice, or one that nobody knows, is a fault. */
export function fieldsOf(
  place: Place,
  reader: Reader,
  known: readonly string[] | null,
): Map<string, Place> | null {
  const { type, children = [] } = place.node;
  if (type !== 'object') {
    fault(place, reader, `it must be a record { … }, not ${shown(place.node)}.`);
    return null;
  }
  const fields = new Map<string, Place>();
  for (const { children: pair = [] } of children) {
    const [key, value] = pair;
    if (!key || !value) continue;
    const name = key.value as string;
    if (fields.has(name))
      fault({ node: key, path: place.path }, reader, `"${said(name, 40)}" is there twice.`);
    else if (known && !known.includes(name)) {
      const near = closest(name, known);
      const instead = near
        ? `did you mean "${near}"?`
        : `there are ${known.map((each) => `"${each}"`).join(', ')}.`;
      fault(
        { node: key, path: place.path },
        reader,
        `the field "${said(name, 40)}" is unknown: ${instead}`,
      );
    } else fields.set(name, inside(place, said(name, 40), value));
  }
  return fields;
}

type Table<T> = { [K in keyof T]-?: Read<Exclude<T[K], undefined>> };

/** A record with these fields; those in `optional` may be left out. */
export function record<T extends object>(
  table: Table<T>,
  optional: readonly (keyof T)[] = [],
): Read<T> {
  const known = Object.keys(table) as (keyof T & string)[];
  return (place, reader) => {
    const fields = fieldsOf(place, reader, known);
    if (!fields) return undefined;
    const value: Partial<T> = {};
    let whole = true;
    for (const name of known) {
      const field = fields.get(name);
      if (field) {
        const read = table[name](field, reader);
        if (read === undefined) whole = false;
        else value[name] = read as T[keyof T & string];
      }
    }
    const missing = known.filter((name) => !fields.has(name) && !optional.includes(name));
    if (missing.length > 0) {
      const names = missing.map((name) => `"${name}"`).join(', ');
      const say = missing.length === 1 ? `field ${names} is` : `fields ${names} are`;
      return fault(place, reader, `the ${say} missing.`);
    }
    return whole ? (value as T) : undefined;
  };
}

/** A record that a field names by a name of the table: its other fields are the arguments of that row. */
export function named(
  key: string,
  table: Readonly<Record<string, { args: Readonly<Record<string, Arg<unknown>>> }>>,
  what: string,
): Read<Record<string, unknown>> {
  const names = Object.keys(table);
  return (place, reader) => {
    const fields = fieldsOf(place, reader, null);
    if (!fields) return undefined;
    const name = fields.get(key);
    if (!name) return fault(place, reader, `the field "${key}" is missing.`);
    const written = name.node.value as unknown;
    const row =
      typeof written === 'string' && Object.hasOwn(table, written) ? table[written] : null;
    if (!row) {
      const near = typeof written === 'string' ? closest(written, names) : null;
      return fault(
        name,
        reader,
        `there is no ${what} ${shown(name.node)}${near ? `: did you mean "${near}"?` : '; docs/lessons-tables.md lists them.'}`,
      );
    }
    const { args } = row;
    const value: Record<string, unknown> = { [key]: written };
    let whole = fieldsOf(place, reader, [key, ...Object.keys(args)]) !== null;
    for (const [arg, form] of Object.entries(args)) {
      const field = fields.get(arg);
      if (!field) {
        if (form.optional) continue;
        fault(place, reader, `"${written as string}" needs the field "${arg}".`);
        whole = false;
        continue;
      }
      const read = plain(form)(field, reader);
      if (read === undefined) whole = false;
      else value[arg] = read;
    }
    return whole ? value : undefined;
  };
}
