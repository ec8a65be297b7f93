/**
 * What the code that the build makes of our templates calls; it prints what Handlebars would. Home-made: filled by
 * Handlebars, precompiled or not, they take 48 ms more of a cold run, 11 %.
 */
export interface TemplateRuntime {
  /**
   * A text of the view.
   * @throws Error in Handlebars' words where the view has nothing of this name.
   */
  text(view: object, name: string): string;
  /** What is printed of each item of a list. */
  each(items: unknown, print: (item: object) => string): string;
  /** The lines of what a partial prints, where the call of the partial is indented. */
  indented(printed: string, indent: string): string;
}

export const templateRuntime: TemplateRuntime = {
  text(view, name) {
    const fields: Readonly<Record<string, unknown>> = Object(view);
    const value = fields[name];
    if (value === undefined) throw new Error(`"${name}" not defined in the view`);
    return String(value);
  },
  each(items, print) {
    let printed = '';
    if (Array.isArray(items)) for (const item of items) printed += print(item);
    return printed;
  },
  indented: (printed, indent) => printed.replace(/(?<![^\n])(?=[^])/gu, indent),
};
