import { Option, type Command } from 'commander';
import { diffFormats, failLimits, type DiffFormat, type FailLimit } from '../../changes/format/formats.js';
import { exitCodeOf } from '../../diagnostics/exit.js';
import { reporters } from '../../diagnostics/format/index.js';
import type { DiffResult } from '../diff.js';
import { tell, withCommon, type CommonFlags } from './common.js';
import type { Terminal } from './terminal.js';

interface DiffFlags extends CommonFlags {
  readonly config?: string;
  readonly service?: string;
  readonly format?: DiffFormat;
  readonly failOn?: FailLimit;
  readonly changeset?: true;
}

export function addDiff(program: Command, terminal: Terminal): void {
  const command = program.command('diff').argument('<old>').argument('<new>');
  const format = new Option('--format <form>', 'the form of the changes').choices(diffFormats);
  const failOn = new Option('--fail-on <verdict>', 'fail where the verdict is this or more');
  const changeset = new Option('--changeset', 'print a file for changesets instead');
  withCommon(command, 'say what changed between two folders, models or ref:path of git, and whom it breaks')
    .option('--config <file>', 'the configuration, where it is not in the working folder')
    .option('--service <id>', 'the configured service that the pages are of')
    .addOption(format)
    .addOption(failOn.choices(failLimits))
    .addOption(changeset.conflicts(['format']))
    .action((old: string, now: string, flags: DiffFlags) => runDiff(old, now, flags, terminal));
}

/** Findings for machines take the place of the text, unless a form is asked for: then that is the data. */
async function runDiff(old: string, now: string, flags: DiffFlags, terminal: Terminal): Promise<void> {
  const { diff } = await import('../diff.js');
  const { config, service, format = 'text', failOn } = flags;
  const today = new Date().toISOString().slice(0, 10);
  const sides = { folder: terminal.folder, old, new: now };
  const result = await diff({ ...sides, format, failOn, config, service, today });
  const data = dataOf(result, flags);
  if (data !== undefined) terminal.out.write(data);
  if (!isMachine(flags) && !flags.quiet)
    terminal.err.write(result.notices.map((notice) => `${notice}\n`).join(''));
  const stream = isMachine(flags) && data === undefined ? terminal.out : terminal.err;
  tell({ diagnostics: toldOf(result, flags) }, flags, result.sourceText, stream, terminal);
  terminal.exitWith(exitCodeOf(result.diagnostics, false));
}

const isMachine = ({ reporter }: CommonFlags): boolean => reporters[reporter].machine;

function dataOf({ text, changeset }: DiffResult, flags: DiffFlags): string | undefined {
  if (flags.changeset) return changeset;
  return isMachine(flags) && flags.format === undefined ? undefined : text;
}

/** People see the changes in the text already. */
const toldOf = ({ diagnostics }: DiffResult, flags: DiffFlags): DiffResult['diagnostics'] =>
  isMachine(flags)
    ? diagnostics
    : diagnostics.filter(({ code }) => !/^(?:change-\w+|docs-corrected)$/u.test(code));
