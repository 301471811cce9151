import { enumeration } from '../../ontology/enumeration.ts';
import type {
  ExpressionLicense,
  ExpressionNode,
  LicenseExpression,
  SpdxLicense,
} from '../../text/license-strings/types.ts';
import { builder } from '../builder.ts';
import { enumRef } from '../enums.ts';
import { entityField } from '../fields/entity-field.ts';
import { LicenseRef } from '../refs.ts';

type Operator = 'AND' | 'OR';

/** A node of an expression. It has an operator or a license; the other one is null. */
interface FlatNode {
  readonly parent: number | null;
  readonly operator: Operator | null;
  readonly license: ExpressionLicense | null;
}

export const SpdxLicenseRef = builder.objectRef<SpdxLicense>('SpdxLicense').implement({
  description: 'An entry of the SPDX License List.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'Its SPDX identifier, such as "Apache-2.0".' }),
    name: t.exposeString('name', { nullable: true, description: 'Its name on the list.' }),
    url: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Where its text can be read.',
    }),
    osiApproved: t.exposeBoolean('osiApproved', {
      nullable: true,
      description: 'Whether the Open Source Initiative approved it; null: not known.',
    }),
    deprecated: t.exposeBoolean('deprecated', {
      description: 'Whether the list keeps the identifier for old texts only.',
    }),
  }),
});

const LicenseOperatorRef = enumRef(
  enumeration<Operator>('LicenseOperator', 'How the licenses of an expression combine.', {
    AND: 'All of them bind.',
    OR: 'The user chooses one.',
  }),
);

const NodeRef = builder.objectRef<FlatNode>('LicenseExpressionNode').implement({
  description: 'A license of an expression, or an operator over some of its nodes.',
  fields: (t) => ({
    operator: t.expose('operator', {
      type: LicenseOperatorRef,
      nullable: true,
      description: 'How the nodes below it combine; null for a license.',
    }),
    parent: t.exposeInt('parent', {
      nullable: true,
      description:
        'The index of the operator above it in the list of nodes, from 0. Null at the top.',
    }),
    spdxId: t.string({
      nullable: true,
      description: 'The license as SPDX writes it: an identifier or a LicenseRef.',
      resolve: ({ license }) => license?.spdxId ?? null,
    }),
    license: entityField(
      t,
      LicenseRef,
      'The license in this graph. Null if the graph does not have it.',
      ({ license }) => license?.target?.license?.id ?? null,
    ),
    spdxLicense: t.field({
      type: SpdxLicenseRef,
      nullable: true,
      description: 'Its entry on the SPDX License List. Null if it has none.',
      resolve: ({ license }) => license?.target?.spdx ?? null,
    }),
    orLater: t.boolean({
      description: 'Whether later versions of the license may be chosen instead.',
      resolve: ({ license }) => license?.orLater ?? false,
    }),
    exception: t.string({
      nullable: true,
      description: 'Identifier of an SPDX exception that goes with the license.',
      resolve: ({ license }) => license?.exception ?? null,
    }),
  }),
});

export const LicenseExpressionRef = builder
  .objectRef<LicenseExpression>('LicenseExpression')
  .implement({
    description: 'Licenses that combine.',
    fields: (t) => ({
      text: t.exposeString('text', { description: 'The expression as SPDX writes it.' }),
      nodes: t.field({
        type: [NodeRef],
        description:
          'All its licenses and operators. Each operator comes before the nodes below it.',
        resolve: ({ root }) => flatten(root),
      }),
    }),
  });

function flatten(root: ExpressionNode): FlatNode[] {
  const nodes: FlatNode[] = [];
  const add = (node: ExpressionNode, parent: number | null) => {
    const place = nodes.length;
    if (node.type === 'LICENSE') {
      nodes.push({ parent, operator: null, license: node });
      return;
    }
    nodes.push({ parent, operator: node.type, license: null });
    for (const operand of node.operands) add(operand, place);
  };
  add(root, null);
  return nodes;
}
