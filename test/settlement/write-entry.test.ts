import canonicalize from "canonicalize";
import fc from "fast-check";
import { expect, it } from "vitest";
import type { Entry } from "../../src/settlement/entry.js";
import { writeEntry } from "../../src/settlement/write-entry.js";

/** What others write: quotes, backslashes, line ends, letters of any script. */
const foreign = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 12 }),
  fc.constantFrom('"', "\\", "\u2028", "نان", "\u007f", "\u{1f600}", "a\nb", '","hash":"'),
);
const own = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:+-]{0,12}$/);
const count = fc.nat();
const orNull = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constant(null));
const some = <T>(value: fc.Arbitrary<T>) => fc.array(value, { maxLength: 3 });

const amounts = some(own);
const draws = some(fc.record({ amount: own, lot: foreign }));

const lotDraws = some(
  fc.record({
    activeAt: orNull(own),
    amount: own,
    at: orNull(own),
    expiresAt: orNull(own),
    lot: foreign,
    offer: orNull(own),
    renewable: fc.boolean(),
    usable: orNull(own),
  }),
);

const entries = fc.record({
  at: own,
  awards: some(
    fc.record({
      amount: own,
      amounts,
      basis: fc.constantFrom("lines" as const, "visit" as const),
      clipped: own,
      cost: own,
      kind: fc.constantFrom("discount", "credit", "gift", "voucher", "tier"),
      offer: own,
      part: count,
      thing: orNull(
        fc.record({
          chosenBy: orNull(fc.constantFrom("member", "default")),
          id: own,
          until: orNull(own),
        }),
      ),
      wallet: orNull(own),
      worth: own,
    }),
  ),
  clubUses: some(
    fc.oneof(fc.record({ members: count, offer: own, uses: count }), fc.record({ amount: own, budget: own })),
  ),
  conversions: some(fc.record({ amount: own, draws, lot: orNull(own), vouchers: some(own), wallet: own })),
  declined: some(
    fc.record({
      beatenBy: some(own),
      behind: orNull(own),
      missing: some(foreign),
      offer: own,
      reason: fc.constantFrom("beaten", "factMissing"),
      worth: orNull(own),
    }),
  ),
  hash: own,
  id: own,
  kind: fc.constantFrom("purchase", "activity"),
  lines: some(
    fc.record({
      brand: orNull(foreign),
      category: some(foreign),
      discount: own,
      id: foreign,
      kind: fc.constantFrom("fee", "goods"),
      list: own,
      paid: own,
      quantity: own,
      redeemed: own,
      sku: orNull(foreign),
      tags: some(foreign),
    }),
  ),
  local: fc.record({ calendar: own, calendarDate: own, date: own, time: own, weekday: own }),
  lots: some(
    fc.record({
      activeAt: own,
      amount: own,
      at: own,
      expiresAt: orNull(own),
      id: own,
      offer: orNull(own),
      renewable: fc.boolean(),
      usable: orNull(own),
      wallet: own,
    }),
  ),
  memberId: foreign,
  postings: some(fc.record({ amount: own, from: own, lot: orNull(foreign), to: own, unit: foreign })),
  previousHash: own,
  program: fc.record({ hash: own, id: own, version: foreign }),
  progress: fc.record({
    alone: fc.boolean(),
    counted: orNull(own),
    from: orNull(own),
    period: orNull(own),
    spend: own,
    visits: count,
  }),
  renewals: some(fc.record({ expiresAt: orNull(own), lot: foreign, wallet: own })),
  redemptions: some(
    fc.record({
      amount: own,
      catalogue: orNull(own),
      draws: lotDraws,
      times: count,
      value: own,
      values: amounts,
      wallet: own,
    }),
  ),
  requestHash: own,
  semantics: count,
  sequence: count,
  standing: fc.record({
    baseTier: orNull(own),
    daysSinceLastVisit: orNull(count),
    raisedTier: orNull(fc.record({ tier: own, until: own })),
    streaks: orNull(fc.record({ months: count, weeks: count })),
    tierAfter: orNull(own),
    tierBefore: orNull(own),
    tierGraceUntil: orNull(own),
    tierHeldUntil: orNull(own),
    visitNumber: orNull(count),
  }),
  totals: fc.record({ discount: own, due: own, list: own, redeemed: own }),
  transaction: fc.record({
    channel: orNull(foreign),
    location: orNull(foreign),
    tenders: some(foreign),
    type: own,
  }),
  transactionId: foreign,
  usedVouchers: some(fc.record({ expiresAt: orNull(own), id: foreign, issuedAt: orNull(own), offer: own })),
  uses: some(fc.record({ amount: orNull(own), at: own, birthdayYear: orNull(count), day: own, offer: own })),
  v: fc.constant(1),
  vouchers: some(fc.record({ expiresAt: orNull(own), id: own, issuedAt: own, offer: own })),
  withheld: some(
    fc.record({
      awards: some(fc.record({ amount: own, kind: own, wallet: orNull(own) })),
      offer: own,
      worth: orNull(own),
    }),
  ),
});

it("writes all but the hash as an independent canonicaliser does, whatever others wrote", () => {
  fc.assert(
    fc.property(entries, (entry) => {
      const { hash: _, ...rest } = entry;
      expect(writeEntry(entry as unknown as Entry)).toBe(canonicalize(rest));
    }),
    { seed: 42, numRuns: 300 },
  );
});
