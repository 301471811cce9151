import fc from 'fast-check';
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
  it('needs no variables: the embedded store on port 4000', () => {
    expect(configOf({}).config).toMatchObject({
      port: 4000,
      host: null,
      publicUrl: 'http://localhost:4000',
      neo4j: null,
      reader: { revisionCheckMs: 1000 },
      logLevel: 'info',
    });
    expect(configOf({}).config.seedsDirs).toEqual([expect.stringMatching(/seeds$/)]);
    expect(configOf({ SEEDS_DIR: 'none' }).config.seedsDirs).toBeNull();
    expect(configOf({ SEEDS_DIR: ' builtin, test' }).config.seedsDirs).toEqual([
      ...(configOf({}).config.seedsDirs ?? []),
      'test',
    ]);
  });

  it('treats blanks as unset, and trims values', () => {
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

  it('reads the header in which a proxy says who its client is', () => {
    expect(configOf({}).config.clientAddressHeader).toBeNull();
    const { config } = configOf({ CLIENT_ADDRESS_HEADER: ' X-Forwarded-For ' });
    expect(config.clientAddressHeader).toBe('x-forwarded-for');
    for (const text of ['Forwarded', 'x forwarded', 'x:', 'é', 'a'.repeat(65)]) {
      expect(problemsOf({ CLIENT_ADDRESS_HEADER: text })).toEqual([
        expect.stringMatching(/^CLIENT_ADDRESS_HEADER: expected the name of a header .*got "/),
      ]);
    }
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

  it('reads "off" for settings that allow it', () => {
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
      SEEDS_DIR: 'builtin,nowhere',
      NEO4J_URI: 'http://user:secret@db',
      TRUSTED_DOCUMENTS: 'nowhere.json',
      NEO4J_TIMEOUT_MS: '-1',
      MAX_DEPTH: '1e3',
      PUBLIC_URL: 'example.org',
      LOG_LEVEL: 'loud',
    });
    expect(problems.map((problem) => problem.split(':')[0])).toEqual([
      'PORT',
      'PUBLIC_URL',
      'SEEDS_DIR',
      'NEO4J_URI',
      'NEO4J_TIMEOUT_MS',
      'TRUSTED_DOCUMENTS',
      'MAX_DEPTH',
      'LOG_LEVEL',
    ]);
    expect(problems[0]).toBe('PORT: expected a whole number from 0 to 65535, got "70000"');
    expect(problems.join()).not.toContain('secret');
  });

  it.each([
    ['SEEDS_DIR', 'nowhere', 'expected folders, but "nowhere" is not one, got "nowhere"'],
    [
      'SEEDS_DIR',
      'builtin,package.json',
      'expected folders, but "package.json" is not one, got "builtin,package.json"',
    ],
    ['TRUSTED_DOCUMENTS', 'nowhere', 'expected a file or folder that exists, got "nowhere"'],
  ])('refuses a path that is not there: %s=%s', (name, path, message) => {
    expect(problemsOf({ [name]: path })).toEqual([`${name}: ${message}`]);
    expect(problemsOf({ SEEDS_DIR: 'seeds,test', TRUSTED_DOCUMENTS: 'package.json' })).toEqual([]);
  });

  const addressed = ['bolt', 'neo4j', 'neo4j+s'].flatMap((scheme) => [
    `${scheme}://someone:s3cret@db:7687`,
    `${scheme}://someone:s3c/ret@db:7687`,
    `${scheme}://:s3cret@db`,
    `${scheme}://someone:12/s3cret@db`,
    `${scheme}://someone:12?s3cret@db`,
    `${scheme}:someone:s3cret@db`,
    `${scheme.toUpperCase()}://someone:s3cret@db`,
  ]);
  it.each(addressed)('refuses a password in the address, and does not print it: %s', (uri) => {
    for (const name of ['NEO4J_URI', 'PUBLIC_URL', 'ALLOWED_ORIGINS', 'PORT']) {
      const [problem = '', ...others] = problemsOf({ [name]: uri });
      expect(others).toEqual([]);
      expect(problem).toMatch(new RegExp(`^${name}: expected .*, got ".*\\*\\*\\*@db`));
      expect(problem).not.toMatch(/s3c|ret|someone/);
    }
    const [problem] = problemsOf({ NEO4J_URI: uri });
    if (/^(bolt|neo4j|neo4j\+s):\/\//i.test(uri)) {
      expect(problem).toContain('without user and password: they go into NEO4J_USER and NEO4J_P');
    }
  });

  it('prints no password, whatever its characters', () => {
    const word = fc.string({ minLength: 4 }).filter((text) => !/^[\s@]|[\s@]$/.test(text));
    fc.assert(
      fc.property(word, (password) => {
        const [problem = 'none'] = problemsOf({ NEO4J_URI: `bolt://neo4j:${password}@db` });
        expect(problem).toMatch(/^NEO4J_URI: expected .*, got "(?:bolt:\/\/)?\*\*\*@db"$/);
      }),
    );
  });

  it.each([
    ['BOLT://db', 'expected an address such as neo4j://localhost:7687'],
    ['Neo4j://db', 'expected an address such as neo4j://localhost:7687'],
    ['bolt://d b', 'expected an address such as'],
    ['bolt://d\tb', 'expected an address such as'],
    ['bolt://db:99999', 'expected an address such as'],
    ['bolt://', 'expected an address such as'],
    ['bolt:db', 'expected an address such as'],
    ['bolt://db/movies', 'the name of a database goes into NEO4J_DATABASE'],
    ['neo4j+s://db//', 'the name of a database goes into NEO4J_DATABASE'],
    ['bolt://db?policy=eu', 'expected an address that ends before "?" or "#"'],
    ['neo4j://db#x', 'expected an address that ends before "?" or "#"'],
  ])('takes %j for no Neo4j', (uri, expected) => {
    expect(problemsOf({ NEO4J_URI: uri })).toEqual([expect.stringContaining(expected)]);
  });

  it.each([
    ['bolt://db/', 'bolt://db'],
    ['bolt://[::1]:7687', 'bolt://[::1]:7687'],
    ['neo4j://db:7687?policy=eu', 'neo4j://db:7687?policy=eu'],
  ])('takes %s for Neo4j at %s', (uri, taken) => {
    expect(configOf({ NEO4J_URI: uri }).config.neo4j?.uri).toBe(taken);
  });

  it.each(['HTTPS://g.example', 'https://g.example?x', 'https://g.example#x', 'ftp://g.example'])(
    'takes %s for no public address',
    (address) => {
      expect(problemsOf({ PUBLIC_URL: address })).toEqual([
        expect.stringMatching(/^PUBLIC_URL: expected an address/),
      ]);
    },
  );

  it('warns about variables that are not read', () => {
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
