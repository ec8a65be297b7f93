import { docBugReport } from '../diagnostics/format/doc-bugs.js';
import { readModel, type InspectResult, type ModelOptions } from './inspect.js';

/** Reads pages and tells their authors what is wrong with them, in Markdown. */
export async function reportPages(options: ModelOptions): Promise<InspectResult> {
  const { model, diagnostics, sourceText } = await readModel(options);
  if (model.services.length === 0) return { diagnostics, sourceText };
  const title = `What is wrong with the pages of ${model.services.map((service) => service.title.value).join(', ')}`;
  return { text: docBugReport({ title, diagnostics, sourceText }), diagnostics, sourceText };
}
