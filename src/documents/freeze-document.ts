/** Freezes a private copy all the way down; shallow enough to recurse, for `copyDocument` has bounded it. */
export function freezeDocument<T>(document: T): T {
  if (typeof document === "object" && document !== null && !Object.isFrozen(document)) {
    Object.freeze(document);
    for (const member of Object.values(document)) freezeDocument(member);
  }
  return document;
}
