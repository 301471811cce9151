interface Suggestion {
  readonly text: string;
  readonly name: string;
  readonly kind: string;
  readonly path: string;
}

/** Suggestions below a field while one types. Arrows choose, Enter accepts, Escape closes. */
class Suggestions {
  readonly #input: HTMLInputElement;
  readonly #list = document.createElement('ul');
  #found: readonly Suggestion[] = [];
  #chosen = -1;
  #asked = 0;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(input: HTMLInputElement, index: number) {
    this.#input = input;
    this.#list.id = `suggestions-${index}`;
    this.#list.className = 'suggestions';
    this.#list.setAttribute('role', 'listbox');
    this.#list.setAttribute('aria-label', 'Suggestions');
    this.#list.hidden = true;
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-autocomplete', 'list');
    input.setAttribute('aria-controls', this.#list.id);
    input.setAttribute('aria-expanded', 'false');
    input.autocomplete = 'off';
    input.after(this.#list);
    input.parentElement?.classList.add('suggesting');
    input.addEventListener('input', () => this.#later());
    input.addEventListener('keydown', (event) => this.#key(event));
    input.addEventListener('blur', () => this.#close());
    // The event comes before the field loses focus.
    this.#list.addEventListener('pointerdown', (event) => {
      event.preventDefault();
      const item = event.target instanceof Element ? event.target.closest('li') : null;
      const at = item === null ? -1 : [...this.#list.children].indexOf(item);
      if (at >= 0) this.#take(at);
    });
  }

  #later(): void {
    clearTimeout(this.#waiting);
    this.#waiting = setTimeout(() => void this.#ask(), 120);
  }

  /** The name being typed: the last one after a comma. */
  #typed(): string {
    return (this.#input.value.split(',').at(-1) ?? '').trim();
  }

  async #ask(): Promise<void> {
    const typed = this.#typed();
    this.#asked += 1;
    const asked = this.#asked;
    if (typed === '') return this.#close();
    const { suggest = '', suggestAt = '/suggest' } = this.#input.dataset;
    const query = new URLSearchParams({ q: typed });
    if (/^[A-Z]+$/.test(suggest) && suggest !== 'ANY') query.set('kind', suggest);
    try {
      const response = await fetch(`${suggestAt}?${query}`);
      if (!response.ok) return this.#close();
      const found = (await response.json()) as readonly Suggestion[];
      if (asked === this.#asked && document.activeElement === this.#input) this.#show(found);
    } catch {
      this.#close();
    }
  }

  #show(found: readonly Suggestion[]): void {
    this.#found = found;
    this.#chosen = -1;
    this.#list.replaceChildren(
      ...found.map(({ text, name, kind }, index) => {
        const item = document.createElement('li');
        item.id = `${this.#list.id}-${index}`;
        item.setAttribute('role', 'option');
        item.setAttribute('aria-selected', 'false');
        const note = document.createElement('span');
        note.className = 'note';
        note.textContent = `${text === name ? '' : `${name}, `}${kind.toLowerCase()}`;
        item.append(text, ' ', note);
        return item;
      }),
    );
    this.#list.hidden = found.length === 0;
    this.#input.setAttribute('aria-expanded', String(found.length > 0));
  }

  #close(): void {
    this.#asked += 1;
    this.#show([]);
    this.#input.removeAttribute('aria-activedescendant');
  }

  #key(event: KeyboardEvent): void {
    if (this.#list.hidden) {
      if (event.key === 'ArrowDown') void this.#ask();
      return;
    }
    const count = this.#found.length;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        this.#choose((this.#chosen + 1) % count);
        break;
      case 'ArrowUp':
        event.preventDefault();
        this.#choose(this.#chosen <= 0 ? count - 1 : this.#chosen - 1);
        break;
      case 'Enter':
        if (this.#chosen < 0) return;
        event.preventDefault();
        this.#take(this.#chosen);
        break;
      case 'Escape':
        event.preventDefault();
        this.#close();
        break;
    }
  }

  #choose(at: number): void {
    this.#chosen = at;
    for (const [index, item] of [...this.#list.children].entries()) {
      item.setAttribute('aria-selected', String(index === at));
      if (index === at) this.#input.setAttribute('aria-activedescendant', item.id);
    }
  }

  #take(at: number): void {
    const found = this.#found[at];
    if (found === undefined) return;
    if (this.#input.dataset.suggest === 'go') {
      location.assign(found.path);
      return;
    }
    const before = this.#input.value.split(',').slice(0, -1);
    this.#input.value = [...before, found.name].map((text) => text.trim()).join(', ');
    this.#close();
  }
}

for (const [index, input] of [
  ...document.querySelectorAll<HTMLInputElement>('input[data-suggest]'),
].entries()) {
  new Suggestions(input, index);
}
