/** A law of our own was broken: a bug of ours, never the caller's. */
export class InvariantError extends Error {
  override readonly name = "InvariantError";
}

/** States a law that must hold here; `law` says it in the words of the specification. */
export function invariant(holds: boolean, law: string): asserts holds {
  if (!holds) throw new InvariantError(law);
}
