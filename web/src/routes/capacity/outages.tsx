import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { inDays } from '../../api/local-day';
import { useAct } from '../../api/act';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { Button } from '../../ui/button';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Row } from '../../ui/layout';
import { useToast } from '../../ui/toast';
import styles from './capacity.module.css';
import { AddOutageDocument, type LineFragment, type OutageKind, RemoveOutageDocument } from './lines.graphql.ts';

const kinds: readonly OutageKind[] = ['MAINTENANCE', 'HOLIDAY'];

/** Days on which a line does not work. */
export function Outages({ line }: { readonly line: LineFragment }): ReactNode {
  const { t } = useTranslation('capacity');
  const { period } = useFormats();
  return (
    <section>
      <ul className={styles.outages}>
        {line.outages.map(({ id, kind, reason, startsOn, endsOn }) => (
          <li key={id}>
            <span>
              {t(`outageKind.${kind}`)} · {period(startsOn, endsOn)}
              {reason !== '' && ` · ${reason}`}
            </span>
            <ActButton
              label={t('outage.remove')}
              document={RemoveOutageDocument}
              variables={{ input: { outageId: id } }}
              done={t('outage.removed')}
            />
          </li>
        ))}
      </ul>
      <Ask label={t('outage.add')}>{(close) => <OutageForm lineId={line.id} onClose={close} />}</Ask>
    </section>
  );
}

interface OutageFormProps {
  readonly lineId: string;
  readonly onClose: () => void;
}

function OutageForm({ lineId, onClose }: OutageFormProps): ReactNode {
  const { t } = useTranslation(['capacity', 'common']);
  const tell = useToast();
  const { act, isBusy, problem } = useAct(AddOutageDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<OutageKind>('MAINTENANCE');
  const [startsOn, setStartsOn] = useState(inDays(1));
  const [endsOn, setEndsOn] = useState(inDays(1));
  const [reason, setReason] = useState('');
  const add = async (): Promise<void> => {
    if (!(await act({ input: { idempotencyKey, productionLineId: lineId, kind, startsOn, endsOn, reason } }))) return;
    tell({ text: t('outage.added') });
    onClose();
  };
  return (
    <Form label={t('outage.add')} problem={problem} onSubmit={() => void add()}>
      <p className="soft">{t('outage.explain')}</p>
      <Columns least="s">
        <SelectField
          label={t('outage.kind')}
          path="kind"
          value={kind}
          onChange={(chosen) => setKind(kinds.find((known) => known === chosen) ?? 'MAINTENANCE')}
          options={kinds.map((known) => ({ value: known, label: t(`outageKind.${known}`) }))}
        />
        <TextField
          label={t('outage.from')}
          path="startsOn"
          type="date"
          required
          value={startsOn}
          onChange={setStartsOn}
        />
        <TextField label={t('outage.until')} path="endsOn" type="date" required value={endsOn} onChange={setEndsOn} />
        <TextField label={t('outage.reason')} path="reason" maxLength={300} value={reason} onChange={setReason} />
      </Columns>
      <Row>
        <Button type="submit" kind="main" isBusy={isBusy}>
          {t('outage.add')}
        </Button>
        <Button onClick={onClose}>{t('common:act.leave')}</Button>
      </Row>
    </Form>
  );
}
