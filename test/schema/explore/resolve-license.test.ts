import { beforeAll, describe, expect, it } from 'vitest';
import type { GraphReader } from '../../../src/loaders/graph-reader.ts';
import { spdxLicenses } from '../../../src/text/license-strings/spdx-list.ts';
import { dataOf, run } from '../../support/execute.ts';
import { hostileTexts } from './hostile-texts.ts';
import { seededReader } from './seeded.ts';

const query = `query ($text: String!) {
  resolveLicense(text: $text) {
    kind
    input
    license { slug spdxId }
    spdxLicense { id name url osiApproved deprecated }
    expression {
      text
      nodes { operator parent spdxId license { slug } spdxLicense { id } orLater exception }
    }
    candidates { license { slug } spdxLicense { id } confidence reason }
    reasons
  }
}`;

describe('resolveLicense', () => {
  let reader: GraphReader;
  beforeAll(async () => {
    reader = await seededReader();
  });

  async function resolved(text: string) {
    const { resolveLicense } = await dataOf(reader, query, { text });
    return resolveLicense as Record<string, unknown>;
  }

  it.each([
    ['apache 2', 'apache-2.0'],
    ['llama3.1', 'llama-3.1-community'],
    ['MIT License', 'mit'],
  ])('%s is a license of the graph', async (text, slug) => {
    const found = await resolved(text);
    expect(found).toMatchObject({ kind: 'LICENSE', input: text, license: { slug } });
    expect(found.reasons).not.toEqual([]);
  });

  it('knows licenses that only the SPDX list has', async () => {
    expect(await resolved('Zlib')).toMatchObject({
      kind: 'SPDX_LICENSE',
      license: null,
      spdxLicense: { id: 'Zlib', osiApproved: true, deprecated: false },
    });
  });

  it.each([
    ['MIT-like', 'mit'],
    ['other (qwen)', 'qwen-license'],
    ['cc-by-nc-4.0 + AUP', 'cc-by-nc-4.0'],
  ])('%s leaves candidates', async (text, first) => {
    const { kind, license, candidates } = await resolved(text);
    expect({ kind, license }).toEqual({ kind: 'CANDIDATES', license: null });
    expect(candidates).toMatchObject([
      { license: { slug: first } },
      ...(candidates as []).slice(1),
    ]);
  });

  it('says what an expression combines', async () => {
    const text = 'MIT or (apache-2.0 and GPL-2.0+ with classpath-exception-2.0)';
    const { expression } = (await resolved(text)) as { expression: { nodes: object[] } };
    expect(expression).toMatchObject({
      text: 'MIT OR (Apache-2.0 AND GPL-2.0-or-later WITH Classpath-exception-2.0)',
      nodes: [
        { operator: 'OR', parent: null, spdxId: null, license: null },
        { operator: null, parent: 0, spdxId: 'MIT', license: { slug: 'mit' } },
        { operator: 'AND', parent: 0 },
        { parent: 2, license: { slug: 'apache-2.0' }, exception: null },
        { parent: 2, exception: 'Classpath-exception-2.0' },
      ],
    });
  });

  it.each(hostileTexts)('takes any text: %j', async (text) => {
    expect((await resolved(text)).kind).toMatch(/^(?:NONE|CANDIDATES)$/);
  });

  it('refuses a text over its bound', async () => {
    const { result } = await run(reader, { query, variables: { text: 'x'.repeat(10_001) } });
    expect(result.errors?.[0]?.extensions).toMatchObject({
      code: 'BAD_USER_INPUT',
      argument: 'text',
    });
  });

  it('has an address that the schema allows for every license of the list', () => {
    const addresses = spdxLicenses.flatMap(({ url }) => url ?? []);
    expect(addresses.filter((url) => !URL.canParse(url))).toEqual([]);
  });
});
