import { jsonSchema } from '../../dist/emitters/json-schema/emitter.js';
import { validators } from '../../dist/emitters/validators/emitter.js';
import { boundService } from './model.js';

const options = { header: [], packageName: 'bench', packageVersion: '1.0.0' };
const contentOf = (emitter) => emitter.emit(boundService, options)[0].content;

/** The emitted module, and the folder in which its imports are found. */
export const emitted = contentOf(validators);
export const runtimeFolder = new URL('../../src/', import.meta.url).pathname;

/** The emitted JSON Schema of the input. */
export const schema = { ...JSON.parse(contentOf(jsonSchema)), $ref: '#/$defs/CreateFunctionInput' };
