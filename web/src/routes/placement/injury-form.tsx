import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { ReportInjuryDocument } from './placement.graphql.ts';
import styles from './placement.module.css';

const blank = { time: '', place: '', task: '', description: '', protection: '', hospital: '', witness: '' };

/** Help first, then the report. No draft is kept: what happened to a body is not left lying in a browser. */
export function InjuryForm({
  placementId,
  onDone,
}: {
  readonly placementId: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('placement');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(ReportInjuryDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ ...blank, occurredOn: inDays(0) });
  const field = (name: keyof typeof draft) => ({
    label: t(`injury.${name}`),
    path: name,
    value: draft[name],
    onChange: (value: string) => setDraft((before) => ({ ...before, [name]: value })),
  });
  const send = async (): Promise<void> => {
    if (!(await act({ input: { ...draft, placementId, idempotencyKey: key } }))) return;
    tell({ text: t('injury.done') });
    onDone();
  };
  return (
    <Form label={t('injury.go')} problem={problem} onSubmit={() => void send()}>
      <p className={styles.urgent}>
        {t('injury.first')} <a href="tel:120">120</a>
      </p>
      <p>{t('injury.then')}</p>
      <Columns least="s">
        <TextField {...field('occurredOn')} type="date" required max={inDays(0)} />
        <TextField {...field('time')} type="time" required />
      </Columns>
      <TextField {...field('place')} required maxLength={200} />
      <TextField {...field('task')} required maxLength={500} />
      <TextAreaField {...field('description')} required maxLength={4000} />
      <TextField {...field('hospital')} maxLength={200} />
      <TextField {...field('witness')} maxLength={200} />
      <TextField {...field('protection')} maxLength={500} />
      <Button type="submit" kind="main" isBusy={isBusy}>
        {t('injury.send')}
      </Button>
    </Form>
  );
}
