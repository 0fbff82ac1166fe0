/** One answer of a list. `note` is a second line in small print. */
export interface Option<T extends string | number = string> {
  readonly value: T;
  readonly label: string;
  readonly note?: string;
}
