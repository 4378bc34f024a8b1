export const USAGE = `vafa, the loyalty-club rules engine

Usage
  vafa evaluate --program FILE --request FILE [--json]
  vafa check --program FILE
  vafa replay --program FILE --purchases FILE [--members FILE] [--entries FILE] [--until INSTANT] [--json]
  vafa verify FILE
  vafa demo

Commands
  evaluate         decide one transaction: the receipt, every offer that applied, what is booked
  check            read a program and tell everything that is wrong with it
  replay           take a file of purchases and refunds through a program: what offers give and cost, what lapses,
                   what the club owes in the end
  verify           follow the chains of all members through a file of entries
  demo             decide a purchase in a café

Options
  --program FILE   the program of the club, as JSON
  --request FILE   the member and the transaction, as JSON
  --purchases FILE one row a line, as JSON: { "memberId": "m-1", "transaction": { ... } }, or a refund
                   { "memberId": "m-1", "refund": { "id": ..., "at": ..., "sale": ID, "returned": [ ... ] } };
                   members in any order, the rows of each in the order of their time
  --members FILE   one member a line, as JSON: { "id": "m-1", "joinedAt": ..., "birthDate": ... }
  --entries FILE   write every ledger entry to this file, one a line; what was in it is gone
  --until INSTANT  let time pass up to here, and leave out later rows; without it, up to the last row
  --json           print the decision, or the report, as JSON and nothing else
  -h, --help       print this
  -v, --version    print the version

Exit code: 0 fine, 1 the documents are wrong, 2 the command is wrong.
A decision that is refused (too much was to be redeemed) is a decision: 0, with "status": "refused" and the reason.
A replay with faulty rows tells the first of them and goes on: 1. Entries that are not sound: 1.
Colours and progress only on a terminal, and none where NO_COLOR is set.
`;
