import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveQuery } from '../../api/live';
import { dayFrom } from '../../api/local-day';
import { useFormats } from '../../i18n/formats';
import { useAddress } from '../../shell/address';
import { Bar, Card, Stat, Stats } from '../../ui/card';
import { SankeyChart } from '../../ui/chart/sankey-chart';
import { CountedAt } from '../../ui/counted-at';
import { Choice } from '../../ui/choice';
import { Columns, Page, Stack } from '../../ui/layout';
import { RegionMap } from '../../ui/map/region-map';
import { Answer, Empty } from '../../ui/state';
import { Table } from '../../ui/table';
import { type LabourFlowGrouping, LabourFlowsDocument, type LabourFlowsQuery } from './flows.graphql.ts';
import { arcsOf, groupings, type Link, spans } from './flows.rules';

/** Where people come from, by industry and region, and how far they have to work. */
export function FlowsPage(): ReactNode {
  const { t } = useTranslation('flows');
  const [address, go] = useAddress();
  const by = groupings.find((one) => one === address.get('by')) ?? 'INDUSTRY';
  const span = spans.find((days) => String(days) === address.get('days')) ?? 182;
  const [now] = useState(() => Date.now());
  const query = useMemo(() => {
    const period = { from: dayFrom(now, 1 - span), until: dayFrom(now, 0) };
    return { query: LabourFlowsDocument, variables: { flows: { ...period, by }, commuting: period } };
  }, [by, span, now]);
  const [answer, ask] = useLiveQuery(query);
  return (
    <Page
      title={t('title')}
      width="wall"
      actions={
        <>
          <Choice
            label={t('by.label')}
            value={by}
            onChange={(chosen) => go({ by: chosen })}
            options={groupings.map((value) => ({ value, label: t(`by.${value}`) }))}
          />
          <Choice
            label={t('span')}
            value={String(span)}
            onChange={(days) => go({ days })}
            options={spans.map((days) => ({ value: String(days), label: t(`spans.${days}`) }))}
          />
        </>
      }
    >
      <Answer of={answer} onRetry={() => ask({ requestPolicy: 'network-only' })}>
        {({ labourFlows, commuting }) =>
          labourFlows.heads === 0 ? (
            <Empty>{t('none')}</Empty>
          ) : (
            <Stack>
              <Flows flows={labourFlows} by={by} />
              <Distances commuting={commuting} />
            </Stack>
          )
        }
      </Answer>
    </Page>
  );
}

interface FlowsProps {
  readonly flows: LabourFlowsQuery['labourFlows'];
  readonly by: LabourFlowGrouping;
}

function Flows({ flows, by }: FlowsProps): ReactNode {
  const { t } = useTranslation('flows');
  const { number } = useFormats();
  const { links, others, heads, region, countedAt } = flows;
  const drawn = useMemo(
    () => links.map((link) => ({ source: link.source.label, target: link.target.label, value: link.heads })),
    [links],
  );
  const said = ({ source, target, heads: count }: Link): string =>
    t('arc', { from: source.label, to: target.label, heads: number(count) });
  const ends = links.flatMap(({ source, target }) => [source.key ?? [], target.key ?? []].flat());
  return (
    <>
      <CountedAt at={countedAt} />
      <p className="soft">{t('explain', { region: region.name, heads: number(heads), others: number(others) })}</p>
      <Columns least="l">
        {drawn.length > 0 && (
          <Card title={t(`by.${by}`)}>
            <SankeyChart label={t(`by.${by}`)} links={drawn} />
          </Card>
        )}
        {by === 'COUNTY' && (
          <Card title={t('map')}>
            <RegionMap label={t('map')} arcs={arcsOf(links, said)} fit={ends} marked={new Set(ends)} />
          </Card>
        )}
        <Card title={t('table')}>
          <Table caption={t('table')}>
            <thead>
              <tr>
                <th scope="col">{t(by === 'INDUSTRY' ? 'lender' : 'home')}</th>
                <th scope="col">{t(by === 'INDUSTRY' ? 'host' : 'site')}</th>
                <th scope="col">{t('heads')}</th>
              </tr>
            </thead>
            <tbody>
              {links.map((link) => (
                <tr key={`${link.source.label} ${link.target.label}`}>
                  <th scope="row">{link.source.label}</th>
                  <td>{link.target.label}</td>
                  <td className="number">{number(link.heads)}</td>
                </tr>
              ))}
              {others > 0 && (
                <tr>
                  <th scope="row">{t('others')}</th>
                  <td />
                  <td className="number">{number(others)}</td>
                </tr>
              )}
            </tbody>
          </Table>
        </Card>
      </Columns>
    </>
  );
}

function Distances({ commuting }: { readonly commuting: LabourFlowsQuery['commuting'] }): ReactNode {
  const { t } = useTranslation('flows');
  const { distance, number, percent } = useFormats();
  const { heads, medianKm, p90Km, bands } = commuting;
  const far = (km: number | null): string => (km === null ? '–' : distance(km));
  return (
    <Card title={t('distance')}>
      <Stack>
        <Stats>
          <Stat label={t('median')} value={far(medianKm)} />
          <Stat label={t('p90')} value={far(p90Km)} />
        </Stats>
        {bands.map((band) => (
          <Bar
            key={band.fromKm}
            label={
              band.untilKm === null
                ? t('from', { km: band.fromKm })
                : t('between', { from: band.fromKm, until: band.untilKm })
            }
            share={heads === 0 ? 0 : band.heads / heads}
            text={`${number(band.heads)} · ${percent(heads === 0 ? 0 : band.heads / heads)}`}
          />
        ))}
        <p className="soft">{t('crow')}</p>
      </Stack>
    </Card>
  );
}
