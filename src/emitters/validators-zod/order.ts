import { referencesOf } from '../../model/walk.js';
import { type Definition, typesIn } from '../validators/definitions.js';

/** The declarations with those that they use before them, as far as that can be. */
export function usedFirst<D extends Definition>(declarations: readonly D[]): readonly D[] {
  const byFact = new Map(declarations.map((declaration) => [declaration.fact, declaration]));
  const ordered = new Set<D>();
  const begun = new Set<D>();
  const visit = (declaration: D): void => {
    if (begun.has(declaration)) return;
    begun.add(declaration);
    for (const name of typesIn(declaration).flatMap(referencesOf)) {
      const used = byFact.get(name);
      if (used) visit(used);
    }
    ordered.add(declaration);
  };
  declarations.forEach(visit);
  return [...ordered];
}
