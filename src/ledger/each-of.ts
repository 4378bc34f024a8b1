import { ClubError } from "../documents/club-error.js";

/** What stands in a list, or comes out of a generator, one by one; a source that fails is told as a `ClubError`. */
export function* eachOf(list: unknown): Generator<unknown, void, undefined> {
  try {
    yield* list as Iterable<unknown>;
  } catch {
    const message = "must be a list, or another iterable, that can be read to its end";
    throw new ClubError([{ code: "type", path: "", message, expected: "a list" }]);
  }
}
