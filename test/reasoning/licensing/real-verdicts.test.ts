import { describe, expect, it } from 'vitest';
import type { UseInput } from '../../../src/ontology/use.ts';
import { licenseBinding, useVerdict } from '../../../src/reasoning/licensing/use-verdict.ts';
import { startup } from '../../support/startup.ts';
import { effectiveLicenses } from './model-verdict.ts';
import { askModel, licenseOf, profileOf, seedGraph, today } from './seed-graph.ts';

describe('an EU start-up that fine-tunes and sells', () => {
  it('may not take Llama 4: its use policy withholds multimodal models from the EU', () => {
    const { answer, reasons, evidence } = askModel('llama-4-scout', startup);
    expect(answer).toBe('NOT_ALLOWED');
    expect(evidence).toBe('PUBLISHER');
    expect(reasons[0]?.clause?.key).toBe('european-union');
    expect(reasons[0]?.explanation).toContain('Llama 4 Acceptable Use Policy, last paragraph');
  });

  it('may take Qwen3.5 and Mistral Large 3: Apache-2.0', () => {
    for (const slug of ['qwen3.5-397b-a17b', 'mistral-large-3']) {
      const { answer, missing } = askModel(slug, startup);
      expect({ answer, missing }).toEqual({ answer: 'ALLOWED', missing: [] });
    }
  });

  it('has duties once it passes the weights on', () => {
    const { answer, duties } = askModel('mistral-large-3', {
      ...startup,
      activities: ['FINE_TUNE', 'OFFER_PRODUCT', 'REDISTRIBUTE'],
    });
    expect(answer).toBe('ALLOWED_WITH_DUTIES');
    expect(duties.map(({ section }) => section).sort()).toEqual(['4(a)', '4(b)', '4(c)', '4(d)']);
  });

  it('is not shut out of text-only Llama 3.3', () => {
    const { answer, missing, reasons } = askModel('llama-3.3-70b', startup);
    expect(answer).toBe('ALLOWED_WITH_DUTIES');
    expect(missing).toEqual([]);
    expect(reasons.some(({ clause }) => clause?.key === 'european-union')).toBe(false);
  });

  it('may use a hosted product with Llama 4', () => {
    const { answer, reasons } = askModel('llama-4-scout', {
      ...startup,
      activities: ['USE_HOSTED_PRODUCT'],
    });
    expect(answer).toBe('ALLOWED');
    expect(reasons.map(({ clause }) => clause?.key)).toEqual(['european-union-end-users']);
  });

  it('may sell what a hosted product with Llama 4 gives out, and not what it runs itself', () => {
    for (const activity of ['SELL_OUTPUTS', 'TRAIN_ON_OUTPUTS'] as const) {
      const ask = (...activities: UseInput['activities']) =>
        askModel('llama-4-scout', { ...startup, activities });
      expect(ask('USE_HOSTED_PRODUCT', activity).answer).toBe('ALLOWED_WITH_DUTIES');
      expect(ask('RUN', activity).answer).toBe('NOT_ALLOWED');
    }
  });

  it('may not use Hunyuan in its territory-bound license', () => {
    const { answer, reasons } = askModel('hunyuan-a13b', startup);
    expect(answer).toBe('NOT_ALLOWED');
    expect(reasons[0]?.clause?.key).toBe('territory');
    expect(askModel('hunyuan-a13b', { ...startup, markets: ['US'] }).answer).toBe('NOT_ALLOWED');
    const hosted: UseInput = { ...startup, activities: ['USE_HOSTED_PRODUCT'] };
    expect(askModel('hunyuan-a13b', hosted).answer).toBe('NOT_ALLOWED');
    const american = { ...startup, principalPlaceOfBusiness: 'US', markets: ['US'] };
    expect(askModel('hunyuan-a13b', american).answer).toBe('ALLOWED_WITH_DUTIES');
    const decides: UseInput = { ...american, fieldsOfUse: ['AUTOMATED_DECISIONS'] };
    expect(askModel('hunyuan-a13b', decides).answer).toBe('NOT_ALLOWED');
  });
});

describe('a company in the United States', () => {
  const company: UseInput = { ...startup, principalPlaceOfBusiness: 'US', markets: ['US'] };

  it('is not shut out of Llama 4', () => {
    const { reasons, answer } = askModel('llama-4-scout', company);
    expect(answer).toBe('ALLOWED_WITH_DUTIES');
    expect(reasons.every(({ effect }) => effect !== 'NOT_ALLOWED')).toBe(true);
  });

  it('is asked for users at the release by Llama and for users today by Qwen', () => {
    const large = {
      ...company,
      monthlyActiveUsers: 900_000_000,
      peakMonthlyActiveUsers: undefined,
    };
    const llama = askModel('llama-4-scout', large);
    expect(llama.answer).toBe('UNKNOWN');
    expect(llama.missing).toContain('USERS_AT_RELEASE');
    expect(askModel('llama-4-scout', { ...large, usersAtRelease: 800_000_000 }).answer).toBe(
      'ASK_LICENSOR',
    );
    expect(askModel('qwen2.5-72b', large).answer).toBe('ASK_LICENSOR');
    const lower = { ...large, monthlyActiveUsers: 90_000_000, peakMonthlyActiveUsers: 650_000_000 };
    expect(askModel('llama-4-scout', lower).answer).toBe('ALLOWED_WITH_DUTIES');
    expect(askModel('qwen2.5-72b', lower).answer).toBe('ALLOWED_WITH_DUTIES');
  });
});

describe('Kimi K2 and its two thresholds', () => {
  const product: UseInput = {
    activities: ['OFFER_PRODUCT'],
    monthlyActiveUsers: 100_000_000,
    peakMonthlyRevenue: { amount: 20_000_000, currency: 'USD' },
  };
  const ask = (changed: Partial<UseInput>) => askModel('kimi-k2', { ...product, ...changed });

  it('asks nothing at both values', () => {
    expect(ask({}).answer).toBe('ALLOWED');
  });

  it('asks to show the name above either', () => {
    for (const changed of [
      { monthlyActiveUsers: 100_000_001 },
      { peakMonthlyRevenue: { amount: 20_000_001, currency: 'USD' } },
    ] as const) {
      const { answer, duties, assumptions } = ask(changed);
      expect(answer).toBe('ALLOWED_WITH_DUTIES');
      expect(duties.map(({ duty }) => duty?.name)).toEqual(['Kimi K2']);
      expect(assumptions).toContain(
        'Your revenue in the best month is that of the product or line that the license counts.',
      );
    }
  });

  it('has another name to show for the next model', () => {
    for (const [slug, name] of [
      ['kimi-k2.5', 'Kimi K2.5'],
      ['kimi-k2.6', 'Kimi K2.6'],
    ] as const) {
      const { duties } = askModel(slug, { ...product, monthlyActiveUsers: 100_000_001 });
      expect(duties.map(({ duty }) => duty?.name)).toEqual([name]);
    }
  });

  it('takes a year that cannot hold such a month', () => {
    const small = { annualRevenue: { amount: 20_000_000, currency: 'USD' } as const };
    expect(ask({ ...small, peakMonthlyRevenue: undefined }).answer).toBe('ALLOWED');
  });

  it('does not convert currencies', () => {
    const { answer, missing } = ask({ peakMonthlyRevenue: { amount: 1, currency: 'EUR' } });
    expect({ answer, missing }).toEqual({ answer: 'UNKNOWN', missing: ['MONTHLY_REVENUE'] });
  });

  it('passes its own derivatives without their ancestors, and says why', () => {
    const { answer, assumptions } = askModel('kimi-k2.5', { activities: ['RUN'] });
    expect(answer).toBe('ALLOWED');
    expect(assumptions.some((text) => text.includes('same developer'))).toBe(true);
  });
});

describe('hosting by revenue', () => {
  const host: UseInput = {
    activities: ['HOST_AS_SERVICE'],
    internalUse: false,
    fieldsOfUse: [],
    monthlyActiveUsers: 1_000,
    annualRevenue: { amount: 30_000_000, currency: 'USD' },
    peakMonthlyRevenue: { amount: 3_000_000, currency: 'USD' },
  };

  it('has Kimi K3 ask its hosts above 20 million US dollars, not those who keep it inside', () => {
    expect(askModel('kimi-k3', host).answer).toBe('ASK_LICENSOR');
    expect(askModel('kimi-k3', { ...host, internalUse: true }).answer).toBe('ALLOWED');
    const small = { ...host, annualRevenue: { amount: 20_000_000, currency: 'USD' } as const };
    expect(askModel('kimi-k3', small)).toMatchObject({ answer: 'ALLOWED', missing: [] });
  });

  it('has GLM-5.3 ask only far larger ones, and Qwen3.8-Max by what the group takes', () => {
    const takes = (amount: number) => ({ annualRevenue: { amount, currency: 'USD' } as const });
    expect(askModel('glm-5.3', host)).toMatchObject({ answer: 'ALLOWED', missing: [] });
    expect(askModel('glm-5.3', { ...host, ...takes(11e9) }).answer).toBe('ASK_LICENSOR');
    const month = { amount: 5_000_000, currency: 'USD' } as const;
    const large = { ...host, ...takes(51_000_000), peakMonthlyRevenue: month };
    expect(askModel('qwen3.8-2.4t-a95b', large).answer).toBe('ASK_LICENSOR');
    expect(askModel('qwen3.8-2.4t-a95b', { ...large, internalUse: true }).answer).toBe('ALLOWED');
    const small = { ...host, ...takes(50_000_000) };
    expect(askModel('qwen3.8-2.4t-a95b', small)).toMatchObject({ answer: 'ALLOWED', missing: [] });
  });

  it('has LFM withhold commercial use from ten million US dollars on', () => {
    const sells = (amount: number, commercial = true) =>
      useVerdict(
        licenseBinding(licenseOf('lfm-open-1.0'), today),
        profileOf({
          activities: ['OFFER_PRODUCT'],
          commercial,
          annualRevenue: { amount, currency: 'USD' },
        }),
      ).answer;
    expect(sells(9_999_999)).toBe('ALLOWED');
    expect(sells(10_000_000)).toBe('NOT_ALLOWED');
    expect(sells(10_000_000, false)).toBe('ALLOWED');
  });
});

describe('licenses that changed in place', () => {
  const use: UseInput = { activities: ['REDISTRIBUTE'], commercial: true };

  it('has Yi ask for registration before 2024-05-30 and not from that day on', () => {
    const before = askModel('yi-34b', { ...use, obtainedOn: '2024-05-29' });
    expect(before.answer).toBe('ASK_LICENSOR');
    expect(before.duties.some(({ duty }) => duty?.kind === 'REGISTER' && duty.beforeUse)).toBe(
      true,
    );
    const after = askModel('yi-34b', { ...use, obtainedOn: '2024-05-30' });
    expect(after.answer).toBe('ALLOWED_WITH_DUTIES');
    expect(after.reasons.every(({ license }) => license?.slug === 'apache-2.0')).toBe(true);
  });

  it('keeps the plain MIT of MiniMax-M2 for those who took it early', () => {
    const offer: UseInput = { activities: ['OFFER_PRODUCT'], monthlyActiveUsers: 200_000_000 };
    expect(askModel('minimax-m2', { ...offer, obtainedOn: '2025-11-12' }).answer).toBe('ALLOWED');
    const later = askModel('minimax-m2', { ...offer, obtainedOn: '2025-11-13' });
    expect(later.duties.map(({ duty }) => duty?.name)).toEqual(['MiniMax M2']);
  });

  it('does not know the license of Phi-4 before it was under MIT', () => {
    const ask = (obtainedOn: string) => askModel('phi-4', { activities: ['RUN'], obtainedOn });
    expect(ask('2024-12-20')).toMatchObject({ answer: 'UNKNOWN', missing: ['LICENSE_IN_FORCE'] });
    expect(ask('2025-02-01').answer).toBe('ALLOWED');
  });

  it('says where a text is later than what was taken', () => {
    const ask = (obtainedOn: string) =>
      askModel('gemma-2-27b', { activities: ['RUN'], obtainedOn });
    const later = /^Gemma Terms of Use \(2025-03-24\) was published on 2025-03-24 at the earliest/u;
    const said = (day: string) => ask(day).reasons.some((one) => later.test(one.explanation));
    expect(said('2024-06-28')).toBe(true);
    expect(ask('2024-06-28').missing).toContain('LICENSE_IN_FORCE');
    expect(said('2025-03-24')).toBe(false);
  });

  it('judges FLUX.2 by its own text: images for sale, but no business with the model', () => {
    const judge = (input: UseInput) => askModel('flux.2-dev', { fieldsOfUse: [], ...input });
    const { answer, reasons } = judge({ activities: ['RUN'], commercial: true });
    expect(answer).toBe('NOT_ALLOWED');
    expect(reasons[0]).toMatchObject({
      license: { slug: 'flux-2-dev-nc' },
      clause: { key: 'non-commercial' },
    });
    const sale = judge({ activities: ['SELL_OUTPUTS'], commercial: true });
    expect(sale.answer).toBe('ALLOWED_WITH_DUTIES');
    expect(sale.duties.map(({ duty }) => duty?.kind)).toEqual(['REVIEW_OUTPUTS']);
    expect(judge({ activities: ['RUN'], commercial: false }).answer).toBe('ALLOWED_WITH_DUTIES');
    const hosting = judge({ activities: ['HOST_AS_SERVICE'], commercial: false });
    expect(hosting.answer).toBe('ASK_LICENSOR');
  });

  it('does not know what held before the release', () => {
    const { answer, missing } = askModel('yi-34b', { ...use, obtainedOn: '2023-01-01' });
    expect({ answer, missing }).toEqual({ answer: 'UNKNOWN', missing: ['LICENSE_IN_FORCE'] });
  });
});

describe('R1-Distill-Llama-70B, labeled MIT', () => {
  it('keeps the terms of Llama 3.3 and inherits nothing from R1', () => {
    const { licenses } = effectiveLicenses(
      seedGraph,
      'Model:deepseek-r1-distill-llama-70b',
      'WEIGHTS',
      today,
    );
    expect(licenses.map(({ license }) => license.slug)).toEqual(['mit', 'llama-3.3-community']);
    const [mit, llama] = licenses;
    expect(llama?.inheritedFrom).toBe('Model:llama-3.3-70b');
    expect(mit?.conflicts.map(({ theirs }) => theirs.key)).toContain('users');
    expect(llama?.conflicts.every(({ license }) => license.slug === 'mit')).toBe(true);
    expect(llama?.explanation).toContain('was fine-tuned from it');
    const multimodal = 'european-union';
    expect(llama?.clauses.map(({ key }) => key)).not.toContain(multimodal);
    expect(mit?.conflicts.map(({ theirs }) => theirs.key)).not.toContain(multimodal);
    const seed = licenseOf('llama-3.3-community').clauses;
    expect(seed.some(({ record }) => record.key === multimodal)).toBe(true);
  });

  it('asks the largest for a license of Meta', () => {
    const { answer, reasons } = askModel('deepseek-r1-distill-llama-70b', {
      activities: ['RUN'],
      usersAtRelease: 800_000_000,
    });
    expect(answer).toBe('ASK_LICENSOR');
    expect(reasons[0]?.clause?.id).toBe('Clause:llama-3.3-community/users');
  });
});

describe('Stability above a million', () => {
  const use: UseInput = { activities: ['OFFER_PRODUCT'], fieldsOfUse: [] };
  const revenue = (amount: number) => ({ annualRevenue: { amount, currency: 'USD' as const } });

  it('asks for another license above one million US dollars, registration below', () => {
    const above = askModel('stable-diffusion-3.5-large', { ...use, ...revenue(1_000_001) });
    expect(above.answer).toBe('ASK_LICENSOR');
    expect(above.evidence).toBe('COPY');
    const below = askModel('stable-diffusion-3.5-large', { ...use, ...revenue(1_000_000) });
    expect(below.answer).toBe('ALLOWED_WITH_DUTIES');
    expect(below.missing).toEqual([]);
    // Products also require a copy and the attribution: section IV.a(i) to (iii).
    const kinds = below.duties.map(({ duty }) => duty?.kind);
    for (const kind of ['REGISTER', 'INCLUDE_LICENSE', 'INCLUDE_NOTICE', 'DISPLAY_NAME'] as const) {
      expect(kinds).toContain(kind);
    }
  });
});

describe('a license by itself', () => {
  const ask = (slug: string, input: UseInput) =>
    useVerdict(licenseBinding(licenseOf(slug), today), profileOf(input));

  it('says no to commercial use of what is for non-commercial use', () => {
    for (const slug of ['cc-by-nc-4.0', 'flux-1-dev-nc', 'exaone-1.2-nc', 'mistral-mrl']) {
      expect(ask(slug, { activities: ['OFFER_PRODUCT'] }).answer).toBe('NOT_ALLOWED');
    }
    expect(ask('minimax-m2.7-nc', { activities: ['OFFER_PRODUCT'] }).answer).toBe('ASK_LICENSOR');
  });

  it('follows a use policy where it goes beyond the license', () => {
    const sold: UseInput = { activities: ['TRAIN_ON_OUTPUTS'], trains: ['OTHER_MODEL'] };
    const judged = ask('cohere-nc', { ...sold, commercial: true, fieldsOfUse: [] });
    expect(judged.answer).toBe('NOT_ALLOWED');
    expect(judged.reasons.map(({ clause }) => clause?.key)).toContain('synthetic-data');
    const studied = ask('cohere-nc', { ...sold, commercial: false, fieldsOfUse: [] });
    expect(studied.reasons.map(({ clause }) => clause?.key)).not.toContain('synthetic-data');
    expect(studied.answer).toBe('ALLOWED_WITH_DUTIES');
  });

  it('requires a copy of the agreement for served users where making available counts', () => {
    for (const slug of ['dbrx', 'llama-2-community', 'stability-community']) {
      const { duties } = ask(slug, { activities: ['HOST_AS_SERVICE'] });
      expect(duties.map(({ duty }) => duty?.kind)).toContain('INCLUDE_LICENSE');
    }
  });

  it('has FLUX.1 [dev] barred for what its section 4.a names', () => {
    const personal: UseInput = { activities: ['RUN'], commercial: false };
    for (const field of ['UNLAWFUL', 'HARM_TO_MINORS', 'MILITARY', 'WEAPONS'] as const) {
      const { answer } = ask('flux-1-dev-nc', { ...personal, fieldsOfUse: [field] });
      expect(answer).toBe('NOT_ALLOWED');
    }
    const { answer, missing } = ask('flux-1-dev-nc', { ...personal, fieldsOfUse: ['PERSONAL'] });
    expect({ answer, missing }).toEqual({ answer: 'ALLOWED_WITH_DUTIES', missing: [] });
  });

  it('reads Creative Commons in full: credit for all, the same terms back, or no business', () => {
    const share: UseInput = { activities: ['RUN', 'REDISTRIBUTE'], commercial: true };
    const kinds = (slug: string, input = share) => {
      const { answer, missing, duties } = ask(slug, input);
      return [answer, ...missing, ...duties.map(({ duty }) => duty?.kind).sort()];
    };
    const credit = ['ATTRIBUTE', 'FLOW_DOWN', 'INCLUDE_LICENSE', 'MARK_CHANGES'];
    expect(kinds('cc-by-4.0')).toEqual(['ALLOWED_WITH_DUTIES', ...credit]);
    expect(kinds('cc-by-sa-4.0')).toEqual(['ALLOWED_WITH_DUTIES', ...credit, 'SHARE_ALIKE']);
    expect(kinds('cc-by-nc-4.0')[0]).toBe('NOT_ALLOWED');
    const free = { ...share, commercial: false };
    expect(kinds('cc-by-nc-4.0', free)).toEqual(['ALLOWED_WITH_DUTIES', ...credit]);
    expect(ask('cc-by-4.0', { activities: ['RUN', 'OFFER_PRODUCT'] }).answer).toBe('ALLOWED');
  });

  it('lets research licenses be used for research, and no more', () => {
    const training: UseInput = { activities: ['FINE_TUNE', 'TRAIN_ON_OUTPUTS'], commercial: false };
    const study: UseInput = { ...training, trains: ['OTHER_MODEL'], fieldsOfUse: ['RESEARCH'] };
    for (const slug of ['mistral-mrl', 'mistral-mnpl', 'tongyi-qianwen-research']) {
      expect(ask(slug, study)).toMatchObject({ answer: 'ALLOWED', missing: [] });
    }
    expect(ask('mistral-mrl', { ...study, fieldsOfUse: ['EDUCATION'] }).answer).toBe('NOT_ALLOWED');
    expect(ask('mistral-mnpl', { ...study, commercial: true }).answer).toBe('NOT_ALLOWED');
    for (const slug of ['tongyi-qianwen-research', 'qwen-research']) {
      expect(ask(slug, { ...study, commercial: true }).answer).toBe('ASK_LICENSOR');
    }
  });

  it('asks for copies and notices under the Nemotron license, and ignores the number of users', () => {
    const share: UseInput = { activities: ['FINE_TUNE', 'REDISTRIBUTE'], fieldsOfUse: [] };
    const { answer, duties } = ask('nvidia-nemotron-open-model', share);
    expect(answer).toBe('ALLOWED_WITH_DUTIES');
    const kinds = duties.map(({ duty }) => duty?.kind);
    expect(kinds.sort()).toEqual(['INCLUDE_LICENSE', 'INCLUDE_NOTICE', 'INCLUDE_NOTICE']);
    expect(ask('nvidia-nemotron-open-model', startup).answer).toBe('ALLOWED');
  });

  it('has large companies ask Mistral under its Modified MIT', () => {
    const run = (amount: number) =>
      ask('mistral-modified-mit', {
        activities: ['RUN'],
        peakMonthlyRevenue: { amount, currency: 'USD' },
      });
    expect(run(20_000_001).answer).toBe('ASK_LICENSOR');
    expect(run(20_000_000)).toMatchObject({ answer: 'ALLOWED', missing: [] });
  });

  it('reports a partly read license whose read part does not forbid the use', () => {
    const use: UseInput = { activities: ['RUN'], commercial: false };
    expect(ask('minimax-community', use)).toMatchObject({
      answer: 'UNKNOWN',
      missing: ['LICENSE_TEXT'],
    });
  });

  it('bars neither end users of Llama nor their outputs, however many users they have', () => {
    const usersAtRelease = 800_000_000;
    for (const slug of ['llama-3.1-community', 'llama-4-community']) {
      const sell: UseInput = { activities: ['SELL_OUTPUTS'], usersAtRelease, fieldsOfUse: [] };
      expect(ask(slug, sell).answer).not.toBe('ASK_LICENSOR');
      expect(ask(slug, { ...sell, activities: ['RUN', 'SELL_OUTPUTS'] }).answer).toBe(
        'ASK_LICENSOR',
      );
    }
  });

  it('bars training others with Llama 2, but not Llama 2 itself', () => {
    const activities = ['TRAIN_ON_OUTPUTS'] as const;
    const train = (trains: UseInput['trains']) =>
      ask('llama-2-community', { activities: [...activities], trains, usersAtRelease: 1 }).answer;
    expect(train(['LARGE_LANGUAGE_MODEL'])).toBe('NOT_ALLOWED');
    expect(train(['SAME_MODEL_OR_DERIVATIVE'])).toBe('UNKNOWN');
    expect(train(['SAME_MODEL_OR_DERIVATIVE', 'LARGE_LANGUAGE_MODEL'])).toBe('NOT_ALLOWED');
  });

  it('does not know the kind of a competing model unless it is given', () => {
    const trains = (...models: NonNullable<UseInput['trains']>) =>
      ask('llama-2-community', {
        activities: ['TRAIN_ON_OUTPUTS'],
        fieldsOfUse: [],
        trains: models,
      });
    const open = trains('COMPETING_MODEL');
    expect({ answer: open.answer, missing: open.missing }).toMatchObject({ answer: 'UNKNOWN' });
    expect(open.missing).toContain('TRAINS');
    expect(trains('COMPETING_MODEL', 'LARGE_LANGUAGE_MODEL').answer).toBe('NOT_ALLOWED');
    expect(trains('COMPETING_MODEL', 'OTHER_MODEL').missing).not.toContain('TRAINS');
  });

  it('assumes that a use is lawful, so a clause about it leaves nothing open', () => {
    const told: UseInput = { activities: ['RUN'], monthlyActiveUsers: 1 };
    for (const slug of ['qwen-license', 'nvidia-nemotron-open-model', 'tongyi-qianwen']) {
      const { missing, assumptions } = ask(slug, told);
      expect(missing).toEqual([]);
      expect(assumptions).toContain('The use keeps to the laws that apply to it.');
      const unlawful = ask(slug, { ...told, fieldsOfUse: ['UNLAWFUL'] });
      expect(unlawful.answer).toBe('NOT_ALLOWED');
      expect(unlawful.assumptions).not.toContain('The use keeps to the laws that apply to it.');
    }
    const product: UseInput = { ...told, activities: ['FINE_TUNE', 'OFFER_PRODUCT'] };
    expect(ask('qwen-license', product).answer).toBe('ALLOWED_WITH_DUTIES');
  });

  it('bars military use under the DeepSeek License, whatever else is known', () => {
    const { answer } = ask('deepseek-license', { activities: ['RUN'], fieldsOfUse: ['MILITARY'] });
    expect(answer).toBe('NOT_ALLOWED');
  });

  it('lets the OpenRAIL licenses be used for anything their attachments do not bar', () => {
    for (const slug of [
      'bigscience-bloom-rail-1.0',
      'creativeml-openrail-m',
      'openrail++-m',
      'bigcode-openrail-m',
    ]) {
      const host: UseInput = { activities: ['HOST_AS_SERVICE'], fieldsOfUse: [] };
      const { answer, missing, duties } = ask(slug, host);
      expect({ answer, missing }).toEqual({ answer: 'ALLOWED_WITH_DUTIES', missing: [] });
      expect(duties.map(({ duty }) => duty?.kind)).toContain('FLOW_DOWN');
      expect(ask(slug, { ...host, fieldsOfUse: ['MEDICAL_ADVICE'] }).answer).toBe('NOT_ALLOWED');
    }
  });

  it('does not know whether models are multimodal, so Llama 4 stays open for the EU', () => {
    const { answer, missing } = ask('llama-4-community', startup);
    expect(answer).toBe('UNKNOWN');
    expect(missing).toContain('MODALITIES');
  });

  it('lets anybody do anything under MIT, with its notice', () => {
    const { answer, evidence, assumptions } = ask('mit', { activities: ['RUN', 'SELL_OUTPUTS'] });
    expect({ answer, evidence, assumptions }).toEqual({
      answer: 'ALLOWED',
      evidence: 'PUBLISHER',
      assumptions: [],
    });
    expect(ask('mit', { activities: ['REDISTRIBUTE'] }).answer).toBe('ALLOWED_WITH_DUTIES');
    expect(ask('apache-2.0', { activities: ['RUN'] }).assumptions).toHaveLength(1);
  });
});

describe('what is not known', () => {
  it('has no evidence: a model before its release, a missing model', () => {
    const { answer, evidence, missing } = askModel('minimax-m2', {
      activities: ['RUN'],
      obtainedOn: '2025-10-26',
    });
    expect({ answer, evidence, missing }).toEqual({
      answer: 'UNKNOWN',
      evidence: null,
      missing: ['LICENSE_IN_FORCE'],
    });
    expect(askModel('no-such-model', { activities: ['RUN'] }).evidence).toBeNull();
  });

  it('is reported once for a license that is both stated and inherited', () => {
    const { reasons } = askModel('llama-3.3-nemotron-super-49b', { activities: ['RUN'] });
    const open = reasons.filter(
      ({ license, clause, effect }) =>
        license?.slug === 'llama-3.3-community' && clause?.key === 'users' && effect === 'UNKNOWN',
    );
    expect(open).toHaveLength(1);
  });

  it('includes whether an undated license existed before it was first read', () => {
    const ask = (day: string) =>
      useVerdict(
        licenseBinding(licenseOf('mit'), day),
        profileOf({ activities: ['RUN'], obtainedOn: day }),
      );
    const early = ask('1950-01-01');
    expect([early.answer, early.missing]).toEqual(['UNKNOWN', ['LICENSE_IN_FORCE']]);
    expect(early.reasons.map(({ explanation }) => explanation)).toContainEqual(
      expect.stringMatching(
        /^MIT License has no recorded date and was first read on 2026-.*, after the day that counts \(1950-01-01\)\.$/u,
      ),
    );
    const late = ask(today);
    expect(late.answer).not.toBe('UNKNOWN');
    expect(late.assumptions).toContain(
      `MIT License, of which no date is recorded, was there by ${today}.`,
    );
  });

  it('does not include a choice of license that a maintainer has settled', () => {
    const dispute = /^Sources or dates leave open which license held/u;
    const { answer, assumptions } = askModel('mimo-v2-flash', { activities: ['RUN'] });
    expect(answer).toBe('ALLOWED');
    expect(assumptions.filter((one) => dispute.test(one))).toEqual([]);
    const { licenses, notes } = effectiveLicenses(
      seedGraph,
      'Model:mimo-v2-flash',
      'WEIGHTS',
      today,
    );
    expect(notes.filter((note) => dispute.test(note))).toEqual([]);
    expect(licenses.map(({ license }) => license?.slug)).toEqual(['mit']);
  });

  it('includes whether a license was taken before it was published', () => {
    const day = '2025-04-04';
    const profile = profileOf({ activities: ['RUN'], obtainedOn: day });
    const binding = licenseBinding(licenseOf('llama-4-community'), day);
    const { answer, missing, reasons } = useVerdict(binding, profile);
    expect(answer).toBe('UNKNOWN');
    expect(missing).toContain('LICENSE_IN_FORCE');
    expect(reasons.map(({ explanation }) => explanation)).toContain(
      'Llama 4 Community License was published on 2025-04-05 at the earliest, after the day that counts (2025-04-04).',
    );
  });
});
