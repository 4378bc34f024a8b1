import type { Decision } from "vafa";
import { amountText } from "./amount-text.js";
import type { Decided } from "./decided.js";
import { nameText } from "./name-texts.js";
import type { Paint } from "./paint.js";
import { renderBalances } from "./render-balances.js";
import { renderEntry } from "./render-entry.js";
import { renderIntents } from "./render-intents.js";
import { renderOffers } from "./render-offers.js";
import { renderReceipt } from "./render-receipt.js";
import { renderRedemptions } from "./render-redemptions.js";
import { renderRefusal } from "./render-refusal.js";

/** The whole decision for a person to read. */
export function renderDecision(decided: Decided, paint: Paint): string {
  const { decision } = decided;
  const { balances, intents = [] } = decision;
  const isRefused = decision.status === "refused";
  const sections = [
    renderTitle(decided, paint),
    ...(isRefused ? [renderRefusal(decision, paint)] : []),
    ...(decision.lines.length === 0 ? [] : [renderReceipt(decided, paint)]),
    ...(isRefused ? [] : [renderOffers(decided, paint)]),
    ...(decision.redemptions.length === 0 ? [] : [renderRedemptions(decided, paint)]),
    ...(balances.length === 0 ? [] : [renderBalances(decided, paint)]),
    renderEntry(decision, paint),
    ...(intents.length === 0 ? [] : [renderIntents(intents, paint)]),
  ];
  return `${sections.map((lines) => lines.join("\n")).join("\n\n")}\n`;
}

function renderTitle({ club: { program }, request, decision }: Decided, paint: Paint): readonly string[] {
  const { member, transaction } = request;
  const { entry } = decision;
  const local =
    entry === undefined
      ? `in ${program.timeZone}`
      : `${entry.local.weekday} ${entry.local.calendarDate} (${entry.local.calendar}), ${entry.local.time} in ${program.timeZone}`;
  const who = member === undefined ? "a guest" : `member ${[member.id, ...memberNotes(decision)].join(", ")}`;
  const names = nameText(program.name);
  return [
    ...(names === "" ? [] : [paint.bold(names)]),
    `program ${program.id} ${program.version} · ${transaction.type} ${transaction.id} of ${amountText(decision.totals.list)} ${program.currency.code} · ${who}`,
    `${transaction.at} · ${local}`,
  ];
}

function memberNotes({ entry }: Decision): readonly string[] {
  const { tierBefore = null, visitNumber = null } = entry?.standing ?? {};
  return [
    ...(tierBefore === null ? [] : [`tier ${tierBefore}`]),
    ...(visitNumber === null || entry?.kind !== "purchase" ? [] : [`visit ${visitNumber}`]),
  ];
}
