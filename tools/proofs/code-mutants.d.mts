export interface CodeMutant {
  readonly name: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
}
export const codeMutants: readonly CodeMutant[];
export function mutated(text: string, file: string, name: string): string;
