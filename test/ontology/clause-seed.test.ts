import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { zClauseRecord } from '../../src/ontology/clause.ts';
import {
  clauseRecords,
  documentIndexOf,
  zSeedClause,
  zSeedClauses,
} from '../../src/ontology/clause-seed.ts';
import { readFiles } from '../reasoning/licensing/seed-graph.ts';

const written = {
  key: 'users',
  effect: 'NEEDS_SEPARATE_LICENSE',
  activities: 'ALL_BUT_HOSTED_USE',
  appliesWhen: { users: { above: '700M', at: 'MODEL_RELEASE', scope: 'GROUP' } },
  bindsDerivatives: 'COPIES',
  text: 'Large licensees ask.',
  section: 2,
};
const context = {
  licenseId: 'License:llama-4',
  activitiesVersion: 1,
  documents: [
    { kind: 'AGREEMENT', title: 'Agreement' },
    { kind: 'USE_POLICY', title: 'Policy' },
  ],
  cite: { sourceId: 'Source:meta', evidence: 'PUBLISHER', asOf: '2025' },
} as const;

function messages(clause: object): readonly string[] {
  const parsed = zSeedClause.safeParse({ ...written, ...clause });
  return parsed.success ? [] : parsed.error.issues.map(({ message }) => message);
}

describe('a clause in a seed file', () => {
  it('is read from its short form', () => {
    const [record] = clauseRecords(zSeedClauses.parse([written]), context);
    expect(zClauseRecord.parse(record)).toEqual(record);
    expect(record).toMatchObject({
      id: 'Clause:llama-4/users',
      section: '2',
      documentIndex: 0,
      evidence: 'PUBLISHER',
      sourceId: 'Source:meta',
      bindsDerivatives: ['FINETUNE', 'QUANTIZED', 'ADAPTER', 'MERGE'],
    });
    expect(record?.activities).not.toContain('USE_HOSTED_PRODUCT');
    expect(record?.appliesWhen[0]?.threshold).toEqual({
      metric: 'MONTHLY_ACTIVE_USERS',
      comparison: 'ABOVE',
      value: 700_000_000,
      currency: null,
      window: 'CALENDAR_MONTH',
      measuredAt: 'MODEL_RELEASE',
      scope: 'GROUP',
    });
  });

  it('reads amounts, places, duties and a citation of its own', () => {
    const clause = zSeedClause.parse({
      ...written,
      effect: 'REQUIRES',
      duty: { kind: 'REGISTER', beforeUse: true },
      document: 'USE_POLICY',
      source: 'other',
      appliesWhen: [
        { revenue: { atLeast: '1.5M USD', per: 'YEAR' } },
        { usedIn: ['EU', 'GB'], commercial: true },
      ],
    });
    const [record] = clauseRecords([clause], context);
    expect(record).toMatchObject({
      documentIndex: 1,
      sourceId: 'Source:other',
      evidence: null,
      duty: { kind: 'REGISTER', name: null, beforeUse: true },
    });
    expect(record?.appliesWhen[0]?.threshold).toMatchObject({ value: 1_500_000, currency: 'USD' });
    expect(record?.appliesWhen[1]).toMatchObject({
      commercial: true,
      territory: { codes: ['EU', 'GB'], inside: true, test: 'PLACE_OF_USE' },
    });
  });

  it('is refused with what was expected', () => {
    expect(messages({})).toEqual([]);
    expect(messages({ activities: 'SOME' })[0]).toContain('expected ALL');
    expect(messages({ duty: 'REGISTER' })[0]).toContain('with the effect REQUIRES');
    expect(messages({ effect: 'REQUIRES' })[0]).toContain('with the effect REQUIRES');
    for (const appliesWhen of [
      {},
      { users: {} },
      { users: { above: 1, below: 2 } },
      { revenue: { above: '20M', per: 'YEAR' } },
      { revenue: { above: '20M ABC', per: 'YEAR' } },
      { usedIn: ['UK'] },
      { usedIn: ['EU'], basedIn: ['EU'] },
    ]) {
      expect(messages({ appliesWhen })).not.toEqual([]);
    }
    expect(zSeedClauses.safeParse([written, written]).success).toBe(false);
    expect(documentIndexOf({ document: 'Nothing' }, context.documents)).toBeNull();
  });

  it('has a JSON Schema for editors', () => {
    expect(() => z.toJSONSchema(zSeedClauses, { io: 'input' })).not.toThrow();
  });
});

describe('the seeds', () => {
  it('have well-formed clauses, each in a document of its license', () => {
    for (const file of readFiles('licenses')) {
      const clauses = zSeedClauses.parse(file.clauses ?? []);
      for (const clause of clauses) {
        const where = `${file.id} ${clause.key}`;
        expect(documentIndexOf(clause, file.documents ?? []), where).not.toBeNull();
      }
      if (file.clausesComplete === true) {
        expect(clauses.some(({ effect }) => effect === 'PERMITS')).toBe(true);
      }
    }
  });

  it('call no license read in full but these', () => {
    const complete = readFiles('licenses').filter(
      ({ clausesComplete }) => clausesComplete === true,
    );
    expect(complete.map(({ id }) => id).sort()).toEqual([
      'apache-2.0',
      'bigcode-openrail-m',
      'bigscience-bloom-rail-1.0',
      'cc-by-4.0',
      'cc-by-nc-4.0',
      'cc-by-sa-4.0',
      'chatglm3',
      'cohere-nc',
      'creativeml-openrail-m',
      'deepseek-license',
      'exaone-1.2-nc',
      'flux-1-dev-nc',
      'flux-2-dev-nc',
      'gemma-terms',
      'glm-5.3',
      'gpt-2-modified-mit',
      'kimi-k2.5-modified-mit',
      'kimi-k2.6-modified-mit',
      'kimi-k3',
      'kimi-modified-mit',
      'lfm-open-1.0',
      'llama-2-community',
      'llama-3-community',
      'llama-3.1-community',
      'llama-3.2-community',
      'llama-3.3-community',
      'llama-4-community',
      'minimax-m2.1-modified-mit',
      'minimax-m2.5-modified-mit',
      'minimax-m2.7-nc',
      'minimax-model',
      'minimax-modified-mit',
      'mistral-mnpl',
      'mistral-modified-mit',
      'mistral-mrl',
      'mit',
      'nvidia-nemotron-open-model',
      'nvidia-open-model',
      'openmdw-1.0',
      'openmdw-1.1',
      'openrail++-m',
      'qwen-community-1.0',
      'qwen-license',
      'qwen-research',
      'qwen3.8-max',
      'stability-community',
      'tencent-hunyuan',
      'tongyi-qianwen',
      'tongyi-qianwen-research',
      'yi-community-2.1',
    ]);
  });
});
