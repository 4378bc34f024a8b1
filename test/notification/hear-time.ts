import type { Intent, Member, Offer, Program, Standing } from "vafa";
import { cafe, on } from "../scenarios/club.js";
import { ears } from "./hear-activities.js";

/** 30 Aban 1405, at noon: up to then everything is written down. */
const NOON = on("2026-11-21");

export interface TimeScene {
  readonly member?: Partial<Member>;
  readonly standing?: Standing;
  readonly until: string;
  readonly offers?: readonly Offer[];
  readonly terms?: Partial<Program>;
}

/** What a member hears of the time from then on, who agreed to everything unless the scene says otherwise. */
export function hearTime({
  member = {},
  standing = {},
  until,
  offers = [],
  terms = {},
}: TimeScene): readonly Intent[] {
  const known = { tier: "bronze", visits: 3, spend: "0", advancedTo: NOON, ...standing };
  const club = cafe({ offers, locale: "fa-IR", ...terms });
  return club.advance({ member: { id: "sara", ...ears("fa"), ...member, standing: known }, at: until })
    .intents;
}

/** The same, message by message, in Persian and in English. */
export function readTime(scene: TimeScene): readonly string[] {
  return (["fa", "en"] as const).flatMap((locale) =>
    hearTime({ ...scene, member: { ...scene.member, ...ears(locale) } }).map(({ text }) => text),
  );
}
