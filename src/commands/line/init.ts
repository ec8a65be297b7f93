import type { Command } from 'commander';
import { exitCodeOf } from '../../diagnostics/exit.js';
import { counted } from '../../diagnostics/format/plan.js';
import type { InitResult } from '../init.js';
import { tell, withCommon, type CommonFlags } from './common.js';
import type { Terminal } from './terminal.js';

export function addInit(program: Command, terminal: Terminal): void {
  const command = program.command('init').argument('[pages...]');
  withCommon(command, 'look at pages and write a configuration for them').action(
    (pages: readonly string[], flags: CommonFlags) => runInit(pages, flags, terminal),
  );
}

async function runInit(pages: readonly string[], flags: CommonFlags, terminal: Terminal): Promise<void> {
  const { init } = await import('../init.js');
  const result = await init({ folder: terminal.folder, pages: pages.length > 0 ? pages : ['.'] });
  tell(result, flags, result.sourceText, terminal.err, terminal);
  if (flags.quiet === undefined) terminal.err.write(summaryOfInit(result));
  terminal.exitWith(exitCodeOf(result.diagnostics, false));
}

/** What was found, how much of it was understood, and what to look at. */
function summaryOfInit({ written, services, coverage, reading }: InitResult): string {
  if (written === undefined) return '';
  const found = services.map(({ id, operations, shapes, inferred }) =>
    [
      `${id}: ${counted(operations, 'operation')}`,
      counted(shapes, 'shape'),
      ...(inferred > 0 ? [`${counted(inferred, 'fact')} not stated`] : []),
    ].join(', '),
  );
  const { reached, before } = coverage;
  const proposed = reading
    ? [
        `Its "reading" is a proposal, with which ${percent(reached)} of the lines are understood, not ${percent(before)}: look at it.`,
      ]
    : reached < 0.8
      ? [`${percent(reached)} of the lines are understood: docwright inspect --unread shows the others.`]
      : [];
  const lines = [`Wrote ${written} for ${found.join('; ')}.`, ...proposed, 'Next: docwright generate'];
  return `${lines.join('\n')}\n`;
}

const percent = (ratio: number): string => `${Math.floor(ratio * 100)}%`;
