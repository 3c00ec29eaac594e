import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';

/** The way to the enterprise's webhooks, which have a screen of their own. */
export function WebhooksCard(): ReactNode {
  const { t } = useTranslation('account');
  return (
    <Card title={t('webhooks.title')}>
      <Stack>
        <p className="soft">{t('webhooks.text')}</p>
        <Row>
          <ButtonLink to="/webhooks">{t('webhooks.open')}</ButtonLink>
        </Row>
      </Stack>
    </Card>
  );
}
