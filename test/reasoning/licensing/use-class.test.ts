import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../src/ontology/partial-date.ts';
import { bindingAnswer } from '../../../src/reasoning/licensing/binding-answer.ts';
import { ClassJudge, licensesIn } from '../../../src/reasoning/licensing/judge-class.ts';
import type { LineageGraph, LineageModel } from '../../../src/reasoning/licensing/lineage-graph.ts';
import { modelBinding, unfollowedBinding } from '../../../src/reasoning/licensing/model-binding.ts';
import { type UseClass, useClassOf } from '../../../src/reasoning/licensing/use-class.ts';
import { type UseProfile, useProfile } from '../../../src/reasoning/licensing/use-profile.ts';
import { useVerdict } from '../../../src/reasoning/licensing/use-verdict.ts';
import { aLineageGraph, aUse } from './class-arbitraries.ts';
import { from, graphOf, licensed, model } from './lineages.ts';
import { seedGraph } from './seed-graph.ts';

/** The class as a store gives it back. */
function kept(graph: LineageGraph, of: LineageModel, isFollowed = true): UseClass {
  return JSON.parse(JSON.stringify(useClassOf(graph, of, isFollowed))) as UseClass;
}

function isReleased({ releasedOn }: LineageModel, day: string): boolean {
  return releasedOn === null || spanOf(releasedOn).first <= day;
}

/** The answer by the class, and what is missing, beside those of the model by itself. */
function compare(graph: LineageGraph, profile: UseProfile, isFollowed: boolean) {
  const judge = new ClassJudge(graph.licenses, profile);
  const { artifact } = profile.use;
  for (const of of graph.models.values()) {
    const { binding } = isFollowed
      ? modelBinding(graph, of.id, artifact, profile.day)
      : unfollowedBinding(graph, of.id, artifact, profile.day, 'too long');
    const useClass = kept(graph, of, isFollowed);
    const released = isReleased(of, profile.day);
    const facts = [...useVerdict(binding, profile).missing].sort();
    expect([
      judge.answer(useClass, released),
      [...judge.missing(useClass, released)].sort(),
    ]).toEqual([bindingAnswer(binding, profile), facts]);
  }
}

describe('the class of a model', () => {
  it('has the answer of the model to every use, and lacks the same facts', () => {
    fc.assert(
      fc.property(aLineageGraph, aUse, fc.boolean(), (graph, { use, day }, isFollowed) => {
        compare(graph, useProfile(use, day), isFollowed);
      }),
      { numRuns: 3000 },
    );
  });

  it('has it for every model of the seeds', () => {
    fc.assert(
      fc.property(aUse, ({ use, day }) => compare(seedGraph, useProfile(use, day), true)),
      { numRuns: 60 },
    );
  });

  it('names all licenses by which it is judged', () => {
    const graph = graphOf([
      model('a', { derivedFrom: [from('b')], licenses: [licensed('License:x')] }),
      model('b', { licenses: [licensed('License:y'), licensed('License:x')] }),
    ]);
    const [a] = graph.models.values();
    expect(licensesIn(kept(graph, a as LineageModel))).toEqual(['License:x', 'License:y']);
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
    const classes = new Set(
      children.map((child) => JSON.stringify(useClassOf(graph, child, true))),
    );
    expect(classes.size).toBe(1);
    expect(classes).not.toContain(JSON.stringify(useClassOf(graph, base, true)));
  });
});
