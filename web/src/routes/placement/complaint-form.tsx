import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { CheckField, Form, SelectField } from '../../ui/form';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { type DealComplaintKind, FileComplaintDocument } from './placement.graphql.ts';

const kinds: readonly DealComplaintKind[] = [
  'WAGES',
  'HOURS',
  'SAFETY',
  'INJURY',
  'DISCRIMINATION',
  'DATA',
  'FEES',
  'OTHER',
];

/** A word to the bureau; the other side learns of it only where one wants that. */
export function ComplaintForm({
  placementId,
  onDone,
}: {
  readonly placementId: string;
  readonly onDone: () => void;
}): ReactNode {
  const { t } = useTranslation('placement');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(FileComplaintDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [kind, setKind] = useState<DealComplaintKind>('WAGES');
  const [text, setText] = useState('');
  const [openly, setOpenly] = useState(false);
  const send = async (): Promise<void> => {
    if (!(await act({ input: { idempotencyKey, placementId, kind, text: text.trim(), openly } }))) return;
    tell({ text: t('complaint.done') });
    onDone();
  };
  return (
    <Form label={t('complaint.go')} problem={problem} onSubmit={() => void send()}>
      <p>{t('complaint.explain')}</p>
      <SelectField
        label={t('complaint.kind')}
        path="kind"
        value={kind}
        onChange={(value) => setKind(kinds.find((known) => known === value) ?? 'OTHER')}
        options={kinds.map((value) => ({ value, label: t(`complaintKind.${value}`) }))}
      />
      <TextAreaField
        label={t('complaint.text')}
        path="text"
        required
        maxLength={4000}
        value={text}
        onChange={setText}
      />
      <CheckField label={t('complaint.openly')} checked={openly} onChange={setOpenly} />
      <Button type="submit" kind="main" isBusy={isBusy}>
        {t('complaint.send')}
      </Button>
    </Form>
  );
}
