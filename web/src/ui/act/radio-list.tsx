import { type ReactNode, useId } from 'react';
import styles from './radio-list.module.css';

interface RadioListProps<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly onChange: (value: Value) => void;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly note?: string }[];
}

/** One of some, each with room for words, one below the other. */
export function RadioList<Value extends string>({ label, value, onChange, options }: RadioListProps<Value>): ReactNode {
  const name = useId();
  return (
    <fieldset className={styles.list}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            required
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>
            {option.label}
            {option.note !== undefined && <small className="soft">{option.note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
