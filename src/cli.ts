#!/usr/bin/env node
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import type { Diagnostic } from './diagnostics/diagnostic.js';
import { codes, explain } from './diagnostics/explain.js';
import { exitCodeOf, exitCodes, type ExitCode } from './diagnostics/exit.js';
import { formatFindings, reporters, type ReporterName } from './diagnostics/format/index.js';
import { countBySeverity } from './diagnostics/format/json.js';
import { counted, countFiles, formatPlan } from './diagnostics/format/plan.js';
import type { Findings, FormatOptions } from './diagnostics/format/reporter.js';
import { diagnose } from './diagnostics/report.js';
import type { GenerateOptions, GenerateResult } from './generate.js';
import { inspectFormats, type InspectFormat } from './inspect/formats.js';
import { version } from './version.js';

/** What every command takes. */
interface CommonOptions {
  readonly reporter: ReporterName;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color?: boolean;
}

interface GenerateFlags extends CommonOptions {
  readonly config?: string;
  readonly service?: readonly string[];
  readonly check?: true;
  readonly dryRun?: true;
  readonly strict?: true;
  readonly force?: true;
  readonly watch?: true;
}

interface ReportFlags extends CommonOptions {
  readonly config?: string;
  readonly service?: readonly string[];
}

interface InspectFlags extends CommonOptions {
  readonly config?: string;
  readonly service?: readonly string[];
  readonly format: InspectFormat;
  readonly operation?: string;
  readonly shape?: string;
  readonly minCoverage?: number;
}

function createProgram(): Command {
  const program = new Command('docwright')
    .description('Turns API reference pages into a typed model and a TypeScript SDK.')
    .version(version())
    .showHelpAfterError('See docwright --help.')
    .exitOverride();
  addGenerate(program);
  addInspect(program);
  addReport(program);
  withCommon(
    program.command('explain').argument('<code>'),
    'say what a finding means and how to go on',
  ).action((code: string) => explainCode(code));
  withCommon(
    program.command('init').argument('[pages...]'),
    'look at pages and write a configuration for them',
  ).action((pages: readonly string[], flags: CommonOptions) => runInit(pages, flags));
  return program;
}

function addGenerate(program: Command): void {
  withCommon(program.command('generate'), 'write the packages of the configured services')
    .option('--config <file>', 'the configuration, where it is not in the working folder')
    .option('--service <id...>', 'only these services')
    .option('--check', 'compare with what is there and fail where it differs; write nothing')
    .option('--dry-run', 'show what would be written; write nothing')
    .addOption(
      new Option('--watch', 'generate again whenever pages or configuration change').conflicts([
        'check',
        'dryRun',
      ]),
    )
    .option('--strict', 'fail on warnings')
    .option('--force', 'overwrite and delete files that somebody else wrote or edited')
    .action((flags: GenerateFlags) => runGenerate(flags));
}

function addInspect(program: Command): void {
  withCommon(
    program.command('inspect').argument('[pages...]'),
    'show what pages say, or the configured services',
  )
    .option('--config <file>', 'the configuration, where it is not in the working folder')
    .option('--service <id...>', 'only these configured services')
    .addOption(
      new Option('--format <form>', 'the form of the model').choices(inspectFormats).default('table'),
    )
    .option('--operation <name>', 'only this operation and what it needs')
    .option('--shape <name>', 'only this shape and what it holds')
    .addOption(
      new Option('--min-coverage <percent>', 'fail where less of the lines were understood').argParser(
        toShare,
      ),
    )
    .action((pages: readonly string[], flags: InspectFlags) => runInspect(pages, flags));
}

function addReport(program: Command): void {
  withCommon(
    program.command('report').argument('[pages...]'),
    'tell the authors of the pages what is wrong with them, in Markdown',
  )
    .option('--config <file>', 'the configuration, where it is not in the working folder')
    .option('--service <id...>', 'only these configured services')
    .action((pages: readonly string[], flags: ReportFlags) => runReport(pages, flags));
}

/** A share from 0 to 1 of a percentage. */
function toShare(text: string): number {
  const percent = Number(text.replace(/%$/u, ''));
  if (text !== '' && percent >= 0 && percent <= 100) return percent / 100;
  throw new InvalidArgumentError('Expected a percentage from 0 to 100.');
}

const withCommon = (command: Command, description: string): Command =>
  command
    .description(description)
    .addOption(
      new Option('--reporter <form>', 'the form of findings')
        .choices(Object.keys(reporters))
        .default('pretty'),
    )
    .option('--quiet', 'errors only')
    .option('--verbose', 'notes, causes and fixes too')
    .option('--color', 'colours, even where the output is no terminal')
    .option('--no-color', 'no colours');

async function runGenerate(flags: GenerateFlags): Promise<void> {
  const mode: GenerateOptions['mode'] = flags.check ? 'check' : flags.dryRun ? 'plan' : 'write';
  const { config, service: services, force } = flags;
  const options = { folder: process.cwd(), config, services, force };
  if (flags.watch) return await runWatch(options, flags);
  const { generate } = await import('./generate.js');
  const result = await generate({ ...options, mode });
  tellResult(result, flags, mode);
  process.exitCode = exitCodeOf(result.diagnostics, flags.strict ?? result.strict);
}

/** Ends on a signal, and that is no failure. */
async function runWatch(options: Omit<GenerateOptions, 'mode'>, flags: GenerateFlags): Promise<void> {
  const { watch } = await import('./watch.js');
  const ended = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => ended.abort());
  await watch({ ...options, signal: ended.signal }, (result) => tellResult(result, flags, 'write'));
}

function tellResult(result: GenerateResult, flags: GenerateFlags, mode: GenerateOptions['mode']): void {
  const machine = reporters[flags.reporter].machine;
  tell(result, flags, result.sourceText, machine ? process.stdout : process.stderr);
  if (machine) return;
  if (mode !== 'write') showPlan(result, flags, mode);
  if (flags.quiet === undefined && result.services.length > 0) {
    process.stderr.write(`${summaryOf(result, mode)}\n`);
  }
}

/** The plan is what `--dry-run` is asked for; under `--check` some of it explains a failure. */
function showPlan({ files }: GenerateResult, flags: GenerateFlags, mode: 'check' | 'plan'): void {
  if (mode === 'plan') process.stdout.write(formatPlan(files, colorsOn(flags, process.stdout)));
  else if (flags.quiet === undefined) {
    const changed = files.filter(({ diff }) => diff !== undefined);
    const shown = flags.verbose ? changed : changed.slice(0, diffsShown);
    process.stderr.write(formatPlan(shown, colorsOn(flags, process.stderr)));
    const left = changed.length - shown.length;
    if (left > 0) process.stderr.write(`... and ${counted(left, 'file')} more; --verbose shows them all\n`);
  }
}

/** How many files `--check` shows the changes of. */
const diffsShown = 5;

async function runInspect(pages: readonly string[], flags: InspectFlags): Promise<void> {
  const { inspect } = await import('./inspect.js');
  const { config, service: services, format, operation, shape, minCoverage } = flags;
  const selection = { format, operation, shape, minCoverage };
  const result = await inspect({ folder: process.cwd(), pages, config, services, ...selection });
  if (result.text !== undefined) process.stdout.write(result.text);
  tell(result, flags, result.sourceText, process.stderr);
  process.exitCode = exitCodeOf(result.diagnostics, false);
}

/** The findings are the report; beside it only what kept pages from being read is told. */
async function runReport(pages: readonly string[], flags: ReportFlags): Promise<void> {
  const { reportPages } = await import('./inspect.js');
  const { config, service: services } = flags;
  const result = await reportPages({ folder: process.cwd(), pages, config, services });
  if (result.text !== undefined) process.stdout.write(result.text);
  const left = result.diagnostics.filter(({ suggestion }) => suggestion === undefined);
  tell({ diagnostics: left }, flags, result.sourceText, process.stderr);
  process.exitCode = exitCodeOf(left, false);
}

async function runInit(pages: readonly string[], flags: CommonOptions): Promise<void> {
  const { init } = await import('./init.js');
  const result = await init({ folder: process.cwd(), pages: pages.length > 0 ? pages : ['.'] });
  tell(result, flags, result.sourceText, process.stderr);
  if (result.written !== undefined && flags.quiet === undefined) {
    const services = result.services.join(', ');
    process.stderr.write(`Wrote ${result.written} for ${services}. Next: docwright generate\n`);
  }
  process.exitCode = exitCodeOf(result.diagnostics, false);
}

function explainCode(code: string): void {
  const explanation = explain(code);
  if (!explanation) throw new CommanderError(exitCodes.usage, 'docwright.code', unknownCode(code));
  const { title, severity, cause, fix } = explanation;
  process.stdout.write(`${explanation.code} (${severity}): ${title}\n\nCause: ${cause}\nFix: ${fix}\n`);
}

const unknownCode = (code: string): string =>
  `error: no finding has the code '${code}'. The codes are:\n${codes().join('\n')}`;

/** Prints findings in the form asked for. */
function tell(
  findings: Findings,
  flags: CommonOptions,
  sourceText: FormatOptions['sourceText'],
  stream: NodeJS.WriteStream,
): void {
  const { quiet = false, verbose = false } = flags;
  const color = colorsOn(flags, stream);
  stream.write(
    formatFindings(findings, flags.reporter, { color, quiet, verbose, sourceText, version: version() }),
  );
}

/** The flag decides, then the conventions of https://no-color.org and https://force-color.org, then the terminal. */
function colorsOn({ color }: CommonOptions, stream: NodeJS.WriteStream): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '' } = process.env;
  return color ?? (NO_COLOR === '' && (FORCE_COLOR !== '' || stream.isTTY));
}

function summaryOf(result: GenerateResult, mode: GenerateOptions['mode']): string {
  const { services, files, diagnostics, milliseconds } = result;
  const operations = services.reduce((sum, one) => sum + one.operations, 0);
  const shapes = services.reduce((sum, one) => sum + one.shapes, 0);
  const made = [
    counted(services.length, 'service'),
    counted(operations, 'operation'),
    counted(shapes, 'shape'),
    countFiles(files, mode === 'write'),
    ...findingsOf(diagnostics),
  ];
  return `${made.join(', ')} in ${(milliseconds / 1000).toFixed(1)} s`;
}

function findingsOf(diagnostics: readonly Diagnostic[]): readonly string[] {
  const { error, warning, note } = countBySeverity(diagnostics);
  const counts = [counted(error, 'error'), counted(warning, 'warning'), counted(note, 'note')];
  return counts.filter((text) => !text.startsWith('0 '));
}

/** The exit code of what went wrong outside the commands themselves. */
function failureOf(error: unknown): ExitCode {
  if (error instanceof CommanderError) {
    if (error.code === 'docwright.code') process.stderr.write(`${error.message}\n`);
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.usage;
  }
  const problem = error instanceof Error ? error.message : String(error);
  const { message } = diagnose('internal-error', { problem });
  const stack = error instanceof Error && process.argv.includes('--verbose') ? `${error.stack}\n` : '';
  process.stderr.write(`error internal-error\n  ${message}\n${stack}`);
  return exitCodes.internal;
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough, such as `head`, closes the pipe.
  if (error.code !== 'EPIPE') throw error;
});

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = failureOf(error);
}
