import { readFile } from 'node:fs/promises';
import { readUseQuestion } from '../../explorer/use-question.ts';
import { CommandError, exitCode, reasonOf } from '../command-error.ts';

type Use = Readonly<Record<string, unknown>>;

/**
 * The default use: a product that contains the models, the usual reason for a bill of materials.
 */
const usual: Use = { activities: ['OFFER_PRODUCT'] };

/**
 * Reads the use: a `UseInput` in JSON, a file with one, or the address of a question at /may-i-use.
 */
export async function readUse(given: string | undefined): Promise<Use> {
  if (given === undefined) return usual;
  const text = given.trim();
  if (text.startsWith('{')) return fromJson(text, '--use');
  if (/^https?:|^\/?may-i-use\?|^\??[a-z]+=/.test(text)) return fromAddress(text);
  try {
    return fromJson(await readFile(text, 'utf8'), text);
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const message = `--use: expected JSON, a file with JSON, or the address of a question at /may-i-use; ${reasonOf(error)}`;
    throw new CommandError(exitCode.usage, message);
  }
}

function fromJson(text: string, where: string): Use {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new CommandError(exitCode.usage, `${where}: expected a use in JSON: ${reasonOf(error)}`);
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Use;
  throw new CommandError(
    exitCode.usage,
    `${where}: expected a JSON object, such as {"activities":["RUN"]}`,
  );
}

function fromAddress(text: string): Use {
  const query = new URLSearchParams(text.replace(/^[^?]*\?/, ''));
  const { use, problems } = readUseQuestion(query, true);
  if (use !== null) return { ...use };
  const message = problems.length > 0 ? problems.join(' ') : 'expected the answers of the form';
  throw new CommandError(exitCode.usage, `--use: ${message}`);
}
