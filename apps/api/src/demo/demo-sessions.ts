import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { AppointmentView } from '@trellis/contracts';
import { addDays, daysBetween, instantOf, type LocalDate } from '@trellis/domain';
import { ellery, fenSessions, fenTicks, northPier } from '@trellis/fixtures';
import { BookingService } from '../appointments/booking.service.js';
import { EndingService } from '../appointments/ending.service.js';
import { OwnTicksService } from '../predictors/acts/own-ticks.service.js';
import { NoteSigningService } from '../progress-notes/note-signing.service.js';
import { NoteWritingService } from '../progress-notes/note-writing.service.js';
import { personActor, type ToldCouple } from './demo-people.js';
import { Story } from './story.js';

/** The last sessions that were held: the note of one is a draft, the note of the other is still owed. */
const unsigned = { draft: 1, owed: 1 } as const;

/** What the therapist keeps of a session: data, assessment, plan. Fictional and ours. */
const notes: readonly (readonly [data: string, assessment: string, plan: string])[] = [
  [
    'Came on time. Talked about the week, the logs, and one evening that was hard.',
    'Engaged. Puts words to shame sooner than before.',
    'Daily check-in goes on. Group on Wednesday.',
  ],
  [
    'Spoke of the partner’s silence and of the wish to ask again. Nothing was asked of the partner here.',
    'Can wait. Sees that the pace belongs to the other person.',
    'No message through others. Look at it again in two weeks.',
  ],
  [
    'Went through the honesty log. Two moments, one put right on the same day.',
    'Notices the gap between words and truth earlier.',
    'Keep the log three times a week.',
  ],
];

/** Tells the past sessions of the companion whose partner never joined, who came, and what was written after them. */
@Injectable()
export class DemoSessions {
  constructor(
    private readonly story: Story,
    private readonly booking: BookingService,
    private readonly ending: EndingService,
    private readonly ticks: OwnTicksService,
    private readonly writing: NoteWritingService,
    private readonly signing: NoteSigningService,
  ) {}

  async tell(told: ToldCouple): Promise<void> {
    const held: AppointmentView[] = [];
    for (const { on, came } of fenSessions) {
      const session = await this.session(told, shifted(told, on), came);
      if (came) held.push(session);
    }
    for (const [at, session] of held.entries())
      await this.note(told, session, notes[at % notes.length] ?? [], held.length - 1 - at);
    for (const on of fenTicks) await this.tick(told, shifted(told, on));
  }

  /** Booked on the morning of its day, an hour before; marked when it is over. */
  private async session(told: ToldCouple, on: LocalDate, came: boolean): Promise<AppointmentView> {
    const at = (time: string): Date => instantOf(on, time, northPier.zone);
    const { appointments } = await this.story.at(at('07:00'), told.lead, () =>
      this.booking.book(told.view.id, {
        ...{ kind: 'individual', side: 'RP', on, time: '08:00', minutes: 50 },
        ...{ place: { at: 'open' }, staffIds: [told.lead.id] },
      }),
    );
    const booked = appointments.find((one) => one.on === on && one.time === '08:00');
    if (booked === undefined) throw new Error(`the session of ${on} is not in the calendar`);
    await this.story.at(at('08:55'), told.lead, () =>
      this.ending.mark(told.view.id, booked.id, booked.version, {
        ...{ side: 'RP', attendance: came ? 'attended' : 'no_show' },
      }),
    );
    return booked;
  }

  /** `newer`: how many sessions were held after this one. */
  private async note(
    told: ToldCouple,
    session: AppointmentView,
    parts: readonly string[],
    newer: number,
  ): Promise<void> {
    if (newer < unsigned.owed) return;
    const id = randomUUID();
    const evening = instantOf(session.on as LocalDate, '17:45', northPier.zone);
    await this.story.at(evening, told.lead, async () => {
      const { id: coupleId } = told.view;
      const begun = await this.writing.begin(coupleId, {
        ...{ id, appointmentId: session.id, side: 'RP', form: 'DAP' },
      });
      const isDraft = newer < unsigned.owed + unsigned.draft;
      const texts = isDraft ? parts.map((text, at) => (at === 0 ? text : '')) : [...parts];
      const saved = await this.writing.save(coupleId, id, begun.version, { parts: texts });
      if (!isDraft) await this.signing.sign(coupleId, id, saved.version, {});
    });
  }

  private async tick(told: ToldCouple, on: LocalDate): Promise<void> {
    const person = personActor(told, 'RP');
    if (person === null) throw new Error('somebody comes alone');
    await this.story.at(instantOf(on, '21:15', northPier.zone), person, () =>
      this.ticks.set({ kind: 'activity', on, kept: true }),
    );
  }
}

/** A day of the worked example's calendar on the couple's own. */
function shifted(told: ToldCouple, day: LocalDate): LocalDate {
  return addDays(told.anchorOn, daysBetween(ellery.anchor, day));
}
