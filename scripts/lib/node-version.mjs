// Imported before anything else, so that an old Node says what is wrong instead of failing on some newer feature.

/**
 * A sentence that says why this Node will not do, or undefined where it will.
 * The range is the `engines` of package.json: 20.19 and newer, or 22.12 and newer.
 *
 * @param {string} version such as '20.19.0'
 * @returns {string | undefined}
 */
export function nodeVersionProblem(version) {
  const [major, minor] = version.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19)) {
    return undefined;
  }
  return `This is Node ${version}, and the playground needs Node 20.19, or 22.12 or newer: install one from https://nodejs.org and run this again.`;
}

const problem = nodeVersionProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exit(1);
}
