import { type Issue, issueAt } from "../documents/club-error.js";
import { readDate } from "../documents/dates.js";
import type { MemberDocument } from "../facts/member.js";
import type { Program } from "../program/program.js";
import { parseInstant } from "../units/instant.js";
import type { Moment } from "./later-by.js";
import { isNationalCode } from "./national-code.js";
import { readStanding } from "./read-standing.js";
import type { Member } from "./request.js";

const NO_ANNIVERSARIES: Member["anniversaries"] = new Map();
const NO_CONTACT: Member["contact"] = {};

export function readMember(
  document: MemberDocument,
  moment: Moment,
  program: Program,
  issues: Issue[],
): Member {
  const {
    id,
    joinedAt,
    birthDate,
    anniversaries,
    segments,
    attributes,
    contact = NO_CONTACT,
    standing,
  } = document;
  if (isNationalCode(id)) {
    const hint = "use an id of your own: entries are kept, and hold no personal numbers";
    issues.push(
      issueAt("pii-in-id", ["member", "id"], "is a national code", { received: "ir-national-code", hint }),
    );
  }
  const born = birthDate === undefined ? undefined : readDate(birthDate);
  if (born !== undefined && born.day > moment.local.day) {
    issues.push(issueAt("time-range", ["member", "birthDate"], "lies after the transaction"));
  }
  return {
    id,
    joinedAt: joinedAt === undefined ? undefined : parseInstant(joinedAt),
    birthDate: born,
    anniversaries:
      anniversaries === undefined
        ? NO_ANNIVERSARIES
        : new Map(anniversaries.map(({ name, date }) => [name, readDate(date)])),
    segments,
    attributes,
    contact,
    standing: readStanding(standing, moment.at, program, issues),
  };
}
