import type { ArrangedCase } from '../arrange-case.js';
import type { TestClient } from '../test-client.js';
import type { RightCalls } from './right-call.js';

/** The calendar. What a call names need not be there: its form is what counts. */
export function appointmentCalls(ours: ArrangedCase, admin: TestClient): RightCalls {
  const as = (): Promise<TestClient> => Promise.resolve(ours.mina);
  const office = (): Promise<TestClient> => Promise.resolve(admin);
  const none = '99999999-9999-4999-8999-999999999999';
  const ids = { coupleId: ours.coupleId };
  const one = { ...ids, appointmentId: none };
  const hour = { on: '2025-01-07', time: '09:00', minutes: 50, place: { at: 'open' } };
  const span = { from: '2025-01-06T00:00:00Z', to: '2025-01-13T00:00:00Z' };
  return {
    'CalendarController.span': { as, query: `from=${span.from}&to=${span.to}` },
    'CalendarController.takeOff': { as, keyed: true, body: span },
    'CalendarController.giveBack': { as, ids: { timeOffId: none } },
    'RoomsController.list': { as },
    'RoomsController.add': { as: office, keyed: true, body: { name: 'Room 4' } },
    'RoomsController.close': { as: office, ids: { roomId: none }, version: 1, keyed: true },
    'AppointmentsController.list': { as, ids },
    'AppointmentsController.options': { as, ids },
    'AppointmentsController.book': {
      ...{ as, ids, keyed: true, loose: /^(repeats|on|kind|side|staffIds)$/ },
      body: { kind: 'individual', side: 'RP', ...hour, staffIds: [ours.minaId], repeats: null },
    },
    'AppointmentsController.move': {
      ...{ as, ids: one, version: 1, keyed: true, loose: /^on$/ },
      body: { scope: 'this', ...hour },
    },
    'AppointmentsController.cancel': {
      ...{ as, ids: one, version: 1, keyed: true, body: { scope: 'this' } },
    },
    'AppointmentsController.mark': {
      ...{ as, ids: one, version: 1, keyed: true, loose: /^movedTo$/ },
      body: { side: 'RP', attendance: 'client_moved', movedTo: '2025-01-09' },
    },
    'OwnAppointmentsController.list': { as: () => Promise.resolve(ours.iris) },
  };
}
