/** A license of the graph, with all its names. */
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
  /** Whether the identifier is deprecated, and on the list only for old texts. */
  readonly deprecated: boolean;
}

/**
 * A license that a text can name: one of the graph or, where the graph has none, one of the SPDX
 * list.
 */
export interface LicenseTarget {
  readonly license: KnownLicense | null;
  /** Its entry on the SPDX list, if it has one. */
  readonly spdx: SpdxLicense | null;
}

/**
 * LICENSE: one license of the graph. SPDX_LICENSE: one license of the SPDX list that the graph does
 * not have. EXPRESSION: an SPDX expression of several licenses, or of one with an exception or "or
 * later". CANDIDATES: the text is ambiguous. NONE: the text names no license.
 */
export type ResolutionKind = 'LICENSE' | 'SPDX_LICENSE' | 'EXPRESSION' | 'CANDIDATES' | 'NONE';

/** A license that the text may mean. */
export interface LicenseCandidate {
  readonly target: LicenseTarget;
  /** How well the text fits, from 0 to below 1. It ranks candidates and is not a probability. */
  readonly confidence: number;
  /** Why the license is listed, in words. */
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
  /**
   * The text that was examined: invisible characters removed, white space and width folded, cut to
   * length.
   */
  readonly input: string;
  /** Set for LICENSE and SPDX_LICENSE. */
  readonly target: LicenseTarget | null;
  /** Set for EXPRESSION. */
  readonly expression: LicenseExpression | null;
  /** Best first, at most ten. An answer may have candidates too, where a similar license exists. */
  readonly candidates: readonly LicenseCandidate[];
  /** The reasons for this result, in words; never empty. */
  readonly reasons: readonly string[];
}
