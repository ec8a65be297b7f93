import type { ProjectService } from '../config/project.js';
import { completePackage, emitFiles, settle } from '../emitters/emit.js';
import type { EmitOptions, EmittedFile } from '../emitters/emitter.js';
import { emitters } from '../emitters/registry.js';
import type { Service } from '../ir/model.js';
import { bindService } from '../protocols/bind.js';
import { withTemplates } from '../render/templates.js';
import type { Aside, PrintJob } from './aside.js';
import { headerOf } from './header.js';

/** Those outputs that are made where the configuration names none. */
const usualEmitters = emitters.filter(({ optional }) => !optional).map(({ id }) => id);

/** What becomes of a service: some files are printed by the second thread, where there is one, and the rest by this one. */
export interface Printing {
  /** All files before formatting. Throws what an emitter throws, a `TemplateFault` mostly. */
  files(): Promise<readonly EmittedFile[]>;
}

/** Begins to print a package: the second thread begins at once, this one when it is asked for the files. */
export function startPrinting(service: Service, configured: ProjectService, aside?: Aside): Printing {
  const options = settle(configured.emitters ?? usualEmitters, emitOptions(configured));
  const { emitters: ids = [] } = options;
  const job = (some: readonly string[]): PrintJob => ({
    ...{ service, ids: some, options, templates: configured.templates },
  });
  const others = aside ? ids.filter(isIndependent) : [];
  const printed = others.length > 0 ? aside?.print(job(others)) : undefined;
  return {
    files: async () => {
      const here = printFiles(job(ids.filter((id) => !others.includes(id))));
      const there = (await printed) ?? printFiles(job(others));
      return completePackage([...here, ...there], options);
    },
  };
}

/** Answers about patterns are kept where they are given, and are needed there for checks, too. */
const isIndependent = (id: string): boolean =>
  emitters.some((emitter) => emitter.id === id && emitter.asksOfPatterns !== true);

/** The files of some emitters; none where no protocol speaks the service's. */
export function printFiles({ service, ids, options, templates }: PrintJob): readonly EmittedFile[] {
  const bound = bindService(service, () => undefined);
  return bound ? withTemplates(templates, () => emitFiles(bound, ids, options)) : [];
}

const emitOptions = (configured: ProjectService): EmitOptions => ({
  header: headerOf(configured),
  packageName: configured.packageName,
  packageVersion: configured.packageVersion,
  ...(configured.validation && { validation: configured.validation }),
});
