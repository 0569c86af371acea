/** The tab that the page is in: a mark that outlasts loading it again, and is the tab's own. */

const NAME = 'mt-spike-tab';

/** @returns undefined where the browser keeps nothing for a tab */
export function tabVisit(): { tab: string; again: boolean } | undefined {
  try {
    const known = sessionStorage.getItem(NAME);
    if (known !== null) return { tab: known, again: true };
    const tab = crypto.getRandomValues(new Uint32Array(4)).join('-');
    sessionStorage.setItem(NAME, tab);
    return { tab, again: false };
  } catch {
    return undefined;
  }
}
