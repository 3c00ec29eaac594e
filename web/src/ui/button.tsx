import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Link, type LinkProps } from 'react-router';
import styles from './button.module.css';

export type ButtonKind = 'main' | 'plain' | 'quiet' | 'bad';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly kind?: ButtonKind;
  /** What it does is under way: it cannot be pressed again. */
  readonly isBusy?: boolean;
}

export function Button({
  kind = 'plain',
  isBusy = false,
  children,
  type = 'button',
  disabled,
  ...rest
}: ButtonProps): ReactNode {
  return (
    <button
      {...rest}
      type={type}
      className={styles.button}
      data-kind={kind}
      aria-busy={isBusy}
      disabled={isBusy || disabled}
    >
      {children}
    </button>
  );
}

/** A link that looks like a button. */
export function ButtonLink({ kind = 'plain', ...rest }: LinkProps & { readonly kind?: ButtonKind }): ReactNode {
  return <Link {...rest} className={styles.button} data-kind={kind} />;
}
