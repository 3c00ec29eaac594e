import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { RadioList } from '../../ui/act/radio-list';
import { Button } from '../../ui/button';
import { Form, TextField } from '../../ui/form';
import { useToast } from '../../ui/toast';
import { AdvanceInjuryDocument } from './placement.graphql.ts';

interface InjuryStepFormProps {
  readonly injuryId: string;
  readonly step: 'DECIDED' | 'COMPENSATED';
  readonly onDone: () => void;
}

/** The authority's decision, or what it cost. */
export function InjuryStepForm({ injuryId, step, onDone }: InjuryStepFormProps): ReactNode {
  const { t } = useTranslation('placement');
  const tell = useToast();
  const { act, isBusy, problem } = useAct(AdvanceInjuryDocument);
  const [decisionNumber, setNumber] = useState('');
  const [recognised, setRecognised] = useState<'yes' | 'no'>();
  const [yuan, setYuan] = useState('');
  const send = async (): Promise<void> => {
    const facts =
      step === 'DECIDED'
        ? { decisionNumber: decisionNumber.trim(), isRecognised: recognised === 'yes' }
        : { costFen: Math.round(Number(yuan) * 100) };
    if (!(await act({ input: { injuryId, step, ...facts } }))) return;
    tell({ text: t('injury.advanced') });
    onDone();
  };
  return (
    <Form label={t(`injuryStep.${step}`)} problem={problem} onSubmit={() => void send()}>
      {step === 'DECIDED' ? (
        <>
          <TextField
            label={t('injury.decision')}
            path="decisionNumber"
            required
            maxLength={100}
            value={decisionNumber}
            onChange={setNumber}
          />
          <RadioList
            label={t('injury.result')}
            value={recognised}
            onChange={setRecognised}
            options={[
              { value: 'yes', label: t('injury.recognised') },
              { value: 'no', label: t('injury.notRecognised') },
            ]}
          />
        </>
      ) : (
        <TextField
          label={t('injury.costYuan')}
          hint={t('injury.costHint')}
          path="costFen"
          type="number"
          inputMode="decimal"
          min={0}
          step="0.01"
          required
          value={yuan}
          onChange={setYuan}
        />
      )}
      <Button type="submit" kind="main" isBusy={isBusy}>
        {t('injury.save')}
      </Button>
    </Form>
  );
}
