/** The outcome of an act that may be refused for an expected reason. Faults of the program still throw. */
export type Result<T, E> = Accepted<T> | Refused<E>;
export type Accepted<T> = Readonly<{ ok: true; value: T }>;
export type Refused<E> = Readonly<{ ok: false; refusal: E }>;

/** Wraps a value as accepted. */
export function ok<T>(value: T): Accepted<T> {
  return { ok: true, value };
}

/** Wraps a reason as refused. */
export function refuse<E>(refusal: E): Refused<E> {
  return { ok: false, refusal };
}
