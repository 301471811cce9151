import type { Addresses, Linked } from '../addresses.ts';
import type { UseVerdictFactsFragment } from '../documents/types.ts';
import { queryOf, type UseQuestion } from '../use-question.ts';
import { Section } from './basics.tsx';
import { Problems } from './fields.tsx';
import { NotAdvice } from './not-advice.tsx';
import { UseForm } from './use-form.tsx';
import { VerdictBox } from './verdict.tsx';

interface MayIUseProps {
  readonly model: Linked;
  readonly question: UseQuestion;
  /** Null where there was no question or no answer. */
  readonly verdict: UseVerdictFactsFragment | null;
  readonly remark: string | null;
  readonly problems: readonly string[];
  readonly addresses: Addresses;
}

/** "May I use it?": problems or the answer, then the form. */
export function MayIUse(props: MayIUseProps) {
  const { model, question, verdict, remark, problems, addresses } = props;
  const path = addresses.of(model);
  return (
    <Section id="may-i-use" title="May I use it?">
      <NotAdvice />
      <Problems problems={problems} />
      {verdict !== null && (
        <VerdictBox
          verdict={verdict}
          remark={remark}
          link={`${path}?${queryOf(question.typed)}#may-i-use`}
          addresses={addresses}
        />
      )}
      <UseForm
        path={path}
        anchor="may-i-use"
        question={question}
        missing={verdict?.missing ?? []}
      />
    </Section>
  );
}
