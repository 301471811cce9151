import type { UseInput } from '../../src/ontology/use.ts';
import { modelVerdict } from '../../test/reasoning/licensing/model-verdict.ts';
import { profileOf, seedGraph } from '../../test/reasoning/licensing/seed-graph.ts';
import { requestBytes } from '../client/connection.ts';
import { answersTo, type Exchange } from '../client/load.ts';
import { manyUses, uses } from './uses.ts';

/** A page of verdicts that is measured. */
export interface VerdictPage {
  readonly id: string;
  readonly title: string;
  readonly query: string;
  /** The uses that it is requested for, in turn. */
  readonly uses: readonly UseInput[];
}

const models = 50;

function pageOf(
  id: string,
  title: string,
  verdict: string,
  asked: readonly UseInput[] = uses,
): VerdictPage {
  const query = `query ($use: UseInput!) { models(first: ${models}) { nodes {
    id slug name useVerdict(use: $use) { answer ${verdict} } } } }`;
  return { id, title, query, uses: asked };
}

const answer = 'evidence missing';
const whole = `evidence missing assumptions duties { duty { kind name } section }
  reasons { effect explanation license { name } clause { section } }`;

export const verdictPages: readonly VerdictPage[] = [
  pageOf('answers', `${models} models with the answer, its evidence and what is missing`, answer),
  pageOf('reasons', `${models} models with all of the verdict`, whole),
  pageOf('new-answers', `the answers, to a use that is new each time`, answer, manyUses()),
  pageOf('new-reasons', `all of the verdict, on a use that is new each time`, whole, manyUses()),
];

interface Node {
  readonly id: string;
  readonly slug: string;
  readonly useVerdict: { readonly answer: string };
}

function modelIdOf({ id }: Node): string {
  return Buffer.from(id, 'base64url').toString('utf8');
}

/**
 * Requests a page once for each of its uses. Every answer must equal the one that reasoning alone
 * gives for the seed files, without the server.
 */
export async function checkedExchanges(
  url: URL,
  { id, query, uses: asked }: VerdictPage,
): Promise<readonly Exchange[]> {
  const requests = asked.map((use) => requestBytes(url, query, { use }));
  const bodies = await answersTo(url, requests);
  const day = new Date().toISOString().slice(0, 10);
  bodies.forEach((body, index) => {
    const { data, errors } = JSON.parse(body.toString()) as {
      readonly data: { readonly models: { readonly nodes: readonly Node[] } } | null;
      readonly errors?: unknown;
    };
    const nodes = data?.models.nodes ?? [];
    if (errors !== undefined || nodes.length !== models) {
      throw new Error(`${id}: not ${models} models: ${body.subarray(0, 500)}`);
    }
    const profile = profileOf(asked[index] as UseInput, day);
    for (const node of nodes) {
      const { answer } = modelVerdict(seedGraph, modelIdOf(node), profile);
      if (answer === node.useVerdict.answer) continue;
      throw new Error(`${id}: ${node.slug} is ${node.useVerdict.answer}, expected ${answer}`);
    }
  });
  return requests.map((request, index) => ({ request, expected: bodies[index] as Buffer }));
}
