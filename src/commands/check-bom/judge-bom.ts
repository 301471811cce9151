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

/** A model of the bill, which model of the graph it is, and what the use would mean for it. */
export interface JudgedModel {
  readonly bom: BomModel;
  readonly found: Pick<FoundModel, 'by' | 'several'>;
  /** Null: the graph does not know it. */
  readonly model: { readonly name: string; readonly slug: string; readonly uri: string } | null;
  readonly answer: UseAnswer;
  /** Null where the model is not known. */
  readonly verdict: Verdict | null;
}

/** The verdict on a bill: the strictest of those on its models. */
export interface JudgedBom {
  readonly bom: Bom;
  readonly use: Readonly<Record<string, unknown>>;
  /** Null: the bill names no models. */
  readonly answer: UseAnswer | null;
  readonly models: readonly JudgedModel[];
}

const document = readFileSync(new URL('./verdicts.graphql', import.meta.url), 'utf8');
/** Verdicts in one answer: few enough for its bound on size. */
const portion = 10;
const strictestLast = Object.keys(UseAnswerEnum.values) as readonly UseAnswer[];

/** How strict an answer is; UNKNOWN is stricter than a permission. */
export function strictness(answer: UseAnswer): number {
  return strictestLast.indexOf(answer);
}

/** Asks the graph of a store for a verdict on every model that a bill names. */
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

/** Refuses a use that nobody could have, whether or not a model of the bill is known. */
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
