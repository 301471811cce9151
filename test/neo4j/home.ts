import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authFile } from './auth-file.ts';
import { claimHome, HOME_PREFIX } from './orphans.ts';

export interface HomeOptions {
  readonly port: number;
  readonly pageCache: string;
  /** Undefined turns authentication off. */
  readonly auth: { readonly user: string; readonly password: string } | undefined;
  /** Added to neo4j.conf. They override the settings here. */
  readonly settings: Readonly<Record<string, string>>;
}

function baseSettings(options: HomeOptions): Record<string, string> {
  const bolt = `127.0.0.1:${options.port}`;
  return {
    'server.bolt.listen_address': bolt,
    // The address in a routing table (neo4j://), since "localhost" may resolve to ::1 first.
    'server.bolt.advertised_address': bolt,
    'server.http.enabled': 'false',
    'server.https.enabled': 'false',
    'server.memory.pagecache.size': options.pageCache,
    'dbms.usage_report.enabled': 'false',
    'dbms.security.auth_enabled': String(options.auth !== undefined),
    // A test of wrong passwords must not lock the user for other tests.
    'dbms.security.auth_max_failed_attempts': '0',
    // By default, every database reserves 256 MB of log before its first write.
    'db.tx_log.preallocate': 'false',
    'db.tx_log.rotation.size': '16m',
    'db.tx_log.rotation.retention_policy': 'keep_none',
  };
}

function configText(settings: Record<string, string>): string {
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

/**
 * Makes the home of a new server in the temporary folder, with its configuration and first
 * password.
 */
export async function makeHome(options: HomeOptions): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), HOME_PREFIX));
  await claimHome(home);
  await mkdir(join(home, 'conf'));
  const settings = { ...baseSettings(options), ...options.settings };
  await writeFile(join(home, 'conf', 'neo4j.conf'), configText(settings));
  if (options.auth !== undefined) {
    await mkdir(join(home, 'data', 'dbms'), { recursive: true });
    const { user, password } = options.auth;
    await writeFile(join(home, 'data', 'dbms', 'auth.ini'), authFile(user, password));
  }
  return home;
}
