import { firstMonday, travel } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import { browserFor, castClinic, type ClinicCast, type Post } from './cast.js';
import { tellDisclosure, type Disclosure } from './disclosure/tell.js';
import { Facts, type Couple, type Person, type Side, type Staff, type Track } from './facts.js';
import { assign, draft, handIn, therapistOf } from './writing.js';
import { Wire, type Answer, type Browser, type Call } from './wire.js';

/** How each couple of a clinic came to be what it is. */
export const stories = [
  ...['plain', 'plain', 'plain', 'plain', 'plain'],
  ...['outside', 'outside', 'outside'],
  ...['transferred', 'separated', 'closed', 'withdrawn'],
] as const;
export type Story = 'plain' | 'outside' | 'transferred' | 'separated' | 'closed' | 'withdrawn';

export const disclosures: readonly Disclosure[] = ['preparing', 'review', 'begun'];

/** A second factor counts for five minutes; somebody whose own is older than four signs in anew. */
const secondFactorMs = 240_000;

/** The product under the harness, and what the harness knows to be true of it. */
export class World {
  readonly facts = new Facts();
  readonly clinics: ClinicCast[] = [];
  /** Couples by clinic id, in the order of the stories. */
  readonly couples = new Map<string, Couple[]>();
  private readonly browsers = new Map<string, { readonly browser: Browser; readonly since: number }>();

  private constructor(
    readonly app: TestApp,
    readonly wire: Wire,
  ) {}

  /** Tells the whole world through the product's own doors. */
  static async tell(
    clinics: number,
    tales: readonly Story[] = stories,
    settings: Readonly<Record<string, string>> = {},
    told: readonly Disclosure[] = [],
  ): Promise<World> {
    const app = oneAtATime(await testApp(settings));
    travel(app, firstMonday);
    const world = new World(app, await Wire.open(app.doors));
    for (let at = 0; at < clinics; at += 1) world.clinics.push(await castClinic(app, world.facts));
    await Promise.all(world.clinics.map(async (cast) => world.tellClinic(cast, tales, told)));
    return world;
  }

  async close(): Promise<void> {
    await this.wire.close();
    await this.app.close();
  }

  /** The browser in which somebody is signed in; one each. */
  async browser(who: Staff | Person): Promise<Browser> {
    const kept = this.browsers.get(who.id);
    // Somebody erased has nothing to sign in with: they come back with what their browser still holds.
    const isGone = who.kind === 'person' && who.erased === true;
    if (isGone) return kept?.browser ?? { door: 'home', cookie: '', token: '' };
    if (kept !== undefined && performance.now() - kept.since < secondFactorMs) return kept.browser;
    const browser = await browserFor(this.app, who);
    this.browsers.set(who.id, { browser, since: performance.now() });
    return browser;
  }

  /** The next call of somebody comes from a browser that signs in anew. */
  forget(who: Staff | Person): void {
    this.browsers.delete(who.id);
  }

  async send(who: Staff | Person, call: Call): Promise<Answer> {
    return this.wire.send(await this.browser(who), call);
  }

  /** One export ordered by the admin of each clinic. */
  async orderExports(): Promise<void> {
    for (const { clinicId, staff } of this.clinics) {
      const path = '/api/clinic/reports/exports';
      const body = { report: 'caseload', format: 'csv' };
      const answer = await this.send(staff.admin, { door: 'clinic', method: 'post', path, body });
      this.facts.addExport((JSON.parse(answer.text) as { id: string }).id, clinicId);
    }
  }

  private async tellClinic(
    cast: ClinicCast,
    tales: readonly Story[],
    told: readonly Disclosure[],
  ): Promise<void> {
    const couples: Couple[] = [];
    this.couples.set(cast.clinicId, couples);
    for (const [at, story] of tales.entries()) {
      const couple = await this.addCouple(cast, story, at);
      couples.push(couple);
      for (const side of ['RP', 'BP'] as const) await this.writeFirst(couple, side);
      const until = story === 'separated' && told.length > 0 ? 'review' : told[at];
      if (until !== undefined) await tellDisclosure(this, couple, until);
      await this.turn(cast, couple, story);
    }
  }

  private async addCouple(cast: ClinicCast, story: Story, at: number): Promise<Couple> {
    const whole: Partial<Record<Story, Post>> = { outside: 'outside', transferred: 'former' };
    const team = (['RP', 'BP', 'JOINT'] as const).map((side) => ({
      side,
      staffId: cast.staff[whole[story] ?? (side.toLowerCase() as 'rp' | 'bp' | 'joint')].id,
    }));
    const creator = this.facts.staff.get(team[0]!.staffId)!;
    return addCouple(this, creator, team, `k${String(at)}`);
  }

  /** Exercises, one handed in and one still being written, with words at each privacy level. */
  private async writeFirst(couple: Couple, side: Track): Promise<void> {
    const [first, second] = await assign(this, therapistOf(this, couple, side), couple.people[side], 2);
    if (first === undefined || second === undefined) throw new Error('nothing was assigned');
    await handIn(this, first);
    await draft(this, second);
  }

  private async turn({ clinicId, staff }: ClinicCast, couple: Couple, story: Story): Promise<void> {
    const { sql } = this.app.db;
    if (story === 'transferred') {
      await sql('UPDATE care_assignment SET to_at = now() WHERE couple_id = $1', [couple.id]);
      for (const one of couple.team) one.active = false;
      for (const side of ['RP', 'BP', 'JOINT'] as const) {
        await sql('INSERT INTO care_assignment VALUES ($1, gen_random_uuid(), $2, $3, $4, $5, now(), NULL)', [
          clinicId,
          couple.id,
          staff.rp.id,
          side,
          side === 'RP',
        ]);
        couple.team.push({ staffId: staff.rp.id, side, active: true, lead: side === 'RP' });
      }
    }
    if (story === 'separated' || story === 'closed')
      await sql('UPDATE couple SET status = $2 WHERE id = $1', [couple.id, story]);
    if (story === 'separated' || story === 'closed') couple.separated = true;
    if (story === 'withdrawn') {
      await sql('UPDATE consent SET withdrawn_at = now() WHERE person_id = $1 AND kind = $2', [
        ...[couple.people.RP.id, 'measurement'],
      ]);
      couple.people.RP.measured = false;
    }
  }
}

/** The one connection that arranges takes one statement after the other. */
function oneAtATime(app: TestApp): TestApp {
  let last: Promise<unknown> = Promise.resolve();
  const sql = <Row>(text: string, parameters?: unknown[]): Promise<Row[]> => {
    const mine = last.then(async () => app.db.sql<Row>(text, parameters));
    last = mine.catch(() => undefined);
    return mine;
  };
  return { ...app, db: { ...app.db, sql } };
}

/** A couple added by `creator`, both people enrolled with every consent. Its names are marks. */
export async function addCouple(
  world: World,
  creator: Staff,
  team: readonly { readonly staffId: string; readonly side: Side }[],
  owner: string,
): Promise<Couple> {
  const { facts, app } = world;
  const { clinicId } = creator;
  // The ids are the product's: the marks are minted first and learn afterwards what they stand for.
  const minted = ['name', 'rpname', 'rppron', 'bpname', 'bppron'].map((kind) =>
    facts.mark({ kind: 'clinic', clinicId }, owner, kind),
  );
  const [name = '', rpName = '', rpPronouns = '', bpName = '', bpPronouns = ''] = minted;
  const answer = await world.send(creator, {
    ...{ door: 'clinic', method: 'post', path: '/api/clinic/couples' },
    body: {
      ...{ name, timeZone: 'America/Chicago', secretsPolicy: 'LIMITED', careTeam: team },
      recoveringPerson: { name: rpName, pronouns: rpPronouns, language: 'en' },
      partner: { name: bpName, pronouns: bpPronouns, language: 'es' },
    },
  });
  if (answer.status !== 201) throw new Error(`no couple: ${answer.text}`);
  const view = JSON.parse(answer.text) as { id: string; people: { id: string; side: Track }[] };
  const couple = coupleOf(clinicId, view, team, { couple: name, person: rpName });
  facts.addCouple(couple);
  const { id: coupleId } = couple;
  facts.marks.set(name, { kind: 'couple', clinicId, coupleId });
  for (const [mark, side] of [
    [rpName, 'RP'],
    [rpPronouns, 'RP'],
    [bpName, 'BP'],
    [bpPronouns, 'BP'],
  ] as const)
    facts.marks.set(mark, { kind: 'person', clinicId, coupleId, personId: couple.people[side].id });
  await enrol(app, coupleId);
  return couple;
}

function coupleOf(
  clinicId: string,
  view: { id: string; people: { id: string; side: Track }[] },
  team: readonly { readonly staffId: string; readonly side: Side }[],
  names: Couple['names'],
): Couple {
  const personOf = (side: Track): Person => ({
    ...{ kind: 'person', clinicId, coupleId: view.id, side, measured: true },
    id: view.people.find((one) => one.side === side)?.id ?? '',
  });
  return {
    ...{ id: view.id, clinicId, separated: false, disclosed: false },
    people: { RP: personOf('RP'), BP: personOf('BP') },
    team: team.map((one, at) => ({ ...one, active: true, lead: at === 0 })),
    tasks: [],
    names,
  };
}

async function enrol({ db }: TestApp, coupleId: string): Promise<void> {
  await db.sql('UPDATE enrolment SET enrolled_at = now() WHERE couple_id = $1', [coupleId]);
  await db.sql(
    `INSERT INTO consent SELECT e.clinic_id, gen_random_uuid(), e.person_id, k, k || '/1', now(), NULL
      FROM enrolment e CROSS JOIN unnest(ARRAY['privacy', 'secrets_policy', 'measurement']) k WHERE e.couple_id = $1`,
    [coupleId],
  );
}
