/** Files as a page names them. */
import { blobSource, type ByteSource } from '../data/byte-source';
import { said } from '../model/said';

/** An address, relative ones to the page; or a file that is there already. */
export type Source = string | URL | Blob;

/**
 * @param what the file is called in sentences
 * @throws Error with one sentence where it does not come
 */
export async function openSource(source: Source, what: string): Promise<ByteSource> {
  if (source instanceof Blob) return blobSource(source);
  const name = said(String(source));
  const response = await fetch(source).catch((cause: unknown) => {
    throw new Error(
      `${what} ${name} could not be loaded: check its address, the connection, and that its server lets this page read it.`,
      { cause },
    );
  });
  if (!response.ok)
    throw new Error(`${what} ${name} could not be loaded: its server answered ${response.status}.`);
  return blobSource(await response.blob());
}
