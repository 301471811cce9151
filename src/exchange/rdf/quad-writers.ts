import type { Quad } from 'n3';
import { Writer } from 'n3';
import type { Names } from '../../vocab/rdf/names.ts';
import { JsonLdWriter } from './json-ld-writer.ts';
import type { QuadWriter } from './quad-writer.ts';

/** A writer of the format, with the prefixes of a server. */
export function createQuadWriter(
  format: 'turtle' | 'ntriples' | 'jsonld',
  names: Names,
): QuadWriter {
  return format === 'jsonld' ? new JsonLdWriter(names) : new TurtleWriter(format, names);
}

/** Turtle or N-Triples. */
class TurtleWriter implements QuadWriter {
  readonly #writer: Writer;
  #written = '';

  constructor(format: 'turtle' | 'ntriples', names: Names) {
    const sink = {
      write: (chunk: string, _encoding: unknown, done?: () => void) => {
        this.#written += chunk;
        done?.();
      },
      end: (done?: () => void) => done?.(),
    };
    const options =
      format === 'turtle'
        ? { format: 'text/turtle', prefixes: names.prefixes() }
        : { format: 'application/n-triples' };
    this.#writer = new Writer(sink, options);
  }

  begin(): string {
    return this.#take();
  }

  add(quads: Iterable<Quad>): string {
    for (const quad of quads) this.#writer.addQuad(quad);
    return this.#take();
  }

  end(): string {
    this.#writer.end();
    return this.#take();
  }

  #take(): string {
    const text = this.#written;
    this.#written = '';
    return text;
  }
}
