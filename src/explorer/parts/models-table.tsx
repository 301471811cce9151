import type { Addresses, Linked } from '../addresses.ts';
import type { OpennessDefinition, Verdict } from '../documents/types.ts';
import { largeNumber } from '../words.ts';
import { EntityLink, Links, Shown, VerdictBadge } from './basics.tsx';

export interface ModelRow extends Linked {
  readonly releasedOn: string | null;
  readonly totalParameters: number | null;
  readonly licenses: { readonly nodes: readonly Linked[] } | null;
  readonly openness:
    | readonly { readonly definition: OpennessDefinition; readonly verdict: Verdict }[]
    | null;
}

interface ModelsTableProps {
  readonly models: readonly ModelRow[];
  readonly total: number | null | undefined;
  readonly addresses: Addresses;
}

const columns = [
  ['OPEN_WEIGHTS', 'Open weights'],
  ['OSAID_1_0', 'Open source AI'],
] as const;

/** Models with the license of their weights, and how open they are. */
export function ModelsTable({ models, total, addresses }: ModelsTableProps) {
  return (
    <>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">Released</th>
              <th scope="col">Parameters</th>
              <th scope="col">License of the weights</th>
              {columns.map(([, heading]) => (
                <th scope="col">{heading}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {models.map((model) => (
              <tr>
                <th scope="row">
                  <EntityLink to={model} addresses={addresses} />
                </th>
                <td class="day">{model.releasedOn ?? 'not known'}</td>
                <td>
                  {model.totalParameters === null
                    ? 'not known'
                    : largeNumber(model.totalParameters)}
                </td>
                <td>
                  {model.licenses?.nodes.length ? (
                    <Links to={model.licenses.nodes} addresses={addresses} />
                  ) : (
                    'not known'
                  )}
                </td>
                {columns.map(([definition]) => (
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
          </tbody>
        </table>
      </div>
      <Shown count={models.length} of={total} />
    </>
  );
}
