import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** The options of node under which no engine but the reference engines can be loaded. */
export const withoutFastEngines = ['--import', new URL('without-fast-engines.js', import.meta.url).href];

/** The command line as it is built. */
export const docwright = fileURLToPath(new URL('../bundle/cli.js', import.meta.url));

const tellUsage = fileURLToPath(new URL('tell-usage.cjs', import.meta.url));

/**
 * Nothing measured here goes to the network, and certificates that a machine adds for that are read by node before it
 * begins: twice as long as all else that it does until then.
 */
const { NODE_EXTRA_CA_CERTS: _unused, ...env } = process.env;

/**
 * Runs node on its own and waits for its end.
 * @returns {Promise<{ms: number, cpuMs: number, peakMb: number}>} wall time, CPU time, and the most memory at one time
 */
export function runNode(args, cwd) {
  return new Promise((done, fail) => {
    const start = performance.now();
    const stdio = ['ignore', 'ignore', 'pipe', 'pipe'];
    const child = spawn(process.execPath, ['--require', tellUsage, ...args], { cwd, env, stdio });
    let said = '';
    let usage = '';
    child.stderr.on('data', (data) => (said += data));
    child.stdio[3].on('data', (data) => (usage += data));
    child.on('error', fail);
    child.on('close', (code) => {
      const ms = performance.now() - start;
      if (code !== 0) return fail(new Error(`${args.join(' ')} ended with ${code}: ${said}`));
      const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(usage);
      done({ ms, cpuMs: (userCPUTime + systemCPUTime) / 1000, peakMb: maxRSS / 1024 });
    });
  });
}

/**
 * Runs each contender once a round, after one round that does not count, so that the moods of the machine hit all alike.
 * @param {Record<string, () => Promise<{ms: number}>>} contenders
 */
export async function measureProcesses(contenders, rounds) {
  const runs = Object.fromEntries(Object.keys(contenders).map((name) => [name, []]));
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of Object.entries(contenders)) {
      const result = await run();
      if (round >= 0) runs[name].push(result);
    }
  }
  return runs;
}
