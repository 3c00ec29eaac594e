import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { inDays } from '../../api/local-day';
import { useSession } from '../../api/session';
import type { Language } from '../../i18n/i18n';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/layout';
import { SheetImport } from '../../ui/sheet/sheet-import';
import { exampleSheet } from './example-sheet.rules';

const example = (language: Language): string => exampleSheet(language, inDays(60));

/** Lots out of the owner's own spreadsheet. */
export function ImportLotsPage(): ReactNode {
  const { t } = useTranslation('materials');
  const { me } = useSession();
  const navigate = useNavigate();
  return (
    <Page title={t('lot.import')} actions={<ButtonLink to="/materials/lots">{t('tab.lots')}</ButtonLink>}>
      {me && (
        <SheetImport
          key={me.id}
          kind="lots"
          accountId={me.id}
          example={example}
          onWritten={() => void navigate('/materials/lots')}
        />
      )}
    </Page>
  );
}
