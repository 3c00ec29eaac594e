import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Live } from '../../api/live';
import { Page } from '../../ui/layout';
import { Tabs } from '../../ui/tabs';
import { IndicatorsChangedDocument } from '../indicators/indicators.graphql.ts';

interface FrameProps {
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** Alerts and the rules that raise them, side by side. */
export function AlertsFrame({ actions, children }: FrameProps): ReactNode {
  const { t } = useTranslation('alerts');
  return (
    <Page title={t('title')} actions={actions}>
      <Tabs
        label={t('tab.label')}
        tabs={[
          { to: '/bureau/alerts', text: t('tab.alerts') },
          { to: '/bureau/alerts/rules', text: t('tab.rules') },
        ]}
      />
      <Live of={IndicatorsChangedDocument} variables={{}}>
        {children}
      </Live>
    </Page>
  );
}
