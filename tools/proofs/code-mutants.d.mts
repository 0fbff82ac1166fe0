export interface CodeMutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Who has to notice it; the small profile of the leak harness when left out. */
  readonly spec?: string;
}
export const codeMutants: readonly CodeMutant[];
export function mutated(text: string, file: string, name: string): string;
