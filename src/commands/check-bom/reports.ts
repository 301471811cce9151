import { shownText } from '../../ontology/plain-text.ts';
import { type UseAnswer, UseFactEnum } from '../../ontology/use-vocabulary.ts';
import type { JudgedBom, JudgedModel } from './judge-bom.ts';

const notAdvice = 'This is no legal advice.';

/** The name of a model in the bill. */
export function titleOf({ bom }: JudgedModel): string {
  const name = bom.group === null || bom.name.includes('/') ? bom.name : `${bom.group}/${bom.name}`;
  return bom.version === null ? name : `${name} ${bom.version}`;
}

/** The reasons for the answer, in sentences, the most restrictive first. */
export function reasonsOf({ verdict, found, answer }: JudgedModel): readonly string[] {
  if (found.several.length > 0) {
    return [
      `Several models of the graph have this name; a package URL (pkg:huggingface/owner/name) would say which.`,
    ];
  }
  if (verdict === null) return ['The graph does not know this model.'];
  const deciding = verdict.reasons.filter(({ effect }) => effect === answer);
  const missing = verdict.missing.map((fact) => `Not known: ${UseFactEnum.values[fact]}`);
  return [...deciding.map(({ explanation }) => explanation), ...missing];
}

/** The report for people. */
export function textReport({ bom, answer, models, use }: JudgedBom): string {
  const { activities } = use;
  const uses = Array.isArray(activities) ? activities.join(', ') : 'the use';
  const { file, others } = bom;
  if (answer === null) {
    return `${shownText(file)} names no models (${others} other components): nothing to judge.\n`;
  }
  const width = Math.max(...models.map((model) => model.answer.length));
  const lines = models.flatMap((model) => {
    const where = `${file}:${model.bom.line}:${model.bom.column}`;
    const known =
      model.model === null ? '' : ` = ${model.model.name}, found by its ${model.found.by}`;
    return [
      `${model.answer.padEnd(width)}  ${titleOf(model)}${known}  (${where})`,
      // A plain permission needs no reasons.
      ...(model.answer === 'ALLOWED' ? [] : reasonsOf(model)).map((reason) => `    ${reason}`),
    ];
  });
  const all = models.length === 1 ? 'one model' : `${models.length} models`;
  const head = `${answer}  ${file} as a whole: ${all}, for ${uses}`;
  return `${[head, '', ...lines, '', notAdvice].map(shownText).join('\n')}\n`;
}

/** The report for programs. */
export function jsonReport({ bom, answer, models, use }: JudgedBom): string {
  const report = {
    file: bom.file,
    product: bom.product,
    productVersion: bom.productVersion,
    serialNumber: bom.serialNumber,
    use,
    answer,
    models: models.map((judged) => {
      const { line, column, ref, name, group, version, purl, licenses } = judged.bom;
      return {
        ...{ name, group, version, purl, bomRef: ref, line, column },
        statedLicenses: licenses,
        answer: judged.answer,
        foundBy: judged.found.by,
        model: judged.model,
        reasons: reasonsOf(judged),
        duties: judged.verdict?.duties.map(({ text }) => text) ?? [],
        missing: judged.verdict?.missing ?? [],
        assumptions: judged.verdict?.assumptions ?? [],
        evidence: judged.verdict?.evidence ?? null,
      };
    }),
    otherComponents: bom.others,
    note: notAdvice,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The level of each answer for a pipeline. */
export const levels: Readonly<Record<UseAnswer, 'none' | 'note' | 'warning' | 'error'>> = {
  ALLOWED: 'none',
  ALLOWED_WITH_DUTIES: 'note',
  UNKNOWN: 'warning',
  ASK_LICENSOR: 'error',
  NOT_ALLOWED: 'error',
};
