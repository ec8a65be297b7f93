import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ProjectService } from '../config/project.js';
import type { EmitOptions, EmittedFile } from '../emitters/emitter.js';
import type { Service } from '../ir/model.js';
import { codeFolder } from '../package-files.js';

/** Files to print: by these emitters, of this service. Plain data, which can be handed to another thread. */
export interface PrintJob {
  readonly service: Service;
  readonly ids: readonly string[];
  readonly options: EmitOptions;
  readonly templates: ProjectService['templates'];
}

/** A second thread, which prints some of a package's files while the first has other things to do. */
export interface Aside {
  /** The files of one job; undefined where that went wrong, for which the first thread has the words. */
  print(job: PrintJob): Promise<readonly EmittedFile[] | undefined>;
  close(): Promise<unknown>;
}

/** With fewer pages than this, starting a thread takes as long as what it takes off the first. */
const manyPages = 40;

/** Built code only has a module that a thread can begin with. */
const module = new URL('print-thread.js', codeFolder);

/**
 * Starts a second thread where it is worth its while, so that it has loaded what it needs once there is something to
 * print. It keeps nothing running, and has to be closed.
 */
export function startAside(pages: number): Aside | undefined {
  if (pages < manyPages || availableParallelism() < 2 || !existsSync(module)) return undefined;
  // Options of the process, such as what it loads first, are meant for the first thread.
  const worker = new Worker(module, { execArgv: [] });
  worker.unref();
  const answer = new Promise<readonly EmittedFile[] | undefined>((done) => {
    worker.once('message', done);
    worker.once('error', () => done(undefined));
    worker.once('exit', () => done(undefined));
  });
  return {
    print: (job) => {
      worker.ref();
      worker.postMessage(job);
      return answer;
    },
    close: () => worker.terminate(),
  };
}
