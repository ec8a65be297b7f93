import { stages } from '../../base/stopwatch.js';
import type { Progress } from '../generate.js';
import type { CommonFlags } from './common.js';
import type { Terminal } from './terminal.js';

/** A run that takes less than this, in milliseconds, is over before anybody wonders. */
const patience = 400;

/** Shows on one line of a terminal what a long run is doing. */
export interface ProgressLine {
  readonly show: (step: Progress) => void;
  /** Leaves no trace of it. */
  readonly erase: () => void;
}

/** Nothing is shown in logs, for machines, or where somebody asked for quiet. */
export function progressLine(flags: CommonFlags, { err, environment }: Terminal): ProgressLine {
  const { CI = '', TERM = '' } = environment;
  const wanted =
    err.isTerminal && !flags.quiet && flags.reporter === 'pretty' && CI === '' && TERM !== 'dumb';
  if (!wanted) return { show: () => undefined, erase: () => undefined };
  let began = performance.now();
  let shown = false;
  const show = (step: Progress) => {
    if (performance.now() - began < patience) return;
    shown = true;
    err.write(`\r\u{1b}[K${textOf(step)}`);
  };
  const erase = () => {
    if (shown) err.write('\r\u{1b}[K');
    shown = false;
    began = performance.now();
  };
  return { show, erase };
}

function textOf({ stage, service, number, services }: Progress): string {
  const counted = services > 1 ? `[${number}/${services}] ` : '';
  return `${counted}${service === undefined ? '' : `${service}: `}${stages[stage]} ...`;
}
