/** The sign-ins of the demo clinic, as the API's demo route and the seed tell them. */
export interface DemoSignIns {
  readonly staff: readonly {
    readonly name: string;
    readonly role: string;
    readonly email: string;
    readonly password: string;
    /** Second-factor code of this moment: six digits, good for about half a minute. */
    readonly code: string;
  }[];
  readonly people: readonly {
    /** The couple's name in the caseload; a demo clinic of an earlier version lacks it. */
    readonly couple?: string;
    readonly name: string;
    readonly side: string;
    readonly signInName: string;
    readonly passphrase: string;
  }[];
}

/** Reads the sign-ins out of JSON text; undefined when the text is something else. */
export function parseDemoSignIns(text: string): DemoSignIns | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return isDemoSignIns(value) ? value : undefined;
}

/** The same, from the last line that a program wrote on its standard output. */
export function parseLastLine(output: string): DemoSignIns | undefined {
  return parseDemoSignIns(output.trim().split('\n').at(-1) ?? '');
}

function isDemoSignIns(value: unknown): value is DemoSignIns {
  if (typeof value !== 'object' || value === null || !('staff' in value) || !('people' in value))
    return false;
  return (
    isListOf(value.staff, ['name', 'role', 'email', 'password', 'code']) &&
    isListOf(value.people, ['name', 'side', 'signInName', 'passphrase'])
  );
}

function isListOf(value: unknown, names: readonly string[]): boolean {
  if (!Array.isArray(value)) return false;
  return value.every((entry: unknown) => {
    if (typeof entry !== 'object' || entry === null) return false;
    const fields = new Map<string, unknown>(Object.entries(entry));
    return names.every((name) => typeof fields.get(name) === 'string');
  });
}
