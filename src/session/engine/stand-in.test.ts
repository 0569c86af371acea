import { describe, expect, it } from 'vitest';
import { EngineError, type Engine, type Network } from '../../engine/engine';
import { createReferenceEngine } from '../../engine/reference/reference';
import { parseNetwork } from '../../model/validate';
import type { EngineRequest } from '../../engine/choose';
import { testSession, until } from '../session.test-data';

const CONVOLUTIONS = parseNetwork({
  input: { width: 8, height: 8 },
  convolutions: [{ channels: 2, kernel: 3, stride: 2 }],
  layers: [3],
});

/** An engine that calls itself WebGPU and knows no convolutions. */
function denseOnly(): Engine {
  const engine = createReferenceEngine();
  const setNetwork = engine.setNetwork.bind(engine);
  return Object.assign(engine, {
    kind: 'webgpu',
    label: 'WebGPU - test',
    setNetwork: async (network: Network) => {
      if (network.spec.convolutions)
        throw new EngineError('The WebGPU engine does not know 2c3s2 yet: choose the CPU engine.');
      await setNetwork(network);
    },
  });
}

const startEngine = (choice: EngineRequest) =>
  Promise.resolve(
    choice === 'cpu'
      ? { engine: createReferenceEngine(), reason: 'the CPU' }
      : { engine: denseOnly(), reason: 'a graphics processor' },
  );

describe.each(['webgpu', 'auto'] as const)('a network that WebGPU does not know (%s)', (choice) => {
  it('goes to the CPU engine with a sentence why, and back with one that it knows', async () => {
    const session = testSession({ choice, startEngine });
    await session.ready;
    const dense = session.network.store.getState().spec;
    const engine = () => session.engine.store.getState();
    expect(engine()).toMatchObject({ kind: 'webgpu', choice });
    await session.network.change(CONVOLUTIONS);
    expect(session.network.store.getState().spec).toEqual(CONVOLUTIONS);
    expect(engine()).toMatchObject({ status: 'ready', kind: 'reference', choice });
    expect(engine().reason).toMatch(
      /^The WebGPU engine .*2c3s2.*, so the CPU engine is at work\.$/,
    );
    // An error stays until it is dismissed: this person asked for WebGPU.
    expect(session.messages.store.getState().messages).toContainEqual(
      expect.objectContaining({
        kind: choice === 'webgpu' ? 'error' : 'note',
        text: engine().reason,
      }),
    );
    await session.training.step();
    expect(session.training.store.getState().step).toBe(1);
    await session.network.change(dense);
    expect(engine()).toMatchObject({ kind: 'webgpu', reason: 'a graphics processor', choice });
    await session.dispose();
  });

  it('stays where it works when WebGPU is chosen later', async () => {
    const session = testSession({ choice: 'cpu', startEngine });
    await session.ready;
    await session.network.change(CONVOLUTIONS);
    await session.engine.choose(choice);
    expect(session.engine.store.getState().kind).toBe('reference');
    await session.training.step();
    expect(session.training.store.getState().step).toBe(1);
    await session.dispose();
  });
});

it('does not call asked for what stands in', async () => {
  const asked = 'The CPU engine is at work as asked.';
  const refuses = (choice: EngineRequest) =>
    choice === 'cpu'
      ? Promise.resolve({ engine: createReferenceEngine(), reason: asked })
      : Promise.reject(
          new EngineError(
            'WebGPU was asked for, but this browser has none: choose the CPU engine, or take a browser with WebGPU.',
          ),
        );
  const session = testSession({ choice: 'webgpu', startEngine: refuses });
  await session.ready;
  const engine = () => session.engine.store.getState();
  expect(engine()).toMatchObject({
    status: 'ready',
    reason: 'WebGPU was asked for, but this browser has none, so the CPU engine is at work.',
  });
  await session.engine.choose('cpu');
  expect(engine().reason).toBe(asked);
  await session.dispose();
});

it('says why another engine goes on where one is lost', async () => {
  const gone = denseOnly();
  let lost = false;
  const startEngine = (choice: EngineRequest) => {
    if (choice === 'cpu')
      return Promise.resolve({ engine: createReferenceEngine(), reason: 'as asked' });
    return lost
      ? Promise.reject(new EngineError('No GPU.'))
      : Promise.resolve({ engine: gone, reason: 'a graphics processor' });
  };
  const session = testSession({ choice: 'webgpu', startEngine });
  await session.ready;
  lost = true;
  gone.onLost!('The GPU was lost.');
  await until(() => session.engine.store.getState().kind === 'reference');
  expect(session.engine.store.getState().reason).toBe(
    'The GPU was lost, so the CPU engine is at work.',
  );
  await session.dispose();
});
