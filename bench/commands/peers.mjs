/** TensorFlow.js and jax-js in the same browser as our engines, interleaved, and the ratios that are to be reached. */
import { epochSeconds, MNIST, openPage } from '../lib/contender.mjs';
import { CONVOLUTION_GOALS, GOALS, judge } from '../lib/goals.mjs';
import { ensurePeers } from '../lib/install-peers.mjs';
import { count, counts, readOptions } from '../lib/options.mjs';
import { save } from '../lib/results.mjs';
import { OURS, PEERS, say, withBrowser } from '../lib/stage.mjs';
import { figure, figures, median, spread } from '../lib/statistics.mjs';
import { table } from '../lib/table.mjs';
import { secondsTo } from '../lib/to-accuracy.mjs';

/** Peers train a network of ReLUs (cross-entropy, Adam 1e-3, float32), we the spiking one of the same shape. */
const NETWORKS = {
  dense: { name: '784-128-10', convolutions: [], hidden: [128], result: 'peers' },
  convolutional: {
    name: '784-32c5s2-64c3s2-256-10',
    convolutions: [
      { channels: 32, kernel: 5, stride: 2 },
      { channels: 64, kernel: 3, stride: 2 },
    ],
    hidden: [256],
    result: 'peers-convolutions',
  },
};

/**
 * `images`: the slowest train on fewer by themselves, or a round would take many minutes; `convolved`: of the convolutional network.
 * `race`: takes part in the race to 97 %.
 */
const CONTENDERS = [
  { id: 'cpu-1', order: { kind: 'cpu', threads: 1 }, convolved: 6400, race: true },
  { id: 'cpu-2', order: { kind: 'cpu', threads: 2 }, isolated: true, convolved: 6400, race: true },
  { id: 'webgpu', order: { kind: 'webgpu' }, images: 12_800, convolved: 640, race: true },
  { id: 'tfjs-wasm', peer: 'tfjs', order: { backend: 'wasm' }, convolved: 1280, race: true },
  {
    id: 'tfjs-wasm-2',
    peer: 'tfjs',
    order: { backend: 'wasm', threads: 2 },
    isolated: true,
    convolved: 1280,
  },
  { id: 'tfjs-webgl', peer: 'tfjs', order: { backend: 'webgl' }, images: 12_800, convolved: 640 },
  { id: 'tfjs-webgpu', peer: 'tfjs', order: { backend: 'webgpu' }, images: 6400, convolved: 640 },
  { id: 'tfjs-cpu', peer: 'tfjs', order: { backend: 'cpu' }, images: 6400, convolved: 128 },
  { id: 'jax-wasm', peer: 'jax', order: { backend: 'wasm' }, convolved: 1280, race: true },
  {
    id: 'jax-wasm-threads',
    peer: 'jax',
    order: { backend: 'wasm' },
    isolated: true,
    convolved: 1280,
  },
  {
    id: 'jax-webgpu',
    peer: 'jax',
    order: { backend: 'webgpu' },
    images: 12_800,
    convolved: 640,
    race: true,
  },
];

const HELP = `npm run bench -- peers: a 784-128-10 of ReLUs in TensorFlow.js and jax-js, and our spiking one, in one browser
  --convolutions   784-32c5s2-64c3s2-256-10 in place of it, batch 64, without the race
  --images N       images trained on from new weights, by all; without it all 60,000, and fewer where a round would
                   take minutes (the table says how many). Times are scaled to 60,000
  --batch LIST     images a step (64,512)
  --rounds N       all contenders in turn, so many times (3)
  --only LIST      contenders whose name begins so: cpu,webgpu,tfjs,jax, or in full
                   (${CONTENDERS.map(({ id }) => id).join(', ')})
  --no-race        leave out the race to 97 % test accuracy
  --full           all 60,000 images for everybody`;

export async function main(args) {
  const options = readOptions(args, HELP, {
    images: { type: 'string' },
    batch: { type: 'string' },
    rounds: { type: 'string', default: '3' },
    only: { type: 'string' },
    convolutions: { type: 'boolean', default: false },
    'no-race': { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
  });
  const { quick, hardware } = options;
  const only = options.only?.split(',');
  const contenders = CONTENDERS.filter(
    ({ id }) => !only || only.some((name) => id.startsWith(name)),
  );
  const convolved = options.convolutions;
  const network = NETWORKS[convolved ? 'convolutional' : 'dense'];
  const { convolutions, hidden } = network;
  const spiking = convolved ? { convolutions } : {};
  const batches = counts(options.batch ?? (convolved ? '64' : '64,512'), 'batch');
  const rounds = quick ? 1 : count(options.rounds, 'rounds');
  const asked = quick ? 1280 : options.images && count(options.images, 'images');
  const imagesOf = ({ images, convolved: fewer }) =>
    asked ?? (options.full ? MNIST : ((convolved ? fewer : images) ?? MNIST));

  await ensurePeers();
  await withBrowser(
    { sites: [OURS, PEERS], hardware },
    async ({ browser, sites: [ours, peers] }) => {
      /** A page of its own each time: nobody finds another's memory, threads or queue in the way. */
      const open = async ({ peer, isolated = false, order }, batch) => {
        const page = await openPage(browser, (peer ? peers : ours).address(isolated));
        const label = await page.open(
          peer
            ? { ...order, peer, convolutions, hidden, batch, rate: 1e-3 }
            : { ...order, network: spiking, hidden, settings: { batch } },
        );
        return { page, label: isolated ? `${label}, isolated` : label };
      };

      const results = batches.flatMap((batch) =>
        contenders.map((contender) => ({
          ...contender,
          batch,
          images: imagesOf(contender),
          seconds: [],
          inference: [],
        })),
      );
      for (let round = 0; round < rounds; round++) {
        for (const result of results) {
          const { batch, images, peer } = result;
          try {
            const { page, label } = await open(result, batch);
            result.label = label;
            result.seconds.push(await epochSeconds(page, { images, batch, ours: !peer }));
            result.inference.push(median(await page.classify(quick ? 1 : 20)));
            await page.close();
            say(`${label}, batch ${batch}: ${result.seconds.at(-1).toFixed(2)} s an epoch`);
          } catch (error) {
            // A peer that does not run here leaves the others to run.
            if (!peer) throw error;
            result.failure = error.message.split('\n')[0];
            say(`${result.id}, batch ${batch}: ${result.failure}`);
          }
        }
      }
      const found = results
        .filter(({ seconds }) => seconds.length > 0)
        .map(({ seconds, inference, ...rest }) => ({
          ...rest,
          secondsAnEpoch: spread(seconds),
          millisecondsAnImage: spread(inference),
        }));

      const races = [];
      const racing = convolved || options['no-race'] ? [] : contenders.filter(({ race }) => race);
      for (const contender of racing) {
        const { page, label } = await open(contender, 64);
        const goal = quick ? 0.5 : 0.97;
        const race = await secondsTo(page, {
          goal,
          chunk: quick ? 1280 : 6400,
          most: quick ? 2 * 1280 : 10 * MNIST,
        });
        races.push({ id: contender.id, label, batch: 64, goal, ...race });
        await page.close();
        say(`${label}: ${figure(race.seconds)} s of training to ${100 * goal} %`);
      }

      const goals = judge(found, convolved ? CONVOLUTION_GOALS : GOALS);
      print({ network, contenders, batches, found, races, goals });
      save(network.result, {
        quick,
        browser,
        network: network.name,
        rounds,
        results: found,
        races,
        goals,
      });
    },
  );
}

function print({ network, contenders, batches, found, races, goals }) {
  const rows = contenders.map(({ id }) => {
    const mine = batches.map((batch) => found.find((f) => f.id === id && f.batch === batch));
    const any = mine.find(Boolean);
    const race = races.find((r) => r.id === id);
    return [
      any?.label ?? `${id} (did not run)`,
      ...mine.map((f) => (f ? figures(f.secondsAnEpoch) : '-')),
      any ? String(any.images) : '-',
      any ? figure(any.millisecondsAnImage.median) : '-',
      figure(race?.seconds),
    ];
  });
  const head = batches.map((batch) => `batch ${batch}, s an epoch`);
  console.log(
    table(
      [network.name, ...head, 'from images', 'one sample, ms', 's to 97 %, training alone'],
      rows,
    ),
  );
  if (goals.length === 0) return;
  const lines = goals.map(({ who, than, ratio, goal, reached }) => [
    `${who}, against ${than}`,
    `${figure(ratio)} x`,
    `${goal} x`,
    reached ? 'yes' : 'NO',
  ]);
  console.log(`\n${table(['batch 64: faster by', 'found', 'goal', 'reached'], lines)}`);
}
