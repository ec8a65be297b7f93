import type { Command } from 'commander';
import { exitCodeOf } from '../../diagnostics/exit.js';
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
  if (result.written !== undefined && flags.quiet === undefined) {
    const services = result.services.join(', ');
    terminal.err.write(`Wrote ${result.written} for ${services}. Next: docwright generate\n`);
  }
  terminal.exitWith(exitCodeOf(result.diagnostics, false));
}
