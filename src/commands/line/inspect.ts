import { InvalidArgumentError, Option, type Command } from 'commander';
import { exitCodeOf } from '../../diagnostics/exit.js';
import { inspectFormats, type InspectFormat } from '../../inspect/formats.js';
import { tell, withConfig, type ConfigFlags } from './common.js';
import type { Terminal } from './terminal.js';

interface InspectFlags extends ConfigFlags {
  readonly format: InspectFormat;
  readonly operation?: string;
  readonly shape?: string;
  readonly minCoverage?: number;
  readonly unread?: true;
  readonly inferred?: true;
}

export function addInspect(program: Command, terminal: Terminal): void {
  const format = new Option('--format <form>', 'the form of the model').choices(inspectFormats);
  const minCoverage = new Option('--min-coverage <percent>', 'fail where less of the lines were understood');
  const command = program.command('inspect').argument('[pages...]');
  withConfig(command, 'show what pages say, or the configured services')
    .addOption(format.default('table'))
    .option('--operation <name>', 'only this operation and what it needs')
    .option('--shape <name>', 'only this shape and what it holds')
    .addOption(minCoverage.argParser(toShare))
    .option('--unread', 'what was not understood, by its form, with what would teach it')
    .option('--inferred', 'every fact that no page states: what examples show, and what follows')
    .action((pages: readonly string[], flags: InspectFlags) => runInspect(pages, flags, terminal));
}

/** A share from 0 to 1 of a percentage. */
function toShare(text: string): number {
  const percent = Number(text.replace(/%$/u, ''));
  if (text !== '' && percent >= 0 && percent <= 100) return percent / 100;
  throw new InvalidArgumentError('Expected a percentage from 0 to 100.');
}

async function runInspect(pages: readonly string[], flags: InspectFlags, terminal: Terminal): Promise<void> {
  const { inspect } = await import('../inspect.js');
  const { config, service: services, format, operation, shape, minCoverage, unread, inferred } = flags;
  const selection = { format, operation, shape, minCoverage, unread, inferred };
  const result = await inspect({ folder: terminal.folder, pages, config, services, ...selection });
  if (result.text !== undefined) terminal.out.write(result.text);
  tell(result, flags, result.sourceText, terminal.err, terminal);
  terminal.exitWith(exitCodeOf(result.diagnostics, false));
}
