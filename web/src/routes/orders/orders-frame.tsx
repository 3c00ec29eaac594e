import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { Page } from '../../ui/layout';
import { Tabs } from '../../ui/tabs';

interface FrameProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** The screens of orders side by side: an enterprise has its recipes, a bureau its region. */
export function OrdersFrame({ actions, children }: FrameProps): ReactNode {
  const { t } = useTranslation('orders');
  const { me } = useSession();
  const other = me?.kind === 'BUREAU' ? 'region' : 'recipes';
  return (
    <Page title={t('title')} actions={actions}>
      <Tabs
        label={t('tab.label')}
        tabs={[
          { to: '/orders', text: t('tab.orders') },
          { to: `/orders/${other}`, text: t(`tab.${other}`) },
        ]}
      />
      {children}
    </Page>
  );
}
