import { referencesOf } from '../../model/walk.js';
import type { Member } from '../../model/model.js';

/** What is declared by a name and uses others. */
export interface Declared {
  readonly fact: string;
  readonly members: readonly Member[];
}

/** The declarations with those that they use before them, as far as that can be. */
export function usedFirst<D extends Declared>(declarations: readonly D[]): readonly D[] {
  const byFact = new Map(declarations.map((declaration) => [declaration.fact, declaration]));
  const ordered = new Set<D>();
  const begun = new Set<D>();
  const visit = (declaration: D): void => {
    if (begun.has(declaration)) return;
    begun.add(declaration);
    for (const name of declaration.members.flatMap(({ type }) => referencesOf(type))) {
      const used = byFact.get(name);
      if (used) visit(used);
    }
    ordered.add(declaration);
  };
  declarations.forEach(visit);
  return [...ordered];
}
