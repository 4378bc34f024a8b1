/** Something that takes part in a split. */
export interface Part {
  readonly id: string;
  readonly weight: bigint;
}

/** R1.9: by largest remainder, ties to the smaller id by code unit. */
export function split(total: bigint, parts: readonly Part[]): ReadonlyMap<string, bigint> {
  const weights = parts.reduce((sum, { weight }) => sum + weight, 0n);
  if (weights === 0n) return new Map(parts.map(({ id }) => [id, 0n]));
  const shares = parts.map(({ id, weight }) => ({
    id,
    whole: (total * weight) / weights,
    rest: (total * weight) % weights,
  }));
  const left = total - shares.reduce((sum, { whole }) => sum + whole, 0n);
  const first = [...shares].sort((a, b) =>
    a.rest === b.rest ? (a.id < b.id ? -1 : 1) : a.rest > b.rest ? -1 : 1,
  );
  return new Map(first.map(({ id, whole }, place) => [id, BigInt(place) < left ? whole + 1n : whole]));
}

/** A line that is split over, with what may still be taken off it. */
export interface Room extends Part {
  readonly room: bigint;
}

/** R6.11, a percentage: clipped by line; remainder units go only to lines with room left, at most one a line. */
export function splitAndClip(total: bigint, lines: readonly Room[]): ReadonlyMap<string, bigint> {
  const weights = lines.reduce((sum, { weight }) => sum + weight, 0n);
  const taken = new Map<string, bigint>();
  if (weights === 0n) return taken;
  let units = total;
  for (const { id, weight, room } of lines) {
    const whole = (total * weight) / weights;
    units -= whole;
    taken.set(id, whole < room ? whole : room);
  }
  const rest = ({ weight }: Room) => (total * weight) % weights;
  const queue = [...lines].sort((a, b) =>
    rest(a) === rest(b) ? (a.id < b.id ? -1 : 1) : rest(a) > rest(b) ? -1 : 1,
  );
  for (const { id, room } of queue) {
    const so = taken.get(id) ?? 0n;
    if (units === 0n || so >= room) continue;
    taken.set(id, so + 1n);
    units -= 1n;
  }
  return taken;
}

/**
 * R6.12, a fixed amount: lines whose room is exceeded take exactly their room and leave, and the others share what is
 * left anew, until nobody's room is exceeded.
 */
export function splitAnew(total: bigint, lines: readonly Room[]): ReadonlyMap<string, bigint> {
  const shares = split(total, lines);
  const over = lines.filter(({ id, room }) => (shares.get(id) ?? 0n) > room);
  if (over.length === 0) return shares;
  const rest = total - over.reduce((sum, { room }) => sum + room, 0n);
  const others = splitAnew(
    rest,
    lines.filter((line) => !over.includes(line)),
  );
  return new Map([...over.map(({ id, room }) => [id, room] as const), ...others]);
}
