/**
 * Which data set: its name and a hash of its contents, `train-images-idx3-ubyte~3f9a2c1b`, since the files of many sets share
 * their names. Links and runs of earlier versions say the name alone.
 */

export const MNIST = 'MNIST';

/** Letters of a name that an id keeps: a link has room for 80. */
const MOST_NAME = 64;
const ID = /^(?<name>[^]*)~(?<hash>[0-9a-z]{8})$/;

export function dataId(name: string, hash: string): string {
  return `${name.slice(0, MOST_NAME)}~${hash}`;
}

function partsOf(id: string): { name: string; hash: string | null } {
  const { name = id, hash = null } = ID.exec(id)?.groups ?? {};
  return { name, hash };
}

/** What tells a set from others of its name, for people to compare; empty where nothing has to. */
export function contentsWords(id: string): string {
  const { hash } = partsOf(id);
  return hash === null ? '' : `Contents ${hash}`;
}

/** Whether two ids mean one set: by their contents where both say them, by name else. MNIST has no other name and no hash. */
export function sameData(a: string, b: string): boolean {
  const [one, other] = [partsOf(a), partsOf(b)];
  if (one.hash !== null && other.hash !== null) return one.hash === other.hash;
  return one.name === other.name && (a === b || one.name !== MNIST);
}

/** What a set is called in sentences; beside another one of the same name its contents are named too. */
export function dataWords(id: string, beside?: string): string {
  const { name, hash } = partsOf(id);
  const ambiguous = beside !== undefined && !sameData(id, beside) && partsOf(beside).name === name;
  return ambiguous && hash !== null ? `${name} (contents ${hash})` : name;
}
