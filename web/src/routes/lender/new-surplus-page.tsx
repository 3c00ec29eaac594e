import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { Choice } from '../../ui/choice';
import { Page } from '../../ui/layout';
import { SheetImport } from './sheet-import';
import { SurplusForm } from './surplus-form';

/** Surplus is published from a spreadsheet, which most lenders have already, or by a short form. */
export function NewSurplusPage(): ReactNode {
  const { t } = useTranslation('lender');
  const { me } = useSession();
  const [way, setWay] = useState<'sheet' | 'form'>('sheet');
  return (
    <Page title={t('new.title')}>
      <Choice
        label={t('new.way')}
        value={way}
        onChange={(chosen) => setWay(chosen === 'form' ? 'form' : 'sheet')}
        options={[
          { value: 'sheet', label: t('new.sheet') },
          { value: 'form', label: t('new.form') },
        ]}
      />
      {way === 'sheet' ? me && <SheetImport key={me.id} accountId={me.id} /> : <SurplusForm />}
    </Page>
  );
}
