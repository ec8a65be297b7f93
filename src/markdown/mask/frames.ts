import type { Token } from '../scan/token.js';

/** How the content of a component moves: to the left by `shift`, so that it begins at `target`. */
interface Frame {
  readonly token: Token | undefined;
  readonly shift: number;
  readonly target: number;
}

const PAGE: Frame = { token: undefined, shift: 0, target: 0 };

/** The components around the line that is being masked. Their indentation would make code of what they hold. */
export class Frames {
  private readonly frames: Frame[] = [];

  /** Columns that lines move to the left by. */
  get shift(): number {
    return this.top.shift;
  }

  /** Where the content of the innermost component begins in the masked text. */
  get target(): number {
    return this.top.target;
  }

  private get top(): Frame {
    return this.frames.at(-1) ?? PAGE;
  }

  /** Where what belongs to a list item, or to no list, begins in the masked text. */
  columnOf(container: number): number {
    return container < 0 ? this.target : Math.max(0, container - this.shift);
  }

  /** A quotation keeps its lines as they are. */
  enter(token: Token, quoted: boolean): void {
    const target = this.columnOf(token.container);
    const { contentIndent } = token;
    const moved = contentIndent < 0 ? this.shift : Math.max(0, contentIndent - target);
    this.frames.push({ token, target, shift: quoted ? 0 : moved });
  }

  /** Leaves the frame of a token and all within it. */
  leave(token: Token | undefined): void {
    const at = this.frames.findLastIndex((frame) => frame.token === token);
    if (at >= 0) this.frames.length = at;
  }
}
