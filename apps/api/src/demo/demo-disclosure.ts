import { Inject, Injectable } from '@nestjs/common';
import { addDays, asLocalDate, daysBetween, instantOf, type LocalDate } from '@trellis/domain';
import { demoCouples, northPier, type DemoStaff } from '@trellis/fixtures';
import { DisclosureClockLoop } from '../disclosure-clock/disclosure-clock-loop.service.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import { Clock } from '../platform/clock.js';
import type { ToldCouple } from './demo-people.js';
import { DemoSessions } from './demo-sessions.js';
import type { DemoSignIns } from './demo-sign-ins.js';
import { personVoice, staffVoice, type Door } from './demo-voices.js';
import { bookWeeks } from './demo-weeks.js';
import { declined, restsForSafety, toldInPieces } from './retold/companions.js';
import { readyAndDated, secondTime, slip } from './retold/dating.js';
import { feelSafe, passGate } from './retold/gates.js';
import { openAndScreen, reviewWithGaps, threeDrafts } from './retold/preparing.js';
import { acuteTime, impactWritten, letters, lettersRead, theDay } from './retold/session-and-after.js';
import type { Teller, Voice } from './retold/teller.js';
import { comeCloser, giveTouch } from './retold/touch.js';

/** Monday of the worked example's first week. */
const exampleMonday = asLocalDate('2025-01-06');
const round = { pollMs: 60_000, batch: 50, staleSeconds: 60 };

type Part = (told: Teller) => Promise<void>;
type StaffVoices = Readonly<Record<DemoStaff['key'], Voice>>;

/** The worked example from its first step to the end of its acute time. */
const untilAftercare: readonly Part[] = [
  ...[openAndScreen, threeDrafts, reviewWithGaps, readyAndDated, slip],
  ...[secondTime, theDay, acuteTime],
];

/** Whose disclosure is told, how far it came, and what came after it. */
const stories: Readonly<Record<string, readonly Part[]>> = {
  Ellery: [...untilAftercare, impactWritten, (told) => passGate(told, 2, '2025-04-11'), lettersRead],
  Birch: [
    ...[...untilAftercare, letters],
    (told) => passGate(told, 2, '2025-09-08'),
    (told) => feelSafe(told, ['2025-12-24', '2025-12-31', '2026-01-07', '2026-01-14']),
    (told) => passGate(told, 3, '2026-01-19'),
    (told) => giveTouch(told, '2026-01-19'),
    comeCloser,
  ],
  Gale: [toldInPieces],
  Dale: [declined],
  Aster: [restsForSafety],
};

/** Tells disclosures and sessions of the clinical brief, moved to the demo's own weeks, through the doors that everybody uses. */
@Injectable()
export class DemoDisclosure {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly clock: Clock,
    private readonly clocks: DisclosureClockLoop,
    private readonly sessions: DemoSessions,
  ) {}

  /** @throws Error where the server refuses what the story does. */
  async tell(
    couples: readonly ToldCouple[],
    staff: DemoSignIns['staff'],
    clinic: Door,
    homeBase: string,
  ): Promise<void> {
    const voices: [string, Voice][] = [];
    for (const one of staff) voices.push([one.key, await staffVoice(clinic, one)]);
    const cast = Object.fromEntries(voices) as StaffVoices;
    try {
      for (const couple of couples) {
        const parts = stories[couple.view.name] ?? [];
        const teller = parts.length === 0 ? null : await this.teller(couple, cast, homeBase);
        if (teller !== null) for (const part of parts) await part(teller);
      }
      this.clock.travelTo(null);
      for (const couple of couples) if (couple.view.name === 'Fen') await this.sessions.tell(couple);
      await bookWeeks(couples, cast.moss, (couple, side) => cast[teamOf(couple)[side]], this.clock.now());
    } finally {
      this.clock.travelTo(null);
    }
  }

  private async teller(told: ToldCouple, cast: StaffVoices, homeBase: string): Promise<Teller> {
    const home = { base: homeBase, origin: new URL(this.config.homeworkUrl).origin };
    const team = teamOf(told);
    const person = (side: string) =>
      personVoice(
        home,
        found(told.signIns, (one) => one.side === side),
      );
    const voices = {
      lead: cast[team.RP],
      partnersTherapist: cast[team.BP],
      coupleTherapist: cast[team.JOINT],
      office: cast.moss,
      recovering: await person('RP'),
      partner: await person('BP'),
    };
    const day = (text: string): LocalDate =>
      addDays(told.anchorOn, daysBetween(exampleMonday, asLocalDate(text)));
    const wall = (text: string, time: string): Date => instantOf(day(text), time, northPier.zone);
    return {
      ...{ coupleId: told.view.id, voices, day, wall, note: () => Promise.resolve() },
      at: (text, time) => {
        this.clock.travelTo(wall(text, time));
      },
      timePasses: () => this.timePasses(),
    };
  }

  /** Hours count as they pass and days by the calendar: where a clock change lies between, an hour more is due. */
  private async timePasses(): Promise<void> {
    await this.clocks.round(round);
    this.clock.travelTo(new Date(this.clock.now().getTime() + 3_600_000));
    await this.clocks.round(round);
  }
}

function teamOf(told: ToldCouple): (typeof demoCouples)[number]['team'] {
  return found(demoCouples, ({ name }) => name === told.view.name).team;
}

function found<T>(all: readonly T[], is: (one: T) => boolean): T {
  const one = all.find(is);
  if (one === undefined) throw new Error('the demo lacks somebody who speaks in its stories');
  return one;
}
