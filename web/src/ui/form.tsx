import {
  createContext,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type SyntheticEvent,
  type TextareaHTMLAttributes,
  use,
  useId,
} from 'react';
import type { Problem } from '../api/problem';
import { Notice } from './notice';
import styles from './form.module.css';

const FormProblem = createContext<Problem | undefined>(undefined);

interface FormProps {
  readonly children: ReactNode;
  readonly problem?: Problem | undefined;
  readonly onSubmit: () => void;
  readonly label: string;
}

/** A form whose fields show the faults that the API found in them; faults of no shown field stand above it. */
export function Form({ children, problem, onSubmit, label }: FormProps): ReactNode {
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={label} noValidate={false}>
      {problem && (
        <Notice tone="bad">
          <p>{problem.message}</p>
          {problem.rules?.map(({ id, clause }) => (
            <p key={id}>
              <small>
                {id} · {clause}
              </small>
            </p>
          ))}
        </Notice>
      )}
      <FormProblem value={problem}>{children}</FormProblem>
    </form>
  );
}

interface FieldProps {
  readonly label: string;
  /** Path of the input below `input`, to find its faults. */
  readonly path?: string | undefined;
  readonly hint?: ReactNode | undefined;
}

/** A label, the control, a hint and what is wrong with it, tied together for everyone. */
export function Field({
  label,
  path,
  hint,
  children,
}: FieldProps & {
  readonly children: (control: { id: string; 'aria-describedby': string; 'aria-invalid': boolean }) => ReactNode;
}): ReactNode {
  const id = useId();
  const problem = use(FormProblem);
  const fault = path === undefined ? undefined : problem?.fields.get(path);
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, 'aria-describedby': `${id}-hint ${id}-fault`, 'aria-invalid': fault !== undefined })}
      <div id={`${id}-hint`} className={styles.hint} hidden={hint === undefined}>
        {hint}
      </div>
      <div id={`${id}-fault`} className={styles.fault} role="alert">
        {fault}
      </div>
    </div>
  );
}

type TextFieldProps = FieldProps &
  Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

export function TextField({ label, path, hint, value, onChange, ...input }: TextFieldProps): ReactNode {
  return (
    <Field label={label} path={path} hint={hint}>
      {(control) => (
        <input
          {...control}
          {...input}
          className={styles.control}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

type LongTextFieldProps = FieldProps &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
  };

/** Words of more than a line; the field grows with them where the browser can. */
export function LongTextField({ label, path, hint, value, onChange, ...area }: LongTextFieldProps): ReactNode {
  return (
    <Field label={label} path={path} hint={hint}>
      {(control) => (
        <textarea
          rows={3}
          {...control}
          {...area}
          className={styles.area}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  );
}

type SelectFieldProps = FieldProps &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
    readonly value: string;
    readonly onChange: (value: string) => void;
    readonly options: readonly { readonly value: string; readonly label: string }[];
  };

export function SelectField({ label, path, hint, value, onChange, options, ...select }: SelectFieldProps): ReactNode {
  return (
    <Field label={label} path={path} hint={hint}>
      {(control) => (
        <select
          {...control}
          {...select}
          className={styles.control}
          value={value}
          onChange={({ target }) => onChange(target.value)}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** A yes or no, with its label beside it. */
export function CheckField({
  label,
  checked,
  onChange,
}: {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}): ReactNode {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
      {label}
    </label>
  );
}
