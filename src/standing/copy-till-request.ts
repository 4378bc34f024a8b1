import { type Allowance, charge, refuse } from "../documents/allowance.js";
import { type Blank, copyBy } from "../documents/copy-values.js";
import { isPlain } from "../documents/read-document.js";
import { copyMember } from "../facts/copy-member.js";
import { copyTransaction } from "../facts/copy-transaction.js";
import { type RequestDocument, requestSchema } from "./request-document.js";

/** As `copyLine`. */
export function copyTillRequest(value: unknown, allowance: Allowance, depth: number): RequestDocument {
  if (!isPlain(value)) return refuse();
  const request: Blank<RequestDocument> = {
    clubUses: undefined,
    facts: undefined,
    member: undefined,
    transaction: undefined,
  };
  for (const key in value) {
    const written = value[key];
    allowance.left -= key.length;
    if (key === "member") {
      request.member = written === undefined ? undefined : copyMember(written, allowance, depth + 1);
    } else if (key === "transaction") request.transaction = copyTransaction(written, allowance, depth + 1);
    else if (key === "facts") request.facts = copyBy(shape.facts, written, allowance, depth + 1);
    else if (key === "clubUses") request.clubUses = copyBy(shape.clubUses, written, allowance, depth + 1);
    else return refuse();
  }
  charge(allowance, 1);
  return request.transaction === undefined ? refuse() : (request as RequestDocument);
}

const { shape } = requestSchema;
