import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../ui/card';
import { SavedLink } from './saved-list';
import { useSaved } from './use-saved';
import styles from './work.module.css';

/** Kept searches that found something since one last looked. */
export function SavedNews(): ReactNode {
  const { t } = useTranslation('work');
  const fresh = useSaved().filter(({ newCount }) => newCount > 0);
  if (fresh.length === 0) return null;
  return (
    <Card title={t('saved.title')}>
      <ul className={styles.saved}>
        {fresh.map((search) => (
          <li key={search.id}>
            <SavedLink search={search} />
          </li>
        ))}
      </ul>
    </Card>
  );
}
