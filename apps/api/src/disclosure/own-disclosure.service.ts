import { Injectable } from '@nestjs/common';
import type { OwnDisclosureView } from '@trellis/contracts';
import { noticeHolds, soloNoticeShown, type DisclosureEvent, type DisclosureState } from '@trellis/domain';
import { PersonAccess, type PersonGrant } from '../access/person-access.js';
import { UnitOfWork } from '../platform/database/unit-of-work.js';
import { DisclosureParts, type ShownToPerson } from './disclosure-parts.service.js';
import { DisclosureSteps } from './disclosure-steps.service.js';
import { NoticeRepository, type NoticeRow } from './notice.repository.js';
import { ownPhase } from './own-phase.js';
import { StandingReader, type Standing } from './standing.js';

/** Where it stands for one of the two people, and what is theirs to say. Nothing here differs by why, or by whom. */
@Injectable()
export class OwnDisclosureService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonAccess,
    private readonly standings: StandingReader,
    private readonly steps: DisclosureSteps,
    private readonly parts: DisclosureParts,
    private readonly notices: NoticeRepository,
  ) {}

  async one(): Promise<OwnDisclosureView> {
    return this.work.run(async () => this.view(await this.people.require()));
  }

  /**
   * "Not for me", at any time and without a reason: a decline where one still decides, else a stop. It holds at once.
   * Asked when all has ended already, it answers as if it had just done so.
   */
  async end(): Promise<OwnDisclosureView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const { process } = await this.standings.hold(own);
      const deciding = ['CONSIDERING', 'SCREENING', 'PREPARING'].some((state) => state === process?.state);
      if (process?.state !== 'STOPPED') await this.steps.byPerson({ event: deciding ? 'decline' : 'stop' });
      await this.notices.tellMyself(own);
      return this.view(own);
    });
  }

  /** "Let us pause", within the session. A pause that is there already is one. @throws AppError disclosure_refused. */
  async pause(): Promise<OwnDisclosureView> {
    return this.act('pause', 'SESSION_PAUSED');
  }

  /** "Not today", in the day before the session and on the day. @throws AppError disclosure_refused. */
  async noGo(): Promise<OwnDisclosureView> {
    return this.act('no_go_postpone', null);
  }

  private async act(event: DisclosureEvent, done: string | null): Promise<OwnDisclosureView> {
    return this.work.run(async () => {
      const own = await this.people.require();
      const { process } = await this.standings.hold(own);
      if (done === null || process?.state !== done) await this.steps.byPerson({ event });
      return this.view(own);
    });
  }

  private async view(own: PersonGrant): Promise<OwnDisclosureView> {
    const standing = await this.standings.read(own);
    const notices = await this.notices.mine(own);
    const { phase, sessionAt, state } = ownPhase(standing.core, toldOfEnd(standing, notices));
    const under = phase !== 'none' && phase !== 'not_now';
    return {
      phase,
      sessionAt: sessionAt?.toISOString() ?? null,
      soloNotice: under && soloNoticeShown(standing.snapshot),
      notices: stillHolding(notices, phase).map(({ id, words, released_at }) => ({
        id,
        words,
        at: released_at.toISOString(),
      })),
      cards: under ? await this.cards(own, standing, state) : [],
      mayStop: under && phase !== 'completed',
      mayPause: phase === 'session',
      maySayNoGo: phase === 'scheduled' && state === 'DAY_OF_CHECK',
    };
  }

  private async cards(
    own: PersonGrant,
    { process, snapshot }: Standing,
    state: DisclosureState,
  ): Promise<OwnDisclosureView['cards']> {
    if (process === null) return [];
    const [cards, shown]: [OwnDisclosureView['cards'], ShownToPerson] = [[], { state, snapshot }];
    for (const part of this.parts.all) {
      for (const { kind, dueAt, done } of (await part.cards?.(own, process.id, own.side, shown)) ?? [])
        cards.push({ area: part.area, kind, dueAt: dueAt?.toISOString() ?? null, done });
    }
    return cards;
  }
}

/** Phases in which a date stands, or is behind both. */
const datedOrPast: readonly OwnDisclosureView['phase'][] = ['scheduled', 'session', 'after', 'completed'];

function stillHolding(notices: readonly NoticeRow[], phase: OwnDisclosureView['phase']): NoticeRow[] {
  const shown = { datedOrPast: datedOrPast.includes(phase) };
  return notices.filter(({ words }) => noticeHolds(words, shown));
}

function toldOfEnd({ process }: Standing, notices: readonly NoticeRow[]): boolean {
  return notices.some((one) => one.process_id === process?.id && one.words === 'not_at_this_time');
}
