import { describe, expect, it } from "vitest";
import { writeMoney, writeNumber } from "../../src/notification/write-amount.js";

// R15.3
describe("an amount as people write it", () => {
  it.each([
    ["0", "0", "۰"],
    ["7", "7", "۷"],
    ["999", "999", "۹۹۹"],
    ["1000", "1,000", "۱٬۰۰۰"],
    ["12345", "12,345", "۱۲٬۳۴۵"],
    ["1234567.50", "1,234,567.50", "۱٬۲۳۴٬۵۶۷٫۵۰"],
    ["0.005", "0.005", "۰٫۰۰۵"],
    ["1000.0001", "1,000.0001", "۱٬۰۰۰٫۰۰۰۱"],
    ["999999999999999999", "999,999,999,999,999,999", "۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹٬۹۹۹"],
  ])("%s is %s and %s", (amount, english, persian) => {
    expect(writeNumber(amount, "en")).toBe(english);
    expect(writeNumber(amount, "fa")).toBe(persian);
  });

  it.each([
    ["IRT", "5,000 toman", "۵٬۰۰۰ تومان"],
    ["IRR", "5,000 rial", "۵٬۰۰۰ ریال"],
    ["EUR", "5,000 EUR", "۵٬۰۰۰ EUR"],
    ["toString", "5,000 toString", "۵٬۰۰۰ toString"],
  ])("of %s: %s and %s", (code, english, persian) => {
    const currency = { code, digits: 0, rounding: { mode: "halfUp", step: 1n } } as const;
    expect(writeMoney("5000", currency, "en")).toBe(english);
    expect(writeMoney("5000", currency, "fa")).toBe(persian);
  });
});
