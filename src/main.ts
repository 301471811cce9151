#!/usr/bin/env node
import { resolve } from 'node:path';
import { Command, CommanderError } from 'commander';
import {
  CommandError,
  type ExitCode,
  exitCode,
  reasonOf,
  storeExitCode,
} from './commands/command-error.ts';
import { packageVersion } from './commands/package-version.ts';
import { type Config, configMarkdown, readConfig } from './config.ts';
import { seedsDirectory } from './config-values.ts';
import { StoreError } from './store/graph-store.ts';

const exitCodes = `
Exit codes: 0 success, 1 problems found (in seeds, in a file to import, in an answer), 2 wrong usage, 65 store
unreadable (damaged, of another program or version), 66 the file for check-bom is unreadable or not what it
should be, 69 store unavailable (unreachable, cannot be opened or written, disk full), 70 internal error,
73 a file cannot be written, 78 wrong configuration.
Settings are environment variables; "glossgraph config --markdown" lists them.`;

function configured(): { readonly config: Config; readonly warnings: readonly string[] } {
  const reading = readConfig();
  if (reading.config !== null) return reading;
  const message = ['the configuration is wrong', ...reading.problems].join('\n  ');
  throw new CommandError(exitCode.configuration, message);
}

/** The given directories, otherwise the configured ones. */
function seedsOf(directories: readonly string[], read: () => Pick<Config, 'seedsDirs'>) {
  if (directories.length > 0) return directories.map((each) => resolve(seedsDirectory(each)));
  const { seedsDirs } = read();
  if (seedsDirs !== null) return seedsDirs;
  throw new CommandError(exitCode.usage, 'SEEDS_DIR is "none": name the directory of the seeds');
}

/** Runs a command and sets its exit code. */
function action<Args extends unknown[]>(run: (...args: Args) => Promise<ExitCode>) {
  return async (...args: Args) => {
    process.exitCode = await run(...args);
  };
}

/** The catalogs that can be imported, in words. */
const catalogs = {
  'hugging-face':
    'model cards: a folder of them, a file with one, or records of the API (JSON, NDJSON)',
  'models.dev': 'models.dev: its api.json, models.json or catalog.json',
  spdx: 'the SPDX License List: its licenses.json',
  'license-db': "the index of ScanCode's LicenseDB: its index.json",
  cyclonedx: 'the models of a CycloneDX bill of materials, in JSON',
} as const;

function createProgram(): Command {
  const program = new Command('glossgraph')
    .description('A GraphQL knowledge graph of AI terms, models and licenses.')
    .version(packageVersion())
    .exitOverride()
    .showHelpAfterError('(--help says more)')
    .addHelpText('after', exitCodes);
  // A command loads its modules when it runs, so that --help does not wait for the schema.
  program
    .command('serve')
    .description('serve the graph over HTTP; first update an embedded store from the seeds')
    .action(
      action(async () => {
        const { config, warnings } = configured();
        const { serve } = await import('./commands/serve.ts');
        return serve(config, warnings);
      }),
    );
  program
    .command('seed')
    .description('load seeds into the configured store, writing only what changed')
    .argument(
      '[directories...]',
      'seeds to load; "builtin" are those of the package (default: SEEDS_DIR)',
    )
    .option('--prune', 'also forget all other data sets')
    .option('--yes', 'go ahead even if more than half of the entities would be removed')
    .option('--dry-run', 'print what would be added, changed and removed; write nothing')
    .option('--json', 'print what changed as JSON')
    .action(
      action(async (directories: readonly string[], options: object) => {
        const { config } = configured();
        const { seed } = await import('./commands/seed.ts');
        return seed(
          config,
          seedsOf(directories, () => config),
          options,
        );
      }),
    );
  const imports = program
    .command('import')
    .description('load an external vocabulary or catalog into the configured store');
  imports
    .command('wordnet')
    .description(
      'load WordNet (data.noun, data.verb, data.adj, data.adv), writing only what changed',
    )
    .argument('<directory>', 'folder of the data files')
    .option('--prune', 'also forget all other data sets')
    .option('--yes', 'go ahead even if more than half of the entities would be removed')
    .option('--dry-run', 'print what would be added, changed and removed; write nothing')
    .option('--json', 'print what changed as JSON')
    .action(
      action(async (directory: string, options: object) => {
        const { config } = configured();
        const { importWordNet } = await import('./commands/import-wordnet.ts');
        return importWordNet(config, resolve(directory), options);
      }),
    );
  for (const [format, what] of Object.entries(catalogs)) {
    imports
      .command(format)
      .description(`load ${what}`)
      .argument('<path>', 'where it is')
      .option('--name <name>', 'name of the data set, and of the source that is cited')
      .option('--as-of <date>', 'the date of what it states, where it gives none')
      .option('--dry-run', 'print what would be added, changed and removed; write nothing')
      .option('--yes', 'go ahead even if more than half of what it stated before would be removed')
      .option('--json', 'print what changed as JSON')
      .action(
        action(async (path: string, options: object) => {
          const { config } = configured();
          const { importCatalog } = await import('./commands/import-catalog.ts');
          return importCatalog(config, format as keyof typeof catalogs, resolve(path), options);
        }),
      );
  }
  imports
    .command('skos')
    .description('load vocabularies in SKOS, or an export of ours: .ttl, .nt, .rdf, .xml, .jsonld')
    .argument('<file...>', 'files that together form one data set')
    .option('--name <name>', 'name of the data set (default: from what the files describe)')
    .option('--language <tag>', 'preferred language of names (default: en)')
    .option(
      '--yes',
      'go ahead even if more than half of the entities of the data set would be removed',
    )
    .option('--dry-run', 'print what would be added, changed and removed; write nothing')
    .option('--json', 'print what changed as JSON')
    .action(
      action(async (files: readonly string[], options: object) => {
        const { config } = configured();
        const { importSkos } = await import('./commands/import-skos.ts');
        return importSkos(config, files, options);
      }),
    );
  program
    .command('export')
    .description('write the whole graph: turtle, ntriples, jsonld (RDF), or ndjson (records)')
    .option(
      '--format <format>',
      'turtle, ntriples, jsonld or ndjson (default: by the ending of --output, else turtle)',
    )
    .option('--output <file>', 'write it to a file')
    .action(
      action(async (options: object) => {
        const { config } = configured();
        const { exportAll } = await import('./commands/export.ts');
        return exportAll(config, options);
      }),
    );
  program
    .command('new')
    .description(
      'write a seed file that passes the check: term, model, license, organization or tool',
    )
    .argument('<kind>', 'term, model, license, organization or tool')
    .argument('<name>', 'its English name')
    .option('--in <directory>', 'folder of your seeds', 'seeds')
    .option('--id <id>', 'its id and slug (default: made from the name)')
    .option('--summary <sentence>', 'one sentence that says what it is')
    .option('--definition <text>', 'what a term means')
    .option('--term-kind <kind>', 'CONCEPT, TECHNIQUE, METRIC …')
    .option('--source <id>', 'source that states it (default: own; created if missing)')
    .action(
      action(async (kind: string, name: string, { in: folder, ...options }: { in: string }) => {
        const { newSeed } = await import('./commands/new-seed.ts');
        return newSeed(resolve(folder), kind, name, options);
      }),
    );
  program
    .command('datasets')
    .description('list the data sets of the configured store, with what they state')
    .option('--json', 'as JSON')
    .action(
      action(async (options: object) => {
        const { datasets } = await import('./commands/datasets.ts');
        return datasets(configured().config, options);
      }),
    );
  program
    .command('forget')
    .description('withdraw a data set; what no other data set states is removed')
    .argument('<name>', 'the data set, as "datasets" lists it')
    .option('--yes', 'go ahead even if more than half of the graph would be removed')
    .option('--dry-run', 'print what would change and be removed; write nothing')
    .option('--json', 'print what changed as JSON')
    .action(
      action(async (name: string, options: object) => {
        const { forget } = await import('./commands/forget.ts');
        return forget(configured().config, name, options);
      }),
    );
  program
    .command('check')
    .description('print every problem of the seeds, with file and line')
    .argument(
      '[directories...]',
      'seeds to check together; "builtin" are those of the package (default: SEEDS_DIR)',
    )
    .option('--stale <age>', 'also list what nobody has checked for this many days, such as 180d')
    .option('--json', 'as JSON')
    .action(
      action(async (directories: readonly string[], options: object) => {
        const seeds = seedsOf(directories, () => configured().config);
        const { check } = await import('./commands/check.ts');
        return check(seeds, options);
      }),
    );
  program
    .command('check-bom')
    .description(
      'check whether the licenses of the models in a CycloneDX bill of materials allow a use',
    )
    .argument('<file>', 'bill of materials, in JSON')
    .option(
      '--use <use>',
      'the use: JSON (UseInput), a file with it, or the address of a question at /may-i-use (default: a product that contains the models)',
    )
    .option('--format <format>', 'text, json or sarif', 'text')
    .option('--fail-on <answer>', 'exit with 1 for this answer and stricter ones', 'UNKNOWN')
    .action(
      action(async (file: string, options: object) => {
        const { config } = configured();
        const { checkBom } = await import('./commands/check-bom.ts');
        return checkBom(config, resolve(file), options);
      }),
    );
  program
    .command('schema')
    .description('print the GraphQL schema (SDL)')
    .option('--output <file>', 'write it to a file')
    .option('--check <file>', 'compare it with a file; exit with 1 if they differ')
    .action(
      action(async (options: object) => {
        const { schema } = await import('./commands/print-schema.ts');
        return schema(options);
      }),
    );
  program
    .command('seed-schemas')
    .description('write the JSON Schemas of seed files, for editors')
    .option('--check', 'compare with the existing file; exit with 1 if they differ')
    .action(
      action(async ({ check = false }: { check?: boolean }) => {
        // The seeds of users come last.
        const own = seedsOf([], () => configured().config).at(-1) ?? seedsDirectory('builtin');
        const { seedSchemas } = await import('./commands/print-schema.ts');
        return seedSchemas(own, check);
      }),
    );
  program
    .command('query')
    .description('run a query without a server and print the answer as JSON')
    .argument('[document]', 'GraphQL document')
    .option('--file <file>', 'read the document from a file; - reads stdin')
    .option('--variables <json>', 'variables, as a JSON object')
    .option('--operation <name>', 'operation to run, where the document has several')
    .action(
      action(async (document: string | undefined, options: object) => {
        const { config } = configured();
        const { query } = await import('./commands/query.ts');
        return query(config, document, options);
      }),
    );
  program
    .command('mcp')
    .description(
      'serve the Model Context Protocol to one client over stdin and stdout; writes no file',
    )
    .action(
      action(async () => {
        const { config, warnings } = configured();
        const { mcp } = await import('./commands/mcp.ts');
        return mcp(config, warnings);
      }),
    );
  program
    .command('config')
    .description('print the settings in force as JSON, passwords left out')
    .option('--markdown', 'print the table of environment variables instead')
    .action(
      action(async ({ markdown }: { markdown?: boolean }) => {
        const hide = (key: string, value: unknown) => (key === 'password' && value ? '***' : value);
        process.stdout.write(
          markdown ? configMarkdown() : `${JSON.stringify(configured().config, hide, 2)}\n`,
        );
        return exitCode.ok;
      }),
    );
  return program;
}

/** Prints the error in one line, and returns its exit code. */
function report(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if (error instanceof CommandError || error instanceof StoreError) {
    process.stderr.write(`glossgraph: ${error.message}\n`);
    return error instanceof CommandError ? error.exitCode : storeExitCode(error);
  }
  const text = error instanceof Error ? (error.stack ?? error.message) : reasonOf(error);
  process.stderr.write(`glossgraph: unexpected error\n${text}\n`);
  return exitCode.internal;
}

// The reader of our output may stop reading ("| head").
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCode.ok : exitCode.internal);
});

/** How long connections and logs may take to close by themselves, in milliseconds. */
const closingMs = 1000;

try {
  await createProgram().parseAsync();
} catch (error) {
  process.exitCode = report(error);
}
// The driver of Neo4j waits for a server that takes a connection and says nothing, without end and
// even when it is closed. An empty write ends after all others.
setTimeout(() => process.stdout.write('', () => process.exit()), closingMs).unref();
