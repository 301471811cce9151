import type { Addresses } from '../addresses.ts';
import type { UseAnswer } from '../documents/types.ts';
import type { DataOf } from '../documents.ts';
import { missingQuestions } from '../use-words.ts';
import { answerWords, counted, dutyWords, largeNumber } from '../words.ts';
import { EntityLink, LinksOrUnknown } from './basics.tsx';
import { DataTable } from './data-table.tsx';
import { answerLooks } from './verdict.tsx';

type Found = NonNullable<DataOf<'models-for-use'>['modelsUsableFor']>;

interface UsableModelsProps {
  readonly found: Found;
  /** The question, as the query of an address. */
  readonly asked: URLSearchParams;
  /** The answer that listed models have; null for models that may be used. */
  readonly show: UseAnswer | null;
  readonly first: boolean;
  readonly addresses: Addresses;
}

/** The models for a use, the number of models for each answer, and the facts that are missing. */
export function UsableModels({ found, asked, show, first, addresses }: UsableModelsProps) {
  const here = addresses.path('/may-i-use');
  const linkTo = (more: Readonly<Record<string, string>>) =>
    `${here}?${new URLSearchParams([...asked, ...Object.entries(more)])}`;
  const shown = show === null ? {} : { show };
  const next = found.pageInfo.hasNextPage ? found.pageInfo.endCursor : null;
  const counts = found.answerCounts ?? [];
  const total = found.totalCount ?? found.edges.length;
  return (
    <section aria-labelledby="answer">
      <h2 id="answer">
        {show === null
          ? `You may use ${counted(total, 'model')}`
          : `${answerWords[show]} (${counted(total, 'model')})`}
      </h2>
      <nav class="inline" aria-label="Answers">
        <a href={linkTo({})} aria-current={show === null ? 'page' : undefined}>
          Those I may use
        </a>
        {counts
          .filter(({ count }) => count > 0)
          .map(({ answer, count }) => (
            <a href={linkTo({ show: answer })} aria-current={show === answer ? 'page' : undefined}>
              {answerWords[answer]} ({count})
            </a>
          ))}
      </nav>
      <Missing found={found} />
      {found.edges.length > 0 && <Table found={found} asked={asked} addresses={addresses} />}
      <p class="inline">
        {!first && <a href={linkTo(shown)}>From the beginning</a>}
        {next !== null && <a href={linkTo({ ...shown, after: next })}>More models</a>}
        <a href={linkTo(shown)}>Link to this answer</a>
        <a href="#use-do">Change the question</a>
      </p>
    </section>
  );
}

function Missing({ found }: { found: Found }) {
  const missing = found.missingFacts ?? [];
  if (missing.length === 0) return null;
  return (
    <>
      <h3>What would settle more of them</h3>
      <ul>
        {missing.map(({ fact, count }) => {
          const { question, name } = missingQuestions[fact];
          return (
            <li>
              {name === null ? question : <a href={`#use-${name}`}>{question}</a>}{' '}
              <span class="note">{counted(count, 'model')}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

const columns = [
  'Model',
  'Released',
  'Parameters',
  'License of the weights',
  'Answer',
  'What you must do',
];

interface TableProps {
  readonly found: Found;
  readonly asked: URLSearchParams;
  readonly addresses: Addresses;
}

function Table({ found, asked, addresses }: TableProps) {
  return (
    <DataTable columns={columns}>
      {found.edges.map(({ node, verdict }) => {
        const query = new URLSearchParams(asked);
        query.set('model', node.slug);
        const duties = verdict.duties.flatMap(({ duty }) =>
          duty === null ? [] : [dutyWords[duty.kind]],
        );
        return (
          <tr>
            <th scope="row">
              <EntityLink to={node} addresses={addresses} />
            </th>
            <td class="day">{node.releasedOn ?? 'not known'}</td>
            <td>
              {node.totalParameters === null ? 'not known' : largeNumber(node.totalParameters)}
            </td>
            <td>
              <LinksOrUnknown to={node.licenses?.nodes ?? []} addresses={addresses} />
            </td>
            <td>
              <a
                class={`badge ${answerLooks[verdict.answer]}`}
                href={`${addresses.path('/may-i-use')}?${query}`}
              >
                {answerWords[verdict.answer]}
              </a>
            </td>
            <td>{[...new Set(duties)].join('; ')}</td>
          </tr>
        );
      })}
    </DataTable>
  );
}
