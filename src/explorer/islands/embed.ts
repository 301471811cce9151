/** Marks the AI terms in the text inside the element. Hover or focus on a term shows its card. */

interface Mention {
  readonly start: number;
  readonly end: number;
  readonly entity: {
    readonly kind: string;
    readonly slug: string;
    readonly name: string;
    readonly summary: string | null;
    readonly uri: string;
  } | null;
}

interface CardText {
  readonly kind: string;
  readonly name: string;
  readonly summary: string | null;
  readonly facts: readonly (readonly [string, string])[];
}

const home = new URL('.', import.meta.url);
const query = `query Mentions($text: String!, $kinds: [EntityKind!]) {
  annotate(text: $text, kinds: $kinds) { start end entity { kind slug name summary uri } }
}`;
const folders: Readonly<Record<string, string>> = {
  TERM: 'terms',
  MODEL: 'models',
  LICENSE: 'licenses',
  ORGANIZATION: 'organizations',
  TOOL: 'tools',
};
/** Elements whose text is not marked: links, code, and fields to type in. */
const skipped =
  'a, button, code, pre, kbd, samp, script, style, textarea, select, [contenteditable], svg, math, [data-no-glossary]';
const longest = 8000;
const timeout = 5000;
/** The text between the texts of two nodes. No name contains it. */
const border = '\n\u2029\n';
const name = 'glossgraph-mention';

const markStyle = `.${name} {
  color: inherit;
  text-decoration: underline dotted;
  text-underline-offset: 0.2em;
}`;

const cardStyle = `:host { display: contents; }
.card {
  position: fixed;
  z-index: 2147483647;
  box-sizing: border-box;
  width: max-content;
  max-width: min(22rem, calc(100vw - 1rem));
  padding: 0.75rem 1rem;
  border: 1px solid light-dark(#c9ced8, #3d4655);
  border-radius: 0.5rem;
  background: light-dark(#fff, #1b2029);
  color: light-dark(#23272f, #dfe3eb);
  box-shadow: 0 4px 18px rgb(0 0 0 / 0.18);
  font: 0.9rem/1.45 system-ui, sans-serif;
  text-align: start;
}
.card[hidden] { display: none; }
.card p { margin: 0 0 0.4rem; }
.card dl {
  display: grid;
  grid-template-columns: max-content 1fr;
  gap: 0.15rem 0.8rem;
  margin: 0;
  font-size: 0.82rem;
}
.card dt { opacity: 0.75; }
.card dd { margin: 0; }
.kind { opacity: 0.75; font-size: 0.82rem; }`;

function sheetOf(text: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  return sheet;
}

/** Gets an answer as JSON; null where the request fails. */
async function ask<Answer>(url: URL, init: RequestInit = {}): Promise<Answer | null> {
  try {
    const response = await fetch(url, {
      ...init,
      credentials: 'omit',
      signal: AbortSignal.timeout(timeout),
    });
    return response.ok ? ((await response.json()) as Answer) : null;
  } catch {
    return null;
  }
}

const cards = new Map<string, Promise<CardText | null>>();
const marked = sheetOf(markStyle);
const carded = sheetOf(cardStyle);

class GlossgraphGlossary extends HTMLElement {
  readonly #card = document.createElement('div');
  readonly #seen = new Set<string>();
  readonly #done = new WeakSet<Text>();
  readonly #observer = new MutationObserver((records) => this.#changed(records));
  #shown: HTMLElement | null = null;
  #closing: ReturnType<typeof setTimeout> | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #busy = false;

  constructor() {
    super();
    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [carded];
    this.#card.className = 'card';
    this.#card.hidden = true;
    // For screen readers, the mark itself has the summary as its description.
    this.#card.setAttribute('aria-hidden', 'true');
    root.append(document.createElement('slot'), this.#card);
    this.addEventListener('pointerover', (event) => this.#point(event.target));
    this.addEventListener('pointerout', () => this.#closeSoon());
    this.addEventListener('focusin', (event) => this.#point(event.target));
    this.addEventListener('focusout', () => this.#close());
    this.#card.addEventListener('pointerenter', () => clearTimeout(this.#closing));
  }

  connectedCallback(): void {
    const root = this.getRootNode();
    if (root instanceof Document || root instanceof ShadowRoot) {
      if (!root.adoptedStyleSheets.includes(marked)) root.adoptedStyleSheets.push(marked);
    }
    document.addEventListener('keydown', this.#escape);
    document.addEventListener('scroll', this.#scrolled, { capture: true, passive: true });
    this.#watch();
    this.#soon();
  }

  disconnectedCallback(): void {
    document.removeEventListener('keydown', this.#escape);
    document.removeEventListener('scroll', this.#scrolled, { capture: true });
    this.#observer.disconnect();
    this.#close();
  }

  readonly #escape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.#close();
  };

  readonly #scrolled = (): void => {
    if (this.#shown !== null) this.#place(this.#shown);
  };

  #server(): URL {
    const given = this.getAttribute('server');
    return given === null ? home : new URL(given.replace(/\/?$/, '/'), document.baseURI);
  }

  #watch(): void {
    this.#observer.observe(this, { childList: true, characterData: true, subtree: true });
  }

  /**
   * Handles a change of the text by another script: removes marks in changed text, then marks new
   * text.
   */
  #changed(records: readonly MutationRecord[]): void {
    if (records.length === 0) return;
    for (const { type, target } of records) {
      if (type !== 'characterData' || !(target instanceof Text)) continue;
      this.#done.delete(target);
      const mark = target.parentElement?.closest<HTMLElement>(`.${name}`);
      if (mark && this.contains(mark)) mark.replaceWith(...mark.childNodes);
    }
    if (this.#shown !== null && !this.#shown.isConnected) this.#close();
    this.#soon();
  }

  #soon(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#mark(), 50);
  }

  async #mark(): Promise<void> {
    if (this.#busy) return this.#soon();
    this.#busy = true;
    try {
      for (const texts of this.#chunks()) {
        const text = texts.map(({ data }) => data).join(border);
        const kinds =
          this.getAttribute('kinds')
            ?.toUpperCase()
            .match(/[A-Z]+/g) ?? null;
        const answer = await ask<{ data?: { annotate?: readonly Mention[] | null } }>(
          new URL('graphql', this.#server()),
          {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify({ query, variables: { text, kinds } }),
          },
        );
        const mentions = answer?.data?.annotate;
        // The server did not answer. The page stays as it is until its text changes.
        if (!mentions) return;
        this.#changed(this.#observer.takeRecords());
        this.#observer.disconnect();
        this.#apply(texts, text, mentions);
        this.#watch();
      }
    } finally {
      this.#busy = false;
    }
  }

  /** The new texts, in chunks up to the length limit of one query. */
  *#chunks(): Generator<readonly Text[]> {
    const walker = document.createTreeWalker(this, NodeFilter.SHOW_TEXT);
    let texts: Text[] = [];
    let length = 0;
    const fresh: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (!(node instanceof Text) || this.#done.has(node)) continue;
      if (node.data.trim() === '' || node.data.length > longest) continue;
      if (node.parentElement?.closest(skipped)) continue;
      fresh.push(node);
    }
    for (const node of fresh) {
      if (length + node.data.length > longest) {
        yield texts;
        texts = [];
        length = 0;
      }
      texts.push(node);
      length += node.data.length + border.length;
    }
    if (texts.length > 0) yield texts;
  }

  /** Turns mentions into links, from the end, so that earlier offsets stay valid. */
  #apply(texts: readonly Text[], asked: string, mentions: readonly Mention[]): void {
    const isChanged = texts.map(({ data }) => data).join(border) !== asked;
    if (isChanged) return;
    const all = this.hasAttribute('every');
    let start = 0;
    for (const text of texts) {
      const end = start + text.data.length;
      const own = mentions.filter(
        (mention) => mention.start >= start && mention.end <= end && mention.entity !== null,
      );
      const chosen = own.filter(({ entity }) => {
        const key = `${entity?.kind}/${entity?.slug}`;
        const isNew = !this.#seen.has(key);
        this.#seen.add(key);
        return all || isNew;
      });
      for (const mention of chosen.reverse()) {
        const rest = text.splitText(mention.end - start);
        const words = text.splitText(mention.start - start);
        words.replaceWith(this.#link(words, mention));
        this.#done.add(words).add(rest);
      }
      this.#done.add(text);
      start = end + border.length;
    }
  }

  #link(words: Text, { entity }: Mention): HTMLAnchorElement {
    const link = document.createElement('a');
    link.className = name;
    if (entity !== null) {
      link.href = entity.uri;
      link.dataset.card = `${folders[entity.kind]}/${encodeURIComponent(entity.slug)}`;
      if (entity.summary !== null) {
        link.dataset.summary = entity.summary;
        link.setAttribute('aria-description', entity.summary);
      }
    }
    link.append(words.cloneNode());
    this.#done.add(link.firstChild as Text);
    return link;
  }

  #point(target: EventTarget | null): void {
    const mark = target instanceof Element ? target.closest<HTMLElement>(`.${name}`) : null;
    if (mark === null) return;
    clearTimeout(this.#closing);
    if (mark !== this.#shown) void this.#show(mark);
  }

  async #show(mark: HTMLElement): Promise<void> {
    this.#shown = mark;
    const { card = '', summary = null } = mark.dataset;
    this.#fill({ kind: '', name: mark.textContent ?? '', summary, facts: [] });
    this.#place(mark);
    const url = new URL(`cards/${card}`, this.#server());
    let asked = cards.get(url.href);
    if (asked === undefined) {
      asked = ask<CardText>(url, { headers: { accept: 'application/json' } });
      cards.set(url.href, asked);
    }
    const found = await asked;
    if (found === null) cards.delete(url.href);
    else if (this.#shown === mark) {
      this.#fill(found);
      this.#place(mark);
    }
  }

  #fill({ kind, name: title, summary, facts }: CardText): void {
    const head = document.createElement('p');
    const strong = document.createElement('strong');
    strong.textContent = title;
    const sort = document.createElement('span');
    sort.className = 'kind';
    sort.textContent = kind === '' ? '' : ` ${kind.toLowerCase()}`;
    head.append(strong, sort);
    this.#card.replaceChildren(head);
    if (summary !== null) {
      const says = document.createElement('p');
      says.textContent = summary;
      this.#card.append(says);
    }
    const list = document.createElement('dl');
    for (const [fact, value] of facts) {
      const term = document.createElement('dt');
      term.textContent = fact;
      const text = document.createElement('dd');
      text.textContent = value;
      list.append(term, text);
    }
    if (facts.length > 0) this.#card.append(list);
  }

  /** Places the card below the words, or above them where there is no room. */
  #place(mark: HTMLElement): void {
    this.#card.hidden = false;
    const words = mark.getClientRects()[0] ?? mark.getBoundingClientRect();
    const { width, height } = this.#card.getBoundingClientRect();
    const left = Math.max(8, Math.min(words.left, innerWidth - width - 8));
    const below = words.bottom + 4;
    const top =
      below + height > innerHeight && words.top > height + 4 ? words.top - height - 4 : below;
    this.#card.style.left = `${left}px`;
    this.#card.style.top = `${top}px`;
  }

  /** Closes the card after a moment, so that the pointer can move onto it. */
  #closeSoon(): void {
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => {
      if (!this.#card.matches(':hover') && document.activeElement !== this.#shown) this.#close();
    }, 250);
  }

  #close(): void {
    clearTimeout(this.#closing);
    this.#shown = null;
    this.#card.hidden = true;
  }
}

if (customElements.get('glossgraph-glossary') === undefined) {
  customElements.define('glossgraph-glossary', GlossgraphGlossary);
}

export {};
