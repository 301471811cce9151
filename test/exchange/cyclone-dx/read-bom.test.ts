import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { modelNames } from '../../../src/exchange/cyclone-dx/bom-names.ts';
import { readBom } from '../../../src/exchange/cyclone-dx/read-bom.ts';
import { inFolder } from '../../support/in-folder.ts';
import { bill, model } from './bills.ts';

function read(text: string) {
  return inFolder({ 'bom.json': text }, (folder) => readBom(join(folder, 'bom.json')));
}

/** "3:5 bad-value the message" for every problem. */
async function problemsOf(text: string): Promise<readonly string[]> {
  const bom = await read(text);
  if (bom.ok) return [];
  return bom.problems.map(
    ({ line, column, code, message }) => `${line}:${column} ${code} ${message}`,
  );
}

describe('a bill of materials', () => {
  it('names models wherever they stand in it, each with its place', async () => {
    const inner = model('inner', { purl: 'pkg:huggingface/acme/inner' });
    const bom = await read(
      bill(
        [
          { type: 'application', name: 'app', components: [inner] },
          model('outer'),
          { type: 'data', name: 'x' },
        ],
        {
          metadata: {
            timestamp: '2026-11-24T13:10:49Z',
            component: model('product', { version: '1.0' }),
          },
        },
      ),
    );
    if (!bom.ok) throw new Error(JSON.stringify(bom.problems));
    const { models, ...rest } = bom.value;
    expect(models.map(({ name, line }) => `${name} ${line}`)).toEqual([
      'product 7',
      'inner 18',
      'outer 25',
    ]);
    expect(rest).toMatchObject({
      product: 'product',
      productVersion: '1.0',
      madeOn: '2026-11-24',
      others: 2,
    });
  });

  it('describes a model by its names, its license and the models it was derived from', async () => {
    const bom = await read(
      bill([
        model('phi', {
          group: 'microsoft',
          version: '4',
          externalReferences: [{ type: 'website', url: 'https://huggingface.co/microsoft/phi-4' }],
          licenses: [
            { license: { id: 'MIT', name: 'ignored' } },
            { expression: 'MIT OR Apache-2.0' },
          ],
          pedigree: { ancestors: [{ type: 'machine-learning-model', name: 'phi-3' }] },
        }),
      ]),
    );
    const [found] = bom.ok ? bom.value.models : [];
    expect(found).toMatchObject({
      group: 'microsoft',
      urls: ['https://huggingface.co/microsoft/phi-4'],
      licenses: ['MIT', 'MIT OR Apache-2.0'],
      ancestors: [{ name: 'phi-3', purl: null }],
    });
    expect(found && modelNames(found)).toEqual({
      addresses: [
        { by: 'purl', all: [] },
        { by: 'address', all: ['https://huggingface.co/microsoft/phi-4'] },
        { by: 'name', all: ['https://huggingface.co/microsoft/phi'] },
      ],
      exact: ['phi 4', 'phi'],
    });
  });

  it('does not take a commit for a part of the name', () => {
    const of = (version: string) =>
      modelNames({ name: 'phi', group: null, version, purl: null, urls: [] }).exact;
    expect(of('cd5ef92a9fb2f889e972770a36d4ed042daf221e')).toEqual(['phi']);
    expect(of('3.1')).toEqual(['phi 3.1', 'phi']);
  });
});

describe('what is no such bill is refused', () => {
  it.each([
    [
      'a comma too many',
      bill([model('a')]).replace('"a"', '"a",'),
      ['8:18 bad-json expected no comma before the closing "}"'],
    ],
    ['no object', '[]', ['1:1 bad-value expected a CycloneDX bill of materials: an object']],
    [
      'another format',
      '{\n "spdxVersion": "SPDX-2.3"\n}',
      ['1:1 missing-key "bomFormat" is missing', '1:1 missing-key "specVersion" is missing'],
    ],
    [
      'of a version without models',
      bill([]).replace('1.6', '1.4'),
      [
        '3:18 bad-value specVersion: expected 1.5 or later: bills of earlier versions name no models',
      ],
    ],
    [
      'a component without a name',
      bill([model('a'), { type: 'library' }]),
      ['10:5 missing-key "components.1.name" is missing'],
    ],
    [
      'a license that is none, deep inside',
      bill([{ type: 'library', name: 'a', components: [model('b', { licenses: ['MIT'] })] }]),
      [
        '14:13 bad-value components.0.components.0.licenses.0: expected a license or an expression: an object',
      ],
    ],
    ['nothing', '', ['1:1 bad-json expected a value']],
  ])('%s', async (_what, text, expected) => {
    expect(await problemsOf(text)).toEqual(expected);
  });

  it('hostile nesting', async () => {
    const text = `${bill([]).slice(0, -3)}${'{"type":"library","name":"a","components":['.repeat(50_000)}`;
    expect((await problemsOf(text))[0]).toMatch(/^\d+:\d+ too-deep /);
  });

  it('a file that is not there, and one that is no text', async () => {
    const missing = await readBom('nowhere/bom.json');
    expect(missing).toMatchObject({ ok: false, problems: [{ code: 'unreadable' }] });
    const folder = await inFolder({ 'a/b.json': '{}' }, (path) => readBom(join(path, 'a')));
    expect(folder).toMatchObject({ ok: false, problems: [{ message: 'expected a regular file' }] });
  });
});
