import { GraphQLError } from 'graphql';

/** Bounds on what one request may ask for. */
export interface Limits {
  readonly documentLength: number;
  readonly tokens: number;
  readonly depth: number;
  readonly aliases: number;
  readonly rootFields: number;
  readonly directives: number;
  readonly cost: number;
}

export type LimitName = keyof Limits | 'bodyBytes';

/** How each limit is called: in errors, in the configuration, in words. */
const limitTexts: Readonly<Record<LimitName, readonly [string, string, string]>> = {
  bodyBytes: ['BODY_TOO_LARGE', 'MAX_BODY_BYTES', 'bytes in the body'],
  documentLength: ['DOCUMENT_TOO_LONG', 'MAX_DOCUMENT_LENGTH', 'characters in the document'],
  tokens: ['TOO_MANY_TOKENS', 'MAX_TOKENS', 'tokens in the document'],
  depth: ['TOO_DEEP', 'MAX_DEPTH', 'levels of nested fields'],
  aliases: ['TOO_MANY_ALIASES', 'MAX_ALIASES', 'aliases in the document'],
  rootFields: ['TOO_MANY_ROOT_FIELDS', 'MAX_ROOT_FIELDS', 'fields at the root'],
  directives: ['TOO_MANY_DIRECTIVES', 'MAX_DIRECTIVES', 'directives in the document'],
  cost: ['COST_LIMIT', 'MAX_COST', 'values in the answer, estimated from its page sizes'],
};

export const limitNames = Object.keys(limitTexts) as readonly LimitName[];

const namesByCode = new Map(limitNames.map((name) => [limitTexts[name][0], name]));

/** The limit that an error code stands for, if it is one of a limit. */
export function limitOfCode(code: string): LimitName | undefined {
  return namesByCode.get(code);
}

/** What a client is told when a limit refuses its request; `actual` is null where it was not counted to the end. */
export function limitProblem(
  name: LimitName,
  maximum: number,
  actual: number | null,
): { readonly message: string; readonly extensions: Record<string, unknown> } {
  const [code, limit, counted] = limitTexts[name];
  const got = actual === null ? 'more' : String(actual);
  return {
    message: `Expected at most ${maximum} ${counted} (${limit}), got ${got}.`,
    extensions: { code, limit, maximum, ...(actual === null ? {} : { actual }) },
  };
}

/** The same as an error. */
export function limitError(name: LimitName, maximum: number, actual: number | null): GraphQLError {
  const { message, extensions } = limitProblem(name, maximum, actual);
  return new GraphQLError(message, { extensions });
}
