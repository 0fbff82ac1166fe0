import type { DeclaredRoute } from '../../src/access/declared-routes.js';
import type { TestClient } from '../test-client.js';

/** How somebody who may would call a handler. Used by every spec that walks the live routes. */
export interface RightCall {
  readonly as: () => Promise<TestClient>;
  readonly ids?: Readonly<Record<string, string>>;
  readonly body?: object;
  /** The query of a handler that reads one; '' when it needs none. */
  readonly query?: string;
  readonly version?: number;
  readonly keyed?: true;
  /** Fields that may be null, or whose values the handler itself judges. */
  readonly loose?: RegExp;
}

/** Handlers by `Controller.method`. */
export type RightCalls = Readonly<Record<string, RightCall>>;

const nobody = '99999999-9999-4999-8999-999999999999';

/** Where a route is called, with its ids filled in; nobody's id stands for one that is not given. */
export function addressOf(route: DeclaredRoute, ids: Readonly<Record<string, string>> = {}): string {
  return `/api/${route.path.replaceAll(/:(\w+)/g, (_, name: string) => ids[name] ?? nobody)}`;
}
