import { describe, expect, it } from 'vitest';
import type { LicenseEdge } from '../../../src/reasoning/licensing/lineage-graph.ts';
import { licenseWith } from './generated.ts';
import { banning, graphOf, licensed, model, open, rule } from './lineages.ts';
import { modelVerdict } from './model-verdict.ts';
import { profileOf } from './seed-graph.ts';

const asking = licenseWith(
  [rule('grant', 'PERMITS', []), rule('ask', 'NEEDS_SEPARATE_LICENSE', [])],
  true,
  'asking',
);

const asOpen = licenseWith([rule('grant', 'PERMITS', [])], true, 'as-open');

function ask(edges: readonly LicenseEdge[], day = '2026-11-23') {
  const graph = graphOf([model('m', { licenses: edges })], [open, banning([]), asking, asOpen]);
  const { answer, reasons, assumptions } = modelVerdict(
    graph,
    'm',
    profileOf({ activities: ['RUN'], obtainedOn: day }),
  );
  return { answer, reasons, assumptions };
}

function joined(expression: string, ...slugs: string[]) {
  return slugs.map((slug) => licensed(`License:${slug}`, { expression }));
}

describe('several licenses on one artifact', () => {
  it('all bind where AND joins them', () => {
    expect(ask(joined('open AND banning', 'open', 'banning')).answer).toBe('NOT_ALLOWED');
    expect(ask(joined('open AND asking', 'open', 'asking')).answer).toBe('ASK_LICENSOR');
  });

  it('are the choice of the user where OR joins them', () => {
    const { answer, assumptions } = ask(joined('open OR banning', 'open', 'banning'));
    expect(answer).toBe('ALLOWED');
    expect(assumptions).toEqual([
      'The open license, of which no date is recorded, was there by 2026-11-23.',
      'You choose The open license among the licenses offered.',
    ]);
    expect(ask(joined('asking OR banning', 'asking', 'banning')).answer).toBe('ASK_LICENSOR');
  });

  it('bind as parentheses say, AND closer than OR', () => {
    const all = ['open', 'banning', 'asking'];
    expect(ask(joined('open OR banning AND asking', ...all)).answer).toBe('ALLOWED');
    expect(ask(joined('(open OR banning) AND asking', ...all)).answer).toBe('ASK_LICENSOR');
  });

  it('leave an unknown name open', () => {
    expect(ask(joined('open AND LicenseRef-Policy', 'open')).answer).toBe('UNKNOWN');
    expect(ask(joined('open OR LicenseRef-Other', 'open')).answer).toBe('ALLOWED');
    expect(ask(joined('banning AND LicenseRef-Policy', 'banning')).answer).toBe('NOT_ALLOWED');
    expect(ask(joined('open AND (', 'open')).answer).toBe('UNKNOWN');
    // If one name and one license remain, they match.
    expect(ask(joined('open AND LicenseRef-B', 'open', 'banning')).answer).toBe('NOT_ALLOWED');
  });

  it('take an exception of the SPDX list, which only adds permissions; any other is malformed', () => {
    const excepted = ask(joined('banning WITH LLVM-exception', 'banning'));
    expect(excepted).toEqual(ask([licensed('License:banning')]));
    for (const one of [
      'open WITH LLVM-exception OR banning',
      'open with llvm-exception or banning',
    ]) {
      expect(ask(joined(one, 'open', 'banning')).answer).toBe('ALLOWED');
    }
    expect(ask(joined('open WITH No-Such-exception', 'open')).answer).toBe('UNKNOWN');
  });

  it('are a disagreement without an expression: unknown unless the answers agree', () => {
    const both = (one: string, other: string) =>
      ask([licensed(`License:${one}`), licensed(`License:${other}`)]);
    const { answer, reasons } = both('open', 'banning');
    expect(answer).toBe('UNKNOWN');
    expect(reasons.map(({ effect }) => effect)).not.toContain('NOT_ALLOWED');
    expect(reasons.some(({ explanation }) => explanation.startsWith('If The banning'))).toBe(true);
    expect(both('open', 'open').answer).toBe('ALLOWED');
    expect(both('banning', 'asking').answer).toBe('ASK_LICENSOR');
    const agreed = both('open', 'as-open');
    expect(agreed.answer).toBe('ALLOWED');
    const dispute = /^Sources or dates leave open which license held for the weights of /u;
    expect(agreed.assumptions.filter((one) => dispute.test(one))).toHaveLength(1);
  });
});

describe('the license in force', () => {
  const changed = [
    licensed('License:banning', { until: '2024-05-30' }),
    licensed('License:open', { since: '2024-05-30' }),
  ];

  it('is that of the day; a period ends before its last date', () => {
    expect(ask(changed, '2024-05-29').answer).toBe('NOT_ALLOWED');
    expect(ask(changed, '2024-05-30').answer).toBe('ALLOWED');
  });

  it('is open on days that an imprecise date may mean', () => {
    const vague = [
      licensed('License:banning', { until: '2024-05' }),
      licensed('License:open', { since: '2024-05' }),
    ];
    expect(ask(vague, '2024-04-30').answer).toBe('NOT_ALLOWED');
    expect(ask(vague, '2024-05-15').answer).toBe('UNKNOWN');
    expect(ask(vague, '2024-06-01').answer).toBe('ALLOWED');
    const lone = [licensed('License:open', { since: '2024-05' })];
    expect(ask(lone, '2024-05-15').answer).toBe('UNKNOWN');
    expect(ask(lone, '2024-04-30').answer).toBe('UNKNOWN');
  });

  it('is that of the artifact, or of the release where the artifact has none', () => {
    const whole = licensed('License:banning', { artifact: null });
    expect(ask([whole, licensed('License:open')]).answer).toBe('ALLOWED');
    expect(ask([whole]).answer).toBe('NOT_ALLOWED');
    expect(ask([licensed('License:open', { artifact: 'TRAINING_DATA' })]).answer).toBe('UNKNOWN');
  });
});
