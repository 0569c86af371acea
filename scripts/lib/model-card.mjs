import { headerOf } from './safetensors.mjs';

/** "latency, k = 1"; "phase, k = 4, s = 2"; what is not the default is added. */
function codingName({ coding = {}, response }) {
  const { kernel = 1, stride = kernel, train = 'latency' } = coding;
  return [
    train,
    `k = ${kernel}`,
    ...(stride === kernel ? [] : [`s = ${stride}`]),
    ...(response === 'exponential' ? ['exponential'] : []),
  ].join(', ');
}

function dataName({ points, images }) {
  if (points) return points;
  return images ? 'other data' : 'MNIST';
}

/**
 * The card of a model, in the words of src/files/shipped-models.ts.
 * @param given the options of publish-model
 * @param bytes the file as it is shipped
 * @param result what `mtspike evaluate` says of it
 */
export function card(given, bytes, result) {
  const { header } = headerOf(bytes);
  const { __metadata__: metadata, ...tensors } = header;
  const sizes = Object.values(tensors).map(({ shape }) => shape.reduce((a, b) => a * b, 1));
  return {
    name: given.name,
    title: given.title,
    description: given.description,
    network: result.network,
    coding: codingName(JSON.parse(metadata.network)),
    data: given.data ?? dataName(given),
    ...(given.points && { points: given.points }),
    test_accuracy: result.accuracy,
    test_images: result.images,
    weights: sizes.reduce((a, b) => a + b, 0),
    bytes: bytes.length,
    command: given.command,
    seed: Number(given.seed),
    ...(given.note && { note: given.note }),
  };
}

/** The list with a card in the place of the one of its name, the smallest model first. */
export function withCard(cards, card) {
  return [...cards.filter(({ name }) => name !== card.name), card].toSorted(
    (a, b) => a.weights - b.weights,
  );
}
