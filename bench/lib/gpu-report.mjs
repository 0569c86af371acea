/** The GPU engine on the machine's own GPU, and the peers on the same adapter, in one run: everything there is to know of it, in one file. */
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../scripts/lib/stop.mjs';
import { openBrowser } from './browser.mjs';
import { epochSeconds, MNIST, openPage } from './contender.mjs';
import { EXACT, inNode, peersInNode, withGpuPage } from './gpu-hosts.mjs';
import { ensurePeers } from './install-peers.mjs';
import { save, warnIfBusy } from './results.mjs';
import { openSite } from './site.mjs';
import { PEERS, say } from './stage.mjs';
import { figure, median } from './statistics.mjs';
import { table } from './table.mjs';
import { secondsTo } from './to-accuracy.mjs';

/** What an epoch on a real GPU is to take at most, and the share of it that the GPU is to be at work. */
const GOALS = { seconds: 0.3, busy: 0.9 };

/** How Chromium is asked for the GPU, until it gives one: as it is; by way of Vulkan, which a machine without a display may need. */
const WAYS = [
  [],
  ['--use-angle=vulkan', '--enable-features=Vulkan', '--disable-vulkan-surface'],
  ['--ignore-gpu-blocklist', '--use-angle=vulkan', '--enable-features=Vulkan,VulkanFromANGLE'],
];

const PEERS_HERE = [
  { id: 'jax-webgpu', order: { peer: 'jax', backend: 'webgpu' } },
  { id: 'tfjs-webgpu', order: { peer: 'tfjs', backend: 'webgpu' } },
];

/** Seconds after which a browser that does not say which GPU it has is closed: a driver may hang. */
const LIMIT = 20;

/** Seconds that a peer's race to 97 % may be expected to take: about three epochs. */
const PATIENCE = 120;

/**
 * @param request for gpu-measure.ts, which says the network
 * @param {{ rehearse: boolean, node: boolean }} options `rehearse`: on SwiftShader, in the real GPUs' layout; `node`: in Node with Dawn
 */
export async function report(request, { rehearse, node }) {
  warnIfBusy();
  const asked = {
    ...request,
    measurement: 'whole',
    settings: { ...request.settings, epochs: 3 },
    ...(rehearse && { tuneFor: 'hardware', images: request.images ?? 6400 }),
  };
  if (node) {
    const { whole } = await inNode(asked);
    say(`ours: ${figure(median(whole.epochSeconds))} s an epoch`);
    await ensurePeers();
    const contender = await peersInNode();
    const open = async (order) => ({
      label: await contender.open(order),
      page: { ...contender, close: () => undefined },
    });
    const { peers, missing } = await measurePeers(open, asked);
    finish(rehearse, { whole, peers, missing, host: `Node ${process.version}, Dawn` });
    return;
  }
  const { browser, tried } = await browserWithGpu(rehearse);
  try {
    say(`${tried.label} in Chromium ${browser.version()}`);
    const { whole } = await withGpuPage(browser, (page) =>
      page.evaluate((all) => globalThis.measure(all), asked),
    );
    say(`ours: ${figure(median(whole.epochSeconds))} s an epoch`);
    const { peers, missing } = await peersInBrowser(browser, asked);
    finish(rehearse, { browser, whole, peers, missing, host: 'Chromium', flags: tried.flags });
  } finally {
    await browser.close();
  }
}

/** @throws UserError where Chromium gives none but a software adapter */
async function browserWithGpu(rehearse) {
  const seen = [];
  for (const flags of rehearse ? [[]] : WAYS) {
    const browser = await openBrowser({ hardware: !rehearse, flags: [...EXACT, ...flags] });
    const asking = withGpuPage(browser, (page) => page.evaluate(() => globalThis.findGpu()));
    const found = (await Promise.race([asking, sleep(1000 * LIMIT)]).catch(({ message }) => ({
      missing: message.split('\n')[0],
    }))) ?? { missing: `no answer within ${LIMIT} s` };
    asking.catch(() => undefined);
    if (!found.missing && found.software === rehearse)
      return { browser, tried: { label: found.label, flags } };
    seen.push(`${flags.join(' ') || 'as it is'}: ${found.missing ?? found.label}`);
    await browser.close();
  }
  throw new UserError(
    `Chromium gives WebGPU no real GPU here (${[...new Set(seen)].join('; ')}). ` +
      'With a driver for Vulkan, Metal or Direct3D "--hardware --node" measures without a browser ' +
      '(npm install --no-save webgpu@0.6.2 first); "--rehearse" does all of it on SwiftShader.',
  );
}

async function peersInBrowser(browser, asked) {
  await ensurePeers();
  const site = await openSite(PEERS);
  try {
    return await measurePeers(async (order) => {
      const page = await openPage(browser, site.address(false));
      return { page, label: await page.open(order) };
    }, asked);
  } finally {
    await site.close();
  }
}

/** @param openPeer opens a peer that has not trained, as a page does */
async function measurePeers(openPeer, { settings: { batch }, spec: { layers }, images }) {
  const missing = [];
  const peers = [];
  for (const { id, order } of PEERS_HERE) {
    try {
      const hidden = layers.slice(0, -1);
      const open = () => openPeer({ ...order, hidden, batch, rate: 1e-3 });
      const { page, label } = await open();
      const seconds = [];
      const first = { images: Math.min(images ?? MNIST, 6400), batch, ours: false };
      const estimate = await epochSeconds(page, first);
      // Whoever is fast is asked for whole epochs, three times.
      const whole = { images: images ?? MNIST, batch, ours: false };
      const fast = estimate < PATIENCE / 4;
      for (let n = 0; n < (fast ? 3 : 0); n++) seconds.push(await epochSeconds(page, whole));
      await page.close();
      const epoch = seconds.length > 0 ? median(seconds) : estimate;
      say(`${label}: ${figure(epoch)} s an epoch`);
      let race = null;
      if (3 * epoch <= PATIENCE) {
        const { page: racing } = await open();
        race = await secondsTo(racing, { goal: 0.97, chunk: 6400, most: 5 * MNIST });
        await racing.close();
      } else {
        missing.push(`${label}'s race to 97 %: an epoch takes it ${figure(epoch)} s`);
      }
      peers.push({ id, label, epochSeconds: seconds.length > 0 ? seconds : [estimate], race });
    } catch (error) {
      missing.push(`${id}: ${error.message.split('\n')[0]}`);
    }
  }
  return { peers, missing };
}

function finish(rehearse, { browser, whole, peers, missing, ...rest }) {
  const epoch = median(whole.epochSeconds);
  const shares = whole.watched.flatMap(({ busy }) => (busy === undefined ? [] : [busy]));
  const busy = shares.length > 0 ? median(shares) : null;
  if (busy === null) missing.push('how busy the GPU is: this adapter has no timestamp-query');
  const against = peers.map(({ id, epochSeconds: theirs, race }) => ({
    id,
    epoch: median(theirs) / epoch,
    race: race?.seconds && whole.race.seconds ? race.seconds / whole.race.seconds : null,
  }));
  const goals = [
    { what: 'seconds an epoch', found: epoch, goal: GOALS.seconds, reached: epoch < GOALS.seconds },
    {
      what: 'share of the time in kernels',
      found: busy,
      goal: GOALS.busy,
      reached: busy !== null && busy > GOALS.busy,
    },
  ];
  print({ whole, peers, against, goals, missing });
  save('gpu-hardware', {
    quick: rehearse,
    browser,
    ...rest,
    goals,
    against,
    missing,
    ours: whole,
    peers,
  });
}

function print({ whole, peers, against, goals, missing }) {
  const { adapter, layout, network, batch, kernels, watched, perStep } = whole;
  console.log(`${network}, batch ${batch}, on ${adapter.label}, laid out for ${layout}\n`);
  const ours = [
    'ours',
    whole.epochSeconds.map(figure).join(', '),
    figure(whole.race.seconds),
    '1',
    '1',
  ];
  const theirs = peers.map(({ label, epochSeconds: seconds, race }, n) => [
    label,
    seconds.map(figure).join(', '),
    figure(race?.seconds),
    figure(against[n].epoch),
    figure(against[n].race),
  ]);
  console.log(
    table(
      ['who', 's an epoch', 's of training to 97 %', 'x ours an epoch', 'x ours to 97 %'],
      [ours, ...theirs],
    ),
  );
  const stages = Object.keys(kernels.moments[0]);
  const totals = kernels.moments.map((times) => Object.values(times).reduce((a, b) => a + b, 0));
  console.log(
    `\n${table(
      [
        `kernel, by ${kernels.by}`,
        ...kernels.moments.flatMap((_, n) => [n === 0 ? 'at first, ms' : 'later, ms', 'share']),
      ],
      [...stages, 'a step'].map((stage) => [
        stage,
        ...kernels.moments.flatMap((times, n) => {
          const time = stage === 'a step' ? totals[n] : (times[stage] ?? 0);
          return [figure(time), `${((100 * time) / totals[n]).toFixed(0)} %`];
        }),
      ]),
    )}`,
  );
  console.log(
    `\n${table(
      ['watched epoch', 's', 'steps a submit', 'busy', 'idle, ms', 'longest', 'written, ms a step'],
      watched.map(({ seconds, steps, submits, writing, busy, idle }, n) => [
        String(n + 1),
        figure(seconds),
        figure(steps / submits),
        busy === undefined ? '-' : `${(100 * busy).toFixed(1)} %`,
        figure(idle?.total),
        figure(idle?.longest),
        figure(writing),
      ]),
    )}`,
  );
  console.log(
    `\n${table(
      ['calls and bytes', 'a step'],
      Object.entries(perStep).map(([call, n]) => [call, figure(n)]),
    )}\n`,
  );
  for (const { what, found, goal, reached } of goals)
    console.log(`${what}: ${figure(found)}, goal ${goal}: ${reached ? 'reached' : 'NOT reached'}`);
  for (const what of missing) console.log(`Missing: ${what}.`);
}
