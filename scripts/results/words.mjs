/** Sentences that figures make: each says what was found, whatever that is. */

export const percent = (share) => `${(100 * share).toFixed(2)} %`;
export const whole = (value) => Math.round(value).toLocaleString('en');

/** "0.38 points" between two shares. */
const points = (difference) => `${Math.abs(100 * difference).toFixed(2)} points`;

/** Which of two rows answers better, by how much, and whether the seeds tell them apart. */
export function compare([firstName, first], [secondName, second]) {
  if (!first || !second) return undefined;
  const difference = first.accuracy.mean - second.accuracy.mean;
  const figures = `${firstName} answers ${percent(first.accuracy.mean)} of the test images rightly, ${secondName} ${percent(second.accuracy.mean)}`;
  if (Math.abs(difference) < 5e-5) return `${figures}: no difference.`;
  const verdict = `${points(difference)} ${difference > 0 ? 'more' : 'less'}`;
  const [better, worse] = difference > 0 ? [first, second] : [second, first];
  if (better.seeds.length < 2 || worse.seeds.length < 2) {
    return `${figures}: ${verdict}, from too few seeds to rule out chance.`;
  }
  return better.accuracy.least > worse.accuracy.most
    ? `${figures}: ${verdict}, and the worst seed of the better is above the best of the other.`
    : `${figures}: ${verdict}, but the seeds overlap.`;
}

/** What sparse spikes save. */
export function sparsity([name, row]) {
  if (!row) return undefined;
  const share = row.operations / row.macs;
  return `${name} decides after ${whole(row.operations)} synaptic operations an image, ${(100 * share).toFixed(0)} % of the ${whole(row.macs)} multiply-accumulates of the dense network.`;
}

/** What a smaller network costs against a larger one. */
export function reduction([smallName, small], [largeName, large]) {
  if (!small || !large) return undefined;
  const times = (large.weights / small.weights).toFixed(1);
  const difference = small.accuracy.mean - large.accuracy.mean;
  return `${smallName} has ${times} times fewer weights than ${largeName} and answers ${points(difference)} ${difference < 0 ? 'less' : 'more'}.`;
}

/** Whether all seeds reach an accuracy. */
export function reaches([name, row], goal) {
  if (!row) return undefined;
  const { mean, least } = row.accuracy;
  const single = row.seeds.length === 1;
  const seeds = single ? 'one seed' : `${row.seeds.length} seeds`;
  const goalText = `${Number((100 * goal).toFixed(2))} %`;
  if (mean < goal) return `${name} stays below ${goalText}: ${percent(mean)} (${seeds}).`;
  const every = least >= goal ? ' with every seed' : ' on average, though not with every seed';
  return `${name} reaches ${goalText}${single ? '' : every}: ${percent(mean)} (${seeds}).`;
}
