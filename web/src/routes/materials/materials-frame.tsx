import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { Page } from '../../ui/layout';
import { Tabs } from '../../ui/tabs';

interface FrameProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

const own = ['lots', 'requests', 'transfers'] as const;

/** The screens of materials side by side; officers have those that are for everybody. */
export function MaterialsFrame({ actions, children }: FrameProps): ReactNode {
  const { t } = useTranslation('materials');
  const { me } = useSession();
  const mine = me?.kind === 'ENTERPRISE' ? own : [];
  return (
    <Page title={t('title')} actions={actions}>
      <Tabs
        label={t('tab.label')}
        tabs={[
          { to: '/materials', text: t('tab.market') },
          { to: '/materials/wanted', text: t('tab.wanted') },
          ...mine.map((name) => ({ to: `/materials/${name}`, text: t(`tab.${name}`) })),
          { to: '/materials/pools', text: t('tab.pools') },
        ]}
      />
      {children}
    </Page>
  );
}
