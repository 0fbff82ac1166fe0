import { Redis } from 'ioredis';
import type { TestDatabase } from './test-database.js';

/** Everything that the queue on Redis holds below a prefix: keys, and values of every kind. */
export async function tracesInRedis(url: string, prefix: string): Promise<string> {
  const redis = new Redis(url);
  try {
    const found: string[] = [];
    let cursor = '0';
    do {
      const [next, keys] = await redis.scan(cursor, 'MATCH', `${prefix}*`, 'COUNT', 500);
      cursor = next;
      for (const key of keys) found.push(key, JSON.stringify(await valueOf(redis, key)));
    } while (cursor !== '0');
    return found.join('\n');
  } finally {
    redis.disconnect();
  }
}

async function valueOf(redis: Redis, key: string): Promise<unknown> {
  switch (await redis.type(key)) {
    case 'string':
      return redis.get(key);
    case 'hash':
      return redis.hgetall(key);
    case 'list':
      return redis.lrange(key, 0, -1);
    case 'set':
      return redis.smembers(key);
    case 'zset':
      return redis.zrange(key, 0, '-1', 'WITHSCORES');
    case 'stream':
      return redis.xrange(key, '-', '+');
    default:
      throw new Error(`nobody reads ${key}`);
  }
}

/** Everything that the queue on Postgres holds. */
export async function tracesInPostgres({ sql }: TestDatabase): Promise<string> {
  const tables = await sql<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq'`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await sql<{ row: string }>(`SELECT to_jsonb(t)::text AS row FROM ${name} t`);
    found.push(name, ...rows.map(({ row }) => row));
  }
  return found.join('\n');
}
