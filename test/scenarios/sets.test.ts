import type { Offer } from "vafa";
import { describe, expect, it } from "vitest";
import {
  cafe,
  charged,
  type DiscountTerms,
  FIRST,
  given,
  type Item,
  lost,
  offer,
  onLines,
  purchase,
  SECOND,
  TWO_GROUPS,
} from "./club.js";

function decide(terms: DiscountTerms, lines: readonly Item[], more: Partial<Offer> = {}) {
  const offers = [offer("off", { kind: "discount", ...terms }, more)];
  return cafe({ offers }).quote(purchase({ lines }));
}

const coffee = (unitPrice: number, more = {}) => ({ unitPrice, category: ["coffee", "drink"], ...more });
const tea = (unitPrice: number, more = {}) => ({ unitPrice, category: ["tea", "drink"], ...more });
const cake = (unitPrice: number, more = {}) => ({ unitPrice, category: "cake", ...more });

const COFFEE = { category: "coffee" };
const DRINK = { category: "drink" };
const CAKE = { category: "cake" };

// R6.27
describe("buy two, get one free, of the same", () => {
  const terms = {
    buy: { items: COFFEE, units: 2 },
    get: { items: COFFEE, units: 1, percent: "100" },
  };
  const cups = [60_000, 50_000, 40_000, 30_000].map((price) => coffee(price));

  it("four cups are one set: the cheapest is free", () => {
    expect(onLines(decide(terms, cups), "off")).toEqual(["4: 30000"]);
  });

  it("six are two sets, and the two cheapest of all are free", () => {
    const six = [...cups, coffee(20_000), coffee(10_000)];
    expect(onLines(decide(terms, six), "off")).toEqual(["5: 20000", "6: 10000"]);
  });

  it("two are none", () => {
    expect(given(decide(terms, cups.slice(0, 2)))).toEqual([]);
  });

  it("of six of one line, two", () => {
    expect(given(decide(terms, [coffee(10_000, { quantity: "6" })]))).toEqual(["off: 20000 off"]);
  });

  it("what costs nothing is neither bought nor given", () => {
    expect(given(decide(terms, [coffee(60_000), coffee(50_000), coffee(0)]))).toEqual([]);
  });
});

// R6.27, R6.33
describe("buy a coffee, get a cake at half price", () => {
  const terms = { buy: { items: COFFEE, units: 1 }, get: { items: CAKE, units: 1, percent: "50" } };
  const lines = [coffee(50_000), coffee(40_000), cake(30_000), cake(20_000), cake(10_000)];

  it("two coffees: the two cheapest cakes", () => {
    expect(onLines(decide(terms, lines), "off")).toEqual(["4: 10000", "5: 5000"]);
  });

  it("or the two dearest", () => {
    expect(onLines(decide({ ...terms, pick: "dearest" }, lines), "off")).toEqual(["3: 15000", "4: 10000"]);
  });

  it("once in a purchase, if its limit says so", () => {
    expect(onLines(decide(terms, lines, { limits: { repeat: 1 } }), "off")).toEqual(["5: 5000"]);
  });

  it("the coffee need take no discount, the cake must", () => {
    const closed = { discountable: false };
    expect(onLines(decide(terms, [coffee(50_000, closed), cake(30_000)]), "off")).toEqual(["2: 15000"]);
    expect(given(decide(terms, [coffee(50_000), cake(30_000, closed)]))).toEqual([]);
  });

  it("what is given is of the items of the whole, what is bought of any", () => {
    const any = { items: CAKE, buy: { units: 1 }, get: { units: 1, percent: "100" } };
    expect(onLines(decide(any, [coffee(10_000), cake(30_000)]), "off")).toEqual(["2: 30000"]);
    // A delivery fee is no goods: it is not bought.
    expect(given(decide(any, [{ unitPrice: 40_000, kind: "fee" }, cake(30_000)]))).toEqual([]);
  });

  it("a coffee bought for one offer is not there for the next", () => {
    const offers = [
      offer("a", { kind: "discount", ...terms }, FIRST),
      offer("b", { kind: "discount", percent: "100", units: 1, items: COFFEE }, SECOND),
    ];
    const club = cafe({ groups: TWO_GROUPS, offers });
    // Two coffees: a uses the dearer, b gives the other.
    const two = club.quote(purchase({ lines: [coffee(50_000), coffee(40_000), cake(30_000)] }));
    expect(given(two)).toEqual(["a: 15000 off", "b: 40000 off"]);
    // One: either 15,000 off the cake or the coffee for nothing.
    const one = club.quote(purchase({ lines: [coffee(50_000), cake(30_000)] }));
    expect(given(one)).toEqual(["b: 50000 off"]);
    // With a beside it b gives nothing: 50,000 − 15,000.
    expect(lost(one)).toEqual(["a: worth 15000, beaten by the total, 35000 behind"]);
  });
});

// R6.27
describe("buy and get where items overlap", () => {
  const drinkForCoffee = {
    buy: { items: DRINK, units: 1 },
    get: { items: COFFEE, units: 1, percent: "100" },
  };
  const coffeeForDrink = {
    buy: { items: COFFEE, units: 1 },
    get: { items: DRINK, units: 1, percent: "100" },
  };

  it("a coffee and a tea: the tea is bought", () => {
    expect(onLines(decide(drinkForCoffee, [coffee(30_000), tea(50_000)]), "off")).toEqual(["1: 30000"]);
  });

  it("two coffees: one is bought for the other", () => {
    expect(onLines(decide(drinkForCoffee, [coffee(30_000), coffee(20_000)]), "off")).toEqual(["2: 20000"]);
  });

  it("two coffees and two teas: two sets, both coffees are given", () => {
    const lines = [coffee(30_000), coffee(20_000), tea(50_000), tea(10_000)];
    expect(onLines(decide(drinkForCoffee, lines), "off")).toEqual(["1: 30000", "2: 20000"]);
  });

  it("three coffees and a tea: two sets, the dearest coffee is bought with the tea", () => {
    const lines = [coffee(30_000), coffee(20_000), coffee(10_000), tea(5_000)];
    expect(onLines(decide(drinkForCoffee, lines), "off")).toEqual(["2: 20000", "3: 10000"]);
  });

  it("the only coffee has to be bought, so the tea is given, though it is dearer", () => {
    expect(onLines(decide(coffeeForDrink, [coffee(5_000), tea(40_000)]), "off")).toEqual(["2: 40000"]);
  });

  it("of two coffees the cheaper is given, the dearer bought", () => {
    expect(onLines(decide(coffeeForDrink, [coffee(5_000), coffee(8_000), tea(40_000)]), "off")).toEqual([
      "1: 5000",
    ]);
  });
});

// R6.28
describe("a cake and a coffee for 100,000", () => {
  const of = [
    { items: CAKE, units: 1 },
    { items: COFFEE, units: 1 },
  ];
  const terms = { bundle: { of, price: "100000" } };

  it("saves 30,000 on the dearest two, split by what they cost", () => {
    // 30,000 × 90/130 = 20,769.2 and × 40/130 = 9,230.8. The cheaper pair costs 90,000, and is left alone.
    const lines = [cake(90_000), cake(70_000), coffee(40_000), coffee(20_000)];
    const decision = decide(terms, lines);
    expect(onLines(decision, "off")).toEqual(["1: 20769", "3: 9231"]);
    expect(given(decision)).toEqual(["off: 30000 off"]);
  });

  it("twice, where both pairs cost more: 240,000 less 200,000", () => {
    const lines = [cake(90_000), cake(80_000), coffee(40_000), coffee(30_000)];
    expect(given(decide(terms, lines))).toEqual(["off: 40000 off"]);
  });

  it("once, if it may not repeat: 130,000 less 100,000", () => {
    const lines = [cake(90_000), cake(80_000), coffee(40_000), coffee(30_000)];
    expect(given(decide(terms, lines, { limits: { repeat: 1 } }))).toEqual(["off: 30000 off"]);
  });

  it("is not made where it costs more than its parts, or as much", () => {
    const dearer = decide(terms, [cake(50_000), coffee(30_000)]);
    expect(given(dearer)).toEqual([]);
    expect(lost(dearer)).toEqual(["off: worth 0, givesNothing"]);
    expect(given(decide(terms, [cake(60_000), coffee(40_000)]))).toEqual([]);
  });

  it("of the cheapest pair, if the club says so", () => {
    // 70,000 + 40,000
    const lines = [cake(90_000), cake(70_000), coffee(40_000)];
    expect(given(decide({ ...terms, pick: "cheapest" }, lines))).toEqual(["off: 10000 off"]);
  });

  it("leaves out what takes no discount", () => {
    const lines = [cake(90_000, { discountable: false }), cake(70_000), coffee(40_000)];
    expect(given(decide(terms, lines))).toEqual(["off: 10000 off"]);
  });

  it("goes no lower than the floors: 20,769 of the cake find 15,000", () => {
    const lines = [cake(90_000, { floorPrice: "75000" }), coffee(40_000)];
    const decision = decide(terms, lines);
    expect(onLines(decision, "off")).toEqual(["1: 15000", "2: 9231"]);
    expect(given(decision)).toEqual(["off: 24231 off (5769 clipped)"]);
  });

  it("one set of a line of several takes no more than one of its units costs", () => {
    // 3 cakes at 10,000 and a coffee at 100,000: one set costs 110,000, and saves 10,000.
    const lines = [cake(10_000, { quantity: "3" }), coffee(100_000)];
    // 10,000 × 10/110 = 909.1, × 100/110 = 9,090.9
    expect(onLines(decide(terms, lines), "off")).toEqual(["1: 909", "2: 9091"]);
  });
});

// R6.28
describe("a bundle at 20 % off", () => {
  const cakeAndCoffee = {
    bundle: {
      of: [
        { items: CAKE, units: 1 },
        { items: COFFEE, units: 1 },
      ],
      percent: "20",
    },
  };
  const coffeeAndDrink = {
    bundle: {
      of: [
        { items: COFFEE, units: 1 },
        { items: DRINK, units: 1 },
      ],
      percent: "20",
    },
  };

  it("is of the dearest: 130,000 × 20 %; or of the cheapest: 110,000 × 20 %", () => {
    const lines = [cake(90_000), cake(70_000), coffee(40_000)];
    expect(given(decide(cakeAndCoffee, lines))).toEqual(["off: 26000 off"]);
    expect(given(decide({ ...cakeAndCoffee, pick: "cheapest" }, lines))).toEqual(["off: 22000 off"]);
  });

  it("a coffee and any drink: of two coffees and a tea the coffees, 90,000 × 20 %", () => {
    const lines = [coffee(50_000), coffee(40_000), tea(30_000)];
    expect(onLines(decide(coffeeAndDrink, lines), "off")).toEqual(["1: 10000", "2: 8000"]);
  });

  it("of one coffee and two teas the coffee and the dearer tea, 70,000 × 20 %", () => {
    const lines = [coffee(20_000), tea(50_000), tea(40_000)];
    expect(onLines(decide(coffeeAndDrink, lines), "off")).toEqual(["1: 4000", "2: 10000"]);
  });

  it("of two coffees and two teas all four, 120,000 × 20 %", () => {
    const lines = [coffee(20_000), coffee(10_000), tea(50_000), tea(40_000)];
    expect(given(decide(coffeeAndDrink, lines))).toEqual(["off: 24000 off"]);
  });

  it("two teas without a coffee are none", () => {
    expect(given(decide(coffeeAndDrink, [tea(50_000), tea(40_000)]))).toEqual([]);
  });

  it("two coffees and any drink, of three coffees and a tea: the tea, 50,000 and 40,000", () => {
    const terms = {
      bundle: {
        of: [
          { items: COFFEE, units: 2 },
          { items: DRINK, units: 1 },
        ],
        percent: "20",
      },
    };
    const lines = [coffee(50_000), coffee(40_000), coffee(30_000), tea(60_000)];
    expect(onLines(decide(terms, lines), "off")).toEqual(["1: 10000", "2: 8000", "4: 12000"]);
  });

  it("uses up its units: for the next offer only the third cake is left", () => {
    const offers = [
      offer("a", { kind: "discount", ...cakeAndCoffee }, FIRST),
      offer("b", { kind: "discount", percent: "100", units: 2, pick: "dearest" }, SECOND),
    ];
    const lines = [cake(90_000), cake(70_000), coffee(40_000)];
    const decision = cafe({ groups: TWO_GROUPS, offers }).quote(purchase({ lines }));
    // Both: 26,000 + 70,000 = 96,000. b alone: 90,000 + 70,000 = 160,000.
    expect(given(decision)).toEqual(["b: 160000 off"]);
    expect(lost(decision)).toEqual(["a: worth 26000, beaten by the total, 64000 behind"]);
  });
});

// R6.30, R6.31, R6.33
describe("five points for a cake and a coffee", () => {
  const combo = offer(
    "combo",
    {
      kind: "points",
      perSet: {
        of: [
          { items: CAKE, units: 1 },
          { items: COFFEE, units: 1 },
        ],
        grant: "5",
      },
    },
    { always: true },
  );
  const lines = [cake(70_000, { quantity: "3" }), coffee(40_000, { quantity: "2" })];
  const decideWith = (terms?: DiscountTerms, more: Partial<Offer> = {}) => {
    const offers = [{ ...combo, ...more }];
    if (terms !== undefined) offers.push(offer("off", { kind: "discount", ...terms }));
    return cafe({ offers }).quote(purchase({ lines }));
  };

  it("three cakes and two coffees are two sets, each unit with its share", () => {
    const decision = decideWith();
    expect(given(decision)).toEqual(["combo: 10 points"]);
    expect(onLines(decision, "combo")).toEqual(["1: 5", "2: 5"]);
  });

  it("once, if it may not repeat", () => {
    expect(given(decideWith(undefined, { limits: { repeat: 1 } }))).toEqual(["combo: 5 points"]);
  });

  it("not for a coffee that is free", () => {
    const decision = decideWith({ percent: "100", units: 1, items: COFFEE });
    expect(given(decision)).toEqual(["combo: 5 points", "off: 40000 off"]);
  });

  it("but for one at half price", () => {
    const decision = decideWith({ percent: "50", units: 1, items: COFFEE });
    expect(given(decision)).toEqual(["combo: 10 points", "off: 20000 off"]);
  });

  it("and for one of which a cake was given: the third cake is free, the coffees count", () => {
    // Buy two coffees, get a cake: two cakes and two coffees are left.
    const decision = decideWith({
      buy: { items: COFFEE, units: 2 },
      get: { items: CAKE, units: 1, percent: "100" },
    });
    expect(given(decision)).toEqual(["combo: 10 points", "off: 70000 off"]);
  });

  it("not where all of a line is free, in whatever way", () => {
    expect(given(decideWith({ percent: "100", items: COFFEE }))).toEqual(["off: 80000 off"]);
  });

  it("though two awards together pay for a coffee, it counts: only one award may make a unit free", () => {
    // Half of each coffee, and half of one: 40,000 + 20,000 of 80,000.
    const offers = [
      combo,
      offer("half", { kind: "discount", percent: "50", items: COFFEE }, { always: true }),
      offer("one", { kind: "discount", percent: "50", units: 1, items: COFFEE }),
    ];
    expect(given(cafe({ offers }).quote(purchase({ lines })))).toEqual([
      "combo: 10 points",
      "half: 40000 off",
      "one: 20000 off",
    ]);
  });
});

// R6.20, R6.27
describe("a set and something else in one offer", () => {
  it("a free cake for two coffees, and on what is paid 10 % of credit", () => {
    const offers = [
      offer("combo", [
        {
          kind: "discount",
          buy: { items: COFFEE, units: 2 },
          get: { items: CAKE, units: 1, percent: "100" },
        },
        { kind: "credit", percent: "10" },
      ]),
    ];
    // 40,000 + 40,000 + 70,000 − 70,000 = 80,000
    const decision = cafe({ offers }).quote(
      purchase({ lines: [coffee(40_000), coffee(40_000), cake(70_000)] }),
    );
    expect(given(decision)).toEqual(["combo, part 1: 70000 off", "combo, part 2: 8000 credit"]);
    expect(charged(decision)).toEqual(["40000", "40000", "0", "80000"]);
  });
});

// R6.28
describe("a bundle of a line without end", () => {
  it("is made as often as there are units for", () => {
    const bundle = { of: [{ items: { category: ["cake"] }, units: 1 }], price: "50000" };
    const cakes = { unitPrice: "60000", category: "cake", quantity: "1000000000" };
    expect(given(decide({ bundle }, [cakes]))).toEqual(["off: 10000000000000 off"]);
  });

  it("is made where a set saves, though those after it save nothing: 100 for 67, then thirds at 66⅔", () => {
    const of = [
      { items: { category: ["x"] }, units: 1 },
      { items: { category: ["y"] }, units: 1 },
    ];
    const many = (category: string) => ({ unitPrice: "34", amount: "10000", quantity: "300", category });
    const one = (category: string) => ({ unitPrice: "50", category });
    const decision = decide({ bundle: { of, price: "67" } }, [one("x"), one("y"), many("x"), many("y")]);
    expect(given(decision)).toEqual(["off: 33 off"]);
  });
});
