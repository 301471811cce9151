import { once } from 'node:events';
import { JsonLdParser } from 'jsonld-streaming-parser';
import { firstMistake } from '../../json-text.ts';
import {
  BadRdf,
  deepest,
  longestStatement,
  type OnQuad,
  type RdfReader,
  type ReadQuad,
  reasonIn,
} from './rdf-reader.ts';

/** Remote contexts are not fetched. The meaning of a file must not depend on another server. */
class RemoteContext extends Error {
  constructor(address: string) {
    super(
      `expected a context in the file itself; ${JSON.stringify(address.slice(0, 200))} would have to be fetched, which is not done`,
    );
  }
}

const documentLoader = {
  load(address: string): Promise<never> {
    return Promise.reject(new RemoteContext(address));
  },
};

/**
 * The most characters in a file, and the most objects within one node. The parser holds all of them
 * in memory.
 */
const longestFile = 400_000_000;
const mostObjects = 100_000;

/**
 * Checks nesting, size and the length of texts before parsing, since the parser needs much more
 * memory than the text.
 */
class JsonGuard {
  line = 1;
  #total = 0;
  #depth = 0;
  #inText = false;
  #escaped = false;
  #length = 0;

  look(text: string): void {
    this.#total += text.length;
    if (this.#total > longestFile) this.#refuse(`a file of at most ${longestFile} characters`);
    for (let at = 0; at < text.length; at += 1) {
      const character = text.charCodeAt(at);
      if (character === 10) this.line += 1;
      if (this.#inText) this.#lookInText(character);
      else if (character === 34) [this.#inText, this.#length] = [true, 0];
      else if (character === 123 || character === 91) {
        this.#depth += 1;
        if (this.#depth <= deepest) continue;
        const message = `expected at most ${deepest} levels of lists and objects`;
        throw new BadRdf('too-deep', this.line, message);
      } else if (character === 125 || character === 93) this.#depth -= 1;
    }
  }

  #lookInText(character: number): void {
    this.#length += 1;
    if (this.#length > longestStatement) {
      this.#refuse(`texts of at most ${longestStatement} characters`);
    }
    if (this.#escaped) this.#escaped = false;
    else if (character === 92) this.#escaped = true;
    else if (character === 34) this.#inText = false;
  }

  #refuse(what: string): never {
    throw new BadRdf('too-long', this.line, `expected ${what}`);
  }
}

/**
 * Reads JSON-LD. The parser does not report the places of statements. Its time grows with the
 * square of the number of nodes, so the nodes are parsed in portions.
 */
export const readJsonLd: RdfReader = async (parts, onQuad) => {
  const guard = new JsonGuard();
  let text = '';
  for await (const part of parts) {
    guard.look(part);
    text += part;
  }
  for (const document of portionsOf(parsed(text))) await readDocument(document, onQuad);
};

function parsed(given: string): unknown {
  const text = given.replace(/^\uFEFF/, '');
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    const mistake = firstMistake(text);
    if (mistake === null) throw new BadRdf('syntax', null, `expected JSON: ${reasonIn(error)}`);
    const line = text.slice(0, mistake.offset).split('\n').length;
    throw new BadRdf('syntax', line, mistake.message);
  }
}

const portionSize = 100;

/**
 * Splits a document into several with the same meaning. The nodes of a graph do not depend on each
 * other.
 */
function* portionsOf(document: unknown): Generator<unknown> {
  if (typeof document !== 'object' || document === null) {
    throw new BadRdf('syntax', 1, 'expected JSON-LD: an object or a list of objects');
  }
  const { '@context': context, '@graph': graph, ...rest } = document as Record<string, unknown>;
  const isList = Array.isArray(document);
  const nodes = isList ? document : graph;
  if (!Array.isArray(nodes) || (!isList && Object.keys(rest).length > 0)) {
    refuseUnfit([document]);
    yield document;
    return;
  }
  // An empty document is parsed too, since its context may be wrong.
  if (nodes.length === 0) yield document;
  for (let at = 0; at < nodes.length; at += portionSize) {
    const portion = nodes.slice(at, at + portionSize) as unknown[];
    refuseUnfit(portion);
    yield isList || context === undefined ? portion : { '@context': context, '@graph': portion };
  }
}

const unfitForIri = /[\s<>"{}|^`\\]/u;

/** Refuses values that are too large for the parser, or that it would change. */
function refuseUnfit(values: readonly unknown[]): void {
  let count = 0;
  const next = [...values];
  for (let value = next.pop(); value !== undefined; value = next.pop()) {
    if (typeof value === 'string' && /\p{Cs}/u.test(value)) {
      throw new BadRdf('unfit-text', null, 'expected text; found half of a surrogate pair');
    }
    if (typeof value !== 'object' || value === null) continue;
    count += 1;
    if (count > mostObjects) {
      const message = `expected at most ${mostObjects} objects within one node`;
      throw new BadRdf('too-many', null, message);
    }
    // The parser silently drops statements about an invalid IRI.
    const { '@id': id } = value as { '@id'?: unknown };
    if (typeof id === 'string' && unfitForIri.test(id)) {
      const message = `expected an IRI, found ${JSON.stringify(id.slice(0, 200))}`;
      throw new BadRdf('iri', null, message);
    }
    for (const inner of Object.values(value)) if (inner !== undefined) next.push(inner);
  }
}

async function readDocument(document: unknown, onQuad: OnQuad): Promise<void> {
  const parser = new JsonLdParser({
    ...{ documentLoader, processingMode: '1.1' },
  });
  let failed: unknown = null;
  const fail = (error: unknown) => {
    failed ??= error;
  };
  parser.on('error', fail);
  parser.on('data', (quad: ReadQuad) => {
    try {
      onQuad(quad, null);
    } catch (error) {
      fail(error);
    }
  });
  const ended = Promise.race([once(parser, 'end'), once(parser, 'error')]).catch(fail);
  parser.end(JSON.stringify(document));
  await ended;
  if (failed !== null) throw faultOf(failed);
}

function faultOf(error: unknown): BadRdf {
  if (error instanceof BadRdf) return error;
  const text = reasonIn(error);
  const at = text.indexOf('expected a context in the file itself');
  if (at >= 0) return new BadRdf('remote-context', null, text.slice(at));
  return new BadRdf('syntax', null, `expected JSON-LD: ${text}`);
}
