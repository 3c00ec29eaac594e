import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Card, Tag } from '../../ui/card';
import { Notice } from '../../ui/notice';
import type { PaperFound } from './check-paper';
import styles from './verify.module.css';

const tones = { sealed: 'good', unknown: 'bad', broken: 'bad' } as const;

/** The answer in one sentence, then what the seal says. */
export function Verdict({ name, found }: { readonly name: string; readonly found: PaperFound }): ReactNode {
  const { t } = useTranslation('verify');
  const { dateTime } = useFormats();
  const { outcome, message, document, sha256 } = found;
  return (
    <Card title={name} actions={<Tag tone={tones[outcome]}>{t(`outcome.${outcome}`)}</Tag>}>
      <Notice tone={tones[outcome]}>{message}</Notice>
      <dl className={styles.facts}>
        {document && (
          <>
            <Fact label={t('fact.number')}>{document.number}</Fact>
            <Fact label={t('fact.sealedAt')}>{dateTime(document.sealedAt)}</Fact>
            {document.claims.signers?.map(({ party, name: signer, signedAt }) => (
              <Fact key={party} label={t(party === 'host' ? 'fact.host' : 'fact.lender')}>
                {signer} · {dateTime(signedAt)}
              </Fact>
            ))}
          </>
        )}
        <Fact label={t('fact.hash')}>
          <code>{sha256}</code>
        </Fact>
      </dl>
    </Card>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
