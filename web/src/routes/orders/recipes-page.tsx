import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useAddress } from '../../shell/address';
import { ButtonLink } from '../../ui/button';
import { Card, Tag } from '../../ui/card';
import { Choice } from '../../ui/choice';
import { Row, Stack } from '../../ui/layout';
import { Pages } from '../../ui/pages';
import { OrdersFrame } from './orders-frame';
import styles from './orders.module.css';
import { type RecipeFragment, RecipesDocument } from './recipes.graphql.ts';
import { usePerUnit } from './words';

/** Recipes of the enterprise, and those that others share. */
export function RecipesPage(): ReactNode {
  const { t } = useTranslation('orders');
  const [address, go] = useAddress();
  const shared = address.get('of') === 'others';
  return (
    <OrdersFrame
      actions={
        <ButtonLink kind="main" to="/orders/recipes/edit">
          {t('recipe.open')}
        </ButtonLink>
      }
    >
      <Choice
        label={t('recipe.of')}
        value={shared ? 'others' : ''}
        onChange={(of) => go({ of })}
        options={[
          { value: '', label: t('recipe.mine') },
          { value: 'others', label: t('recipe.others') },
        ]}
      />
      <Pages
        key={String(shared)}
        query={RecipesDocument}
        variables={{ shared }}
        of={['Recipe']}
        pick={({ recipes }) => recipes}
        empty={t(shared ? 'recipe.noneShared' : 'recipe.none')}
      >
        {(recipes) => (
          <div className={styles.cards}>
            {recipes.map((recipe) => (
              <RecipeCard key={recipe.id} recipe={recipe} />
            ))}
          </div>
        )}
      </Pages>
    </OrdersFrame>
  );
}

function RecipeCard({ recipe }: { readonly recipe: RecipeFragment }): ReactNode {
  const { t } = useTranslation('orders');
  const amount = usePerUnit();
  const { id, product, unit, isOwn, isShared, version, lines } = recipe;
  return (
    <Card as="article" title={product} actions={isOwn && isShared && <Tag tone="good">{t('recipe.isShared')}</Tag>}>
      <Stack>
        <p className="soft">{t('recipe.version', { number: version })}</p>
        <ul className={styles.shares}>
          {lines.map(({ leg, thingId, name, perUnit, unit: counted }, place) => (
            <li key={`${thingId}-${place}`}>
              {name} · {t(`recipe.per.${leg}`, { amount: amount(perUnit, counted), unit })}
            </li>
          ))}
        </ul>
        <Row>
          <ButtonLink to={`/orders/new?recipe=${id}`}>{t('recipe.order')}</ButtonLink>
          <ButtonLink to={`/orders/recipes/edit?recipe=${id}`}>{t(isOwn ? 'recipe.change' : 'recipe.copy')}</ButtonLink>
        </Row>
      </Stack>
    </Card>
  );
}
