import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { Button } from '../../ui/button';
import { Form, SelectField, TextField } from '../../ui/form';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { PausePlacementDocument, type PauseReason } from './placement.graphql.ts';

const reasons: readonly PauseReason[] = ['NO_WORK', 'STOPPAGE', 'SAFETY', 'PERSONAL', 'OTHER'];

/** Days without work; the worker stays placed and is paid by contract. */
export function PauseForm({
  placementId,
  onDone,
}: {
  readonly placementId: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('placement');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(PausePlacementDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ startsOn: inDays(0), endsOn: inDays(0), note: '' });
  const [reason, setReason] = useState<PauseReason>('NO_WORK');
  const send = async (): Promise<void> => {
    if (!(await act({ input: { ...draft, reason, placementId, idempotencyKey: key } }))) return;
    tell({ text: t('pause.done') });
    onDone();
  };
  return (
    <Form label={t('pause.go')} problem={problem} onSubmit={() => void send()}>
      <p>{t('pause.text')}</p>
      <TextField
        label={t('pause.from')}
        path="startsOn"
        type="date"
        required
        min={inDays(0)}
        value={draft.startsOn}
        onChange={(startsOn) => setDraft({ ...draft, startsOn })}
      />
      <TextField
        label={t('pause.to')}
        path="endsOn"
        type="date"
        required
        min={draft.startsOn}
        value={draft.endsOn}
        onChange={(endsOn) => setDraft({ ...draft, endsOn })}
      />
      <SelectField
        label={t('pause.reason')}
        path="reason"
        value={reason}
        onChange={(value) => setReason(reasons.find((known) => known === value) ?? 'OTHER')}
        options={reasons.map((value) => ({ value, label: t(`pauseReason.${value}`) }))}
      />
      <TextAreaField
        label={t('pause.note')}
        path="note"
        maxLength={1000}
        value={draft.note}
        onChange={(note) => setDraft({ ...draft, note })}
      />
      <Button type="submit" kind="main" isBusy={isBusy}>
        {t('pause.go')}
      </Button>
    </Form>
  );
}
