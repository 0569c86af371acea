import { existsSync, readFileSync } from 'node:fs';
import { run } from './run.mjs';

/** Debian as root: its packages bring along the libraries they need. */
export function isDebianAsRoot() {
  const release = '/etc/os-release';
  return (
    process.getuid?.() === 0 &&
    existsSync(release) &&
    /^ID=debian$/m.test(readFileSync(release, 'utf8'))
  );
}

/** Installs packages; what goes wrong is printed, and shows itself where they are looked for. */
export async function installDebian(...packages) {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], { env, quiet: true });
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env,
    quiet: true,
  });
}
