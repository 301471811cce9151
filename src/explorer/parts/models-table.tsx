import type { Addresses, Linked } from '../addresses.ts';
import type { OpennessDefinition, Verdict } from '../documents/types.ts';
import { largeNumber } from '../words.ts';
import { EntityLink, LinksOrUnknown, Shown, VerdictBadge } from './basics.tsx';
import { DataTable } from './data-table.tsx';

interface ModelRow extends Linked {
  readonly releasedOn: string | null;
  readonly totalParameters: number | null;
  readonly contextTokens?: number | null;
  readonly licenses: { readonly nodes: readonly Linked[] } | null;
  readonly openness:
    | readonly { readonly definition: OpennessDefinition; readonly verdict: Verdict }[]
    | null;
}

interface ModelsTableProps {
  readonly models: readonly ModelRow[];
  readonly total: number | null | undefined;
  /** Whether each model has a checkbox "models" for the form around the table. */
  readonly choosable?: boolean;
  readonly addresses: Addresses;
}

const definitions = [
  ['OPEN_WEIGHTS', 'Open weights'],
  ['OSAID_1_0', 'Open source AI'],
] as const;

/** Models with the license of their weights and their openness. */
export function ModelsTable({ models, total, choosable = false, addresses }: ModelsTableProps) {
  const withContext = models.some(({ contextTokens }) => contextTokens !== undefined);
  const headings = [
    ...(choosable ? ['Compare'] : []),
    ...['Model', 'Released', 'Parameters'],
    ...(withContext ? ['Context'] : []),
    'License of the weights',
    ...definitions.map(([, heading]) => heading),
  ];
  return (
    <>
      <DataTable columns={headings}>
        {models.map((model) => (
          <tr>
            {choosable && (
              <td>
                <input
                  type="checkbox"
                  name="models"
                  value={model.slug}
                  aria-label={`Compare ${model.name}`}
                />
              </td>
            )}
            <th scope="row">
              <EntityLink to={model} addresses={addresses} />
            </th>
            <td class="day">{model.releasedOn ?? 'not known'}</td>
            <td>
              {model.totalParameters === null ? 'not known' : largeNumber(model.totalParameters)}
            </td>
            {withContext && <td>{model.contextTokens?.toLocaleString('en-US') ?? 'not known'}</td>}
            <td>
              <LinksOrUnknown to={model.licenses?.nodes ?? []} addresses={addresses} />
            </td>
            {definitions.map(([definition]) => (
              <td>
                <VerdictBadge
                  verdict={
                    model.openness?.find((each) => each.definition === definition)?.verdict ??
                    'UNKNOWN'
                  }
                />
              </td>
            ))}
          </tr>
        ))}
      </DataTable>
      <Shown count={models.length} of={total} />
    </>
  );
}
