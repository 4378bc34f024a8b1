import { openClub, type Request } from "vafa";
import program from "../../examples/01-cafe/program.json" with { type: "json" };
import request from "../../examples/01-cafe/request.json" with { type: "json" };
import { EXIT, type Host } from "./host.js";
import { paintFor } from "./paint.js";
import { renderDecision } from "./render-decision.js";

/** `vafa demo`: the café of the first lesson. Its documents are part of the built command. */
export function showDemo(host: Host): number {
  const club = openClub(program);
  const decision = club.evaluate(request);
  const paint = paintFor("stdout", host);
  host.stdout.write(renderDecision({ club, request: request as Request, decision }, paint));
  const hint = "The same for your own: vafa evaluate --program FILE --request FILE";
  host.stdout.write(`\n${paint.dim(hint)}\n\n`);
  return EXIT.fine;
}
