import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { processorSeconds } from '../measure/processor-time.ts';
import { oursEmbedded } from '../servers/contestant.ts';
import { canPin, pinClient, startServer } from '../servers/process.ts';

/** One page of every kind, and the pages with the most content. */
const paths = [
  '/',
  '/terms',
  '/terms/open-weights',
  '/terms/mixture-of-experts',
  '/models',
  '/models?weights=OPEN&in=IMAGE',
  '/a-z/models',
  '/models/deepseek-r1',
  '/models/llama-4-maverick?do=OFFER_PRODUCT&place=DE',
  '/licenses/apache-2.0',
  '/licenses/llama-4-community',
  '/organizations/alibaba',
  '/tools/vllm',
  '/search?q=expert+mixture',
  '/suggest?q=llama',
  '/compare?models=phi-4,gemma-3-27b,kimi-k2,llama-4-maverick,deepseek-r1',
  '/path?from=term:open-weights&to=organization:nvidia',
  '/picture?of=term:open-weights&size=150',
  '/disagreements',
  '/topics',
  '/may-i-use?do=OFFER_PRODUCT&place=DE',
  '/cards/models/phi-4',
] as const;

export interface PagesOptions {
  /** How often each page is requested, after a warm-up. */
  readonly times: number;
  readonly log: (text: string) => void;
}

export interface PageCost {
  readonly path: string;
  /** The times of single answers, in milliseconds. */
  readonly ms: readonly number[];
  /** The server's processor time for each answer, in milliseconds. */
  readonly processorMs: number;
  /** The size of the compressed answer. */
  readonly bytes: number;
  /** The compressed size without pictures and their tables. */
  readonly bytesWithoutPictures: number;
}

export interface PagesResult {
  readonly options: PagesOptions;
  readonly pinned: boolean;
  readonly pages: readonly PageCost[];
}

const seeds = fileURLToPath(new URL('../../seeds', import.meta.url));

/** Measures the pages for people, with the seeds on the embedded store in its default settings. */
export async function runPages(options: PagesOptions): Promise<PagesResult> {
  const pinned = await canPin();
  const folder = await mkdtemp(join(tmpdir(), 'glossgraph-bench-'));
  const server = await startServer(oursEmbedded(folder, '1000', 'answers', seeds).command, pinned);
  try {
    if (pinned) await pinClient();
    const ask = async (path: string) => {
      const response = await fetch(new URL(path, server.url), {
        headers: { accept: 'text/html', 'accept-encoding': 'gzip' },
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${path} was answered with ${response.status}`);
      return text;
    };
    // Pages of every kind warm up Node's compiler.
    for (let round = 0; round < 3; round++) for (const path of paths) await ask(path);
    const pages: PageCost[] = [];
    for (const path of paths) {
      options.log(path);
      const before = await processorSeconds(server.pid);
      const ms: number[] = [];
      let text = '';
      for (let time = 0; time < options.times; time++) {
        const at = performance.now();
        text = await ask(path);
        ms.push(performance.now() - at);
      }
      const processor = (await processorSeconds(server.pid)) - before;
      pages.push({
        path,
        ms,
        processorMs: (processor * 1000) / options.times,
        bytes: gzipSync(text).length,
        bytesWithoutPictures: gzipSync(
          text.replaceAll(/<glossgraph-picture[\s\S]*?<\/glossgraph-picture>/g, ''),
        ).length,
      });
    }
    return { options, pinned, pages };
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
