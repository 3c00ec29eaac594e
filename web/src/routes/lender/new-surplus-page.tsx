import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { inDays } from '../../api/local-day';
import { useSession } from '../../api/session';
import type { Language } from '../../i18n/i18n';
import { Choice } from '../../ui/choice';
import { Page } from '../../ui/layout';
import { SheetImport } from '../../ui/sheet/sheet-import';
import { exampleSheet } from './example-sheet.rules';
import { SurplusForm } from './surplus-form';

const example = (language: Language): string => exampleSheet(language, inDays(3), inDays(93));

/** Surplus is published from a spreadsheet, which most lenders have already, or by a short form. */
export function NewSurplusPage(): ReactNode {
  const { t } = useTranslation('lender');
  const { me } = useSession();
  const navigate = useNavigate();
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
      {way === 'sheet' ? (
        me && (
          <SheetImport
            key={me.id}
            kind="surplus"
            accountId={me.id}
            example={example}
            onWritten={() => void navigate('/lender')}
          />
        )
      ) : (
        <SurplusForm />
      )}
    </Page>
  );
}
