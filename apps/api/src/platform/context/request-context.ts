import { AsyncLocalStorage } from 'node:async_hooks';
import type { ClinicId } from '@trellis/domain';

/** The two doors of the server: the portal's listener and the homework app's. */
export type Surface = 'clinic' | 'home';

/** Roles a transaction can carry. `system` is for listed jobs and for setting up a clinic. */
export type ActorRole = 'therapist' | 'supervisor' | 'clinic_admin' | 'owner' | 'client' | 'system';

/** Who acts, in which clinic. */
export interface Actor {
  readonly clinicId: ClinicId;
  readonly id: string;
  readonly role: ActorRole;
}

/** What one request or one job carries through every await. */
export interface RequestContext {
  readonly correlationId: string;
  readonly surface: Surface | 'job';
  actor: Actor | null;
  /** Browser and system of a request, as far as they are known. */
  readonly device?: string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work` with `context`; everything awaited inside sees it. */
export function withContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** The context of the running request or job. Throws outside of one: that is a programming error. */
export function currentContext(): RequestContext {
  const context = storage.getStore();
  if (context === undefined) throw new Error('no request context: call this inside a request or a job');
  return context;
}

/** As currentContext, or null outside of a request (boot, health). */
export function contextIfAny(): RequestContext | null {
  return storage.getStore() ?? null;
}

/** The signed-in actor. Throws when the route let nobody in: routes that call this declare who may. */
export function currentActor(): Actor {
  const { actor } = currentContext();
  if (actor === null) throw new Error('no actor: the route is public but its service asks for one');
  return actor;
}
