import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useAct } from '../../api/act';
import { useEvery } from '../../api/every';
import { useAddress } from '../../shell/address';
import { Button, ButtonLink } from '../../ui/button';
import { Card } from '../../ui/card';
import { CheckField, Form, TextField } from '../../ui/form';
import { Columns, Page, Row, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import { Answer } from '../../ui/state';
import { useToast } from '../../ui/toast';
import { LineFields } from './line-fields';
import { blankLine, draftOf, type LineDraft, recipeLines } from './lines.rules';
import { type RecipeFragment, RecipesDocument, type RecipesQuery, SaveRecipeDocument } from './recipes.graphql.ts';
import { WithCatalogue } from './with-catalogue';

const [own, shared] = [{ shared: false }, { shared: true }];
const recipesIn = ({ recipes }: RecipesQuery) => recipes;

/** A recipe, new or as a new version; one that another enterprise shares becomes one's own. */
export function RecipePage(): ReactNode {
  const { t } = useTranslation('orders');
  const [address] = useAddress();
  const id = address.get('recipe');
  return (
    <Page title={t('recipe.title')} actions={<ButtonLink to="/orders/recipes">{t('tab.recipes')}</ButtonLink>}>
      {id === null ? <RecipeForm /> : <KnownRecipe key={id} id={id} />}
    </Page>
  );
}

function KnownRecipe({ id }: { readonly id: string }): ReactNode {
  const [mine, again] = useEvery(RecipesDocument, own, recipesIn);
  const [others, againOthers] = useEvery(RecipesDocument, shared, recipesIn);
  return (
    <Answer of={mine} onRetry={again}>
      {(known) => (
        <Answer of={others} onRetry={againOthers}>
          {(more) => <RecipeForm recipe={[...known, ...more].find((recipe) => recipe.id === id)} />}
        </Answer>
      )}
    </Answer>
  );
}

function RecipeForm({ recipe }: { readonly recipe?: RecipeFragment | undefined }): ReactNode {
  const { t } = useTranslation('orders');
  const navigate = useNavigate();
  const tell = useToast();
  const { act, isBusy, problem } = useAct(SaveRecipeDocument);
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [product, setProduct] = useState(recipe?.product ?? '');
  const [unit, setUnit] = useState(recipe?.unit ?? '');
  const [isShared, setShared] = useState(recipe?.isOwn === true && recipe.isShared);
  const [drafts, setDrafts] = useState<readonly LineDraft[]>(recipe ? draftOf(recipe) : [blankLine]);
  const lines = recipeLines(drafts);
  const save = async (): Promise<void> => {
    if (!lines) return;
    const recipeId = recipe?.isOwn === true ? recipe.id : undefined;
    if (!(await act({ input: { idempotencyKey, recipeId, product, unit, isShared, lines } }))) return;
    tell({ text: t('recipe.saved') });
    await navigate('/orders/recipes');
  };
  return (
    <Form label={t('recipe.title')} problem={problem} onSubmit={() => void save()}>
      <Card title={t('recipe.what')}>
        <Stack>
          <Columns least="s">
            <TextField
              label={t('recipe.product')}
              path="product"
              required
              maxLength={100}
              value={product}
              onChange={setProduct}
            />
            <TextField
              label={t('recipe.unit')}
              hint={t('recipe.unitHint')}
              path="unit"
              required
              maxLength={20}
              value={unit}
              onChange={setUnit}
            />
          </Columns>
          <CheckField label={t('recipe.share')} checked={isShared} onChange={setShared} />
        </Stack>
      </Card>
      <Card title={t('recipe.takes', { unit: unit || t('recipe.one') })}>
        <WithCatalogue>
          {(catalogue) => <LineFields of="recipe" {...catalogue} lines={drafts} onChange={setDrafts} />}
        </WithCatalogue>
      </Card>
      {!lines && <Notice>{t('recipe.incomplete')}</Notice>}
      <Row>
        <Button kind="main" type="submit" isBusy={isBusy}>
          {t(recipe?.isOwn === true ? 'recipe.saveVersion' : 'recipe.save')}
        </Button>
      </Row>
    </Form>
  );
}
