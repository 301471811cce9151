import type { Addresses } from '../addresses.ts';
import type { UseAnswer } from '../documents/types.ts';
import { missingQuestions } from '../use-words.ts';
import { answerWords, dutyWords, evidenceWords } from '../words.ts';
import { EntityLink, Links } from './basics.tsx';
import { ClausePlace } from './clause-place.tsx';
import type { UseVerdict } from './may-i-use.tsx';

const looks: Readonly<Record<UseAnswer, string>> = {
  ALLOWED: 'yes',
  ALLOWED_WITH_DUTIES: 'yes',
  ASK_LICENSOR: 'open',
  NOT_ALLOWED: 'no',
  UNKNOWN: 'open',
};

interface VerdictBoxProps {
  readonly verdict: UseVerdict;
  /** Where the same is asked again. */
  readonly link: string;
  readonly addresses: Addresses;
}

/** The answer, what it rests on, what it asks for, and what would settle it. */
export function VerdictBox({ verdict, link, addresses }: VerdictBoxProps) {
  const { answer, missing, duties, assumptions, evidence } = verdict;
  return (
    <section class={`answer ${looks[answer]}`} aria-labelledby="answer">
      <h3 id="answer">{answerWords[answer]}.</h3>
      <Decisive verdict={verdict} addresses={addresses} />
      {missing.length > 0 && (
        <>
          <h4>To settle it</h4>
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
          <h4>
            {answer === 'NOT_ALLOWED' ? 'What you would have to do besides' : 'What you must do'}
          </h4>
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

type Reason = UseVerdict['reasons'][number];
interface ReasonsProps {
  readonly verdict: UseVerdict;
  readonly addresses: Addresses;
}

/** Why the answer is what it is. Duties stand in a list of their own. */
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

/** What was looked at besides. */
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
            <span class={`badge ${looks[reason.effect]}`}>{answerWords[reason.effect]}.</span>{' '}
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
