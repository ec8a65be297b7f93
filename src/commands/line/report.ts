import type { Command } from 'commander';
import { exitCodeOf } from '../../diagnostics/exit.js';
import { tell, withConfig, type ConfigFlags } from './common.js';
import type { Terminal } from './terminal.js';

export function addReport(program: Command, terminal: Terminal): void {
  const command = program.command('report').argument('[pages...]');
  withConfig(command, 'tell the authors of the pages what is wrong with them, in Markdown').action(
    (pages: readonly string[], flags: ConfigFlags) => runReport(pages, flags, terminal),
  );
}

/** The findings are the report; beside it only what kept pages from being read is told. */
async function runReport(pages: readonly string[], flags: ConfigFlags, terminal: Terminal): Promise<void> {
  const { reportPages } = await import('../report.js');
  const { config, service: services } = flags;
  const result = await reportPages({ folder: terminal.folder, pages, config, services });
  if (result.text !== undefined) terminal.out.write(result.text);
  const left = result.diagnostics.filter(({ suggestion }) => suggestion === undefined);
  tell({ diagnostics: left }, flags, result.sourceText, terminal.err, terminal);
  terminal.exitWith(exitCodeOf(left, false));
}
