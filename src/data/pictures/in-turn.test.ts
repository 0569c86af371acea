import { expect, test } from 'vitest';
import { createQueue } from './in-turn';

test.each([1, 2])(
  '%i pieces of work are under way at a time, in order, whatever fails',
  async (lanes) => {
    const inTurn = createQueue(lanes);
    let alive = 0;
    let most = 0;
    const order: number[] = [];
    const work = (n: number) =>
      inTurn(async () => {
        most = Math.max(most, ++alive);
        await Promise.resolve();
        order.push(n);
        alive--;
        if (n === 2) throw new Error('damaged');
        return n;
      });
    const done = await Promise.allSettled([0, 1, 2, 3, 4].map(work));
    expect(done.map(({ status }) => status === 'fulfilled')).toEqual([
      true,
      true,
      false,
      true,
      true,
    ]);
    expect(order).toEqual([0, 1, 2, 3, 4]);
    expect([most, alive]).toEqual([lanes, 0]);
  },
);
