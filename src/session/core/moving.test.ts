import { expect, it } from 'vitest';
import { createMoving } from './moving';

/** Work that is over when it is told so. */
function held() {
  let end!: () => void;
  const over = new Promise<void>((resolve) => {
    end = resolve;
  });
  return { work: () => over, end };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

it('replaces one thing after the other, and goes on after a failure', async () => {
  const { exclusive, isReplacing, settled } = createMoving();
  const order: string[] = [];
  const first = held();
  void exclusive(async () => {
    order.push('first');
    await first.work();
    order.push('first over');
  });
  const failing = exclusive(() => {
    order.push('second');
    return Promise.reject(new Error('It stays.'));
  });
  const third = exclusive(async () => order.push('third'));
  await turn();
  expect(order).toEqual(['first']);
  expect(isReplacing()).toBe(true);
  first.end();
  await expect(failing).rejects.toThrow('It stays.');
  await third;
  await settled();
  expect(order).toEqual(['first', 'first over', 'second', 'third']);
  expect(isReplacing()).toBe(false);
});

it('has no place while a network is under way, and another one afterwards', async () => {
  const { moving, place, moved } = createMoving();
  const before = place();
  expect(before).not.toBeNull();
  expect(place()).toBe(before);
  const [one, other] = [held(), held()];
  void moving(one.work);
  void moving(other.work);
  expect(place()).toBeNull();
  let over = false;
  const waiting = moved().then(() => (over = true));
  one.end();
  await turn();
  expect(place()).toBeNull();
  expect(over).toBe(false);
  other.end();
  await waiting;
  expect(place()).not.toBeNull();
  expect(place()).not.toBe(before);
});
