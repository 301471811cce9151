import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { main } from '../../e2e/cli.ts';
import { inFolder } from '../../support/in-folder.ts';

const size = 6000;
/** Half of what all of them take at once. */
const heapMegabytes = 56;

/** Records of the Hub's API, one in each line. Most models derive from another one. */
function records(): string {
  const lines = Array.from({ length: size }, (_, n) => {
    const base = `lab-${(n - 1) % 500}/model-${n - 1}`;
    const tags = [
      'license:apache-2.0',
      `base_model:finetune:${base}`,
      'transformers',
      'safetensors',
    ];
    return JSON.stringify({
      ...{ id: `lab-${n % 500}/model-${n}`, lastModified: '2025-06-01T00:00:00.000Z' },
      ...{ gated: false, tags: n === 0 ? tags.slice(0, 1) : tags, pipeline_tag: 'text-generation' },
      siblings: [{ rfilename: 'model.safetensors' }, { rfilename: 'README.md' }],
    });
  });
  return lines.join('\n');
}

it('is imported by a process that could not hold it', async () => {
  await inFolder({ 'models.ndjson': records() }, async (folder) => {
    const command = [main, 'import', 'hugging-face', `${folder}/models.ndjson`, '--json'];
    const child = spawn(process.execPath, [`--max-old-space-size=${heapMegabytes}`, ...command], {
      env: { ...process.env, DATA_DIR: folder },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const [said, errors, [code]] = await Promise.all([
      text(child.stdout),
      text(child.stderr),
      once(child, 'close'),
    ]);
    expect([code, errors]).toEqual([0, '']);
    const { read, known, added, entities } = JSON.parse(said);
    expect([read, known, added.count, added.slugs.length]).toEqual([
      ...[size, { count: 0, slugs: [] }, size, 1000],
    ]);
    // With their license, which the graph did not have.
    expect(entities.added).toBe(size + 1);
  });
}, 300_000);
