import { markdownLine } from '../../render/prose.js';
import { defineEmitter } from '../emitter.js';

/** An output: copy the folder, give it an id, and return files; texts of pages go through `render/`. */
export const template = defineEmitter({
  id: 'template',
  summary: 'a list of operations, in Markdown',
  optional: true,
  emit: ({ service }) => [
    {
      path: 'OPERATIONS.md',
      content: service.operations.map(({ name }) => `- ${markdownLine(name)}\n`).join(''),
    },
  ],
});
