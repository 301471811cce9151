import type { Child } from 'hono/jsx';
import { none } from '../form.ts';

interface ChoicesProps {
  readonly id: string;
  readonly name: string;
  readonly legend: string;
  readonly words: Readonly<Record<string, string>>;
  readonly chosen: readonly string[];
  /** Whether there is a choice "none of these". */
  readonly orNone?: boolean;
}

/** A field with choices, of which any number can be chosen. */
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
  /** The option for no answer. Without it, the first option is chosen. */
  readonly first?: string;
  readonly children: readonly (readonly string[])[];
}

/** A field with choices, of which one is chosen. */
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

/** The problems with what was typed. */
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
