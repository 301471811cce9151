import type { JSONRPCMessage, RequestId } from '@modelcontextprotocol/server';
import { StdioServerTransport } from '@modelcontextprotocol/server/stdio';

/** Longer than an answer may take: whoever waited so long is not waiting any more. */
const mostPatienceMs = 60_000;

/** Reads stdin and writes stdout, and answers what was asked before it closes. */
export class PatientTransport extends StdioServerTransport {
  readonly #asked = new Set<RequestId>();
  #closing: Promise<void> | null = null;
  #leave = () => {};
  /** Settles when it is closed. */
  readonly closed: Promise<void>;
  #onClosed = () => {};

  constructor(maxMessageBytes: number) {
    super(process.stdin, process.stdout, { maxBufferSize: maxMessageBytes });
    this.closed = new Promise((resolve) => {
      this.#onClosed = resolve;
    });
  }

  override async start(): Promise<void> {
    const deliver = this.onmessage;
    this.onmessage = (message) => {
      this.#note(message);
      deliver?.(message);
    };
    await super.start();
  }

  override async send(message: JSONRPCMessage): Promise<void> {
    try {
      await super.send(message);
    } finally {
      if ('id' in message && !('method' in message) && message.id !== undefined) {
        this.#settle(message.id);
      }
    }
  }

  /** Called when stdin ends, too. */
  override close(): Promise<void> {
    this.#closing ??= this.#closeInTime();
    return this.#closing;
  }

  /** Closes without waiting for answers. */
  closeNow(): Promise<void> {
    this.#asked.clear();
    this.#leave();
    return this.close();
  }

  async #closeInTime(): Promise<void> {
    if (this.#asked.size > 0) await this.#answered();
    await super.close();
    this.#onClosed();
  }

  #answered(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, mostPatienceMs);
      this.#leave = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Nobody answers what was taken back. */
  #note(message: JSONRPCMessage): void {
    if (!('method' in message)) return;
    if ('id' in message) this.#asked.add(message.id);
    else if (message.method === 'notifications/cancelled') {
      const { requestId } = (message.params ?? {}) as { readonly requestId?: RequestId };
      if (requestId !== undefined) this.#settle(requestId);
    }
  }

  #settle(id: RequestId): void {
    this.#asked.delete(id);
    if (this.#asked.size === 0) this.#leave();
  }
}
