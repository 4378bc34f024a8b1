import type { Accrual, Benefit, Offer, Program, Request, Standing } from "vafa";
import { describe, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { standingSchema } from "../../src/facts/standing.js";
import type { programSchema } from "../../src/program/program-schema.js";
import type { requestSchema } from "../../src/standing/request-document.js";

/** What a schema takes, and a document, in one form: readonly all the way, aliases resolved. */
type ReadonlyAll<T> = T extends object ? { readonly [key in keyof T]: ReadonlyAll<T[key]> } : T;
type Taken<Schema extends z.ZodType> = ReadonlyAll<z.input<Schema>>;

type TakenProgram = Taken<typeof programSchema>;
type TakenOffer = TakenProgram["offers"][number];
type TakenBenefit = Exclude<TakenOffer["benefit"], readonly unknown[]>;
type TakenAccrual = Extract<TakenBenefit, { readonly kind: Accrual["kind"] }>;

describe("the written types and the schemas say the same, key by key", () => {
  it("of a request", () => {
    expectTypeOf<Taken<typeof requestSchema>>().toEqualTypeOf<ReadonlyAll<Request>>();
  });

  it("of a standing", () => {
    expectTypeOf<Taken<typeof standingSchema>>().toEqualTypeOf<ReadonlyAll<Standing>>();
  });

  it("of a program", () => {
    expectTypeOf<Omit<TakenProgram, "offers">>().toEqualTypeOf<ReadonlyAll<Omit<Program, "offers">>>();
    expectTypeOf<TakenProgram>().toExtend<Program>();
    expectTypeOf<ReadonlyAll<Program>>().toExtend<TakenProgram>();
  });

  it("of an offer", () => {
    expectTypeOf<Omit<TakenOffer, "benefit">>().toEqualTypeOf<ReadonlyAll<Omit<Offer, "benefit">>>();
  });

  it("of a benefit", () => {
    type Kind<All, Name> = ReadonlyAll<Extract<All, { readonly kind: Name }>>;
    expectTypeOf<TakenBenefit["kind"]>().toEqualTypeOf<Benefit["kind"]>();
    expectTypeOf<Kind<TakenBenefit, "discount">>().toEqualTypeOf<Kind<Benefit, "discount">>();
    expectTypeOf<Kind<TakenBenefit, "gift">>().toEqualTypeOf<Kind<Benefit, "gift">>();
    expectTypeOf<Kind<TakenBenefit, "voucher">>().toEqualTypeOf<Kind<Benefit, "voucher">>();
    expectTypeOf<Kind<TakenBenefit, "tier">>().toEqualTypeOf<Kind<Benefit, "tier">>();
    expectTypeOf<TakenAccrual>().toEqualTypeOf<ReadonlyAll<Accrual>>();
  });
});
