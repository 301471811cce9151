import { run } from '../../../test/e2e/cli.ts';
import { contentsOf } from '../contents.ts';
import { inFolder } from '../folder.ts';
import type { FaultRow } from '../row.ts';

/** Two loads that start at the same time in one new folder. */
export const twoProcesses: FaultRow = {
  name: 'two-processes',
  run: () =>
    inFolder(async (folder) => {
      const env = { DATA_DIR: `${folder}/shared` };
      const both = await Promise.all([run(['seed'], env), run(['seed'], env)]);
      const alone = { DATA_DIR: `${folder}/alone` };
      await run(['seed'], alone);
      const shared = await contentsOf(env.DATA_DIR);
      const expected = await contentsOf(alone.DATA_DIR);
      const codes = both.map(({ code }) => code).join(' and ');
      const same = shared !== null && shared.counts === expected?.counts;
      return [
        {
          fault: 'Two `seed` at once on one fresh folder',
          held: codes === '0 and 0' && same && shared.integrity === 'ok',
          found: `exit ${codes}; ${same ? 'the same counts as one alone' : `not the counts of one alone: ${shared?.counts}`}; integrity_check says ${shared?.integrity}`,
        },
      ];
    }),
};
