import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  actorRoles,
  transitionTable,
  type ActorRole,
  type DisclosureState,
  type Transition,
} from '@trellis/domain';
import { arrangeStaff, signedIn } from '../arrange.js';
import { DisclosureStage, goodFacts } from '../arrange-disclosure.js';
import { broken, isSigned } from '../disclosure-rows/break-guard.js';
import { factsForStep, placedForStep, StepAsker } from '../disclosure-rows/right-step.js';

type Case = readonly [name: string, line: Transition, from: DisclosureState, role: ActorRole];
const caseOf = (line: Transition, from: DisclosureState, role: ActorRole): Case => [
  `row ${String(line.row)} ${line.event} in ${from} by ${role}`,
  line,
  from,
  role,
];
const first = ({ from }: Transition): DisclosureState => from[0]!;
const allowed = transitionTable.flatMap((line) => [
  ...line.who.map((role) => caseOf(line, first(line), role)),
  ...line.from.slice(1).map((from) => caseOf(line, from, line.who[0]!)),
]);
/** Whoever leads is one of the therapists: with them their own roles are told apart by somebody else leading. */
const others = transitionTable.flatMap((line) =>
  actorRoles
    .filter((role) => role !== 'SECOND' && role !== 'LEAD' && !line.who.includes(role))
    .map((role) => caseOf(line, first(line), role)),
);
const guarded = transitionTable.flatMap((line) =>
  line.guards.map((guard) => [`row ${String(line.row)} ${line.event}: ${guard}`, line, guard] as const),
);

describe('the 27 rows of the process over HTTP', () => {
  let stage: DisclosureStage;
  let asker: StepAsker;

  beforeAll(async () => {
    stage = await DisclosureStage.open();
    const { app, ours } = stage;
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    asker = new StepAsker(stage, await signedIn(app, ours.clinicId, adminId, 'clinic_admin'));
  });
  afterAll(async () => stage.app.close());

  const targetOf = ({ to }: Transition, from: DisclosureState): DisclosureState =>
    to === 'SAME' ? from : to === 'RESUME_TO' ? 'PREPARING' : to;

  it('are all of them', () => {
    expect([...new Set(transitionTable.map(({ row }) => row))].sort((a, b) => a - b)).toEqual(
      Array.from({ length: 27 }, (_, index) => index + 1),
    );
  });

  it.each(allowed)('%s: allowed, and on record', async (_name, line, from, role) => {
    stage.facts = factsForStep(line.event);
    await stage.place(from, placedForStep(line, from, role));
    expect(await asker.ask(role, { event: line.event }, from)).toBe('ok');
    const to = targetOf(line, from);
    expect(await stage.state()).toBe(to);
    expect(await stage.lastStep()).toMatchObject({
      ...{ event: line.event, to_state: to, table_row: line.row, refused_guards: [] },
    });
  });

  it.each(others)('%s: refused', async (_name, line, from, role) => {
    stage.facts = factsForStep(line.event);
    // Where the lead may act, somebody else leads than the one who asks.
    await stage.place(from, { ...placedForStep(line, from, role), lead: role === 'T_RP' ? 'jo' : 'mina' });
    const answer = await asker.ask(role, { event: line.event }, from);
    // What the system alone may ask for is no word of the staff's route at all.
    const unknown = line.who.every((one) => one === 'SYSTEM') ? ['invalid_request'] : [];
    expect(['disclosure_refused', 'not_found', 'none', ...unknown]).toContain(answer);
    expect(await stage.state()).toBe(from);
  });

  it.each(guarded)('C-10 %s: refused without it, and named', async (_name, line, guard) => {
    const from = first(line);
    const { facts = {}, placed = {}, body = {}, sql, undo, as } = broken[guard];
    const role = as ?? line.who[0]!;
    const good = factsForStep(line.event);
    stage.facts = goodFacts({
      ...good,
      ...facts,
      drafts: { ...good.drafts, ...facts.drafts },
      session: { ...good.session, ...facts.session },
      letters: { ...good.letters, ...facts.letters },
    });
    await stage.place(from, { ...placedForStep(line, from, role), ...placed });
    if (sql !== undefined) await stage.app.db.sql(sql, [stage.ours.coupleId]);
    const answer = await asker.ask(role, { event: line.event, ...body }, from);
    if (undo !== undefined) await stage.app.db.sql(undo, [stage.ours.coupleId]);
    expect(await stage.state()).toBe(from);
    const wanted = role === 'SYSTEM' ? 'none' : 'disclosure_refused';
    expect(answer).toBe(isSigned(line.event, guard) ? 'ok' : wanted);
    if (answer !== 'disclosure_refused') return;
    const { refused_guards: refused } = await stage.lastStep();
    expect((refused as string[]).map((one) => one.split(' ')[0])).toContain(guard);
  });
});
