import { readFileSync } from "node:fs";
import { type Decision, type Entry, openClub } from "vafa";
import { describe, expect, it } from "vitest";
import { decideDay, pence } from "../../examples/02-gift-shop-day/decide-day.js";
import { findSale } from "../../examples/02-gift-shop-day/find-sale.js";
import { readCsv } from "../../examples/02-gift-shop-day/read-csv.js";
import {
  type Article,
  type Cancellation,
  readInvoices,
  type Sale,
} from "../../examples/02-gift-shop-day/read-invoices.js";

const folder = new URL("../../examples/02-gift-shop-day/", import.meta.url);
const csv = readFileSync(new URL("invoices.csv", folder), "utf8");
const club = openClub(JSON.parse(readFileSync(new URL("program.json", folder), "utf8")));
const invoices = readInvoices(csv);
const day = decideDay(club, invoices);

/** The rows by another way than the lesson's: no field after the description holds a comma. */
const rows = csv
  .trimEnd()
  .split("\r\n")
  .slice(1)
  .map((line) => {
    const [invoice = "", sku = ""] = line.split(",");
    const [quantity = "", , price = "", customer = ""] = line.split(",").slice(-5);
    const pounds = price.includes(".") ? price : `${price}.0`;
    return {
      invoice,
      sku,
      quantity: Number(quantity),
      pence: pence(pounds.padEnd(pounds.indexOf(".") + 3, "0")),
      customer,
    };
  });
const sales = rows.filter(({ invoice }) => !invoice.startsWith("C"));

function decisionOf(invoice: string): Decision {
  const decision = day.decisions.find(({ transactionId }) => transactionId === invoice);
  if (decision === undefined) throw new Error(`${invoice} is not decided`);
  return decision;
}

function given(invoice: string): readonly string[] {
  return decisionOf(invoice).awards.map(({ offer, amount }) => `${offer} ${amount}`);
}

describe("the excerpt", () => {
  it("is as it was published, line ends too", () => {
    expect(rows).toHaveLength(254);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it.each([
    ["stray spaces", /BEDROOM ,/],
    ["a comma in a field", /"AIRLINE LOUNGE,METAL SIGN"/],
    ["doubled quotes", /"RECORD FRAME 7"" SINGLE SIZE "/],
    [
      "no customer, no description and a price of nothing",
      /536414,22139,,56,12\/1\/10 11:52,0,,United Kingdom/,
    ],
    ["postage among the goods", /,POST,POSTAGE,/],
    ["a cancellation", /\r\nC536391,.*,-12,/],
    ["a discount as an article", /\r\nC536379,D,Discount,-1,/],
  ])("holds %s", (_, pattern) => {
    expect(csv).toMatch(pattern);
  });
});

describe("the CSV reader", () => {
  it.each([
    [
      "a,b\r\nc,d\r\n",
      [
        ["a", "b"],
        ["c", "d"],
      ],
    ],
    [
      "a,b\nc,",
      [
        ["a", "b"],
        ["c", ""],
      ],
    ],
    ['"a,""b""\r\n", c ,', [['a,"b"\r\n', " c ", ""]]],
    ['""', [[""]]],
    ["a\n\nb", [["a"], [""], ["b"]]],
    ["", []],
  ])("reads %j", (text, fields) => {
    expect(readCsv(text)).toEqual(fields);
  });

  it("reads each line of the excerpt as eight fields", () => {
    expect(readCsv(csv).map((fields) => fields.length)).toEqual(Array.from({ length: 255 }, () => 8));
  });
});

describe("the day", () => {
  it("takes the invoices in the order of their time, and names those it skips", () => {
    const times = invoices.map(({ at }) => at);
    expect(times).toEqual([...times].sort());
    expect(times[0]).toBe("2010-12-01T08:26:00+00:00");
    expect(day.skipped.map(({ id }) => id)).toEqual(["C536379", "C536383", "C536391"]);
    expect(day.decisions).toHaveLength(28);
  });

  it("charges what the lines come to, less what the decisions say", () => {
    const list = sales.reduce((sum, { quantity, pence: price }) => sum + BigInt(quantity) * price, 0n);
    expect(day.list).toBe(list);
    expect(day.due).toBe(list - day.discount);
    expect(list).toBe(939_765n);
  });

  it("gives, figured by hand:", () => {
    // 32 × 10.95 = 350.40, the first visit: 5 % is 17.52.
    expect(given("536374")).toEqual(["credit-back 17.52", "points 350", "welcome 50"]);
    // 128 × 2.55 = 326.40: 8 % is 26.112, worth more than 16.32 of credit; points of the 300.29 paid.
    expect(given("536405")).toEqual(["hundred-pieces 26.11", "points 300", "welcome 50"]);
    // 17.85 is not over 20 pounds: 3 % is 0.5355. It is the third visit, and points were doubled on the second.
    expect(given("536369")).toEqual(["points 17", "three-off 0.54"]);
    expect(given("536368")).toEqual(["back-again 70", "credit-back 3.50", "points 70"]);
    // 801.86 of goods and 54.00 of postage: 8 % would be 64.15, held to 40.00; 5 % of the goods is 40.09.
    expect(given("536370")).toEqual(["credit-back 40.09", "points 801", "welcome 50"]);
    expect(decisionOf("536370").totals).toMatchObject({ list: "855.86", due: "855.86" });
  });

  it("decides a guest's purchase of nothing: nothing due, nothing given, nothing booked", () => {
    const { totals, awards, declined, entry } = decisionOf("536414");
    expect(totals).toEqual({ list: "0.00", discount: "0.00", redeemed: "0.00", due: "0.00" });
    expect({ awards, entry }).toEqual({ awards: [], entry: undefined });
    expect(declined.find(({ offer }) => offer === "three-off")?.reason).toBe("givesNothing");
    expect(day).toMatchObject({ guests: 1, zeroPriced: 1 });
  });

  it("takes back the one cancelled sale that is here, by line and quantity", () => {
    const [refund, ...others] = day.refunds;
    expect(others).toEqual([]);
    expect(refund).toMatchObject({ status: "accepted", transactionId: "C536506", saleId: "536488" });
    // Six of the eight at 4.25, bought without a discount.
    expect(refund?.lines).toEqual([
      { id: "3", list: "25.50", discount: "0.00", redeemed: "0.00", due: "25.50" },
    ]);
    // Of 165.89 in all: 8.29 of credit × 25.50 / 165.89 is 1.274…, and 165 points are 25.36….
    expect(decisionOf("536488").totals.list).toBe("165.89");
    expect(given("536488")).toEqual(["credit-back 8.29", "points 165", "welcome 50"]);
    expect(refund?.awards.map(({ amount, offer }) => `${amount} of ${offer}`)).toEqual([
      "1.27 of credit-back",
      "25 of points",
    ]);
    expect(day.standings.get("17897")).toMatchObject({ visits: 1, spend: "140.39" });
  });

  it("takes back no sale that is not the customer's, at another price, or of fewer", () => {
    const cancelled = invoices.find(({ id }) => id === "C536506") as Cancellation;
    const sale = invoices.find(({ id }) => id === "536488") as Sale;
    const booked = [{ sale, entry: decisionOf("536488").entry as Entry }];
    expect(findSale(cancelled, booked)).toMatchObject({ returned: [{ line: "3", quantity: "6" }] });
    const [article] = cancelled.articles as readonly [Article];
    for (const change of [{ quantity: "9" }, { unitPrice: "4.24" }, { sku: "22961" }]) {
      const other = { ...cancelled, articles: [{ ...article, ...change }] };
      expect(findSale(other, booked)).toHaveProperty("missing");
    }
    expect(findSale(cancelled, [])).toEqual({ missing: "no sale of 22960 to 17897 stands here" });
  });

  it("carries every member from entry to entry", () => {
    const byCustomer = new Map<string, Set<string>>();
    for (const { customer, invoice } of sales) {
      if (customer !== "") byCustomer.set(customer, (byCustomer.get(customer) ?? new Set()).add(invoice));
    }
    expect([...day.standings.keys()].sort()).toEqual([...byCustomer.keys()].sort());
    let points = 0n;
    for (const [customer, { head, visits, spend, lots = [] }] of day.standings) {
      const own = [...(byCustomer.get(customer) ?? [])].map(decisionOf);
      const refunds = day.refunds.filter(({ entry }) => entry?.memberId === customer);
      const entries = [...own, ...refunds].flatMap(({ entry }) => entry ?? []);
      expect({ sequence: head?.sequence, visits }).toEqual({ sequence: entries.length, visits: own.length });
      expect(head?.hash).toBe(entries.at(-1)?.hash);
      const postage = sales
        .filter((row) => row.customer === customer && row.sku === "POST")
        .reduce((sum, row) => sum + BigInt(row.quantity) * row.pence, 0n);
      const due = own.reduce((sum, { totals }) => sum + pence(totals.due), 0n);
      const back = refunds.reduce((sum, { totals }) => sum + pence(totals.due), 0n);
      expect(pence(`${spend}`)).toBe(due - postage - back);
      for (const lot of lots) if (lot.wallet === "points") points += BigInt(lot.amount);
    }
    expect(points).toBe(day.points - 25n);
  });

  it("doubles points once a day, and says of the visits after why not", () => {
    const visits = ["536365", "536366", "536372", "536373"].map(
      (invoice) => decisionOf(invoice).declined.find(({ offer }) => offer === "back-again")?.reason,
    );
    expect(visits).toEqual([undefined, undefined, "limitReached", "limitReached"]);
  });

  it("is the same whenever it is decided again", () => {
    expect(decideDay(club, invoices).decisions).toEqual(day.decisions);
  });
});
