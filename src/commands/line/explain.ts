import type { Command } from 'commander';
import { exitCodes } from '../../diagnostics/exit.js';
import { codes, explain } from '../../diagnostics/explain.js';
import { withCommon } from './common.js';
import type { Terminal } from './terminal.js';

export function addExplain(program: Command, terminal: Terminal): void {
  const command = program.command('explain').argument('<code>');
  withCommon(command, 'say what a finding means and how to go on').action((code: string) =>
    explainCode(code, terminal),
  );
}

function explainCode(code: string, { out, err, exitWith }: Terminal): void {
  const explanation = explain(code);
  if (!explanation) {
    err.write(`error: no finding has the code '${code}'. The codes are:\n${codes().join('\n')}\n`);
    return exitWith(exitCodes.usage);
  }
  const { title, severity, cause, fix } = explanation;
  out.write(`${code} (${severity}): ${title}\n\nCause: ${cause}\nFix: ${fix}\n`);
}
