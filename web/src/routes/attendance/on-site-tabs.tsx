import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../ui/tabs';

/** All that is about people on site, and about one's own people elsewhere. */
export function OnSiteTabs(): ReactNode {
  const { t } = useTranslation('attendance');
  return (
    <Tabs
      label={t('tabs.label')}
      tabs={[
        { to: '/host/placements', text: t('tabs.placements') },
        { to: '/host/on-site', text: t('tabs.onSite') },
        { to: '/host/attendance', text: t('tabs.attendance') },
        { to: '/lender/attendance', text: t('tabs.lent') },
      ]}
    />
  );
}
