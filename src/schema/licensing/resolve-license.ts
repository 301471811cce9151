import { enumeration } from '../../ontology/enumeration.ts';
import { resolveLicense } from '../../text/license-strings/resolve.ts';
import type {
  LicenseCandidate,
  LicenseResolution,
  ResolutionKind,
} from '../../text/license-strings/types.ts';
import { boundedText } from '../bad-input.ts';
import { builder } from '../builder.ts';
import { enumRef } from '../enums.ts';
import { entityById } from '../fields/entity-field.ts';
import { LicenseRef } from '../refs.ts';
import { LicenseExpressionRef, SpdxLicenseRef } from './license-expression-type.ts';

const maxText = 10_000;

const ResolutionKindRef = enumRef(
  enumeration<ResolutionKind>('LicenseResolutionKind', 'What a text says of a license.', {
    LICENSE: 'It names one license of this graph.',
    SPDX_LICENSE: 'It names one license of the SPDX License List that this graph does not have.',
    EXPRESSION: 'It names several, or one with an exception or "or later".',
    CANDIDATES: 'It does not settle which license it means.',
    NONE: 'It names no license.',
  }),
);

const CandidateRef = builder.objectRef<LicenseCandidate>('LicenseCandidate').implement({
  description: 'A license that a text may mean.',
  fields: (t) => ({
    license: t.field({
      type: LicenseRef,
      nullable: true,
      description: 'The license in this graph; null where it has none.',
      resolve: ({ target }, _args, context, info) =>
        entityById(target.license?.id ?? null, context, info),
    }),
    spdxLicense: t.field({
      type: SpdxLicenseRef,
      nullable: true,
      description: 'Its entry on the SPDX License List; null where it is not on it.',
      resolve: ({ target }) => target.spdx,
    }),
    confidence: t.exposeFloat('confidence', {
      description: 'How well the text fits it, from 0 to 1: good for ranking, no probability.',
    }),
    reason: t.exposeString('reason', { description: 'Why it is listed, in words.' }),
  }),
});

const ResolutionRef = builder.objectRef<LicenseResolution>('LicenseResolution').implement({
  description: 'What license a text means, and why.',
  fields: (t) => ({
    kind: t.expose('kind', { type: ResolutionKindRef, description: 'What the text says.' }),
    input: t.exposeString('input', {
      description: 'The text as it was examined: white space folded, invisible characters removed.',
    }),
    license: t.field({
      type: LicenseRef,
      nullable: true,
      description: 'The license it names, with kind LICENSE.',
      resolve: ({ target }, _args, context, info) =>
        entityById(target?.license?.id ?? null, context, info),
    }),
    spdxLicense: t.field({
      type: SpdxLicenseRef,
      nullable: true,
      description: 'The entry on the SPDX License List of the license it names.',
      resolve: ({ target }) => target?.spdx ?? null,
    }),
    expression: t.expose('expression', {
      type: LicenseExpressionRef,
      nullable: true,
      description: 'The licenses it combines, with kind EXPRESSION.',
    }),
    candidates: t.expose('candidates', {
      type: [CandidateRef],
      description: 'Licenses it may mean, best first, at most ten.',
    }),
    reasons: t.exposeStringList('reasons', {
      description: 'Why this and not more, in words.',
    }),
  }),
});

builder.queryField('resolveLicense', (t) =>
  t.field({
    type: ResolutionRef,
    nullable: true,
    description:
      'Which license a text means, as model cards, interfaces and people write it. Where the text leaves doubt the answer is candidates, never a guess.',
    args: {
      text: t.arg.string({
        required: true,
        description: `Any text of at most ${maxText} UTF-16 code units.`,
      }),
    },
    resolve: async (_root, args, context) => {
      const text = boundedText('text', args.text, maxText);
      const licenses = await (await context.loaders.textIndexes()).licenses();
      return resolveLicense(licenses, text);
    },
  }),
);
