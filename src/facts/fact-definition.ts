import type * as z from "zod";
import type { FactType } from "./fact-value.js";

/**
 * One named value that conditions may ask for. The catalogue is closed: from it follow what a program may write, what
 * its issues say, and the table in the documentation.
 */
export interface FactDefinition {
  readonly name: string;
  readonly type: FactType;
  readonly unit: string;
  /** What narrows the fact; `undefined` where nothing does. */
  readonly params: z.ZodType | undefined;
  /** In words, for the documentation. */
  readonly paramsNote: string;
  readonly meaning: string;
  /** Unknown for a guest, who is nobody in the club. */
  readonly ofMember: boolean;
}

/** Whether it is the member's follows from the list it stands in. */
export type ListedFact = Omit<FactDefinition, "ofMember">;

/** A fact that nothing narrows. */
export const bare = { params: undefined, paramsNote: "" };
