// A region's orders and what it shares, made up but shaped like Anxi's: many small firms, ten counties, three scarce things.

/** A small reproducible generator (mulberry32). */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const legs = { labour: 8, material: 12, capacity: 6 };
const counties = 10;

/**
 * A market of `count` orders. `supplied` is how much of what is lacking the region has to share, by leg; each requirement
 * may be served from its own county and the two beside it.
 */
export function regionOf({ count, seed = 1, supplied = { labour: 0.62, material: 0.85, capacity: 0.75 } }) {
  const random = randomFrom(seed);
  const whole = (least, most) => least + Math.floor(random() * (most - least + 1));
  const orders = Array.from({ length: count }, (_, n) => {
    const county = whole(0, counties - 1);
    const due = whole(20, 90);
    const size = Math.exp(random() * 2.2);
    const requirements = [];
    const lack = (leg, quantity) => {
      const thing = whole(0, legs[leg] - 1);
      const from = due - whole(7, 18);
      requirements.push({
        leg,
        thing: `${leg} ${thing}`,
        county,
        quantity: Math.max(1, Math.round(quantity)),
        from,
        until: due,
      });
    };
    if (random() < 0.85) lack('labour', size * whole(1, 4));
    if (random() < 0.35) lack('labour', size * whole(1, 2));
    if (random() < 0.7) lack('material', size * whole(50, 400));
    if (random() < 0.55) lack('capacity', size * whole(120, 900));
    if (random() < 0.25) lack('capacity', size * whole(60, 480));
    return { id: `o${n}`, value: Math.round(size * whole(20, 60)) * 100_000, requirements };
  });
  const supplies = [];
  const at = new Map();
  for (const [leg, things] of Object.entries(legs)) {
    for (let t = 0; t < things; t++) {
      for (let county = 0; county < counties; county++) {
        const thing = `${leg} ${t}`;
        const wanted = orders.flatMap((o) => o.requirements).filter((r) => r.thing === thing && r.county === county);
        const total = wanted.reduce((sum, r) => sum + r.quantity, 0);
        // Heads serve one order after another.
        const share = (leg === 'labour' ? 0.3 : 1) * supplied[leg] * (0.4 + 1.2 * random());
        const lots = leg === 'material' ? 3 : 1;
        for (let lot = 0; lot < lots; lot++) {
          const quantity = Math.round((total * share) / lots);
          if (quantity === 0) continue;
          const key = `${thing} ${county}`;
          at.set(key, [...(at.get(key) ?? []), supplies.length]);
          supplies.push({ id: `s${supplies.length}`, leg, thing, quantity });
        }
      }
    }
  }
  const near = (county) => [county, (county + 1) % counties, (county + counties - 1) % counties];
  for (const order of orders)
    for (const r of order.requirements)
      r.supplies = near(r.county).flatMap((county) => at.get(`${r.thing} ${county}`) ?? []);
  return { orders, supplies };
}
