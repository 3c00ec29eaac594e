import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/layout';
import { Tabs } from '../../ui/tabs';

/** Editions of reports and the plans that they come of, side by side. */
export function ReportsFrame({ children }: { readonly children: ReactNode }): ReactNode {
  const { t } = useTranslation('reports');
  return (
    <Page
      title={t('title')}
      actions={
        <ButtonLink kind="main" to="/bureau/reports/new">
          {t('plan.new')}
        </ButtonLink>
      }
    >
      <Tabs
        label={t('title')}
        tabs={[
          { to: '/bureau/reports', text: t('tab.editions') },
          { to: '/bureau/reports/plans', text: t('tab.plans') },
        ]}
      />
      {children}
    </Page>
  );
}
