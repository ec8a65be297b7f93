#!/usr/bin/env node
import { runProgram } from './commands/line/program.js';
import type { Stream, Terminal } from './commands/line/terminal.js';

const streamOf = (stream: NodeJS.WriteStream): Stream => ({
  isTerminal: stream.isTTY,
  write: (text) => void stream.write(text),
});

const terminal: Terminal = {
  folder: process.cwd(),
  platform: process.platform,
  environment: process.env,
  out: streamOf(process.stdout),
  err: streamOf(process.stderr),
  interrupted: () => {
    const ended = new AbortController();
    for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ended.abort());
    return ended.signal;
  },
  // The process ends by itself once everything is written; `process.exit` would cut off a pipe.
  exitWith: (code) => (process.exitCode = code),
};

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, closes the pipe.
  if (error.code !== 'EPIPE') throw error;
});

await runProgram(process.argv.slice(2), terminal);
