import { Answer } from '../answer.ts';
import { argumentsOf, text } from '../arguments.ts';
import { foundOne } from '../documents.ts';
import { quoted } from '../problem.ts';
import { defineTool } from '../tool.ts';

/** Finds the license that a text means. */
export const resolveLicense = defineTool({
  name: 'resolve_license',
  title: 'Resolve a license text',
  description:
    'Which license a text means, as model cards, package files and people write it: "apache2", "llama4", "MIT OR Apache-2.0". An ambiguous text gives candidates, not a guess.',
  arguments: argumentsOf({ text: text('A name, identifier, address or expression') }),
  async answer({ text }, ask) {
    const found = await foundOne(ask, 'resolve-license', { text }, (data) => data.resolveLicense);
    const { kind, license, spdxLicense, expression, candidates, reasons } = found;
    const answer = new Answer(firstLine(text, found));
    if (license !== null) {
      answer.line(license.uri);
      if (license.summary !== null) answer.line(license.summary);
      const { licenseClass, osiApproved, spdxId } = license;
      const facts = [
        ...(spdxId === null ? ['no SPDX identifier'] : [`SPDX identifier ${spdxId}`]),
        ...(licenseClass === null ? [] : [`class: ${licenseClass.name}`]),
        ...(osiApproved === null
          ? []
          : [`${osiApproved ? '' : 'not '}approved by the Open Source Initiative`]),
      ];
      answer.line(`${facts.join('; ')}.`);
    } else if (spdxLicense !== null) {
      answer.line(
        `${spdxLicense.name ?? spdxLicense.id}: on the SPDX License List${spdxLicense.deprecated ? ', deprecated there' : ''}. This graph has not read its clauses. ${spdxLicense.url ?? ''}`,
      );
    }
    if (expression !== null) {
      answer.section('Its licenses');
      for (const {
        operator,
        spdxId,
        license: one,
        spdxLicense: listed,
        ...node
      } of expression.nodes) {
        if (operator !== null) continue;
        const name = one?.name ?? listed?.name ?? 'not on the SPDX License List';
        const extra = `${node.orLater ? ', or later versions' : ''}${node.exception === null ? '' : `, with the exception ${node.exception}`}`;
        answer.item(`${spdxId ?? ''}: ${name}${extra} ${one?.uri ?? listed?.url ?? ''}`.trim());
      }
    }
    if (kind === 'CANDIDATES') {
      answer.section('Candidates, the best first');
      for (const { license: one, spdxLicense: listed, reason, confidence } of candidates) {
        const name = one?.name ?? listed?.name ?? listed?.id ?? '';
        const id = one?.spdxId ?? listed?.id ?? null;
        const url = one?.uri ?? listed?.url ?? '';
        answer.item(
          `${name}${id === null ? '' : ` (${id})`}, ${confidence.toFixed(2)}: ${reason} ${url}`,
        );
      }
    }
    answer.section('Why');
    for (const reason of reasons) answer.item(reason);
    return answer;
  },
});

interface Resolution {
  readonly kind: string;
  readonly license: { readonly name: string } | null;
  readonly spdxLicense: { readonly id: string } | null;
  readonly expression: { readonly text: string } | null;
}

function firstLine(text: string, { kind, license, spdxLicense, expression }: Resolution): string {
  const asked = quoted(text);
  switch (kind) {
    case 'LICENSE':
      return `${asked} is the ${license?.name ?? 'license'}${spdxLicense === null ? '' : ` (${spdxLicense.id})`}.`;
    case 'SPDX_LICENSE':
      return `${asked} is ${spdxLicense?.id ?? 'a license of the SPDX License List'}.`;
    case 'EXPRESSION':
      return `${asked} is the expression ${expression?.text ?? ''}.`;
    case 'CANDIDATES':
      return `${asked} leaves open which license it means. Ask, or look at the text itself.`;
    default:
      return `${asked} names no license.`;
  }
}
