import { type Issue, issueAt } from "../documents/club-error.js";
import type { Path } from "../documents/pointer.js";
import type { FactType } from "../facts/fact-value.js";
import type { Condition } from "./condition.js";
import type { AttributeDocument } from "./program-document.js";

/** What the conditions of a program may speak of. */
export interface Vocabulary {
  readonly currencyDigits: number;
  readonly declared: ReadonlyMap<string, FactType>;
  readonly attributes: ReadonlyMap<string, AttributeDocument>;
  readonly wallets: readonly string[];
  readonly ladder: readonly string[];
  /** The normal form of a named condition; `undefined` where there is none of that name. */
  named(name: string, path: Path): Condition | undefined;
  readonly names: readonly string[];
}

/** An issue about a name that stands for nothing. */
export function missingRef(path: Path, what: string, name: string, hint: string | undefined): Issue {
  return issueAt(
    "ref-missing",
    path,
    `there is no ${what} ${JSON.stringify(name)}`,
    hint === undefined ? {} : { hint },
  );
}
