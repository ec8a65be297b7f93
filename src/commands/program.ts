import { Command, CommanderError } from 'commander';
import { exitCodes, type ExitCode } from '../diagnostics/exit.js';
import { diagnose } from '../diagnostics/report.js';
import { version } from '../version.js';
import type { Terminal } from './terminal.js';

type AddCommand = (program: Command, terminal: Terminal) => void;

/** The commands, in the order in which they are listed; a new one is a file beside this one and an entry here. */
const commands: Readonly<Record<string, () => Promise<AddCommand>>> = {
  generate: async () => (await import('./generate.js')).addGenerate,
  inspect: async () => (await import('./inspect.js')).addInspect,
  diff: async () => (await import('./diff.js')).addDiff,
  report: async () => (await import('./report.js')).addReport,
  explain: async () => (await import('./explain.js')).addExplain,
  init: async () => (await import('./init.js')).addInit,
};

/** Only the command that is asked for is loaded, or all where none is, for help and for what to say of a wrong name. */
async function addCommands([name = '']: readonly string[], program: Command, terminal: Terminal) {
  const names = Object.hasOwn(commands, name) ? [name] : Object.keys(commands);
  for (const one of names) (await commands[one]?.())?.(program, terminal);
}

/** Runs the command line with these arguments; whatever goes wrong becomes a message and an exit code. */
export async function runProgram(args: readonly string[], terminal: Terminal): Promise<void> {
  const { out, err } = terminal;
  const program = new Command('docwright')
    .description('Turns API reference pages into a typed model and a TypeScript SDK.')
    .version(version())
    .showHelpAfterError('See docwright --help.')
    .configureOutput({ writeOut: (text) => out.write(text), writeErr: (text) => err.write(text) })
    .exitOverride();
  await addCommands(args, program, terminal);
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
