import type { Program } from "../program/program.js";
import type { Request } from "../standing/request.js";
import { formatWorth } from "../units/worth.js";
import type { Refusal } from "../valuation/plan-redemption.js";
import { balancesOf } from "./balances.js";
import { balanceRow, chargeOf } from "./compose-quote.js";
import type { Quote, RefusalReason, RefusalRow } from "./quote.js";

const NOTHING_MOVED = { openings: [], conversions: [], drawn: [] };

/**
 * A decision that is refused as a whole: nothing is given, booked or sent, and what the till would charge is the list
 * amount. Worked: 45,500 asked of a credit of 40,000 is `insufficientBalance` at `/transaction/redeem/0`.
 */
export function composeRefusal(program: Program, { member, transaction }: Request, refusal: Refusal): Quote {
  const { currency } = program;
  let listed = 0n;
  for (const { list } of transaction.lines) listed += list;
  const balances = member === undefined ? [] : balancesOf(program, member, transaction.at, NOTHING_MOVED);
  return {
    status: "refused",
    refusal: refusalRow(refusal),
    transactionId: transaction.id,
    totals: chargeOf(listed, 0n, 0n, currency),
    lines: transaction.lines.map(({ id, list }) => ({ id, ...chargeOf(list, 0n, 0n, currency) })),
    awards: [],
    declined: [],
    choice: { total: formatWorth(0n, currency.digits), proven: true },
    redemptions: [],
    balances: balances.map(balanceRow),
    clubUses: [],
  };
}

function refusalRow({ reason, redeem }: Refusal): RefusalRow {
  return { reason, path: `/transaction/redeem/${redeem}`, text: { ...TEXTS[reason] } };
}

const TEXTS: { readonly [reason in RefusalReason]: RefusalRow["text"] } = {
  insufficientBalance: { fa: "موجودی کافی نیست", en: "The balance is not enough" },
  belowMinimum: { fa: "مقدار درخواستی از حداقل مجاز کمتر است", en: "It is less than may be used at once" },
  notWholeSteps: {
    fa: "مقدار درخواستی باید مضربی از گام تعیین‌شده باشد",
    en: "It can only be used in whole steps",
  },
  givesNothing: { fa: "برای این خرید قابل استفاده نیست", en: "It gives nothing on this purchase" },
};
