import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Pages } from '../../ui/pages';
import { DeskFlagsDocument } from './desk.graphql.ts';
import styles from './desk.module.css';

/** Lenders to look at, with what speaks for it; a sign bans nobody. */
export function Flags(): ReactNode {
  const { t } = useTranslation('desk');
  return (
    <>
      <p className="soft">{t('flag.text')}</p>
      <Pages
        query={DeskFlagsDocument}
        variables={{}}
        of={['DispatchFlag']}
        pick={(data) => data.dispatchFlags}
        empty={t('nothing')}
      >
        {(flags) => (
          <ul className={styles.list}>
            {flags.map(({ lender, signs, ...counts }) => (
              <li key={lender?.id}>
                <h3>{lender?.name}</h3>
                <ul>
                  {signs.map((sign) => (
                    <li key={sign}>{t(`sign.${sign}`)}</li>
                  ))}
                </ul>
                <p className="soft">{t('flag.counts', counts)}</p>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </>
  );
}
