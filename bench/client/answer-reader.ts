/** An HTTP answer: its status and body. */
export interface Answer {
  readonly status: number;
  readonly body: Buffer;
}

const headerEnd = Buffer.from('\r\n\r\n');
const lineEnd = Buffer.from('\r\n');
const nothing = Buffer.alloc(0);

/**
 * Reads the answers of one kept-alive connection, one after another. It only supports what the
 * servers of the bench send: a length or chunks. A general client would cost as much as the fastest
 * server.
 */
export class AnswerReader {
  #held: Buffer = nothing;

  /** Adds received data. Returns the answer once it is complete. */
  push(data: Buffer): Answer | null {
    this.#held = this.#held.length === 0 ? data : Buffer.concat([this.#held, data]);
    const end = this.#held.indexOf(headerEnd);
    if (end < 0) return null;
    const head = this.#held.toString('latin1', 0, end);
    const start = end + headerEnd.length;
    const length = /\r\ncontent-length: *(\d+)/i.exec(head)?.[1];
    const found = length === undefined ? this.#chunks(start) : this.#sized(start, Number(length));
    if (found === null) return null;
    this.#held = this.#held.subarray(found.end);
    return { status: Number(head.slice(9, 12)), body: found.body };
  }

  #sized(start: number, length: number): { body: Buffer; end: number } | null {
    const end = start + length;
    return this.#held.length < end ? null : { body: this.#held.subarray(start, end), end };
  }

  #chunks(start: number): { body: Buffer; end: number } | null {
    const parts: Buffer[] = [];
    for (let at = start; ; ) {
      const line = this.#held.indexOf(lineEnd, at);
      if (line < 0) return null;
      const size = Number.parseInt(this.#held.toString('latin1', at, line), 16);
      const from = line + lineEnd.length;
      const end = from + size + lineEnd.length;
      if (this.#held.length < end) return null;
      if (size === 0) return { body: Buffer.concat(parts), end };
      parts.push(this.#held.subarray(from, from + size));
      at = end;
    }
  }
}
