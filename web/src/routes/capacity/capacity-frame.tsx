import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { Page } from '../../ui/layout';
import { Tabs } from '../../ui/tabs';

interface FrameProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const own = ['lines', 'windows', 'requests', 'bookings'] as const;

/** The screens of capacity side by side; officers have those that are for everybody. */
export function CapacityFrame({ actions, children }: FrameProps): ReactNode {
  const { t } = useTranslation('capacity');
  const { me } = useSession();
  const mine = me?.kind === 'ENTERPRISE' ? own : [];
  return (
    <Page title={t('title')} actions={actions}>
      <Tabs
        label={t('tab.label')}
        tabs={[
          { to: '/capacity', text: t('tab.find') },
          { to: '/capacity/wanted', text: t('tab.wanted') },
          ...mine.map((name) => ({ to: `/capacity/${name}`, text: t(`tab.${name}`) })),
        ]}
      />
      {children}
    </Page>
  );
}
