import {
  apply,
  type Club,
  ClubError,
  type Decision,
  type Issue,
  openClub,
  parseProgram,
  type Quote,
  type Standing,
} from "vafa";
import { describe, expectTypeOf, it } from "vitest";

/** `true` where nothing in it can be written to. */
type IsReadonly<T> = T extends (...args: never) => unknown
  ? true
  : T extends object
    ? Same<T, { readonly [key in keyof T]: T[key] }> extends true
      ? false extends { [key in keyof T]-?: IsReadonly<NonNullable<T[key]>> }[keyof T &
          (T extends readonly unknown[] ? number : string)]
        ? false
        : true
      : false
    : true;
type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;

declare const club: Club;
declare const decision: Decision;

describe("what comes in", () => {
  it("is anything: documents come from files", () => {
    expectTypeOf(openClub).parameter(0).toBeUnknown();
    expectTypeOf(parseProgram).parameter(0).toBeUnknown();
    expectTypeOf(club.evaluate).parameter(0).toBeUnknown();
    expectTypeOf(club.quote).parameter(0).toBeUnknown();
    expectTypeOf(apply).parameters.toEqualTypeOf<[standing: unknown, entry: unknown]>();
  });
});

describe("what comes out", () => {
  it("is readonly all the way", () => {
    expectTypeOf<IsReadonly<Decision>>().toEqualTypeOf<true>();
    expectTypeOf<IsReadonly<Standing>>().toEqualTypeOf<true>();
    expectTypeOf<IsReadonly<Issue>>().toEqualTypeOf<true>();
    expectTypeOf<IsReadonly<{ readonly a: readonly { b: string }[] }>>().toEqualTypeOf<false>();
    expectTypeOf<IsReadonly<{ readonly a: string[] }>>().toEqualTypeOf<false>();
    // @ts-expect-error -- readonly
    decision.totals.due = "0";
    // @ts-expect-error -- readonly
    decision.awards.push();
    // @ts-expect-error -- readonly
    club.program.offers = [];
  });

  it("holds amounts as texts", () => {
    expectTypeOf(decision.totals.due).toBeString();
    expectTypeOf(decision.awards[0]?.amount).toEqualTypeOf<string | undefined>();
    expectTypeOf(decision.choice.proven).toBeBoolean();
  });

  it("may lack an entry, for a guest; a quote has none", () => {
    expectTypeOf(decision.entry?.hash).toEqualTypeOf<string | undefined>();
    expectTypeOf<Quote>().not.toHaveProperty("entry");
    expectTypeOf(club.quote).returns.toEqualTypeOf<Quote>();
  });

  it("says by `ok` whether a program is there", () => {
    const parsed = parseProgram({});
    if (parsed.ok) expectTypeOf(parsed).not.toHaveProperty("issues");
    else expectTypeOf(parsed.issues).toEqualTypeOf<readonly Issue[]>();
    expectTypeOf(new ClubError([]).issues).toEqualTypeOf<readonly Issue[]>();
  });

  it("names the reasons one by one", () => {
    expectTypeOf(decision.refusal?.reason).toEqualTypeOf<
      "insufficientBalance" | "belowMinimum" | "notWholeSteps" | "givesNothing" | undefined
    >();
    expectTypeOf(decision.declined[0]?.reason).toEqualTypeOf<
      | "beaten"
      | "givesNothing"
      | "limitReached"
      | "budgetSpent"
      | "factMissing"
      | "memberRequired"
      | "voucherAvailable"
      | "heldOut"
      | undefined
    >();
  });
});
