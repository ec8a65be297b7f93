import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

const tsx = 'node_modules/tsx/dist/cli.mjs';

const start = (script: string, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [tsx, `examples/${script}`], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });

/** A server of an example, at a port of its own. */
export interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

export async function serve(script: string): Promise<RunningServer> {
  const server = start(script, { PORT: '0' });
  const stop = async (): Promise<void> => {
    server.kill();
    await once(server, 'exit');
  };
  for await (const line of createInterface({ input: server.stdout! })) {
    return { url: line.replace('Listening on ', ''), stop };
  }
  throw new Error(`${script} does not listen: ${await text(server.stderr!)}`);
}

/** What a script prints, line by line, and what it complains of. */
export async function run(
  script: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly lines: string[]; readonly errors: string }> {
  const child = start(script, env);
  const [output, errors] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  return { lines: output.trimEnd().split('\n'), errors };
}
