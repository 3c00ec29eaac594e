import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { CheckField } from './form';
import styles from './hazards-field.module.css';

const hazards = ['TOXIC', 'RADIATION', 'HEAVY', 'HEIGHTS', 'COLD', 'UNDERGROUND', 'NIGHT'] as const;

/** Hazards of work that the law keeps from some people, as the API names them. */
export type Hazard = (typeof hazards)[number];

interface HazardsFieldProps {
  readonly label: string;
  /** What the answer is for. */
  readonly hint: string;
  readonly value: readonly Hazard[];
  readonly onChange: (value: Hazard[]) => void;
}

/** Which hazards: any of them, or none. */
export function HazardsField({ label, hint, value, onChange }: HazardsFieldProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className={styles.hazards}>
      <legend>{label}</legend>
      <p className="soft">{hint}</p>
      <div className={styles.list}>
        {hazards.map((hazard) => (
          <CheckField
            key={hazard}
            label={t(`hazard.${hazard}`)}
            checked={value.includes(hazard)}
            onChange={(isChecked) =>
              onChange(hazards.filter((one) => (one === hazard ? isChecked : value.includes(one))))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
