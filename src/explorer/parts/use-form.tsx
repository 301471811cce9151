import type { Child } from 'hono/jsx';
import type { UseFact } from '../documents/types.ts';
import type { QuestionName } from '../use-names.ts';
import type { UseQuestion } from '../use-question.ts';
import {
  activities,
  businesses,
  currencies,
  fieldsOfUse,
  missingQuestions,
  trainedModels,
} from '../use-words.ts';
import { artifactWords } from '../words.ts';
import { Choices, Select } from './fields.tsx';

interface FormProps {
  readonly path: string;
  /** The place of the answer on the page. */
  readonly anchor: string;
  readonly question: UseQuestion;
  /** The facts that are missing for an answer. The form shows the fields for them. */
  readonly missing: readonly UseFact[];
  /** The questions before all others. */
  readonly children?: Child;
}

/** The form about a use, in plain words. */
export function UseForm({ path, anchor, question, missing, children }: FormProps) {
  const { typed } = question;
  const fields = missing.map((fact) => missingQuestions[fact].name);
  const more = question.asked || fields.some((name) => name !== null);
  const text = (name: QuestionName) => typed[name][0] ?? '';
  const field = (name: QuestionName, label: string, hint: string, extra: object = {}) => (
    <label>
      {label}
      <input
        type="text"
        id={`use-${name}`}
        name={name}
        value={text(name)}
        placeholder={hint}
        {...extra}
      />
    </label>
  );
  return (
    <form class="use" method="get" action={`${path}#${anchor}`}>
      {children}
      <Choices id="use-do" name="do" legend="I want to …" words={activities} chosen={typed.do} />
      <div class="pair fields">
        <Select
          id="use-commercial"
          name="commercial"
          label="Is it commercial?"
          chosen={text('commercial')}
        >
          {[
            ['yes', 'yes, or partly'],
            ['no', 'no'],
          ]}
        </Select>
        {field('place', 'In which country are you based?', 'such as Germany, or DE', {
          maxlength: '60',
        })}
      </div>
      <details open={more}>
        <summary>More about you and the use: what is not said counts as not known</summary>
        <div class="pair fields">
          {field('markets', 'In which countries is it used?', 'such as Germany, France, US')}
          {field('users', 'Users in a month, now', 'such as 20,000', { inputmode: 'numeric' })}
          {field('peak', 'Users in the best month ever', 'such as 2 million', {
            inputmode: 'numeric',
          })}
          {field('release', "Users in a month, at the model's release", '', {
            inputmode: 'numeric',
          })}
          {field('revenue', 'Revenue in a year', 'such as 3 million', { inputmode: 'numeric' })}
          {field('month', 'Revenue in the best month', '', { inputmode: 'numeric' })}
          {field('line', 'Yearly revenue of this line of business', '', { inputmode: 'numeric' })}
          <Select
            id="use-currency"
            name="currency"
            label="Currency of the revenue"
            chosen={text('currency')}
            first="US dollars"
          >
            {Object.entries(currencies).filter(([code]) => code !== 'USD')}
          </Select>
          <Select
            id="use-internal"
            name="internal"
            label="Does it stay inside your organization?"
            chosen={text('internal')}
            first="not said"
          >
            {[
              ['yes', 'yes'],
              ['no', 'no'],
            ]}
          </Select>
          <Select
            id="use-artifact"
            name="artifact"
            label="Of the model you use the …"
            chosen={text('artifact')}
            first="weights"
          >
            {Object.entries(artifactWords)
              .filter(([artifact]) => artifact !== 'WEIGHTS')
              .map(([artifact, word]) => [artifact, word.toLowerCase()])}
          </Select>
          <label>
            Obtained on
            <input
              type="text"
              id="use-on"
              name="on"
              value={text('on')}
              placeholder="today, or such as 2026-01-31"
            />
          </label>
        </div>
        <Choices
          id="use-for"
          name="for"
          legend="What for? Licenses single these out"
          words={fieldsOfUse}
          chosen={typed.for}
          orNone
        />
        <Choices
          id="use-trains"
          name="trains"
          legend="What is trained with its outputs?"
          words={trainedModels}
          chosen={typed.trains}
          orNone
        />
        <Choices
          id="use-business"
          name="business"
          legend="Your business"
          words={businesses}
          chosen={typed.business}
          orNone
        />
      </details>
      <button type="submit">Ask</button>
    </form>
  );
}
