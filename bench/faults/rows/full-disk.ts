import { type Ended, run, runWithinBlocks } from '../../../test/e2e/cli.ts';
import { contentsOf } from '../contents.ts';
import { inFolder } from '../folder.ts';
import type { FaultRow } from '../row.ts';

/** File size limits in blocks of 512 bytes. All are too small for the seeds. */
const bounds = [8, 200, 1000];

/** `seed` with a file size limit. SQLite reports the same error for a full disk. */
export const fullDisk: FaultRow = {
  name: 'full-disk',
  run: () =>
    inFolder(async (folder) => {
      const ends: Ended[] = [];
      for (const blocks of bounds) {
        ends.push(await runWithinBlocks(blocks, ['seed'], { DATA_DIR: folder }));
      }
      const left = await contentsOf(folder);
      const roomy = await run(['seed'], { DATA_DIR: folder });
      const after = await contentsOf(folder);
      const sentence = ends.at(-1)?.stderr.trim().replaceAll(folder, 'data') ?? '';
      const refused = ends.every(
        ({ code, stderr }) => code === 69 && /^[^\n]{20,400}$/.test(stderr.trim()),
      );
      return [
        {
          fault: `No room for files of more than ${bounds.join(', ')} blocks`,
          held: refused && (left?.rows ?? 0) === 0 && roomy.code === 0 && after?.integrity === 'ok',
          found: `\`seed\` exits with ${ends.map(({ code }) => code).join(', ')}: "${sentence}"; rows left behind: ${left?.rows ?? 0}; with room again it exits with ${roomy.code}, ${after?.counts}, and integrity_check says ${after?.integrity}`,
        },
      ];
    }),
};
