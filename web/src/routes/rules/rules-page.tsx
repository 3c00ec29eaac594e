import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { Card, Tag } from '../../ui/card';
import { TextField } from '../../ui/form';
import { Page } from '../../ui/layout';
import { Answer, Empty } from '../../ui/state';
import { RulesDocument } from './rules.graphql.ts';

/** The legal rules, and what the service does about each. */
export function RulesPage(): ReactNode {
  const { t } = useTranslation('rules');
  const [answer] = useQuery({ query: RulesDocument, variables: {} });
  const [search, setSearch] = useState('');
  const words = search.trim().toLowerCase();
  return (
    <Page title={t('title')} width="text">
      <p className="soft">{t('text')}</p>
      <TextField label={t('search')} type="search" value={search} onChange={setSearch} />
      <Answer of={answer}>
        {({ complianceRules }) => {
          const found = complianceRules.edges
            .map(({ node }) => node)
            .filter(({ id, title, clause }) => `${id} ${title} ${clause}`.toLowerCase().includes(words));
          if (found.length === 0) return <Empty>{t('nothing')}</Empty>;
          return found.map(({ id, title, clause, basis, effect }) => (
            <Card
              key={id}
              title={<span id={id}>{`${id} ${title}`}</span>}
              actions={<Tag tone={effect === 'ENFORCED' ? 'good' : 'plain'}>{t(`effect.${effect}`)}</Tag>}
            >
              <p className="soft">{clause}</p>
              <p className="soft">{t(`basis.${basis}`)}</p>
            </Card>
          ));
        }}
      </Answer>
    </Page>
  );
}
