import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { inDays } from '../../api/local-day';
import { Button } from '../../ui/button';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import type { AgreementOption } from './agreement-options';
import { PrepareSettlementDocument } from './settlements.graphql.ts';

/** Computes a month at once, for whoever does not want to wait until it is made by itself. */
export function PrepareCard({ agreements }: { readonly agreements: readonly AgreementOption[] }): ReactNode {
  const { t } = useTranslation('settlements');
  const goTo = useNavigate();
  const [agreementId, setAgreementId] = useState('');
  const [month, setMonth] = useState(inDays(0));
  const { act, isBusy, problem } = useAct(PrepareSettlementDocument);
  const chosen = agreementId === '' ? (agreements[0]?.value ?? '') : agreementId;
  const submit = async (): Promise<void> => {
    const done = await act({ input: { agreementId: chosen, month } });
    if (done) await goTo(`/settlements/${done.prepareSettlement.id}`);
  };
  if (agreements.length === 0) return null;
  return (
    <details>
      <summary>{t('prepare.title')}</summary>
      <Form label={t('prepare.title')} problem={problem} onSubmit={() => void submit()}>
        <p className="soft">{t('prepare.what')}</p>
        <Columns>
          <SelectField
            label={t('list.agreement')}
            path="agreementId"
            value={chosen}
            onChange={setAgreementId}
            options={agreements}
          />
          <TextField
            label={t('prepare.month')}
            hint={t('prepare.monthHint')}
            path="month"
            type="date"
            max={inDays(0)}
            value={month}
            onChange={setMonth}
            required
          />
        </Columns>
        <div>
          <Button kind="main" type="submit" isBusy={isBusy}>
            {t('prepare.go')}
          </Button>
        </div>
      </Form>
    </details>
  );
}
