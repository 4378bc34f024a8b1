/** What the command reads: purchases and members, one a line. */
export interface Files {
  readonly purchases: string;
  readonly members: string;
}

/** The rows of every twentieth customer of the sample: enough to see it all in a few seconds. */
export function everyTwentieth(text: string): string {
  return text
    .split("\n")
    .filter((row) => Number(row.slice(7, 11)) % 20 === 0)
    .join("\n");
}

/** Turns rows of customer, customer in the sample, date `YYYYMMDD`, discs and dollars into lines of JSON. */
export function toRows(text: string): Files {
  const purchases: string[] = [];
  const members = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const row of text.trim().split(/\r?\n/)) {
    const [memberId = "", , date = "", quantity = "", amount = ""] = row.trim().split(/\s+/);
    const count = (counts.get(memberId) ?? 0) + 1;
    counts.set(memberId, count);
    const at = noonOf(date);
    const transaction = {
      // Some bought twice on a day: the customer's own count tells such purchases apart.
      id: `${memberId}-${count}`,
      type: "purchase",
      at,
      currency: "USD",
      lines: [{ id: "1", quantity, unitPrice: eachOf(amount, quantity), amount }],
      // Whoever has enough points pays with them: the dearest customer a club can have.
      redeem: [{ wallet: "points", amount: "max" }],
    };
    purchases.push(JSON.stringify({ memberId, transaction }));
    if (!members.has(memberId)) members.set(memberId, memberOf(memberId, at));
  }
  return { purchases: `${purchases.join("\n")}\n`, members: `${[...members.values()].join("\n")}\n` };
}

/** Everybody joins with their first purchase, and has agreed to a text message. */
function memberOf(id: string, joinedAt: string): string {
  const contact = { channels: ["sms"], consent: { service: true, promotional: true } };
  return JSON.stringify({ id, joinedAt, contact });
}

/** The day is all that was written down: noon at -05:00, in summer one o'clock on New York's wall, the same day. */
function noonOf(date: string): string {
  return `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}T12:00:00-05:00`;
}

/** The price of one, to the nearest cent below; the line's `amount` is what counts. */
function eachOf(dollars: string, discs: string): string {
  const cents = (BigInt(dollars.replace(".", "")) / BigInt(discs)).toString().padStart(3, "0");
  return `${cents.slice(0, -2)}.${cents.slice(-2)}`;
}
