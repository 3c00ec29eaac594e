import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormats } from '../../i18n/formats';
import { ButtonLink } from '../../ui/button';
import { Bar, Card, Tag } from '../../ui/card';
import { Columns, Page } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { MyNeedsDocument, type MyNeedsQuery } from './host.graphql.ts';

/** The enterprise's needs and how far each is filled. */
export function NeedsPage(): ReactNode {
  const { t } = useTranslation('host');
  return (
    <Page
      title={t('needs.title')}
      actions={
        <ButtonLink kind="main" to="/host/new">
          {t('needs.new')}
        </ButtonLink>
      }
    >
      <Pages
        query={MyNeedsDocument}
        variables={{}}
        of={['LabourNeed']}
        pick={({ needs }) => needs}
        empty={t('needs.nothing')}
      >
        {(needs) => (
          <Columns>
            {needs.map((need) => (
              <NeedCard key={need.id} need={need} />
            ))}
          </Columns>
        )}
      </Pages>
    </Page>
  );
}

type MyNeed = MyNeedsQuery['needs']['edges'][number]['node'];

function NeedCard({ need }: { readonly need: MyNeed }): ReactNode {
  const { t } = useTranslation(['host', 'common']);
  const { money, period } = useFormats();
  const { id, state, occupation, region, headcount, seatsTaken, wageFen, wageUnit, startsOn, endsOn } = need;
  return (
    <Card
      title={<Link to={`/host/needs/${id}`}>{occupation.name}</Link>}
      actions={<Tag tone={state === 'OPEN' ? 'good' : 'plain'}>{t(`needState.${state}`)}</Tag>}
    >
      <p>
        {money(wageFen)} {t(`common:wageUnit.${wageUnit}`)} · {region.name}
      </p>
      <p className="soft">{period(startsOn, endsOn)}</p>
      <Bar label={t('needs.filled')} share={seatsTaken / headcount} text={`${seatsTaken} / ${headcount}`} />
    </Card>
  );
}
