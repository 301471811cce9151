import { describe, expect, it } from 'vitest';
import { configMarkdown, readConfig } from '../../src/config.ts';

function configOf(env: Record<string, string>) {
  const reading = readConfig(env);
  if (reading.config === null) throw new Error(reading.problems.join('\n'));
  return reading;
}

function problemsOf(env: Record<string, string>): readonly string[] {
  const reading = readConfig(env);
  return reading.config === null ? reading.problems : [];
}

describe('the configuration', () => {
  it('needs nothing: the embedded store on port 4000', () => {
    expect(configOf({}).config).toMatchObject({
      port: 4000,
      host: null,
      publicUrl: 'http://localhost:4000',
      neo4j: null,
      reader: { revisionCheckMs: 1000 },
      logLevel: 'info',
    });
    expect(configOf({}).config.seedsDir).toMatch(/seeds$/);
  });

  it('takes blanks for unset, and spaces around a value for a slip', () => {
    expect(configOf({ PORT: '', NEO4J_URI: '  ', LOG_LEVEL: ' warn ' }).config).toMatchObject({
      port: 4000,
      neo4j: null,
      logLevel: 'warn',
    });
  });

  it('follows the port in the public address, and drops a slash at its end', () => {
    expect(configOf({ PORT: '81' }).config.publicUrl).toBe('http://localhost:81');
    expect(configOf({ PUBLIC_URL: 'https://g.example/x/' }).config.publicUrl).toBe(
      'https://g.example/x',
    );
  });

  it('reads the origins of pages that may ask', () => {
    const originsOf = (text: string) => configOf({ ALLOWED_ORIGINS: text }).config.allowedOrigins;
    expect(configOf({}).config.allowedOrigins).toBeNull();
    expect([originsOf('*'), originsOf('none')]).toEqual([null, []]);
    expect(originsOf('https://app.example.org, http://localhost:3000')).toEqual([
      'https://app.example.org',
      'http://localhost:3000',
    ]);
  });

  it.each([
    'app.example.org',
    'https://app.example.org/',
    'https://App.example.org',
    'https://app.example.org:443',
    'https://*.example.org',
    'ftp://app.example.org',
    'null',
    '*,https://app.example.org',
    'https://app.example.org,',
  ])('takes no origin that browsers would not name like this: %s', (text) => {
    expect(problemsOf({ ALLOWED_ORIGINS: text })).toEqual([
      expect.stringMatching(/^ALLOWED_ORIGINS: expected "\*", "none", or origins /),
    ]);
  });

  it('reads "off" where a thing can be off', () => {
    const { config } = configOf({ REVISION_CHECK_MS: 'off' });
    expect(config.reader.revisionCheckMs).toBe(null);
    expect(configOf({ REVISION_CHECK_MS: '0' }).config.reader.revisionCheckMs).toBe(0);
  });

  it.each(['bolt', 'bolt+s', 'bolt+ssc', 'neo4j', 'neo4j+s', 'neo4j+ssc'])(
    'knows %s:// as Neo4j',
    (scheme) => {
      const { config, warnings } = configOf({
        NEO4J_URI: `${scheme}://db.example:7687`,
        NEO4J_PASSWORD: ' with spaces ',
      });
      expect(config.neo4j).toEqual({
        uri: `${scheme}://db.example:7687`,
        user: 'neo4j',
        password: ' with spaces ',
        database: null,
        timeoutMs: 10_000,
      });
      expect(warnings).toEqual([]);
    },
  );

  it('reports every mistake at once, and no secrets', () => {
    const problems = problemsOf({
      PORT: '70000',
      NEO4J_URI: 'http://user:secret@db',
      NEO4J_TIMEOUT_MS: '-1',
      MAX_DEPTH: '1e3',
      PUBLIC_URL: 'example.org',
      LOG_LEVEL: 'loud',
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'NEO4J_URI',
      'NEO4J_TIMEOUT_MS',
      'MAX_DEPTH',
      'LOG_LEVEL',
    ]);
    expect(problems[0]).toBe('PORT: expected a whole number from 0 to 65535, got "70000"');
    expect(problems.join()).not.toContain('secret');
  });

  it('warns of names that nothing reads', () => {
    expect(configOf({ NEO4J_URL: 'bolt://x' }).warnings).toEqual([
      expect.stringContaining('NEO4J_URL is not read'),
    ]);
    expect(configOf({ NEO4J_PASSWORD: 'x' }).warnings).toEqual([
      expect.stringContaining('NEO4J_URI is not set'),
    ]);
  });

  it('is described by a table with every variable once', () => {
    const names = [...configMarkdown().matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('SHUTDOWN_TIMEOUT_MS');
  });
});
