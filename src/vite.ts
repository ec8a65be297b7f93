import type { Plugin, ResolvedConfig, ViteDevServer } from 'vite';
import { exitCodeOf } from './diagnostics/exit.js';
import { formatFindings } from './diagnostics/format/index.js';
import type { GenerateResult } from './commands/generate.js';
import { version } from './base/own-files.js';

export interface DocwrightOptions {
  /** The configuration's path, where it is not the one in Vite's root. */
  readonly config?: string;
  /** The services to generate, by id; all where absent. */
  readonly services?: readonly string[];
  /** Warnings fail the build, as `--strict` does. */
  readonly strict?: boolean;
}

/** What a result says to people, without colours; empty where nothing was found. */
const findingsOf = ({ diagnostics, sourceText }: GenerateResult): string =>
  formatFindings({ diagnostics }, 'pretty', {
    color: false,
    verbose: false,
    quiet: false,
    sourceText,
    version: version(),
  }).trim();

const fails = (result: GenerateResult, { strict }: DocwrightOptions): boolean =>
  exitCodeOf(result.diagnostics, strict ?? result.strict) !== 0;

/**
 * A plugin for Vite: generates before a build, which findings fail as they fail `docwright generate`; while Vite serves,
 * generates again whenever pages, handlers, templates or the configuration change, and shows findings in the browser.
 */
export function docwright(options: DocwrightOptions = {}): Plugin {
  let resolved: ResolvedConfig | undefined;
  let server: ViteDevServer | undefined;
  const ended = new AbortController();
  const tell = (result: GenerateResult): void => {
    const text = findingsOf(result);
    if (text === '' || !resolved) return;
    const failed = fails(result, options);
    resolved.logger[failed ? 'error' : 'warn'](text);
    if (failed) server?.ws.send({ type: 'error', err: { message: text, stack: '', plugin: 'docwright' } });
  };
  return {
    name: 'docwright',
    enforce: 'pre',
    configResolved: (config) => void (resolved = config),
    configureServer: (created) => void (server = created),
    async buildStart() {
      const folder = resolved?.root ?? '.';
      if (server) return await firstOf(folder, options, ended.signal, tell);
      const { generate } = await import('./commands/generate.js');
      const result = await generate({ folder, ...options, mode: 'write' });
      if (fails(result, options)) this.error(findingsOf(result));
      tell(result);
    },
    closeBundle: () => ended.abort(),
  };
}

/** Watches until the signal is aborted; waits only for the first run. */
async function firstOf(
  folder: string,
  options: DocwrightOptions,
  signal: AbortSignal,
  tell: (result: GenerateResult) => void,
): Promise<void> {
  const { watch } = await import('./commands/watch.js');
  await new Promise<void>((done, fail) => {
    const told = (result: GenerateResult): void => {
      tell(result);
      done();
    };
    watch({ folder, ...options, signal }, told).then(done, fail);
  });
}
