/** What must not happen on the page, whatever is done to it. */

/** Milliseconds without an answer after which the page is taken to be frozen. */
const FROZEN = 15_000;

/** Refused requests are told by the page itself, in its own words. */
const EXPECTED = /Failed to load resource/;

/** Notes down every error that the page lets through; `take` gives those since it was last asked. */
export function watch(page) {
  let errors = [];
  page.on('pageerror', (error) => errors.push(`error nobody caught: ${error.message}`));
  page.on('crash', () => errors.push('the page crashed'));
  page.on('console', (message) => {
    const text = message.text();
    if (message.type() === 'error' && !EXPECTED.test(text))
      errors.push(`console: ${text.slice(0, 300)}`);
  });
  return {
    take() {
      const taken = errors;
      errors = [];
      return taken;
    },
  };
}

/** In the page: what is wrong with what is seen. */
function wrong() {
  const text = document.body.innerText.trim();
  if (text.length < 20 || document.querySelector('#root > .opening')) return 'the page is blank';
  const said = /[^.]*stopped working[^.]*\./.exec(text);
  if (said) return `a part broke: ${said[0].trim()}`;
  return /\bNaN\b|\bundefined\b|\[object /.exec(text)?.[0].replace(/^/, 'the page shows ') ?? null;
}

/** A sentence on what is wrong with the page now, or null. */
export async function trouble(page) {
  let timer;
  const frozen = new Promise((resolve) => {
    timer = setTimeout(() => resolve('the page is frozen'), FROZEN);
  });
  const answer = page.evaluate(wrong).catch((error) => {
    // A link or a reload has just taken the page away.
    if (/context was destroyed|navigation/i.test(error.message)) return null;
    throw error;
  });
  const says = await Promise.race([frozen, answer]);
  clearTimeout(timer);
  return says;
}
