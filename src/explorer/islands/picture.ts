/** Adds what a picture needs a script for: zoom, highlighting, and a larger picture in place. */
class GlossgraphPicture extends HTMLElement {
  #zoom = 1;

  connectedCallback(): void {
    if (this.querySelector('.tools') === null) this.#addTools();
    const drawing = this.#drawing();
    drawing?.addEventListener('pointerover', (event) => this.#mark(event.target));
    drawing?.addEventListener('pointerleave', () => this.#mark(null));
    drawing?.addEventListener('focusin', (event) => this.#mark(event.target));
    drawing?.addEventListener('focusout', () => this.#mark(null));
    if (drawing) drawing.scrollLeft = (drawing.scrollWidth - drawing.clientWidth) / 2;
    for (const link of this.querySelectorAll<HTMLAnchorElement>('a[data-expand]')) {
      link.addEventListener('click', (event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        void this.#expand(link);
      });
    }
  }

  #drawing(): HTMLElement | null {
    return this.querySelector<HTMLElement>('.drawing');
  }

  #addTools(): void {
    const tools = document.createElement('div');
    tools.className = 'tools';
    tools.append(
      this.#button('−', 'Smaller', () => this.#setZoom(this.#zoom / 1.25)),
      this.#button('+', 'Larger', () => this.#setZoom(this.#zoom * 1.25)),
      this.#button('1:1', '1:1, as drawn', () => this.#setZoom(1)),
    );
    this.prepend(tools);
  }

  #button(text: string, label: string, act: () => void): HTMLButtonElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'outline secondary';
    button.textContent = text;
    button.setAttribute('aria-label', label);
    button.title = label;
    button.addEventListener('click', act);
    return button;
  }

  #setZoom(zoom: number): void {
    this.#zoom = Math.min(Math.max(zoom, 0.3), 4);
    const svg = this.querySelector('svg');
    if (svg === null) return;
    const { width, height } = svg.viewBox.baseVal;
    svg.setAttribute('width', String(Math.round(width * this.#zoom)));
    svg.setAttribute('height', String(Math.round(height * this.#zoom)));
  }

  /** Dims everything that is not linked to the entity or line at the pointer. */
  #mark(target: EventTarget | null): void {
    const svg = this.querySelector('svg');
    if (svg === null) return;
    const pointed = target instanceof Element ? target.closest('.node, .line') : null;
    // Without a pointer, the focused entity counts.
    const at = pointed ?? svg.querySelector('.node:focus');
    svg.classList.toggle('marking', at !== null);
    const near = new Set<string | undefined>();
    const own = at instanceof SVGElement ? at.dataset : {};
    for (const line of svg.querySelectorAll<SVGElement>('.line')) {
      const { from, to } = line.dataset;
      const isNear =
        line === at || (own.node !== undefined && (from === own.node || to === own.node));
      line.classList.toggle('near', isNear);
      if (isNear) near.add(from).add(to);
    }
    near.add(own.node);
    for (const node of svg.querySelectorAll<SVGElement>('.node')) {
      node.classList.toggle('near', near.has(node.dataset.node));
    }
  }

  /** Replaces the picture by the larger one. If that fails, the link is followed. */
  async #expand(link: HTMLAnchorElement): Promise<void> {
    try {
      const response = await fetch(link.href, { headers: { accept: 'text/html' } });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const larger = page.querySelector('glossgraph-picture');
      if (!response.ok || larger === null) throw new Error('no picture');
      const fresh = document.importNode(larger, true);
      this.replaceWith(fresh);
      fresh.querySelector<HTMLElement>('.drawing')?.focus();
    } catch {
      location.assign(link.href);
    }
  }
}

customElements.define('glossgraph-picture', GlossgraphPicture);
