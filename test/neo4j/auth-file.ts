import { createHash, randomBytes } from 'node:crypto';

const ROUNDS = 1024;

function sha256(...parts: Uint8Array[]): Buffer {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/**
 * The content of `data/dbms/auth.ini`, from which a new server reads the password of its user.
 * `neo4j-admin dbms set-initial-password` writes the same, but starts a JVM for it.
 */
export function authFile(user: string, password: string, salt: Buffer = randomBytes(32)): string {
  let hash = sha256(salt, Buffer.from(password, 'utf8'));
  for (let round = 1; round < ROUNDS; round += 1) hash = sha256(hash);
  return `${user}:SHA-256,${hash.toString('hex')},${salt.toString('hex')},${ROUNDS}:\n`;
}
