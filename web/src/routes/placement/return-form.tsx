import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { RadioList } from '../../ui/act/radio-list';
import { Button } from '../../ui/button';
import { Form } from '../../ui/form';
import { Notice } from '../../ui/notice';
import { TextAreaField } from '../../ui/text-area';
import { useToast } from '../../ui/toast';
import { type PlacementParty, RequestReturnDocument, type ReturnReason } from './placement.graphql.ts';
import { reasonsOf, wayOf } from './placement.rules';

interface ReturnFormProps {
  readonly placementId: string;
  readonly party: PlacementParty | null;
  readonly onDone: () => void;
}

/** Why it is to end early. What follows from the reason is said before it is sent. */
export function ReturnForm({ placementId, party, onDone }: ReturnFormProps): ReactNode {
  const { t } = useTranslation('placement');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(RequestReturnDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [reason, setReason] = useState<ReturnReason>();
  const [note, setNote] = useState('');
  const [evidence, setEvidence] = useState('');
  const way = reason && wayOf(reason);
  const send = async (): Promise<void> => {
    if (!reason) return;
    const words = { note: note.trim(), evidence: way === 'notice' ? evidence.trim() : '' };
    const answer = await act({ input: { idempotencyKey: key, placementId, reason, ...words } });
    if (!answer) return;
    tell({ text: t(`returnDone.${answer.requestReturn.state}`) });
    onDone();
  };
  return (
    <Form label={t('return.go')} problem={problem} onSubmit={() => void send()}>
      <RadioList
        label={t('return.reason')}
        value={reason}
        onChange={setReason}
        options={reasonsOf(party).map((value) => ({ value, label: t(`returnReason.${value}`) }))}
      />
      {way && <Notice tone={way === 'atOnce' ? 'call' : 'plain'}>{t(`returnWay.${way}`)}</Notice>}
      {way === 'notice' && (
        <TextAreaField
          label={t('return.evidence')}
          hint={t('return.evidenceHint')}
          path="evidence"
          required
          maxLength={4000}
          value={evidence}
          onChange={setEvidence}
        />
      )}
      <TextAreaField label={t('return.note')} path="note" maxLength={2000} value={note} onChange={setNote} />
      <Button type="submit" kind="bad" isBusy={isBusy} disabled={!reason}>
        {t(party === 'WORKER' ? 'return.goWorker' : 'return.go')}
      </Button>
    </Form>
  );
}
