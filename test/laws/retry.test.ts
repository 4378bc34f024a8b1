import { openClub } from "vafa";
import { describe, expect } from "vitest";
import { purchases } from "./generate-case.js";
import { law } from "./law.js";

describe("a retry", () => {
  law(
    "gives the same bytes: of the same club, of one opened anew, and of documents from a file",
    80,
    purchases,
    (one) => {
      const club = openClub(one.program);
      const bytes = JSON.stringify(club.evaluate(one.request));
      expect(JSON.stringify(club.evaluate(one.request))).toBe(bytes);
      expect(JSON.stringify(openClub(one.program).evaluate(one.request))).toBe(bytes);
      const { program, request } = JSON.parse(JSON.stringify(one)) as typeof one;
      expect(JSON.stringify(openClub(program).evaluate(request))).toBe(bytes);
    },
  );

  law(
    "is the same event whatever the version of the program, and another purchase is not",
    40,
    purchases,
    ({ program, request }) => {
      const { entry } = openClub(program).evaluate(request);
      const again = openClub({ ...program, version: "2" }).evaluate(request);
      expect(again.entry?.id).toBe(entry?.id);
      const transaction = { ...request.transaction, id: "t-3" };
      const other = openClub(program).evaluate({ ...request, transaction });
      if (entry !== undefined) expect(other.entry?.id).not.toBe(entry.id);
    },
  );
});
