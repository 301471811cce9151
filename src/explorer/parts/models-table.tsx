import type { Addresses, Linked } from '../addresses.ts';
import type { OpennessDefinition, Verdict } from '../documents/types.ts';
import { largeNumber } from '../words.ts';
import { EntityLink, Links, Shown, VerdictBadge } from './basics.tsx';

export interface ModelRow extends Linked {
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
  /** Whether each can be chosen, as "models" of the form around the table. */
  readonly choosable?: boolean;
  readonly addresses: Addresses;
}

const columns = [
  ['OPEN_WEIGHTS', 'Open weights'],
  ['OSAID_1_0', 'Open source AI'],
] as const;

/** Models with the license of their weights, and how open they are. */
export function ModelsTable({ models, total, choosable = false, addresses }: ModelsTableProps) {
  const withContext = models.some(({ contextTokens }) => contextTokens !== undefined);
  return (
    <>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {choosable && <th scope="col">Compare</th>}
              <th scope="col">Model</th>
              <th scope="col">Released</th>
              <th scope="col">Parameters</th>
              {withContext && <th scope="col">Context</th>}
              <th scope="col">License of the weights</th>
              {columns.map(([, heading]) => (
                <th scope="col">{heading}</th>
              ))}
            </tr>
          </thead>
          <tbody>
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
                  {model.totalParameters === null
                    ? 'not known'
                    : largeNumber(model.totalParameters)}
                </td>
                {withContext && (
                  <td>{model.contextTokens?.toLocaleString('en-US') ?? 'not known'}</td>
                )}
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
