/** A span of time; its beginning is not in it, its end is. */
export interface Span {
  readonly since: number;
  readonly until: number;
}
