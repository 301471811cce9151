/** A license as the graph holds it: what a text may call it. */
export interface KnownLicense {
  readonly id: string;
  readonly slug: string;
  readonly formerSlugs?: readonly string[];
  readonly name: string;
  readonly aliases: readonly string[];
  readonly identifiers: readonly { readonly scheme: string; readonly value: string }[];
  readonly spdxId: string | null;
  readonly version: string | null;
  readonly documents?: readonly { readonly kind: string; readonly url: string | null }[];
}

/** A license of the SPDX License List. */
export interface SpdxLicense {
  readonly id: string;
  readonly name: string | null;
  readonly url: string | null;
  readonly osiApproved: boolean | null;
  /** Whether the list keeps the identifier for old texts only. */
  readonly deprecated: boolean;
}

/** What a text can name: a license of the graph or, where the graph has none, one of the SPDX list. */
export interface LicenseTarget {
  readonly license: KnownLicense | null;
  /** Its entry on the SPDX list, if it has one. */
  readonly spdx: SpdxLicense | null;
}

/**
 * LICENSE: one license of the graph. SPDX_LICENSE: one on the SPDX list that the graph does not
 * have. EXPRESSION: several, or one with an exception or "or later", as an SPDX expression.
 * CANDIDATES: the text does not settle which. NONE: it names no license.
 */
export type ResolutionKind = 'LICENSE' | 'SPDX_LICENSE' | 'EXPRESSION' | 'CANDIDATES' | 'NONE';

/** A license the text may mean. */
export interface LicenseCandidate {
  readonly target: LicenseTarget;
  /** From 0 to 1, below 1: how well the text fits it. Good for ranking, no probability. */
  readonly confidence: number;
  /** Why it is listed, in words. */
  readonly reason: string;
}

/** One license within an expression. */
export interface ExpressionLicense {
  readonly type: 'LICENSE';
  /** Null for a LicenseRef that the graph does not know. */
  readonly target: LicenseTarget | null;
  /** Its SPDX form: an identifier of the list, or a LicenseRef. */
  readonly spdxId: string;
  readonly orLater: boolean;
  /** An identifier of the SPDX exceptions list. */
  readonly exception: string | null;
}

/** AND: all of them bind. OR: the user chooses. */
interface ExpressionGroup {
  readonly type: 'AND' | 'OR';
  readonly operands: readonly ExpressionNode[];
}
export type ExpressionNode = ExpressionLicense | ExpressionGroup;

export interface LicenseExpression {
  /** The normalized SPDX expression. */
  readonly text: string;
  readonly root: ExpressionNode;
}

export interface LicenseResolution {
  readonly kind: ResolutionKind;
  /** What was examined: invisible characters removed, white space and width folded, cut to length. */
  readonly input: string;
  /** Given with LICENSE and SPDX_LICENSE. */
  readonly target: LicenseTarget | null;
  /** Given with EXPRESSION. */
  readonly expression: LicenseExpression | null;
  /** Best first; at most ten. Beside an answer too, where a reader should know the neighbors. */
  readonly candidates: readonly LicenseCandidate[];
  /** Why this and not more, in words; never empty. */
  readonly reasons: readonly string[];
}
