import type {
  MaterialDeliveries,
  MaterialHolds,
  MaterialLotLife,
  MaterialRequests,
  MaterialReturns,
  PoolMembership,
  PoolOpening,
} from '../../materials/index.js';
import type { EnterpriseViewer } from '../../platform/auth/viewer.js';
import type { MaterialPlan, PoolPlan, TransferPlan } from './demo-sharing.js';

export interface MaterialServices {
  readonly lots: MaterialLotLife;
  readonly requests: MaterialRequests;
  readonly holds: MaterialHolds;
  readonly deliveries: MaterialDeliveries;
  readonly returns: MaterialReturns;
  readonly poolOpening: PoolOpening;
  readonly poolMembership: PoolMembership;
}

type ViewerOf = (enterpriseId: string) => EnterpriseViewer;

const holdHours = 72;
const note = '示例数据';

/** Does what the plan says by the services that enterprises use, so that the stock ledger and the audit trail are whole. */
export async function loadMaterials(services: MaterialServices, plan: MaterialPlan, viewerOf: ViewerOf): Promise<void> {
  const lots: Given[] = [];
  for (const [index, { by, input }] of plan.lots.entries()) {
    const { id } = await services.lots.publish(viewerOf(by), { ...input, idempotencyKey: `demo-lot-${index}` });
    lots.push({ id, by });
  }
  const requestIds: string[] = [];
  for (const [index, { by, input }] of plan.requests.entries()) {
    const key = { idempotencyKey: `demo-request-${index}` };
    requestIds.push((await services.requests.publish(viewerOf(by), { ...input, ...key })).id);
  }
  for (const [index, transfer] of plan.transfers.entries()) {
    const lot = lots[transfer.lot];
    if (!lot) throw new Error(`the demo has no lot ${transfer.lot}`);
    const requestId = transfer.request === null ? null : (requestIds[transfer.request] ?? null);
    await handOver(services, transfer, { lot, requestId, key: `demo-transfer-${index}` }, viewerOf);
  }
  for (const [index, pool] of plan.pools.entries()) await openPool(services, pool, `demo-pool-${index}`, viewerOf);
}

interface Given {
  readonly id: string;
  readonly by: string;
}

interface HandOver {
  readonly lot: Given;
  readonly requestId: string | null;
  readonly key: string;
}

const quantityOf = (value: number) => ({ quantity: { value: String(value) } });

/** Takes a transfer as far as the plan says: whatever comes after a state has passed through it. */
async function handOver(
  services: MaterialServices,
  { quantity, receiver: receiverId, until }: TransferPlan,
  { lot, requestId, key: idempotencyKey }: HandOver,
  viewerOf: ViewerOf,
): Promise<void> {
  const { holds, deliveries } = services;
  const [owner, receiver] = [viewerOf(lot.by), viewerOf(receiverId)];
  const wanted = { idempotencyKey, lotId: lot.id, requestId, ...quantityOf(quantity), holdHours };
  const { id: transferId } = await holds.reserve(receiver, wanted);
  if (until === 'reserved') return;
  if (until === 'declined') {
    await holds.end(owner, transferId, 'owner', '已另行安排');
    return;
  }
  await deliveries.deliver(owner, { transferId, ...quantityOf(quantity), deliveryNote: `DN-${idempotencyKey}` });
  if (until === 'delivered') return;
  if (until === 'disputed') {
    const claimed = quantityOf(Math.round(quantity * 0.92));
    await deliveries.dispute(receiver, { transferId, ...claimed, reason: '到货有受潮，复秤不足' });
    return;
  }
  await deliveries.accept(receiver, { transferId, ...quantityOf(quantity) });
  if (until !== 'accepted')
    await bringBack(services, { transferId, quantity, isWhole: until === 'returned' }, owner, receiver);
}

/** Brings back all of a loan, or one half that is taken and a quarter that waits to be weighed. */
async function bringBack(
  { returns }: MaterialServices,
  { transferId, quantity, isWhole }: { transferId: string; quantity: number; isWhole: boolean },
  owner: EnterpriseViewer,
  receiver: EnterpriseViewer,
): Promise<void> {
  const first = quantityOf(isWhole ? quantity : quantity / 2);
  const stated = await returns.state(receiver, { transferId, ...first, note, idempotencyKey: `${transferId}-1` });
  const [part] = (await returns.ofTransfers([stated.id])).get(stated.id) ?? [];
  if (!part) throw new Error('a return of the demo is missing');
  await returns.accept(owner, { materialReturnId: part.id, ...first });
  if (isWhole) return;
  const second = { transferId, ...quantityOf(quantity / 4), note, idempotencyKey: `${transferId}-2` };
  await returns.state(receiver, second);
}

async function openPool(
  { poolOpening, poolMembership }: MaterialServices,
  { by, input, members }: PoolPlan,
  idempotencyKey: string,
  viewerOf: ViewerOf,
): Promise<void> {
  const { id: poolId } = await poolOpening.open(viewerOf(by), { ...input, idempotencyKey });
  for (const { by: member, quantity } of members)
    await poolMembership.join(viewerOf(member), { poolId, quantity, idempotencyKey });
}
