import { ClubError, issueAt } from "../documents/club-error.js";
import { copyOf } from "./read-ledger.js";
import { type RequestPart, requestParts } from "./request-parts.js";

export type Fields = { readonly [key: string]: unknown };

/** What is to be decided and recorded. */
export interface Asked {
  /** A private copy, whatever it is. */
  readonly copy: unknown;
  readonly request: Fields;
  /** `undefined` is a guest. */
  readonly memberId: string | undefined;
  readonly parts: readonly RequestPart[];
}

/** Reads no more of a request than is needed here: the club reads the rest, and says what is wrong. */
export function readAsked(input: unknown): Asked {
  const copied = copyOf(input);
  if (!copied.ok) throw new ClubError(copied.issues);
  const request = fieldsOf(copied.value);
  const { id, standing } = fieldsOf(request.member);
  if (standing !== undefined) {
    const hint = "leave it out: the ledger has it";
    throw new ClubError([issueAt("one-of", ["member", "standing"], "is the store's to say", { hint })]);
  }
  return {
    copy: copied.value,
    request,
    memberId: typeof id === "string" ? id : undefined,
    parts: requestParts(request),
  };
}

export function fieldsOf(value: unknown): Fields {
  return Object(value) as Fields;
}

export function withStanding(request: Fields, standing: unknown): Fields {
  return { ...request, member: { ...fieldsOf(request.member), standing } };
}
