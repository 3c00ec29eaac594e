import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CombinedError } from '@urql/core';
import { problemOf } from '../api/problem';
import { Button } from './button';
import { Notice } from './notice';
import styles from './state.module.css';

export function Loading(): ReactNode {
  const { t } = useTranslation();
  return (
    <div className={styles.loading} role="status">
      <span className="visually-hidden">{t('state.loading')}</span>
    </div>
  );
}

/** Says that there is nothing, and what one could do about it. */
export function Empty({ children, action }: { readonly children: ReactNode; readonly action?: ReactNode }): ReactNode {
  return (
    <div className={styles.empty}>
      <p>{children}</p>
      {action}
    </div>
  );
}

export function Failure({
  error,
  onRetry,
}: {
  readonly error: CombinedError;
  readonly onRetry?: () => void;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice tone="bad">
      <p>{problemOf(error, t('state.offline'))?.message}</p>
      {onRetry && <Button onClick={onRetry}>{t('state.retry')}</Button>}
    </Notice>
  );
}

interface QueryState<T> {
  /** Null where the answer was nothing but errors. */
  readonly data?: T | null | undefined;
  readonly error?: CombinedError | undefined;
  readonly fetching: boolean;
}

/** Shows what a query answers; until then that it is loading, or why it failed. Old data stay in sight on a failure. */
export function Answer<T>({
  of,
  onRetry,
  children,
}: {
  readonly of: QueryState<T>;
  readonly onRetry?: () => void;
  readonly children: (data: T) => ReactNode;
}): ReactNode {
  const { data, error, fetching } = of;
  return (
    <>
      {error && <Failure error={error} {...(onRetry && { onRetry })} />}
      {data ? children(data) : fetching && <Loading />}
    </>
  );
}
