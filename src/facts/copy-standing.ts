import { type Allowance, charge, refuse } from "../documents/allowance.js";
import {
  type Blank,
  copyAmount,
  copyBy,
  copyExpiry,
  copyFlag,
  copyForeignId,
  copyGrantedInstant,
  copyId,
  copyInstant,
  copyInteger,
  copyList,
} from "../documents/copy-values.js";
import { isPlain } from "../documents/read-document.js";
import {
  type LotDocument,
  MOST_ROWS,
  MOST_VISITS,
  type StandingDocument,
  standingSchema,
  type UseDocument,
  useSchema,
} from "./standing.js";

/** As `copyLine`. */
export function copyStanding(value: unknown, allowance: Allowance, depth: number): StandingDocument {
  if (!isPlain(value)) return refuse();
  const standing = blankStanding();
  for (const key in value) {
    const written = value[key];
    allowance.left -= key.length;
    if (key === "tier") standing.tier = copyId(written, allowance);
    else if (key === "visits") standing.visits = copyInteger(written, MOST_VISITS, allowance);
    else if (key === "spend") standing.spend = copyAmount(written, allowance);
    else if (key === "lastVisitAt") standing.lastVisitAt = copyInstant(written, allowance);
    else if (key === "lots") standing.lots = copyList(written, MOST_ROWS, copyLot, allowance, depth + 1);
    else if (key === "uses") standing.uses = copyList(written, MOST_ROWS, copyUse, allowance, depth + 1);
    else if (key === "advancedTo") standing.advancedTo = copyInstant(written, allowance);
    else if (key === "lastEntryAt") standing.lastEntryAt = copyInstant(written, allowance);
    else if (key === "tierHeldUntil") standing.tierHeldUntil = copyGrantedInstant(written, allowance);
    else if (key === "tierGraceUntil") standing.tierGraceUntil = copyGrantedInstant(written, allowance);
    else copyRare(standing, key, written, allowance, depth);
  }
  charge(allowance, 1);
  return standing;
}

/** What fewer standings have. */
function copyRare(
  standing: Blank<StandingDocument>,
  key: string,
  written: unknown,
  allowance: Allowance,
  depth: number,
): void {
  if (key === "head") standing.head = copyBy(shape.head, written, allowance, depth + 1);
  else if (key === "progress") standing.progress = copyBy(shape.progress, written, allowance, depth + 1);
  else if (key === "streaks") standing.streaks = copyBy(shape.streaks, written, allowance, depth + 1);
  else if (key === "vouchers") standing.vouchers = copyBy(shape.vouchers, written, allowance, depth + 1);
  else if (key === "raisedTier")
    standing.raisedTier = copyBy(shape.raisedTier, written, allowance, depth + 1);
  else if (key === "balances") standing.balances = copyBy(shape.balances, written, allowance, depth + 1);
  else if (key === "sales") standing.sales = copyBy(shape.sales, written, allowance, depth + 1);
  else if (key === "debts") standing.debts = copyBy(shape.debts, written, allowance, depth + 1);
  else refuse();
}

const { shape } = standingSchema;

function blankStanding(): Blank<StandingDocument> {
  return {
    advancedTo: undefined,
    balances: undefined,
    debts: undefined,
    head: undefined,
    lastEntryAt: undefined,
    lastVisitAt: undefined,
    lots: undefined,
    progress: undefined,
    raisedTier: undefined,
    sales: undefined,
    spend: undefined,
    streaks: undefined,
    tier: undefined,
    tierGraceUntil: undefined,
    tierHeldUntil: undefined,
    uses: undefined,
    visits: undefined,
    vouchers: undefined,
  };
}

function copyLot(value: unknown, allowance: Allowance): LotDocument {
  if (!isPlain(value)) return refuse();
  const lot = blankLot();
  for (const key in value) {
    const written = value[key];
    allowance.left -= key.length;
    if (key === "id") lot.id = copyForeignId(written, allowance);
    else if (key === "wallet") lot.wallet = copyId(written, allowance);
    else if (key === "amount") lot.amount = copyAmount(written, allowance);
    else if (key === "at") lot.at = copyInstant(written, allowance);
    else if (key === "expiresAt") lot.expiresAt = copyExpiry(written, allowance);
    else if (key === "activeAt") lot.activeAt = copyGrantedInstant(written, allowance);
    else if (key === "offer") lot.offer = copyId(written, allowance);
    else if (key === "usable") lot.usable = copyId(written, allowance);
    else if (key === "renewable") lot.renewable = copyFlag(written, allowance);
    else if (key === "pending") lot.pending = copyFlag(written, allowance);
    else return refuse();
  }
  charge(allowance, 1);
  const isWhole = lot.id !== undefined && lot.wallet !== undefined && lot.amount !== undefined;
  return isWhole ? (lot as LotDocument) : refuse();
}

function blankLot(): Blank<LotDocument> {
  return {
    activeAt: undefined,
    amount: undefined,
    at: undefined,
    expiresAt: undefined,
    id: undefined,
    offer: undefined,
    pending: undefined,
    renewable: undefined,
    usable: undefined,
    wallet: undefined,
  };
}

function copyUse(value: unknown, allowance: Allowance, depth: number): UseDocument {
  if (!isPlain(value)) return refuse();
  const use = blankUse();
  for (const key in value) {
    const written = value[key];
    allowance.left -= key.length;
    if (key === "offer") use.offer = copyId(written, allowance);
    else if (key === "at") use.at = copyInstant(written, allowance);
    else if (key === "amount") use.amount = copyAmount(written, allowance);
    else if (key === "day") use.day = copyBy(useSchema.shape.day, written, allowance, depth + 1);
    else if (key === "birthdayYear") use.birthdayYear = copyInteger(written, LAST_YEAR, allowance);
    else return refuse();
  }
  charge(allowance, 1);
  return use.offer === undefined || use.at === undefined ? refuse() : (use as UseDocument);
}

const LAST_YEAR = 9_999;

function blankUse(): Blank<UseDocument> {
  return { amount: undefined, at: undefined, birthdayYear: undefined, day: undefined, offer: undefined };
}
