import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type UseAnswer, UseAnswerEnum } from '../../ontology/use-vocabulary.ts';
import { packageVersion } from '../package-version.ts';
import type { JudgedBom, JudgedModel } from './judge-bom.ts';
import { levels, reasonsOf, titleOf } from './reports.ts';

const answers = Object.keys(UseAnswerEnum.values) as readonly UseAnswer[];

function ruleId(answer: UseAnswer): string {
  return `model-use/${answer.toLowerCase().replaceAll('_', '-')}`;
}

/** The verdicts in SARIF 2.1.0, for code review services. */
export function sarifReport({ bom, models }: JudgedBom): string {
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Glossgraph',
            version: packageVersion(),
            rules: answers.map((answer) => ({
              id: ruleId(answer),
              shortDescription: { text: UseAnswerEnum.values[answer] },
              defaultConfiguration: { level: levels[answer] },
            })),
          },
        },
        results: models.map((model) => resultOf(model, bom.file)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function resultOf(model: JudgedModel, file: string) {
  const level = levels[model.answer];
  const title = titleOf(model);
  return {
    ruleId: ruleId(model.answer),
    ruleIndex: answers.indexOf(model.answer),
    // A permission passes. Only a failure has a level.
    kind: level === 'none' ? 'pass' : 'fail',
    level,
    message: { text: [`${title}: ${model.answer}.`, ...reasonsOf(model)].join(' ') },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: uriOf(file) },
          region: { startLine: model.bom.line, startColumn: model.bom.column },
        },
        logicalLocations: [{ name: title }],
      },
    ],
    // Identifies a result across runs, wherever it is in the file.
    partialFingerprints: { model: model.bom.purl ?? title },
  };
}

/** A relative address is relative to the repository, on any machine. */
function uriOf(file: string): string {
  if (isAbsolute(file)) return pathToFileURL(file).href;
  return file.split(/[\\/]/).map(encodeURIComponent).join('/');
}
