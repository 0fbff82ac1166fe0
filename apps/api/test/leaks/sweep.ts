import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { World } from './world.js';

/** `cnry-` in plain and in hex; and as base64 writes it at each of the three places of a group of bytes. */
const forms = ['cnry-', Buffer.from('cnry-').toString('hex')];
const inBase64 = [
  Buffer.from('cnry-').toString('base64').slice(0, 6),
  Buffer.from('.cnry-').toString('base64').slice(2, 8),
  Buffer.from('..cnry-').toString('base64').slice(3, 9),
];

/** Columns that hold names in plain by decision 9 (names, dates and states under row-level security). */
const plain: Readonly<Record<string, readonly string[]>> = {
  clinic: ['name', 'phone'],
  staff_member: ['name', 'credentials'],
  couple: ['name'],
  person: ['name', 'pronouns'],
};

/** Marks that stand in clear in any table of any schema where no name belongs, as `table.column`. */
export async function sweepTables({ app: { db } }: World): Promise<string[]> {
  const tables = await db.sql<{ schema: string; name: string }>(`
    SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE c.relkind IN ('r', 'm') AND n.nspname NOT IN ('pg_catalog', 'information_schema')`);
  const found = new Set<string>();
  for (const { schema, name } of tables) {
    const rows = await db.sql<{ one: Record<string, unknown> }>(
      `SELECT to_jsonb(t) AS one FROM "${schema}"."${name}" t`,
    );
    for (const { one } of rows)
      for (const [column, value] of Object.entries(one))
        if (!(plain[name] ?? []).includes(column) && holdsMark(value)) found.add(`${name}.${column}`);
  }
  return [...found];
}

/** Files of the data folder that hold a mark: letters, checkpoints, anything written while the steps ran. */
export function sweepFiles({ app }: World): string[] {
  return readdirSync(app.dataDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => holdsMark(readable(readFileSync(file, 'latin1'))));
}

/** Letters of the outbox by address, with their words; a file that goes along is looked into like any other. */
export function lettersIn({ app }: World): { readonly to: string; readonly text: string }[] {
  const folder = join(app.dataDir, 'outbox');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.eml'))
    .map((name) => {
      const [head = '', ...text] = readFileSync(join(folder, name), 'utf8').split('\r\n\r\n');
      const words = head.includes('multipart/') ? (text[1] ?? '').split('\r\n--')[0] : text.join('\n');
      return { to: /^To: (.*)$/m.exec(head)?.[1]?.trim() ?? '', text: (words ?? '').trim() };
    });
}

/** A letter is addressed to somebody: the address itself is a mark, and the head of a letter is where it belongs. */
function readable(text: string): string {
  return text.replaceAll(/^To: .*$/gm, '');
}

/** Whether a value holds a mark, in whatever writing. */
export function holdsMark(value: unknown): boolean {
  const text = typeof value === 'string' ? value : JSON.stringify(value ?? null);
  const lower = text.toLowerCase();
  return forms.some((form) => lower.includes(form)) || inBase64.some((form) => text.includes(form));
}
