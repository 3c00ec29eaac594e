import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { Button } from '../../ui/button';
import { WordsDialog } from '../../ui/act/words-form';
import { Tag } from '../../ui/card';
import { Form } from '../../ui/form';
import { Row } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { TextAreaField } from '../../ui/text-area';
import {
  DeskSanctionsDocument,
  ImportSanctionsDocument,
  type ImportSanctionsMutation,
  LiftSanctionDocument,
} from './desk.graphql.ts';
import styles from './desk.module.css';
import { sanctionRowsOf } from './desk.rules';

/** Who may not deal, and how an officer brings a list. */
export function Sanctions(): ReactNode {
  const { t } = useTranslation('desk');
  const { date } = useFormats();
  return (
    <>
      <details>
        <summary>{t('sanction.import')}</summary>
        <Import />
      </details>
      <Pages
        query={DeskSanctionsDocument}
        variables={{}}
        of={['Sanction', 'SanctionOutcome']}
        pick={(data) => data.sanctions}
        empty={t('nothing')}
      >
        {(sanctions) => (
          <ul className={styles.list}>
            {sanctions.map(
              ({ id, registrationCode, list, reason, startsOn, endsOn, liftedAt, liftReason, actions }) => (
                <li key={id}>
                  <Row>
                    <h3>{registrationCode}</h3>
                    <Tag tone={liftedAt === null ? 'bad' : 'plain'}>
                      {liftedAt === null ? t(`list.${list}`) : t('sanction.lifted')}
                    </Tag>
                  </Row>
                  <p>
                    {[reason, `${date(startsOn)} – ${endsOn === null ? '' : date(endsOn)}`, liftReason]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                  {actions.includes('LIFT') && (
                    <Row>
                      <WordsDialog
                        label={t('sanction.lift')}
                        field={t('reason')}
                        path="reason"
                        maxLength={500}
                        document={LiftSanctionDocument}
                        variables={(words) => ({ input: { sanctionId: id, reason: words } })}
                        done={t('done')}
                      />
                    </Row>
                  )}
                </li>
              ),
            )}
          </ul>
        )}
      </Pages>
    </>
  );
}

function Import(): ReactNode {
  const { t } = useTranslation('desk');
  const { act, isBusy, problem } = useAct(ImportSanctionsDocument);
  const [text, setText] = useState('');
  const [outcomes, setOutcomes] = useState<ImportSanctionsMutation['importSanctions']>([]);
  const { rows, unread } = sanctionRowsOf(text);
  const send = async (): Promise<void> => {
    const done = await act({
      input: { idempotencyKey: crypto.randomUUID(), rows: rows.map((row) => ({ ...row, source: '' })) },
    });
    if (done) setOutcomes(done.importSanctions);
  };
  return (
    <Form label={t('sanction.import')} problem={problem} onSubmit={() => void send()}>
      <TextAreaField
        label={t('sanction.rows')}
        hint={t('sanction.hint')}
        required
        rows={6}
        maxLength={60_000}
        value={text}
        onChange={setText}
      />
      {unread.length > 0 && (
        <Notice tone="bad">
          {t('sanction.unread')} {unread.join(' · ')}
        </Notice>
      )}
      <Button type="submit" kind="main" isBusy={isBusy} disabled={rows.length === 0 || unread.length > 0}>
        {t('sanction.send', { count: rows.length })}
      </Button>
      <ol>
        {outcomes.map(({ row, isNew, enterpriseId, problem: fault }) => (
          <li key={row}>
            {rows[row]?.registrationCode}: {fault?.message ?? t(isNew ? 'sanction.taken' : 'sanction.known')}
            {enterpriseId !== null && ` · ${t('sanction.bars')}`}
          </li>
        ))}
      </ol>
    </Form>
  );
}
