import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayFrom } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { languageNow } from '../../i18n/i18n';
import { useAddress } from '../../shell/address';
import { Card, Stat, Stats } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { SelectField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { RegionMap } from '../../ui/map/region-map';
import { Notice } from '../../ui/notice';
import { Empty, Loading } from '../../ui/state';
import { Table } from '../../ui/table';
import { type Grouping, groupings, monthsBefore, openAddress, type OpenRow, ratesOf } from './statistics.rules';
import { useOpenRows } from './use-open-rows';

const monthsShown = 12;

/** What anybody may know: a month's figures, small ones left out, to read and to take along. */
export function StatisticsPage(): ReactNode {
  const { t } = useTranslation('statistics');
  const { t: tCommon } = useTranslation();
  const { month: writeMonth } = useFormats();
  const [address, go] = useAddress();
  const [months] = useState(() => monthsBefore(dayFrom(Date.now(), 0), monthsShown));
  const month = months.find((one) => one === address.get('month')) ?? months[0] ?? '';
  const by = groupings.find((one) => one === address.get('by')) ?? 'county';
  const answer = useOpenRows(openAddress('json', month, by));
  return (
    <Page
      title={t('title')}
      width="wall"
      actions={
        <>
          <SelectField
            label={t('month')}
            value={month}
            onChange={(chosen) => go({ month: chosen })}
            options={months.map((value) => ({ value, label: writeMonth(value) }))}
          />
          <Choice
            label={t('by.label')}
            value={by}
            onChange={(chosen) => go({ by: chosen })}
            options={groupings.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
        </>
      }
    >
      <Stack>
        <p className="soft">{t('explain')}</p>
        {!answer && <Loading />}
        {answer && 'fault' in answer && <Notice tone="bad">{answer.fault || tCommon('state.offline')}</Notice>}
        {answer && 'rows' in answer && <Figures rows={answer.rows} {...{ month, by }} />}
      </Stack>
    </Page>
  );
}

interface FiguresProps {
  readonly rows: readonly OpenRow[];
  readonly month: string;
  readonly by: Grouping;
}

function Figures({ rows, month, by }: FiguresProps): ReactNode {
  const { t } = useTranslation('statistics');
  const { number, percent } = useFormats();
  const all = rows.find(({ key }) => key === 'ALL');
  const parts = rows.filter(({ key }) => key !== 'ALL');
  const told = (value: number | null | undefined): string =>
    value === null || value === undefined ? '–' : number(value);
  return (
    <>
      {all && (
        <Card>
          <Stats>
            <Stat label={t('wanted')} value={told(all.wanted)} />
            <Stat label={t('seekers')} value={told(all.seekers)} />
            <Stat label={t('openingsPerSeeker')} value={told(all.openingsPerSeeker)} />
            <Stat label={t('fillRate')} value={percent(all.fillRate)} />
          </Stats>
        </Card>
      )}
      {parts.length === 0 ? <Empty>{t('none')}</Empty> : <Parts {...{ parts, by, told }} />}
      <Row>
        <a href={openAddress('csv', month, by)} download>
          {t('csv')}
        </a>
        <a href={openAddress('json', month, by)}>{t('json')}</a>
      </Row>
    </>
  );
}

interface PartsProps {
  readonly parts: readonly OpenRow[];
  readonly by: Grouping;
  readonly told: (value: number | null) => string;
}

function Parts({ parts, by, told }: PartsProps): ReactNode {
  const { t } = useTranslation('statistics');
  const { percent } = useFormats();
  const nameOf = ({ nameZh, nameEn }: OpenRow): string => (languageNow() === 'en' ? nameEn : nameZh);
  const rates = ratesOf(parts);
  const named = new Map(parts.map((row) => [row.key, row]));
  const table = (
    <Card title={t(`by.${by}`)}>
      <Table caption={t('title')} of="figures">
        <thead>
          <tr>
            <th scope="col">{t(`by.${by}`)}</th>
            <th scope="col">{t('wanted')}</th>
            <th scope="col">{t('seekers')}</th>
            <th scope="col">{t('openingsPerSeeker')}</th>
            <th scope="col">{t('fillRate')}</th>
            <th scope="col">{t('personDays')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map((row) => (
            <tr key={row.key}>
              <th scope="row">{nameOf(row)}</th>
              <td>{told(row.wanted)}</td>
              <td>{told(row.seekers)}</td>
              <td>{told(row.openingsPerSeeker)}</td>
              <td>{percent(row.fillRate)}</td>
              <td>{told(row.personDays)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Card>
  );
  if (by !== 'county') return table;
  return (
    <Columns least="l">
      <Card title={t('fillRate')}>
        <RegionMap
          label={t('fillRate')}
          shares={rates}
          fit={parts.map(({ key }) => key)}
          caption={(id) => {
            const row = named.get(id);
            return row && ([nameOf(row), percent(row.fillRate)] as const);
          }}
        />
      </Card>
      {table}
    </Columns>
  );
}
