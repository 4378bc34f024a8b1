export const USAGE = `vafa, the loyalty-club rules engine

Usage
  vafa evaluate --program FILE --request FILE [--json]
  vafa check --program FILE
  vafa demo

Commands
  evaluate         decide one transaction: the receipt, every offer that applied, what is booked
  check            read a program and tell everything that is wrong with it
  demo             decide a purchase in a café

Options
  --program FILE   the program of the club, as JSON
  --request FILE   the member and the transaction, as JSON
  --json           print the decision as JSON and nothing else
  -h, --help       print this
  -v, --version    print the version

Exit code: 0 fine, 1 the documents are wrong, 2 the command is wrong.
A decision that is refused (too much was to be redeemed) is a decision: 0, with "status": "refused" and the reason.
Colours only on a terminal, and none where NO_COLOR is set.
`;
