import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import { useToast } from '../../ui/toast';
import { DeleteSavedSearchDocument, SaveSearchDocument, UpdateSavedSearchDocument } from './saved.graphql.ts';
import { againOf, type Saved } from './saved.rules';
import styles from './work.module.css';

/** The searches that a worker keeps, each with how much is new. */
export function SavedList({ saved }: { readonly saved: readonly Saved[] }): ReactNode {
  const { t } = useTranslation('work');
  if (saved.length === 0) return null;
  return (
    <Card title={t('saved.title')}>
      <ul className={styles.saved}>
        {saved.map((search) => (
          <SavedItem key={search.id} search={search} />
        ))}
      </ul>
    </Card>
  );
}

/** A way to what a search finds. */
export function SavedLink({ search: { id, name, newCount } }: { readonly search: Saved }): ReactNode {
  const { t } = useTranslation('work');
  return (
    <Link to={`/work?saved=${id}`} reloadDocument className={styles.savedLink}>
      <span>{name}</span> {newCount > 0 && <Tag tone="call">{t('saved.fresh', { count: newCount })}</Tag>}
    </Link>
  );
}

function SavedItem({ search }: { readonly search: Saved }): ReactNode {
  const { t } = useTranslation('work');
  const tell = useToast();
  const update = useAct(UpdateSavedSearchDocument);
  const remove = useAct(DeleteSavedSearchDocument);
  const again = useAct(SaveSearchDocument);
  const problem = update.problem ?? remove.problem ?? again.problem;
  const { id: searchId, name, alerts } = search;
  const restore = (): void => void again.act({ input: { idempotencyKey: crypto.randomUUID(), ...againOf(search) } });
  const drop = async (): Promise<void> => {
    if (await remove.act({ input: { searchId } }))
      tell({ text: t('saved.deleted'), undo: { label: t('saved.undo'), run: restore } });
  };
  return (
    <li>
      {problem && <Notice tone="bad">{problem.message}</Notice>}
      <SavedLink search={search} />
      <Button
        kind="quiet"
        aria-label={`${t(alerts ? 'saved.alertsOn' : 'saved.alertsOff')} ${name}`}
        aria-pressed={alerts}
        isBusy={update.isBusy}
        onClick={() => void update.act({ input: { searchId, alerts: !alerts } })}
      >
        {t(alerts ? 'saved.alertsOn' : 'saved.alertsOff')}
      </Button>
      <Button
        kind="quiet"
        aria-label={`${t('saved.delete')} ${name}`}
        isBusy={remove.isBusy}
        onClick={() => void drop()}
      >
        {t('saved.delete')}
      </Button>
    </li>
  );
}
