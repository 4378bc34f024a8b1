import { type Allowance, charge, refuse } from "../documents/allowance.js";
import { copyDate } from "../documents/copy-date.js";
import {
  type Blank,
  copyBy,
  copyForeignId,
  copyInstant,
  copyList,
  copyText,
} from "../documents/copy-values.js";
import { isPlain } from "../documents/read-document.js";
import { copyStanding } from "./copy-standing.js";
import { type MemberDocument, MOST_SEGMENTS, memberSchema } from "./member.js";

/** As `copyLine`. */
export function copyMember(value: unknown, allowance: Allowance, depth: number): MemberDocument {
  if (!isPlain(value)) return refuse();
  const member = blankMember();
  for (const key in value) {
    const written = value[key];
    allowance.left -= key.length;
    if (key === "id") member.id = copyForeignId(written, allowance);
    else if (key === "joinedAt") member.joinedAt = copyInstant(written, allowance);
    else if (key === "birthDate") member.birthDate = copyDate(written, allowance);
    else if (key === "segments") {
      member.segments = copyList(written, MOST_SEGMENTS, copyText, allowance, depth + 1);
    } else if (key === "standing") {
      member.standing = written === undefined ? undefined : copyStanding(written, allowance, depth + 1);
    } else if (key === "attributes")
      member.attributes = copyBy(shape.attributes, written, allowance, depth + 1);
    else if (key === "contact") member.contact = copyBy(shape.contact, written, allowance, depth + 1);
    else if (key === "anniversaries") {
      member.anniversaries = copyBy(shape.anniversaries, written, allowance, depth + 1);
    } else return refuse();
  }
  charge(allowance, 1);
  return member.id === undefined ? refuse() : (member as MemberDocument);
}

const { shape } = memberSchema;

function blankMember(): Blank<MemberDocument> {
  return {
    anniversaries: undefined,
    attributes: undefined,
    birthDate: undefined,
    contact: undefined,
    id: undefined,
    joinedAt: undefined,
    segments: undefined,
    standing: undefined,
  };
}
