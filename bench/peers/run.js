import { join } from 'node:path';
import { peers } from './index.js';

/** Makes code of documents by one of the peers: `node run.js PEER FOLDER DOCUMENT...`. */
const [name, folder, ...documents] = process.argv.slice(2);
for (const [index, document] of documents.entries()) await peers[name](document, join(folder, String(index)));
