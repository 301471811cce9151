import type { Child } from 'hono/jsx';
import { none } from '../form.ts';

interface ChoicesProps {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  /** Whether "none of these" is an answer. */
  readonly orNone?: boolean;
}

/** Choices of which any number can be taken. */
export function Choices({ id, name, legend, words, chosen, orNone = false }: ChoicesProps) {
  const options = [...Object.entries(words), ...(orNone ? [[none, 'none of these']] : [])];
  return (
    <fieldset id={id}>
      <legend>{legend}</legend>
      <div class="pair">
        {options.map(([value = '', word]) => (
          <label class="check">
            <input type="checkbox" name={name} value={value} checked={chosen.includes(value)} />
            {word}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

interface SelectProps {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  /** What stands for no answer; not given: the first option is the answer. */
  readonly first?: string;
  readonly children: readonly (readonly string[])[];
}

/** Choices of which one is taken. */
export function Select({ id, name, label, chosen, first, children }: SelectProps) {
  const options: Child[] = children.map(([value, word]) => (
    <option value={value} selected={value === chosen}>
      {word}
    </option>
  ));
  return (
    <label>
      {label}
      <select id={id} name={name}>
        {first !== undefined && <option value="">{first}</option>}
        {options}
      </select>
    </label>
  );
}

/** What is wrong with what was typed. */
export function Problems({ problems }: { problems: readonly string[] }) {
  if (problems.length === 0) return null;
  return (
    <div class="wrong" role="alert">
      {problems.map((problem) => (
        <p>{problem}</p>
      ))}
    </div>
  );
}
