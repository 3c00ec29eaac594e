import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button';
import { SelectField, TextField } from '../../ui/form';
import { Columns, Stack } from '../../ui/layout';
import { OccupationField } from '../../ui/occupation/occupation-field';
import styles from './agreements.module.css';
import type { HeadDraft } from './terms.rules';

const levels = ['1', '2', '3', '4', '5'] as const;
const maxHeads = 20;

interface HeadsFieldProps {
  readonly heads: readonly HeadDraft[];
  readonly onChange: (heads: readonly HeadDraft[]) => void;
}

/** How many of which occupation, at which least level. */
export function HeadsField({ heads, onChange }: HeadsFieldProps): ReactNode {
  const { t } = useTranslation(['agreements', 'common']);
  const change = (index: number, part: Partial<HeadDraft>): void =>
    onChange(heads.map((head, at) => (at === index ? { ...head, ...part } : head)));
  return (
    <Stack>
      {heads.map((head, index) => (
        <fieldset key={head.id} className={styles.line}>
          <legend>{t('form.head', { number: index + 1 })}</legend>
          <Columns least="s">
            <OccupationField
              label={t('form.occupation')}
              value={head.occupation}
              onChange={(occupation) => change(index, { occupation })}
            />
            <SelectField
              label={t('form.level')}
              path={`terms.heads.${String(index)}.level`}
              value={head.level}
              onChange={(level) => change(index, { level })}
              options={levels.map((value) => ({ value, label: t(`common:level.${value}`) }))}
            />
            <TextField
              label={t('form.headcount')}
              path={`terms.heads.${String(index)}.headcount`}
              type="number"
              min={1}
              max={1000}
              required
              value={head.headcount}
              onChange={(headcount) => change(index, { headcount })}
            />
          </Columns>
          {heads.length > 1 && (
            <div>
              <Button onClick={() => onChange(heads.filter((_, at) => at !== index))}>
                {t('form.removeHead', { number: index + 1 })}
              </Button>
            </div>
          )}
        </fieldset>
      ))}
      {heads.length < maxHeads && (
        <div>
          <Button
            onClick={() =>
              onChange([...heads, { id: crypto.randomUUID(), occupation: null, level: '1', headcount: '1' }])
            }
          >
            {t('form.addHead')}
          </Button>
        </div>
      )}
    </Stack>
  );
}
