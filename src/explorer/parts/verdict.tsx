import type { Child } from 'hono/jsx';
import type { Addresses } from '../addresses.ts';
import type { UseAnswer, UseVerdictFactsFragment } from '../documents/types.ts';
import { missingQuestions } from '../use-words.ts';
import { answerWords, dutyWords, evidenceWords } from '../words.ts';
import { EntityLink, Links } from './basics.tsx';
import { ClausePlace } from './clause-place.tsx';

/** The style of each answer. */
export const answerLooks: Readonly<Record<UseAnswer, string>> = {
  ALLOWED: 'yes',
  ALLOWED_WITH_DUTIES: 'yes',
  ASK_LICENSOR: 'open',
  NOT_ALLOWED: 'no',
  UNKNOWN: 'open',
};

interface VerdictBoxProps {
  readonly verdict: UseVerdictFactsFragment;
  /** What is said besides the reasons. */
  readonly remark: string | null;
  /** The link that repeats the question. */
  readonly link: string;
  /** The subject, where the page does not name it. */
  readonly about?: Child;
  readonly addresses: Addresses;
}

/** The answer, with its reasons, duties and missing facts. */
export function VerdictBox({ verdict, remark, link, about, addresses }: VerdictBoxProps) {
  const { answer, missing, duties, assumptions, evidence } = verdict;
  const top = about !== undefined;
  return (
    <section class={`answer ${answerLooks[answer]}`} aria-labelledby="answer">
      <VerdictHeading top={top}>
        {top && <>{about}: </>}
        {answerWords[answer]}.
      </VerdictHeading>
      {remark !== null && <p>{remark}</p>}
      <Decisive verdict={verdict} addresses={addresses} />
      {missing.length > 0 && (
        <>
          <PartHeading top={top}>To settle it</PartHeading>
          <ul>
            {missing.map((fact) => {
              const { question, name } = missingQuestions[fact];
              return <li>{name === null ? question : <a href={`#use-${name}`}>{question}</a>}</li>;
            })}
          </ul>
        </>
      )}
      {duties.length > 0 && (
        <>
          <PartHeading top={top}>
            {answer === 'NOT_ALLOWED' ? 'What you would have to do besides' : 'What you must do'}
          </PartHeading>
          <ul class="plain">
            {duties.map(({ duty, text, ...clause }) => (
              <li>
                <label>
                  <input type="checkbox" />
                  <span>
                    {duty !== null && (
                      <strong>
                        {dutyWords[duty.kind]}
                        {duty.name !== null && `: “${duty.name}”`}
                        {duty.beforeUse && ', before use'}.{' '}
                      </strong>
                    )}
                    {text}
                  </span>
                </label>{' '}
                <span class="cite">
                  <ClausePlace clause={clause} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      <Others verdict={verdict} addresses={addresses} />
      {assumptions.length > 0 && (
        <details>
          <summary>What is assumed</summary>
          <ul>
            {assumptions.map((assumption) => (
              <li>{assumption}</li>
            ))}
          </ul>
        </details>
      )}
      <p class="note">
        {evidence !== null && `The weakest evidence it rests on: ${evidenceWords[evidence]}. `}
        <a href={link}>Link to this answer</a>
      </p>
    </section>
  );
}

/** The heading, one level below that of the page or of the section. */
function VerdictHeading({ top, children }: { top: boolean; children?: Child }) {
  return top ? <h2 id="answer">{children}</h2> : <h3 id="answer">{children}</h3>;
}

function PartHeading({ top, children }: { top: boolean; children?: Child }) {
  return top ? <h3>{children}</h3> : <h4>{children}</h4>;
}

type Reason = UseVerdictFactsFragment['reasons'][number];
interface ReasonsProps {
  readonly verdict: UseVerdictFactsFragment;
  readonly addresses: Addresses;
}

/** The reasons for the answer. Duties have their own list. */
function Decisive({ verdict: { answer, reasons }, addresses }: ReasonsProps) {
  const found = reasons.filter(({ effect }) => effect === answer);
  if (answer === 'ALLOWED_WITH_DUTIES' || found.length === 0) return null;
  return (
    <ul>
      {found.map((reason) => (
        <li>
          <ReasonText reason={reason} addresses={addresses} />
        </li>
      ))}
    </ul>
  );
}

/** The other clauses that were examined. */
function Others({ verdict: { answer, reasons }, addresses }: ReasonsProps) {
  const found = reasons.filter(
    ({ effect }) => effect !== answer && effect !== 'ALLOWED_WITH_DUTIES',
  );
  if (found.length === 0) return null;
  return (
    <details>
      <summary>What else was looked at ({found.length})</summary>
      <ul>
        {found.map((reason) => (
          <li>
            <span class={`badge ${answerLooks[reason.effect]}`}>{answerWords[reason.effect]}.</span>{' '}
            <ReasonText reason={reason} addresses={addresses} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function ReasonText({ reason, addresses }: { reason: Reason; addresses: Addresses }) {
  const { explanation, license, clause, via } = reason;
  const along = via.flatMap(({ model }) => model ?? []);
  return (
    <>
      {explanation}
      {license !== null && (
        <span class="cite">
          {' '}
          {clause === null ? (
            <EntityLink to={license} addresses={addresses} />
          ) : (
            <a href={`${addresses.of(license)}#clause-${clause.key}`}>{license.name}: the clause</a>
          )}
          {along.length > 0 && (
            <>
              , by way of <Links to={along} addresses={addresses} />
            </>
          )}
        </span>
      )}
    </>
  );
}
