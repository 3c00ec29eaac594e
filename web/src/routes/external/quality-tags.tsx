import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { Tag } from '../../ui/card';
import { Row } from '../../ui/layout';

interface QualityTagsProps {
  readonly series: {
    readonly isOn: boolean;
    readonly lastValue: object | null;
    readonly quality: {
      readonly gapCount: number;
      readonly lateSince: string | null;
      readonly jumps: readonly object[];
    };
  };
}

/** What is to be looked at, in a word each. */
export function QualityTags({ series: { isOn, lastValue, quality } }: QualityTagsProps): ReactNode {
  const { t } = useTranslation('external');
  const { date } = useFormats();
  const { gapCount, lateSince, jumps } = quality;
  const isGood = lastValue !== null && gapCount === 0 && lateSince === null && jumps.length === 0;
  return (
    <Row>
      {!isOn && <Tag>{t('quality.off')}</Tag>}
      {lastValue === null && <Tag tone="call">{t('quality.empty')}</Tag>}
      {lateSince !== null && <Tag tone="bad">{t('quality.late', { since: date(lateSince) })}</Tag>}
      {gapCount > 0 && <Tag tone="call">{t('quality.gaps', { count: gapCount })}</Tag>}
      {jumps.length > 0 && <Tag tone="call">{t('quality.jumps', { count: jumps.length })}</Tag>}
      {isGood && <Tag tone="good">{t('quality.good')}</Tag>}
    </Row>
  );
}
