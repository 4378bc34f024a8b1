import { hash } from "node:crypto";

/** In one shot: twice as quick as a stream for texts as short as these. */
export function sha256Hex(written: string | Uint8Array): string {
  return hash("sha256", written, "hex");
}
