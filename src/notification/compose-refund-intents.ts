import type { Program } from "../program/program.js";
import type { RefundRequest } from "../returns/read-refund.js";
import type { Intent } from "./intent.js";
import { endOfQuiet } from "./quiet-hours.js";
import { type Refunded, refundNews } from "./refund-news.js";
import { tellMember } from "./tell-member.js";

/** What the member should hear of something that they brought back. */
export function composeRefundIntents(
  program: Program,
  { member, at, local }: RefundRequest,
  refunded: Refunded,
): readonly Intent[] {
  const booked = { entryId: refunded.entry.id, notBefore: endOfQuiet(at, local, program) };
  return tellMember(program, member, booked, ({ language }) =>
    refundNews(program, member, refunded, language),
  );
}
