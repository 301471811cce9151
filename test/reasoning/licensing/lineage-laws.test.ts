import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDerivations } from '../../../src/ontology/clause.ts';
import { answerName } from '../../../src/reasoning/licensing/answer-order.ts';
import { bindingAnswer } from '../../../src/reasoning/licensing/binding-answer.ts';
import { ancestryOf } from '../../../src/reasoning/licensing/lineage.ts';
import type { LineageModel } from '../../../src/reasoning/licensing/lineage-graph.ts';
import { modelBinding } from '../../../src/reasoning/licensing/model-binding.ts';
import {
  banning,
  from,
  graphOf,
  licensed,
  methodArbitrary,
  model,
  open,
  tangle,
} from './lineages.ts';
import { modelVerdict } from './model-verdict.ts';
import { profileOf } from './seed-graph.ts';

const run = profileOf({ activities: ['RUN'] });
const bound = fc.subarray([...allDerivations]);

/** The methods of every path between two models that visits no model twice. */
function waysBetween(models: ReadonlyMap<string, LineageModel>, start: string, end: string) {
  const ways: (string | null)[][] = [];
  const walk = (id: string, visited: readonly string[], methods: readonly (string | null)[]) => {
    if (id === end && methods.length > 0) ways.push([...methods]);
    for (const { parentId, method } of models.get(id)?.derivedFrom ?? []) {
      if (visited.includes(parentId)) continue;
      walk(parentId, [...visited, parentId], [...methods, method]);
    }
  };
  walk(start, [start], []);
  return ways;
}

describe('a ban along the lineage', () => {
  it('bans where its clause follows every step, and only there', () => {
    fc.assert(
      fc.property(
        fc.array(methodArbitrary, { minLength: 1, maxLength: 6 }),
        bound,
        (methods, follows) => {
          const chain = methods.map((method, index) =>
            model(`m${index}`, { derivedFrom: [from(`m${index + 1}`, method)] }),
          );
          const root = model(`m${methods.length}`, { licenses: [licensed('License:banning')] });
          const graph = graphOf([...chain, root], [open, banning(follows)]);
          const { answer, reasons } = modelVerdict(graph, 'm0', run);
          const bans = methods.every((method) => follows.includes(method));
          expect(answer).toBe(bans ? 'NOT_ALLOWED' : 'ALLOWED');
          if (!bans) return;
          expect(reasons[0]?.clause?.key).toBe('ban');
          expect(reasons[0]?.via.map(({ method }) => method)).toEqual(methods);
        },
      ),
    );
  });

  it('is found in any tangle exactly where some way carries it, and the search ends', () => {
    fc.assert(
      fc.property(tangle, bound, (models, follows) => {
        const graph = graphOf(models, [open, banning(follows)]);
        const last = `m${models.length - 1}`;
        const { answer } = modelVerdict(graph, 'm0', run);
        const ways = waysBetween(graph.models, 'm0', last);
        const surely = ways.some((way) =>
          way.every((method) => method !== null && follows.some((one) => one === method)),
        );
        const banned = last === 'm0' || surely || (ways.length > 0 && follows.length === 5);
        expect(answer === 'NOT_ALLOWED').toBe(banned);
        const { binding } = modelBinding(graph, 'm0', 'WEIGHTS', run.day);
        expect(answerName(bindingAnswer(binding, run))).toBe(answer);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a model reached by several ways', () => {
  it('inherits a clause that only the longer way carries', () => {
    const models = [
      model('a', { derivedFrom: [from('b', 'DISTILLED'), from('c')] }),
      model('c', { derivedFrom: [from('d')] }),
      model('d', { derivedFrom: [from('b')] }),
      model('b', { derivedFrom: [from('root')] }),
      model('root', { licenses: [licensed('License:banning')] }),
    ];
    const { answer, reasons } = modelVerdict(
      graphOf(models, [open, banning(['FINETUNE'])]),
      'a',
      run,
    );
    expect(answer).toBe('NOT_ALLOWED');
    expect(reasons[0]?.via.map(({ parent }) => parent.id)).toEqual(['c', 'd', 'b', 'root']);
  });
});

describe('a lineage that cannot be followed', () => {
  it('ends where it runs in a circle, and says so', () => {
    const models = [
      model('a', { derivedFrom: [from('b')] }),
      model('b', { derivedFrom: [from('c')] }),
      model('c', { derivedFrom: [from('a'), from('b')] }),
    ];
    const { answer, assumptions } = modelVerdict(graphOf(models), 'a', run);
    expect(answer).toBe('ALLOWED');
    expect(assumptions).toEqual([
      'The lineage runs in a circle, not followed: a ← b ← c ← a.',
      'The lineage runs in a circle, not followed: a ← b ← c ← b.',
    ]);
  });

  it('does not know what a model that is not recorded would impose', () => {
    const graph = graphOf([model('a', { derivedFrom: [from('b')] })]);
    const { answer, missing, assumptions } = modelVerdict(graph, 'a', run);
    expect({ answer, missing }).toEqual({ answer: 'UNKNOWN', missing: ['LINEAGE'] });
    expect(assumptions).toEqual(['b, which a was made from, is not recorded.']);
    expect(modelVerdict(graph, 'nobody', run).answer).toBe('UNKNOWN');
  });

  it('walks a ladder of diamonds in few steps', () => {
    const rungs = 200;
    const models = Array.from({ length: rungs }, (_, index) => [
      model(`m${index}`, { derivedFrom: [from(`l${index}`), from(`r${index}`, 'MERGE')] }),
      model(`l${index}`, { derivedFrom: [from(`m${index + 1}`)] }),
      model(`r${index}`, { derivedFrom: [from(`m${index + 1}`)] }),
    ]).flat();
    const root = model(`m${rungs}`, { licenses: [licensed('License:banning')] });
    const graph = graphOf([...models, root], [open, banning(['FINETUNE'])]);
    const start = graph.models.get('m0');
    expect(start).toBeDefined();
    if (start === undefined) return;
    expect(ancestryOf(graph, start).ancestors.length).toBeLessThan(8 * rungs);
    expect(modelVerdict(graph, 'm0', run).answer).toBe('NOT_ALLOWED');
  });

  it('leaves open what follows a derivation whose method is not known', () => {
    const models = [
      model('a', { derivedFrom: [from('b', null)] }),
      model('b', { licenses: [licensed('License:banning')] }),
    ];
    const ask = (follows: Parameters<typeof banning>[0]) =>
      modelVerdict(graphOf(models, [open, banning(follows)]), 'a', run);
    expect(ask([]).answer).toBe('ALLOWED');
    expect(ask(allDerivations).answer).toBe('NOT_ALLOWED');
    expect(ask(['FINETUNE']).missing).toEqual(['DERIVATION_METHOD']);
  });
});

describe('what a derivative inherits', () => {
  const banned = model('base', {
    developerIds: ['Organization:a'],
    licenses: [
      licensed('License:banning', { since: '2024-06-01' }),
      licensed('License:open', { until: '2024-06-01' }),
    ],
  });
  const graphWith = (child: LineageModel) =>
    graphOf([child, banned], [open, banning(allDerivations)]);

  it('does not bind the owner, who may release a derivative on any terms', () => {
    const child = model('child', { developerIds: ['Organization:a'], derivedFrom: [from('base')] });
    const { answer, assumptions } = modelVerdict(graphWith(child), 'child', run);
    expect(answer).toBe('ALLOWED');
    expect(assumptions[0]).toContain('same developer');
    const other = { ...child, developerIds: ['Organization:b'] };
    expect(modelVerdict(graphWith(other), 'child', run).answer).toBe('NOT_ALLOWED');
  });

  it('is the license of its release day, at the latest of the day asked about', () => {
    const child = model('child', { derivedFrom: [from('base')] });
    const released = (releasedOn: string) =>
      modelVerdict(graphWith({ ...child, releasedOn }), 'child', run);
    expect(released('2024-05-31').answer).toBe('ALLOWED');
    expect(released('2024-06-01').answer).toBe('NOT_ALLOWED');
    const vague = released('2024');
    expect(vague.answer).toBe('UNKNOWN');
    expect(vague.missing).toEqual(['LICENSE_IN_FORCE']);
  });

  it('is a matter of the weights: code comes under its own license', () => {
    const child = model('child', {
      derivedFrom: [from('base')],
      licenses: [
        licensed('License:open'),
        licensed('License:open', { artifact: 'INFERENCE_CODE' }),
      ],
    });
    const code = profileOf({ activities: ['RUN'], artifact: 'INFERENCE_CODE' });
    expect(modelVerdict(graphWith(child), 'child', code).answer).toBe('ALLOWED');
  });
});
