import type { INestApplicationContext } from '@nestjs/common';
import {
  CapacityBookings,
  CapacityRecords,
  CapacityRequests,
  CapacityWindows,
  Workshops,
} from '../../capacity/index.js';
import { AgreementPapers } from '../../labour/index.js';
import {
  MaterialDeliveries,
  MaterialHolds,
  MaterialLotLife,
  MaterialRequests,
  MaterialReturns,
  PoolMembership,
  PoolOpening,
} from '../../materials/index.js';
import { Database } from '../../platform/database/database.js';
import { OrderPlacing, Recipes } from '../../orders/index.js';
import { PersonalDataCipher } from '../../platform/personal-data/personal-data-cipher.js';
import type { DemoTools } from './demo-region.js';

/** What loads the demo, taken from the product as it runs. */
export function demoToolsOf(app: INestApplicationContext): DemoTools {
  const everywhere = { strict: false } as const;
  return {
    db: app.get(Database, everywhere),
    cipher: app.get(PersonalDataCipher, everywhere),
    papers: app.get(AgreementPapers, everywhere),
    materials: {
      lots: app.get(MaterialLotLife, everywhere),
      requests: app.get(MaterialRequests, everywhere),
      holds: app.get(MaterialHolds, everywhere),
      deliveries: app.get(MaterialDeliveries, everywhere),
      returns: app.get(MaterialReturns, everywhere),
      poolOpening: app.get(PoolOpening, everywhere),
      poolMembership: app.get(PoolMembership, everywhere),
    },
    orders: { recipes: app.get(Recipes, everywhere), placing: app.get(OrderPlacing, everywhere) },
    capacity: {
      workshops: app.get(Workshops, everywhere),
      windows: app.get(CapacityWindows, everywhere),
      requests: app.get(CapacityRequests, everywhere),
      bookings: app.get(CapacityBookings, everywhere),
      records: app.get(CapacityRecords, everywhere),
    },
  };
}
