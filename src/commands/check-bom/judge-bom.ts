import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Config } from '../../config.ts';
import { type FoundModel, findModels } from '../../exchange/cyclone-dx/find-models.ts';
import type { Bom, BomModel } from '../../exchange/cyclone-dx/read-bom.ts';
import { zodEnum } from '../../ontology/enumeration.ts';
import { toGlobalId } from '../../ontology/ids.ts';
import { readUse } from '../../ontology/read-use.ts';
import { type UseAnswer, UseAnswerEnum, UseFactEnum } from '../../ontology/use-vocabulary.ts';
import { createLocalGraphql } from '../../server/local-graphql.ts';
import { createLogger } from '../../server/logger.ts';
import { createServedGraph } from '../../server/served-graph.ts';
import type { GraphStore } from '../../store/graph-store.ts';
import { CommandError, exitCode } from '../command-error.ts';

const zAnswer = zodEnum(UseAnswerEnum);
const zVerdict = z.object({
  answer: zAnswer,
  evidence: z.string().nullable(),
  missing: z.array(zodEnum(UseFactEnum)),
  assumptions: z.array(z.string()),
  duties: z.array(z.object({ key: z.string(), text: z.string() })),
  reasons: z.array(z.object({ effect: zAnswer, explanation: z.string() })),
});
const zJudged = z.object({
  id: z.string(),
  name: z.string(),
  slug: z.string(),
  uri: z.string(),
  useVerdict: zVerdict.nullable(),
});
const zNodes = z.object({ nodes: z.array(zJudged.nullable()) });

export type Verdict = z.output<typeof zVerdict>;

/** A model of the bill, the model of the graph that it is, and the verdict on the use. */
export interface JudgedModel {
  readonly bom: BomModel;
  readonly found: Pick<FoundModel, 'by' | 'several'>;
  /** Null if the graph does not have it. */
  readonly model: { readonly name: string; readonly slug: string; readonly uri: string } | null;
  readonly answer: UseAnswer;
  /** Null if the model is not known. */
  readonly verdict: Verdict | null;
}

/** The verdict on a bill: the strictest one of its models. */
export interface JudgedBom {
  readonly bom: Bom;
  readonly use: Readonly<Record<string, unknown>>;
  /** Null if the bill has no models. */
  readonly answer: UseAnswer | null;
  readonly models: readonly JudgedModel[];
}

const document = readFileSync(new URL('./verdicts.graphql', import.meta.url), 'utf8');
/** The number of verdicts in one query, within the limits of an answer. */
const portion = 10;
const strictestLast = Object.keys(UseAnswerEnum.values) as readonly UseAnswer[];

/** The strictness of an answer. UNKNOWN is stricter than a permission. */
export function strictness(answer: UseAnswer): number {
  return strictestLast.indexOf(answer);
}

/** Queries the store for a verdict on every model of a bill. */
export async function judgeBom(
  store: GraphStore,
  config: Config,
  bom: Bom,
  use: Readonly<Record<string, unknown>>,
): Promise<JudgedBom> {
  refuseUnfit(use);
  const found = await findModels(store, bom.models);
  const ids = [...new Set(found.flatMap(({ id }) => id ?? []))];
  const known = await verdicts(store, config, ids, use);
  const models = bom.models.map((model, index): JudgedModel => {
    const { id = null, by = null, several = [] } = found[index] ?? {};
    const judged = id === null ? undefined : known.get(id);
    const verdict = judged?.useVerdict ?? null;
    return {
      bom: model,
      found: { by, several },
      model:
        judged === undefined ? null : { name: judged.name, slug: judged.slug, uri: judged.uri },
      answer: verdict?.answer ?? 'UNKNOWN',
      verdict,
    };
  });
  const [answer = null] = models
    .map((model) => model.answer)
    .sort((one, other) => strictness(other) - strictness(one));
  return { bom, use, answer, models };
}

/** Refuses an impossible use, even if no model of the bill is known. */
function refuseUnfit(use: Readonly<Record<string, unknown>>): void {
  const reading = readUse(use, new Date().toISOString().slice(0, 10));
  if (reading.ok) return;
  const problems = reading.problems.map(({ field, message }) => {
    return field === '' ? message : `${field}: ${message}`;
  });
  throw new CommandError(exitCode.usage, `--use: ${problems.join('; ')}`);
}

async function verdicts(
  store: GraphStore,
  config: Config,
  ids: readonly string[],
  use: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, z.output<typeof zJudged>>> {
  const found = new Map<string, z.output<typeof zJudged>>();
  const graph = createServedGraph(store, config);
  const logger = createLogger(config.logLevel);
  const local = createLocalGraphql({ ...config, graph, logger, answerCacheBytes: 0 });
  for (let at = 0; at < ids.length; at += portion) {
    const some = ids.slice(at, at + portion);
    const variables = { ids: some.map(toGlobalId), use };
    const answer = await local.execute({ query: document, variables });
    const [error] = answer.errors ?? [];
    if (error !== undefined) {
      const isBad = error.extensions?.code === 'BAD_USER_INPUT' || /\$use/.test(error.message);
      throw new CommandError(
        isBad ? exitCode.usage : exitCode.storeUnavailable,
        `--use: ${error.message}`,
      );
    }
    const { nodes } = zNodes.parse(answer.data);
    some.forEach((id, index) => {
      const node = nodes[index];
      if (node != null) found.set(id, node);
    });
  }
  return found;
}
