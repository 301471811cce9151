import type { Addresses, Linked } from '../addresses.ts';
import type { UseAnswer, UseVerdictFactsFragment } from '../documents/types.ts';
import type { DataOf } from '../documents.ts';
import type { Guess } from '../find-entity.ts';
import { Layout } from '../layout.tsx';
import { EntityLink } from '../parts/basics.tsx';
import { Problems } from '../parts/fields.tsx';
import { NotAdvice } from '../parts/not-advice.tsx';
import { UsableModels } from '../parts/usable-models.tsx';
import { UseForm } from '../parts/use-form.tsx';
import { VerdictBox } from '../parts/verdict.tsx';
import { queryOf, type UseQuestion } from '../use-question.ts';

/** An answer for one model, or for all models. */
export interface Judged {
  readonly verdict: UseVerdictFactsFragment | null;
  readonly remark: string | null;
  readonly models: DataOf<'models-for-use'>['modelsUsableFor'];
}

interface UsePageProps {
  readonly question: UseQuestion;
  /** The model as typed; empty for all models. */
  readonly name: string;
  readonly model: { readonly entity: Linked | null; readonly guesses: readonly Guess[] } | null;
  /** The answer that listed models have; null for models that may be used. */
  readonly show: UseAnswer | null;
  readonly judged: Judged;
  readonly problems: readonly string[];
  readonly first: boolean;
  readonly addresses: Addresses;
}

/** "May I use it?", or the reverse: which models may I use? */
export function UsePage(props: UsePageProps) {
  const { question, name, model, show, judged, problems, first, addresses } = props;
  const here = addresses.path('/may-i-use');
  const asked = new URLSearchParams(queryOf(question.typed));
  const again = new URLSearchParams(asked);
  const entity = model?.entity ?? null;
  if (entity !== null) again.set('model', entity.slug);
  const missing =
    judged.verdict?.missing ?? judged.models?.missingFacts?.map(({ fact }) => fact) ?? [];
  const title = entity === null ? 'May I use it?' : `May I use ${entity.name}?`;
  return (
    <Layout
      addresses={addresses}
      title={`${title} · Glossgraph`}
      description="Say what you want to do with a model: the clauses of its licenses answer. Or ask which models allow it."
      canonical={question.asked || name !== '' ? null : here}
    >
      <h1>{title}</h1>
      <p class="lead">
        Say what you want to do. The answer comes from the clauses of the licenses; what is not
        known never counts as allowed.
      </p>
      <NotAdvice />
      <Problems problems={problems} />
      {model !== null && entity === null && (
        <ul class="cards">
          {model.guesses.map((guess) => {
            const query = new URLSearchParams(asked);
            query.set('model', guess.slug);
            return (
              <li>
                <a href={`${here}?${query}`}>{guess.name}</a>
                {guess.summary !== null && <p>{guess.summary}</p>}
              </li>
            );
          })}
        </ul>
      )}
      {judged.verdict !== null && entity !== null && (
        <VerdictBox
          verdict={judged.verdict}
          remark={judged.remark}
          link={`${here}?${again}`}
          addresses={addresses}
          about={<EntityLink to={entity} addresses={addresses} />}
        />
      )}
      {judged.verdict !== null && (
        <p>
          <a href={`${here}?${asked}`}>Which other models may I use for this?</a>
        </p>
      )}
      {judged.models !== null && (
        <UsableModels {...{ found: judged.models, asked, show, first, addresses }} />
      )}
      <UseForm path={here} anchor="answer" question={question} missing={missing}>
        <label>
          Which model? Leave it empty to see which ones you may use.
          <input
            type="text"
            id="use-model"
            name="model"
            value={entity?.slug === name ? entity.name : name}
            placeholder="all models"
            data-suggest="MODEL"
            data-suggest-at={addresses.path('/suggest')}
          />
        </label>
      </UseForm>
    </Layout>
  );
}
