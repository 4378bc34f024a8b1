import { apply } from "../chain/apply-entry.js";
import { ClubError } from "../documents/club-error.js";
import type { StandingDocument } from "../facts/standing.js";
import { eachOf } from "./each-of.js";

/**
 * A member's standing: the fold of their chain by `apply`, from the first entry on, or from the standing that an
 * earlier part of it left. `undefined` of no entries and no standing: the member is new.
 *
 * Worked: of two sales, the second of which drew 30,000 of a lot of 40,000 that the first had opened, `visits` is 2 and
 * the lot holds 10,000.
 *
 * Throws a `ClubError` where an entry does not follow the one before it, its index in the path. Never sorts: a store
 * that returns entries out of order, or one twice, is found out.
 */
export function standingOf(entries: Iterable<unknown>, from?: unknown): StandingDocument | undefined {
  let standing = from;
  let index = 0;
  for (const entry of eachOf(entries)) {
    try {
      standing = apply(standing, entry);
    } catch (error) {
      if (!(error instanceof ClubError)) throw error;
      throw new ClubError(error.issues.map((issue) => ({ ...issue, path: pathOf(issue.path, index) })));
    }
    index += 1;
  }
  return standing as StandingDocument | undefined;
}

/** `apply` begins its paths with the name of what it was handed; only the first standing is the caller's. */
function pathOf(path: string, index: number): string {
  return path.replace(/^\/entry/, `/entries/${index}`).replace(/^\/standing/, "/from");
}
