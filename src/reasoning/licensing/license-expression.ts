/** A license expression: names joined by AND (all bind) and OR (the user chooses). */
export type ExpressionTree =
  | { readonly kind: 'NAME'; readonly name: string }
  | { readonly kind: 'ALL' | 'CHOICE'; readonly of: readonly ExpressionTree[] };

const operators = /\s(?:AND|OR)\s/iu;

/** Whether an expression joins several licenses, rather than naming one. */
export function isCompound(expression: string | null): expression is string {
  return expression !== null && operators.test(expression);
}

function tokensOf(expression: string): readonly string[] {
  return expression.match(/[()]|[^\s()]+/gu) ?? [];
}

/** Reads tokens from left to right; AND binds closer than OR (SPDX 2.3, Annex D). */
class Parser {
  readonly tokens: readonly string[];
  at = 0;

  constructor(tokens: readonly string[]) {
    this.tokens = tokens;
  }

  takes(word: string): boolean {
    if (this.tokens[this.at]?.toUpperCase() !== word) return false;
    this.at += 1;
    return true;
  }

  joined(word: 'AND' | 'OR', part: () => ExpressionTree | null): ExpressionTree | null {
    const of: ExpressionTree[] = [];
    do {
      const next = part();
      if (next === null) return null;
      of.push(next);
    } while (this.takes(word));
    const [only] = of;
    if (of.length === 1 && only !== undefined) return only;
    return { kind: word === 'AND' ? 'ALL' : 'CHOICE', of };
  }

  expression(): ExpressionTree | null {
    return this.joined('OR', () => this.joined('AND', () => this.operand()));
  }

  operand(): ExpressionTree | null {
    if (this.takes('(')) {
      const inner = this.expression();
      return this.takes(')') ? inner : null;
    }
    const name = this.tokens[this.at];
    if (name === undefined || /^(?:\)|AND|OR|WITH)$/iu.test(name)) return null;
    this.at += 1;
    // An exception (WITH …) only adds permissions, so what the license says is kept.
    if (this.takes('WITH')) this.at += 1;
    return { kind: 'NAME', name };
  }
}

/** Parses an expression; null where it is malformed. */
export function parseExpression(expression: string): ExpressionTree | null {
  const parser = new Parser(tokensOf(expression));
  const tree = parser.expression();
  return parser.at === parser.tokens.length ? tree : null;
}
