import type { Server, ServerResponse } from 'node:http';

/** Tracks the answers in progress, and closes a server without cutting them off. */
export class Drain {
  readonly #server: Server;
  readonly #inFlight = new Set<ServerResponse>();
  #draining = false;

  constructor(server: Server) {
    this.#server = server;
    // This listener runs before the one that answers, so headers are not sent yet.
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

  /**
   * Refuses new connections and waits for answers in progress. Returns false if the deadline cut
   * some off.
   */
  async end(timeoutMs: number): Promise<boolean> {
    this.#draining = true;
    const closed = new Promise<void>((resolve) => this.#server.close(() => resolve()));
    // The header tells the client to close its connection.
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
