import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { Page, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Pages } from '../../ui/pages';
import { EndpointCard } from './endpoint-card';
import { NewEndpoint } from './new-endpoint';
import { WebhooksDocument } from './webhooks.graphql.ts';

/** Where the enterprise's own systems are told what the enterprise is told; owners only. */
export function WebhooksPage(): ReactNode {
  const { t } = useTranslation('webhooks');
  const { me } = useSession();
  if (!me) return null;
  return (
    <Page title={t('title')} width="text">
      <p className="soft">{t('text')}</p>
      {me.isOwner ? <Endpoints /> : <Notice>{t('ownersOnly')}</Notice>}
    </Page>
  );
}

function Endpoints(): ReactNode {
  const { t } = useTranslation('webhooks');
  return (
    <>
      <Pages
        query={WebhooksDocument}
        variables={{}}
        of={['WebhookEndpoint']}
        pick={({ webhookEndpoints }) => webhookEndpoints}
        empty={t('nothing')}
      >
        {(endpoints) => (
          <Stack>
            {endpoints.map((endpoint) => (
              <EndpointCard key={endpoint.id} endpoint={endpoint} />
            ))}
          </Stack>
        )}
      </Pages>
      <NewEndpoint />
    </>
  );
}
