import { Option, type Command } from 'commander';
import { formatFindings, reporters, type ReporterName } from '../../diagnostics/format/index.js';
import type { Findings, FormatOptions } from '../../diagnostics/format/reporter.js';
import { version } from '../../base/own-files.js';
import type { Stream, Terminal } from './terminal.js';

/** What every command takes. */
export interface CommonFlags {
  readonly reporter: ReporterName;
  readonly quiet?: true;
  readonly verbose?: true;
  readonly color?: boolean;
}

/** What commands take that can read the configured services. */
export interface ConfigFlags extends CommonFlags {
  readonly config?: string;
  readonly service?: readonly string[];
}

export const withCommon = (command: Command, description: string): Command =>
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

export const withConfig = (command: Command, description: string): Command =>
  withCommon(command, description)
    .option('--config <file>', 'the configuration, where it is not in the working folder')
    .option('--service <id...>', 'only these configured services');

/** Prints findings in the form asked for. */
export function tell(
  findings: Findings,
  flags: CommonFlags,
  sourceText: FormatOptions['sourceText'],
  stream: Stream,
  terminal: Terminal,
): void {
  const { quiet = false, verbose = false } = flags;
  const color = colorsOn(flags, stream, terminal);
  const options = { color, quiet, verbose, sourceText, version: version() };
  stream.write(formatFindings(findings, flags.reporter, options));
}

/** The flag decides, then the conventions of https://no-color.org and https://force-color.org, then the terminal. */
export function colorsOn({ color }: CommonFlags, stream: Stream, { environment }: Terminal): boolean {
  const { NO_COLOR = '', FORCE_COLOR = '' } = environment;
  return color ?? (NO_COLOR === '' && (FORCE_COLOR !== '' || stream.isTerminal));
}
