import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppointmentListView, NewCalendarFeedView } from '@trellis/contracts';
import { arrangeStaff, signedIn } from '../arrange.js';
import { arrangeCase, type ArrangedCase } from '../arrange-case.js';
import { testApp, type TestApp } from '../test-app.js';
import type { TestClient } from '../test-client.js';

describe('calendars for calendar programs', () => {
  let app: TestApp;
  let ours: ArrangedCase;

  beforeAll(async () => {
    app = await testApp();
    ours = await arrangeCase(app);
  });
  afterAll(async () => app.close());

  const book = async (by: TestClient, side: 'RP' | 'BP' | 'JOINT', staffId: string, time: string) => {
    const kind = side === 'JOINT' ? 'couple' : 'individual';
    const body = {
      kind,
      side,
      on: '2025-01-08',
      time,
      minutes: 50,
      place: { at: 'open' },
      staffIds: [staffId],
    };
    expect((await by.call('post', `appointments/${ours.coupleId}`, { body })).status).toBe(201);
  };
  const renew = async (by: TestClient): Promise<string> => {
    const made = await by.call('post', 'calendar-feed', { body: { language: 'es' } });
    expect(made.status).toBe(200);
    const { address } = made.body as NewCalendarFeedView;
    return new URL(address).pathname;
  };
  /** What a program without any session gets. */
  const program = async (path: string) => {
    const answer = await app.client('clinic').raw('get', path);
    return { status: answer.status, type: answer.headers['content-type'], text: answer.text };
  };
  const events = (text: string): number => text.split('BEGIN:VEVENT').length - 1;

  it('tell a therapist’s own hours, and neither whom nor what for', async () => {
    await book(ours.mina, 'RP', ours.minaId, '09:00');
    await book(ours.jo, 'BP', ours.joId, '10:00');
    await book(ours.dana, 'JOINT', ours.danaId, '11:00');
    const { status, type, text } = await program(await renew(ours.mina));
    expect([status, type, events(text)]).toEqual([200, 'text/calendar; charset=utf-8', 1]);
    expect(text).toContain('DTSTART:20250108T150000Z');
    expect(text).toContain('SUMMARY:Cita');
    expect(text).not.toMatch(
      /Rowan|Iris|Ellery|Mina|individual|Chicago|LOCATION|ATTENDEE|ORGANIZER|DESCRIPTION/,
    );
  });

  it('keep the name of an hour and count its changes, until it is given back', async () => {
    const path = await renew(ours.dana);
    const before = (await program(path)).text;
    const uid = /UID:(.*)/.exec(before)?.[1];
    const listed = (await ours.dana.call('get', `appointments/${ours.coupleId}`)).body as AppointmentListView;
    const one = listed.appointments[0]!;
    const moved = await ours.dana.call('post', `appointments/${ours.coupleId}/${one.id}/move`, {
      ...{ version: one.version },
      body: { scope: 'this', on: '2025-01-09', time: '11:00', minutes: 50, place: { at: 'open' } },
    });
    expect(moved.status).toBe(200);
    const after = (await program(path)).text;
    expect(/UID:(.*)/.exec(after)?.[1]).toBe(uid);
    expect([/SEQUENCE:(\d+)/.exec(before)?.[1], /SEQUENCE:(\d+)/.exec(after)?.[1]]).toEqual(['0', '1']);
    expect(after).toContain('DTSTART:20250109T170000Z');
    await app.db.sql(
      `UPDATE appointment SET live = false, closed_at = now(), version = version + 1 WHERE id = $1`,
      [one.id],
    );
    const over = (await program(path)).text;
    expect(over).toContain('STATUS:CANCELLED');
    expect(over).toContain(`UID:${String(uid)}`);
  });

  it('have one address at a time, and none once it is ended or its holder works here no more', async () => {
    const wrenId = await arrangeStaff(app, ours.clinicId, 'therapist', 'Wren Hale');
    const wren = await signedIn(app, ours.clinicId, wrenId, 'therapist');
    const first = await renew(wren);
    const second = await renew(wren);
    const nowhere = await program(`${second.slice(0, -43)}${'a'.repeat(43)}`);
    expect((await program(first)).status).toBe(404);
    expect((await program(second)).status).toBe(200);
    await app.db.sql('UPDATE staff_member SET deactivated_at = now() WHERE id = $1', [wrenId]);
    expect((await program(second)).status).toBe(404);
    await app.db.sql('UPDATE staff_member SET deactivated_at = NULL WHERE id = $1', [wrenId]);
    expect((await wren.call('delete', 'calendar-feed')).status).toBe(204);
    const gone = await program(second);
    expect([gone.status, gone.type]).toEqual([404, nowhere.type]);
    const [kept] = await app.db.sql<{ n: number }>(
      'SELECT count(*)::integer AS n FROM calendar_feed WHERE staff_id = $1',
      [wrenId],
    );
    expect(kept).toEqual({ n: 0 });
  });

  it('are for therapists, and leave out couples that a therapist cares for no more', async () => {
    const adminId = await arrangeStaff(app, ours.clinicId, 'clinic_admin', 'Ada Field');
    const admin = await signedIn(app, ours.clinicId, adminId, 'clinic_admin');
    expect((await admin.call('post', 'calendar-feed', { body: { language: 'en' } })).status).toBe(404);
    const path = await renew(ours.jo);
    expect(events((await program(path)).text)).toBe(1);
    await app.db.sql(`UPDATE care_assignment SET to_at = now() WHERE staff_id = $1`, [ours.joId]);
    expect(events((await program(path)).text)).toBe(0);
  });

  it('P-1 hand each person the file of what they come to, and nothing of the other one’s', async () => {
    const own = (await ours.rowan.call('get', 'appointments')).body as unknown as {
      appointments: { id: string }[];
    };
    expect(own.appointments).toHaveLength(1);
    const path = `appointments/${String(own.appointments[0]?.id)}/file`;
    const file = await ours.rowan.call('get', path);
    expect([file.status, file.headers['content-disposition']]).toEqual([
      200,
      'attachment; filename="appointment.ics"',
    ]);
    expect(file.text).toContain('SUMMARY:Appointment');
    expect(file.text).not.toMatch(/Rowan|Iris|Ellery|Mina/);
    const [refused, unknown] = [
      await ours.iris.call('get', path),
      await ours.iris.call('get', 'appointments/99999999-9999-4999-8999-999999999999/file'),
    ];
    expect([refused.status, refused.body.code]).toEqual([404, 'not_found']);
    expect(unknown.status).toBe(404);
  });
});
