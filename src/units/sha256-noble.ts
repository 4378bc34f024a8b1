import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";

export function sha256Hex(written: string | Uint8Array): string {
  return bytesToHex(sha256(typeof written === "string" ? utf8ToBytes(written) : written));
}
