import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';
import { Button } from '../ui/button';
import { Page } from '../ui/layout';
import { Notice } from '../ui/notice';

/** What is shown of a fault of ours: that it happened, and the way on. A new release may have taken a screen's file away. */
export function CrashPage(): ReactNode {
  const { t } = useTranslation();
  const fault = useRouteError();
  useEffect(() => reportError(fault), [fault]);
  return (
    <Page title={t('crash.title')} width="text">
      <Notice tone="bad">{t('crash.text')}</Notice>
      <Button kind="main" onClick={() => location.reload()}>
        {t('crash.reload')}
      </Button>
    </Page>
  );
}
