import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../api/session';
import { useFormats } from '../../i18n/formats';
import type { Order, Plan } from './orders.rules';
import { linkOf, type Share, sharesOf } from './pieces.rules';
import type { Piece, TimelineRow } from './timeline';
import { useAmount } from './words';

type Need = Order['requirements'][number];
type Item = Plan['items'][number];
type Said = 'enterprise' | 'quantity' | 'startsOn' | 'endsOn';
type Remedy = Plan['missing'][number]['remedies'][number];

/** The lines of an order's timeline: what is reserved for each requirement, what a plan would add, and what it cannot. */
export function useTimelineRows(): (order: Order, plan: Plan) => TimelineRow[] {
  const piecesOf = usePieces();
  const notesOf = useNotes();
  return useCallback(
    (order, plan) =>
      order.requirements.map((need) => ({
        ...{ id: need.id, title: need.name, startsOn: need.startsOn, endsOn: need.endsOn },
        pieces: piecesOf(need, plan.items),
        notes: notesOf(need, plan),
      })),
    [piecesOf, notesOf],
  );
}

function usePieces(): (need: Need, items: Plan['items']) => Piece[] {
  const { t } = useTranslation('orders');
  const { money, period } = useFormats();
  const { me } = useSession();
  const amount = useAmount();
  const isOwn = me?.kind === 'ENTERPRISE';
  return useCallback(
    (need, items) => {
      const say = ({ enterprise, quantity, startsOn, endsOn }: Pick<Share, Said> | Pick<Item, Said>): string =>
        t('piece.text', {
          who: enterprise?.name ?? t('piece.people'),
          amount: amount(quantity, need.unit),
          period: period(startsOn, endsOn),
        });
      const reserved = need.allocations.map((held): Piece => {
        const { id, startsOn, endsOn, confirmed, reserved: quantity } = held;
        const state = Number(confirmed) >= Number(quantity) ? ('confirmed' as const) : ('reserved' as const);
        const to = isOwn ? linkOf(held) : undefined;
        return { id, state, stretches: [{ startsOn, endsOn }], text: say({ ...held, quantity }), to };
      });
      const planned = sharesOf(items, need.id).map((share, place): Piece => {
        const loan = share.loanDays === null ? '' : ` · ${t('piece.loan', { count: share.loanDays })}`;
        const text = `${say(share)} · ${money(share.costFen)}${loan}`;
        return { id: `plan-${place}`, state: 'planned', stretches: share.stretches, text };
      });
      return [...reserved, ...planned];
    },
    [t, amount, period, money, isOwn],
  );
}

function useNotes(): (need: Need, plan: Plan) => TimelineRow['notes'] {
  const { t } = useTranslation('orders');
  const amount = useAmount();
  const remedyWords = useRemedyWords();
  return useCallback(
    (need, { missing }) => {
      const own =
        Number(need.ownQuantity) > 0 ? [{ text: t('note.own', { amount: amount(need.ownQuantity, need.unit) }) }] : [];
      const lacking = missing
        .filter(({ requirementId }) => requirementId === need.id)
        .flatMap(({ quantity, remedies }) => [
          { text: t('note.missing', { amount: amount(quantity, need.unit) }), isBad: true },
          ...remedies.map((remedy) => ({ text: t('note.remedy', { change: remedyWords(remedy) }) })),
          ...(remedies.length === 0 ? [{ text: t('note.noRemedy') }] : []),
        ]);
      return [...own, ...lacking];
    },
    [t, amount, remedyWords],
  );
}

function useRemedyWords(): (remedy: Remedy) => string {
  const { t } = useTranslation('orders');
  const { money } = useFormats();
  return useCallback(
    ({ kind, by }) =>
      kind === 'CEILING' ? t('remedy.CEILING', { money: money(by) }) : t(`remedy.${kind}`, { count: by }),
    [t, money],
  );
}
