import type {
  ExpressionNode,
  LicenseResolution,
  LicenseTarget,
} from '../../text/license-strings/types.ts';
import { type Entry, type EntryEdge, mentionOf, type Reference } from './entry.ts';
import { spdxAddress } from './identifiers.ts';
import type { Tally } from './tally.ts';

/** Finds the license that a text means. The result may be ambiguous. */
export type ResolveLicense = (text: string) => LicenseResolution;

/** The license statements of a model: its weights are under each of these licenses. */
interface LicenseEdges {
  readonly edges: readonly EntryEdge[];
  /** Licenses of the SPDX list that the graph may not have. */
  readonly mentions: readonly Entry[];
}

const nothing: LicenseEdges = { edges: [], mentions: [] };

/**
 * The edges from a model to the licenses in its license text. An ambiguous text gives none; it is
 * counted and reported.
 */
export function licenseEdges(
  text: string,
  shown: string,
  resolve: ResolveLicense,
  tally: Tally,
  where: string,
): LicenseEdges {
  const { kind, target, expression } = resolve(text);
  if ((kind === 'LICENSE' || kind === 'SPDX_LICENSE') && target !== null) {
    return edgesTo([target], null, shown);
  }
  const targets = expression === null ? [] : targetsIn(expression.root);
  const known = targets.flatMap((each) => (each === null ? [] : [each]));
  if (expression !== null && known.length === targets.length) {
    return edgesTo([...new Set(known)], expression.text, shown);
  }
  tally.add(`license "${shown}", which names no single license`, where);
  return nothing;
}

function targetsIn(node: ExpressionNode): readonly (LicenseTarget | null)[] {
  return node.type === 'LICENSE' ? [node.target] : node.operands.flatMap(targetsIn);
}

function edgesTo(
  targets: readonly LicenseTarget[],
  expression: string | null,
  shown: string,
): LicenseEdges {
  const mentions: Entry[] = [];
  const edges = targets.flatMap((target): EntryEdge[] => {
    const to = referenceTo(target, mentions);
    if (to === null) return [];
    const note = `Written as "${shown}".`;
    return [{ type: 'LICENSED_UNDER', to, artifact: 'WEIGHTS', expression, method: null, note }];
  });
  return { edges, mentions };
}

function referenceTo({ license, spdx }: LicenseTarget, mentions: Entry[]): Reference | null {
  // Referred to by address even if the graph has it, since an earlier load may have added it.
  if (spdx === null) return license === null ? null : { id: license.id };
  const address = spdxAddress(spdx.id);
  mentions.push(
    mentionOf('LICENSE', address, {
      name: spdx.name ?? spdx.id,
      slugFrom: spdx.id,
      own: licenseOwn([{ scheme: 'SPDX', value: spdx.id }]),
      facts: [spdxIdFact(spdx.id)],
    }),
  );
  return { address };
}

/** The own properties of a license of which only identifiers are known. */
export function licenseOwn(
  identifiers: readonly { readonly scheme: 'SPDX' | 'SCANCODE'; readonly value: string }[],
  documents: readonly object[] = [],
): Entry['own'] {
  return { identifiers, documents, clauses: [], clausesComplete: false };
}

/** The fact that a license has this SPDX identifier. */
export function spdxIdFact(id: string): Entry['facts'][number] {
  return { property: 'SPDX_ID', artifact: null, value: id, valueText: id, note: null };
}
