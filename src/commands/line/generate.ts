import { Option, type Command } from 'commander';
import { summaryOfChanges } from '../../changes/format/summary.js';
import { exitCodeOf } from '../../diagnostics/exit.js';
import { reporters } from '../../diagnostics/format/index.js';
import { counted, formatPlan } from '../../diagnostics/format/plan.js';
import type { GenerateOptions, GenerateResult } from '../generate.js';
import { colorsOn, tell, withConfig, type ConfigFlags } from './common.js';
import { progressLine, type ProgressLine } from './progress.js';
import { summaryOf, timesOf } from './summary.js';
import { userCachesOf, type Terminal } from './terminal.js';

interface GenerateFlags extends ConfigFlags {
  readonly check?: true;
  readonly dryRun?: true;
  readonly strict?: true;
  readonly force?: true;
  readonly watch?: true;
  readonly fix?: true;
  readonly changelog?: true;
  readonly changeset?: true;
  /** False with `--no-cache`. */
  readonly cache: boolean;
}

export function addGenerate(program: Command, terminal: Terminal): void {
  const watch = new Option('--watch', 'generate again whenever pages or configuration change');
  withConfig(program.command('generate'), 'write the packages of the configured services')
    .option('--check', 'compare with what is there and fail where it differs; write nothing')
    .option('--dry-run', 'show what would be written; write nothing')
    .addOption(watch.conflicts(['check', 'dryRun']))
    .option('--strict', 'fail on warnings')
    .option('--fix', 'mend the signature and the imports of your handlers, and nothing else')
    .option('--changelog', 'write what changed into the CHANGELOG.md of the package')
    .option('--changeset', 'write what changed into a file for changesets')
    .option('--no-cache', 'neither read nor keep results of earlier runs')
    .option(
      '--force',
      'overwrite files that somebody else wrote or edited, and make packages of pages hardly understood',
    )
    .action((flags: GenerateFlags) => runGenerate(flags, terminal));
}

async function runGenerate(flags: GenerateFlags, terminal: Terminal): Promise<void> {
  const mode: GenerateOptions['mode'] = flags.check ? 'check' : flags.dryRun ? 'plan' : 'write';
  const { config, service: services, force, fix, changelog, changeset, cache } = flags;
  const shown = progressLine(flags, terminal);
  const options = {
    ...{ folder: terminal.folder, config, services, force, fix, changelog, changeset, cache },
    userCaches: userCachesOf(terminal),
    progress: shown.show,
  };
  if (flags.watch) return await runWatch(options, flags, shown, terminal);
  const { generate } = await import('../generate.js');
  const result = await generate({ ...options, mode }).finally(shown.erase);
  tellResult(result, flags, mode, terminal);
  terminal.exitWith(exitCodeOf(result.diagnostics, flags.strict ?? result.strict));
}

/** Ends when it is interrupted, and that is no failure. */
async function runWatch(
  options: Omit<GenerateOptions, 'mode'>,
  flags: GenerateFlags,
  shown: ProgressLine,
  terminal: Terminal,
): Promise<void> {
  const signal = terminal.interrupted();
  const { watch } = await import('../watch.js');
  const told = (result: GenerateResult) => {
    shown.erase();
    tellResult(result, flags, 'write', terminal);
  };
  await watch({ ...options, signal }, told);
}

function tellResult(
  result: GenerateResult,
  flags: GenerateFlags,
  mode: GenerateOptions['mode'],
  terminal: Terminal,
): void {
  const machine = reporters[flags.reporter].machine;
  tell(result, flags, result.sourceText, machine ? terminal.out : terminal.err, terminal);
  if (machine) return;
  if (mode !== 'write') showPlan(result, flags, mode, terminal);
  if (flags.quiet === undefined) tellChanges(result, terminal);
  if (flags.quiet !== undefined) return;
  if (flags.verbose) terminal.err.write(timesOf(result));
  if (result.services.length > 0) terminal.err.write(`${summaryOf(result, mode)}\n`);
}

function tellChanges({ services }: GenerateResult, { err }: Terminal): void {
  for (const { id, changes } of services) if (changes) err.write(summaryOfChanges(id, changes));
}

/** The plan is what `--dry-run` is asked for; under `--check` some of it explains a failure. */
function showPlan(
  { files }: GenerateResult,
  flags: GenerateFlags,
  mode: 'check' | 'plan',
  terminal: Terminal,
): void {
  const { out, err } = terminal;
  if (mode === 'plan') return out.write(formatPlan(files, colorsOn(flags, out, terminal)));
  if (flags.quiet) return;
  const changed = files.filter(({ diff }) => diff !== undefined);
  const shown = flags.verbose ? changed : changed.slice(0, diffsShown);
  err.write(formatPlan(shown, colorsOn(flags, err, terminal)));
  const left = changed.length - shown.length;
  if (left > 0) err.write(`... and ${counted(left, 'file')} more; --verbose shows them all\n`);
}

/** How many files `--check` shows the changes of. */
const diffsShown = 5;
