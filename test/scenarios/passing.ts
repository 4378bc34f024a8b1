import type { AdvanceDecision, AdvanceEntry, Club, Entry, Member, Reminder } from "vafa";
import { on } from "./club.js";

/** Lets time pass for Sara, unless the scenario says more of her, up to the first moment of a date. */
export function passes(club: Club, member: Partial<Member>, until: string, time = "00:00"): AdvanceDecision {
  return club.advance({ member: { id: "sara", ...member }, at: on(until, time) });
}

/**
 * What time has brought, in words, an entry each, by the date in the club's calendar and, where it is not midnight, the
 * time: `1405-09-14 17:30: 1 stamps active, 9 stamps become a voucher`.
 */
export function brought({ entries }: AdvanceDecision): readonly string[] {
  return entries.map((entry) => {
    const { calendarDate, time } = entry.local;
    const when = time === "00:00:00" ? calendarDate : `${calendarDate} ${time.slice(0, 5)}`;
    const parts = entry.kind === "advance" ? partsOf(entry) : givenOn(entry);
    return `${when}: ${parts.join(", ")}`;
  });
}

function partsOf(entry: AdvanceEntry): readonly string[] {
  const { activations, conversions, expiries, lapsed, lots, reminders, tier } = entry;
  return [
    ...activations.map(({ amount, wallet }) => `${amount} ${wallet} active`),
    ...conversions.map(({ amount, lot, vouchers, wallet }) => {
      const into = lots.find(({ id }) => id === lot);
      const many = vouchers.length === 1 ? "a voucher" : `${vouchers.length} vouchers`;
      return `${amount} ${wallet} become ${into === undefined ? many : `${into.amount} ${into.wallet}`}`;
    }),
    ...(tier === null ? [] : [reviewed(tier)]),
    ...expiries.map(({ amount, wallet }) => `${amount} ${wallet} lapse`),
    ...lapsed.map(() => "a voucher lapses"),
    ...reminders.map(remindedOf),
  ];
}

function reviewed({ before, after, graceUntil }: NonNullable<AdvanceEntry["tier"]>): string {
  if (before !== after) return `${before} falls to ${after}`;
  return graceUntil === null ? `${before} stays` : `${before} until ${graceUntil.slice(0, 10)}`;
}

function remindedOf(reminder: Reminder): string {
  const until = reminder.until.slice(0, 16);
  switch (reminder.kind) {
    case "expiring":
      return `reminder of ${reminder.amount} ${reminder.wallet} until ${until}`;
    case "voucher":
      return `reminder of a voucher until ${until}`;
    case "tier":
      return `reminder of ${reminder.tier} until ${until}, ${reminder.missing} missing`;
  }
}

function givenOn({ transaction, awards }: Entry): readonly string[] {
  const gifts = awards.map(({ amount, kind, offer, thing, wallet }) =>
    kind === "voucher" ? `${offer}: a voucher for ${thing?.id}` : `${offer}: ${amount} ${wallet ?? kind}`,
  );
  return [transaction.type, ...gifts];
}
