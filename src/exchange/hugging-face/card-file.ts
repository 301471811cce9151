import { type Reading, refused } from '../input-file.ts';
import { describeIssue } from '../json-text.ts';
import { readYaml } from '../yaml-file.ts';
import { type CardData, noCardData, zCardData } from './card-data.ts';

/** The most metadata that is read. No card needs as much. */
const mostMetadata = 256 * 1024;

/** Reads the front matter of a card. A card without it gives no data. */
export function readCard(file: string, text: string): Reading<CardData> {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  if (lines[0]?.trimEnd() !== '---') return { ok: true, value: noCardData };
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === '---');
  if (end < 0) {
    return refused(file, 'bad-card', 'expected a line "---" at the end of the metadata');
  }
  const metadata = lines.slice(1, end).join('\n');
  if (metadata.length > mostMetadata) {
    return refused(file, 'too-large', `expected at most ${mostMetadata} characters of metadata`);
  }
  if (metadata.trim() === '') return { ok: true, value: noCardData };
  const yaml = readYaml(metadata);
  // The metadata begins in the second line.
  const placed = (place: { line: number; column: number }) => ({ ...place, line: place.line + 1 });
  if (yaml.mistakes.length > 0) {
    const problems = yaml.mistakes.map((mistake) => {
      return { file, severity: 'error' as const, ...mistake, ...placed(mistake) };
    });
    return { ok: false, problems };
  }
  const parsed = zCardData.safeParse(yaml.data);
  if (parsed.success) return { ok: true, value: parsed.data };
  const problems = parsed.error.issues.map((issue) => {
    const path = issue.path.map((step) => (typeof step === 'number' ? step : String(step)));
    const place = placed(yaml.locate(path));
    return { file, ...place, severity: 'error' as const, ...describeIssue(issue, yaml.data) };
  });
  return { ok: false, problems };
}
