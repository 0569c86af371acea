import { expect, test } from 'vitest';
import { createThreadPool, type ThreadPort } from './thread-pool';
import { answerOrders, type ServeOrder, type ThreadAnswer } from './serve';

const module = {} as WebAssembly.Module;
const memory = {} as WebAssembly.Memory;

/** A thread that does `act` with what it is given. */
function port(
  act: (answered: (answer: ThreadAnswer) => void, fail: (why: string) => void) => void,
) {
  let listeners: Parameters<ThreadPort['listen']> | undefined;
  const orders: ServeOrder[] = [];
  const made: ThreadPort = {
    post(order) {
      orders.push(order);
      act(...listeners!);
    },
    listen: (...given) => void (listeners = given),
    end: () => undefined,
  };
  return { made, orders };
}

const ready = () => port((answered) => answered('ready'));

test('a pool is there when all its threads are', async () => {
  const threads = [ready(), ready()];
  const pool = createThreadPool(
    module,
    threads.map(({ made }) => made),
  );
  await pool.attach(memory, 64, [8, 16]);
  expect(threads.map(({ orders }) => orders)).toEqual([
    [{ module, memory, network: 64, thread: 1, scratch: 8 }],
    [{ module, memory, network: 64, thread: 2, scratch: 16 }],
  ]);
});

test.each<[string, ReturnType<typeof port>, RegExp]>([
  ['says why not', port((answered) => answered({ failure: 'out of memory' })), /out of memory/],
  ['ends', port((_, fail) => fail('it ended')), /it ended/],
  ['never answers', port(() => undefined), /did not start/],
])('a thread that %s fails the pool, at later times too', async (_, thread, why) => {
  const pool = createThreadPool(module, [ready().made, thread.made], 1);
  await expect(pool.attach(memory, 64, [8, 16])).rejects.toThrow(why);
  await expect(pool.attach(memory, 64, [8, 16])).rejects.toThrow(why);
});

test('what a thread cannot read, or serve, it answers', async () => {
  const answers: ThreadAnswer[] = [];
  const take = answerOrders((answer) => answers.push(answer));
  take(null);
  take({ module, memory, network: 0, thread: 1, scratch: 0 });
  await new Promise((resolve) => setTimeout(resolve));
  expect(answers[0]).toEqual({ failure: 'what it was given could not be read' });
  expect(answers[1]).toHaveProperty('failure');
});
