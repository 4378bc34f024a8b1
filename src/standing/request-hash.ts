import { canonicalHash } from "../units/canonical-hash.js";

/** Of a private copy of what was asked: entries keep it, and a retry with the same id must have the same. */
export function requestHash(request: object): string {
  return canonicalHash("vafa:request:1\n", request);
}
