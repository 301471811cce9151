import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shellExports } from './shell-exports.ts';

const names = ['NEO4J_URI', 'NEO4J_USER', 'NEO4J_PASSWORD'];

/** The variables that a program gets from a shell in which the line was pasted. */
function pasted(line: string): readonly string[] {
  const print = `process.stdout.write(JSON.stringify(${JSON.stringify(names)}.map((n) => process.env[n])))`;
  const script = `${line}\n"$NODE" -e "$PRINT"`;
  const env = { PATH: process.env.PATH ?? '', NODE: process.execPath, PRINT: print };
  return JSON.parse(execFileSync('sh', ['-c', script], { encoding: 'utf8', env }));
}

describe('the variables that npm run neo4j prints', () => {
  it('reach what is started from the shell', () => {
    const values = ['bolt://localhost:7687', 'neo4j', 'it\'s $HOME `id` \\ "!" #\n&;'];
    const line = shellExports(
      Object.fromEntries(names.map((name, at) => [name, values[at] ?? ''])),
    );
    expect(line).toMatch(
      /^export NEO4J_URI=bolt:\/\/localhost:7687 NEO4J_USER=neo4j NEO4J_PASSWORD='/,
    );
    expect(pasted(line)).toEqual(values);
  });

  it('reach it with any value, also an empty one', () => {
    const value = fc.string({ unit: 'binary' }).filter((text) => !/\0|\p{Cs}/u.test(text));
    fc.assert(
      fc.property(value, (password) => {
        const line = shellExports({ NEO4J_URI: '', NEO4J_USER: 'neo4j', NEO4J_PASSWORD: password });
        expect(pasted(line)).toEqual(['', 'neo4j', password]);
      }),
      { numRuns: 10 },
    );
  });
});
