import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CatalogName, catalogs } from '../exchange/catalog/small-catalogs.ts';
import { bill, model } from '../exchange/cyclone-dx/bills.ts';
import { run, scratchFolder } from './cli.ts';
import { runWarm } from './warm.ts';

let scratch: Awaited<ReturnType<typeof scratchFolder>>;
beforeAll(async () => {
  scratch = await scratchFolder();
});
afterAll(() => scratch.remove());

async function importBy(
  runs: typeof runWarm,
  format: string,
  text: string,
  ...options: readonly string[]
) {
  const file = join(scratch.path, 'catalog.json');
  await writeFile(file, text);
  return runs(['import', format, file, ...options], { DATA_DIR: join(scratch.path, 'data') });
}
const importText = importBy.bind(null, runWarm);

describe('glossgraph import', () => {
  const formats = Object.keys(catalogs).filter((name) => name !== 'hubOtherwise') as CatalogName[];

  it.each(formats)('%s reports the changes, and none at the second time', async (name) => {
    const { format, text } = catalogs[name];
    const dry = await importText(format, text, '--dry-run');
    expect([dry.code, dry.stdout]).toEqual([
      0,
      expect.stringContaining('nothing was written; there would be'),
    ]);
    const first = await importText(format, text, '--json');
    expect([first.code, JSON.parse(first.stdout)]).toMatchObject([
      0,
      { dryRun: false, sources: { added: 1 } },
    ]);
    const again = await importText(format, text);
    expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('nothing to change')]);
  });

  it('of the next build of a product replaces the last one', async () => {
    const of = (version: string, name: string) =>
      bill([model(name, { purl: `pkg:huggingface/acme/${name}` })], {
        metadata: { component: { type: 'application', name: 'Acme Assistant', version } },
      });
    await importText('cyclonedx', of('1.0', 'old-model'));
    const { stdout } = await importBy(run, 'cyclonedx', of('2.0', 'new-model'), '--yes', '--json');
    expect(JSON.parse(stdout)).toMatchObject({
      dataset: 'bom-acme-assistant',
      entities: { added: 1, removed: 1 },
      sources: { added: 0, removed: 0 },
    });
  });

  it.each<[what: string, format: string, text: string, options: readonly string[], code: number]>([
    ['a broken file', 'models.dev', '{"a":}', [], 1],
    ['a file of another kind', 'spdx', '[]', [], 1],
    ['no date', 'spdx', '{}', ['--as-of', 'yesterday'], 2],
    ['no name of a data set', 'spdx', '{}', ['--name', 'A B'], 2],
  ])('of %s exits without loading anything', async (_what, format, text, options, expected) => {
    const { code, stdout, stderr } = await importText(format, text, ...options);
    expect([code, stdout]).toEqual([expected, '']);
    expect(stderr).toMatch(/^glossgraph: .*(?:nothing was loaded|expected)/);
    expect(stderr).not.toMatch(/\n\s+at /);
  });
});
