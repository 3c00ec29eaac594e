import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../../api/act';
import { Button } from '../../ui/button';
import { Card } from '../../ui/card';
import { SelectField } from '../../ui/form';
import { Empty, Loading } from '../../ui/state';
import { Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import type { ChosenOccupation } from '../../ui/occupation/occupation-field';
import { useToast } from '../../ui/toast';
import { type MyProfileQuery, SetSkillsDocument } from './profile.graphql.ts';
import styles from './worker.module.css';

type Skill = MyProfileQuery['myWorker']['skills'][number];

const levels = ['1', '2', '3', '4', '5'] as const;

/** What one can do and how well. Every change is saved at once, and can be undone. */
export function SkillsCard({ skills }: { readonly skills: readonly Skill[] }): ReactNode {
  const { t } = useTranslation(['profile', 'common']);
  const tell = useToast();
  const { act, problem } = useAct(SetSkillsDocument);
  const save = async (next: readonly Skill[]): Promise<void> => {
    const input = (list: readonly Skill[]) => ({
      input: { skills: list.map(({ level, occupation }) => ({ level, occupationId: occupation.id })) },
    });
    if (!(await act(input(next)))) return;
    tell({ text: t('saved'), undo: { label: t('undo'), run: () => void act(input(skills)) } });
  };
  return (
    <Card title={t('skills.title')}>
      <Stack>
        {problem && <Notice tone="bad">{problem.message}</Notice>}
        {skills.length === 0 && <Empty>{t('skills.nothing')}</Empty>}
        <ul className={styles.rows}>
          {skills.map((skill) => (
            <li key={skill.occupation.id}>
              <SelectField
                label={skill.occupation.name}
                value={String(skill.level)}
                onChange={(level) =>
                  void save(skills.map((one) => (one === skill ? { ...one, level: Number(level) } : one)))
                }
                options={levels.map((level) => ({ value: level, label: t(`common:level.${level}`) }))}
              />
              <Button
                aria-label={t('skills.removeOf', { name: skill.occupation.name })}
                onClick={() => void save(skills.filter((one) => one !== skill))}
              >
                {t('remove')}
              </Button>
            </li>
          ))}
        </ul>
        <NewSkill
          onAdd={(occupation) =>
            void save([...skills.filter((one) => one.occupation.id !== occupation.id), { level: 1, occupation }])
          }
        />
      </Stack>
    </Card>
  );
}

/** The field is fetched when somebody wants to add: it is as large as the rest of the page. */
const OccupationField = lazy(async () => ({
  default: (await import('../../ui/occupation/occupation-field')).OccupationField,
}));

function NewSkill({ onAdd }: { readonly onAdd: (occupation: ChosenOccupation) => void }): ReactNode {
  const { t } = useTranslation('profile');
  const [isAdding, setAdding] = useState(false);
  if (!isAdding) return <Button onClick={() => setAdding(true)}>{t('skills.add')}</Button>;
  return (
    <Suspense fallback={<Loading />}>
      <OccupationField
        label={t('skills.add')}
        value={null}
        onChange={(occupation) => {
          if (!occupation) return;
          setAdding(false);
          onAdd(occupation);
        }}
      />
    </Suspense>
  );
}
