import type { Server, ServerResponse } from 'node:http';

/** Tracks the answers in flight of a server, and closes it without cutting them off. */
export class Drain {
  readonly #server: Server;
  readonly #inFlight = new Set<ServerResponse>();
  #draining = false;

  constructor(server: Server) {
    this.#server = server;
    // Runs before the listener that answers, so headers are not sent yet.
    server.prependListener('request', (_request, response) => {
      this.#inFlight.add(response);
      if (this.#draining) response.setHeader('connection', 'close');
      response.once('close', () => {
        this.#inFlight.delete(response);
        if (this.#draining) server.closeIdleConnections();
      });
    });
  }

  get draining(): boolean {
    return this.#draining;
  }

  /** Takes no more connections and waits for what is in flight; false if the deadline cut it off. */
  async end(timeoutMs: number): Promise<boolean> {
    this.#draining = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    // The answer tells clients to close their connection.
    for (const response of this.#inFlight) {
      if (!response.headersSent) response.setHeader('connection', 'close');
    }
    this.#server.closeIdleConnections();
    let inTime = true;
    const deadline = setTimeout(() => {
      inTime = false;
      this.#server.closeAllConnections();
    }, timeoutMs);
    await closed;
    clearTimeout(deadline);
    return inTime;
  }
}
