import { statementsOf } from './arrange-letters.js';
import type { TestClient } from './test-client.js';

/** Everything that is not the same for any two answers. */
const masked = (text: string): string =>
  text
    .replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'id')
    .replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'time');

/**
 * What somebody can find out with these addresses, a line for each: status, bytes with ids and times masked, length,
 * tag, and the number of statements that the answer took.
 */
export async function everythingSeen(by: TestClient, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const path of addresses) {
    let line = '';
    const statements = await statementsOf(async () => {
      const { status, text, headers } = await by.raw('get', `/api/${path}`);
      line = `${path} ${String(status)} ${masked(text)} ${String(headers['content-length'])} ${String(headers['etag'])}`;
    });
    found.push(`${line} ${String(statements)}`);
  }
  return found;
}
