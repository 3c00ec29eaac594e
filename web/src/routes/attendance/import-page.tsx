import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { inDays } from '../../api/local-day';
import { useSession } from '../../api/session';
import type { Language } from '../../i18n/i18n';
import { Page } from '../../ui/layout';
import { SheetImport } from '../../ui/sheet/sheet-import';
import { exampleSheet } from './example-sheet.rules';
import { OnSiteTabs } from './on-site-tabs';

const example = (language: Language): string => exampleSheet(language, inDays(-1));

/** A month's attendance out of the host's own spreadsheet. */
export function ImportPage(): ReactNode {
  const { t } = useTranslation('attendance');
  const { me } = useSession();
  const navigate = useNavigate();
  return (
    <Page title={t('host.import')}>
      <OnSiteTabs />
      {me && (
        <SheetImport
          key={me.id}
          kind="attendance"
          accountId={me.id}
          example={example}
          onWritten={() => void navigate('/host/attendance')}
        />
      )}
    </Page>
  );
}
