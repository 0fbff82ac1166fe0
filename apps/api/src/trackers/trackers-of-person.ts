import { Injectable } from '@nestjs/common';
import {
  addDays,
  attachmentState,
  daysPractised,
  localDateOf,
  rollingReaction,
  shownScore,
  sundayOf,
  trackerSettingValues,
  urgeSummary,
  type Audience,
  type Fraction,
  type LocalDate,
  type ReactionSubscale,
  type Urge,
} from '@trellis/domain';
import type { DaysPractisedView, PersonTrackersView, ReactionWeekView } from '@trellis/contracts';
import type { CaseGrant } from '../access/case-access.js';
import type { PersonGrant } from '../access/person-access.js';
import { Clock } from '../platform/clock.js';
import { TrackerWords, type DatedAnswers } from './tracker-words.js';
import { TrackersRepository, type TrackedPerson } from './trackers.repository.js';

/** Weeks of reactions that are shown, and days of urges. */
const weeksShown = 8;
const urgeDays = 14;

type Place = CaseGrant | PersonGrant;

/** Computes one person's trackers for whoever may open their words: the person, or a therapist of their side. */
@Injectable()
export class TrackersOfPerson {
  constructor(
    private readonly trackers: TrackersRepository,
    private readonly words: TrackerWords,
    private readonly clock: Clock,
  ) {}

  /** Needs an open unit of work. Points are whole for a client, with one decimal for a therapist (PRED-06). */
  async read(place: Place, person: TrackedPerson, audience: Audience): Promise<PersonTrackersView> {
    const today = localDateOf(this.clock.now(), place.timeZone);
    const sheets = await this.words.openSheets(place, person, await this.trackers.sheets(place, person));
    const exercises = await this.exercises(place, person, today);
    const show = (score: Fraction | null): number | null =>
      score === null ? null : shownScore(score, audience);
    const recovering = person.side === 'RP';
    return {
      personId: person.id,
      side: person.side,
      attachment: sheets.toReversed().map(({ on, answers }) => {
        const { anxious, avoidant } = attachmentState(answers);
        return { on, anxious: show(anxious), avoidant: show(avoidant) };
      }),
      reactions: recovering ? [] : reactionsOf(exercises, show),
      urges: recovering ? urgesOf(exercises, today, show) : null,
      days: recovering ? await this.days(place, person, today) : null,
    };
  }

  private async exercises(place: Place, person: TrackedPerson, today: LocalDate): Promise<DatedAnswers[]> {
    const { reactionWeeks } = trackerSettingValues();
    const days = person.side === 'RP' ? urgeDays : 7 * (weeksShown + reactionWeeks);
    const rows = await this.trackers.exercises(place, person, addDays(today, 1 - days));
    return this.words.openExercises(place, person, rows);
  }

  private async days(place: Place, person: TrackedPerson, today: LocalDate): Promise<DaysPractisedView> {
    const from = addDays(today, 1 - trackerSettingValues().practiceDays);
    const { practised, slips } = await this.trackers.days(place, person, from);
    return daysPractised(practised, slips, person.enrolled_on ?? today, today);
  }
}

function reactionsOf(
  exercises: readonly DatedAnswers[],
  show: (score: Fraction | null) => number | null,
): ReactionWeekView[] {
  const weeks = exercises.map(({ on, answers }) => ({ on: sundayOf(on), answers }));
  const shown = [...new Set(weeks.map(({ on }) => on))].sort().slice(-weeksShown);
  return shown.map((on) => {
    const median = (subscale: ReactionSubscale): number | null => show(rollingReaction(weeks, subscale, on));
    return {
      on,
      intrusion: median('intrusion'),
      avoidanceNumbing: median('avoidance_numbing'),
      alarm: median('alarm'),
      selfBlame: median('self_blame'),
    };
  });
}

function urgesOf(
  exercises: readonly DatedAnswers[],
  today: LocalDate,
  show: (score: Fraction | null) => number | null,
): PersonTrackersView['urges'] {
  const urges = exercises.flatMap(({ on, answers }): Urge[] => {
    const intensity = answers['intensity'];
    return typeof intensity === 'number' ? [{ on, intensity }] : [];
  });
  const { count, mean, most } = urgeSummary(urges, addDays(today, 1 - urgeDays), today);
  return { count, mean: show(mean), most };
}
