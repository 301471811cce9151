import { withoutUnseen, zLine, zProse } from '../../../ontology/plain-text.ts';
import { quoted } from '../../../vocab/skos/integrity.ts';
import type { RdfProblem } from '../read/rdf-problem.ts';
import type { Text } from './skos-concepts.ts';

const longestLabel = 500;
/** Words in Latin letters with single spaces, which stand as they are. */
const plainLabel = /^[!-~\u00A1-\u00AC\u00AE-\u024F]+(?: [!-~\u00A1-\u00AC\u00AE-\u024F]+)*$/;

/**
 * Cleans a label, which has one line. Returns null, and reports a problem, if the label cannot be
 * imported.
 */
export function cleanLabel(label: Text, problems: RdfProblem[]): string | null {
  if (label.text.length <= longestLabel && plainLabel.test(label.text)) return label.text;
  const text = withoutUnseen(label.text).replace(/\s+/gu, ' ').trim();
  if (text !== label.text && text !== '') {
    const message = `the label ${quoted(label.text)} has spaces or characters that do not show; it is kept as ${quoted(text)}`;
    problems.push({ ...label.place, severity: 'warning', code: 'label-spaces', message });
  }
  if (text === '') {
    const message = 'a label has no text; it is left out';
    problems.push({ ...label.place, severity: 'warning', code: 'empty-label', message });
    return null;
  }
  if (text.length > longestLabel) {
    const message = `expected a label of at most ${longestLabel} characters, found ${text.length}`;
    problems.push({ ...label.place, severity: 'error', code: 'too-long', message });
    return null;
  }
  return checked(text, zLine, label, problems);
}

/**
 * Cleans a text of any number of lines. Returns null if it is empty. Returns null, and reports a
 * problem, if it cannot be imported.
 */
export function cleanProse(given: Text, problems: RdfProblem[]): string | null {
  const text = withoutUnseen(given.text)
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u2028\u2029]/gu, ' ')
    .trim();
  return text === '' ? null : checked(text, zProse, given, problems);
}

function checked(
  text: string,
  schema: typeof zLine | typeof zProse,
  { place }: Text,
  problems: RdfProblem[],
): string | null {
  const parsed = schema.safeParse(text);
  if (parsed.success) return parsed.data;
  const message = `${parsed.error.issues[0]?.message ?? 'expected text'} in ${quoted(text)}`;
  problems.push({ ...place, severity: 'error', code: 'unfit-text', message });
  return null;
}
