/** The stages from pages to a formatted package. They are loaded together, and only where there is something to make. */
export { bindService } from './ecosystems/bind-service.js';
export { completeService } from './ecosystems/complete-service.js';
export { guidesAmong, loadDialects, readFragments } from './ecosystems/read-pages.js';
export { ecosystemOf, migrateModel } from './ecosystems/registry.js';
export { reportLeftOut } from './emitters/emit.js';
export { beginPrinting, printed, usualEmitters } from './emitters/print.js';
export { reportHalfRead } from './inspect/half-read.js';
export { countsOfService } from './inspect/inferred.js';
export { checkService } from './link/checks/index.js';
export { linkServices } from './link/link.js';
export { applyOverrides } from './link/overrides/apply.js';
export { markdownEngine } from './markdown/parse.js';
export { findBacktracking } from './patterns/backtracking.js';
export { ownParts, withPlugins } from './plugin/registry.js';
