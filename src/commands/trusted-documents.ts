import type { GraphQLSchema } from 'graphql';
import type { Config } from '../config.ts';
import {
  readTrustedDocuments,
  type TrustedDocuments,
  TrustedDocumentsError,
} from '../server/trusted-documents.ts';
import { CommandError, exitCode } from './command-error.ts';
import { shownPath } from './shown-path.ts';

/** The documents that clients may request by id; null if there are none. */
export async function trustedDocuments(
  { trustedDocuments: path, trustedOnly: only }: Config,
  schema: GraphQLSchema,
): Promise<TrustedDocuments | null> {
  if (path === null) return null;
  try {
    return await readTrustedDocuments(shownPath(path), { schema, only });
  } catch (error) {
    if (!(error instanceof TrustedDocumentsError)) throw error;
    throw new CommandError(exitCode.configuration, `TRUSTED_DOCUMENTS: ${error.message}`);
  }
}
