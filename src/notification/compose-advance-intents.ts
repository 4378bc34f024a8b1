import type { Program } from "../program/program.js";
import type { IssuedVoucher } from "../settlement/books.js";
import type { Moment } from "../standing/later-by.js";
import type { Member } from "../standing/request.js";
import type { TimeNews } from "../time/time-news.js";
import { expiringNews } from "./expiring-news.js";
import { voucherNews } from "./gift-news.js";
import type { Intent } from "./intent.js";
import { endOfNight } from "./quiet-hours.js";
import { tellMember } from "./tell-member.js";
import { tierRiskNews } from "./tier-news.js";

/** The entry that time wrote, and its instant. */
export interface AdvanceMoment extends Moment {
  readonly entryId: string;
}

/**
 * What the member should hear of what time brings: before it does, and of vouchers that units became. It comes at
 * midnight, and waits for the morning.
 */
export function composeAdvanceIntents(
  program: Program,
  member: Member,
  { entryId, at, local }: AdvanceMoment,
  news: readonly TimeNews[],
  issued: readonly IssuedVoucher[] = [],
): readonly Intent[] {
  const notBefore = endOfNight(at, local, program);
  return tellMember(program, member, { entryId, notBefore }, ({ language }) => [
    ...voucherNews(issued, program, language),
    ...expiringNews(program, news, language),
    ...news.flatMap((one) => (one.kind === "tier" ? tierRiskNews(program, one, language) : [])),
  ]);
}
