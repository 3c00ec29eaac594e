import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { useEvery } from '../../api/every';
import { useAddress } from '../../shell/address';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { Form, SelectField, TextField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { SiteField } from '../../ui/site/site-field';
import { useSite } from '../../ui/site/use-site';
import { Answer } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { LineFields } from './line-fields';
import { blankOrder, type OrderDraft, orderInput } from './new-order.rules';
import { PlaceOrderDocument } from './orders.graphql.ts';
import { type RecipeFragment, RecipesDocument, type RecipesQuery } from './recipes.graphql.ts';
import { WithCatalogue } from './with-catalogue';
import { usePerUnit, useUnitName } from './words';

const [own, shared] = [{ shared: false }, { shared: true }];
const recipesIn = ({ recipes }: RecipesQuery) => recipes;

/** A new order: by a recipe, or by hand. */
export function NewOrderPage(): ReactNode {
  const { t } = useTranslation('orders');
  const [mine, again] = useEvery(RecipesDocument, own, recipesIn);
  const [others, againOthers] = useEvery(RecipesDocument, shared, recipesIn);
  return (
    <Page title={t('place.open')} actions={<ButtonLink to="/orders">{t('tab.orders')}</ButtonLink>}>
      <Answer of={mine} onRetry={again}>
        {(known) => (
          <Answer of={others} onRetry={againOthers}>
            {(more) => <OrderForm recipes={[...known, ...more]} />}
          </Answer>
        )}
      </Answer>
    </Page>
  );
}

function OrderForm({ recipes }: { readonly recipes: readonly RecipeFragment[] }): ReactNode {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const tell = useToast();
  const site = useSite();
  const [address] = useAddress();
  const { act, isBusy, problem } = useAct(PlaceOrderDocument);
  const [key] = useState(() => crypto.randomUUID());
  const [draft, setDraft] = useState({ ...blankOrder, recipeId: address.get('recipe') ?? '' });
  const change = (part: Partial<OrderDraft>): void => setDraft((before) => ({ ...before, ...part }));
  const changeLines = (next: (lines: OrderDraft['lines']) => OrderDraft['lines']): void =>
    setDraft((before) => ({ ...before, lines: next(before.lines) }));
  const recipe = recipes.find(({ id }) => id === draft.recipeId);
  const input = orderInput({ ...draft, place: draft.place ?? site }, recipe, key);
  const place = async (): Promise<void> => {
    const placed = input && (await act({ input }));
    if (!placed) return;
    tell({ text: t('place.done') });
    await navigate(`/orders/${placed.placeOrder.id}`);
  };
  return (
    <Form label={t('place.open')} problem={problem} onSubmit={() => void place()}>
      <Columns least="l">
        <Card title={t('place.what')}>
          <WhatFields draft={draft} change={change} recipe={recipe} recipes={recipes} />
        </Card>
        <Card title={t('place.where')}>
          <SiteField
            label={t('place.whereMap')}
            chosen={draft.place}
            onChange={(chosen) => change({ place: chosen })}
          />
        </Card>
      </Columns>
      <Card title={t('place.takes')}>
        {recipe ? (
          <OwnFields recipe={recipe} own={draft.own} onChange={(amounts) => change({ own: amounts })} />
        ) : (
          <WithCatalogue>
            {(catalogue) => <LineFields of="order" {...catalogue} lines={draft.lines} onChange={changeLines} />}
          </WithCatalogue>
        )}
      </Card>
      {!input && <Notice>{t('place.incomplete')}</Notice>}
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t('place.confirm')}
        </Button>
      </Row>
    </Form>
  );
}

interface WhatProps {
  readonly draft: OrderDraft;
  readonly change: (part: Partial<OrderDraft>) => void;
  readonly recipe: RecipeFragment | undefined;
  readonly recipes: readonly RecipeFragment[];
}

type TextName = 'reference' | 'product' | 'quantity' | 'value' | 'customer' | 'earliestStart' | 'dueDate';

function WhatFields({ draft, change, recipe, recipes }: WhatProps): ReactNode {
  const { t } = useTranslation('orders');
  const field = (name: TextName, type: 'text' | 'number' | 'date', isRequired = true): ReactNode => (
    <TextField
      label={t(`place.field.${name}`)}
      path={name === 'value' ? 'valueFen' : name}
      type={type}
      required={isRequired}
      {...(type === 'number' && { min: 0, step: 'any' })}
      {...(type === 'text' && { maxLength: 100 })}
      value={draft[name]}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <Stack>
      <SelectField
        label={t('place.recipe')}
        path="recipeId"
        value={draft.recipeId}
        onChange={(recipeId) => change({ recipeId, own: [] })}
        options={[
          { value: '', label: t('place.byHand') },
          ...recipes.map(({ id, product, unit, isOwn }) => ({
            value: id,
            label: t(isOwn ? 'place.ownRecipe' : 'place.sharedRecipe', { product, unit }),
          })),
        ]}
      />
      <Columns least="s">
        {field('reference', 'text')}
        {!recipe && field('product', 'text')}
        {field('quantity', 'number')}
        {field('value', 'number')}
        {field('earliestStart', 'date')}
        {field('dueDate', 'date')}
        {field('customer', 'text', false)}
      </Columns>
    </Stack>
  );
}

interface OwnProps {
  readonly recipe: RecipeFragment;
  readonly own: readonly string[];
  readonly onChange: (own: readonly string[]) => void;
}

/** What the enterprise has itself of each line of the recipe. */
function OwnFields({ recipe, own, onChange }: OwnProps): ReactNode {
  const { t } = useTranslation('orders');
  const amount = usePerUnit();
  const unitName = useUnitName();
  return (
    <Stack>
      <p className="soft">{t('place.ownExplain')}</p>
      <Columns least="s">
        {recipe.lines.map(({ leg, name, perUnit, unit }, place) => (
          <TextField
            key={place}
            label={name}
            hint={`${t(`recipe.per.${leg}`, { amount: amount(perUnit, unit), unit: recipe.unit })} ${t(`line.own.${leg}`, { unit: unitName(unit) })}`}
            path={`own.${place}.quantity`}
            type="number"
            min={0}
            step="any"
            value={own[place] ?? ''}
            onChange={(amount) => onChange(recipe.lines.map((_, at) => (at === place ? amount : (own[at] ?? ''))))}
          />
        ))}
      </Columns>
    </Stack>
  );
}
