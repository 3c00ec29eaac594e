import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/formats';
import { ActButton } from '../../ui/act/act-button';
import { Ask } from '../../ui/act/ask';
import { Card, Tag } from '../../ui/card';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { AlertRulesDocument, SaveAlertRuleDocument, type RuleTermsFragment } from './alerts.graphql.ts';
import { blankRule, draftOf, toneOf, turned, writeReading } from './alerts.rules';
import { AlertsFrame } from './alerts-frame';
import { RuleForm } from './rule-form';

/** The rules of the bureau: those that came with the product, and its own. */
export function RulesPage(): ReactNode {
  const { t } = useTranslation('alerts');
  return (
    <AlertsFrame
      actions={
        <Ask label={t('rule.new')} kind="main">
          {(close) => <RuleForm first={blankRule} onDone={close} />}
        </Ask>
      }
    >
      <Pages
        query={AlertRulesDocument}
        variables={{}}
        of={['AlertRule']}
        pick={({ alertRules }) => alertRules}
        empty={t('rule.none')}
      >
        {(rules) => (
          <Stack>
            {rules.map((rule) => (
              <RuleCard key={rule.id} rule={rule} />
            ))}
          </Stack>
        )}
      </Pages>
    </AlertsFrame>
  );
}

function RuleCard({ rule }: { readonly rule: RuleTermsFragment }): ReactNode {
  const { t } = useTranslation('alerts');
  const formats = useFormats();
  const [key] = useState(() => crypto.randomUUID());
  const { indicator, kind, isOn, severity, bound, releaseAt, days, least, splitBy, escalateHours } = rule;
  if (!indicator) return null;
  const write = (value: number): string => writeReading(kind, indicator.unit, value, formats);
  const isUp = rule.isAbove || kind === 'TREND';
  return (
    <Card
      as="article"
      title={rule.name}
      actions={
        <Row>
          {rule.isShipped && <Tag>{t('rule.shipped')}</Tag>}
          <Tag tone={toneOf(severity)}>{t(`severity.${severity}`)}</Tag>
          <Tag tone={isOn ? 'good' : 'plain'}>{t(isOn ? 'rule.on' : 'rule.off')}</Tag>
        </Row>
      }
    >
      <Stack>
        <p>
          {t(`watches.${kind}`, { indicator: indicator.name, days, region: rule.region?.name ?? '' })}{' '}
          {t(isUp ? 'bound.above' : 'bound.below', { bound: write(bound), release: write(releaseAt) })}
        </p>
        <p className="soft">
          {[
            ...(splitBy === null ? [] : [t(`split.${splitBy}`)]),
            ...(least > 0 ? [t('rule.least', { least: formats.number(least) })] : []),
            ...(escalateHours === null ? [] : [t('rule.escalate', { count: escalateHours })]),
          ].join(' · ')}
        </p>
        <Row>
          <Ask label={t('rule.change')} title={t('rule.changeOf', { rule: rule.name })}>
            {(close) => <RuleForm first={draftOf(rule)} onDone={close} />}
          </Ask>
          <ActButton
            key={String(isOn)}
            label={t(isOn ? 'rule.turnOff' : 'rule.turnOn')}
            document={SaveAlertRuleDocument}
            variables={{ input: turned(rule, !isOn, `${key}-${String(isOn)}`) }}
            done={t(isOn ? 'rule.turnedOff' : 'rule.turnedOn')}
          />
        </Row>
      </Stack>
    </Card>
  );
}
