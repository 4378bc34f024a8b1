import type { VoucherDocument } from "../facts/standing.js";
import type { EntryVoucher } from "../settlement/entry.js";

/** A voucher that an entry issued, as a standing keeps it. */
export function issuedVoucher({ id, offer, issuedAt, expiresAt }: EntryVoucher): VoucherDocument {
  return { id, offer, issuedAt, expiresAt };
}
