import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardPlace } from '../../../src/exchange/hugging-face/card-path.ts';
import { readHuggingFace } from '../../../src/exchange/hugging-face/read-hugging-face.ts';
import { foundIn, problemsIn, readFiles, statedIn } from '../catalog/read-into.ts';

const card = (...lines: readonly string[]) => `---\n${lines.join('\n')}\n---\n# Title\n`;

describe('a folder of model cards', () => {
  it('states licenses, bases and what a task says, each of the repository that its path names', async () => {
    const found = await foundIn(
      readHuggingFace,
      {
        'acme/one/README.md': card(
          'license: mit',
          'base_model: Qwen/Qwen3-14B',
          'base_model_relation: adapter',
        ),
        'acme/two.md': card(
          'license: other',
          'license_name: Acme Model License',
          'pipeline_tag: text-to-image',
        ).replaceAll('\n', '\r\n'),
        'models--acme--three/snapshots/0a/README.md': card('license: bsd-3-clause'),
        'datasets/acme/data/README.md': card('license: mit'),
        'sample.md': card('license: mit'),
        'acme/none/README.md': '# A card without metadata\n',
        'acme/data/README.md': card('license: mit', 'task_categories: [other]'),
      },
      '',
    );
    expect(statedIn(found)).toEqual([
      'one: URL https://huggingface.co/acme/one',
      'one: LICENSED_UNDER https://spdx.org/licenses/MIT',
      'one: DERIVED_FROM https://huggingface.co/Qwen/Qwen3-14B ADAPTER',
      'one: DEVELOPED_BY acme',
      'MIT License: SPDX_ID MIT',
      'Qwen3-14B: URL https://huggingface.co/Qwen/Qwen3-14B',
      'two: URL https://huggingface.co/acme/two',
      'two: INPUT_MODALITIES TEXT',
      'two: OUTPUT_MODALITIES IMAGE',
      'two: LICENSED_UNDER License:acme',
      'two: DEVELOPED_BY acme',
      'three: URL https://huggingface.co/acme/three',
      'three: LICENSED_UNDER https://spdx.org/licenses/BSD-3-Clause',
      'three: DEVELOPED_BY acme',
      'BSD 3-Clause "New" or "Revised" License: SPDX_ID BSD-3-Clause',
    ]);
    expect(found.leftOut.map(({ what, count }) => `${count} ${what}`)).toEqual([
      '2 card of a data set or a space',
      '1 card whose path names no repository (owner/name/README.md)',
      '1 card without metadata',
    ]);
  });

  it('never guesses: what leaves doubt is counted and named', async () => {
    const { entries, leftOut } = await foundIn(
      readHuggingFace,
      {
        'a/b/README.md': card(
          'license: [mit, apache-2.0]',
          'base_model: [../weights, a/b]',
          'base_model_relation: cousin',
          'language: [en, no]',
          'tags: [2024, moe]',
          'pipeline_tag: text-generation',
          'unheard-of: 1',
        ),
      },
      '',
    );
    expect(entries).toHaveLength(1);
    expect(leftOut.map(({ what }) => what).sort()).toEqual([
      'base_model that is no repository',
      'base_model that is the model itself',
      'base_model_relation "cousin"',
      'language',
      'license "mit, apache-2.0", which names no single license',
      'pipeline_tag, of a task that does not say all that the model takes in',
      'tags',
      'unheard-of',
    ]);
  });

  it.each<[string, string, readonly string[]]>([
    [
      'a list',
      '---\n[]\n---\n',
      ['a/b.md:2:1 bad-value: expected the metadata of a card: keys and values'],
    ],
    [
      'not ended',
      '---\nlicense: mit\n',
      ['a/b.md:1:1 bad-card: expected a line "---" at the end of the metadata'],
    ],
    [
      'broken',
      card('license: mit', 'tags: [a'),
      [
        'a/b.md:3:9 bad-yaml: Flow sequence in block collection must be sufficiently indented and end with a ]',
      ],
    ],
    [
      'of another shape',
      card('license: mit', 'base_model:', '  a: b'),
      ['a/b.md:4:3 bad-value: base_model: expected text, or a list of texts'],
    ],
    ['nested without end', card(`tags: ${'['.repeat(50_000)}`), ['a/b.md:2:']],
    [
      'too large',
      card(`# ${'x'.repeat(300_000)}`),
      ['a/b.md:1:1 too-large: expected at most 262144 characters of metadata'],
    ],
  ])('with metadata that is %s is refused with its place', async (_what, text, expected) => {
    const problems = await problemsIn(
      readHuggingFace,
      { 'a/b.md': text, 'a/c.md': card('license: mit') },
      '',
    );
    expect(problems.map((each, index) => each.slice(0, expected[index]?.length))).toEqual(expected);
  });

  it('without cards is refused', async () => {
    expect(await problemsIn(readHuggingFace, { 'a.txt': '' }, '')).toEqual([
      ':1:1 no-cards: expected model cards, files such as owner/name/README.md',
    ]);
  });

  it('may have any paths: each names a repository or says why not', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 5 }), (parts) => {
        const place = cardPlace(parts.join('/'));
        if (place.repository === null) expect(place.because).not.toBe('');
        else expect(place.repository).toMatch(/^[\w.-]+\/[\w.-]+$/);
      }),
    );
  });
});

describe('records of the API', () => {
  const record = {
    ...{ id: 'acme/one', lastModified: '2026-02-03T04:05:06.000Z', gated: false },
    tags: ['license:mit', 'base_model:Qwen/Qwen3-14B', 'base_model:quantized:Qwen/Qwen3-14B'],
    siblings: [{ rfilename: 'model.safetensors' }],
    safetensors: { total: 1000, parameters: { BF16: 1000 } },
  };

  it('state as much as a card, and what is in the repository', async () => {
    const found = await foundIn(
      readHuggingFace,
      { 'hub.ndjson': JSON.stringify(record) },
      'hub.ndjson',
    );
    expect(statedIn(found).slice(0, 6)).toEqual([
      'one: URL https://huggingface.co/acme/one',
      'one: AVAILABILITY of WEIGHTS OPEN',
      'one: TOTAL_PARAMETERS 1000',
      'one: LICENSED_UNDER https://spdx.org/licenses/MIT',
      'one: DERIVED_FROM https://huggingface.co/Qwen/Qwen3-14B QUANTIZED',
      'one: DEVELOPED_BY acme',
    ]);
    expect(found.entries[0]?.asOf).toBe('2026-02-03');
  });

  it.each([
    [{ gated: 'manual' }, 'one: AVAILABILITY of WEIGHTS GATED'],
    [{ gated: true, siblings: null }, 'one: AVAILABILITY of WEIGHTS GATED'],
    [{ siblings: [{ rfilename: 'README.md' }] }, undefined],
    [{ private: true }, undefined],
  ])('with %j say %s', async (more, expected) => {
    const text = JSON.stringify({ ...record, ...more });
    const found = await foundIn(readHuggingFace, { 'hub.ndjson': text }, 'hub.ndjson');
    expect(statedIn(found).find((each) => each.includes('AVAILABILITY'))).toBe(expected);
  });

  it('do not count packed numbers as parameters', async () => {
    const packed = { ...record, safetensors: { total: 10, parameters: { I32: 10 } } };
    const found = await foundIn(
      readHuggingFace,
      { 'hub.json': JSON.stringify([packed]) },
      'hub.json',
    );
    expect(statedIn(found).join('\n')).not.toContain('TOTAL_PARAMETERS');
    expect(found.leftOut.map(({ what }) => what)).toContain('safetensors count of packed numbers');
  });

  it('are refused line by line, and nothing of them is taken', async () => {
    const lines = [
      JSON.stringify(record),
      '',
      '{"id": "a/b",}',
      '{"tags": []}',
      '{"id": "a/b", "tags": 1}',
      '[]',
    ];
    expect(
      await problemsIn(readHuggingFace, { 'hub.ndjson': lines.join('\n') }, 'hub.ndjson'),
    ).toEqual([
      'hub.ndjson:3:13 bad-json: expected no comma before the closing "}"',
      'hub.ndjson:4:1 bad-value: id: expected the id of a repository',
      'hub.ndjson:5:23 bad-value: tags: expected a list of tags',
      'hub.ndjson:6:1 bad-value: expected a model as the API of the Hub gives it: an object',
    ]);
  });

  it('of hostile depth and of no models are refused', async () => {
    for (const text of [`{"id":"a/b","x":${'['.repeat(100_000)}`, '', '\n\n']) {
      expect((await readFiles(readHuggingFace, { 'hub.ndjson': text }, 'hub.ndjson')).ok).toBe(
        false,
      );
    }
  });
});
