import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField, TextField } from '../../ui/form';
import { Columns } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import type { ContractDraft } from './contract.rules';

interface ContractFieldsProps {
  readonly contract: ContractDraft;
  readonly onChange: (contract: ContractDraft) => void;
  /** Whether it can be left for later. */
  readonly isOptional?: boolean;
  /** For many heads at once, whose numbers differ. */
  readonly isForMany?: boolean;
}

/** What a lender states of a labour contract: a loan must lie within it. */
export function ContractFields({
  contract,
  onChange,
  isOptional = false,
  isForMany = false,
}: ContractFieldsProps): ReactNode {
  const { t } = useTranslation('lender');
  const change = (part: Partial<ContractDraft>): void => onChange({ ...contract, ...part });
  return (
    <>
      {!isForMany && (
        <TextField
          label={t('contract.number')}
          path="contractNumber"
          value={contract.contractNumber}
          onChange={(contractNumber) => change({ contractNumber })}
          autoComplete="off"
          maxLength={60}
        />
      )}
      <Columns least="s">
        <TextField
          label={t('contract.startsOn')}
          hint={isOptional ? t('contract.later') : undefined}
          path="startsOn"
          type="date"
          value={contract.startsOn}
          onChange={(startsOn) => change({ startsOn })}
          required={!isOptional}
        />
        {!contract.isOpenEnded && (
          <TextField
            label={t('contract.endsOn')}
            path="endsOn"
            type="date"
            min={contract.startsOn}
            value={contract.endsOn}
            onChange={(endsOn) => change({ endsOn })}
            required={!isOptional || contract.startsOn !== ''}
          />
        )}
      </Columns>
      <CheckField
        label={t('contract.openEnded')}
        checked={contract.isOpenEnded}
        onChange={(isOpenEnded) => change({ isOpenEnded })}
      />
      <CheckField
        label={t('contract.dispatched')}
        checked={contract.isDispatched}
        onChange={(isDispatched) => change({ isDispatched })}
      />
      {contract.isDispatched && <Notice tone="call">{t('contract.dispatchedWhat')}</Notice>}
    </>
  );
}
