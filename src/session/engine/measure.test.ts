import { expect, it } from 'vitest';
import type { EngineRequest } from '../../engine/choose';
import type { Comparison } from '../../engine/measure';
import { createReferenceEngine } from '../../engine/reference/reference';
import { testSession, until } from '../session.test-data';

const CPU_WINS: Comparison = { cpu: 2000, webgpu: 1000, when: 0 };
const WEBGPU_WINS: Comparison = { cpu: 1000, webgpu: 2000, when: 0 };

/** A session on a page with both executors, which starts what was measured to be the faster. */
function measuredSession(choice: EngineRequest, found: Comparison) {
  const gate = {
    /** The state of the training data when the page was first asked to say when it is idle. */
    asked: '',
    measured: 0,
    idle: () => undefined as void,
    release: () => undefined as void,
  };
  let known = false;
  const session = testSession({
    choice,
    async startEngine(asked) {
      const best = known && found.cpu > found.webgpu ? 'cpu' : 'webgpu';
      const kind = asked === 'auto' ? best : asked;
      const engine = Object.assign(createReferenceEngine(), { kind });
      return { engine, reason: `for ${kind}`, unmeasured: asked === 'auto' && !known };
    },
    idle() {
      gate.asked ||= session.data.store.getState().train.status;
      return new Promise((resolve) => (gate.idle = resolve));
    },
    async measureEngines() {
      gate.measured++;
      await new Promise<void>((resolve) => (gate.release = resolve));
      known = true;
      return found;
    },
  });
  return { session, gate, engine: () => session.engine.store.getState() };
}

it('measures once the page is idle, and moves the network over to the faster one', async () => {
  const { session, gate, engine } = measuredSession('auto', CPU_WINS);
  await session.ready;
  await session.training.step();
  const { weights } = session.network.store.getState();
  expect([engine().kind, gate.measured]).toEqual(['webgpu', 0]);
  await until(() => gate.asked !== '');
  // Data that comes in would hold up what is measured.
  expect(gate.asked).toBe('ready');
  gate.idle();
  await until(() => engine().measuring);
  gate.release();
  await until(() => engine().kind === 'cpu');
  expect(engine()).toMatchObject({ reason: 'for cpu', choice: 'auto', comparison: CPU_WINS });
  expect(session.network.store.getState().weights).toEqual(weights);
  expect(session.training.store.getState().step).toBe(1);
  await session.dispose();
});

it('says what it measured where the faster one is at work already', async () => {
  const { session, gate, engine } = measuredSession('auto', WEBGPU_WINS);
  await session.ready;
  await until(() => gate.asked !== '');
  gate.idle();
  await until(() => engine().measuring);
  gate.release();
  await until(() => !engine().measuring);
  expect(engine().kind).toBe('webgpu');
  expect(engine().reason).toMatch(
    /^WebGPU trains 2,000 .* CPU engine 1,000 \(measured on 1 Jan 1970/,
  );
  await session.dispose();
});

it('never measures while it trains, and training waits until it has measured', async () => {
  const { session, gate, engine } = measuredSession('auto', CPU_WINS);
  const training = () => session.training.store.getState();
  await session.ready;
  await until(() => session.data.store.getState().train.set !== null);
  await session.training.configure({ epochs: 10_000 });
  void session.training.run();
  await until(() => training().status === 'running');
  gate.idle();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(gate.measured).toBe(0);
  await session.training.pause();
  await until(() => gate.measured === 1);
  const { step } = training();
  void session.training.run();
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(training().step).toBe(step);
  gate.release();
  await until(() => training().step > step);
  expect([engine().kind, gate.measured]).toEqual(['cpu', 1]);
  await session.dispose();
});

it('measures when asked, and stays with what was chosen', async () => {
  const { session, gate, engine } = measuredSession('cpu', WEBGPU_WINS);
  await session.ready;
  const asked = session.engine.measure();
  await until(() => engine().measuring);
  gate.release();
  await asked;
  expect(engine()).toMatchObject({ kind: 'cpu', reason: 'for cpu', comparison: WEBGPU_WINS });
  await session.dispose();
});
