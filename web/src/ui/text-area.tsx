import type { ReactNode } from 'react';
import { Field } from './form';
import styles from './text-area.module.css';

interface TextAreaFieldProps {
  readonly label: string;
  readonly path?: string;
  readonly hint?: ReactNode;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly maxLength: number;
  readonly rows?: number;
}

/** Room for more than one line of words. */
export function TextAreaField({
  label,
  path,
  hint,
  value,
  onChange,
  rows = 3,
  ...area
}: TextAreaFieldProps): ReactNode {
  return (
    <Field label={label} path={path} hint={hint}>
      {(control) => (
        <textarea
          {...control}
          {...area}
          rows={rows}
          className={styles.area}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}
