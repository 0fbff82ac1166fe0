import { randomUUID } from 'node:crypto';
import { declaredRoutes, type DeclaredRoute } from '../../src/access/declared-routes.js';
import { rightCalls, type ArrangedCalls } from '../right-calls/all.js';
import type { RightCall } from '../right-calls/right-call.js';
import type { ClinicCast } from './cast.js';
import type { Couple, Subject, Viewer } from './facts.js';
import type { Call, Door } from './wire.js';
import type { World } from './world.js';

/** One question of the matrix: a viewer asks a route for something that exists, in words that would be right. */
export interface Cell {
  readonly viewer: Viewer;
  readonly handler: string;
  readonly call: Call;
  /** What is asked for; null where the route names nothing. */
  readonly subject: Subject | null;
  /** The same question for ids that exist nowhere; null where the route names nothing. */
  readonly unknown: Call | null;
  /** Asked from a browser of its own: the session may not outlive it. */
  readonly endsSession: boolean;
}

/** What the ids of a question stand for. Texts of the right call are put in the place of their like. */
interface Target {
  readonly subject: Subject;
  readonly ids: Readonly<Record<string, string>>;
}

const endsSession =
  /^(StaffSession|StaffPasskey|PersonSession|HomeDoor|OwnAccount|OwnPasskeys|Exchange|Enrolment|FirstRun|Join)/;
const namesSomebody =
  /:coupleId|:personId|coupleId=|personId|staffId|:letterId|:questionId|:slipId|:commentId/;
const ownProbe = /^(livez|readyz)/;

/** Who stands how to whom, seen from one clinic of the world. */
export function viewersOf(world: World, cast: ClinicCast, elsewhere: ClinicCast): Viewer[] {
  const couples = world.couples.get(cast.clinicId) ?? [];
  const chosen = couples.length < 3 ? couples : [0, 5, 8, 9].map((at) => couples[at]);
  const people = chosen.flatMap((couple) => Object.values(couple?.people ?? {}));
  const others = Object.values(world.couples.get(elsewhere.clinicId)?.[0]?.people ?? {});
  const { rp, outside, admin } = elsewhere.staff;
  return [{ kind: 'nobody' }, ...people, ...Object.values(cast.staff), ...others, rp, outside, admin];
}

/** Every question of the matrix, one viewer after the other. */
export class Questions {
  private constructor(
    private readonly world: World,
    private readonly arranged: ArrangedCalls,
    readonly routes: readonly DeclaredRoute[],
  ) {}

  static async from(world: World): Promise<Questions> {
    const arranged = await rightCalls(world.app);
    const { ours } = arranged;
    for (const id of [ours.minaId, ours.joId, ours.danaId])
      world.facts.ids.set(id, { kind: 'staff', clinicId: ours.clinicId, staffId: id });
    world.facts.addCouple(foreignCouple(ours));
    const routes = declaredRoutes(world.app.app).filter(({ path }) => !ownProbe.test(path));
    return new Questions(world, arranged, routes);
  }

  /** Handlers of which no right call is known: the matrix can only ask them with nothing in hand. */
  get unknownHandlers(): string[] {
    return this.routes
      .map(({ handler }) => handler)
      .filter((name) => this.arranged.calls[name] === undefined);
  }

  of(viewer: Viewer, couples: readonly Couple[]): Cell[] {
    return this.routes.flatMap((route) => {
      const right: Partial<RightCall> = this.arranged.calls[route.handler] ?? {};
      const named = [...this.targets(route, right, couples)];
      const asked = named.flatMap((target) => this.cellsFor(viewer, route, right, target));
      return [...asked, ...this.cellsFor(viewer, route, right, null)];
    });
  }

  private *targets(
    route: DeclaredRoute,
    right: Partial<RightCall>,
    couples: readonly Couple[],
  ): Generator<Target> {
    const text = `${route.path} ${right.query ?? ''} ${JSON.stringify(right.body ?? {})}`;
    if (text.includes(':taskId')) yield* couples.flatMap((couple) => this.tasksOf(couple));
    else if (namesSomebody.test(text)) yield* couples.flatMap((couple) => peopleOf(couple));
    if (text.includes(':exportId'))
      for (const [id, clinicId] of this.world.facts.exports)
        yield { subject: { kind: 'export', clinicId }, ids: { exportId: id } };
  }

  private tasksOf(couple: Couple): Target[] {
    return couple.tasks.map((task) => ({ subject: task, ids: { ...bagOf(couple, 'RP'), taskId: task.id } }));
  }

  /** The question, the same with another clinic's name in header and query, and with an earlier answer's tag. */
  private cellsFor(
    viewer: Viewer,
    route: DeclaredRoute,
    right: Partial<RightCall>,
    target: Target | null,
  ): Cell[] {
    const { handler } = route;
    const base = {
      viewer,
      handler,
      subject: target?.subject ?? null,
      endsSession: endsSession.test(handler),
    };
    const plain: Cell = {
      ...base,
      call: this.callOf(route, right, target?.ids ?? {}),
      unknown: target === null ? null : this.callOf(route, right, strangers),
    };
    if (route.method !== 'get' || base.endsSession) return [plain];
    const { clinicId } = this.world.clinics.at(-1) ?? { clinicId: '' };
    const claimed = {
      'x-clinic-id': clinicId,
      'x-tenant': clinicId,
      'x-actor-id': target?.ids['staffId'] ?? '',
    };
    return [plain, { ...plain, call: { ...plain.call, headers: { ...claimed, 'if-none-match': '*' } } }];
  }

  private callOf(
    route: DeclaredRoute,
    right: Partial<RightCall>,
    ids: Readonly<Record<string, string>>,
  ): Call {
    const { ours } = this.arranged;
    const like: Readonly<Record<string, string>> = {
      [ours.coupleId]: ids['coupleId'] ?? ours.coupleId,
      [ours.rowanId]: ids['personId'] ?? ours.rowanId,
      [ours.irisId]: ids['personId'] ?? ours.irisId,
      [ours.minaId]: ids['staffId'] ?? ours.minaId,
    };
    const swapped = (text: string): string =>
      Object.entries(like).reduce((all, [from, to]) => all.replaceAll(from, to), text);
    const door: Door = route.path.startsWith('home') ? 'home' : 'clinic';
    const path = route.path.replaceAll(
      /:(\w+)/g,
      (_, name: string) => ids[name] ?? swapped(right.ids?.[name] ?? ''),
    );
    const query = right.query === undefined || right.query === '' ? '' : `?${swapped(right.query)}`;
    return {
      ...{ door, method: route.method, path: `/api/${path}${query}` },
      body:
        right.body === undefined ? undefined : (JSON.parse(swapped(JSON.stringify(right.body))) as object),
      version: right.version,
    };
  }
}

/** Ids that exist nowhere. */
const strangers: Readonly<Record<string, string>> = Object.fromEntries(
  ['coupleId', 'personId', 'staffId', 'taskId', 'exportId'].map((name) => [name, randomUUID()]),
);

function peopleOf(couple: Couple): Target[] {
  return Object.values(couple.people).map((person) => ({
    subject: { kind: 'person', clinicId: couple.clinicId, coupleId: couple.id, personId: person.id },
    ids: bagOf(couple, person.side),
  }));
}

function bagOf(couple: Couple, side: 'RP' | 'BP'): Record<string, string> {
  const staffId = couple.team.find((one) => one.active)?.staffId ?? '';
  return { ...couple.ftd?.ids, side, coupleId: couple.id, personId: couple.people[side].id, staffId };
}

/** The clinic of the right calls: nobody of the world works or is treated there. */
function foreignCouple({ clinicId, coupleId, rowanId, irisId, minaId }: ArrangedCalls['ours']): Couple {
  const base = { kind: 'person', clinicId, coupleId, measured: true } as const;
  return {
    ...{ id: coupleId, clinicId, separated: false, disclosed: false },
    people: { RP: { ...base, id: rowanId, side: 'RP' }, BP: { ...base, id: irisId, side: 'BP' } },
    team: [{ staffId: minaId, side: 'JOINT', active: true }],
    tasks: [],
    names: { couple: '', person: '' },
  };
}
