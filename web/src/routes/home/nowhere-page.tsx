import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/layout';
import { Empty } from '../../ui/state';

export function NowherePage(): ReactNode {
  const { t } = useTranslation('home');
  return (
    <Page title={t('nowhere.title')} width="text">
      <Empty action={<ButtonLink to="/">{t('nowhere.home')}</ButtonLink>}>{t('nowhere.text')}</Empty>
    </Page>
  );
}
