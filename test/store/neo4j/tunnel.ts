import { connect, createServer, type Server, type Socket } from 'node:net';

/** Passes connections on to a server, until the test says that the server is gone. */
export class Tunnel {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;

  constructor(uri: string) {
    this.#target = new URL(uri);
  }

  /** The address of the tunnel. */
  get uri(): string {
    return `bolt://127.0.0.1:${this.#port}`;
  }

  /** Listens, on the same port as before. */
  async start(): Promise<void> {
    const server = createServer((client) => {
      const target = connect(Number(this.#target.port), this.#target.hostname);
      for (const [from, to] of [[client, target] as const, [target, client] as const]) {
        this.#sockets.add(from);
        from.pipe(to);
        from.on('error', () => to.destroy());
        from.on('close', () => {
          this.#sockets.delete(from);
          to.destroy();
        });
      }
    });
    this.#server = server;
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
  }

  /** Resets the connections, as the end of a server does, and accepts no more. */
  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    this.cut();
    await closed;
  }

  /** Resets the connections and accepts new ones, as a quick restart does. */
  cut(): void {
    for (const socket of this.#sockets) socket.resetAndDestroy();
  }
}
