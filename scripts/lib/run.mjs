import { spawn } from 'node:child_process';
import { root } from './root.mjs';

const running = new Set();

/**
 * Runs a program in the repository's root, without a shell, and waits for it. Its output goes to standard error, so
 * that a command's own standard output stays its own.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean, onOutput?: () => void }} [options] quiet: the output is collected,
 *   and shown only where the program fails; onOutput: called whenever the program prints something
 * @returns {Promise<number>} its exit code; 127 where it could not be started
 */
export function run(program, args, { env = {}, quiet = false, onOutput } = {}) {
  return new Promise((resolve) => {
    const piped = quiet || onOutput !== undefined;
    const child = spawn(program, args, {
      cwd: root,
      env: { ...process.env, ...env },
      stdio: ['ignore', piped ? 'pipe' : 2, piped ? 'pipe' : 2],
    });
    const output = [];
    const take = (chunk) => {
      onOutput?.();
      if (quiet) output.push(chunk);
      else process.stderr.write(chunk);
    };
    child.stdout?.on('data', take);
    child.stderr?.on('data', take);
    running.add(child);
    child.on('error', () => {
      running.delete(child);
      resolve(127);
    });
    child.on('close', (code) => {
      running.delete(child);
      if (code !== 0) process.stderr.write(Buffer.concat(output));
      resolve(code ?? 1);
    });
  });
}

/** Runs a Node program, with the Node that runs this. */
export const runNode = (script, args, options) => run(process.execPath, [script, ...args], options);

/** Ends whatever `run` still waits for, and resolves when it has ended. */
export async function stopRunning() {
  await Promise.all(
    [...running].map(
      (child) =>
        new Promise((resolve) => {
          child.once('close', resolve);
          child.kill('SIGTERM');
          // npm ignores SIGTERM while it unpacks: after a second it is killed.
          setTimeout(() => child.kill('SIGKILL'), 1_000).unref();
        }),
    ),
  );
}
