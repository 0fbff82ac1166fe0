import { Inject, Injectable } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { addDays, localDateOf, weekday, type LocalDate } from '@trellis/domain';
import {
  demoCouples,
  elleryCounts,
  fenCheckIns,
  northPier,
  type DemoCouple,
  type DemoStaff,
} from '@trellis/fixtures';
import { ClinicSetupService } from '../identity/clinic-setup.service.js';
import { CONFIG, type Config } from '../platform/config/env.js';
import type { ActorRole } from '../platform/context/request-context.js';
import { demoClinicId } from './demo-clinic-id.js';
import { DemoDisclosure } from './demo-disclosure.js';
import { openDemoDoor, type DemoDoor } from './demo-door.js';
import { DemoHomework } from './demo-homework.js';
import { DemoPeople, therapistOf, type Cast, type ToldCouple } from './demo-people.js';
import { openClinicDoor } from './demo-voices.js';
import { DemoRatings, elleryOf, steadySums } from './demo-ratings.js';
import { newStaffSignIns, type DemoSignIns, type DemoStaffSignIn } from './demo-sign-ins.js';

const elleryWeeks = 24;
/** Couples whose stages come about through their own gates. */
const gated = ['ellery', 'birch'];

/** Check-ins of each fortnight, of fourteen, where more than the last one is told. */
const checkInsOf: Readonly<Record<string, readonly number[]>> = {
  Ellery: (elleryCounts['c1'] ?? []).map((count) => count?.[0] ?? 0),
  Fen: fenCheckIns,
};

/** The week the demo is told in, and how many of its days are over. */
interface Week {
  readonly monday: LocalDate;
  readonly daysOver: number;
}

/** Tells the demo clinic: twelve couples, through the real services, so that no impossible state can arise. */
@Injectable()
export class DemoClinic {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly setup: ClinicSetupService,
    private readonly people: DemoPeople,
    private readonly homework: DemoHomework,
    private readonly ratings: DemoRatings,
    private readonly disclosure: DemoDisclosure,
  ) {}

  /** `now` is the day it is told; Ellery's week 1 begins 24 whole weeks before its week. */
  async tell(app: NestFastifyApplication, now: Date): Promise<DemoSignIns> {
    const staff = newStaffSignIns();
    const cast = await this.setUpClinic(staff);
    const door = await openDemoDoor(app, new URL(this.config.homeworkUrl).origin);
    const desk = await openClinicDoor(app, new URL(this.config.portalUrl).origin);
    const today = localDateOf(now, northPier.zone);
    const week = { monday: addDays(today, 1 - weekday(today)), daysOver: weekday(today) - 1 };
    try {
      await this.homework.tellOwnExercises(cast.castellan, now);
      const told = [];
      for (const [seed, couple] of demoCouples.entries())
        told.push(await this.tellCouple(couple, seed, cast, week, door));
      await this.disclosure.tell(told, staff, desk, door.base);
      await this.homework.tellExample(told, cast, week.monday);
      await this.ratings.tellTrust(told, cast, week.monday);
      return {
        staff,
        people: told
          .filter(({ view }) => view.name === 'Ellery' || view.name === 'Birch')
          .flatMap(({ signIns }) => signIns),
      };
    } finally {
      await door.close();
    }
  }

  private async setUpClinic(staff: readonly DemoStaffSignIn[]): Promise<Cast> {
    const clinic = {
      id: demoClinicId,
      name: northPier.name,
      timeZone: northPier.zone,
      phone: '312-555-0142',
    };
    const made = await this.setup.create(
      clinic,
      staff.map((one) => ({ ...one, ...titleOf(one.name), role: one.role as 'therapist' })),
    );
    const actors = staff.map(
      ({ key, role }, n) =>
        [key, { clinicId: made.clinicId, id: made.staff[n]?.id ?? '', role: role as ActorRole }] as const,
    );
    return Object.fromEntries(actors) as Record<DemoStaff['key'], Cast['castellan']>;
  }

  private async tellCouple(
    couple: DemoCouple,
    seed: number,
    cast: Cast,
    week: Week,
    door: DemoDoor,
  ): Promise<ToldCouple> {
    const isEllery = couple.key === 'ellery';
    const weeks = isEllery ? elleryWeeks : couple.week - 1;
    const told = await this.people.tell(
      gated.includes(couple.key) ? { ...couple, stage: 1 } : couple,
      cast,
      week.monday,
      weeks,
      door,
    );
    await this.tellHomework(told, cast, week);
    const raters = couple.people.length === 2 ? (['R', 'B', 'T'] as const) : (['R', 'T'] as const);
    await this.ratings.tell(told, weeks, isEllery ? elleryOf : steadySums(seed), raters);
    return told;
  }

  private async tellHomework(told: ToldCouple, cast: Cast, { monday, daysOver }: Week): Promise<void> {
    const doneOf14 = checkInsOf[told.view.name] ?? [12];
    const from = addDays(monday, -14 * doneOf14.length);
    for (const side of ['RP', 'BP'] as const) {
      if (told.signIns.every((signIn) => signIn.side !== side)) continue;
      const therapist = therapistOf(cast, told, side);
      await this.homework.tell(told, { side, therapist, from, doneOf14, daysThisWeek: daysOver });
    }
  }
}

/** "Jo Whitlock LPC" is a name and the letters after it. */
function titleOf(signature: string): { name: string; credentials: string } {
  const letters = /\s([A-Z]{2,})$/.exec(signature)?.[1] ?? '';
  return { name: letters === '' ? signature : signature.slice(0, -letters.length - 1), credentials: letters };
}
