import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allDerivations } from '../../../src/ontology/clause.ts';
import { spanOf } from '../../../src/ontology/partial-date.ts';
import { bindingAnswer } from '../../../src/reasoning/licensing/binding-answer.ts';
import {
  ClassJudge,
  ClassReader,
  licensesNamedBy,
  type ReadClass,
} from '../../../src/reasoning/licensing/judge-class.ts';
import type { LineageGraph, LineageModel } from '../../../src/reasoning/licensing/lineage-graph.ts';
import { modelBinding, unfollowedBinding } from '../../../src/reasoning/licensing/model-binding.ts';
import { useClassOf } from '../../../src/reasoning/licensing/use-class.ts';
import { type UseProfile, useProfile } from '../../../src/reasoning/licensing/use-profile.ts';
import { useVerdict } from '../../../src/reasoning/licensing/use-verdict.ts';
import { aLineageGraph, aUse } from './class-arbitraries.ts';
import { licenseWith } from './generated.ts';
import { banning, from, graphOf, licensed, model, open, rule } from './lineages.ts';
import { seedGraph } from './seed-graph.ts';

/** The classes of the models, in their order, as a store gives them back. */
function kept(graph: LineageGraph, isFollowed = true): readonly ReadClass[] {
  const classes = [...graph.models.keys()].map((id) => useClassOf(graph, id, isFollowed));
  const reader = new ClassReader();
  return classes.map((each) => reader.read(JSON.stringify(each)));
}

function isReleased({ releasedOn }: LineageModel, day: string): boolean {
  return releasedOn === null || spanOf(releasedOn).first <= day;
}

/** The answer by the class, and what is missing, beside those of the model by itself. */
function compare(graph: LineageGraph, profile: UseProfile, isFollowed: boolean) {
  const classes = kept(graph, isFollowed);
  const judge = new ClassJudge(graph.licenses, profile);
  const { artifact } = profile.use;
  for (const [at, of] of [...graph.models.values()].entries()) {
    const { binding } = isFollowed
      ? modelBinding(graph, of.id, artifact, profile.day)
      : unfollowedBinding(graph, of.id, artifact, profile.day, 'too long');
    const released = isReleased(of, profile.day);
    const known = classes[at];
    if (known === undefined) throw new Error(`${of.id} has no class`);
    const facts = [...useVerdict(binding, profile).missing].sort();
    expect([judge.answer(known, released), [...judge.missing(known, released)].sort()]).toEqual([
      bindingAnswer(binding, profile),
      facts,
    ]);
  }
}

describe('the class of a model', () => {
  it('has the answer of the model to every use, and lacks the same facts', () => {
    fc.assert(
      fc.property(aLineageGraph, aUse, fc.boolean(), (graph, { use, day }, isFollowed) => {
        compare(graph, useProfile(use, day), isFollowed);
      }),
      { numRuns: 1000 },
    );
  });

  it('has it for every model of the seeds', () => {
    fc.assert(
      fc.property(aUse, ({ use, day }) => compare(seedGraph, useProfile(use, day), true)),
      { numRuns: 30 },
    );
  });

  it('names all licenses by which it is judged', () => {
    const licenses = ['x', 'y'].map((slug) =>
      licenseWith([rule('ban', 'FORBIDS', [])], true, slug),
    );
    const models = [
      model('a', { derivedFrom: [from('b')], licenses: [licensed('License:x')] }),
      model('b', { licenses: [licensed('License:y'), licensed('License:x')] }),
    ];
    const graph = graphOf(models, licenses);
    expect([...licensesNamedBy(kept(graph))].sort()).toEqual(['License:x', 'License:y']);
  });

  const classesOf = (graph: LineageGraph, ...slugs: readonly string[]) =>
    new Set(slugs.map((slug) => JSON.stringify(useClassOf(graph, slug, true))));

  it('distinguishes unread licenses only within an expression', () => {
    const under = (slug: string, ...edges: Parameters<typeof licensed>[]) =>
      model(slug, { licenses: edges.map((edge) => licensed(...edge)) });
    const either = { expression: 'x OR y' };
    const graph = graphOf([
      under('a', ['License:x']),
      under('b', ['License:y']),
      under('c', ['License:x'], ['License:y']),
      under('d', ['License:x', either], ['License:y', either]),
      under('e', ['License:x', either], ['License:z', either]),
    ]);
    expect(classesOf(graph, 'a', 'b').size).toBe(1);
    expect(classesOf(graph, 'a', 'c', 'd', 'e').size).toBe(4);
  });

  it('tells derivations apart by the clauses that follow them', () => {
    const children = allDerivations.map((method) =>
      model(method, { derivedFrom: [from('base', method)] }),
    );
    const base = model('base', { licenses: [licensed('License:banning')] });
    const graph = graphOf([base, ...children], [open, banning(['FINETUNE', 'QUANTIZED'])]);
    expect(classesOf(graph, 'FINETUNE', 'QUANTIZED').size).toBe(1);
    expect(classesOf(graph, 'MERGE', 'DISTILLED', 'ADAPTER').size).toBe(1);
    expect(classesOf(graph, ...allDerivations).size).toBe(2);
  });

  it('is the same for models that differ in what no license asks for', () => {
    const base = model('base', { developerIds: ['Organization:base'], multimodal: true });
    const children = ['2024-01-01', '2025', null].map((releasedOn, at) =>
      model(`child-${at}`, {
        ...{ releasedOn, derivedFrom: [from('base')], multimodal: at === 0 },
        developerIds: [`Organization:${at}`],
      }),
    );
    const graph = graphOf([base, ...children]);
    const classes = classesOf(graph, ...children.map(({ id }) => id));
    expect(classes.size).toBe(1);
    expect(classes).not.toContain(JSON.stringify(useClassOf(graph, base.id, true)));
  });
});
