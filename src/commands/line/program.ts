import { Command, CommanderError } from 'commander';
import { exitCodes, type ExitCode } from '../../diagnostics/exit.js';
import { diagnose } from '../../diagnostics/report.js';
import { version } from '../../base/own-files.js';
import { addDiff } from './diff.js';
import { addExplain } from './explain.js';
import { addGenerate } from './generate.js';
import { addInit } from './init.js';
import { addInspect } from './inspect.js';
import { addReport } from './report.js';
import type { Terminal } from './terminal.js';

type AddCommand = (program: Command, terminal: Terminal) => void;

/**
 * The commands, in the order in which they are listed; a new one is a file beside this one and an entry here. Each loads
 * what it does when it is called.
 */
const commands: readonly AddCommand[] = [addGenerate, addInspect, addDiff, addReport, addExplain, addInit];

/** Runs the command line with these arguments; whatever goes wrong becomes a message and an exit code. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<void> {
  const { out, err } = terminal;
  const program = new Command('docwright')
    .description('Turns API reference pages into a typed model and a TypeScript SDK.')
    .version(version())
    .showHelpAfterError('See docwright --help.')
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) })
    .exitOverride();
  for (const add of commands) add(program, terminal);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    terminal.exitWith(failureOf(error, args.includes('--verbose'), terminal));
  }
}

/** Commander has said what is wrong with the command line; the rest is a fault. */
function failureOf(error: unknown, verbose: boolean, { err }: Terminal): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  const problem = error instanceof Error ? error.message : String(error);
  const { message } = diagnose('internal-error', { problem });
  const stack = verbose && error instanceof Error ? `${error.stack}\n` : '';
  err.write(`error internal-error\n  ${message}\n${stack}`);
  return exitCodes.internal;
}
