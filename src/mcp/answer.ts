import type { Evidence } from '../explorer/documents/types.ts';
import { counted, evidenceWords } from '../explorer/words.ts';
import { estimatedTokens } from './tokens.ts';

/** The source of a statement, and its date. */
interface Citation {
  /** Null: an editor's own judgment. */
  readonly source: { readonly title: string; readonly url: string | null } | null;
  readonly asOf?: string | null;
  readonly evidence?: Evidence | null;
}

/** A piece of a line: words, or the citation of the words before it. */
export type Part = string | Citation;
type Line = readonly Part[];

interface Section {
  readonly title: string | null;
  readonly lines: Line[];
}

/** Tokens that are reserved for the note on what was cut. */
const reserve = 90;

/**
 * An answer in prose, with the most important part first. It is cut at the requested length and
 * then says what was left out. The sources of the remaining lines are listed at the end.
 */
export class Answer {
  readonly #sections: Section[] = [];

  constructor(title: string) {
    this.#sections.push({ title: null, lines: [[title]] });
  }

  /** Begins a new section. The next lines belong to it. A section without lines is not shown. */
  section(title: string): this {
    this.#sections.push({ title, lines: [] });
    return this;
  }

  line(...parts: readonly Part[]): this {
    this.#sections.at(-1)?.lines.push(parts);
    return this;
  }

  /** As `line`, but as an item of a list. */
  item(...parts: readonly Part[]): this {
    return this.line('- ', ...parts);
  }

  /** A text of several paragraphs. Each becomes a line. */
  text(text: string | null, ...cited: readonly Citation[]): this {
    const paragraphs = (text ?? '').split(/\n+/).filter((each) => each.trim() !== '');
    for (const [index, paragraph] of paragraphs.entries()) {
      const last = index === paragraphs.length - 1;
      this.line(paragraph.replace(/\s+/g, ' ').trim(), ...(last ? cited : []));
    }
    return this;
  }

  /** The whole text, with at most `maxTokens` tokens. */
  render(maxTokens: number): string {
    const page = new Page(maxTokens - reserve);
    const left: string[] = [];
    let isCut = false;
    for (const { title, lines } of this.#sections) {
      let held = 0;
      for (const line of lines) {
        if (isCut) break;
        if (page.add(held === 0 ? title : null, line)) held += 1;
        else isCut = true;
      }
      if (held < lines.length) left.push(leftOut(title, held, lines.length));
    }
    const note = isCut
      ? `Cut at ${maxTokens} tokens. Left out: ${left.join('; ')}. A larger “max_tokens” gives more.`
      : null;
    return page.text(note);
  }
}

function leftOut(title: string | null, held: number, all: number): string {
  const name = title ?? 'the beginning';
  return held === 0 ? name : `${counted(all - held, 'line')} of ${name}`;
}

/** The lines that fit into an answer. */
class Page {
  readonly #lines: string[] = [];
  readonly #sources = new Map<string, number>();
  #left: number;

  constructor(tokens: number) {
    this.#left = tokens;
  }

  /**
   * Adds a line, with the title of its section if it is the first line. Returns false if it does
   * not fit.
   */
  add(title: string | null, line: Line): boolean {
    const fresh: string[] = [];
    const text = line
      .map((part) => (typeof part === 'string' ? part : this.#mark(part, fresh)))
      .join('');
    const heading = title === null ? [] : ['', `## ${title}`];
    const cost = estimatedTokens([...heading, text, ...fresh].join('\n')) + 1;
    if (cost <= this.#left) {
      this.#take([...heading, text], fresh, cost);
      return true;
    }
    // The first sentences of a long text may fit. Its sources are at its end, so they are left out.
    const room = this.#left - estimatedTokens(heading.join('\n')) - 2;
    const part = beginningOf(line, room);
    if (part !== null) this.#take([...heading, `${part} …`], [], this.#left);
    return false;
  }

  text(note: string | null): string {
    const sources = [...this.#sources.keys()];
    return [
      ...this.#lines,
      ...(note === null ? [] : ['', note]),
      ...(sources.length === 0 ? [] : ['', 'Sources:', ...sources]),
    ].join('\n');
  }

  #take(lines: readonly string[], sources: readonly string[], cost: number): void {
    this.#lines.push(...lines);
    for (const source of sources) this.#sources.set(source, this.#sources.size + 1);
    this.#left -= cost;
  }

  /** The mark of a source, such as " [1]". A source without a number is added to `fresh`. */
  #mark({ source, asOf = null, evidence = null }: Citation, fresh: string[]): string {
    if (source === null) return '';
    const read = evidence === null ? [] : [evidenceWords[evidence]];
    const dated = asOf === null ? [] : [asOf];
    const words = [source.title, ...dated, ...read].join(', ');
    const text = (number: number) =>
      `[${number}] ${words}${source.url === null ? '' : `: ${source.url}`}`;
    const next = this.#sources.size + fresh.length + 1;
    for (let number = 1; number < next; number += 1) {
      if (this.#sources.has(text(number)) || fresh.includes(text(number))) return ` [${number}]`;
    }
    fresh.push(text(next));
    return ` [${next}]`;
  }
}

/** The first sentences of a line that fit; null if none fits. */
function beginningOf(line: Line, tokens: number): string | null {
  const words = line.filter((part) => typeof part === 'string').join('');
  let text = '';
  for (const sentence of words.split(/(?<=[.!?])\s+/)) {
    if (estimatedTokens(`${text} ${sentence}`) > tokens) break;
    text += text === '' ? sentence : ` ${sentence}`;
  }
  return text.length > 40 ? text : null;
}

/** Some of the names, and the number of the others. */
export function listed(names: readonly string[], total = names.length, most = 12): string {
  const shown = names.slice(0, most);
  const more = total - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en-US')} more` : ''}`;
}
