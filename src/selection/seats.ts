/** How many the whole, and each group by its number, may hold. */
export interface Room {
  readonly maxOffers: number;
  readonly byGroup: readonly number[];
  /** Is there a contest on lines among them? */
  readonly perLine: boolean;
}

/** The room of a group that is a contest on lines: its winners take one seat together. */
export const PER_LINE = -1;

/** Who looks for a seat, by the number of its group. */
export interface Seated {
  readonly group: number;
}

/** Counts who sits where, so that no group, nor the whole, holds more than it may. */
export interface Seating {
  total: number;
  /** By number of the group. */
  readonly byGroup: number[];
}

export function emptySeats(room: Room): Seating {
  const byGroup: number[] = [];
  for (let group = 0; group < room.byGroup.length; group++) byGroup.push(0);
  return { total: 0, byGroup };
}

export function hasSeat({ group }: Seated, { total, byGroup }: Seating, room: Room): boolean {
  const count = byGroup[group] as number;
  const most = room.byGroup[group] as number;
  if (most === PER_LINE) return count > 0 || total < room.maxOffers;
  return total < room.maxOffers && count < most;
}

export function sit({ group }: Seated, seating: Seating, room: Room): void {
  const count = seating.byGroup[group] as number;
  seating.byGroup[group] = count + 1;
  if (count === 0 || room.byGroup[group] !== PER_LINE) seating.total += 1;
}

export function leave({ group }: Seated, seating: Seating, room: Room): void {
  const count = (seating.byGroup[group] as number) - 1;
  seating.byGroup[group] = count;
  if (count === 0 || room.byGroup[group] !== PER_LINE) seating.total -= 1;
}

/** Will nobody find a seat any more? */
export function isFull({ total }: Seating, { maxOffers, perLine }: Room): boolean {
  return total >= maxOffers && !perLine;
}

/**
 * Takes a seat where there is one. Those of a contest on lines take none here: whoever branches on them counts theirs.
 */
export function takeSeat(seating: Seating, { group }: Seated, room: Room): boolean {
  const most = room.byGroup[group] as number;
  if (most === PER_LINE) return true;
  const count = seating.byGroup[group] as number;
  if (seating.total >= room.maxOffers || count >= most) return false;
  seating.byGroup[group] = count + 1;
  seating.total += 1;
  return true;
}

/** Seats the one as the other: what is tried there leaves the other as it is. */
export function seatAs(trial: Seating, { total, byGroup }: Seating): void {
  trial.total = total;
  for (let group = 0; group < byGroup.length; group++) trial.byGroup[group] = byGroup[group] as number;
}
