import { apply, type Club, type RefundDecision, type RefundRequest, type Standing } from "vafa";
import { entryOf, type MemberScene, on, purchase } from "./club.js";

/* The words of scenarios in which something is brought back. */

type Asked = Pick<RefundRequest, "returned" | "amount" | "cause" | "was">;

/** Sara's sale, booked: what the club's counter knows. */
export function sold(club: Club, scene: MemberScene) {
  const request = purchase(scene);
  const decision = club.evaluate(request);
  const sale = entryOf(decision);
  const standing = apply(request.member?.standing, sale);
  return { club, request, sale, standing };
}

export type Sold = ReturnType<typeof sold>;

/** Things come back one after the other, each booked before the next. */
export function bring(
  { club, sale, standing: start }: Pick<Sold, "club" | "sale" | "standing">,
  ...asked: readonly Asked[]
) {
  let standing: Standing = start;
  const decisions = asked.map((one, index): RefundDecision => {
    const member = { id: "sara", standing };
    const at = on("2026-11-25", `12:0${index}`);
    const decision = club.refund({ id: `r-${index + 1}`, at, member, sale, ...one });
    if (decision.entry !== undefined) standing = apply(standing, decision.entry);
    return decision;
  });
  return { decisions, standing };
}

export const line = (id: string, quantity = "1") => ({ returned: [{ line: id, quantity }] });
export const due = (decisions: readonly RefundDecision[]) => decisions.map(({ totals }) => totals.due);
export const back = (decisions: readonly RefundDecision[]) =>
  decisions.map(({ awards }) =>
    awards.map(({ amount, wallet }) => `${amount} ${wallet ?? "off"}`).join(", "),
  );
export const lots = ({ lots = [] }: Standing) => lots.map(({ id, amount }) => `${amount} in ${id}`);
