/** An object whose members may be absent but never `undefined`, as outputs are. */
export type Defined<Value> = { [Name in keyof Value]: Exclude<Value[Name], undefined> };

/** The object without the members that are `undefined`. */
export function defined<Value extends object>(value: Value): Defined<Value> {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as Defined<Value>;
}
