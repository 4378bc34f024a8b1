import { sha256Hex } from "#sha256";
import { beginBytes, finishBytes, putValue } from "./canonical-bytes.js";

/**
 * SHA-256, in hex, of an ASCII prefix and the RFC 8785 text of a JSON value: `sha256Hex(prefix + canonicalJson(value))`,
 * without the text.
 */
export function canonicalHash(prefix: string, value: unknown): string {
  beginBytes(prefix);
  putValue(value);
  return sha256Hex(finishBytes());
}
