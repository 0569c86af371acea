/** The models that lie beside the page. */
import { collect } from '../data/collect';
import { readModel, type ModelFile } from '../files/model-file';
import { takeModel } from './early';
import { readCards, type ModelCard } from '../files/shipped-models';

/** @param what as a sentence begins: "The trained model X" */
async function beside(answer: Promise<Response>, what: string): Promise<Response> {
  let response: Response;
  try {
    response = await answer;
  } catch (error) {
    throw broken(what, error);
  }
  // A server for one-page applications answers a missing file with the page itself.
  const page = response.headers.get('content-type')?.startsWith('text/html') ?? false;
  if (!response.ok || page) throw new Error(`${what} is missing on the server.`);
  return response;
}

const broken = (what: string, cause: unknown): Error =>
  new Error(`${what} could not be loaded because the connection failed.`, { cause });

/** @param progress share that has come, [0, 1] */
export async function loadShipped(
  name: string,
  progress: (share: number) => void = () => undefined,
): Promise<ModelFile> {
  const what = `The trained model ${name}`;
  const asked = takeModel(name);
  const response = await beside(asked.response, what);
  const total = Number(response.headers.get('content-length') ?? 0);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await (asked.bytes ??
      collect(response, total, (loaded, of) => {
        // Where the server compresses the file, more bytes come than its header announces.
        if (of > 0) progress(Math.min(1, loaded / of));
      }));
  } catch (error) {
    throw broken(what, error);
  }
  return readModel(bytes);
}

export async function listShipped(): Promise<ModelCard[]> {
  const response = await beside(
    fetch(new URL('models/index.json', document.baseURI)),
    'The list of models',
  );
  return readCards(await response.text());
}
