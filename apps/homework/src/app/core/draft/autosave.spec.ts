import { Problem } from '../http/problem';
import { Autosave, type AutosavePorts, type ClinicCopy, type DraftState, type Sent } from './autosave';

/** A clock that moves when told, a device, and a clinic that answers when told. */
function setUp(start: ClinicCopy = { answers: {}, version: 1, savedAt: null }) {
  let now = 0;
  let timers: { at: number; act: () => void }[] = [];
  const sends: { answers: Record<string, unknown>; version: number; answer: (sent: Sent) => void }[] = [];
  const shown: DraftState[] = [];
  const device = { takes: true, letGo: 0 };
  const ports: AutosavePorts = {
    send: (answers, version) => new Promise((answer) => sends.push({ answers, version, answer })),
    keep: () => Promise.resolve(device.takes),
    letGo: () => (device.letGo += 1),
    later: (ms, act) => {
      const timer = { at: now + ms, act };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    now: () => now,
    changed: (state) => shown.push(state),
  };
  const engine = new Autosave(ports, start);
  const settle = async () => {
    for (let turn = 0; turn < 8; turn += 1) await Promise.resolve();
  };
  const pass = async (ms: number) => {
    now += ms;
    const due = timers.filter((timer) => timer.at <= now);
    timers = timers.filter((timer) => timer.at > now);
    due.forEach(({ act }) => {
      act();
    });
    await settle();
  };
  const reply = async (sent: Sent) => {
    sends.at(-1)!.answer(sent);
    await settle();
  };
  return { engine, sends, shown, device, pass, reply, settle, timers: () => timers };
}

const saved = (version: number): Sent => ({ kind: 'saved', version, savedAt: '2025-01-06T08:00:00Z' });

describe('when a draft is sent', () => {
  it('1.5 seconds after the last change, under the version last seen', async () => {
    const { engine, sends, pass } = setUp();
    engine.change({ left_out: 'a' });
    await pass(1_000);
    engine.change({ left_out: 'ab' });
    await pass(1_499);
    expect(sends).toHaveLength(0);
    await pass(1);
    expect(sends).toMatchObject([{ answers: { left_out: 'ab' }, version: 1 }]);
  });

  it('at least every ten seconds, however steadily somebody types', async () => {
    const { engine, sends, pass } = setUp();
    for (let second = 0; second <= 10; second += 1) {
      engine.change({ left_out: 'x'.repeat(second + 1) });
      await pass(1_000);
    }
    expect(sends).toHaveLength(1);
    expect(sends[0]!.answers).toEqual({ left_out: 'x'.repeat(10) });
  });

  it('at once after 200 characters', async () => {
    const { engine, sends, pass } = setUp();
    engine.change({ left_out: 'x'.repeat(200) });
    await pass(0);
    expect(sends).toHaveLength(1);
  });

  it('one at a time, and again for what was written meanwhile', async () => {
    const { engine, sends, pass, reply } = setUp();
    engine.change({ left_out: 'one' });
    await pass(1_500);
    engine.change({ left_out: 'one two' });
    await pass(5_000);
    expect(sends).toHaveLength(1);
    await reply(saved(2));
    expect(engine.state.place).toBe('waiting');
    await pass(1_500);
    expect(sends[1]).toMatchObject({ answers: { left_out: 'one two' }, version: 2 });
    await reply(saved(3));
    expect(engine.state).toMatchObject({ place: 'clinic', version: 3 });
  });
});

describe('what the save line may say', () => {
  it('names the clinic only for the text that the clinic has acknowledged', async () => {
    const { engine, shown, pass, reply } = setUp();
    engine.change({ left_out: 'one' });
    await pass(1_500);
    engine.change({ left_out: 'one two' });
    await reply(saved(2));
    await pass(1_500);
    await reply(saved(3));
    const claimed = shown.filter(({ place }) => place === 'clinic').map(({ answers }) => answers);
    expect(claimed).toEqual([{ left_out: 'one two' }]);
  });

  it('names the device only when the device took the newest text', async () => {
    const { engine, device, settle } = setUp();
    engine.change({ left_out: 'one' });
    expect(engine.state.onDevice).toBe(false);
    await settle();
    expect(engine.state.onDevice).toBe(true);
    device.takes = false;
    engine.change({ left_out: 'one two' });
    await settle();
    expect(engine.state).toMatchObject({ onDevice: false, place: 'waiting' });
  });

  it('lets the copy on the device go once the clinic has the text', async () => {
    const { engine, device, pass, reply } = setUp();
    engine.change({ left_out: 'one' });
    await pass(1_500);
    await reply(saved(2));
    expect(device.letGo).toBe(1);
    expect(engine.state.onDevice).toBe(false);
  });
});

describe('without an answer from the clinic', () => {
  it('tries again after 2, 4 and 8 seconds and keeps every word', async () => {
    const { engine, sends, pass, reply, timers } = setUp();
    engine.change({ left_out: 'kept' });
    await pass(1_500);
    for (const pause of [2_000, 4_000, 8_000]) {
      await reply({ kind: 'unreachable' });
      expect(engine.state.place).toBe('offline');
      await pass(pause - 1);
      const before = sends.length;
      await pass(1);
      expect(sends).toHaveLength(before + 1);
    }
    await reply(saved(2));
    expect(engine.state.place).toBe('clinic');
    expect(timers()).toHaveLength(0);
  });

  it('tries at once when the network is back', async () => {
    const { engine, sends, pass, reply, settle } = setUp();
    engine.change({ left_out: 'kept' });
    await pass(1_500);
    await reply({ kind: 'unreachable' });
    engine.resume();
    await settle();
    expect(sends).toHaveLength(2);
  });

  it('waits for the sign-in after a lock, and then sends what was written before it', async () => {
    const { engine, sends, pass, reply } = setUp();
    engine.change({ left_out: 'kept' });
    await pass(1_500);
    await reply({ kind: 'signed_out' });
    await pass(60_000);
    expect(sends).toHaveLength(1);
    expect(engine.unsaved).toBe(true);
    engine.meet({ answers: {}, version: 1, savedAt: null });
    await pass(1_500);
    expect(sends[1]!.answers).toEqual({ left_out: 'kept' });
  });

  it('stops at a refusal and says why, until the text is changed', async () => {
    const { engine, sends, pass, reply } = setUp();
    engine.change({ left_out: 'long' });
    await pass(1_500);
    await reply({ kind: 'refused', problem: new Problem('body_too_large') });
    await pass(60_000);
    expect(engine.state).toMatchObject({ place: 'refused', problem: { code: 'body_too_large' } });
    expect(sends).toHaveLength(1);
    engine.change({ left_out: 'short' });
    await pass(1_500);
    expect(sends).toHaveLength(2);
  });
});

describe('when the clinic has a newer version', () => {
  const theirs: ClinicCopy = { answers: { left_out: 'from the other phone' }, version: 5, savedAt: null };

  it('keeps both texts and sends nothing until one is chosen', async () => {
    const { engine, sends, pass, reply } = setUp();
    engine.change({ left_out: 'from this phone' });
    await pass(1_500);
    await reply({ kind: 'stale', clinic: theirs });
    expect(engine.state).toMatchObject({
      place: 'two',
      answers: { left_out: 'from this phone' },
      other: theirs,
    });
    engine.change({ left_out: 'from this phone, more' });
    await pass(60_000);
    expect(sends).toHaveLength(1);
    engine.settle(engine.state.answers);
    await pass(1_500);
    expect(sends[1]).toMatchObject({ answers: { left_out: 'from this phone, more' }, version: 5 });
  });

  it('takes the other text without sending it back', async () => {
    const { engine, sends, pass, reply } = setUp();
    engine.change({ left_out: 'from this phone' });
    await pass(1_500);
    await reply({ kind: 'stale', clinic: theirs });
    engine.settle(theirs.answers);
    await pass(60_000);
    expect(engine.state).toMatchObject({ place: 'clinic', answers: theirs.answers, version: 5, other: null });
    expect(sends).toHaveLength(1);
  });

  it('sees no second text when only the answer to our own save was lost', async () => {
    const { engine, pass, reply } = setUp();
    engine.change({ left_out: 'ours' });
    await pass(1_500);
    await reply({ kind: 'stale', clinic: { answers: { left_out: 'ours' }, version: 2, savedAt: null } });
    expect(engine.state).toMatchObject({ place: 'clinic', version: 2, other: null });
  });

  it('goes on under the new version when the other device only looked', async () => {
    const { engine, sends, pass, reply } = setUp({ answers: { pull: 3 }, version: 1, savedAt: null });
    engine.change({ pull: 4 });
    await pass(1_500);
    await reply({ kind: 'stale', clinic: { answers: { pull: 3 }, version: 2, savedAt: null } });
    await pass(1_500);
    expect(sends[1]).toMatchObject({ answers: { pull: 4 }, version: 2 });
  });
});

describe('handing in', () => {
  it('waits until the clinic holds the text on screen', async () => {
    const { engine, sends, reply, settle } = setUp();
    engine.change({ left_out: 'all of it' });
    const done = engine.flush();
    await settle();
    expect(sends).toHaveLength(1);
    await reply(saved(2));
    await expect(done).resolves.toBe(true);
  });

  it('says so when the clinic cannot be reached', async () => {
    const { engine, reply, settle } = setUp();
    engine.change({ left_out: 'all of it' });
    const done = engine.flush();
    await settle();
    await reply({ kind: 'unreachable' });
    await expect(done).resolves.toBe(false);
  });
});

describe('what a page that is gone had kept', () => {
  const kept = { answers: { left_out: 'all of it' }, base: {}, attempted: [], version: 1 };

  it('goes on as if it had been typed here', async () => {
    const { engine, sends, pass, reply } = setUp();
    expect(engine.recover(kept)).toBe(true);
    expect(engine.state).toMatchObject({ answers: kept.answers, place: 'waiting' });
    await pass(1_500);
    expect(sends).toMatchObject([{ answers: kept.answers, version: 1 }]);
    await reply(saved(2));
    expect(engine.state.place).toBe('clinic');
  });

  it('is no second version when only the answer to it was lost, or to a part of it', async () => {
    const done = setUp({ answers: kept.answers, version: 2, savedAt: null });
    done.engine.recover(kept);
    await done.settle();
    expect(done.engine.state).toMatchObject({ place: 'clinic', other: null, version: 2 });
    expect(done.device.letGo).toBeGreaterThan(0);

    const part = setUp({ answers: { left_out: 'all' }, version: 2, savedAt: null });
    part.engine.recover({ ...kept, attempted: [{ left_out: 'all' }] });
    await part.pass(1_500);
    expect(part.sends).toMatchObject([{ answers: kept.answers, version: 2 }]);
  });

  it('stands beside what was written elsewhere since', () => {
    const { engine } = setUp({ answers: { left_out: 'from another phone' }, version: 4, savedAt: null });
    engine.recover(kept);
    expect(engine.state).toMatchObject({
      place: 'two',
      answers: kept.answers,
      other: { answers: { left_out: 'from another phone' }, version: 4 },
    });
  });

  it('never replaces what is being typed', () => {
    const { engine } = setUp();
    engine.change({ left_out: 'new' });
    expect(engine.recover(kept)).toBe(false);
    expect(engine.state.answers).toEqual({ left_out: 'new' });
  });

  it('is let go when nothing of it was unsent', () => {
    const { engine, device } = setUp({ answers: { left_out: 'newer' }, version: 7, savedAt: null });
    expect(engine.recover({ ...kept, base: kept.answers })).toBe(true);
    expect([engine.state.place, engine.state.answers, device.letGo]).toEqual([
      'clinic',
      { left_out: 'newer' },
      1,
    ]);
  });
});
